import { londonInstant } from '../../platform/clock/index.js';
import { categoryInWords } from '../../wording/index.js';
import { describeInterest } from '../../register/index.js';
import { civilDate } from '../../law/index.js';
import { stepOfReminderInWords, topicInWords } from '../../reminders/index.js';
import type { TimelineLine } from './case-document.js';
import type { KnownCase } from './known.js';
import { meetingLines } from './timeline-of-meeting.js';
import { STEPS } from './sections/steps.js';
import { DETAILS_WITHHELD } from './reader.js';

/** Everything with a date, in the order of time, each line with where it is recorded. */
export function timelineOf(known: KnownCase): TimelineLine[] {
  const lines = [
    ...termLines(known),
    ...notificationLines(known),
    ...entryLines(known),
    ...meetingLines(known),
    ...dispensationLines(known),
    ...toldLines(known),
    ...stepLines(known),
    ...fileLines(known),
  ];
  // The sort is stable: what was recorded at one instant stays in the order in which it is told of here.
  return lines.sort((a, b) => timeOf(a) - timeOf(b));
}

/** A day without a time stands before whatever happened in it. */
const timeOf = ({ at }: TimelineLine): number =>
  (typeof at === 'string' ? londonInstant(at, '00:00') : at).getTime();

function termLines({ terms, member, chain }: KnownCase): TimelineLine[] {
  return terms.flatMap(({ id, becameMemberOn, endedOn, standing }): TimelineLine[] => {
    const begun = chain.position(
      member.id,
      ['office.taken'],
      (payload) => payload.becameMemberOn === becameMemberOn,
    );
    const ended = chain.position(member.id, ['office.left'], (payload) => payload.endedOn === endedOn);
    return [
      {
        at: civilDate(becameMemberOn),
        what: `${member.name} became a member (${standing})`,
        source: { table: 'term_of_office', id, position: begun },
      },
      ...(endedOn === null
        ? []
        : [
            {
              at: civilDate(endedOn),
              what: `Last day of ${member.name} in office`,
              source: { table: 'term_of_office', id, position: ended },
            },
          ]),
    ];
  });
}

function notificationLines({ notifications, chain }: KnownCase): TimelineLine[] {
  return notifications.flatMap(({ notification }): TimelineLine[] => {
    const { id, kind, channel, receivedAt, receivedOn, enteredAt } = notification;
    const what = kind === 'whole' ? 'all interests' : 'a change';
    const source = (action: string): TimelineLine['source'] => ({
      ...{ table: 'notification', id, position: chain.position(id, [action]) },
    });
    return [
      {
        at: channel === 'web' ? receivedAt : civilDate(receivedOn),
        what: `The monitoring officer received a notification of ${what}`,
        source: source('notification.received'),
      },
      ...(enteredAt === null
        ? []
        : [
            {
              at: enteredAt,
              what: `The last of that notification of ${what} was entered, or taken back`,
              source: source('notification.entered'),
            },
          ]),
    ];
  });
}

function entryLines({ entries, interests, notifications, chain }: KnownCase): TimelineLine[] {
  return entries.map(({ entry, details }): TimelineLine => {
    const isWithheld = interests.find(({ id }) => id === entry.id)?.isWithheld ?? true;
    const told = notifications.find((one) => one.interests.some(({ id }) => id === entry.notifiedInterestId))
      ?.notification.id;
    const name = isWithheld ? DETAILS_WITHHELD : describeInterest(details);
    return {
      at: entry.enteredAt,
      what: `Entered in the register under “${categoryInWords(entry.category).shortName}”: ${name}`,
      source: {
        ...{ table: 'register_entry', id: entry.id },
        position: told === undefined ? null : chain.position(told, ['notification.entered']),
      },
    };
  });
}

function dispensationLines({ dispensations, chain }: KnownCase): TimelineLine[] {
  return dispensations.flatMap(({ request, decision }): TimelineLine[] => [
    {
      at: request.channel === 'web' ? request.receivedAt : civilDate(request.requestedOn),
      what: 'The member asked for a dispensation',
      source: {
        ...{ table: 'dispensation_request', id: request.id },
        position: chain.position(request.id, ['dispensation.requested']),
      },
    },
    ...(decision === undefined
      ? []
      : [
          {
            at: decision.recordedAt,
            what: `That request was ${decision.outcome}, as decided on ${decision.decidedOn}`,
            source: {
              ...{ table: 'dispensation_decision', id: decision.id },
              position: chain.position(request.id, [
                'dispensation.granted',
                'dispensation.refused',
                'dispensation.withdrawn',
              ]),
            },
          },
        ]),
  ]);
}

function toldLines({ told, chain }: KnownCase): TimelineLine[] {
  return told.flatMap(({ reminder, message }): TimelineLine[] => {
    if (message?.sentAt == null) return [];
    const about = `${topicInWords(reminder.rule).about}, ${stepOfReminderInWords(reminder)}`;
    const position = chain.position(message.id, ['message.sent']);
    return [
      {
        at: message.sentAt,
        what: `A message to the member was sent: ${about}`,
        source: { table: 'message', id: message.id, position },
      },
    ];
  });
}

function stepLines({ steps, questions, chain }: KnownCase): TimelineLine[] {
  return [
    ...steps.map(({ row }): TimelineLine => {
      const [event] = chain.events.filter(({ subjectId }) => subjectId === row.id);
      return {
        at: civilDate(row.happenedOn),
        what: STEPS[row.step],
        source: { table: 'escalation_step', id: row.id, position: event?.position ?? null },
      };
    }),
    ...questions.flatMap(({ known: { question, answers } }): TimelineLine[] => [
      {
        at: question.askedAt,
        what: 'The member asked the monitoring officer for advice',
        source: {
          ...{ table: 'advice_question', id: question.id },
          position: chain.position(question.id, ['advice.asked']),
        },
      },
      ...answers.map(({ id, edition, answeredAt }) => ({
        at: answeredAt,
        what:
          edition === 1 ? 'The monitoring officer answered' : 'The monitoring officer put an answer right',
        source: {
          ...{ table: 'advice_answer', id },
          position: chain.position(
            question.id,
            ['advice.answered', 'advice.corrected'],
            (said) => said.edition === edition,
          ),
        },
      })),
    ]),
  ];
}

const FILE_EVENTS: Readonly<Record<string, string>> = {
  'case-file.opened': 'This case file was opened',
  'case-file.noted': 'A note was written into this case file',
  'case-file.dated': 'When evidence came to the prosecutor’s knowledge was recorded',
  'case-file.exported': 'This case file was exported',
  'case-file.closed': 'This case file was closed',
};

/** What became of the file itself; that somebody read it stands in the chain alone. */
function fileLines({ file, chain }: KnownCase): TimelineLine[] {
  return chain.of(file.id, Object.keys(FILE_EVENTS)).map(({ action, applicationAt, position }) => ({
    at: applicationAt,
    what: FILE_EVENTS[action] ?? action,
    source: { table: 'case_file', id: file.id, position },
  }));
}

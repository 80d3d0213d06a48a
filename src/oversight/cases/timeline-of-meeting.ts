import { questionInWords } from '../../wording/index.js';
import type { TimelineLine } from './case-document.js';
import type { ChainReading } from './chain-reading.js';
import type { KnownCase, KnownMeeting } from './known.js';
import { declarationInWords, memberVoteInWords } from './sections/meeting.js';
import { countsInWords } from './sections/names.js';

/** What happened before the meeting and at it, in no order yet. */
export function meetingLines(known: KnownCase): TimelineLine[] {
  const { meeting } = known;
  if (meeting === undefined) return [];
  return [
    ...agendaLines(meeting, known.chain),
    ...briefingLines(meeting, known),
    ...answerLines(meeting),
    ...declarationLines(meeting, known),
    ...observedLines(meeting, known),
  ];
}

function agendaLines({ revisions, meeting, item }: KnownMeeting, chain: ChainReading): TimelineLine[] {
  return revisions.map(({ id, number, fileName, receivedAt, retitled }) => {
    const brought = item?.firstRevision === number ? ', with the item' : '';
    const withdrew = item?.withdrawnInRevision === number ? ', without the item' : '';
    const renamed = retitled.some(({ to }) => to === item?.title) ? ', and the item has another title' : '';
    return {
      at: receivedAt,
      what: `Agenda ${number} was received (${fileName})${brought}${withdrew}${renamed}`,
      source: {
        ...{ table: 'agenda_revision', id },
        position: chain.position(
          meeting.id,
          ['meeting.saved', 'agenda.revised'],
          ({ revision }) => revision === number,
        ),
      },
    };
  });
}

function briefingLines({ editions, meeting }: KnownMeeting, { chain, file }: KnownCase): TimelineLine[] {
  return editions.flatMap(({ edition }) => {
    const { id, edition: number, madeAt, sentAt, firstOpenedAt } = edition;
    const line = (at: Date, how: string, action: string | undefined): TimelineLine => ({
      ...{ at, what: `Edition ${number} of the member’s briefing was ${how}` },
      source: {
        ...{ table: 'briefing_edition', id },
        position:
          action === undefined
            ? null
            : chain.position(
                meeting.id,
                [action],
                (said) => said.memberId === file.memberId && said.edition === number,
              ),
      },
    });
    return [
      line(madeAt, 'made', undefined),
      ...(sentAt === null ? [] : [line(sentAt, 'sent', 'briefing.sent')]),
      ...(firstOpenedAt === null ? [] : [line(firstOpenedAt, 'opened by the member', 'briefing.opened')]),
    ];
  });
}

function answerLines({ answers }: KnownMeeting): TimelineLine[] {
  return answers.map(({ kind, id, saidAt, position }) => ({
    at: saidAt,
    what:
      kind === 'relevance'
        ? 'The member answered whether the item is about an interest'
        : 'The member answered a question about the item and an interest',
    source: { table: kind === 'relevance' ? 'relevance_answer' : 'interview_answer', id, position },
  }));
}

function declarationLines({ disclosures }: KnownMeeting, { member, chain }: KnownCase): TimelineLine[] {
  return disclosures.map((one) => ({
    at: one.saidAt,
    what: `${one.stage === 'before' ? 'Before the meeting' : 'To the meeting'}: ${declarationInWords(one, member.name)}`,
    source: {
      ...{ table: 'disclosure', id: one.id },
      position: chain.position(one.id, ['disclosure.made', 'disclosure.taken-back']),
    },
  }));
}

/** What stands of what was seen: of the meeting, of the item, and of the member. */
function observedLines(
  { observed, item, meeting }: KnownMeeting,
  { file: { memberId }, member, chain }: KnownCase,
): TimelineLine[] {
  const line = (one: { id: string; happenedAt: Date } | undefined, what: string): TimelineLine[] =>
    one === undefined
      ? []
      : [
          {
            at: one.happenedAt,
            what,
            source: { table: 'observation', id: one.id, position: observedAt(chain, meeting.id, one.id) },
          },
        ];
  const attended = observed.attendance.get(memberId);
  return [
    ...line(observed.opened, 'The meeting began'),
    ...line(attended, `${member.name} is recorded as ${attended?.as ?? ''}`),
    ...(item === undefined ? [] : line(observed.begun.get(item.id), 'The item began')),
    ...observed.absences
      .filter((one) => one.memberId === memberId)
      .flatMap(({ left, returned }) => [
        ...line(left, `${member.name} left the room`),
        ...line(returned, `${member.name} came back`),
      ]),
    ...observed.votes
      .filter(({ itemId }) => itemId === item?.id)
      .flatMap((vote) =>
        line(
          vote,
          `A vote on ${questionInWords(vote.question)} of the item: ${countsInWords(vote.result)}. The member’s own: ${memberVoteInWords(vote.result, memberId).toLowerCase()}`,
        ),
      ),
    ...line(observed.closed, 'The meeting ended'),
  ];
}

/** One event tells of all that a device sent together. */
function observedAt(chain: ChainReading, meetingId: string, observationId: string): string | null {
  return chain.position(
    meetingId,
    ['meeting.observed'],
    ({ observations }) =>
      Array.isArray(observations) &&
      observations.some((one: unknown) => (one as { id?: unknown } | null)?.id === observationId),
  );
}

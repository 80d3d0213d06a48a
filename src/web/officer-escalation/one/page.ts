import { civilDate, england, londonDateOf, type Citation, type CivilDate } from '../../../law/index.js';
import { stepOfReminderInWords } from '../../../reminders/index.js';
import { dateInWords } from '../../../wording/index.js';
import { officeInWords } from '../../page/index.js';
import { addressOf, type KnownLadder } from '../known.js';
import { closedInWords, dutyInWords, nextInWords, reachedTag, stepInWords, type Tag } from '../words.js';

/** One rung: a reminder that went out, or a step that an officer took. */
interface RungRow {
  readonly on: string;
  readonly what: string;
  readonly who: string;
  /** Where its words are read; undefined for whoever may not, and for what is read elsewhere. */
  readonly href: string | undefined;
  readonly linkText: string;
  readonly failed: boolean;
}

export interface LadderView {
  readonly title: string;
  readonly backHref: string;
  readonly duty: string;
  readonly facts: readonly { readonly name: string; readonly value: string; readonly href?: string }[];
  readonly tags: readonly Tag[];
  readonly citation: Citation;
  readonly closed: string | undefined;
  readonly next: string;
  /** The steps that may be taken, the suggested one first. */
  readonly actions: readonly { readonly text: string; readonly href: string; readonly suggested: boolean }[];
  readonly rungs: readonly RungRow[];
}

const DONE: Readonly<Record<string, string>> = {
  mail: 'The letter is kept as you wrote it, and is being sent by e-mail.',
  post: 'The letter is recorded as posted, and kept as you wrote it.',
  again: 'The letter is being sent again.',
  report: 'The report is recorded and kept as you wrote it.',
  refused: 'It is recorded that the member will not answer.',
  reminder: 'The reminder is recorded.',
};

export function bannerOf(done: unknown): { text: string; success: true } | undefined {
  const text = typeof done === 'string' ? DONE[done] : undefined;
  return text === undefined ? undefined : { text, success: true };
}

export function ladderView(known: KnownLadder, mayClimb: boolean, today: CivilDate): LadderView {
  const { ladder } = known;
  const { member, duty, closed, key } = ladder;
  return {
    title: member.name,
    backHref: '/officer/escalations',
    duty: dutyInWords(ladder),
    facts: factsOf(known, today),
    tags: [
      ...(closed === undefined
        ? [{ text: 'Not answered', colour: 'grey' }]
        : [{ text: 'Closed', colour: 'green' }]),
      reachedTag(ladder.reached),
    ],
    citation: (key.rule === england.s31_3.id ? england.s31_3 : england.s30_1).citation,
    closed: closedInWords(ladder),
    next: nextInWords(ladder.next),
    actions: mayClimb && closed === undefined && duty !== undefined ? actionsOf(known) : [],
    rungs: rungsOf(known, mayClimb),
  };
}

function factsOf({ ladder: { member, duty } }: KnownLadder, today: CivilDate): LadderView['facts'] {
  const page = { name: 'Member', value: member.name, href: `/officer/members/${member.id}` };
  if (duty === undefined) return [page];
  const { term, lastDay, disclosure, answeredInPart, isOpen } = duty;
  return [
    page,
    { name: 'Office', value: `${officeInWords(term)}, since ${dateInWords(civilDate(term.becameMemberOn))}` },
    ...(disclosure === undefined
      ? []
      : [{ name: 'Declared at the meeting of', value: dateInWords(civilDate(disclosure.meeting.meetsOn)) }]),
    { name: 'Last day', value: `${dateInWords(lastDay)}${today > lastDay ? ', which has passed' : ''}` },
    ...(isOpen && answeredInPart ? [{ name: 'Received', value: 'Answers to some questions, not all' }] : []),
    { name: 'E-mail address', value: member.email ?? 'None: letters go by post' },
  ];
}

function actionsOf({ ladder }: KnownLadder): LadderView['actions'] {
  const at = addressOf(ladder);
  const next = ladder.next?.step;
  const all = [
    { text: 'Write a letter', href: `${at}/letter`, suggested: next === 'letter' },
    { text: 'Report to a committee', href: `${at}/report`, suggested: next === 'report' },
    { text: 'Record a reminder that you gave', href: `${at}/reminder`, suggested: next === 'reminder' },
    { text: 'Record that the member will not answer', href: `${at}/refused`, suggested: false },
  ];
  return [...all.filter(({ suggested }) => suggested), ...all.filter(({ suggested }) => !suggested)];
}

function rungsOf({ ladder, committeeOf, whoRecorded }: KnownLadder, mayRead: boolean): RungRow[] {
  const reminders = ladder.reminders.map(({ reminder, message }) => ({
    day: message?.sentAt == null ? '' : londonDateOf(message.sentAt),
    what: `Reminder: ${stepOfReminderInWords(reminder)}`,
    ...{ who: 'Sent by this service', failed: message?.failedReason != null },
    ...{ href: `/officer/reminders/${reminder.id}`, linkText: 'Open the reminder' },
  }));
  const steps = ladder.steps.map((step) => ({
    day: step.happenedOn,
    what: stepInWords(step, committeeOf(step)),
    ...{ who: `Recorded by ${whoRecorded(step)}`, failed: step.letter === 'failed' },
    href: mayRead ? `${addressOf(ladder)}/rungs/${step.row.id}` : undefined,
    linkText: READ[step.step],
  }));
  return [...reminders, ...steps]
    .sort((a, b) => a.day.localeCompare(b.day))
    .map(({ day, ...row }) => ({ on: day === '' ? '' : dateInWords(civilDate(day)), ...row }));
}

const READ = {
  letter: 'Read the letter',
  report: 'Read the report',
  refused: 'Read the note',
  reminder: 'Read the note',
} as const;

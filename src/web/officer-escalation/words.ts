import type { Ladder, LadderWithReminders, NextStep, Reached, RecordedStep } from '../../oversight/index.js';
import { civilDate, england } from '../../law/index.js';
import { dateInWords } from '../../wording/index.js';

/** A state as a tag: its words, and the colour that GOV.UK's tag gives it. */
export interface Tag {
  readonly text: string;
  readonly colour: string;
}

/** 'Taking office (Localism Act 2011 s.30(1))'. */
export function dutyInWords({ key }: Pick<Ladder, 'key'>): string {
  return key.rule === england.s31_3.id
    ? `After a declaration at a meeting (${england.s31_3.citation.text})`
    : `On taking office (${england.s30_1.citation.text})`;
}

const REACHED: Readonly<Record<Reached, Tag>> = {
  nothing: { text: 'Nothing sent yet', colour: 'grey' },
  reminded: { text: 'Reminded', colour: 'blue' },
  letter: { text: 'Letter sent', colour: 'yellow' },
  refused: { text: 'Refused to answer', colour: 'orange' },
  reported: { text: 'Reported to committee', colour: 'purple' },
};

export const reachedTag = (reached: Reached): Tag => REACHED[reached];

const CLOSED: Readonly<Record<NonNullable<Ladder['closed']>, string>> = {
  met: 'An answer was received, so this has closed by itself.',
  'left-office': 'The member has left office, so this has closed by itself.',
  'not-owed': 'The law asks for nothing here any more, so this has closed by itself.',
};

/** Why a ladder stands no longer; undefined where it is open. */
export function closedInWords({ closed, duty }: Ladder): string | undefined {
  if (closed === undefined) return undefined;
  return closed === 'met' && duty?.metOn !== undefined
    ? `An answer was received on ${dateInWords(duty.metOn)}, so this has closed by itself.`
    : CLOSED[closed];
}

/** What the officer may do next. It is a suggestion: the law lays down none of these steps. */
export function nextInWords(next: NextStep | undefined): string {
  if (next === undefined) return 'Nothing';
  switch (next.step) {
    case 'reminder':
      return 'Remind the member: no reminder has reached them';
    case 'letter':
      return 'Write a letter';
    case 'report':
      return 'Report to a committee';
    case 'wait':
      return `Wait for an answer until ${dateInWords(next.until)}`;
    case 'none':
      return 'Nothing: it lies with the committee';
  }
}

const FAILURES: Readonly<Record<string, string>> = {
  'address-refused': 'the mail server refused the address',
  'address-invalid': 'the address is not a working e-mail address',
  'message-refused': 'the mail server refused the message',
  'given-up': 'it was tried again and again, and given up',
};

const BY: Readonly<Record<string, string>> = {
  'in-writing': 'in writing',
  telephone: 'by telephone',
  'in-person': 'in person',
};

/** What was done, as the ladder says it: 'Letter by e-mail: not sent, the mail server refused the address'. */
export function stepInWords({ step, letter, event, row }: RecordedStep, committee: string): string {
  if (step === 'reminder') return `Reminded by the officer ${BY[row.channel] ?? ''}`;
  if (step === 'refused') return `The member said ${BY[row.channel] ?? ''} that they will not answer`;
  if (step === 'report') return `Reported to ${committee}`;
  switch (letter) {
    case 'posted':
      return 'Letter posted';
    case 'sent':
      return 'Letter sent by e-mail';
    case 'failed':
      return `Letter by e-mail was not sent: ${FAILURES[event?.reason ?? ''] ?? 'it failed'}`;
    case 'withdrawn':
      return 'Letter by e-mail was not sent: the matter had closed before it left';
    default:
      return 'Letter by e-mail is being sent';
  }
}

/** What was done before, for a report: only what left, and what was said. */
export function doneBefore(
  ladder: LadderWithReminders,
  remindersOn: readonly { on: string }[],
  committeeOf: (step: RecordedStep) => string,
): { on: ReturnType<typeof civilDate>; what: string }[] {
  const reminders = remindersOn.map(({ on }) => ({ on: civilDate(on), what: 'a reminder was sent' }));
  const steps = ladder.steps
    .filter(({ letter }) => letter !== 'failed' && letter !== 'withdrawn')
    .map((step) => ({
      on: civilDate(step.happenedOn),
      what: lowerFirst(stepInWords(step, committeeOf(step))),
    }));
  return [...reminders, ...steps].sort((a, b) => a.on.localeCompare(b.on));
}

const lowerFirst = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

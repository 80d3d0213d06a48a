import type { CivilDate, Disclose, Discuss, Finding, Leave, MeetingAnswer, Sanction } from '../law/index.js';
import { dayAndDateInWords, listInWords } from './dates.js';
import { questionFor } from './questions.js';

const DISCLOSE: Record<Disclose, string | null> = {
  none: null,
  existence_only: 'Declare that you have an interest in this item. You do not have to say what it is.',
  existence_and_nature: 'Declare your interest in this item: say that you have it and what it is.',
};
const DISCUSS = {
  false: 'Do not speak on it.',
  as_public_only: 'Speak only if the public may, and leave before the debate.',
  true: null,
} satisfies Record<`${Discuss}`, string | null>;
const LEAVE = {
  false: null,
  vote_only: 'Leave the room for the vote.',
  discussion_only: 'Leave the room for the discussion, and come back for the vote.',
  true: 'Leave the room while it is considered.',
} satisfies Record<`${Leave}`, string | null>;

/** What to do, as orders to the member in the order of the meeting. Never empty. */
export function ordersInWords(effective: MeetingAnswer): readonly string[] {
  const { disclose, discuss, vote, leave, notify } = effective;
  const orders = [
    settled(disclose, (value) => DISCLOSE[value]),
    settled(discuss, (value) => DISCUSS[`${value}`]),
    settled(vote, (may) => (may ? null : 'Do not vote on it.')),
    settled(leave, (value) => LEAVE[`${value}`]),
    settled(notify, notifyBy),
    freedom(effective),
    ...openQuestions(effective),
  ].filter((order) => order !== null);
  return orders.length > 0 ? orders : ['Nothing.'];
}

function notifyBy(lastDay: CivilDate | null): string | null {
  return lastDay && `Notify the monitoring officer of it by ${dayAndDateInWords(lastDay)}.`;
}

/** What the member may do is said too, so that nobody stays silent who need not. */
function freedom({ discuss, vote, leave }: MeetingAnswer): string | null {
  const may = [
    settled(leave, (out) => (out === false ? 'stay' : null)),
    settled(discuss, (free) => (free === true ? 'speak' : null)),
    settled(vote, (free) => (free ? 'vote' : null)),
  ].filter((verb) => verb !== null);
  return may.length > 0 ? `You may ${listInWords(may, 'and')}.` : null;
}

function openQuestions(effective: MeetingAnswer): readonly string[] {
  const open = Object.values(effective).flatMap((finding: Finding<unknown>) =>
    finding.kind === 'cannot-tell' ? [questionFor(finding.question).question] : [],
  );
  return [...new Set(open)].map((question) => `Find out first: ${question}`);
}

/** What can follow from not doing it, gravest first. Empty when nothing is required. */
export function consequencesInWords(effective: MeetingAnswer): readonly string[] {
  const crimes = breachesOf(effective, 'criminal');
  const complaints = breachesOf(effective, 'standards-complaint');
  return [
    ...(crimes.length > 0
      ? [sentence(crimes, 'without a reasonable excuse can be a criminal offence (Localism Act 2011 s.34).')]
      : []),
    ...(complaints.length > 0
      ? [sentence(complaints, 'can lead to a complaint under your council’s code. It is not a crime.')]
      : []),
  ];
}

const BREACH: Record<keyof MeetingAnswer, string> = {
  disclose: 'not declaring',
  discuss: 'speaking',
  vote: 'voting',
  leave: 'staying in the room',
  notify: 'not notifying',
};

/** The breaches whose gravest sanction is the one given. */
function breachesOf(effective: MeetingAnswer, sanction: Sanction): readonly string[] {
  return (Object.keys(BREACH) as (keyof MeetingAnswer)[])
    .filter((aspect) => gravest(effective[aspect]) === sanction)
    .map((aspect) => BREACH[aspect]);
}

function gravest(finding: Finding<unknown>): Sanction {
  if (finding.kind === 'cannot-tell') return 'none';
  const sanctions = finding.reasons.map((one) => one.sanction);
  if (sanctions.includes('criminal')) return 'criminal';
  return sanctions.includes('standards-complaint') ? 'standards-complaint' : 'none';
}

function sentence(breaches: readonly string[], rest: string): string {
  const text = listInWords(breaches, 'or');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)} ${rest}`;
}

function settled<V>(finding: Finding<V>, words: (value: V) => string | null): string | null {
  return finding.kind === 'cannot-tell' ? null : words(finding.value);
}

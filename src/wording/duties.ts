import type { CivilDate, Disclose, Discuss, Finding, Leave, MeetingAnswer, Overlay } from '../law/index.js';
import { dayAndDateInWords, listInWords } from './dates.js';
import { reasonInWords } from './points.js';
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

/**
 * What to do, as orders to the member in the order of the meeting. Never empty. What the rules beside the interest
 * rules take from the vote is in `effective` already; what must be declared under them is not, and comes from them.
 */
export function ordersInWords(
  effective: MeetingAnswer,
  overlays: readonly Overlay[] = [],
): readonly string[] {
  const { disclose, discuss, vote, leave, notify } = effective;
  const declarations = declarationsOf(overlays);
  const orders = [
    settled(disclose, (value) => DISCLOSE[value]),
    ...declarations.map(declareBeside),
    settled(discuss, (value) => DISCUSS[`${value}`]),
    settled(vote, (may) => (may ? null : 'Do not vote on it.')),
    settled(leave, (value) => LEAVE[`${value}`]),
    settled(notify, notifyBy),
    freedom(effective),
    ...openQuestions([disclose, discuss, vote, leave, notify, ...declarations]),
  ].filter((order) => order !== null);
  return orders.length > 0 ? orders : ['Nothing.'];
}

/** What each rule beside the interest rules says of a declaration, where it asks for any. */
function declarationsOf(overlays: readonly Overlay[]): readonly Finding<boolean>[] {
  return overlays.flatMap(({ declare }) => declare ?? []);
}

const YOU_MUST = 'You must ';

/** The rule's own words of what must be said, as an order: it is no interest, so there is no other. */
function declareBeside(declare: Finding<boolean>): string | null {
  if (declare.kind === 'cannot-tell' || !declare.value) return null;
  const duty = declare.reasons.map(reasonInWords).find((sentence) => sentence.startsWith(YOU_MUST));
  return duty === undefined ? 'Declare it.' : capitalised(duty.slice(YOU_MUST.length));
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

function openQuestions(findings: readonly Finding<unknown>[]): readonly string[] {
  const open = findings.flatMap((finding) =>
    finding.kind === 'cannot-tell' ? [questionFor(finding.question).question] : [],
  );
  return [...new Set(open)].map((question) => `Find out first: ${question}`);
}

function settled<V>(finding: Finding<V>, words: (value: V) => string | null): string | null {
  return finding.kind === 'cannot-tell' ? null : words(finding.value);
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

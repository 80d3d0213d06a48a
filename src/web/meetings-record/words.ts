import type { OpenedDisclosure } from '../../disclosures/index.js';
import type { AttendanceKind, Difference, Observed, SeemsWrong, VoteCounts } from '../../meetings/index.js';
import { londonWallClock } from '../../platform/clock/index.js';
import {
  declaredInWords,
  questionInWords,
  timeInWords,
  type DeclarationMinuted,
} from '../../wording/index.js';
import type { RecordedMeeting } from './recorded-meetings.js';

export const ATTENDANCE_WORDS: Readonly<Record<AttendanceKind, string>> = {
  present: 'Present',
  remote: 'Present remotely',
  apologies: 'Apologies',
  absent: 'Absent',
};

/** '10:05am', on the clock of the room. */
export const atInWords = (instant: Date): string => timeInWords(londonWallClock(instant).time);

type Named = Pick<RecordedMeeting, 'items' | 'nameOf' | 'recorderOf'>;

/** 'item 5', or its title where it has no number. */
export function itemInShort({ items }: Pick<Named, 'items'>, itemId: string | undefined): string {
  const item = items.find(({ id }) => id === itemId);
  if (item === undefined) return 'no item';
  return item.number === null ? `“${item.title}”` : `item ${item.number}`;
}

/** What was seen, as the end of 'The clerk recorded …'. */
export function seenInWords(one: Observed, known: Named): string {
  const name = 'memberId' in one ? known.nameOf(one.memberId) : '';
  switch (one.kind) {
    case 'opened':
      return 'that the meeting began';
    case 'closed':
      return 'that the meeting ended';
    case 'attendance':
      return `${name} as “${ATTENDANCE_WORDS[one.as].toLowerCase()}”`;
    case 'substitution':
      return `${name} in place of ${known.nameOf(one.forMemberId)}`;
    case 'item-begun':
      return `that ${itemInShort(known, one.itemId)} began`;
    case 'left':
    case 'returned':
      return `that ${name} ${one.kind === 'left' ? 'left' : 'came back'} at ${itemInShort(known, one.itemId)}`;
    case 'vote':
      return `a vote on ${questionInWords(one.question)} at ${itemInShort(known, one.itemId)}: ${countsInWords(countsOf(one.result))}`;
    case 'taken-back':
      return 'that something did not happen';
  }
}

/** How many voted which way, where they were named too. */
export function countsOf(result: Extract<Observed, { kind: 'vote' }>['result']): VoteCounts {
  if ('counts' in result) return result.counts;
  const count = (way: keyof VoteCounts): number => result.named.filter(({ vote }) => vote === way).length;
  return { for: count('for'), against: count('against'), abstained: count('abstained') };
}

export const countsInWords = (counts: VoteCounts): string =>
  `${counts.for} for, ${counts.against} against, ${counts.abstained} abstained`;

/** Who recorded what, where two people differ. What was said later stands. */
export function differenceInWords({ stands, also }: Difference, known: Named): string {
  const told = (one: Observed): string =>
    `${known.recorderOf(one.recordedBy)} recorded ${seenInWords(one, known)} (${atInWords(one.happenedAt)})`;
  return `${told(also)}. Later, ${told(stands)}, which stands. Record it once more if that is wrong.`;
}

/** What does not fit, said plainly. It was recorded all the same. */
export function seemsWrongInWords(one: SeemsWrong, known: Named): string {
  const name = 'memberId' in one ? known.nameOf(one.memberId) : '';
  const at =
    'vote' in one ? `${questionInWords(one.vote.question)} at ${itemInShort(known, one.vote.itemId)}` : '';
  switch (one.point) {
    case 'voted-not-present':
      return `${name} is recorded as voting on ${at}, and not as present.`;
    case 'voted-while-out':
      return `${name} is recorded as voting on ${at}, and as out of the room since ${atInWords(one.leftAt)}.`;
    case 'more-votes-than-present':
      return `${one.votes} votes are recorded on ${at}, and ${one.room} members as in the room.`;
    case 'both-of-a-substitution-voted':
      return `${name} and ${known.nameOf(one.forMemberId)}, whom they stand in for, are both recorded as voting on ${at}.`;
    case 'left-but-not-present':
      return `${name} is recorded as leaving at ${itemInShort(known, one.itemId)}, and not as present.`;
    case 'returned-but-not-left':
      return `${name} is recorded as coming back at ${itemInShort(known, one.itemId)}, and not as leaving before.`;
    case 'left-twice':
      return `${name} is recorded as leaving at ${itemInShort(known, one.itemId)}, and not as coming back from before.`;
    case 'replaced-but-present':
      return `${known.nameOf(one.forMemberId)} is recorded as present, and ${name} as standing in for them.`;
  }
}

/** A declaration as the minutes tell it; undefined for what they do not tell. */
export function asMinuted(
  { kind, memberId, interestKind, heldBy, natureWithheld, details }: OpenedDisclosure,
  nameOf: RecordedMeeting['nameOf'],
): DeclarationMinuted | undefined {
  const name = nameOf(memberId);
  if (kind === 'council-tax-arrears') return { kind, name };
  if (kind === 'party-whip') {
    const { group, nature } = details;
    return { kind, name, group, nature };
  }
  if (kind !== 'interest' || interestKind === null) return undefined;
  const nature = natureWithheld ? undefined : details.nature;
  return { kind, name, interestKind, heldBy: heldBy ?? undefined, nature };
}

/** A declaration in a sentence, for the page that records. */
export function disclosureInWords(one: OpenedDisclosure, nameOf: RecordedMeeting['nameOf']): string {
  const minuted = asMinuted(one, nameOf);
  return minuted === undefined ? `${nameOf(one.memberId)} has nothing to declare.` : declaredInWords(minuted);
}

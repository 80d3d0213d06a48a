import type { QuorumRule } from '../authorities/index.js';
import type { Finding, MeetingAnswer } from '../law/index.js';

/**
 * What a member may do on an item, from the law's answer:
 * - `takes-part`: speaks, votes and stays;
 * - `speaks-only`: speaks, does not vote;
 * - `votes-only`: votes, does not speak;
 * - `speaks-and-leaves`: speaks as a member of the public may, then leaves;
 * - `silent`: stays, neither speaks nor votes;
 * - `leaves`: goes out.
 */
export type Part = 'takes-part' | 'speaks-only' | 'votes-only' | 'speaks-and-leaves' | 'silent' | 'leaves';

/** Why we say so: it was declared, the member told us, or words of the agenda match and nobody has said yet. */
export type Because = 'declared' | 'said' | 'expected';

/** Somebody with a vote on the body who is expected to be there, and how they stand to one item. */
export interface Standing {
  readonly memberId: string;
  readonly name: string;
  /** Null for a member of no group. */
  readonly group: string | null;
  readonly part: Part;
  /** Null where nothing is known that touches the item. */
  readonly because: Because | null;
  /** The law waits for a fact that nobody has given: what stands in `part` is the strictest that it may be. */
  readonly open: boolean;
}

/** Votes of one group. */
export interface GroupBalance {
  readonly group: string | null;
  /** With everybody who is expected. */
  readonly before: number;
  /** Without those who may not vote for certain, and without those who may turn out not to. */
  readonly after: { readonly atMost: number; readonly atLeast: number };
}

/** One item: how many are left to decide it. */
export interface ItemForecast {
  readonly expected: number;
  /** Able to vote if nobody who is only expected to be out turns out to be; and if all of them are. */
  readonly voting: { readonly atMost: number; readonly atLeast: number };
  /** In the room while it is decided, in the same two cases. */
  readonly inTheRoom: { readonly atMost: number; readonly atLeast: number };
  readonly quorum: number;
  /** Against the quorum, counting only those who may vote: the safe reading. */
  readonly quorate: 'yes' | 'at-risk' | 'no';
  readonly groups: readonly GroupBalance[];
  /** Grounds of s.33(2) that might be met, for the authority to consider. Never more than "might". */
  readonly grounds: readonly ('a' | 'b')[];
}

/** What the law's answer comes to in the room; where it cannot tell, the strictest that is still possible. */
export function partOf({ discuss, vote, leave }: MeetingAnswer): { part: Part; open: boolean } {
  const mayVote = mayOf(vote);
  const maySpeak = mayOf(discuss);
  const out = strictestLeave(leave);
  const open = [discuss, vote, leave].some(({ kind }) => kind === 'cannot-tell');
  if (maySpeak === 'as_public_only' && out) return { part: 'speaks-and-leaves', open };
  if (maySpeak === true && mayVote) return { part: out ? 'leaves' : 'takes-part', open };
  if (maySpeak === true) return { part: 'speaks-only', open };
  if (mayVote) return { part: 'votes-only', open };
  return { part: out ? 'leaves' : 'silent', open };
}

/** A member who may be kept out is counted as kept out. */
function mayOf<T>(finding: Finding<T>): T | false {
  return finding.kind === 'cannot-tell' ? false : finding.value;
}

/** Out for the vote or for the discussion alone is not out for the item: those two parts say it. */
function strictestLeave(leave: MeetingAnswer['leave']): boolean {
  return leave.kind === 'cannot-tell' || leave.value === true;
}

const MAY_VOTE: ReadonlySet<Part> = new Set(['takes-part', 'votes-only']);
const STAYS: ReadonlySet<Part> = new Set(['takes-part', 'speaks-only', 'votes-only', 'silent']);

/** @param seats all places on the body, vacant ones included: a fraction is of the whole number */
export function quorumOf(rule: QuorumRule, seats: number): number {
  return rule.kind === 'number' ? rule.members : Math.max(rule.atLeast, Math.ceil(seats / rule.oneIn));
}

/** @param standings of everybody with a vote who is expected, each once */
export function forecastItem(standings: readonly Standing[], quorum: number): ItemForecast {
  const voting = boundsOf(standings, MAY_VOTE);
  const groups = balances(standings);
  const quorate = voting.atMost < quorum ? 'no' : voting.atLeast < quorum ? 'at-risk' : 'yes';
  return {
    expected: standings.length,
    voting,
    inTheRoom: boundsOf(standings, STAYS),
    quorum,
    quorate,
    groups,
    grounds: [
      ...(quorate === 'yes' ? [] : (['a'] as const)),
      ...(couldTurnTheVote(groups, standings.length, voting.atLeast) ? (['b'] as const) : []),
    ],
  };
}

/** Who has declared it or told us is out for certain, unless a fact is still missing. */
const isCertain = ({ because, open }: Standing): boolean => because !== 'expected' && !open;

function boundsOf(
  standings: readonly Standing[],
  able: ReadonlySet<Part>,
): { atMost: number; atLeast: number } {
  const atLeast = standings.filter(({ part }) => able.has(part)).length;
  const mayBe = standings.filter((one) => !able.has(one.part) && !isCertain(one)).length;
  return { atMost: atLeast + mayBe, atLeast };
}

function balances(standings: readonly Standing[]): GroupBalance[] {
  const groups = [...new Set(standings.map(({ group }) => group))];
  return groups
    .map((group) => {
      const own = standings.filter((one) => one.group === group);
      return { group, before: own.length, after: boundsOf(own, MAY_VOTE) };
    })
    .sort((a, b) => b.before - a.before || (a.group ?? '').localeCompare(b.group ?? ''));
}

/**
 * Might the political balance be so upset as to alter the likely outcome of a vote? Where a group has more than half of
 * the votes with everybody there and would not have it, or would come to have it, if all who may be out are.
 */
function couldTurnTheVote(groups: readonly GroupBalance[], before: number, after: number): boolean {
  return groups.some(
    (one) => one.group !== null && one.before * 2 > before !== (after > 0 && one.after.atLeast * 2 > after),
  );
}

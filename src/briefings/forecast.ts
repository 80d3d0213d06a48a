import type { QuorumRule } from '../authorities/index.js';
import { possible, type Discuss, type Leave, type MeetingAnswer } from '../law/index.js';

/**
 * What a member may do on an item, from the law's answer. `speaks-then-out` leaves for the vote, `out-then-votes` for
 * the discussion; `speaks-and-leaves` speaks as a member of the public may; `silent` stays, and neither speaks nor votes.
 */
export type Part =
  | 'takes-part'
  | 'speaks-only'
  | 'speaks-then-out'
  | 'votes-only'
  | 'out-then-votes'
  | 'speaks-and-leaves'
  | 'silent'
  | 'leaves';

/** Why we say so: it was declared, the member told us, or words of the agenda match and nobody has said yet. */
export type Because = 'declared' | 'said' | 'expected';

/** For one member: whether it holds in the worst case, and in the best. */
export interface Bound {
  readonly surely: boolean;
  readonly maybe: boolean;
}

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
  readonly votes: Bound;
  /** In the room while it is decided. */
  readonly stays: Bound;
}

/** How many: in the worst case, and in the best. */
export interface Range {
  readonly atLeast: number;
  readonly atMost: number;
}

/** Votes of one group. */
export interface GroupBalance {
  readonly group: string | null;
  /** With everybody who is expected. */
  readonly before: number;
  readonly after: Range;
}

/** One item: how many are left to decide it. */
export interface ItemForecast {
  readonly expected: number;
  readonly voting: Range;
  readonly inTheRoom: Range;
  readonly quorum: number;
  /** Against the quorum, counting only those who may vote: the safe reading. */
  readonly quorate: 'yes' | 'at-risk' | 'no';
  readonly groups: readonly GroupBalance[];
  /** Grounds of s.33(2) that might be met, for the authority to consider. Never more than "might". */
  readonly grounds: readonly ('a' | 'b')[];
}

/** Later is stricter. */
const SPEAKING: readonly Discuss[] = [true, 'as_public_only', false];

/** What the law's answer comes to in the room; where it cannot tell, the strictest that is still possible. */
export function partOf({ discuss, vote, leave }: MeetingAnswer): { part: Part; open: boolean } {
  const speaks = SPEAKING.findLast((one) => possible(discuss).includes(one)) ?? false;
  const votes = possible(vote).every(Boolean);
  const out = outFor(possible(leave));
  const open = [discuss, vote, leave].some(({ kind }) => kind === 'cannot-tell');
  return { part: partWith(speaks, votes, out), open };
}

function partWith(speaks: Discuss, votes: boolean, out: Leave): Part {
  if (speaks === 'as_public_only') return out === false ? 'speaks-only' : 'speaks-and-leaves';
  if (out === true) return 'leaves';
  if (speaks) return votes ? 'takes-part' : out === 'vote_only' ? 'speaks-then-out' : 'speaks-only';
  if (votes) return out === 'discussion_only' ? 'out-then-votes' : 'votes-only';
  return 'silent';
}

/** Out for the vote or for the discussion, whichever turns out to hold, is out for both. */
function outFor(leaves: readonly Leave[]): Leave {
  const out = [...new Set(leaves.filter((one) => one !== false))];
  return out.length > 1 ? true : (out[0] ?? false);
}

const staysToDecide = (leave: Leave): boolean => leave === false || leave === 'discussion_only';

/**
 * Whether a member votes, and whether they are in the room while it is decided.
 * @param sure what holds already
 * @param worst what holds if everything that is only expected turns out so
 */
export function boundsOf(sure: MeetingAnswer, worst: MeetingAnswer): Pick<Standing, 'votes' | 'stays'> {
  return {
    votes: { surely: possible(worst.vote).every(Boolean), maybe: possible(sure.vote).some(Boolean) },
    stays: {
      surely: possible(worst.leave).every(staysToDecide),
      maybe: possible(sure.leave).some(staysToDecide),
    },
  };
}

/** @param seats all places on the body, vacant ones included: a fraction is of the whole number */
export function quorumOf(rule: QuorumRule, seats: number): number {
  return rule.kind === 'number' ? rule.members : Math.max(rule.atLeast, Math.ceil(seats / rule.oneIn));
}

/** @param standings of everybody with a vote who is expected, each once */
export function forecastItem(standings: readonly Standing[], quorum: number): ItemForecast {
  const voting = counted(standings.map(({ votes }) => votes));
  const groups = balances(standings);
  const quorate = voting.atMost < quorum ? 'no' : voting.atLeast < quorum ? 'at-risk' : 'yes';
  return {
    expected: standings.length,
    voting,
    inTheRoom: counted(standings.map(({ stays }) => stays)),
    quorum,
    quorate,
    groups,
    grounds: [
      ...(quorate === 'yes' ? [] : (['a'] as const)),
      ...(groups.some((one) => couldTurnTheVote(one, standings.length, voting)) ? (['b'] as const) : []),
    ],
  };
}

function counted(bounds: readonly Bound[]): Range {
  return {
    atLeast: bounds.filter(({ surely }) => surely).length,
    atMost: bounds.filter(({ maybe }) => maybe).length,
  };
}

function balances(standings: readonly Standing[]): GroupBalance[] {
  const groups = [...new Set(standings.map(({ group }) => group))];
  return groups
    .map((group) => {
      const own = standings.filter((one) => one.group === group);
      return { group, before: own.length, after: counted(own.map(({ votes }) => votes)) };
    })
    .sort((a, b) => b.before - a.before || (a.group ?? '').localeCompare(b.group ?? ''));
}

/**
 * Might the political balance be so upset as to alter the likely outcome of a vote? Where a group that has more than half
 * of the votes with everybody there might not have it, or one that has it not might come to have it: each in the case that
 * is worst, or best, for that group.
 */
function couldTurnTheVote({ group, before, after }: GroupBalance, expected: number, voting: Range): boolean {
  if (group === null) return false;
  if (before * 2 > expected) {
    const others = voting.atMost - after.atMost;
    return after.atLeast <= others;
  }
  const others = voting.atLeast - after.atLeast;
  return after.atMost > others;
}

/** How a member attends, as the clerk saw it. Whether attending remotely counts is for the law and the standing orders. */
export const ATTENDANCES = ['present', 'remote', 'apologies', 'absent'] as const;
export type AttendanceKind = (typeof ATTENDANCES)[number];

export const VOTES = ['for', 'against', 'abstained'] as const;
export type Vote = (typeof VOTES)[number];

/** What was put to the vote. An item has one motion or recommendation, and may have amendments before it. */
export const QUESTIONS = ['motion', 'amendment-1', 'amendment-2', 'amendment-3'] as const;
export type Question = (typeof QUESTIONS)[number];

export const OUTCOMES = ['carried', 'lost'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface NamedVote {
  readonly memberId: string;
  readonly vote: Vote;
}

export type VoteCounts = Readonly<Record<Vote, number>>;

/** One thing that was seen. An item is optional where somebody comes or goes between two of them. */
export type Seen =
  | { readonly kind: 'opened' | 'closed' }
  | { readonly kind: 'attendance'; readonly memberId: string; readonly as: AttendanceKind }
  | { readonly kind: 'substitution'; readonly memberId: string; readonly forMemberId: string }
  | { readonly kind: 'item-begun'; readonly itemId: string }
  | { readonly kind: 'left' | 'returned'; readonly memberId: string; readonly itemId?: string | undefined }
  | VoteSeen
  /** What it names in `correctsId` did not happen. */
  | { readonly kind: 'taken-back' };

export interface VoteSeen {
  readonly kind: 'vote';
  readonly itemId: string;
  readonly question: Question;
  /** As the chair declared it; undefined where the clerk did not say. */
  readonly outcome?: Outcome | undefined;
  /** By name, or by numbers alone. */
  readonly result: { readonly named: readonly NamedVote[] } | { readonly counts: VoteCounts };
}

export type ObservationKind = Seen['kind'];

/** What the table keeps beside the columns for the item and the member. */
export interface ObservationPayload {
  readonly as?: AttendanceKind;
  readonly forMemberId?: string;
  readonly question?: Question;
  readonly outcome?: Outcome;
  readonly named?: readonly NamedVote[];
  readonly counts?: VoteCounts;
  /** 'HH:MM' on the clock of the room, where the clerk said that it happened earlier than they recorded it. */
  readonly at?: string;
}

/** The columns of the table that say what was seen. */
export interface ObservationColumns {
  readonly kind: ObservationKind;
  readonly agendaItemId: string | null;
  readonly memberId: string | null;
  readonly payload: ObservationPayload;
}

/** What was seen, as the table keeps it. */
export function columnsOf(seen: Seen, at: string | undefined): ObservationColumns {
  return {
    kind: seen.kind,
    agendaItemId: ('itemId' in seen ? seen.itemId : undefined) ?? null,
    memberId: 'memberId' in seen ? seen.memberId : null,
    payload: { ...payloadOf(seen), ...(at !== undefined && { at }) },
  };
}

function payloadOf(seen: Seen): ObservationPayload {
  switch (seen.kind) {
    case 'attendance':
      return { as: seen.as };
    case 'substitution':
      return { forMemberId: seen.forMemberId };
    case 'vote':
      return {
        question: seen.question,
        ...(seen.outcome !== undefined && { outcome: seen.outcome }),
        ...('named' in seen.result ? { named: inOrder(seen.result.named) } : { counts: seen.result.counts }),
      };
    default:
      return {};
  }
}

/** The same vote is the same content, in whatever order a page lists the members. */
function inOrder(named: readonly NamedVote[]): NamedVote[] {
  return named
    .map(({ memberId, vote }) => ({ memberId, vote }))
    .sort((a, b) => a.memberId.localeCompare(b.memberId));
}

/** What was seen, from the columns that `columnsOf` filled. */
export function seenIn(row: ObservationColumns): Seen {
  const { kind, payload } = row;
  const itemId = row.agendaItemId ?? undefined;
  const memberId = row.memberId ?? undefined;
  switch (kind) {
    case 'attendance':
      return { kind, memberId: kept(memberId), as: kept(payload.as) };
    case 'substitution':
      return { kind, memberId: kept(memberId), forMemberId: kept(payload.forMemberId) };
    case 'item-begun':
      return { kind, itemId: kept(itemId) };
    case 'left':
    case 'returned':
      return { kind, memberId: kept(memberId), itemId };
    case 'vote':
      return {
        ...{ kind, itemId: kept(itemId), question: kept(payload.question), outcome: payload.outcome },
        result: payload.named === undefined ? { counts: kept(payload.counts) } : { named: payload.named },
      };
    default:
      return { kind };
  }
}

/** `columnsOf` wrote it; a row without it is a bug, and nothing is made up in its place. */
function kept<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('An observation was kept without a part that its kind must have.');
  return part;
}

/** Every member that an observation speaks of. */
export function membersIn(seen: Seen): string[] {
  const members = 'memberId' in seen ? [seen.memberId] : [];
  if (seen.kind === 'substitution') members.push(seen.forMemberId);
  if (seen.kind === 'vote' && 'named' in seen.result) {
    members.push(...seen.result.named.map(({ memberId }) => memberId));
  }
  return members;
}

import { isDeepStrictEqual } from 'node:util';
import { columnsOf, type Seen, type VoteSeen } from './observation-content.js';

/** One observation, read back. */
export type Observed<S extends Seen = Seen> = S & {
  readonly id: string;
  readonly correctsId: string | undefined;
  readonly saidAt: Date;
  /** When it happened: when it was said, unless the clerk gave another time. */
  readonly happenedAt: Date;
  readonly recordedBy: string;
};

export type MemberAttends = Observed<Extract<Seen, { kind: 'attendance' }>>;
export type Substitution = Observed<Extract<Seen, { kind: 'substitution' }>>;
export type Moved = Observed<Extract<Seen, { kind: 'left' | 'returned' }>>;
export type Voted = Observed<VoteSeen>;

/** A member who left the room. Without a return, they are recorded as out to the end. */
export interface Absence {
  readonly memberId: string;
  readonly left: Moved;
  readonly returned: Moved | undefined;
}

/** Two people recorded the same thing differently, and neither corrected the other. What was said later stands. */
export interface Difference {
  readonly stands: Observed;
  readonly also: Observed;
}

/** The meeting as it was observed: of everything that was recorded, what stands. */
export interface MeetingObserved {
  readonly opened: Observed | undefined;
  readonly closed: Observed | undefined;
  /** By member. */
  readonly attendance: ReadonlyMap<string, MemberAttends>;
  readonly substitutions: readonly Substitution[];
  /** By item, in the order in which the items were begun. */
  readonly begun: ReadonlyMap<string, Observed>;
  readonly absences: readonly Absence[];
  /** Somebody came back who was not recorded as leaving. */
  readonly returnedOnly: readonly Moved[];
  readonly votes: readonly Voted[];
  readonly differences: readonly Difference[];
}

/** Clerks who write down the same moment are rarely in the same minute. */
const SAME_MOMENT_MS = 2 * 60_000;

/**
 * Works out what stands. What another observation corrects or takes back stands no more; of the rest, what was said
 * later about the same thing stands.
 * @param all in the order in which they arrived
 */
export function whatStands(all: readonly Observed[]): MeetingObserved {
  const corrected = new Set(all.map(({ correctsId }) => correctsId));
  const left = bySaying(all.filter((one) => !corrected.has(one.id) && one.kind !== 'taken-back'));
  const groups = [...grouped(left.filter(isNoMove), subjectOf), ...runsOf(left.filter(isMove))];
  const stands = groups
    .flatMap((group) => group.slice(-1))
    .sort((a, b) => a.happenedAt.getTime() - b.happenedAt.getTime());
  const of = <K extends Seen['kind']>(kind: K): Observed<Extract<Seen, { kind: K }>>[] =>
    stands.filter((one): one is Observed<Extract<Seen, { kind: K }>> => one.kind === kind);
  return {
    opened: of('opened')[0],
    closed: of('closed')[0],
    attendance: new Map(of('attendance').map((one) => [one.memberId, one])),
    substitutions: of('substitution'),
    begun: new Map(of('item-begun').map((one) => [one.itemId, one])),
    ...absencesOf(stands.filter(isMove)),
    votes: of('vote'),
    differences: groups.flatMap(differencesIn),
  };
}

/** The sort is stable, so that what was said at the same instant stays in the order in which it arrived. */
const bySaying = (all: readonly Observed[]): Observed[] =>
  [...all].sort((a, b) => a.saidAt.getTime() - b.saidAt.getTime());

function grouped<T>(all: readonly T[], by: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(by(one), [...(groups.get(by(one)) ?? []), one]);
  return [...groups.values()];
}

const isMove = (one: Observed): one is Moved => one.kind === 'left' || one.kind === 'returned';
const isNoMove = (one: Observed): boolean => !isMove(one);

/** What an observation is about: of two with the same subject, the later one stands. */
function subjectOf(one: Observed): string {
  switch (one.kind) {
    case 'attendance':
    case 'substitution':
      return `${one.kind}/${one.memberId}`;
    case 'item-begun':
      return `${one.kind}/${one.itemId}`;
    case 'vote':
      return `${one.kind}/${one.itemId}/${one.question}`;
    default:
      return one.kind;
  }
}

/**
 * Comings and goings have no subject but their place in time: a member may leave twice. What two people saw is one
 * going when the member did not come back between, and the item is the same.
 */
function runsOf(moves: readonly Moved[]): Observed[][] {
  const runs: Moved[][] = [];
  for (const ofMember of grouped(moves, ({ memberId }) => memberId)) {
    const inTime = [...ofMember].sort((a, b) => a.happenedAt.getTime() - b.happenedAt.getTime());
    for (const move of inTime) {
      const before = runs.at(-1)?.at(-1);
      const sameMove =
        before?.memberId === move.memberId && before.kind === move.kind && before.itemId === move.itemId;
      if (sameMove) runs.at(-1)?.push(move);
      else runs.push([move]);
    }
  }
  return runs.map(bySaying);
}

function absencesOf(moves: readonly Moved[]): Pick<MeetingObserved, 'absences' | 'returnedOnly'> {
  const absences: { memberId: string; left: Moved; returned: Moved | undefined }[] = [];
  const returnedOnly: Moved[] = [];
  for (const move of moves) {
    const open = absences.findLast((one) => one.memberId === move.memberId);
    if (move.kind === 'left') absences.push({ memberId: move.memberId, left: move, returned: undefined });
    else if (open === undefined || open.returned !== undefined) returnedOnly.push(move);
    else open.returned = move;
  }
  return { absences, returnedOnly };
}

/** Whoever records the same thing again corrects themselves; what two people say is told where it differs. */
function differencesIn(group: readonly Observed[]): Difference[] {
  const stands = group.at(-1);
  if (stands === undefined) return [];
  const newestOfEach = new Map(group.map((one) => [one.recordedBy, one]));
  newestOfEach.delete(stands.recordedBy);
  return [...newestOfEach.values()].filter((also) => differ(stands, also)).map((also) => ({ stands, also }));
}

function differ(one: Observed, other: Observed): boolean {
  const isMoment = one.kind !== 'attendance' && one.kind !== 'substitution' && one.kind !== 'vote';
  const apart = Math.abs(one.happenedAt.getTime() - other.happenedAt.getTime()) > SAME_MOMENT_MS;
  return (isMoment && apart) || !isDeepStrictEqual(columnsOf(one, undefined), columnsOf(other, undefined));
}

/** Whether a member was recorded as out of the room at a moment. */
export function outOfRoomAt({ absences }: MeetingObserved, memberId: string, at: Date): Absence | undefined {
  return absences.findLast(
    ({ memberId: id, left, returned }) =>
      id === memberId && left.happenedAt <= at && (returned === undefined || returned.happenedAt > at),
  );
}

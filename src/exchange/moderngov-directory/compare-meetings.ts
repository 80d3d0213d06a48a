import type { Body } from '../../authorities/index.js';
import type { CivilDate } from '../../law/index.js';
import type { Meeting } from '../../meetings/index.js';
import { byNumber } from './origin.js';
import type { ReadMeeting } from './reading.js';

/**
 * To be chosen: new; recognised (the same body, day and time, whose number is not known yet); moved; cancelled.
 * Only to be told: same; held (it takes place there and is cancelled here); taken (another meeting here has its day and
 * time); no-time; no-body (its committee is not known here); past.
 */
export type MeetingFate =
  'new' | 'recognised' | 'moved' | 'cancelled' | 'same' | 'held' | 'taken' | 'no-time' | 'no-body' | 'past';

export interface MeetingRow {
  readonly index: number;
  readonly read: ReadMeeting;
  readonly fate: MeetingFate;
  readonly here?: Meeting;
  /** The name of its body here, or as it is printed there. */
  readonly bodyName: string;
  readonly bodyId?: string;
}

export interface MeetingDifferences {
  readonly kind: 'meetings';
  readonly rows: readonly MeetingRow[];
  /** Meetings here that are known from there, still to come, and not told among those of their body and days. */
  readonly missing: readonly Meeting[];
}

interface Here {
  readonly bodies: readonly Body[];
  readonly meetings: readonly Meeting[];
  readonly today: CivilDate;
}

/** What meetings elsewhere and here are to each other: by number, then by body, day and time, which are their identity. */
export function compareMeetings(read: readonly ReadMeeting[], here: Here): MeetingDifferences {
  const bodies = byNumber(here.bodies);
  const known = byNumber(here.meetings);
  const bySlot = new Map(here.meetings.map((meeting) => [slotOf(meeting), meeting]));
  const rows = read.map((entry, index): MeetingRow => {
    const body = bodies.get(entry.bodyExternalId);
    const bodyName = body?.name ?? entry.bodyName;
    const numbered = known.get(entry.externalId);
    const slot = { bodyId: body?.id ?? '', meetsOn: entry.meetsOn, startsAt: entry.startsAt ?? '' };
    const there = bySlot.get(slotOf(slot));
    const found = numbered ?? there;
    const row = {
      index,
      read: entry,
      bodyName,
      ...(body && { bodyId: body.id }),
      ...(found && { here: found }),
    };
    return { ...row, fate: fateOf(entry, { body, numbered, there, today: here.today }) };
  });
  return { kind: 'meetings', rows, missing: missingIn(read, rows, here) };
}

interface Found {
  readonly body: Body | undefined;
  /** The meeting that has its number. */
  readonly numbered: Meeting | undefined;
  /** The meeting that has its body, day and time. */
  readonly there: Meeting | undefined;
  readonly today: CivilDate;
}

function fateOf(entry: ReadMeeting, { body, numbered, there, today }: Found): MeetingFate {
  const isPast = entry.meetsOn < today && (numbered === undefined || numbered.meetsOn < today);
  if (isPast) return 'past';
  if (body === undefined) return 'no-body';
  if (numbered === undefined) {
    if (entry.startsAt === null) return 'no-time';
    if (there === undefined) return 'new';
    if (there.externalId !== null) return 'taken';
  }
  const found = numbered ?? there;
  if (found === undefined) return 'new';
  if (entry.status === 'cancelled') return found.status === 'cancelled' ? 'same' : 'cancelled';
  if (found.status === 'cancelled') return 'held';
  if (numbered === undefined) return 'recognised';
  if (entry.startsAt === null) return 'no-time';
  if (numbered.meetsOn === entry.meetsOn && numbered.startsAt === entry.startsAt) return 'same';
  return there === undefined ? 'moved' : 'taken';
}

const slotOf = ({ bodyId, meetsOn, startsAt }: Pick<Meeting, 'bodyId' | 'meetsOn' | 'startsAt'>): string =>
  `${bodyId} ${meetsOn} ${startsAt}`;

/** An answer may be of some days and some committees only, so it says nothing of the others. */
function missingIn(read: readonly ReadMeeting[], rows: readonly MeetingRow[], here: Here): Meeting[] {
  const met = new Set(rows.map(({ here: meeting }) => meeting?.id));
  const bodyIds = new Set(rows.map(({ bodyId }) => bodyId));
  const days = read.map(({ meetsOn }) => meetsOn as string).sort();
  const [first = '', last = ''] = [days[0], days.at(-1)];
  return [...byNumber(here.meetings).values()].filter(
    ({ id, bodyId, meetsOn, status }) =>
      !met.has(id) &&
      bodyIds.has(bodyId) &&
      status === 'confirmed' &&
      meetsOn >= here.today &&
      meetsOn >= first &&
      meetsOn <= last,
  );
}

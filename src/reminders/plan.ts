import { keyOf, type KnownRow, type WantedRow } from './planned-rows.js';
import type { Step } from './steps.js';
import type { Wanted } from './topics/topic.js';

/** Something that should be told, without what its reader has turned off. */
export interface Owed extends Wanted {
  /** Its steps that should have a row, at a moment. */
  readonly toPlan: (now: Date) => readonly Step[];
}

/** A member of whom a topic could not read what they are to be told. */
export interface Unread {
  readonly memberId: string;
  readonly rules: readonly string[];
}

/** The rows that should be there, each key once. */
export function rowsOf(wanted: readonly Owed[], now: Date): WantedRow[] {
  const rows = new Map<string, WantedRow>();
  for (const { reader, rule, subject, edition, usefulUntil = null, actBy = null, toPlan } of wanted) {
    for (const { name: step, dueAt } of toPlan(now)) {
      const row = { ...reader, rule, subject, step, edition, dueAt, usefulUntil, actBy };
      rows.set(keyOf(row), row);
    }
  }
  return [...rows.values()];
}

/**
 * Which of them are to be written: those that are not there, and those that are and differ. No other row is touched, so
 * that planning waits for nobody who is telling one.
 */
export function rowsToWrite(rows: readonly WantedRow[], known: readonly KnownRow[], now: Date): WantedRow[] {
  const byKey = new Map(known.map((row) => [keyOf(row), row]));
  const newestTold = newestToldOf(known, now);
  return rows.filter((row) => {
    const there = byKey.get(keyOf(row));
    if (there?.state === 'planned') return !there.hurried && differs(row, there);
    if (there !== undefined && !there.comesBack) return false;
    // The same was told since, at a later step: as when the days of a clock are set anew.
    const toldAt = newestTold.get(toldKey(row));
    return row.dueAt > now || toldAt === undefined || row.dueAt >= toldAt;
  });
}

/**
 * What is waiting and is wanted no more. Of whom nothing could be read it is not known, and theirs stands. So does what an
 * officer sends by hand: it is no step of a plan, and is asked whether it is owed when it goes.
 */
export function rowsGone(
  waiting: readonly KnownRow[],
  wanted: readonly Wanted[],
  unread: readonly Unread[],
): KnownRow[] {
  const still = new Set(
    wanted.flatMap(({ reader, rule, subject, edition, steps }) =>
      steps.map(({ name: step }) => keyOf({ ...reader, rule, subject, edition, step })),
    ),
  );
  const stands = new Set<string>();
  for (const { memberId, rules } of unread) {
    for (const rule of rules) {
      stands.add(`${memberId} ${rule}`);
      // What officers are told may be of that member, and its row does not say of whom it is.
      stands.add(` ${rule}`);
    }
  }
  return waiting.filter(
    (row) => !row.hurried && !still.has(keyOf(row)) && !stands.has(`${row.memberId ?? ''} ${row.rule}`),
  );
}

/** What an officer sent before its time says nothing of the steps that come before it. */
function newestToldOf(known: readonly KnownRow[], now: Date): ReadonlyMap<string, Date> {
  const newest = new Map<string, Date>();
  for (const row of known) {
    if (row.state !== 'in-message' || row.dueAt > now) continue;
    const before = newest.get(toldKey(row));
    if (before === undefined || row.dueAt > before) newest.set(toldKey(row), row.dueAt);
  }
  return newest;
}

const toldKey = (row: WantedRow): string => keyOf({ ...row, step: '' });

function differs(one: WantedRow, other: WantedRow): boolean {
  return (['dueAt', 'usefulUntil', 'actBy'] as const).some(
    (when) => one[when]?.getTime() !== other[when]?.getTime(),
  );
}

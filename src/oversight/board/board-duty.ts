import type { CodeDuty, DisclosureDuty, DutyState, MemberDuty } from '../../duties/index.js';
import type { Ending } from '../../dispensations/index.js';
import { daysBetween, type CivilDate } from '../../law/index.js';

/** Every kind of duty that the board knows: the Act's, the code's, the council's practice, and the officers' own. */
export const DUTY_KINDS = [
  'taking-office',
  'after-disclosure',
  'by-the-code',
  'confirmation',
  'dispensation-ends',
  'sensitive-review',
] as const;
export type DutyKind = (typeof DUTY_KINDS)[number];

/** What is the same of every row. Nothing of it tells what an interest is. */
interface Row {
  /** What it is about, by id. */
  readonly about: string;
  /** Undefined for what officers owe: who has a sensitive interest is sensitive itself. */
  readonly member: { readonly id: string; readonly name: string } | undefined;
  /** The day with which it began: taking office, a meeting, what was told last. Undefined where none is known. */
  readonly since: CivilDate | undefined;
  /** Inclusive; undefined where nothing can be owed. */
  readonly lastDay: CivilDate | undefined;
  readonly state: DutyState;
  /** The day on which it was answered. */
  readonly metOn: CivilDate | undefined;
}

/** One thing that somebody owes or owed, with what it follows from. */
export type BoardDuty = Row &
  (
    | { readonly kind: 'taking-office'; readonly duty: MemberDuty }
    | { readonly kind: 'after-disclosure'; readonly duty: DisclosureDuty }
    | { readonly kind: 'by-the-code'; readonly duty: CodeDuty }
    | { readonly kind: 'confirmation'; readonly everyMonths: number }
    | { readonly kind: 'dispensation-ends'; readonly duty: Ending }
    | { readonly kind: 'sensitive-review' }
  );

/** Worst first. */
export const STATE_ORDER: readonly DutyState[] = [
  'overdue',
  'due-soon',
  'on-time',
  'met-late',
  'met',
  'nothing-to-register',
  'closed',
  'not-owed',
];

/** Within this many days of the last one, the last one included, something is due soon: as the law's duties are. */
const SOON = 7;

/** How something stands that is open until its last day. */
export function openState(
  asAt: CivilDate,
  lastDay: CivilDate,
  remindBy: CivilDate = lastDay,
): Extract<DutyState, 'on-time' | 'due-soon' | 'overdue'> {
  if (asAt > lastDay) return 'overdue';
  return daysBetween(asAt, remindBy) < SOON ? 'due-soon' : 'on-time';
}

const PLACE_OF_STATE = new Map(STATE_ORDER.map((state, place) => [state, place]));
const PLACE_OF_KIND = new Map(DUTY_KINDS.map((kind, place) => [kind, place]));
/** Made once: localeCompare makes one for every pair. */
const byName = new Intl.Collator('en-GB');

/** By state, then the earliest last day, then by name: the same list every time. */
export function worstFirst(a: BoardDuty, b: BoardDuty): number {
  if (a.state !== b.state) return (PLACE_OF_STATE.get(a.state) ?? 0) - (PLACE_OF_STATE.get(b.state) ?? 0);
  const [dayA, dayB] = [a.lastDay ?? '', b.lastDay ?? ''];
  if (dayA !== dayB) return dayA < dayB ? -1 : 1;
  return (
    byName.compare(a.member?.name ?? '', b.member?.name ?? '') ||
    (PLACE_OF_KIND.get(a.kind) ?? 0) - (PLACE_OF_KIND.get(b.kind) ?? 0)
  );
}

import type { OpenedDisclosure } from '../disclosures/index.js';
import { earlier, londonDateOf, type CivilDate } from '../law/index.js';

/** A declaration with everything that it corrects, confirms or takes back: the latest first. */
export interface Chain {
  readonly rows: readonly OpenedDisclosure[];
  /** Those of which a clerk said that they had recorded them wrongly. */
  readonly misheard: ReadonlySet<string>;
}

/** What a member declared, each with what came of it: also what stands no longer, because it was said all the same. */
export function chainsOf(rows: readonly OpenedDisclosure[]): Chain[] {
  const followed = new Set(rows.flatMap(({ confirmsId, correctsId }) => [confirmsId, correctsId]));
  const taken = rows.filter(({ kind, details }) => kind === 'taken-back' && details.heard === true);
  const misheard = new Set(taken.flatMap(({ correctsId }) => correctsId ?? []));
  return rows.filter(({ id }) => !followed.has(id)).map((row) => ({ rows: chainOf(row, rows), misheard }));
}

function chainOf(row: OpenedDisclosure, rows: readonly OpenedDisclosure[]): OpenedDisclosure[] {
  const before = rows.find(({ id }) => id === row.correctsId || id === row.confirmsId);
  return before === undefined ? [row] : [row, ...chainOf(before, rows)];
}

/** What was declared as an interest that somebody would have registered: by the Act, or by a code. */
export type Registrable = (declared: OpenedDisclosure) => boolean;

/** One that the Act knows: the member’s own or a partner’s (s.30(3)). */
export const byTheAct: Registrable = ({ interestKind, heldBy }) =>
  interestKind === 'dpi' && heldBy !== 'other';

/**
 * Whether such an interest was told to a meeting, of which the officer knew nothing then. What was said stays said: a
 * correction says better what it is, and unsays neither that it was disclosed nor that it was not known.
 */
export function opensClock(
  chain: Chain,
  registrable: Registrable,
): 'not-known-to-the-officer' | 'nobody-said' | undefined {
  const disclosed = toldAs(registrable, chain);
  // Six years later its words are gone, and whether they were ever notified cannot be worked out any more.
  if (disclosed.some(({ erasedAt }) => erasedAt !== null)) return undefined;
  if (disclosed.some(({ details }) => details.stood === 'nowhere')) return 'not-known-to-the-officer';
  // What a clerk recorded says nothing of the register until the member points to an entry.
  const isOpen = disclosed.at(-1)?.details.stood === undefined && pointsTo(chain, registrable) === undefined;
  return disclosed.length > 0 && isOpen ? 'nobody-said' : undefined;
}

/** The row in whose words the duty is shown: as it stands, or as it was said where it is called something else since. */
export function disclosureOf(chain: Chain, registrable: Registrable): OpenedDisclosure {
  const [latest] = toldAs(registrable, chain);
  if (latest === undefined) throw new Error('No interest that is registered was told to a meeting.');
  return latest;
}

/** The id of the declaration with which it began: it stays, whatever is put right since. */
export const firstIdOf = ({ rows }: Chain): string => rows.at(-1)?.id ?? '';

/** What the member can put right of it now; undefined where it stands no longer. */
export const standingIn = ({ rows: [latest] }: Chain): OpenedDisclosure | undefined =>
  latest?.kind === 'interest' ? latest : undefined;

/** The day on which it was first declared, which may be before the meeting: what was notified since may be it. */
export const firstDeclaredOn = ({ rows }: Chain): CivilDate =>
  rows.map(({ saidAt }) => londonDateOf(saidAt)).reduce(earlier);

/** What was told to the meeting as one of these. */
const toldAs = (registrable: Registrable, { rows, misheard }: Chain): OpenedDisclosure[] =>
  rows.filter(
    (row) =>
      row.kind === 'interest' && row.stage === 'at-meeting' && registrable(row) && !misheard.has(row.id),
  );

/** The interest that the member’s last word points to, as long as they call it what it was called. */
const pointsTo = ({ rows: [latest] }: Chain, registrable: Registrable): string | undefined =>
  latest !== undefined && registrable(latest) ? latest.details.interestId : undefined;

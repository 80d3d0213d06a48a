import { civilDate } from '../../../law/index.js';
import { SOON_DAYS, type Foreseen, type LastRun, type OpenedHold } from '../../../oversight/index.js';
import { dateInWords } from '../../../wording/index.js';
import { instantInWords } from '../../page/index.js';
import { keptInWords, KINDS_IN_WORDS, WHAT_STAYS } from '../words.js';

export interface KnownOfRetention {
  readonly foreseen: readonly Foreseen[];
  readonly holds: readonly OpenedHold[];
  readonly openCases: number;
  readonly lastRun: LastRun | undefined;
  /** Members by id. */
  readonly names: ReadonlyMap<string, string>;
}

export function retentionView({ foreseen, holds, openCases, lastRun, names }: KnownOfRetention): object {
  return {
    title: 'What is kept, and for how long',
    backHref: '/officer',
    lastRun:
      lastRun === undefined
        ? 'Nothing was looked through yet. A worker does it once a day.'
        : `Last looked through on ${dateInWords(civilDate(lastRun.on))}: ${erasedInWords(lastRun.erased)}.`,
    openCases,
    holds: holds.map(({ id, memberId, reason, placedAt }) => ({
      ...{ id, reason, since: instantInWords(placedAt) },
      whose: memberId === null ? 'Everything of the council' : (names.get(memberId) ?? ''),
    })),
    kinds: foreseen.map((one) => kindView(one, names)),
    stays: WHAT_STAYS,
  };
}

function kindView(one: Foreseen, names: ReadonlyMap<string, string>): object {
  const { kind, months, due, soon, heldBack, first } = one;
  const words = KINDS_IN_WORDS[kind];
  return {
    ...{ kind, title: words.title, what: words.what, why: words.why },
    kept: keptInWords(months, words),
    next: due === 0 ? 'Nothing' : String(due),
    soon: `${soon} more within ${SOON_DAYS} days`,
    heldBack,
    more: due - first.length,
    first: first.map(({ memberId, since }) => {
      const on = dateInWords(civilDate(since));
      return memberId === null ? `From ${on}` : `${names.get(memberId) ?? ''}, from ${on}`;
    }),
  };
}

const erasedInWords = (erased: number): string =>
  erased === 0
    ? 'nothing was erased'
    : erased === 1
      ? 'one thing was erased'
      : `${erased} things were erased`;

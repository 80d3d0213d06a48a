import type { Origin } from '../../authorities/index.js';

/** The name of ModernGov where something is known from it. */
const MODERNGOV = 'moderngov';

export const originOf = (externalId: string): Origin => ({ source: MODERNGOV, externalId });

interface Known {
  readonly source: string | null;
  readonly externalId: string | null;
}

/** What is known here from ModernGov, by its number there. */
export function byNumber<T extends Known>(known: readonly T[]): Map<string, T> {
  return new Map(
    known.flatMap((one) =>
      one.source === MODERNGOV && one.externalId !== null ? [[one.externalId, one] as const] : [],
    ),
  );
}

/** What no other system has been found to know yet. */
export const unknownElsewhere = <T extends Known>(known: readonly T[]): T[] =>
  known.filter(({ source, externalId }) => source === null && externalId === null);

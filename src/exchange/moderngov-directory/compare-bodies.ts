import type { Body } from '../../authorities/index.js';
import { byNumber, unknownElsewhere } from './origin.js';
import type { ReadBody } from './reading.js';

/**
 * same: nothing to do; renamed: known here under another name; unmatched: not known here by its number; gone: known here,
 * and meets no more there; over: gone there and never known here, so there is nothing to say of it.
 */
export interface BodyRow {
  readonly index: number;
  readonly read: ReadBody;
  readonly fate: 'same' | 'renamed' | 'unmatched' | 'gone' | 'over';
  readonly here?: Body;
  /** The body here of exactly this name. That it is the same one, somebody must say. */
  readonly proposal?: Body;
}

export interface BodyDifferences {
  readonly kind: 'bodies';
  readonly rows: readonly BodyRow[];
  /** Those here that are not known by a number there, so that an entry may be said to be one of them. */
  readonly toChoose: readonly Body[];
  /** Those here that no entry is, or seems to be. */
  readonly missing: readonly Body[];
}

/** What committees elsewhere and bodies here are to each other: by number, and where there is none by name. */
export function compareBodies(read: readonly ReadBody[], here: readonly Body[]): BodyDifferences {
  const known = byNumber(here);
  const toChoose = unknownElsewhere(here);
  const named = new Map(toChoose.map((body) => [nameKey(body.name), body]));
  const rows = read.map((entry, index): BodyRow => {
    const body = known.get(entry.externalId);
    if (body !== undefined) return { index, read: entry, here: body, fate: fateOf(entry, body) };
    if (entry.isGone) return { index, read: entry, fate: 'over' };
    const proposal = named.get(nameKey(entry.name));
    return { index, read: entry, fate: 'unmatched', ...(proposal && { proposal }) };
  });
  const met = new Set(rows.flatMap(({ here: body, proposal }) => [body?.id, proposal?.id]));
  return { kind: 'bodies', rows, toChoose, missing: here.filter(({ id }) => !met.has(id)) };
}

function fateOf(entry: ReadBody, body: Body): BodyRow['fate'] {
  if (entry.isGone) return 'gone';
  return entry.name === body.name ? 'same' : 'renamed';
}

const nameKey = (name: string): string => name.toLowerCase().replace(/\s+/g, ' ').trim();

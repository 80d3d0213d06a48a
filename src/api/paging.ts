import { Refusal } from '../platform/errors/index.js';
import { Text, Whole } from './shapes/index.js';

const USUAL = 50;
const MOST = 200;

/** What every list takes. */
export class PageQuery {
  @Text({ says: '`next` of the page before; without it, the first page.', most: 500, optional: true })
  cursor?: string;

  @Whole({ says: 'How many a page has.', least: 1, most: MOST, example: USUAL, optional: true })
  limit?: number;
}

/** One page: what comes after is asked for by `next`. */
export interface Page<T> {
  readonly items: T[];
  /** Null on the last page. */
  readonly next: string | null;
}

/** Where something stands in its list: compared part by part, so that what comes in meanwhile moves nothing. */
export type Place = readonly string[];

/**
 * The page that is asked for. A cursor holds the place of the last thing that was told, not a count: what is added or
 * taken away before it neither repeats nor skips anything.
 * @param placeOf must name each thing by itself: end it with the id
 * @throws 400 for a cursor that is none
 */
export function pageOf<T>(
  all: readonly T[],
  { cursor, limit = USUAL }: PageQuery,
  placeOf: (one: T) => Place,
): Page<T> {
  const after = cursor === undefined ? undefined : placeIn(cursor);
  const placed = all.map((one) => ({ one, place: placeOf(one) }));
  placed.sort((a, b) => compare(a.place, b.place));
  const left = after === undefined ? placed : placed.filter(({ place }) => compare(place, after) > 0);
  const shown = left.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ one }) => one),
    next: last === undefined || left.length === shown.length ? null : cursorOf(last.place),
  };
}

const cursorOf = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url');

function placeIn(cursor: string): Place {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(place) && place.length > 0 && place.every((part) => typeof part === 'string'))
      return place;
  } catch {
    // Not JSON: answered as any other cursor that this never gave.
  }
  const text = 'It must be the `next` of an answer, unchanged.';
  throw new Refusal(400, 'The cursor is none of ours.', [{ field: 'cursor', text }]);
}

function compare(a: Place, b: Place): number {
  for (const [index, part] of a.entries()) {
    const other = b[index] ?? '';
    if (part !== other) return part < other ? -1 : 1;
  }
  return a.length - b.length;
}

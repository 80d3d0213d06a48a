/** Many interests at once: an item finds those that ask for something it has, and passes the others by. */
import { keysAskedBy, type PreparedInterest } from './interest.js';
import { keysOf } from './item.js';
import type { MatchAnswer } from './matching.js';
import { matchPrepared } from './prepared.js';
import type { PreparedItem } from './prepared-item.js';

export interface IndexedMatch {
  /** The interest's place among those that were indexed. */
  interest: number;
  answer: MatchAnswer;
}

/** Gives the same answers as `matchPrepared` for each interest; those of level "none" are left out. */
export class MatchIndex {
  readonly #interests: readonly PreparedInterest[];
  readonly #askers = new Map<string, number | number[]>();

  constructor(interests: readonly PreparedInterest[]) {
    this.#interests = interests;
    for (const [place, interest] of interests.entries()) {
      for (const key of keysAskedBy(interest)) this.#add(key, place);
    }
  }

  /** Most keys are asked for by one interest only, and a list for each of them would cost more than all else. */
  #add(key: string, place: number): void {
    const known = this.#askers.get(key);
    if (known === undefined) this.#askers.set(key, place);
    else if (typeof known === 'number') this.#askers.set(key, [known, place]);
    else known.push(place);
  }

  /** The interests that the item may touch, in the order in which they were indexed. */
  touchedBy(item: PreparedItem): IndexedMatch[] {
    const places = new Set<number>();
    for (const key of keysOf(item)) {
      const askers = this.#askers.get(key);
      if (typeof askers === 'number') places.add(askers);
      else for (const place of askers ?? []) places.add(place);
    }
    const matches: IndexedMatch[] = [];
    for (const interest of [...places].sort((a, b) => a - b)) {
      const prepared = this.#interests[interest];
      if (prepared === undefined) continue;
      const answer = matchPrepared(prepared, item);
      if (answer.level !== 'none') matches.push({ interest, answer });
    }
    return matches;
  }
}

import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { prepareItem, type PreparedItem } from '../matching/index.js';
import type { AgendaItem } from '../meetings/index.js';

/**
 * Of one item, so much of its text is compared: some five hundred pages. A report that is longer would take a gigabyte of
 * memory, and the briefing says that the rest was not compared.
 */
export const MOST_COMPARED = 1_000_000;

/** Characters of agenda kept ready. The matcher needs some 200 bytes for each, so this is at most about 400 MB. */
const MOST_CHARACTERS = 2_000_000;

/**
 * Items made ready for the matcher, kept while they are asked about: every member of a body is held against the same
 * agenda, and a report can be long. What a revision changed has another key.
 */
@Injectable()
export class PreparedItems {
  /** Reading a long text for its key takes as long as much else: once for each item that was read. */
  readonly #keys = new WeakMap<Pick<AgendaItem, 'title' | 'text'>, string>();
  readonly #kept = new LRUCache<string, PreparedItem>({ maxSize: MOST_CHARACTERS });

  of(item: Readonly<Pick<AgendaItem, 'title' | 'text'>>): PreparedItem {
    const key = this.#keys.get(item) ?? keyOf(item);
    this.#keys.set(item, key);
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const { title } = item;
    const text = item.text.slice(0, MOST_COMPARED);
    const prepared = prepareItem({ title, text });
    this.#kept.set(key, prepared, { size: title.length + text.length + 1 });
    return prepared;
  }
}

function keyOf({ title, text }: Pick<AgendaItem, 'title' | 'text'>): string {
  const compared = text.slice(0, MOST_COMPARED);
  return createHash('sha256').update(title).update('\0').update(compared).digest('base64');
}

import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';

/** A page or a file as it is sent. */
export interface StoredPage {
  readonly type: string;
  readonly bytes: Buffer;
  /** Of the bytes alone, so that it also stays the same over a restart and in another process. */
  readonly etag: string;
}

/** What was drawn; with `mayStore` false where it shows something that the register's version does not count. */
export interface DrawnPage {
  readonly type: string;
  readonly body: string | Buffer;
  readonly mayStore?: boolean;
}

const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Pages of the public register as they were sent, in this process. A key names everything that a page depends on: its
 * address, the version of the register and the day in London; so what is stored under a key never becomes wrong, and
 * what nobody asks for any more makes room.
 */
@Injectable()
export class PageStore {
  readonly #pages = new LRUCache<string, StoredPage>({
    maxSize: MOST_BYTES,
    sizeCalculation: ({ bytes }, key) => bytes.length + key.length + 200,
  });
  readonly #beingDrawn = new Map<string, Promise<StoredPage>>();

  /** The page of this key, where it is there. */
  stored(key: string): StoredPage | undefined {
    return this.#pages.get(key);
  }

  /** The page of this key; drawn once where it is not there, however many ask for it at the same time. */
  async page(key: string, draw: () => Promise<DrawnPage>): Promise<StoredPage> {
    const stored = this.#pages.get(key) ?? this.#beingDrawn.get(key);
    if (stored !== undefined) return stored;
    const drawing = draw().then((drawn) => {
      const page = sent(drawn);
      if (drawn.mayStore !== false) this.#pages.set(key, page);
      return page;
    });
    this.#beingDrawn.set(key, drawing);
    try {
      return await drawing;
    } finally {
      this.#beingDrawn.delete(key);
    }
  }
}

function sent({ type, body }: DrawnPage): StoredPage {
  const bytes = typeof body === 'string' ? Buffer.from(body, 'utf8') : body;
  return { type, bytes, etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"` };
}

import type { RequestHandler } from 'express';
import { LRUCache } from 'lru-cache';
import { placeOf } from '../../identity/index.js';

const MINUTE_MS = 60_000;

/** Addresses that are counted at once, so that no number of senders fills the memory. */
const MOST_PLACES = 50_000;

/**
 * Refuses an address that asks more often than this in a minute, before anything is done for it. It counts in the memory
 * of this process: a count that all processes share would cost every request a write to the database, which is what a
 * flood is meant to do. With n web processes an address has n times as much. What must not be tried often (passwords,
 * codes) has limits of its own that are shared.
 */
export function requestLimit(perMinute: number): RequestHandler {
  const counts = new LRUCache<string, { asked: number; readonly until: number }>({ max: MOST_PLACES });
  return (request, response, next) => {
    const now = performance.now();
    const place = placeOf(request.ip);
    let count = counts.get(place);
    if (count === undefined || count.until <= now) {
      count = { asked: 0, until: now + MINUTE_MS };
      counts.set(place, count);
    }
    count.asked += 1;
    if (count.asked <= perMinute) {
      next();
      return;
    }
    response.status(429).setHeader('Retry-After', Math.ceil((count.until - now) / 1_000));
    response.setHeader('Cache-Control', 'no-store');
    // Plain words, because drawing a page for whoever asks too often is what must not be done.
    if (request.path.startsWith('/api/')) {
      const problem = { type: 'about:blank', title: 'Too Many Requests', status: 429 };
      response.type('application/problem+json').send(JSON.stringify(problem));
    } else {
      response.type('text/plain').send('Too many requests came from where you are. Try again in a minute.\n');
    }
  };
}

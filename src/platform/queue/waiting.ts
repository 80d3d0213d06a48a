import { setTimeout as timer } from 'node:timers/promises';

/** The queue's backend does not answer, or refused. What was to be added stands in the room's own rows all the same. */
export class QueueUnreachable extends Error {
  constructor(cause?: unknown) {
    super('The queue does not answer.', { cause });
    this.name = 'QueueUnreachable';
  }
}

/** Waits for an answer no longer than so many milliseconds. An answer that comes later is passed over. */
export async function atMost<T>(milliseconds: number, answer: Promise<T>): Promise<T> {
  const waiting = new AbortController();
  const tooLong = timer(milliseconds, undefined, { signal: waiting.signal }).then(() => {
    throw new QueueUnreachable();
  });
  try {
    return await Promise.race([answer, tooLong]);
  } finally {
    tooLong.catch(() => undefined);
    waiting.abort();
  }
}

/** Lets so much time pass; less when the signal comes. */
export async function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  await timer(milliseconds, undefined, { signal }).catch(() => undefined);
}

import { createHash } from 'node:crypto';
import type { Reminder } from './reminder.entity.js';
import type { Part } from './topics/topic.js';

/** A reminder that is told, and what it says. */
export interface Telling {
  readonly reminder: Reminder;
  readonly part: Part;
}

/** What a message is made of, before it is text or HTML. */
export interface LetterParts {
  readonly greeting: string;
  /** What the message as a whole is about. */
  readonly heading: string;
  readonly parts: readonly Part[];
  readonly closing: readonly string[];
}

/** The lines of a part beneath its heading: what the heading has just said is not said again. */
export function linesBeneath({ subject, lines }: Part): readonly string[] {
  const [first = '', ...others] = lines;
  return first !== '' && subject.includes(first) ? others : lines;
}

/** What is told, each thing once: several steps of one duty that were due together say the same. */
export function distinct(parts: readonly Part[]): Part[] {
  return [...new Map(parts.map((part) => [wordsOf(part), part])).values()];
}

/** By which it is known later whether the same would be told now, in whatever order. */
export function fingerprintOf(parts: readonly Part[]): string {
  const words = distinct(parts).map(wordsOf).sort();
  return createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 32);
}

function wordsOf({ subject, lines }: Part): string {
  return JSON.stringify([subject, lines]);
}

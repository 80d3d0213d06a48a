import type { Part } from './topics/topic.js';

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

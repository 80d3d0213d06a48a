import type { What } from '../../exchange/index.js';
import type { Words } from '../form/index.js';

export interface Option {
  readonly value: string;
  readonly text: string;
}

/** The one word of an input, '' where none was sent. */
export function wordIn(words: Words, name: string): string {
  const word = words[name];
  return typeof word === 'string' ? word.trim() : '';
}

/** What was chosen of these options; undefined for anything else. */
export function whatIn(words: Words, index: number, options: readonly Option[]): What | undefined {
  const word = wordIn(words, `what-${index}`);
  if (!options.some(({ value }) => value === word)) return undefined;
  if (word === 'leave' || word === 'take' || word === 'new') return word;
  return { sameAs: word.slice(SAME.length) };
}

const SAME = 'same:';
export const sameOption = ({ id, name }: { id: string; name: string }): Option => ({
  value: `${SAME}${id}`,
  text: `It is ${name}`,
});

/** The values that were ticked, of boxes that share a name. */
export const tickedIn = (words: Words, name: string): ReadonlySet<string> =>
  new Set([words[name] ?? []].flat());

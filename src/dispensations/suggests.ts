import type { AskedItem } from './coverage.js';
import type { OpenedDispensation } from './dispensations.js';

/** Why somebody who may say so should be asked whether a dispensation reaches an item. It is no answer. */
export type Suggestion = 'asked-for-it' | 'same-words';

/** Asked for this item, or for a matter in the words of its title. */
export function suggests(
  { request, asked, decision }: OpenedDispensation,
  item: AskedItem,
): Suggestion | undefined {
  if (request.agendaItemId === item.id) return 'asked-for-it';
  const title = bare(item.title);
  const matters = [asked.matter, decision?.words.cases ?? ''].map(bare);
  return title !== '' && matters.includes(title) ? 'same-words' : undefined;
}

/** Letters and figures alone, in small letters: 'Item: Mill Lane.' and 'item mill lane' are the same words. */
const bare = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

import type { FoundItem } from './items.js';
import type { ReadItem } from './reading.js';

const RESTRICTED =
  /\b(?:exempt(?! from)|not for publication|confidential item|part (?:ii|2) item|press and public excluded|in private session|(?:private|pink|confidential) (?:report|papers?)|\(confidential\)|\(private\))\b|\((?:confidential|private|restricted)\)/i;

export function isRestrictedTitle(title: string): boolean {
  // The item that shuts the doors is itself open.
  return RESTRICTED.test(title) && !/\bexclu(?:sion|de|ding)\b|\bexempt information\b/i.test(title);
}

/** The item as it is handed out. */
export function readItem(found: FoundItem): ReadItem {
  const text = found.text
    .map((block) => block.text)
    .join('\n')
    .trim();
  return {
    number: found.number,
    title: found.title,
    ...(text === '' ? {} : { text }),
    ...(found.restricted || isRestrictedTitle(found.title) ? { restricted: true } : {}),
  };
}

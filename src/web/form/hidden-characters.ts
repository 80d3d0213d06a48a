/**
 * Characters that nobody sees and nobody means: control characters, and those that turn the direction of writing round,
 * with which a name can be made to look like another one. Line ends and tabs are none of them, and neither are the
 * letters of Hebrew, Arabic or any other script, nor the marks that only hint at their direction.
 */
const HIDDEN = /[^\P{Cc}\n\r\t\v\f\u0085]|[\u202A-\u202E\u2066-\u2069]/u;

/** The message about the first such character, with the words before it; undefined where there is none. */
export function hiddenCharacterIn(word: string): string | undefined {
  const at = word.search(HIDDEN);
  if (at === -1) return undefined;
  const before = word.slice(Math.max(0, at - 20), at).trim();
  const where = before === '' ? 'at its beginning' : `after “${before}”`;
  return `Your answer has a character that cannot be seen ${where}. Delete it, or type the words again`;
}

import type { Body } from '../authorities/index.js';

/**
 * The body of the council that an agenda names, for the clerk to confirm; undefined where none is clearly meant.
 * The same words are a match, whatever their capitals and whether "and" is a sign. Otherwise the longest name that stands whole in
 * what is printed ("A meeting of the Planning Committee"), but never the council itself, whose name stands on
 * every agenda.
 */
export function matchBody(
  printed: string | null,
  bodies: readonly Pick<Body, 'id' | 'name' | 'kind'>[],
): string | undefined {
  if (printed === null) return undefined;
  const words = plainWords(printed);
  const same = bodies.find((body) => plainWords(body.name) === words);
  if (same !== undefined) return same.id;
  const [longest, ...others] = bodies
    .filter((body) => body.kind !== 'council')
    .map((body) => ({ id: body.id, words: plainWords(body.name) }))
    .filter((body) => body.words !== '' && ` ${words} `.includes(` ${body.words} `))
    .sort((a, b) => b.words.length - a.words.length);
  // Two bodies side by side are a joint meeting or a muddle: the clerk says which.
  return others.every((other) => longest?.words.includes(other.words)) ? longest?.id : undefined;
}

function plainWords(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '');
}

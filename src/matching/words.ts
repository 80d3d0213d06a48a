/** Words of a text in the one spelling that is compared, each with its place, so that evidence is quoted as printed. */

export interface Word {
  /** Lower case, without apostrophes, abbreviations written out. */
  norm: string;
  /** Place in the text: `text.slice(start, end)` is the word as printed. */
  start: number;
  end: number;
  isCapital: boolean;
  /** True when punctuation parts this word from the one before, so that no name runs across. */
  afterBreak: boolean;
}

/** One spelling for words that are written in two ways. "St." is Street or Saint: both become 'st'. */
const SPELLINGS = new Map([
  ['&', 'and'],
  ['ltd', 'limited'],
  ['co', 'company'],
  ['street', 'st'],
  ['saint', 'st'],
  ['rd', 'road'],
  ['ave', 'avenue'],
  ['ln', 'lane'],
  ['cres', 'crescent'],
  ['assoc', 'association'],
  ['soc', 'society'],
  ['dept', 'department'],
  ['govt', 'government'],
]);

const WORD = /[\p{L}\p{N}]+(?:['’]\p{L}+)*|&/gu;
const BREAK = /[,;:()|/\n[\]{}"“”]|\s[-–—]\s/;
const ABBREVIATION_LENGTH = 5;

export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    const printed = match[0];
    const gap = text.slice(end, match.index).slice(0, 40);
    const before = words.at(-1);
    const endsSentence = /\.\s/.test(gap) && before !== undefined && before.norm.length > ABBREVIATION_LENGTH;
    const bare = printed.toLowerCase().replace(/['’]/g, '');
    end = match.index + printed.length;
    words.push({
      norm: SPELLINGS.get(bare) ?? bare,
      start: match.index,
      end,
      isCapital: /^[\p{Lu}\p{N}]/u.test(printed),
      afterBreak: endsSentence || BREAK.test(gap),
    });
  }
  return words;
}

/** Words of a text in the one spelling that is compared, each with its place, so that evidence is quoted as printed. */

export interface Word {
  /** Lower case, without apostrophes and accents, abbreviations written out. */
  norm: string;
  /** `norm` without the ending of a plural or a possessive: what is compared. */
  stem: string;
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
  ['comp', 'company'],
  ['cyf', 'limited'],
  ['street', 'st'],
  ['saint', 'st'],
  ['rd', 'road'],
  ['ave', 'avenue'],
  ['av', 'avenue'],
  ['ln', 'lane'],
  ['cres', 'crescent'],
  ['assoc', 'association'],
  ['assn', 'association'],
  ['soc', 'society'],
  ['dept', 'department'],
  ['govt', 'government'],
  ['cttee', 'committee'],
  ['hosp', 'hospital'],
  ['sch', 'school'],
  ['univ', 'university'],
  ['bros', 'brothers'],
  ['sons', 'son'],
  ['vets', 'veterinary'],
  ['vet', 'veterinary'],
  ['flats', 'flat'],
]);

/** A word; initials with points ("C.A.B."), "co-" with what it begins, and "&" are one word each. */
const WORD =
  /\p{Lu}\.(?:\p{Lu}\.){1,5}\p{Lu}?(?!\p{L})|(?:[Cc]o-)?[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’]\p{L}+)*|&/gu;
const BREAK = /[,;:()|/\n[\]{}"“”]|\s[-–—]\s|\s[-–—]|[-–—]\s/;
const ABBREVIATION_LENGTH = 5;
/** Punctuation further back than this says nothing about the next word. */
const LONGEST_GAP = 40;

export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    const printed = match[0];
    const gap = text.slice(end, Math.min(match.index, end + LONGEST_GAP));
    const before = words.at(-1);
    const endsSentence =
      /[.!?]\s/.test(gap) && before !== undefined && before.norm.length > ABBREVIATION_LENGTH;
    const norm = normOf(printed);
    end = match.index + printed.length;
    words.push({
      norm,
      stem: stemOf(norm),
      start: match.index,
      end,
      isCapital: /^[\p{Lu}\p{N}]/u.test(printed),
      afterBreak: endsSentence || BREAK.test(gap),
    });
  }
  return words;
}

/** Accents are often left out, in Welsh names above all. */
function normOf(printed: string): string {
  let bare = printed.toLowerCase();
  if (/[^a-z0-9]/.test(bare)) {
    bare = bare.normalize('NFD').replace(/['’.\p{M}-]/gu, '');
  }
  return SPELLINGS.get(bare) ?? bare;
}

/** Plurals and possessives without their s. It need not be English, only the same on both sides. */
export function stemOf(norm: string): string {
  if (norm.length <= 3 || !norm.endsWith('s') || /(?:ss|us|is)$/.test(norm)) return norm;
  if (norm.endsWith('ies') && norm.length > 4) return `${norm.slice(0, -3)}y`;
  if (/(?:sh|ch|x|ss)es$/.test(norm)) return norm.slice(0, -2);
  return norm.slice(0, -1);
}

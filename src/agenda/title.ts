/**
 * Where the title of an item ends. Many agendas print the title and what the item is about, or its minute, in one
 * run ("Public Participation Members of the public wishing to …"), so the end is where a sentence begins.
 */

export interface Titled {
  title: string;
  /** What stood after the title, or ''. */
  remainder: string;
}

/** Titles are looked for in the first characters of an item and are never longer. */
const LONGEST_TITLE = 400;
/** Shorter texts are all title: a sentence begins only after one. */
const SHORTEST_RUN_ON = 70;
/** A verb shows that words are a sentence; it comes within so many words of its beginning. */
const VERB_WITHIN = 10;

const BEGINS_A_SENTENCE = new Set(
  'The There This These It No A An To Members Cllr Cllr. Cllrs Councillor Councillors Mr Mrs Ms Miss Dr Following All They'.split(
    ' ',
  ),
);
const FINITE_VERBS = new Set(
  (
    'is are was were has have had will shall should may must can could would took gave left asked advised reported ' +
    'declared agreed noted stated shared confirmed proposed welcomed received affects'
  ).split(' '),
);
const BINDS_TO_THE_NEXT_WORD = new Set('of the and for on in to at from by with or a an &'.split(' '));

/** Parts an item's words into its title and the rest. `lead` is the bold beginning, where the document has one. */
export function titleOf(words: string, lead?: string): Titled {
  if (lead !== undefined && lead !== '') return parted(words, lead.length);
  const head = words.slice(0, LONGEST_TITLE * 3);
  const ends = [
    pageReference(head),
    capitalsEnd(head),
    firstSentenceEnd(head),
    sentenceStart(head),
    LONGEST_TITLE,
  ];
  return parted(words, Math.min(...ends, words.length));
}

function parted(words: string, end: number): Titled {
  const title = words
    .slice(0, end)
    .replace(/[ :;.–-]{1,20}$/, '')
    .trim();
  return { title, remainder: words.slice(end).replace(/^[ :;.–-]{1,20}/, '') };
}

/** "(Pages 5 - 42)" ends a title. */
function pageReference(text: string): number {
  const at = text.search(/\(pages? \d/i);
  return at > 0 ? at : Infinity;
}

/** "BUDGET REVIEW The statement showed …": capitals end where other letters begin. Short capitals are acronyms. */
function capitalsEnd(text: string): number {
  const capitals = /^(?:[A-Z0-9&'’,./-]+ )+(?=[A-Za-z])/.exec(text)?.[0].replace(/ A $/, ' ') ?? '';
  const letters = capitals.replace(/[^A-Z]/g, '').length;
  return letters >= 7 && capitals.length < text.length ? capitals.length : Infinity;
}

/** "Welcome. The Chairman …": a full stop after a whole word, not after "St." or "Cllr.". */
function firstSentenceEnd(text: string): number {
  const at = text.length < SHORTEST_RUN_ON ? -1 : text.search(/(?<=[a-z]{4})\. [A-Z]/);
  return at === -1 ? Infinity : at;
}

function sentenceStart(text: string): number {
  if (text.length < SHORTEST_RUN_ON) return Infinity;
  const words = text.split(' ');
  let at = 0;
  for (const [index, word] of words.entries()) {
    if (index > 0 && beginsSentence(words, index)) return at;
    at += word.length + 1;
  }
  return Infinity;
}

function beginsSentence(words: string[], index: number): boolean {
  const word = words[index] ?? '';
  if (!/^[A-Z]/.test(word) || BINDS_TO_THE_NEXT_WORD.has(words[index - 1] ?? '')) return false;
  const following = words.slice(index + 1, index + 1 + VERB_WITHIN);
  const [next = '', afterNext = ''] = following;
  if (word === 'To') return /^[a-z]/.test(next);
  if (BEGINS_A_SENTENCE.has(word))
    return following.some((each) => isFiniteVerb(each) || /^[a-z]+ed$/.test(each));
  const nextSentence = following.findIndex((each) => BEGINS_A_SENTENCE.has(each));
  const sameSentence = nextSentence === -1 ? following : following.slice(0, nextSentence);
  return /^[a-z]/.test(next) && /^[a-z]/.test(afterNext) && sameSentence.some(isFiniteVerb);
}

function isFiniteVerb(word: string): boolean {
  return FINITE_VERBS.has(word);
}

/** For comparing titles: letters and digits only, in lower case. */
export function titleKey(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

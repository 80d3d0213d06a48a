/**
 * Where the title of an item ends. Many agendas print the title and what the item is about, or its minute, in one
 * run ("Public Participation Members of the public wishing to …"), so the end is where a sentence begins.
 */

import type { Block } from './block.js';
import { wordsOfRow } from './columns.js';
import { type Label, labelAt } from './labels.js';
import { REFERENCE } from './references.js';

export interface Titled {
  title: string;
  /** What stood after the title, or ''. */
  remainder: string;
}

/** The title of a numbered line or row, and what else stands in it. */
export function titleOfBlock(block: Block, label: Label, column?: number): Titled {
  if (block.cells !== undefined && label.rest !== '') {
    const row = rowWords(block.cells, label, column);
    const said = block.lead === undefined ? undefined : restOf(block.lead);
    const isHeading = said !== undefined && row.title.startsWith(said) && said.length <= LONGEST_HEADING;
    const lead = isHeading ? said : undefined;
    const { title, remainder } = titleOf(row.title, lead);
    return { title, remainder: [remainder, ...row.others].filter((words) => words !== '').join(' ') };
  }
  const lead = block.lead === undefined ? undefined : (labelAt(block.lead)?.rest ?? block.lead);
  // A whole paragraph in bold is no heading.
  const isHeading =
    lead !== undefined &&
    label.rest.startsWith(lead) &&
    !(lead === label.rest && lead.length > LONGEST_HEADING);
  return titleOf(label.rest, isHeading ? lead : undefined);
}

/** A lead with its number taken off; one that is all number has none. */
function restOf(lead: string): string {
  const rest = labelAt(lead)?.rest ?? '';
  return rest === '' ? lead : rest;
}

/** The number may stand in a cell of its own, or before the title in the first one. */
function rowWords(
  cells: readonly string[],
  label: Label,
  column: number | undefined,
): { title: string; others: readonly string[] } {
  const first = cells.find((cell) => cell !== '') ?? '';
  const words = labelAt(first)?.rest ?? '';
  if (words !== '')
    return { title: words, others: cells.slice(cells.indexOf(first) + 1).filter((cell) => cell !== '') };
  const row = wordsOfRow(cells, column);
  return row.title === '' ? { title: label.rest, others: [] } : row;
}

const LONGEST_HEADING = 200;
/** Titles are looked for in the first characters of an item and are never longer. */
const LONGEST_TITLE = 400;
/** Shorter texts are all title: a sentence begins only after one. */
const SHORTEST_RUN_ON = 45;
/** A sentence that begins with any word is believed only in a longer one. */
const LONG_RUN_ON = 70;
/** A verb shows that words are a sentence; it comes within so many words of its beginning. */
const VERB_WITHIN = 16;

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
  // Bold words are the heading, but for what an agenda prints in bold beside it.
  if (lead !== undefined && lead !== '') {
    return parted(words, Math.min(lead.length, ...endsWithin(lead)));
  }
  const head = words.slice(0, LONGEST_TITLE * 3);
  const ends = [...endsWithin(head), firstSentenceEnd(head), sentenceStart(head), LONGEST_TITLE];
  return parted(words, Math.min(...ends, words.length));
}

/** Where a title ends whatever its letters look like. */
function endsWithin(text: string): number[] {
  return [
    pageReference(text),
    instruction(text),
    innerNumber(text),
    applicationEnd(text),
    usualEnd(text),
    usualTitleEnd(text),
    repetition(text),
    innerList(text),
    capitalsEnd(text),
  ];
}

function parted(words: string, end: number): Titled {
  const title = words
    .slice(0, end)
    .replace(/ (?:pdf icon )?(?:PDF|DOCX?|XLSX?)(?: icon)? [\d.,]+ [KM]B.*$/, '')
    .replace(/(?:[ .…]{4,}|_{3,}) ?\d{0,4}(?: ?[-–] ?\d{1,4})?$/, '')
    .replace(/[ :;.–-]{1,20}$/, '')
    .trim();
  return { title, remainder: words.slice(end).replace(/^[ :;.–-]{1,20}/, '') };
}

/** "(Pages 5 - 42)" ends a title, and so does "Pages 5 to 42" at its end. */
function pageReference(text: string): number {
  // "1 - 22" at the end are pages, and "2026 - 2027" are years.
  const range = / (\d{1,4}) ?[-–] ?(\d{1,4})$/.exec(text);
  if (range !== null && Number(range[2]) < 1_900 && Number(range[1]) <= Number(range[2])) return range.index;
  const at = text.search(
    /[([](?:pages?|pp?\.) ?\d|[.…]{5,}|(?<=.) pages? \d{1,4}(?: ?(?:[-–]|to) ?\d{1,4})?$/i,
  );
  return at > 0 ? at : Infinity;
}

/** "Apologies: None.": what a minute says of the usual business is no part of its title. */
function usualEnd(text: string): number {
  const match =
    /^(?=.{0,50}(?:apolog|declar|interests|minutes|matters arising|public)).{4,60}?(?=: [^\d:]{3,60}\.$)/i.exec(
      text,
    );
  return match === null ? Infinity : match[0].length;
}

/** "Apologies for absence Apologies were received": the usual titles are known, and end where a sentence begins. */
const USUAL_TITLE =
  /^(?:apologies(?: for absence)?|declarations? of (?:members['’] )?interests?|disclosures? of interests?|any other (?:urgent )?business|(?:any )?urgent (?:business|items?)|exclusion of (?:the )?(?:press and public|public and press|public)|(?:forward )?work programme|date of (?:the )?next meeting)(?= [A-Z][a-z]+ (?!of\b|and\b|for\b|in\b|on\b|to\b|by\b|with\b)[a-z]+ ?[a-z])/i;

function usualTitleEnd(text: string): number {
  const match = USUAL_TITLE.exec(text)?.[0] ?? '';
  // What follows must have a small letter after its capital, which the comparison above does not see.
  return match !== '' && /^ [A-Z][a-z]+ [a-z]/.test(text.slice(match.length)) ? match.length : Infinity;
}

/** "Any Other Business Any other business which the Chair …": a sentence that begins with the title's own words. */
function repetition(text: string): number {
  const match = /^(\S.{7,60}?\S) (?=\1 [a-z])/i.exec(text);
  return match === null ? Infinity : (match[1] ?? '').length;
}

/** "Planning. a) Rose Cottage … b) Brook Farm …": the first of several parts ends the title of the whole. */
function innerList(text: string): number {
  const match = /(?<=[A-Za-z)]{2}[.:;]? )(?:\(?a\)|\(?i\)|\(1\)) \S.{3,400}? (?:\(?b\)|\(?ii\)|\(2\)) /.exec(
    text,
  );
  return match === null || match.index === 0 ? Infinity : match.index;
}

/** "Payments 8.1.1 Cash book": the number of a part ends the title of the whole. */
function innerNumber(text: string): number {
  const at = text.search(/(?<=\S )(?:\d{1,2}(?:\.\d{1,2}){2}|\d{1,4}\/\d{2,4}\.\d{1,2})\.? [A-Z]/);
  return at > 0 ? at : Infinity;
}

/** "Planning applications 25/01877/F Erection of …": the heading of several ends where the first of them begins. */
function applicationEnd(text: string): number {
  const match =
    /^(?:planning|(?:[A-Za-z]+ ){0,3}(?:applications|appeals|decisions)(?: (?:received|for comment|for consultation)){0,2}:?) (?=[A-Z0-9]{1,5}\/[A-Z0-9/]{4,})/i.exec(
      text,
    );
  return match === null ? Infinity : match[0].length;
}

const WHAT_IS_DONE =
  'receive|consider|approve|note|agree|confirm|elect|appoint|discuss|review|adopt|sign|resolve|decide|determine|accept|record|report|hear|declare|authorise|ratify|set|deal|invite|allow|answer|delegate|exclude|recommend|comment|update|seek|make|propose|give|provide|ask|co-opt|welcome|inform|disclose|register|present|respond|form|identify|grant|enable|take|fix';
/** "Apologies To receive apologies": what is to be done begins with a capital in the middle of the line. */
const INSTRUCTION = new RegExp(
  `(?<=[a-z0-9)’'.:;–-]{2} )To (?:${WHAT_IS_DONE})\\b|(?<=[a-z0-9)]) [-–] (?=report (?:of|by|from) )|(?<=[a-z0-9)]) ?[-–:;] (?=to (?:${WHAT_IS_DONE})\\b)|(?<=[a-z)]{2} )(?:(?:Joint )?Report (?:of|by|from) (?:the )?(?=[A-Z])|(?:Councillor|Cllr\\.?) (?=[A-Z][\\w’'-]+(?: [A-Z][\\w’'-]+)?,? (?:Portfolio|Cabinet|Executive|Lead) )|The (?:committee|panel|council|cabinet|board|meeting|sub-committee) (?:is|are|will) )`,
  'u',
);

function instruction(text: string): number {
  const at = INSTRUCTION.exec(text)?.index ?? -1;
  return at > 3 ? at : Infinity;
}

/** "BUDGET REVIEW The statement showed …": capitals end where other letters begin. Short capitals are acronyms. */
function capitalsEnd(text: string): number {
  const capitals = /^(?:[A-Z0-9&'’,./:()–-]+ )+(?=\S*[a-z])/.exec(text)?.[0].replace(/ A $/, ' ') ?? '';
  // "25/0118/M - LAND AT TARN LANE - Outline application for …": all of it says what is applied for.
  if (/ [-–] $/.test(capitals) && REFERENCE.test(capitals)) return Infinity;
  const letters = capitals.replace(/[^A-Z]/g, '').length;
  return letters >= 7 && /[a-z]{2}/.test(text.slice(capitals.length)) ? capitals.length : Infinity;
}

/** "Welcome. The Chairman …": a full stop after a whole word, not after "St." or "Cllr.". */
function firstSentenceEnd(text: string): number {
  const isLong = text.length >= SHORTEST_RUN_ON || text.endsWith('.');
  const at = isLong ? text.search(/(?<=[a-z]{4})\. [A-Z]/) : -1;
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
  if (words.join(' ').length < LONG_RUN_ON) return false;
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

/** Which number may follow which, and where the agenda's own list begins. */
import type { Block } from './block.js';
import { asLetter, type Label } from './labels.js';

/** True when `next` goes on with the list that has come as far as `last`. One number may be missing, no more. */
export function continues(last: Label, next: Label): boolean {
  if (next.style !== last.style) {
    if (isNextSection(last, next)) return true;
    const letter = asLetter(next);
    return letter !== next && last.style === letter.style && continues(last, letter);
  }
  if (last.style.startsWith('minute')) return minuteContinues(last.path, next.path);
  const [top = 0, sub = 0] = last.path;
  const [nextTop = 0, nextSub = 0] = next.path;
  if (next.path.length > 2) return false;
  if (nextSub > 0) return nextTop === top && nextSub > sub && nextSub <= sub + 2;
  return nextTop === top + 1 || (next.marked && nextTop === top + 2);
}

/** A3 -> B1: the numbers of a section say which it is. */
function isNextSection(last: Label, next: Label): boolean {
  const [letter, nextLetter] = [last, next].map(({ style }) => /^after ([A-Z])$/.exec(style)?.[1]);
  if (letter === undefined || nextLetter === undefined) return false;
  return next.path[0] === 1 && nextLetter.charCodeAt(0) === letter.charCodeAt(0) + 1;
}

/** 183/18 -> 184/18, 16/02/1 -> 16/02/2: one part counts, and the others are the year or the meeting. */
function minuteContinues(last: readonly number[], next: readonly number[]): boolean {
  if (last.length !== next.length) return false;
  const steps = next.map((part, at) => part - (last[at] ?? 0)).filter((step) => step !== 0);
  const [step = 0] = steps;
  return steps.length === 1 && (step === 1 || step === 2);
}

/** How many numbers lie between two of one list: 1 where none is missing. */
export function stepBetween(last: Label, next: Label): number {
  const at = last.style.startsWith('minute')
    ? next.path.findIndex((part, place) => part !== last.path[place])
    : 0;
  return (next.path[at] ?? 0) - (last.path[at] ?? 0);
}

/** True when a list begins anew, as the paragraphs of a report do after the agenda, and the parts of an item within it. */
export function startsAnew(last: Label, next: Label): boolean {
  return (
    next.style === last.style &&
    next.path.length === 1 &&
    next.path[0] === 1 &&
    next.marked &&
    (last.path[0] ?? 0) >= 2
  );
}

const STARTS_TRIED = 40;
/** Longer runs are not better ones: a report has more paragraphs than an agenda has items. */
const LONG_ENOUGH = 12;
export const USUAL_BUSINESS =
  /\b(?:apolog(?:y|ies)|absen(?:t|ce)|declarations?\b|interests?\b|minutes\b|public (?:participation|questions?|forum|speaking)|urgent (?:business|items?)|announcements?|correspondence|matters arising|exclusion of (?:the )?(?:press|public)|any other business|next meeting|welcome)/i;
const HEADS_THE_LIST =
  /^(?:the )?(?:agenda|business|order of business|items?(?: of business)?|no\.? ?item|item ?no\.?|business items)\b.{0,60}$/i;

/**
 * Where the agenda's own list begins: of the first numbers in the document, the one with the best run after it. Notes on
 * the front and paragraphs of reports are numbered too; the usual business and the word "Agenda" above tell them apart.
 */
export function startOfList(blocks: readonly Block[], labels: readonly (Label | undefined)[]): number {
  let best = { at: -1, score: 0 };
  let tried = 0;
  for (const [at, first] of labels.entries()) {
    if (first === undefined || (first.style.endsWith('decimal') && first.path.length > 1)) continue;
    if (++tried > STARTS_TRIED) break;
    const run = runFrom(labels, at, first);
    if (run.length < 2) continue;
    const score = scoreOf(blocks, labels, run);
    if (score > best.score) best = { at, score };
  }
  return best.at;
}

function scoreOf(
  blocks: readonly Block[],
  labels: readonly (Label | undefined)[],
  run: readonly number[],
): number {
  const [at = 0] = run;
  const usual = run
    .slice(0, 30)
    .filter((place) => USUAL_BUSINESS.test(wordsAt(blocks, labels, place))).length;
  const from = Math.max(0, at - 3);
  const above = blocks
    .slice(from, at)
    .some(({ text }, index) => labels[from + index] === undefined && HEADS_THE_LIST.test(text));
  const isMarked = labels[at]?.marked === true;
  const isWritten = /^(?:roman|letter)/.test(labels[at]?.style ?? '');
  return (
    Math.min(run.length, LONG_ENOUGH) +
    Math.min(usual, 4) * 6 +
    (above ? 8 : 0) +
    (isMarked ? 0.5 : 0) -
    (isWritten ? 4 : 0)
  );
}

/** The words of a numbered block; those below it where the number stands alone. */
function wordsAt(blocks: readonly Block[], labels: readonly (Label | undefined)[], at: number): string {
  const rest = labels[at]?.rest ?? '';
  return (rest === '' ? (blocks[at + 1]?.text ?? '') : rest).slice(0, 120);
}

/** The places of a list's numbers, from its first one on. */
function runFrom(labels: readonly (Label | undefined)[], at: number, first: Label): number[] {
  const run = [at];
  let last = first;
  for (let index = at + 1; index < labels.length; index += 1) {
    const next = labels[index];
    if (next === undefined) continue;
    if (continues(last, next) && next.marked >= (first.marked && next.rest === '')) {
      last = next;
      run.push(index);
    } else if (startsAnew(last, next) && (last.path[0] ?? 0) >= 3) break;
  }
  return run;
}

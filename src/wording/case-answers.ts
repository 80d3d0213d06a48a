import { parseCivilDate } from '../law/index.js';
import type { FactName, Point, Summary } from '../law/index.js';
import { dateInWords, dayAndDateInWords } from './dates.js';
import { lineInWords } from './lines.js';
import { POINTS, pointInWords } from './points.js';
import { questionFor } from './questions.js';

/** The values that answers of the law take, where their own names would not read well. */
const VALUES: Readonly<Record<string, string>> = {
  '': '–',
  null: '–',
  true: 'Yes',
  false: 'No',
  none: 'Nothing',
  existence_only: 'Only that there is an interest',
  existence_and_nature: 'The interest and what it is',
  as_public_only: 'Only as the public may',
  vote_only: 'For the vote only',
  discussion_only: 'For the discussion only',
  criminal: 'Can be a crime',
  'standards-complaint': 'Can lead to a complaint',
  'the-authoritys-area': 'The authority’s area',
  'the-principal-authoritys-area': 'The principal authority’s area',
  'the-london-borough-council': 'The London borough council',
};
const EXCUSED = 'excused: ';

/**
 * What a worked case states of an answer, in words: one for each column of its table. A point becomes the sentence
 * that the member is told, with the day that the case states beside it.
 */
export function caseAnswersInWords(expected: Summary): readonly string[] {
  const answers = [expected].flat();
  const day = answers.map((answer) => parseCivilDate(answer)).find((one) => one !== undefined);
  const lastDay = day === undefined ? 'the last day' : dayAndDateInWords(day);
  // While all is open, several points are those of outcomes that exclude one another, and would contradict themselves.
  const unsaid = isAllOpen(answers) ? answers.filter((answer) => pointsOf(answer).length > 1) : [];
  return answers.map((answer) => (unsaid.includes(answer) ? '–' : inWords(answer, lastDay)));
}

function isAllOpen(answers: readonly string[]): boolean {
  const others = answers.filter((answer) => pointsOf(answer).length === 0);
  return others.length > 0 && others.every((answer) => answer.startsWith('? '));
}

function inWords(answer: string, lastDay: string): string {
  if (answer.startsWith(EXCUSED)) {
    return `${inWords(answer.slice(EXCUSED.length), lastDay)}, by a dispensation`;
  }
  return openInWords(answer) ?? pointsInWords(answer, lastDay) ?? valueInWords(answer);
}

/** '? fact' is what cannot be told without it; '? fact: one or other' says too what it could be. */
function openInWords(answer: string): string | undefined {
  const [, fact, couldBe] = /^\? ([^:]+)(?:: (.+))?$/.exec(answer) ?? [];
  if (fact === undefined) return undefined;
  // Cases are texts, so a fact may be named that has no question; its name is better than nothing.
  const known = questionFor(fact as FactName) as ReturnType<typeof questionFor> | undefined;
  const outcomes = couldBe === undefined ? '' : ` (${couldBe.split(' or ').map(valueInWords).join(' or ')})`;
  return `Cannot tell${outcomes}: ${known?.question ?? fact}`;
}

/** One point, or several after one another, or a point and where it is written: 'must-be-entered: … s.31(9)'. */
function pointsInWords(answer: string, lastDay: string): string | undefined {
  const [point = '', ...citation] = answer.split(': ');
  if (isPoint(point) && citation.length > 0) {
    return lineInWords({ text: pointInWords(point, lastDay), citations: [{ text: citation.join(': ') }] });
  }
  const points = pointsOf(answer);
  return points.length > 0 ? points.map((one) => pointInWords(one, lastDay)).join(' ') : undefined;
}

/** The points that an answer is made of, each once; none where there is anything else in it. */
function pointsOf(answer: string): readonly Point[] {
  const parts = [...new Set(answer.split(/[,;] /))];
  return parts.every(isPoint) ? parts : [];
}

function isPoint(answer: string): answer is Point {
  return (POINTS as readonly string[]).includes(answer);
}

/** A value of the law’s own, a day, a number, or a tag such as 'in-time'; what is in words already stays as it is. */
function valueInWords(answer: string): string {
  const day = parseCivilDate(answer);
  // A narrow column must not break a day into three lines.
  if (day !== undefined) return dateInWords(day).replaceAll(' ', '\u00a0');
  if (/^\d{4,}$/.test(answer)) return Number(answer).toLocaleString('en-GB');
  return VALUES[answer.replace(/^[,; ]+$/, '')] ?? tagInWords(answer);
}

function tagInWords(answer: string): string {
  if (!/^[a-z][a-z0-9 ,_-]*$/.test(answer)) return answer;
  const words = answer.replace(/[-_]/g, ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

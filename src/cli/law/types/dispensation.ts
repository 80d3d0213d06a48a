import { addDays, addMonths, england, type Point } from '../../../law/index.js';
import { answerSheet, plain, type FactNames } from '../answer-sheet.js';
import { refuseIf } from '../contradiction.js';
import { day, oneOf, orNone, readFacts, wholeNumber, words, yesNo } from '../fact-kinds.js';
import type { Asked } from '../asked.js';
import { ANY_DAY } from '../named-codes.js';

const SCHEMA = {
  executiveArrangements: yesNo,
  from: day,
  grantedOn: day,
  ground: orNone(oneOf('a', 'b', 'c', 'd', 'e')),
  periodMonths: orNone(wholeNumber),
  request: words,
  to: orNone(day),
};

const NAMES: FactNames = { 'dispensations.grantedOn': 'grantedOn' };

/** The reasons that the cases put into words of their own. */
const WHY: Partial<Record<Point, string>> = {
  'asked-but-not-in-writing': 'needs a written request to the proper officer',
  'each-member-must-ask-in-writing': 'each member relieved must have made a written request',
  'no-ground-is-considered-met': 'at least one of grounds (a) to (e) must be considered met',
  'ground-d-needs-an-executive': 'ground (d) is only for authorities operating executive arrangements',
  'grant-states-no-period': 'must specify the period',
  'grant-over-four-years': 'period may not exceed four years',
  'grant-of-exactly-four-years': 'period is exactly four years',
  'grant-within-four-years': 'period is within four years',
};

/** A case of the type `dispensation`: may it be granted, and why not? */
export function answerDispensation(facts: object, { code, strict }: Asked): object | undefined {
  if (code !== 'ENG/statute-only') return undefined;
  const { request, ...given } = readFacts(facts, SCHEMA);
  refuseIf(given.from && given.to ? given.to < given.from : false, 'facts.to is before facts.from');
  refuseIf(
    given.from && given.to && given.periodMonths
      ? addDays(addMonths(given.from, given.periodMonths), -1) !== given.to
      : false,
    'facts.periodMonths is another period than facts.from and facts.to',
  );
  const periodMonths = given.periodMonths ?? (given.to === null && !strict ? null : undefined);
  const answer = england.s33_2.decide({ ...given, periodMonths, request: howAsked(request) }, ANY_DAY);
  const why = answer.kind === 'cannot-tell' ? [] : answer.reasons.flatMap(({ point }) => WHY[point] ?? []);
  const looksBack =
    given.grantedOn === undefined
      ? {}
      : { notRetrospective: england.notRetrospective.decide(given, ANY_DAY) };
  return answerSheet(
    { mayBeGranted: answer, ...looksBack, ...(why.length > 0 ? { why: plain(why.join('; ')) } : {}) },
    NAMES,
  );
}

function howAsked(text: string | undefined): 'written' | 'oral' | 'none' | undefined {
  if (text === undefined) return undefined;
  if (/^(none|no)\b/i.test(text)) return 'none';
  if (/\bnot (in )?writ|\bunwritten\b|\b(oral\w*|verbal\w*|spoken|telephone|phone)\b/i.test(text))
    return 'oral';
  return /\b(written|writing|e-?mail|letter)\b/i.test(text) ? 'written' : undefined;
}

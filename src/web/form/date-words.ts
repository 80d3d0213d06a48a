import { parseCivilDate, type CivilDate } from '../../law/index.js';

/** The three boxes of GOV.UK's date input, as the person filled them in. */
export interface DateWords {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

export type DatePart = keyof DateWords;

/** What a date must be. Sentences are made from `enter` and `name`, in GOV.UK's error wording. */
export interface DateRule {
  /** Said when nothing was entered: 'Enter the date you took office'. */
  readonly enter: string;
  /** Begins every other message: 'The date you took office'. */
  readonly name: string;
  readonly optional?: boolean;
  /** Compared with the day that the form was sent on (`today` of `validateForm`). */
  readonly mustBe?: 'in the past' | 'today or in the past' | 'today or in the future' | 'in the future';
  /** Inclusive; 1 January 1900 unless told, so that a slip of the finger is noticed. */
  readonly earliest?: CivilDate;
  /** Inclusive; 31 December 2099 unless told. */
  readonly latest?: CivilDate;
}

/** A message, and the boxes that it is about. */
export interface DateProblem {
  readonly text: string;
  readonly parts: readonly DatePart[];
}

const PARTS: readonly DatePart[] = ['day', 'month', 'year'];
const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const EARLIEST = '1900-01-01' as CivilDate;
const LATEST = '2099-12-31' as CivilDate;

/** True when all three boxes were left empty. */
export const isEmptyDate = (words: DateWords): boolean => PARTS.every((part) => words[part] === '');

/** The civil date that the words name, or undefined. A month may be given by name or its first letters. */
export function readDate({ day, month, year }: DateWords): CivilDate | undefined {
  const number = monthNumber(month);
  if (!/^\d{1,2}$/.test(day) || number === undefined || !/^\d{4}$/.test(year)) return undefined;
  return parseCivilDate(`${year}-${number.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** The first thing wrong with a date, or undefined. `today` is needed only by a rule with `mustBe`. */
export function dateProblem(
  words: DateWords,
  rule: DateRule,
  today: CivilDate | undefined,
): DateProblem | undefined {
  if (isEmptyDate(words)) {
    return rule.optional === true ? undefined : { text: rule.enter, parts: PARTS };
  }
  const missing = PARTS.filter((part) => words[part] === '');
  if (missing.length > 0) {
    return { text: `${rule.name} must include a ${missing.join(' and ')}`, parts: missing };
  }
  if (/^\d+$/.test(words.year) && words.year.length !== 4) {
    return { text: 'Year must include 4 numbers', parts: ['year'] };
  }
  const date = readDate(words);
  if (date === undefined) return { text: `${rule.name} must be a real date`, parts: PARTS };
  const text = outOfRange(date, rule) ?? onTheWrongSide(date, rule, today);
  return text === undefined ? undefined : { text, parts: PARTS };
}

function outOfRange(date: CivilDate, rule: DateRule): string | undefined {
  const earliest = rule.earliest ?? EARLIEST;
  const latest = rule.latest ?? LATEST;
  if (date < earliest) return `${rule.name} must be the same as or after ${inWords(earliest)}`;
  if (date > latest) return `${rule.name} must be the same as or before ${inWords(latest)}`;
  return undefined;
}

function onTheWrongSide(date: CivilDate, rule: DateRule, today: CivilDate | undefined): string | undefined {
  if (rule.mustBe === undefined) return undefined;
  if (today === undefined) throw new Error(`the rule '${rule.mustBe}' needs today's date`);
  const holds = {
    'in the past': date < today,
    'today or in the past': date <= today,
    'today or in the future': date >= today,
    'in the future': date > today,
  }[rule.mustBe];
  return holds ? undefined : `${rule.name} must be ${rule.mustBe}`;
}

/** '1' to '12' from a number, a name or at least its first three letters. */
function monthNumber(month: string): string | undefined {
  if (/^\d{1,2}$/.test(month)) return month;
  const letters = month.toLowerCase();
  const index = letters.length < 3 ? -1 : MONTHS.findIndex((name) => name.startsWith(letters));
  return index === -1 ? undefined : `${index + 1}`;
}

function inWords(date: CivilDate): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const name = MONTHS[month - 1] ?? '';
  return `${day} ${name.charAt(0).toUpperCase()}${name.slice(1)} ${year}`;
}

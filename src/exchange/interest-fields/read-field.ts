import { parseCivilDate, type CivilDate } from '../../law/index.js';
import type { Field, FieldKind } from './field.js';
import { characterProblem } from './characters.js';

/** What the words of a field say, what is wrong with them, or nothing where they are empty. */
export type FieldReading =
  | { readonly value: string | number | boolean }
  | { readonly wrong: string; readonly write?: string }
  | undefined;

/** The first day that anything here can have happened on. */
const EARLIEST = '1900-01-01';
const LATEST = '2099-12-31';
/** £1,000,000,000 in pence. */
const MOST_PENCE = 100_000_000_000;

/** Reads one field. Never guesses: what is not clearly one value is wrong. */
export function readField({ reads }: Field, words: string, today: CivilDate): FieldReading {
  const clean = words
    .replace(/\r\n?/g, '\n')
    .replace(/[\t\u00a0]/g, ' ')
    .trim();
  if (clean === '') return undefined;
  const bad = characterProblem(clean);
  return bad ?? readKind(reads, clean, today);
}

function readKind(reads: FieldKind, words: string, today: CivilDate): FieldReading {
  switch (reads.kind) {
    case 'text':
      return readText(words, reads.most);
    case 'date':
      return readDay(words, today, reads.future === true);
    case 'money':
      return readMoney(words);
    case 'yes-no':
      return readYesNo(words);
    case 'choice':
      return readChoice(words, Object.keys(reads.choices));
    case 'postcode':
    case 'company-number':
    case 'body-number':
    case 'title-number':
    case 'uprn':
      return readShape(words, reads.kind);
  }
}

function readText(words: string, most: number): FieldReading {
  if (words.length <= most) return { value: words };
  const length = words.length.toLocaleString('en-GB');
  return { wrong: `has ${length} characters`, write: `Write ${most} characters or fewer` };
}

const DAY = 'Write the day as 2026-03-10 or 10/03/2026';

function readDay(words: string, today: CivilDate, future: boolean): FieldReading {
  const day = dayIn(words);
  if (day === undefined) return { wrong: 'is not a real day', write: DAY };
  if (day < EARLIEST) return { wrong: 'is before 1900', write: 'Check the year' };
  if (!future && day > today) return { wrong: 'is after today', write: 'Write a day that has come' };
  if (day > LATEST) return { wrong: 'is after 2099', write: 'Check the year' };
  return { value: day };
}

/** '2026-03-10', '10/03/2026' or '10.3.2026': a day of the month comes first, as in the United Kingdom. */
export function dayIn(words: string): CivilDate | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(words) ?? [];
  if (day === '') return parseCivilDate(words);
  return parseCivilDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function readMoney(words: string): FieldReading {
  const [, minus, pounds = '', pence = ''] =
    /^(-?)£? ?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(words) ?? [];
  if (pounds === '')
    return { wrong: 'is not an amount of money', write: 'Write pounds, such as 1,250 or 99.50' };
  const value = Number(pounds.replaceAll(',', '')) * 100 + Number(pence.padEnd(2, '0'));
  if (minus === '-') return { wrong: 'is less than nothing', write: 'Write an amount of 0 or more' };
  if (value > MOST_PENCE) return { wrong: 'is more than £1,000,000,000', write: 'Check the amount' };
  return { value };
}

function readYesNo(words: string): FieldReading {
  const word = words.toLowerCase();
  if (word === 'yes' || word === 'y') return { value: true };
  if (word === 'no' || word === 'n') return { value: false };
  return {
    wrong: 'is neither yes nor no',
    write: 'Write yes or no, or leave it empty where it is not known',
  };
}

function readChoice(words: string, choices: readonly string[]): FieldReading {
  const word = words.toLowerCase().replace(/[ _]+/g, '-');
  if (choices.includes(word)) return { value: word };
  return { wrong: 'is not one of the words that are known', write: `Write one of: ${choices.join(', ')}` };
}

const SHAPES: Readonly<
  Record<
    'postcode' | 'company-number' | 'body-number' | 'title-number' | 'uprn',
    { shape: RegExp; kept?: (words: string) => string; write: string }
  >
> = {
  postcode: {
    shape: /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/,
    kept: (words) => words.replace(' ', '').replace(/(?=.{3}$)/, ' '),
    write: 'Write a full UK postcode, like WR5 2NP',
  },
  'company-number': {
    shape: /^([A-Z]{2}|\d{2})\d{5}[A-Z\d]$/,
    write: 'Write 8 characters, like 01234567 or SC123456; a spreadsheet may have dropped a 0 in front',
  },
  'body-number': {
    shape: /^[A-Z\d][A-Z\d-]{0,19}$/,
    write: 'Write the number alone, like 01234567 or 1234567',
  },
  'title-number': { shape: /^[A-Z]{0,4}\d{1,6}$/, write: 'Write the number alone, like WR123456' },
  uprn: { shape: /^\d{1,12}$/, write: 'Write up to 12 digits' },
};

function readShape(words: string, kind: keyof typeof SHAPES): FieldReading {
  const { shape, kept, write } = SHAPES[kind];
  const capitals = words.toUpperCase();
  if (!shape.test(capitals)) return { wrong: 'is not of the right form', write };
  return { value: kept === undefined ? capitals : kept(capitals) };
}

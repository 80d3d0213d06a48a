import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { CivilDate } from '../../law/index.js';
import { dateRulesOf, setSentOn } from './date-field.js';
import { dateProblem, readDate, type DatePart, type DateWords } from './date-words.js';
import { hiddenCharacterIn } from './hidden-characters.js';
import { moneyFieldsOf } from './money-field.js';
import { readPence } from './money-words.js';

/** What the person typed, by the names of the inputs. Checkboxes of one name give a list. */
export type Words = Readonly<Record<string, string | readonly string[]>>;

/** One problem, in the shape that GOV.UK's error summary and error message take. */
export interface FormError {
  readonly field: string;
  /** Where the summary's link goes: the field, or the first box of a date that is wrong. */
  readonly href: string;
  readonly text: string;
  /** For a date: the boxes to mark. */
  readonly parts?: readonly DatePart[];
}

export type FormResult<Form> =
  | { readonly ok: true; readonly value: Form; readonly words: Words }
  | { readonly ok: false; readonly errors: readonly FormError[]; readonly words: Words };

export interface FormOptions {
  /** The day the form was sent on, for dates that must be in the past or the future. */
  readonly today?: CivilDate;
  /** The most characters that any one answer may have, whatever the form's own rules say; 4,000 unless told. */
  readonly longest?: number;
}

/**
 * Turns the body of a form into answers or into errors, with the person's own words kept for showing again.
 *
 * The form is a class whose properties carry class-validator rules with messages in GOV.UK's wording; the rule
 * nearest the property is tried first, and one message a field is given. Inputs that the class does not name are
 * dropped. In the answers, text is trimmed and line ends are '\n'; an input that was not sent is undefined. Characters
 * that nobody sees, such as a NUL or what turns the direction of writing round, are refused.
 */
export function validateForm<Form extends object>(
  formClass: new () => Form,
  body: unknown,
  options: FormOptions = {},
): FormResult<Form> {
  const words = wordsOf(body);
  const dates = dateRulesOf(formClass);
  const answers: Record<string, unknown> = Object.fromEntries(
    Object.entries(words).map(([name, word]) => [
      name,
      typeof word === 'string' ? clean(word) : word.map(clean),
    ]),
  );
  for (const name of dates.keys()) answers[name] = dateWordsIn(answers, name);

  const form = plainToInstance(formClass, answers);
  setSentOn(form, options.today);
  const found = validateSync(form, { whitelist: true, stopAtFirstError: true, forbidUnknownValues: false });

  const errors = found.map(({ property, constraints }) => {
    const text = Object.values(constraints ?? {})[0] ?? 'This answer cannot be used';
    const rule = dates.get(property);
    const parts = rule && dateProblem(answers[property] as DateWords, rule, options.today)?.parts;
    const href = parts === undefined ? `#${property}` : `#${property}-${parts[0] ?? 'day'}`;
    return { field: property, href, text, ...(parts === undefined ? {} : { parts }) };
  });
  const unfit = [...hidden(words), ...overlong(words, options.longest ?? 4000)].filter(
    ({ field }) => !errors.some((error) => error.field === field),
  );
  if (errors.length + unfit.length > 0) return { ok: false, errors: [...errors, ...unfit], words };

  for (const name of dates.keys()) Object.assign(form, { [name]: readDate(answers[name] as DateWords) });
  for (const name of moneyFieldsOf(formClass)) Object.assign(form, { [name]: penceIn(answers[name]) });
  return { ok: true, value: form, words };
}

/** Checked already: what is no amount here was left empty. */
const penceIn = (typed: unknown): number | undefined =>
  typeof typed === 'string' ? readPence(typed) : undefined;

/** Only text and lists of text are words; a body of any other shape was not sent by one of our pages. */
function wordsOf(body: unknown): Words {
  const words: Record<string, string | readonly string[]> = {};
  if (typeof body !== 'object' || body === null) return words;
  for (const [name, sent] of Object.entries(body)) {
    if (NOT_ANSWERS.includes(name)) continue;
    if (typeof sent === 'string') words[name] = sent;
    else if (Array.isArray(sent)) words[name] = sent.filter((each) => typeof each === 'string');
  }
  return words;
}

/** What the form layout adds to every form. They are no answers, and a token is never shown again. */
const NOT_ANSWERS = ['_csrf', 'actingAuthority', '__proto__', 'constructor', 'prototype'];

function overlong(words: Words, longest: number): FormError[] {
  return Object.entries(words)
    .filter(([, word]) => [word].flat().some((each) => each.length > longest))
    .map(([field]) => ({
      field,
      href: `#${field}`,
      text: `Your answer must be ${longest.toLocaleString('en-GB')} characters or less`,
    }));
}

/** An answer with a character that nobody sees; the message tells where, because it cannot be seen. */
function hidden(words: Words): FormError[] {
  return Object.entries(words).flatMap(([field, word]) => {
    const text = [word].flat().map(hiddenCharacterIn).find(Boolean);
    return text === undefined ? [] : [{ field, href: `#${field}`, text }];
  });
}

/** Whatever ends a line, a form feed pasted out of a document too, is '\n'. */
function clean(word: string): string {
  return word
    .normalize('NFC')
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .trim();
}

function dateWordsIn(answers: Record<string, unknown>, name: string): DateWords {
  const part = (which: DatePart): string => {
    const word = answers[`${name}-${which}`];
    return typeof word === 'string' ? word : '';
  };
  return { day: part('day'), month: part('month'), year: part('year') };
}

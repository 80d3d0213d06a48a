import type { CivilDate } from '../../law/index.js';
import type { FormError, FormResult, Words } from './validate-form.js';

/**
 * A form as a page shows it. The macros of fields.njk take it whole:
 * `textField(form, { name: 'address', label: 'What is its address?' })`.
 */
export interface FormState {
  readonly words: Words;
  /** By field, in the shape of a GOV.UK macro's `errorMessage`. */
  readonly errors: Readonly<Record<string, { readonly text: string; readonly parts?: readonly string[] }>>;
  /** For the error summary; empty when nothing is wrong. */
  readonly errorList: readonly { readonly text: string; readonly href: string }[];
}

/** A form not yet sent: empty, or with what was answered earlier. */
export const blankForm = (words: Words = {}): FormState => ({ words, errors: {}, errorList: [] });

/**
 * A form that comes back. Takes the failed result of `validateForm`, or words with errors that only the service
 * could find (such as a second copy of the same agenda).
 */
export function refusedForm(
  refused: Extract<FormResult<unknown>, { ok: false }> | { errors: readonly FormError[]; words: Words },
): FormState {
  const errors: Record<string, { text: string; parts?: readonly string[] }> = {};
  for (const { field, text, parts } of refused.errors) {
    errors[field] ??= { text, ...(parts === undefined ? {} : { parts }) };
  }
  return {
    words: refused.words,
    errors,
    errorList: refused.errors.map(({ text, href }) => ({ text, href })),
  };
}

/** The words with which a date input is filled from a date that is known: 8 5 2017. */
export function wordsOfDate(name: string, date: CivilDate | undefined): Words {
  if (date === undefined) return {};
  const [year = '', month = '', day = ''] = date.split('-');
  return { [`${name}-day`]: `${Number(day)}`, [`${name}-month`]: `${Number(month)}`, [`${name}-year`]: year };
}

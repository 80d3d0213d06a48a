import { registerDecorator, type ValidationArguments } from 'class-validator';
import type { CivilDate } from '../../law/index.js';
import { dateProblem, type DateRule, type DateWords } from './date-words.js';

export type { DateRule } from './date-words.js';

/** Which properties of which form are dates; filled by the decorator as the classes are defined. */
const rulesOfForms = new Map<object, Map<string, DateRule>>();

/** The day that a form being validated was sent on. Kept beside the object, because a form has only answers in it. */
const sentOn = new WeakMap<object, CivilDate>();

/**
 * A date asked for with GOV.UK's date input. The page posts `<property>-day`, `<property>-month` and
 * `<property>-year`; after `validateForm` the property holds a CivilDate, or undefined when it is optional and
 * was left empty.
 */
export function DateField(rule: DateRule): PropertyDecorator {
  return (prototype, property) => {
    const name = String(property);
    const rules = rulesOfForms.get(prototype) ?? new Map<string, DateRule>();
    rulesOfForms.set(prototype, rules.set(name, rule));
    const problem = (words: unknown, args?: ValidationArguments) =>
      dateProblem(words as DateWords, rule, args && sentOn.get(args.object));
    registerDecorator({
      name: 'dateField',
      target: prototype.constructor,
      propertyName: name,
      validator: {
        validate: (words, args) => problem(words, args) === undefined,
        defaultMessage: (args) => problem(args?.value, args)?.text ?? '',
      },
    });
  };
}

/** The date rules of a form class, by property. */
export function dateRulesOf(form: abstract new () => object): ReadonlyMap<string, DateRule> {
  return rulesOfForms.get(form.prototype as object) ?? new Map();
}

/** Tells the date rules of one form object which day it was sent on. */
export function setSentOn(form: object, today: CivilDate | undefined): void {
  if (today !== undefined) sentOn.set(form, today);
}

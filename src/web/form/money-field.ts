import { registerDecorator, type ValidationArguments } from 'class-validator';
import { moneyProblem, type MoneyRule } from './money-words.js';

export type { MoneyRule } from './money-words.js';

/** Which properties of which form are amounts of money; filled by the decorator as the classes are defined. */
const rulesOfForms = new Map<object, Set<string>>();

/**
 * An amount in pounds, typed into one box. After `validateForm` the property holds whole pence, or undefined when it is
 * optional and was left empty.
 */
export function MoneyField(rule: MoneyRule): PropertyDecorator {
  return (prototype, property) => {
    const name = String(property);
    rulesOfForms.set(prototype, (rulesOfForms.get(prototype) ?? new Set()).add(name));
    const problem = (args?: ValidationArguments): string | undefined =>
      moneyProblem(typeof args?.value === 'string' ? args.value : '', rule);
    registerDecorator({
      name: 'moneyField',
      target: prototype.constructor,
      propertyName: name,
      validator: {
        validate: (_, args) => problem(args) === undefined,
        defaultMessage: (args) => problem(args) ?? '',
      },
    });
  };
}

/** The properties of a form class that are amounts of money. */
export function moneyFieldsOf(form: abstract new () => object): ReadonlySet<string> {
  return rulesOfForms.get(form.prototype as object) ?? new Set();
}

import { ValidateBy, type ValidationArguments } from 'class-validator';
import { isQuiet } from '../../../reminders/index.js';

/** An hour of the day that is written with two figures each, '09:00'; the figures may be '9:00' as people type it. */
const TIME = /^([01]?\d|2[0-3]):([0-5]\d)$/;

export function readTime(typed: string): string | undefined {
  const [, hour, minute] = TIME.exec(typed) ?? [];
  return hour === undefined || minute === undefined ? undefined : `${hour.padStart(2, '0')}:${minute}`;
}

/** Whole numbers with commas or spaces between them; undefined for anything else. */
export function readNumbers(typed: string): number[] | undefined {
  const parts = typed.split(/[\s,;]+/).filter((part) => part !== '');
  if (parts.length === 0 || !parts.every((part) => /^\d{1,3}$/.test(part))) return undefined;
  return [...new Set(parts.map(Number))].sort((a, b) => a - b);
}

/** A time at which something goes: a real one, and outside the quiet hours of the same form. */
export function TimeOfGoing(name: string): PropertyDecorator {
  return rule('timeOfGoing', (typed, { object }) => {
    const time = readTime(typed);
    if (time === undefined) return `${name} must be a time such as 09:00 or 17:30`;
    const { quietFrom, quietTo } = object as { quietFrom?: unknown; quietTo?: unknown };
    const [from, to] = [readTime(asText(quietFrom)), readTime(asText(quietTo))];
    if (from === undefined || to === undefined) return undefined;
    return isQuiet(time, { quietFrom: from, quietTo: to })
      ? `${name} must be outside the quiet hours`
      : undefined;
  });
}

export function TimeOfDay(name: string): PropertyDecorator {
  return rule('timeOfDay', (typed) =>
    readTime(typed) === undefined ? `${name} must be a time such as 09:00 or 17:30` : undefined,
  );
}

/** One whole number within limits. */
export function NumberBetween(name: string, least: number, most: number): PropertyDecorator {
  return rule('numberBetween', (typed) => {
    const number = /^\d{1,3}$/.test(typed) ? Number(typed) : -1;
    return number < least || number > most
      ? `${name} must be a whole number from ${least} to ${most}`
      : undefined;
  });
}

/** Up to ten whole numbers within limits, one of which may be needed. */
export function NumbersBetween(
  name: string,
  least: number,
  most: number,
  needed?: { readonly number: number; readonly message: string },
): PropertyDecorator {
  return rule('numbersBetween', (typed) => {
    const numbers = readNumbers(typed);
    if (numbers === undefined || numbers.some((one) => one < least || one > most))
      return `${name} must be whole numbers from ${least} to ${most}, with commas between them`;
    if (numbers.length > 10) return `${name} must be ten or fewer`;
    return needed !== undefined && !numbers.includes(needed.number) ? needed.message : undefined;
  });
}

/** A rule that says what is wrong, or nothing. */
function rule(
  name: string,
  problem: (typed: string, args: ValidationArguments) => string | undefined,
): PropertyDecorator {
  return ValidateBy({
    name,
    validator: {
      validate: (typed, args) => args !== undefined && problem(asText(typed), args) === undefined,
      defaultMessage: (args) => (args && problem(asText(args.value), args)) ?? '',
    },
  });
}

/** What was not sent, or was sent twice, is as good as nothing. */
const asText = (typed: unknown): string => (typeof typed === 'string' ? typed : '');

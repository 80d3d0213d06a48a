import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import type { FieldProblem } from '../../platform/errors/index.js';
import { fieldsOf, type Shape } from './field.js';

/** Levels of objects and lists. */
const DEEPEST = 8;
/** More problems at once than anybody reads. */
const MOST_PROBLEMS = 50;

/** Whether something that was sent has a shape; the problems, if it has not. */
export function checked<T extends object>(
  shape: Shape<T>,
  sent: unknown,
): { readonly value: T } | { readonly problems: readonly FieldProblem[] } {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) {
    return { problems: [{ field: '', text: 'It must be a JSON object.' }] };
  }
  if (isTooDeep(sent)) return { problems: [{ field: '', text: 'It is nested too deeply.' }] };
  const value = plainToInstance(shape, sent);
  const found = validateSync(value, {
    ...{ whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true, stopAtFirstError: true },
  });
  const problems = found.flatMap((one) => problemsOf(one, ''));
  return problems.length === 0 ? { value } : { problems: problems.slice(0, MOST_PROBLEMS) };
}

/** The same for the query of an address, where a number and a flag are written as text. */
export function checkedQuery<T extends object>(
  shape: Shape<T>,
  query: Readonly<Record<string, unknown>>,
): ReturnType<typeof checked<T>> {
  const written = Object.fromEntries(
    fieldsOf(shape).flatMap(({ name, schema }): [string, unknown][] => {
      const text = query[name];
      if (text === undefined) return [];
      if (schema?.type === 'integer' && typeof text === 'string' && /^\d{1,9}$/.test(text))
        return [[name, Number(text)]];
      if (schema?.type === 'boolean' && (text === 'true' || text === 'false'))
        return [[name, text === 'true']];
      return [[name, text]];
    }),
  );
  return checked(shape, { ...query, ...written });
}

function problemsOf(
  { property, constraints = {}, children = [] }: ValidationError,
  above: string,
): FieldProblem[] {
  const field = above === '' ? property : `${above}.${property}`;
  const within = children.flatMap((child) => problemsOf(child, field));
  const [first] = Object.entries(constraints);
  if (first === undefined) return within;
  const [rule, text] = first;
  // The library's own words repeat the name, which may be anything.
  return [{ field, text: rule === 'whitelistValidation' ? 'It is not known here.' : text }, ...within];
}

/** Deeper than anything that is described here: going through it would end in a full stack. */
export function isTooDeep(value: unknown, left = DEEPEST): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return left === 0 || Object.values(value).some((each) => isTooDeep(each, left - 1));
}

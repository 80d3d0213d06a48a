import { parseCivilDate, type CivilDate } from '../../law/index.js';
import { CommandFailure } from '../command-failure.js';

/** How one fact of a line is written, and how it is read. */
export interface FactKind<T> {
  /** The end of "facts.x must be …". */
  readonly must: string;
  /** The value, or undefined where it is not of this kind. */
  readonly read: (value: unknown, field: string) => T | undefined;
}

export type Schema = Readonly<Record<string, FactKind<unknown>>>;
/** The facts of a schema, as read: each may be left out. */
export type FactsOf<S extends Schema> = {
  readonly [K in keyof S]?: S[K] extends FactKind<infer T> ? T : never;
};

export const yesNo: FactKind<boolean> = {
  must: 'be true or false',
  read: (value) => (typeof value === 'boolean' ? value : undefined),
};

export const day: FactKind<CivilDate> = {
  must: 'be a day of the calendar, written YYYY-MM-DD',
  read: (value) => (typeof value === 'string' ? parseCivilDate(value) : undefined),
};

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

export const instant: FactKind<Date> = {
  must: 'be a moment with its offset, such as 2017-06-04T23:30:00Z',
  read: (value) => {
    if (typeof value !== 'string' || parseCivilDate(INSTANT.exec(value)?.[1] ?? '') === undefined)
      return undefined;
    const moment = new Date(value);
    return Number.isNaN(moment.getTime()) ? undefined : moment;
  },
};

export const pence: FactKind<number> = {
  must: 'be a whole number of pence, nothing or more',
  read: (value) => (Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : undefined),
};

export const wholeNumber: FactKind<number> = {
  must: 'be a whole number, 1 or more',
  read: (value) => (Number.isSafeInteger(value) && (value as number) >= 1 ? (value as number) : undefined),
};

export const words: FactKind<string> = {
  must: 'be text',
  read: (value) => (typeof value === 'string' ? value : undefined),
};

/** One of the words listed. */
export function oneOf<const T extends string>(...values: readonly T[]): FactKind<T> {
  return {
    must: `be ${values.map((value) => `"${value}"`).join(' or ')}`,
    read: (value) => values.find((one) => one === value),
  };
}

/** null says that there is none, which is a fact. */
export function orNone<T>({ must, read }: FactKind<T>): FactKind<T | null> {
  return {
    must: `${must}, or null where there is none`,
    read: (value, field) => (value === null ? null : read(value, field)),
  };
}

/** Read as the first kind that fits. */
export function either<A, B>(first: FactKind<A>, second: FactKind<B>): FactKind<A | B> {
  return {
    must: `${first.must}, or ${second.must}`,
    read: (value, field) => first.read(value, field) ?? second.read(value, field),
  };
}

export function listOf<T>(kind: FactKind<T>): FactKind<readonly T[]> {
  return {
    must: 'be a list',
    read: (value, field) =>
      Array.isArray(value)
        ? value.map((one: unknown, index) => readFact(kind, one, `${field}[${index}]`))
        : undefined,
  };
}

/** An object with facts of its own. */
export function group<S extends Schema>(schema: S): FactKind<FactsOf<S>> {
  return {
    must: 'be an object',
    read: (value, field) => (isObject(value) ? readFacts(value, schema, field) : undefined),
  };
}

/**
 * The facts of a line by the schema of its type. Throws a CommandFailure that names the field for a fact that the type
 * does not know, because a fact that is passed over would change the answer, and for a value that cannot be read.
 */
export function readFacts<S extends Schema>(given: object, schema: S, field = 'facts'): FactsOf<S> {
  const entries = Object.entries(given).map(([name, value]: [string, unknown]) => {
    const kind = Object.hasOwn(schema, name) ? schema[name] : undefined;
    if (kind === undefined) {
      const known = Object.keys(schema).join(', ');
      throw new CommandFailure(`${field}.${name} is not a fact of this type. It knows: ${known}.`);
    }
    return [name, readFact(kind, value, `${field}.${name}`)] as const;
  });
  return Object.fromEntries(entries) as FactsOf<S>;
}

function readFact<T>(kind: FactKind<T>, value: unknown, field: string): T {
  const read = kind.read(value, field);
  if (read !== undefined) return read;
  throw new CommandFailure(`${field} must ${kind.must}, and is ${JSON.stringify(value).slice(0, 100)}.`);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

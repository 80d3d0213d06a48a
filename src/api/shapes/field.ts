import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

/** A JSON Schema (draft 2020-12), as OpenAPI 3.1 takes it. */
export type Schema = Readonly<Record<string, unknown>>;

/** A class whose properties say by decorators what they hold. */
export type Shape<T extends object = object> = new () => T;

/** What one property says of itself, for the description. */
export interface Field {
  readonly name: string;
  readonly says: string;
  readonly optional: boolean;
  readonly nullable: boolean;
  readonly example: unknown;
  /** Undefined for a shape or a list of one. */
  readonly schema: Schema | undefined;
  /** What is asked besides of what is sent, and not promised of what is answered. */
  readonly whenSent: Schema | undefined;
  readonly of: (() => Shape) | undefined;
  readonly list: { readonly least: number; readonly most: number } | undefined;
}

export interface About {
  readonly says: string;
  readonly example?: unknown;
  /** It may be left out. */
  readonly optional?: boolean;
  /** It may be null. */
  readonly nullable?: boolean;
}

const FIELDS = new WeakMap<object, Field[]>();

/** What the properties of a shape say, in the order in which they stand there. */
export function fieldsOf(shape: Shape): readonly Field[] {
  const fields: Field[] = [];
  let prototype: unknown = shape.prototype;
  // What a shape has of another one comes first.
  for (; typeof prototype === 'object' && prototype !== null; prototype = Object.getPrototypeOf(prototype)) {
    fields.unshift(...(FIELDS.get(prototype) ?? []));
  }
  return fields;
}

/** One decorator tells both: the validator what to refuse, and the description what is accepted. They cannot differ. */
function field(
  about: About,
  { schema, whenSent, of, list }: Partial<Pick<Field, 'schema' | 'whenSent' | 'of' | 'list'>>,
  rules: readonly PropertyDecorator[],
): PropertyDecorator {
  return (target, property) => {
    const { says, example, optional = false, nullable = false } = about;
    const name = String(property);
    const known = FIELDS.get(target) ?? [];
    FIELDS.set(target, [...known, { name, says, optional, nullable, example, schema, whenSent, of, list }]);
    // Null is not the same as nothing: only what says that it may be null may be.
    const isGiven = (value: unknown): boolean =>
      !(optional && value === undefined) && !(nullable && value === null);
    ValidateIf((_, value) => isGiven(value))(target, property);
    for (const rule of rules) rule(target, property);
  };
}

/** Nothing that nobody sees, and no half of a character: a database keeps neither. */
const ONE_LINE = String.raw`^[^\p{Cc}\p{Cs}]*$`;
const MANY_LINES = String.raw`^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$`;

export function Text(
  about: About & { readonly most: number; readonly least?: number; readonly manyLines?: boolean },
): PropertyDecorator {
  const { most, least = 0, manyLines = false } = about;
  const pattern = manyLines ? MANY_LINES : ONE_LINE;
  const whenSent = { minLength: least, maxLength: most, pattern };
  return field(about, { schema: { type: 'string' }, whenSent }, [
    Matches(new RegExp(pattern, 'u'), { message: 'It must have no control characters.' }),
    MinLength(least, { message: `It must have ${least} characters or more.` }),
    MaxLength(most, { message: `It must have ${most} characters or fewer.` }),
    IsString({ message: 'It must be text.' }),
  ]);
}

export const Id = (about: About): PropertyDecorator =>
  field(about, { schema: { type: 'string', format: 'uuid' } }, [
    IsUUID('all', { message: 'It must be a UUID.' }),
  ]);

const DAY = String.raw`^(?:19|20|21)\d\d-\d\d-\d\d$`;

/** A civil date from 1900 to 2199. */
export const Day = (about: About): PropertyDecorator =>
  field(about, { schema: { type: 'string', format: 'date', pattern: DAY } }, [
    IsISO8601({ strict: true }, { message: 'It must be a day that there is.' }),
    Matches(new RegExp(DAY), { message: 'It must be a date, as 2026-11-27.' }),
  ]);

const TIME = String.raw`^(?:[01]\d|2[0-3]):[0-5]\d$`;

/** 'HH:MM' on the clock in London. */
export const TimeOfDay = (about: About): PropertyDecorator =>
  field(about, { schema: { type: 'string', pattern: TIME } }, [
    Matches(new RegExp(TIME), { message: 'It must be a time of day, as 18:30.' }),
  ]);

const LOCAL_MOMENT = String.raw`^(?:19|20|21)\d\d-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d$`;

/** 'YYYY-MM-DDTHH:MM' on the clock in London. */
export const LocalMoment = (about: About): PropertyDecorator =>
  field(about, { schema: { type: 'string', pattern: LOCAL_MOMENT } }, [
    IsISO8601({ strict: true }, { message: 'It must be a day that there is.' }),
    Matches(new RegExp(LOCAL_MOMENT), { message: 'It must be a moment, as 2026-11-27T12:00.' }),
  ]);

/** A moment with its offset, as JSON has it. */
export const Instant = (about: About): PropertyDecorator =>
  field(about, { schema: { type: 'string', format: 'date-time' } }, [
    IsISO8601({ strict: true }, { message: 'It must be a moment with its offset.' }),
  ]);

export const Choice = (values: readonly string[], about: About): PropertyDecorator =>
  field({ example: values[0], ...about }, { schema: { type: 'string', enum: values } }, [
    IsIn([...values], { message: `It must be one of: ${values.join(', ')}.` }),
  ]);

export const Flag = (about: About): PropertyDecorator =>
  field({ example: false, ...about }, { schema: { type: 'boolean' } }, [
    IsBoolean({ message: 'It must be true or false.' }),
  ]);

export const Whole = (about: About & { readonly least: number; readonly most: number }): PropertyDecorator =>
  field(about, { schema: { type: 'integer', minimum: about.least, maximum: about.most } }, [
    Min(about.least, { message: `It must be ${about.least} or more.` }),
    Max(about.most, { message: `It must be ${about.most} or less.` }),
    IsInt({ message: 'It must be a whole number.' }),
  ]);

/** Anything that JSON holds, for what has a form of its own that is described elsewhere. */
export const AnyObject = (about: About): PropertyDecorator =>
  field(about, { schema: { type: 'object' } }, []);

/** Another shape. */
export const Part = (of: () => Shape, about: About): PropertyDecorator =>
  field(about, { of }, [Type(of), ValidateNested({ message: 'It must be an object.' })]);

/** A list of another shape. */
export function ListOf(
  of: () => Shape,
  about: About & { readonly most: number; readonly least?: number },
): PropertyDecorator {
  const { most, least = 0 } = about;
  return field(about, { of, list: { least, most } }, [
    Type(of),
    ValidateNested({ each: true, message: 'Each must be an object.' }),
    ArrayMaxSize(most, { message: `It must have ${most} or fewer.` }),
    ArrayMinSize(least, { message: `It must have ${least} or more.` }),
    IsArray({ message: 'It must be a list.' }),
  ]);
}

/** A list of texts, for answers. */
export const ListOfTexts = (about: About): PropertyDecorator =>
  field(about, { schema: { type: 'array', items: { type: 'string' } } }, [
    IsString({ each: true }),
    IsArray({ message: 'It must be a list.' }),
  ]);

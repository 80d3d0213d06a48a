import { IsIn, IsNotEmpty, IsString, Matches, MaxLength, ValidateIf } from 'class-validator';

/** Text that must be given. `enter`: 'Enter the address'; `name` begins the other message: 'Address'. */
export function RequiredText(rule: { enter: string; name: string; most: number }): PropertyDecorator {
  const { enter, name, most } = rule;
  return all(
    IsString({ message: enter }),
    IsNotEmpty({ message: enter }),
    MaxLength(most, { message: `${name} must be ${most} characters or less` }),
  );
}

/** Text that may be left out. */
export function OptionalText({ name, most }: { name: string; most: number }): PropertyDecorator {
  return optional(MaxLength(most, { message: `${name} must be ${most} characters or less` }));
}

/** One of the answers offered, or none of them: then it was not said. */
export function OptionalChoice(answers: readonly string[]): PropertyDecorator {
  return optional(IsIn([...answers, NOT_SURE], { message: 'Select one of the answers' }));
}

/** Yes, no, not sure or no answer. */
export const OptionalYesNo = (): PropertyDecorator => OptionalChoice(['yes', 'no']);

/** A postcode that may be left out. */
export function OptionalPostcode(): PropertyDecorator {
  return optional(
    Matches(/^[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}$/i, { message: 'Enter a full UK postcode, like WR5 2NP' }),
  );
}

/**
 * A Companies House number that may be left out: eight characters, which may begin with letters. One of seven numbers
 * has lost the nought in front.
 */
export function OptionalCompanyNumber(): PropertyDecorator {
  return optional(
    Matches(/^\s*(\d{7}|([a-z]{2}|[a-z]\d|\d{2})\d{5}[a-z\d])\s*$/i, {
      message: 'Company number must be 8 characters, like 01234567 or SC123456',
    }),
  );
}

/** A number at Companies House or of a charity that may be left out. */
export function OptionalBodyNumber(): PropertyDecorator {
  return optional(
    Matches(/^[a-z]{0,2}\d{5,8}[a-z]?(-\d{1,3})?$/i, {
      message: 'Company or charity number must be like 01234567, 1123456 or SC012345',
    }),
  );
}

/** HM Land Registry's number of a title, which may be left out: up to three letters, then up to six numbers. */
export function OptionalTitleNumber(): PropertyDecorator {
  return optional(
    Matches(/^[a-z]{0,3} ?\d{1,6}[tz]?$/i, {
      message: 'Title number must be up to 3 letters and up to 6 numbers, like WR123456',
    }),
  );
}

/** A unique property reference number, which may be left out. */
export function OptionalUprn(): PropertyDecorator {
  return optional(Matches(/^\d{1,12}$/, { message: 'UPRN must be up to 12 numbers, like 100120667891' }));
}

/** The answer to a question that somebody cannot answer. It is kept as an answer that was not given. */
const NOT_SURE = 'not-sure';

/** What may be typed in, by the names of inputs: an input left empty or not sent says nothing. */
type Typed = string | undefined;

/** 'wr52np' as 'WR5 2NP'; undefined where it was left out. */
export function postcodeOf(typed: Typed): string | undefined {
  const letters = upper(typed);
  return letters && `${letters.slice(0, -3)} ${letters.slice(-3)}`;
}

/** 'sc123456' as 'SC123456', '1234567' as '01234567'; undefined where it was left out. */
export const companyNumberOf = (typed: Typed): string | undefined => upper(typed)?.padStart(8, '0');

/** In capitals and without spaces; undefined where it was left out. */
export function upper(typed: Typed): string | undefined {
  const letters = typed?.toUpperCase().replace(/\s/g, '');
  return letters === '' ? undefined : letters;
}

/** Undefined where it was left out, or where somebody was not sure. */
export function choiceOf<Choice extends string>(
  chosen: Choice | typeof NOT_SURE | '' | undefined,
): Choice | undefined {
  return chosen === '' || chosen === undefined || chosen === NOT_SURE ? undefined : chosen;
}

/** True, false, or undefined where nobody said. */
export function yesOrNo(chosen: Typed): boolean | undefined {
  return chosen === 'yes' ? true : chosen === 'no' ? false : undefined;
}

/** The answer with which a question about a fact is filled in again; empty while nobody said. */
export const wordOf = (fact: boolean | undefined): string => (fact === undefined ? '' : fact ? 'yes' : 'no');

/** Details without what was not said. */
export function said<Details extends object>(details: {
  [K in keyof Details]: Details[K] | undefined;
}): Details {
  const kept = Object.entries(details).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(kept) as Details;
}

function optional(rule: PropertyDecorator): PropertyDecorator {
  return all(
    ValidateIf((_, word: unknown) => word !== undefined && word !== ''),
    rule,
  );
}

/** The rule given first is tried first. */
function all(...rules: readonly PropertyDecorator[]): PropertyDecorator {
  return (prototype, property) => {
    for (const rule of rules) rule(prototype, property);
  };
}

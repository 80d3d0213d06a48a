import { IsNotEmpty, IsString, Matches, MaxLength, ValidateIf } from 'class-validator';

/** Text that must be given. `enter`: 'Enter the address'; `name` begins the other message: 'Address'. */
export function RequiredText(rule: { enter: string; name: string; most: number }): PropertyDecorator {
  const { enter, name, most } = rule;
  return all(
    IsString({ message: enter }),
    IsNotEmpty({ message: enter }),
    MaxLength(most, { message: `${name} must be ${most} characters or less` }),
  );
}

/** A postcode that may be left out. */
export function OptionalPostcode(): PropertyDecorator {
  return optional(
    Matches(/^[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}$/i, { message: 'Enter a full UK postcode, like WR5 2NP' }),
  );
}

/** A Companies House number that may be left out: eight characters, of which the first two may be letters. */
export function OptionalCompanyNumber(): PropertyDecorator {
  return optional(
    Matches(/^([a-z]{2}|\d{2})\d{5}[a-z\d]$/i, {
      message: 'Company number must be 8 characters, like 01234567 or SC123456',
    }),
  );
}

/** 'wr52np' as 'WR5 2NP'; nothing when it was left out. */
export function postcodeOf({ postcode }: { postcode?: string }): { postcode?: string } {
  if (postcode === undefined || postcode === '') return {};
  const letters = postcode.toUpperCase().replaceAll(' ', '');
  return { postcode: `${letters.slice(0, -3)} ${letters.slice(-3)}` };
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

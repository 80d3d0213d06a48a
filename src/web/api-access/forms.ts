import { Transform } from 'class-transformer';
import { ArrayNotEmpty, IsIn, IsNotEmpty, MaxLength } from 'class-validator';
import { isScope, SCOPE_NAMES, type Scope } from '../../identity/index.js';

/** In days. */
export const LIFETIMES = ['30', '90', '365'] as const;

/** What a program is called, and what it may do. */
export class ClientForm {
  @MaxLength(60, { message: 'The name must have 60 characters or fewer' })
  @IsNotEmpty({ message: 'Enter a name for the program' })
  name: string;

  @IsIn([...SCOPE_NAMES], { each: true, message: 'Choose from what is listed' })
  @ArrayNotEmpty({ message: 'Choose what the program may do' })
  @Transform(({ value }: { value: unknown }) => [value].flat())
  scopes: Scope[];
}

/** The same of one's own program, with how long its token holds. */
export class TokenForm {
  @MaxLength(60, { message: 'The name must have 60 characters or fewer' })
  @IsNotEmpty({ message: 'Enter a name for the program' })
  name: string;

  @IsIn([...SCOPE_NAMES], { each: true, message: 'Choose from what is listed' })
  @ArrayNotEmpty({ message: 'Choose what the program may do' })
  @Transform(({ value }: { value: unknown }) => [value].flat())
  scopes: Scope[];

  @IsIn(LIFETIMES, { message: 'Choose how long the token holds' })
  days: string;
}

/** Those that were chosen, each once, in the order in which they are listed. */
export const chosen = (scopes: readonly Scope[]): Scope[] =>
  SCOPE_NAMES.filter((scope) => isScope(scope) && scopes.includes(scope));

import { IsIn, IsNotEmpty, IsOptional, IsUUID, Matches, MaxLength, ValidateIf } from 'class-validator';
import { HOLDERS, INTENTIONS, INTEREST_KINDS } from '../../disclosures/index.js';

const RELOAD = { message: 'Reload the page and record this again' };
const DECLARED = ['interest', 'party-whip', 'council-tax-arrears', 'confirms', 'takes-back'] as const;

const isInterest = ({ what }: DeclarationForm): boolean => what === 'interest';
const isWhip = ({ what }: DeclarationForm): boolean => what === 'party-whip';
const asksNature = (form: DeclarationForm): boolean =>
  (isInterest(form) && form.existenceOnly !== 'yes') || isWhip(form);

/** What was declared in the room, as the clerk heard it. What its kind does not need is not read. */
export class DeclarationForm {
  @IsUUID('all', RELOAD)
  entry: string;

  @IsIn(DECLARED, { message: 'Choose what was declared' })
  what: (typeof DECLARED)[number];

  @IsUUID('all', { message: 'Choose the member' })
  member: string;

  @ValidateIf(({ what }: DeclarationForm) => what !== 'confirms' && what !== 'takes-back')
  @IsUUID('all', RELOAD)
  item: string;

  /** What the item was called on the page that was filled in. It may be called something else when this arrives. */
  @IsOptional()
  itemTitle?: string;

  @ValidateIf(isInterest)
  @IsIn(INTEREST_KINDS, { message: 'Choose the kind of interest' })
  interestKind: (typeof INTEREST_KINDS)[number];

  @ValidateIf(isInterest)
  @IsIn(HOLDERS, { message: 'Choose whose interest it is' })
  heldBy: (typeof HOLDERS)[number];

  /** 'yes' where the member said that the interest is sensitive. */
  @ValidateIf(({ existenceOnly }: DeclarationForm) => existenceOnly !== undefined)
  @IsIn(['yes'], RELOAD)
  existenceOnly?: 'yes';

  @ValidateIf(asksNature)
  @MaxLength(1000, { message: 'The nature must be 1,000 characters or less' })
  @IsNotEmpty({ message: 'Enter what it is about, as the member said it' })
  nature: string;

  @ValidateIf(isInterest)
  @IsIn(INTENTIONS, { message: 'Choose what the member said they will do' })
  intends: (typeof INTENTIONS)[number];

  @ValidateIf(isWhip)
  @MaxLength(200, { message: 'The group must be 200 characters or less' })
  @IsNotEmpty({ message: 'Enter the political group that gives the whip' })
  group: string;

  /** The declaration that is confirmed or taken back. */
  @ValidateIf(({ what }: DeclarationForm) => what === 'confirms' || what === 'takes-back')
  @IsUUID('all', RELOAD)
  about: string;

  /** How long ago the device took it down, in milliseconds; a form without it is of now. */
  @ValidateIf(({ age }: DeclarationForm) => (age ?? '') !== '')
  @Matches(/^\d{1,12}$/, RELOAD)
  age?: string;

  @IsNotEmpty(RELOAD)
  form: string;
}

import { IsIn, IsNotEmpty, IsOptional, MaxLength, ValidateIf } from 'class-validator';
import type { NotRecordedAlone, ToldAlone, YesNoUnsure } from '../../disclosures/index.js';
import { civilDate, type CivilDate, type HeldBy } from '../../law/index.js';
import { DateField, wordsOfDate, type FormError, type Words } from '../form/index.js';

const ANSWERS = ['yes', 'no', 'not-sure'];
/** The Act’s Chapter on standards began on that day; of an earlier one there is no law here to ask. */
const EARLIEST = civilDate('2012-07-01');

const isByMember = ({ kind }: DecisionForm): boolean => kind === 'single-member';
const hasInterest = (form: DecisionForm): boolean => isByMember(form) && form.hasInterest === 'yes';

/** A decision that no meeting made. A member tells of their own, so that two of the questions are the clerk’s alone. */
export class DecisionForm {
  @IsIn(['single-member', 'delegated'], { message: 'Choose who decided' })
  kind: 'single-member' | 'delegated';

  @ValidateIf(isByMember)
  @IsNotEmpty({ message: 'Choose the member' })
  memberId?: string;

  @DateField({
    enter: 'Enter the day of the decision',
    name: 'The day of the decision',
    mustBe: 'today or in the past',
    earliest: EARLIEST,
  })
  decidedOn: CivilDate;

  @MaxLength(1000, { message: 'The matter must be 1,000 characters or less' })
  @IsNotEmpty({ message: 'Enter the matter' })
  matter: string;

  @ValidateIf(isByMember)
  @IsIn(ANSWERS, { message: 'Choose whether there is such an interest, or that you are not sure' })
  hasInterest?: YesNoUnsure;

  @ValidateIf(hasInterest)
  @IsIn(['self', 'partner'], { message: 'Choose whose interest it is' })
  heldBy?: HeldBy;

  @ValidateIf(hasInterest)
  @IsIn(['entered', 'pending', 'neither', 'not-sure'], { message: 'Choose whether it is in the register' })
  register?: 'entered' | 'pending' | 'neither' | 'not-sure';

  @DateField({
    enter: 'Enter the day',
    name: 'The day',
    optional: true,
    mustBe: 'today or in the past',
    earliest: EARLIEST,
  })
  becameAwareOn: CivilDate | undefined;

  @ValidateIf(hasInterest)
  @IsIn(['hands-over', 'does-more'], { message: 'Choose what was done' })
  whatWasDone?: 'hands-over' | 'does-more';

  @IsOptional()
  @IsIn(ANSWERS, { message: 'Choose whether a conflict was declared, or that you are not sure' })
  conflictDeclared?: YesNoUnsure;

  @MaxLength(1000, { message: 'The conflict must be 1,000 characters or less' })
  @IsOptional()
  conflict?: string;

  @IsOptional()
  @IsIn(ANSWERS, { message: 'Choose whether there is a dispensation, or that you are not sure' })
  dispensed?: YesNoUnsure;

  /** record: it was checked. change: back to the questions with the words kept. Otherwise it is shown for checking. */
  @IsOptional()
  step?: string;
}

const errorAt = (field: string, text: string): FormError => ({
  ...{ field, text },
  href: field === 'becameAwareOn' || field === 'decidedOn' ? `#${field}-day` : `#${field}`,
});

/** What is told, or what is missing: an answer that was not given is no answer, and is asked for. */
export function toldIn(form: DecisionForm, hasExecutive: boolean): ToldAlone | readonly FormError[] {
  const { kind, decidedOn, matter, conflict = '', heldBy, register, becameAwareOn, whatWasDone } = form;
  const memberId = form.memberId === '' ? undefined : form.memberId;
  const asked = [
    ...(hasInterest(form) && becameAwareOn === undefined
      ? [errorAt('becameAwareOn', 'Enter the day on which the member came to know of it')]
      : []),
    ...(hasExecutive && form.conflictDeclared === undefined
      ? [errorAt('conflictDeclared', 'Choose whether a conflict was declared, or that you are not sure')]
      : []),
    ...(hasExecutive && form.conflictDeclared === 'yes' && conflict === ''
      ? [errorAt('conflict', 'Enter who declared a conflict, and that it was declared')]
      : []),
    ...(hasExecutive && form.dispensed === undefined
      ? [errorAt('dispensed', 'Choose whether there is a dispensation, or that you are not sure')]
      : []),
  ];
  if (asked.length > 0) return asked;
  const isWhole =
    heldBy !== undefined &&
    register !== undefined &&
    becameAwareOn !== undefined &&
    whatWasDone !== undefined;
  return {
    ...{ kind, decidedOn, matter, conflict, memberId: kind === 'delegated' ? undefined : memberId },
    hasInterest: isByMember(form) ? form.hasInterest : undefined,
    interest:
      hasInterest(form) && isWhole ? { heldBy, register, becameAwareOn, step: whatWasDone } : undefined,
    // Not asked where there is no executive, and then not known.
    conflictDeclared: form.conflictDeclared ?? 'not-sure',
    dispensedByHeadOfPaidService: form.dispensed ?? 'not-sure',
  };
}

/** The words of what was recorded, to be put right. */
export function wordsOf(told: ToldAlone): Words {
  const { kind, memberId = '', decidedOn, matter, hasInterest: has, interest, conflict } = told;
  return {
    ...{ kind, memberId, matter, conflict, ...(has === undefined ? {} : { hasInterest: has }) },
    ...{ conflictDeclared: told.conflictDeclared, dispensed: told.dispensedByHeadOfPaidService },
    ...wordsOfDate('decidedOn', decidedOn),
    ...wordsOfDate('becameAwareOn', interest?.becameAwareOn),
    ...(interest && { heldBy: interest.heldBy, register: interest.register, whatWasDone: interest.step }),
  };
}

export function whyNot(refused: Exclude<NotRecordedAlone, 'not-found' | 'corrected-already'>): FormError {
  return {
    'no-member': errorAt('memberId', 'Choose the member'),
    'not-in-office': errorAt('decidedOn', 'The member held no office on the day of the decision'),
    'in-the-future': errorAt('decidedOn', 'The day of the decision must be today or in the past'),
    'aware-in-the-future': errorAt('becameAwareOn', 'The day must be today or in the past'),
  }[refused];
}

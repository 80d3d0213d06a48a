import { IsIn, IsNotEmpty, IsNumberString, IsOptional, MaxLength } from 'class-validator';
import { addDays, type CivilDate } from '../../../law/index.js';
import { LETTER_ANSWERED_WITHIN, type HowSent } from '../../../oversight/index.js';
import { dateInWords, escalationLetter, type EscalatedDuty } from '../../../wording/index.js';
import { DateField, type FormState, type Words } from '../../form/index.js';
import { addressOf, type KnownLadder } from '../known.js';
import { dutyInWords } from '../words.js';

/** The longest letter, in characters. */
export const LONGEST = 10_000;

/** A letter as the officer puts it. */
export class LetterForm {
  @MaxLength(200, { message: 'The heading must be 200 characters or less' })
  @IsNotEmpty({ message: 'Enter a heading for the letter' })
  subject: string;

  @MaxLength(LONGEST, { message: 'The letter must be 10,000 characters or less' })
  @IsNotEmpty({ message: 'Enter the letter' })
  text: string;

  @IsIn(['mail', 'post'], { message: 'Choose how the letter goes' })
  how: 'mail' | 'post';

  @DateField({
    enter: 'Enter the day of posting',
    name: 'The day of posting',
    mustBe: 'today or in the past',
    optional: true,
  })
  on: CivilDate | undefined;

  /** How many steps the ladder had when the page was opened. */
  @IsNumberString({}, { message: 'Open the page again' })
  seen: string;

  @IsOptional()
  step?: string;
}

/** How it goes; undefined where it is posted and the day is missing. */
export function howSent({ how, on }: LetterForm): HowSent | undefined {
  if (how === 'mail') return { by: 'mail' };
  return on === undefined ? undefined : { by: 'post', postedOn: on };
}

/** What stands in the form before the officer changes it: the letter from the facts. */
export function firstWords(
  duty: EscalatedDuty,
  { ladder }: KnownLadder,
  { publicUrl, today }: { readonly publicUrl: string; readonly today: CivilDate },
): Words {
  const reply = {
    address: duty.takingOffice === undefined ? `${publicUrl}/my` : `${publicUrl}/my/interests/notify`,
    ...{ by: addDays(today, LETTER_ANSWERED_WITHIN), writtenOn: today },
  };
  const { subject, text } = escalationLetter(duty, reply);
  return { subject, text, how: ladder.member.email === null ? 'post' : 'mail' };
}

export function letterView({ ladder }: KnownLadder, form: FormState): object {
  return {
    title: 'Write a letter',
    backHref: addressOf(ladder),
    ...{ name: ladder.member.name, duty: dutyInWords(ladder), email: ladder.member.email, form },
    seen: form.words.seen ?? ladder.steps.length,
    button: 'Continue',
  };
}

/** The letter as it will be kept and sent. */
export function checkView({ ladder }: KnownLadder, form: LetterForm, words: Words): object {
  const { subject, text, how, on } = form;
  const address = `${addressOf(ladder)}/letter`;
  return {
    title: 'Check the letter',
    ...{ backHref: address, action: address, name: ladder.member.name, subject, text, words },
    goes:
      how === 'mail'
        ? `By e-mail to ${ladder.member.email ?? ''}`
        : `By post${on === undefined ? '' : `, posted on ${dateInWords(on)}`}`,
    button: how === 'mail' ? 'Send the letter' : 'Record the letter as posted',
  };
}

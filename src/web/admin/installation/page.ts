import { IsIn } from 'class-validator';
import { civilDate, type CivilDate } from '../../../law/index.js';
import { dateInWords } from '../../../wording/index.js';
import { DateField, wordsOfDate, type FormState, type Words } from '../../form/index.js';

/** The day on which the Act that made s.32A received Royal Assent. */
const ASSENT = civilDate('2026-04-29');

export class CommencementForm {
  @IsIn(['yes', 'no'], { message: 'Choose whether the day is known' })
  isKnown: 'yes' | 'no';

  @DateField({
    enter: 'Enter the day on which section 32A begins',
    name: 'The day on which section 32A begins',
    earliest: ASSENT,
    optional: true,
  })
  from: CivilDate | undefined;
}

/** The day, none, or undefined where it is said to be known and was not given. */
export function dayIn({ isKnown, from }: CommencementForm): CivilDate | null | undefined {
  return isKnown === 'no' ? null : from;
}

export const wordsOfDay = (from: CivilDate | undefined): Words => ({
  isKnown: from === undefined ? 'no' : 'yes',
  ...wordsOfDate('from', from),
});

export function installationView(from: CivilDate | undefined, today: CivilDate, form: FormState): object {
  return {
    title: 'When the law on home addresses begins',
    backHref: '/admin/authorities',
    now: nowInWords(from, today),
    button: 'Save',
    form,
  };
}

function nowInWords(from: CivilDate | undefined, today: CivilDate): string {
  if (from === undefined) return 'No day is set, so nothing is done or said in the name of section 32A.';
  return from <= today
    ? `In force here since ${dateInWords(from)}.`
    : `It begins here on ${dateInWords(from)}. On that day the public registers follow it without anybody doing anything.`;
}

import { IsNotEmpty, Matches, MaxLength } from 'class-validator';
import type { CivilDate } from '../../../law/index.js';
import { DateField, type FormState } from '../../form/index.js';
import { WEB_ADDRESS } from '../settings/page.js';

export class SeenForm {
  @MaxLength(500, { message: 'The web address must be 500 characters or less' })
  @Matches(WEB_ADDRESS, {
    message: 'Enter a web address that begins with https://, like https://www.example.org',
  })
  @IsNotEmpty({ message: 'Enter the address of the page on which you saw it' })
  url: string;

  @DateField({
    enter: 'Enter the day on which you saw it',
    name: 'The day on which you saw it',
    mustBe: 'today or in the past',
  })
  seenOn: CivilDate;
}

export function seenView(form: FormState): object {
  return {
    title: 'Record that the parish council’s website carries the register',
    backHref: '/officer/register/practice',
    button: 'Record it',
    form,
  };
}

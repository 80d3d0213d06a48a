import { IsNotEmpty } from 'class-validator';
import { PersonForm, withoutPassword } from '../people/page.js';
import type { FormState } from '../../form/index.js';

/** The first administrator, with the code that the start printed. */
export class SetUpForm extends PersonForm {
  @IsNotEmpty({ message: 'Enter the code that was printed when Probity started' })
  code: string;
}

export function setUpView(form: FormState): object {
  return { title: 'Set up Probity', button: 'Make my account', form: withoutPassword(form) };
}

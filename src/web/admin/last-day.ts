import { civilDate, type CivilDate } from '../../law/index.js';
import { dateInWords } from '../../wording/index.js';
import { DateField, type FormError, type FormState } from '../form/index.js';

/** The last day of a role, an office or a seat. */
export class LastDayForm {
  @DateField({ enter: 'Enter the last day', name: 'The last day' })
  lastDay: CivilDate;
}

/** Why a last day is not taken: what ends must have begun. */
export function beforeItBegan(begin: string): FormError {
  const text = `The last day must be the same as or after ${dateInWords(civilDate(begin))}, when it began`;
  return { field: 'lastDay', href: '#lastDay-day', text };
}

/** The page that asks for a last day. `after` says what no longer holds from the next day on. */
export function lastDayView(
  page: { title: string; about: string; after: string; backHref: string },
  form: FormState,
): object {
  return { ...page, button: 'Save the last day', form };
}

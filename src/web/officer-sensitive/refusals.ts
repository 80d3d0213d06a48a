import { dateInWords } from '../../wording/index.js';
import { addMonths, type CivilDate } from '../../law/index.js';
import { MOST_MONTHS_TO_REVIEW } from '../../register/index.js';
import type { FormError } from '../form/index.js';

/** Why an officer's decision was not taken, to the officer. */
export const WHY_NOT: Readonly<
  Record<'decided-already' | 'own-interest' | 'stepped-aside' | 'not-found', string>
> = {
  'decided-already': 'Somebody has decided this already. Nothing was changed.',
  'own-interest':
    'This is your own interest, so another officer must decide: the other key is yours. Nothing was changed.',
  'stepped-aside':
    'You left this member’s register to another officer, who must decide. Nothing was changed.',
  'not-found': 'This interest is not withheld any more. Nothing was changed.',
};

/** Why a day of review is not taken. */
export function reviewDayError(today: CivilDate): FormError {
  const latest = dateInWords(addMonths(today, MOST_MONTHS_TO_REVIEW));
  const text = `The day of review must be after today and no later than ${latest}`;
  return { field: 'reviewOn', href: '#reviewOn-day', text };
}

import type { Finding } from '../../conclusion.js';
import type { Facts } from '../../facts.js';
import type { Rule } from '../../rule.js';
import type { CivilDate } from '../../time/civil-date.js';
import type { WithinDaysOf } from '../../time/counting.js';
import { test } from '../../truth.js';
import type { Truth } from '../../truth.js';
import { paragraph } from './paragraph.js';
import { within28Days } from './within-28-days.js';
import { rejectAbsurdPence } from '../../whole-pence.js';

export type WelshGiftFacts = Facts<{
  valuePence: number;
  /** The figure that the authority has set by resolution: what is above it is registered. */
  registerAbovePence: number;
  receivedOn: CivilDate;
}>;

export const para17: Rule<WelshGiftFacts, Finding<WithinDaysOf | null>> = {
  ...paragraph('17'),
  question: 'Must this gift or hospitality be registered, and by when?',
  says: 'Para 17: a member must, within 28 days of receiving a gift, hospitality or other benefit “above a value specified in a resolution of your authority”, give written notice of it.',
  reading:
    '“Above”: exactly the authority’s figure is not caught. What an authority adds, such as small gifts adding up over a year, is not encoded.',
  decide: (facts) =>
    within28Days(
      {
        owedBy: [para17],
        point: 'wales-register-gift',
        exceptBy: para17,
        startsOn: 'gift.receivedOn',
      },
      aboveTheFigure(facts),
      facts.receivedOn,
    ),
};

function aboveTheFigure({ valuePence, registerAbovePence }: WelshGiftFacts): Truth {
  rejectAbsurdPence('valuePence', valuePence);
  rejectAbsurdPence('registerAbovePence', registerAbovePence);
  if (registerAbovePence === undefined)
    return test('giftThreshold', undefined, Boolean, 'wales-gift-within-figure');
  return test(
    'gift.valuePence',
    valuePence,
    (pence) => pence > registerAbovePence,
    'wales-gift-within-figure',
  );
}

import type { Finding } from '../../conclusion.js';
import type { Facts } from '../../facts.js';
import type { Rule } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import type { CivilDate } from '../../time/civil-date.js';
import { withinOneMonthAfter } from './one-month-after.js';

export type ChangeOfInterestsFacts = Facts<{
  /** The day on which the interests changed. */
  interestsChangedOn: CivilDate;
}>;

export const reg5: Rule<ChangeOfInterestsFacts, Finding<CivilDate>> = {
  id: 'scotland/register-of-interests-2003/reg5',
  question: 'By when must a councillor give notice that their interests have changed?',
  citation: { text: 'SSI 2003/135 reg 5', url: 'https://www.legislation.gov.uk/ssi/2003/135' },
  source: 'regulations',
  inForceFrom: civilDate('2021-12-07'),
  says: 'Reg 5: a councillor whose registerable interests change gives notice of the change within one month.',
  reading:
    '[M] The number and wording of the regulation. Read as one month after the day of the change, counted like the first notice.',
  decide: ({ interestsChangedOn }) =>
    withinOneMonthAfter(
      { rule: reg5, point: 'scotland-notice-of-change', after: 'interestsChangedOn' },
      interestsChangedOn,
    ),
};

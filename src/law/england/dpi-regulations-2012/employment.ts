import { dpiSchedule } from '../../citation.js';
import type { EmploymentFacts } from '../../facts.js';
import { condition } from '../../truth.js';
import { description } from './description.js';

export const employment = description({
  id: 'england/dpi-regulations-2012/employment',
  citation: dpiSchedule('employment, office, trade, profession or vocation'),
  question: 'Is this work carried on for profit or gain?',
  says: 'Schedule, employment: any employment, office, trade, profession or vocation “carried on for profit or gain”. Unpaid roles are out, and there is no limit of area.',
  definitions: [],
  decide: ({ forProfitOrGain }: EmploymentFacts) =>
    condition('forProfitOrGain', forProfitOrGain, 'not-for-profit-or-gain'),
});

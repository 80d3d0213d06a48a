import { dpiSchedule } from '../../citation.js';
import type { EmploymentFacts } from '../../facts.js';
import { condition } from '../../truth.js';
import { description } from './description.js';

export const employment = description(
  'employment',
  dpiSchedule('employment, office, trade, profession or vocation'),
  'Is this work carried on for profit or gain?',
  {
    says: 'Schedule, employment: any employment, office, trade, profession or vocation "carried on for profit or gain". Unpaid roles are out, and there is no limit of area.',
  },
  ({ forProfitOrGain }: EmploymentFacts) =>
    condition('forProfitOrGain', forProfitOrGain, 'not-for-profit-or-gain'),
);

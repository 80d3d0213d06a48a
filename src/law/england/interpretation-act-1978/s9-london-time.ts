import type { Finding } from '../../conclusion.js';
import type { Facts } from '../../facts.js';
import { cannotTell, decided } from '../../finding.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import type { CivilDate } from '../../time/civil-date.js';
import { londonDateOf } from '../../time/london.js';

/** A moment at which something reached the monitoring officer. */
export type MomentFacts = Facts<{ receivedAt: Date }>;

export const s9: Rule<MomentFacts, Finding<CivilDate>> = {
  id: 'england/interpretation-act-1978/s9',
  question: 'On which day did something happen at this moment?',
  citation: {
    text: 'Interpretation Act 1978 s.9',
    url: 'https://www.legislation.gov.uk/ukpga/1978/30/section/9',
  },
  source: 'statute',
  inForceFrom: civilDate('1979-01-01'),
  says: 's.9: an expression of time in an Act is, unless it says otherwise, a reference to Greenwich mean time, subject to summer time.',
  reading:
    '[M] Wording; the Summer Time Act 1972 moves it in summer. A day ends at midnight by the clocks in London.',
  decide: ({ receivedAt }) =>
    receivedAt === undefined
      ? cannotTell([], ['receivedAt'], [reason(s9, 'days-end-at-midnight-in-london', ['receivedAt'])])
      : decided(londonDateOf(receivedAt), reason(s9, 'days-end-at-midnight-in-london', ['receivedAt'])),
};

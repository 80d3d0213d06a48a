import { localismAct } from '../../citation.js';
import type { Finding } from '../../conclusion.js';
import { decided, when } from '../../finding.js';
import { reason } from '../../rule.js';
import type { Rule, RuleSource } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import { isParish } from './s29-4-monitoring-officer.js';
import type { RegisterKeeperFacts } from './s29-4-monitoring-officer.js';

export type WhoGrantsFacts = Pick<RegisterKeeperFacts, 'parishCouncil'>;

export interface WhoGrants {
  readonly grantedBy: Finding<'the-authority-itself' | 'the-parish-council'>;
  /** May it be left to a committee or an officer? */
  readonly mayBeDelegated: Finding<boolean>;
}

export const whoGrants: Rule<WhoGrantsFacts, WhoGrants> = {
  id: 'england/localism-act-2011/s33(1)/who-grants',
  question: 'Who grants a dispensation?',
  citation: localismAct('33(1)'),
  source: 'statute',
  inForceFrom: civilDate('2012-07-01'),
  says: 's.33(1): “a relevant authority may” grant it, on a request to “the proper officer of the authority”. LGA 1972 s.101 lets an authority leave its functions to a committee, a sub-committee or an officer.',
  reading:
    '[M] s.101. A parish council is an authority of its own: s.29(4) moves its register to the principal authority, and not its dispensations.',
  decide(facts) {
    const parish = isParish(facts);
    return {
      grantedBy: when<'the-authority-itself' | 'the-parish-council'>(
        parish,
        () => decided('the-parish-council', reason(whoGrants, 'parish-grants-its-own', parish.facts)),
        () => decided('the-authority-itself', reason(whoGrants, 'authority-grants-its-own', parish.facts)),
      ),
      mayBeDelegated: decided(true, reason(s101, 'granting-may-be-delegated', [])),
    };
  },
};

const s101: RuleSource = {
  id: 'england/local-government-act-1972/s101',
  citation: {
    text: 'LGA 1972 s.101',
    url: 'https://www.legislation.gov.uk/ukpga/1972/70/section/101',
  },
  source: 'statute',
};

import type { Finding } from '../../conclusion.js';
import { decided, when } from '../../finding.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import { all, condition } from '../../truth.js';
import { S106_FROM, financeAct, s106_1, touchesCouncilTax } from './s106-1-unpaid.js';
import type { CouncilTaxFacts } from './s106-1-unpaid.js';
import { notDispensable, whyBound, whyNotBound } from './s106-2-at-a-meeting.js';

export const s106_2A: Rule<CouncilTaxFacts, Finding<boolean>> = {
  id: 'england/lgfa-1992/s106(2A)',
  question: 'May a member of the executive act on a council-tax function of the executive?',
  citation: financeAct('106(2A)'),
  source: 'statute',
  inForceFrom: S106_FROM,
  says: 's.106(2A): so far as a matter listed in (2) “is the responsibility of the executive”, no member of the executive to whom the section applies “shall take any action or discharge any function with respect to that matter”.',
  reading:
    'It binds at a meeting and outside one, and no dispensation under s.33 reaches it. [M] Whether breaking it is an offence: that of (3) speaks of meetings, so none is stated.',
  decide(facts, asAt) {
    const barred = all(
      s106_1.decide(facts, asAt),
      touchesCouncilTax(facts),
      condition('executiveFunction', facts.executiveFunction, 'not-an-executive-function'),
    );
    return when(
      barred,
      () =>
        decided(
          false,
          ...whyBound(barred),
          reason(s106_2A, 'council-tax-no-executive-action', barred.facts),
          ...notDispensable(facts),
        ),
      () => decided(true, whyNotBound(barred, s106_2A)),
    );
  },
};

import { localismAct } from '../../citation.js';
import type { Finding } from '../../conclusion.js';
import type { Facts } from '../../facts.js';
import { decided, when } from '../../finding.js';
import { reason } from '../../rule.js';
import type { Rule, RuleSource } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import { test } from '../../truth.js';
import { s29_2 } from './s29-4-monitoring-officer.js';

/** The duty that an interest was notified under: s.30(1), s.31(3), s.31(7), or none. */
export type NotifiedFor = 'taking-office' | 'meeting' | 'acting-alone' | 'freely';

export type EnterFacts = Facts<{ notifiedFor: NotifiedFor }>;

/** s.30(4), which says of s.30(1) what s.31(9) says of s.31(3) and (7). */
export const s30_4: RuleSource = {
  id: 'england/localism-act-2011/s30(4)',
  citation: localismAct('30(4)'),
  source: 'statute',
};

export const s31_9: Rule<EnterFacts, Finding<boolean>> = {
  id: 'england/localism-act-2011/s31(9)',
  question: 'Must the monitoring officer enter in the register what was notified?',
  citation: localismAct('31(9)'),
  source: 'statute',
  inForceFrom: civilDate('2012-07-01'),
  says: 's.31(9), and s.30(4) on taking office: the monitoring officer is to cause the interest notified to be entered in the register, “whether or not it is a disclosable pecuniary interest”.',
  reading:
    '[M] Wording. The Act sets no day for it. What was notified under no duty is entered if the authority has determined so (s.29(2)).',
  decide({ notifiedFor }) {
    const underADuty = test(
      'notifiedFor',
      notifiedFor,
      (duty) => duty !== 'freely',
      'entering-is-for-the-authority',
    );
    const source = notifiedFor === 'taking-office' ? s30_4 : s31_9;
    return when(
      underADuty,
      () => decided(true, reason(source, 'must-be-entered', underADuty.facts)),
      () => decided(false, reason(s29_2, underADuty.otherwise, underADuty.facts)),
    );
  },
};

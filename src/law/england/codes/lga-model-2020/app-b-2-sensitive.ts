import type { Disclose, Finding } from '../../../conclusion.js';
import type { MeetingFacts } from '../../../facts.js';
import { change, decided, when } from '../../../finding.js';
import type { Point } from '../../../point.js';
import { reason } from '../../../rule.js';
import type { Rule, RuleSource } from '../../../rule.js';
import type { CivilDate } from '../../../time/civil-date.js';
import type { Truth } from '../../../truth.js';
import { s32_3 } from '../../localism-act-2011/s32-3-sensitive.js';
import { PUBLISHED, modelCode } from './text.js';

/** App B para 2: what a sensitive interest is. */
export const sensitive: Rule<MeetingFacts, Truth> = {
  id: 'england/codes/lga-model-2020/app-b-2',
  question: 'Is this a sensitive interest, whose details are not given?',
  citation: modelCode('App B para 2'),
  source: 'code-of-conduct',
  inForceFrom: PUBLISHED,
  says: 'App B paras 2-3, sensitive interests: one whose disclosure could lead to the councillor or somebody connected with them being subject to violence or intimidation; tell the monitoring officer why, and if they agree it is withheld.',
  reading:
    'Both must agree, as under the Act; a claim alone has no effect. It holds for every kind of interest.',
  decide: (facts, asAt) => s32_3.decide(facts, asAt),
};

/** App B para 3: the monitoring officer has to agree. */
export const agreed: RuleSource = {
  id: 'england/codes/lga-model-2020/app-b-3',
  citation: modelCode('App B para 3'),
  source: 'code-of-conduct',
};

/** Disclosed in full by the paragraph given; of a sensitive interest only that there is one. */
export function disclosedBy(
  rule: RuleSource,
  point: Point,
  facts: MeetingFacts,
  asAt: CivilDate,
): Finding<Disclose> {
  const full = decided<Disclose>(
    'existence_and_nature',
    reason(rule, point, ['interestIsInTheMatter'], 'standards-complaint'),
  );
  const withheld = sensitive.decide(facts, asAt);
  return when(
    withheld,
    () =>
      change(
        full,
        (): Disclose => 'existence_only',
        reason(s32_3, 'sensitive-so-existence-only', withheld.facts),
        reason(sensitive, 'details-could-endanger', withheld.facts),
        reason(agreed, 'officer-agreed-sensitive', withheld.facts),
      ),
    () => full,
  );
}

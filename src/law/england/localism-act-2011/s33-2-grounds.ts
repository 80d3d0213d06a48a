import { localismAct } from '../../citation.js';
import type { Finding } from '../../conclusion.js';
import type { Facts } from '../../facts.js';
import { decided, when } from '../../finding.js';
import type { Point } from '../../point.js';
import { reason } from '../../rule.js';
import type { Rule, RuleSource } from '../../rule.js';
import type { Ground, OpenGrounds } from '../../rulebook.js';
import { civilDate } from '../../time/civil-date.js';
import { condition } from '../../truth.js';

export type GroundsFacts = Facts<{ executiveArrangements: boolean }>;

export const grounds: Rule<GroundsFacts, OpenGrounds> = {
  id: 'england/localism-act-2011/s33(2)/grounds',
  question: 'On which grounds may this authority grant a dispensation?',
  citation: localismAct('33(2)'),
  source: 'statute',
  inForceFrom: civilDate('2012-07-01'),
  says: 's.33(2): (a) so many barred “as to impede the transaction of the business”; (b) political groups “so upset as to alter the likely outcome of any vote”; (c) “in the interests of persons living in the authority’s area”; (d) under executive arrangements, “each member of the authority’s executive would be prohibited”; (e) “otherwise appropriate”.',
  reading:
    '[M] Wording. Which of them is met is for the authority to consider, all relevant circumstances regarded.',
  decide({ executiveArrangements }) {
    const executive = condition(
      'executiveArrangements',
      executiveArrangements,
      'ground-d-needs-an-executive',
    );
    return {
      a: open('a', 'ground-a-business-impeded'),
      b: open('b', 'ground-b-political-balance'),
      c: open('c', 'ground-c-people-of-the-area'),
      d: when(
        executive,
        () => open('d', 'ground-d-every-executive-member'),
        () => decided(false, reason(paragraph('d'), executive.otherwise, executive.facts)),
      ),
      e: open('e', 'ground-e-otherwise-appropriate'),
    };
  },
};

function open(ground: Ground, point: Point): Finding<boolean> {
  return decided(true, reason(paragraph(ground), point, []));
}

function paragraph(ground: Ground): RuleSource {
  return { ...grounds, citation: localismAct(`33(2)(${ground})`) };
}

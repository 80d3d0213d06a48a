import { localismAct } from '../../citation.js';
import type { Finding } from '../../conclusion.js';
import type { Facts, OwnerFacts } from '../../facts.js';
import type { Point } from '../../point.js';
import type { Rule, RuleSource } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import type { CivilDate } from '../../time/civil-date.js';
import { any, condition, test } from '../../truth.js';
import type { Truth } from '../../truth.js';
import { yesOrNo } from '../../yes-or-no.js';

export const s30_3: Rule<Facts<OwnerFacts>, Truth> = {
  id: 'england/localism-act-2011/s30(3)',
  question: 'Does an interest of this person count as the member’s?',
  citation: localismAct('30(3)'),
  source: 'statute',
  inForceFrom: civilDate('2012-07-01'),
  says: 's.30(3): an interest counts if it is (a) the member’s own, or (b) that of their spouse or civil partner, or of a person they live with as such, “and M is aware that that other person has the interest”.',
  reading:
    'Awareness belongs to (b) only. Nobody else’s interests, whoever they are, are ever disclosable pecuniary interests.',
  decide({ heldBy, memberAware }) {
    if (heldBy === 'partner') return condition('memberAware', memberAware, 'member-not-aware-of-partners');
    return test('heldBy', heldBy, (holder) => holder === 'self', 'nobody-elses-interests-count');
  },
};

/** Whether an interest counts by whose it is, as an answer that cites the limb: (a) one's own, (b) a partner's. */
export function countsAsTheMembers(facts: Facts<OwnerFacts>, asAt: CivilDate): Finding<boolean> {
  return yesOrNo(limbOf(facts), s30_3.decide(facts, asAt), pointOf(facts));
}

function limbOf({ heldBy }: Facts<OwnerFacts>): RuleSource {
  if (heldBy === 'someone-else') return s30_3;
  return { ...s30_3, citation: localismAct(heldBy === 'partner' ? '30(3)(b)' : '30(3)(a)') };
}

function pointOf({ heldBy }: Facts<OwnerFacts>): Point {
  return heldBy === 'partner' ? 'partners-interest-counts' : 'own-interest-counts';
}

/** How the other person stands to the member. */
export type RelationshipFacts = Facts<{
  /** Married to or in a civil partnership with the member, and not divorced or dissolved. */
  marriedOrInCivilPartnership: boolean;
  livesWithMemberAsCouple: boolean;
}>;

/**
 * s.30(3)(b)(i)-(iii): who is a partner. A husband, wife or civil partner counts though they live apart; anybody else
 * only if the two live together as a couple.
 */
export function isPartner(facts: RelationshipFacts): Truth {
  return any(
    'not-such-a-partner',
    condition('relationship', facts.marriedOrInCivilPartnership, 'not-such-a-partner'),
    condition('relationship', facts.livesWithMemberAsCouple, 'not-such-a-partner'),
  );
}

import { localismAct } from '../../citation.js';
import type { Finding, MeetingAnswer, Reason } from '../../conclusion.js';
import type { Facts } from '../../facts.js';
import { decided, together, when } from '../../finding.js';
import { reason } from '../../rule.js';
import type { Rule, RuleSource } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import { all, condition, test } from '../../truth.js';
import type { Truth } from '../../truth.js';
import type { Exemption } from './parameters.js';
import type { InterestKind } from './registration.js';

/** One interest in one item, and what the council's code exempts. */
export type ExemptionFacts = Facts<{
  kind: InterestKind;
  /** Which exempt kind of business the item is; null where it is none of them. */
  business: Exemption | null;
  /** What the council's code exempts on the day; an empty list says nothing. */
  adopted: readonly Exemption[];
  /** For housing and schools: is it about the member's own tenancy, or their child's own school or the one they govern? */
  particularlyOwn: boolean;
}>;

export interface ExemptionAnswer {
  /** Does the code's exemption leave the member free to stay, speak and vote? What has to be declared stays so. */
  readonly exempt: Finding<boolean>;
  /** What guidance says beside, which lifts nothing. */
  readonly advice: readonly Reason[];
}

const PERSONAL: readonly Exemption[] = ['council-housing-tenant', 'school-meals-or-transport'];

const DCLG_GUIDE: RuleSource = {
  id: 'england/guidance/openness-and-transparency',
  citation: {
    text: 'DCLG guide, Openness and transparency on personal interests (2013)',
    url: 'https://www.gov.uk/government/publications/openness-and-transparency-on-personal-interests-guidance-for-councillors',
  },
  source: 'guidance',
};

const DPI_BAR: RuleSource = {
  id: 'england/localism-act-2011/s31(4)',
  citation: localismAct('31(4)'),
  source: 'statute',
};

export const exemptionFor: Rule<ExemptionFacts, ExemptionAnswer> = {
  id: 'england/codes/exempt-business',
  question: 'Does an exemption of the council’s code leave the member free to take part?',
  citation: { text: 'Code of conduct as adopted, exempt business' },
  source: 'code-of-conduct',
  inForceFrom: civilDate('2012-07-01'),
  says: 'Codes that keep the exemptions of the national code of 2007: council housing (a tenant, not for their own tenancy), school meals and transport (a parent or governor, not for that school), statutory sick pay, members’ allowances, ceremonial honours, setting council tax or a precept.',
  reading:
    '[M] The Act of 2011 repealed the national exemptions and put nothing in their place, so the list is what each council adopted. It lifts the code’s own bars only. For a disclosable pecuniary interest guidance says that there is none in such a matter, which is not settled: a dispensation is the safe way.',
  decide(facts) {
    const isDpi = test('interest.kind', facts.kind, (kind) => kind === 'dpi', 'not-a-dpi');
    return {
      exempt: when(
        isDpi,
        () => decided(false, reason(DPI_BAR, 'dpi-is-never-exempt', isDpi.facts)),
        () => byTheCode(facts),
      ),
      advice: isDpi.is === 'yes' ? advice(facts) : [],
    };
  },
};

function byTheCode(facts: ExemptionFacts): Finding<boolean> {
  const exempt = all(isListed(facts), isAdopted(facts), isNotTheirOwn(facts));
  return when(
    exempt,
    () => decided(true, reason(exemptionFor, 'exempt-business', exempt.facts)),
    () => decided(false, reason(exemptionFor, exempt.otherwise, exempt.facts)),
  );
}

function advice(facts: ExemptionFacts): readonly Reason[] {
  const covered = all(isListed(facts), isNotTheirOwn(facts));
  return covered.is === 'yes'
    ? [reason(DCLG_GUIDE, 'guidance-says-not-a-dpi-in-the-matter', covered.facts)]
    : [];
}

function isListed({ business }: ExemptionFacts): Truth {
  return test('exemption.business', business, (one) => one !== null, 'not-exempt-business');
}

/** Nothing is exempt by an empty list, whatever the business is. */
function isAdopted({ adopted, business }: ExemptionFacts): Truth {
  if (business === undefined && adopted !== undefined && adopted.length > 0) {
    return condition('exemption.business', undefined, 'exemption-not-adopted');
  }
  return test(
    'exemption.adopted',
    adopted,
    (list) => list.some((one) => one === business),
    'exemption-not-adopted',
  );
}

function isNotTheirOwn({ business, particularlyOwn }: ExemptionFacts): Truth {
  if (business === undefined) return condition('exemption.business', undefined, 'particularly-your-own');
  if (business !== null && !PERSONAL.includes(business)) {
    return condition('exemption.business', true, 'particularly-your-own');
  }
  return test('exemption.particularlyOwn', particularlyOwn, (own) => !own, 'particularly-your-own');
}

/** A code's answer where its exemption holds: the bars go, and what is declared and notified stays as it was. */
export function withExemption(byCode: MeetingAnswer, exempt: Finding<boolean>): MeetingAnswer {
  return {
    ...byCode,
    discuss: unlessExempt(exempt, byCode.discuss, true),
    vote: unlessExempt(exempt, byCode.vote, true),
    leave: unlessExempt(exempt, byCode.leave, false),
  };
}

function unlessExempt<V>(exempt: Finding<boolean>, bar: Finding<V>, free: V): Finding<V> {
  if (exempt.kind === 'cannot-tell') return together(exempt, bar, (is, barred) => (is ? free : barred));
  return exempt.value ? { ...exempt, value: free } : bar;
}

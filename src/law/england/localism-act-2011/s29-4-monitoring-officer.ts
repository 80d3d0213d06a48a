import { localismAct } from '../../citation.js';
import type { Finding } from '../../conclusion.js';
import type { Facts } from '../../facts.js';
import { decided, when } from '../../finding.js';
import type { Point } from '../../point.js';
import { reason } from '../../rule.js';
import type { Rule, RuleSource } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import { condition, test } from '../../truth.js';
import type { Truth } from '../../truth.js';

export type RegisterKeeperFacts = Facts<{
  /** A town council is one. */
  parishCouncil: boolean;
  /** Where a parish lies: in a district that has a district council, in a London borough, or elsewhere. */
  parishIn: 'district-with-a-council' | 'london-borough' | 'elsewhere';
}>;

/** The authority whose monitoring officer keeps the register and is notified. */
export type MonitoringOfficerOf =
  'the-authority-itself' | 'the-district-council' | 'the-london-borough-council' | 'the-county-council';

export const s29_4: Rule<RegisterKeeperFacts, Finding<MonitoringOfficerOf>> = {
  id: 'england/localism-act-2011/s29(4)',
  question: 'Which authority’s monitoring officer keeps the register and is to be notified?',
  citation: localismAct('29(4)'),
  source: 'statute',
  inForceFrom: civilDate('2012-07-01'),
  says: 's.29(1), (4) and (9): the monitoring officer of an authority keeps its register; for a parish council it is that of its “principal authority”: the district council where the district has one, else the London borough council, else the county council.',
  reading:
    'Whatever the Chapter says of “the authority’s monitoring officer” means that officer, so members of a parish council notify the principal authority and never their clerk.',
  decide: (facts) => {
    const parish = isParish(facts);
    return when<MonitoringOfficerOf>(
      parish,
      () => principalOf(facts, parish),
      () => decided('the-authority-itself', reason(s29_1, parish.otherwise, parish.facts)),
    );
  },
};

const s29_1: RuleSource = {
  id: 'england/localism-act-2011/s29(1)',
  citation: localismAct('29(1)'),
  source: 'statute',
};

/** s.29(2): beyond what the Chapter requires, what goes into the register is for the authority. */
export const s29_2: RuleSource = {
  id: 'england/localism-act-2011/s29(2)',
  citation: localismAct('29(2)'),
  source: 'statute',
};

const s29_9: RuleSource = {
  id: 'england/localism-act-2011/s29(9)',
  citation: localismAct('29(9)'),
  source: 'statute',
};

/** Is the authority a parish council? Its own monitoring officer is the answer when it is not. */
export function isParish({ parishCouncil }: Pick<RegisterKeeperFacts, 'parishCouncil'>): Truth {
  return condition('parishCouncil', parishCouncil, 'own-officer-keeps-the-register');
}

function principalOf(
  { parishIn }: RegisterKeeperFacts,
  { facts: asParish }: Truth,
): Finding<MonitoringOfficerOf> {
  const lies = (where: NonNullable<typeof parishIn>): Truth =>
    test('parishIn', parishIn, (place) => place === where, 'principals-officer-keeps-the-parish-register');
  const principal = (value: MonitoringOfficerOf, point: Point): Finding<MonitoringOfficerOf> =>
    decided(
      value,
      reason(s29_4, 'principals-officer-keeps-the-parish-register', asParish),
      reason(s29_9, point, ['parishIn']),
    );
  return when(
    lies('district-with-a-council'),
    () => principal('the-district-council', 'principal-is-the-district'),
    () =>
      when(
        lies('london-borough'),
        () => principal('the-london-borough-council', 'principal-is-the-london-borough'),
        () => principal('the-county-council', 'principal-is-the-county'),
      ),
  );
}

import { localismAct } from '../../citation.js';
import type { Finding } from '../../conclusion.js';
import type { Facts } from '../../facts.js';
import { decided, when } from '../../finding.js';
import type { Point } from '../../point.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import { all, any, condition, test } from '../../truth.js';

/** The duties under which information can be given, and 'something-else' for any other occasion. */
export type GivenUnder = 's.30(1)' | 's.31(2)' | 's.31(3)' | 's.31(7)' | 'something-else';

export type FalseInformationFacts = Facts<{
  givenUnder: GivenUnder;
  /** False, or misleading in what it says or leaves out. */
  informationFalse: boolean;
  knewFalse: boolean;
  /** Did not care whether it was true and not misleading. */
  reckless: boolean;
}>;

export const s34_2: Rule<FalseInformationFacts, Finding<boolean>> = {
  id: 'england/localism-act-2011/s34(2)',
  question: 'Is it an offence to have given this information?',
  citation: localismAct('34(2)'),
  source: 'statute',
  inForceFrom: civilDate('2012-07-01'),
  says: 's.34(2): a person commits an offence if under s.30(1) or 31(2), (3) or (7) they provide information that is “false or misleading” and they (a) know that it is, or (b) are reckless as to whether it is true and not misleading.',
  reading:
    '[M] Wording. An honest mistake is no offence. Unlike s.34(1), it is not said to be excused by a reasonable excuse.',
  decide(facts) {
    rejectContradiction(facts);
    const knowing = condition('knewFalse', facts.knewFalse, 'false-information-in-good-faith');
    const reckless = condition('reckless', facts.reckless, 'false-information-in-good-faith');
    const commits = all(
      test(
        'givenUnder',
        facts.givenUnder,
        (duty) => duty !== 'something-else',
        'information-not-under-these-duties',
      ),
      condition('informationFalse', facts.informationFalse, 'information-not-false'),
      any('false-information-in-good-faith', knowing, reckless),
    );
    const how: Point = knowing.is === 'yes' ? 'false-information-knowing' : 'false-information-reckless';
    return when(
      commits,
      () => decided(true, reason(s34_2, how, commits.facts, 'criminal')),
      () => decided(false, reason(s34_2, commits.otherwise, commits.facts)),
    );
  },
};

function rejectContradiction({ informationFalse, knewFalse }: FalseInformationFacts): void {
  if (informationFalse === false && knewFalse === true) {
    throw new RangeError(
      'knewFalse says that they knew it to be false, and informationFalse that it was not.',
    );
  }
}

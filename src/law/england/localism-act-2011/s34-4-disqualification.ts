import { localismAct } from '../../citation.js';
import type { Finding } from '../../conclusion.js';
import type { Facts } from '../../facts.js';
import { decided, when } from '../../finding.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import { condition } from '../../truth.js';

export type DisqualificationFacts = Facts<{ convicted: boolean }>;

export interface DisqualificationAnswer {
  /** The longest disqualification that the court may order, in years; 0 where it may order none. */
  readonly maximumYears: Finding<0 | 5>;
  /** From which authorities; null from none. */
  readonly appliesTo: Finding<'this-and-any-other-relevant-authority' | null>;
}

export const s34_4: Rule<DisqualificationFacts, DisqualificationAnswer> = {
  id: 'england/localism-act-2011/s34(4)',
  question: 'For how long can the court disqualify the person, and from which authorities?',
  citation: localismAct('34(4)'),
  source: 'statute',
  inForceFrom: civilDate('2012-07-01'),
  says: 's.34(4): the court that deals with a person for an offence under this section may also disqualify them, “for a period not exceeding five years”, from being or becoming a member or co-opted member of the authority in question “or any other relevant authority”.',
  reading: '[M] Wording. It is in the court’s discretion, and follows a conviction only.',
  decide({ convicted: answer }) {
    const convicted = condition('convicted', answer, 'not-convicted');
    const none = reason(s34_4, convicted.otherwise, convicted.facts);
    return {
      maximumYears: when<0 | 5>(
        convicted,
        () => decided(5, reason(s34_4, 'disqualification-up-to-five-years', convicted.facts, 'criminal')),
        () => decided(0, none),
      ),
      appliesTo: when<'this-and-any-other-relevant-authority' | null>(
        convicted,
        () =>
          decided(
            'this-and-any-other-relevant-authority',
            reason(s34_4, 'disqualification-everywhere', convicted.facts),
          ),
        () => decided(null, none),
      ),
    };
  },
};

import { localismAct } from '../../citation.js';
import type { Decided, Finding } from '../../conclusion.js';
import type { Facts } from '../../facts.js';
import { decided, when } from '../../finding.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import { test } from '../../truth.js';

/** The Director of Public Prosecutions, somebody who acts on the Director's behalf, or anybody else at all. */
export type Prosecutor = 'the-dpp' | 'on-behalf-of-the-dpp' | 'anybody-else';

export type ProsecutorFacts = Facts<{ prosecutor: Prosecutor }>;

export interface ProsecutorAnswer {
  readonly mayInstitute: Finding<boolean>;
  readonly who: Decided<'by-or-on-behalf-of-the-dpp'>;
}

export const s34_5: Rule<ProsecutorFacts, ProsecutorAnswer> = {
  id: 'england/localism-act-2011/s34(5)',
  question: 'Who may bring a prosecution?',
  citation: localismAct('34(5)'),
  source: 'statute',
  inForceFrom: civilDate('2012-07-01'),
  says: 's.34(5): a prosecution for an offence under this section is not to be instituted “except by or on behalf of the Director of Public Prosecutions”.',
  reading:
    '[M] Wording. The Director’s consent to somebody else’s prosecution is not enough; a resident, the council or its monitoring officer reports to the police.',
  decide({ prosecutor }) {
    const forTheDirector = test(
      'prosecutor',
      prosecutor,
      (one) => one !== 'anybody-else',
      'only-the-dpp-prosecutes',
    );
    return {
      mayInstitute: when(
        forTheDirector,
        () => decided(true, reason(s34_5, 'prosecuted-by-or-for-the-dpp', forTheDirector.facts)),
        () => decided(false, reason(s34_5, forTheDirector.otherwise, forTheDirector.facts)),
      ),
      who: decided('by-or-on-behalf-of-the-dpp', reason(s34_5, 'prosecuted-by-or-for-the-dpp', [])),
    };
  },
};

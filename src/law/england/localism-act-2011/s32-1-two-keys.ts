import { localismAct } from '../../citation.js';
import type { Finding } from '../../conclusion.js';
import type { Facts, MeetingInterest } from '../../facts.js';
import { decided, when } from '../../finding.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import { condition, test } from '../../truth.js';

/** The two who must consider that showing the details could lead to violence or intimidation. */
export type TwoKeysFacts = Facts<{
  memberConsidersItSensitive: boolean;
  /** null: the monitoring officer has not come to a view. */
  officerConsidersItSensitive: boolean | null;
}>;

/** As the other rules take it: only 'agreed' has an effect. */
export type Sensitivity = NonNullable<MeetingInterest['sensitive']>;

export const s32_1: Rule<TwoKeysFacts, Finding<Sensitivity>> = {
  id: 'england/localism-act-2011/s32(1)',
  question: 'Is this a sensitive interest?',
  citation: localismAct('32(1)'),
  source: 'statute',
  inForceFrom: civilDate('2012-07-01'),
  says: 's.32(1): subsections (2) and (3) apply to an interest, “whether or not a disclosable pecuniary interest”, if the member “and the authority’s monitoring officer” consider that disclosing its details could lead to the member, or a person connected with them, “being subject to violence or intimidation”.',
  reading:
    '[M] Wording. Both keys must turn: while the officer has come to no view, it is not sensitive, so a member should settle it before a meeting.',
  decide({ memberConsidersItSensitive: claim, officerConsidersItSensitive: view }) {
    const claimed = condition('memberConsidersItSensitive', claim, 'member-does-not-claim-it');
    const shared = test(
      'officerConsidersItSensitive',
      view,
      (agrees) => agrees === true,
      'claimed-and-not-agreed',
    );
    return when<Sensitivity>(
      claimed,
      () =>
        when<Sensitivity>(
          shared,
          () => decided('agreed', reason(s32_1, 'agreed-by-both', [...claimed.facts, ...shared.facts])),
          () => decided('claimed', reason(s32_1, shared.otherwise, shared.facts)),
        ),
      () => decided('no', reason(s32_1, claimed.otherwise, claimed.facts)),
    );
  },
};

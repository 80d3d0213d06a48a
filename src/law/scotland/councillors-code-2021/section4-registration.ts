import type { Finding } from '../../conclusion.js';
import type { Facts, OwnerFacts } from '../../facts.js';
import { decided, when } from '../../finding.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import { all, condition, test } from '../../truth.js';
import { CODE_FROM, section } from './section.js';

export type ScottishRegistrationFacts = Facts<
  Pick<OwnerFacts, 'heldBy'> & {
    /** Does it fall within a category of section 4, such as remuneration, contracts or land? */
    inARegistrableCategory: boolean;
  }
>;

export const section4: Rule<ScottishRegistrationFacts, Finding<boolean>> = {
  id: 'scotland/councillors-code-2021/section4',
  question: 'Must this interest be registered?',
  citation: section(4),
  source: 'code-of-conduct',
  inForceFrom: CODE_FROM,
  says: 'Section 4: the interests to be registered are those of its categories that “relate to me”; it is “not necessary to register the interests of my spouse or cohabitee”.',
  reading:
    '[M] The wording of the present code; that of 2010 and the draft of 2020 say so. The categories themselves are not encoded: whether an interest falls within one is a fact.',
  decide({ heldBy, inARegistrableCategory }) {
    const registered = all(
      test('heldBy', heldBy, (holder) => holder === 'self', 'scotland-only-own-interests'),
      condition('inARegistrableCategory', inARegistrableCategory, 'scotland-in-no-category'),
    );
    return when(
      registered,
      () =>
        decided(true, reason(section4, 'scotland-in-a-category', registered.facts, 'standards-complaint')),
      () => decided(false, reason(section4, registered.otherwise, registered.facts)),
    );
  },
};

import type { MeetingAnswer } from '../../../conclusion.js';
import type { MeetingFacts } from '../../../facts.js';
import { change, decided, whenAnswer } from '../../../finding.js';
import { reason } from '../../../rule.js';
import type { Rule } from '../../../rule.js';
import { all, condition } from '../../../truth.js';
import type { Truth } from '../../../truth.js';
import { nothingRequired } from '../../statute-at-meetings.js';
import { disclosedBy } from './app-b-2-sensitive.js';
import { outAsParagraph6 } from './app-b-6-directly-relates.js';
import { PUBLISHED, modelCode } from './text.js';

/** App B para 9. */
export const bothLimbs: Rule<MeetingFacts, Truth> = {
  id: 'england/codes/lga-model-2020/app-b-9',
  question: 'Does a matter that only affects the interest keep the member out?',
  citation: modelCode('App B para 9'),
  source: 'code-of-conduct',
  inForceFrom: PUBLISHED,
  says: 'App B para 9: where the matter affects it (a) “to a greater extent than” it affects the financial interests of the majority of inhabitants of the ward affected, and (b) a reasonable member of the public knowing all the facts would believe that it would affect the member’s view of the wider public interest: as paragraph 6.',
  reading:
    'Both limbs, or the member stays, speaks and votes. The ward is the division in a county, and the whole area where the matter is area-wide. The words speak of financial interests: like is compared with like where it is wellbeing.',
  decide: (facts) =>
    all(
      condition(
        'affectsMoreThanMajorityOfWard',
        facts.affectsMoreThanMajorityOfWard,
        'affects-no-more-than-most',
      ),
      condition(
        'reasonablePublicWouldThinkViewAffected',
        facts.reasonablePublicWouldThinkViewAffected,
        'view-not-affected',
      ),
    ),
};

/** App B para 8. */
export const affects: Rule<MeetingFacts, MeetingAnswer> = {
  id: 'england/codes/lga-model-2020/app-b-8',
  question: 'What does the code ask where a matter affects an interest and is not about it?',
  citation: modelCode('App B para 8'),
  source: 'code-of-conduct',
  inForceFrom: PUBLISHED,
  says: 'App B para 8: where a matter “affects” the financial interest or wellbeing of the member, of a relative or close associate, or of a body of Table 2: disclose it, and then apply the test of paragraph 9.',
  decide(facts, asAt) {
    const disclose = disclosedBy(affects, 'declare-what-is-affected', facts, asAt);
    const notify = decided(null, reason(affects, 'code-adds-no-clock', []));
    const test = bothLimbs.decide(facts, asAt);
    return whenAnswer(
      test,
      () => ({ disclose, notify, ...outAsParagraph6(bothLimbs, facts, asAt) }),
      () => ({ ...nothingRequired(bothLimbs, test), disclose, notify }),
    );
  },
};

/**
 * A matter that only affects a disclosable pecuniary interest is outside paragraph 4, so it is treated as affecting an
 * interest of the member's own. Whether the Act bars the member is not settled: they are told to ask.
 */
export function affectsADpi(facts: MeetingFacts, asAt: MeetingFacts['meetingDate']): MeetingAnswer {
  const answer = affects.decide(facts, asAt);
  const ask = reason(affects, 'affects-a-dpi-so-ask', ['interest.kind', 'relation']);
  return { ...answer, disclose: change(answer.disclose, (asked) => asked, ask) };
}

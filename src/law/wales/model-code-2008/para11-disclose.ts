import type { Disclose, Finding } from '../../conclusion.js';
import { decided, when } from '../../finding.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import { para10 } from './para10-personal-interest.js';
import type { PersonalFacts } from './para10-personal-interest.js';
import { paragraph } from './paragraph.js';

export const para11: Rule<PersonalFacts, Finding<Disclose>> = {
  ...paragraph('11'),
  question: 'What must a member who attends say about a personal interest?',
  says: 'Para 11(1): a member with a personal interest who attends a meeting at which the business is considered must “disclose orally to that meeting the existence and nature of that interest”; (4) an interest not disclosed before is notified in writing before or immediately after the meeting closes.',
  reading:
    '[M] The wording of (4). Sensitive information, of which only the existence is disclosed, is not encoded.',
  decide(facts, asAt) {
    const personal = para10.decide(facts, asAt);
    return when<Disclose>(
      personal,
      () =>
        decided(
          'existence_and_nature',
          reason(para11, 'wales-disclose-orally', personal.facts, 'standards-complaint'),
          reason(para10, 'wales-personal-interest', personal.facts),
        ),
      () => decided('none', reason(para10, personal.otherwise, personal.facts)),
    );
  },
};

import type { MeetingAnswer } from '../../../conclusion.js';
import type { MeetingFacts } from '../../../facts.js';
import { decided } from '../../../finding.js';
import { reason } from '../../../rule.js';
import type { Rule } from '../../../rule.js';
import { outUnlessDispensed } from '../code.js';
import { disclosedBy } from './app-b-2-sensitive.js';
import { PUBLISHED, modelCode } from './text.js';

/** App B para 4. */
export const dpiDirectly: Rule<MeetingFacts, MeetingAnswer> = {
  id: 'england/codes/lga-model-2020/app-b-4',
  question: 'What does the code ask where a matter directly relates to a disclosable pecuniary interest?',
  citation: modelCode('App B para 4'),
  source: 'code-of-conduct',
  inForceFrom: PUBLISHED,
  says: 'App B para 4, non participation in case of disclosable pecuniary interest: where a matter “directly relates” to one, disclose it, take no part in discussion or vote, and do not remain in the room unless granted a dispensation; of a sensitive interest, only that there is one.',
  reading:
    'Registered or not, it is disclosed. Speaking as the public may does not rescue a pecuniary interest.',
  decide: (facts, asAt) => ({
    disclose: disclosedBy(dpiDirectly, 'code-declare-dpi', facts, asAt),
    ...outUnlessDispensed(
      dpiDirectly,
      { noPart: 'code-no-part-in-dpi', withdraw: 'code-withdraw-for-dpi' },
      facts,
      asAt,
    ),
    notify: decided(null, reason(dpiDirectly, 'code-adds-no-clock', [])),
  }),
};

import { localismAct } from '../../citation.js';
import type { Finding } from '../../conclusion.js';
import type { MeetingFacts } from '../../facts.js';
import { decided } from '../../finding.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';

/** The two restrictions that s.33 can lift. `true` is that the member may. */
export interface Participation {
  readonly discuss: Finding<boolean>;
  readonly vote: Finding<boolean>;
}

export const s31_4: Rule<MeetingFacts, Participation> = {
  id: 'england/localism-act-2011/s31(4)',
  question: 'May the member take part in the discussion and the vote?',
  citation: localismAct('31(4)'),
  source: 'statute',
  inForceFrom: civilDate('2012-07-01'),
  says: 's.31(4): the member may not (a) “participate, or participate further, in any discussion of the matter”, or (b) “participate in any vote, or further vote, taken on the matter”, subject to s.33.',
  reading:
    'It binds whether or not the interest is registered. Speaking as a member of the public is still taking part.',
  decide: () => ({
    discuss: decided(false, reason(s31_4, 'no-discussion', ['interestIsInTheMatter'], 'criminal')),
    vote: decided(false, reason(s31_4, 'no-vote', ['interestIsInTheMatter'], 'criminal')),
  }),
};

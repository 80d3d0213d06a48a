import { caseTable } from '../../../../test/law/support/case-table.js';
import { inShort, ordinaryMeeting, withInterest } from '../ordinary-meeting.js';
import type { MeetingAnswer } from '../../conclusion.js';
import type { MeetingFacts } from '../../facts.js';
import { statuteFaithful } from './statute-faithful.js';

caseTable<MeetingFacts, MeetingAnswer, unknown>({
  title: 'A code that says again what the Act says',
  decide: (facts) => statuteFaithful.decide(facts, facts.meetingDate),
  summary: (answer) => ({
    answer: inShort(answer),
    sanction: answer.vote.reasons[0]?.sanction,
    layer: answer.vote.reasons[0]?.layer,
  }),
  always: ['meetingDate'],
  cases: [
    {
      name: 'a registered interest: no speech, no vote, may remain; a complaint and no crime by the code',
      facts: ordinaryMeeting,
      expected: {
        answer: ['none', 'false', 'false', 'false', 'null'],
        sanction: 'standards-complaint',
        layer: 'code',
      },
    },
    {
      name: 'another interest: declared, and the member may stay, speak and vote',
      facts: withInterest({ kind: 'odi' }),
      expected: {
        answer: ['existence_and_nature', 'true', 'true', 'false', 'null'],
        sanction: 'none',
        layer: 'code',
      },
    },
  ],
});

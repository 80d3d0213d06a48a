import type { CaseTable } from '../case-table.js';
import type { MeetingFacts } from '../facts.js';
import type { Truth } from '../truth.js';
import { apparentBias } from './apparent-bias.js';
import { ordinaryMeeting, withInterest } from './ordinary-meeting.js';

const likely = { ...withInterest({ kind: 'odi' }), likelyToPrejudice: true };

export const APPARENT_BIAS_CASES: CaseTable<MeetingFacts, Truth, string> = {
  title: 'When taking part could look biased',
  rules: [apparentBias.id],
  columns: ['Could look biased'],
  decide: (facts) => apparentBias.decide(facts, facts.meetingDate),
  summary: ({ is, facts }) => (is === 'unknown' ? `? ${facts[0] ?? ''}` : String(is === 'yes')),
  always: ['meetingDate'],
  cases: [
    {
      name: 'an interest in the item that a reasonable observer would think likely to sway the member',
      facts: likely,
      expected: 'true',
    },
    {
      name: 'an interest in the item that nobody would think likely to',
      facts: { ...likely, likelyToPrejudice: false },
      expected: 'false',
    },
    {
      name: 'an interest that the item does not concern',
      facts: { ...likely, interestIsInTheMatter: false },
      expected: 'false',
    },
    { name: 'no interest', facts: { ...likely, interest: null }, expected: 'false' },
    {
      name: 'whether it would be thought likely is not known',
      facts: { ...likely, likelyToPrejudice: undefined },
      expected: '? likelyToPrejudice',
    },
    {
      name: 'whether the item concerns the interest is not known',
      facts: { ...likely, interestIsInTheMatter: undefined },
      expected: '? interestIsInTheMatter',
    },
    {
      name: 'whether there is an interest is not known',
      facts: { ...ordinaryMeeting, likelyToPrejudice: true, interest: undefined },
      expected: '? interest',
    },
  ],
};

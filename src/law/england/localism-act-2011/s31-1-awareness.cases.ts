import type { CaseTable } from '../../case-table.js';
import { goodDispensation, ordinaryMeeting, withInterest } from '../ordinary-meeting.js';
import { valueInShort } from './finding-in-short.js';
import { awareness } from './s31-1-awareness.js';
import type { AwarenessFacts, Timeline } from './s31-1-awareness.js';
import { s31_2 } from './s31-2-disclose.js';
import { s31_3 } from './s31-3-notify-after-disclosure.js';
import { s31_4 } from './s31-4-no-part.js';

/** Whether they know is what the timeline tells, so it is no fact of its own. */
const unregisteredDpi = { ...withInterest({ inRegister: false }), memberAwareItIs: undefined };

/** A member who spoke, and learnt in the middle of the debate that it concerns an interest not in the register. */
export const midDebate = {
  ...unregisteredDpi,
  awareFrom: 'during-the-item',
  spokeBeforeAwareness: true,
} as const satisfies AwarenessFacts;

const OUT = ['existence_and_nature', 'false', 'false', '2017-11-20'];

export const AWARENESS_CASES: CaseTable<AwarenessFacts, Timeline, readonly string[]> = {
  title: 'Becoming aware in the course of a meeting on 24 October 2017',
  rules: [awareness.id, s31_2.id, s31_3.id, s31_4.id],
  columns: ['Speaking before was wrong', 'Then must declare', 'May speak', 'May vote', 'Must notify by'],
  decide: (facts) => awareness.decide(facts, facts.meetingDate),
  summary: ({ earlierSpeechContravenes, fromAwareness, notify }) =>
    [earlierSpeechContravenes, fromAwareness.disclose, fromAwareness.discuss, fromAwareness.vote, notify].map(
      valueInShort,
    ),
  always: ['meetingDate'],
  cases: [
    {
      name: 'in the middle of the debate: what was said stands, and from then on they are out',
      facts: midDebate,
      expected: ['false', ...OUT],
    },
    {
      name: 'in the middle of the debate, having said nothing',
      facts: { ...midDebate, spokeBeforeAwareness: false },
      expected: ['false', ...OUT],
    },
    {
      name: 'before the item',
      facts: { ...midDebate, awareFrom: 'before-the-item', spokeBeforeAwareness: false },
      expected: ['false', ...OUT],
    },
    {
      name: 'only when the item was over',
      facts: { ...midDebate, awareFrom: 'not-while-considered' },
      expected: ['false', 'none', 'true', 'true', 'null'],
    },
    {
      name: 'in the middle, with the notification pending: declared, and not notified again',
      facts: { ...midDebate, interest: { ...midDebate.interest, pending: true } },
      expected: ['false', 'existence_and_nature', 'false', 'false', 'null'],
    },
    {
      name: 'in the middle, with the interest sensitive by agreement',
      facts: { ...midDebate, interest: { ...midDebate.interest, sensitive: 'agreed' } },
      expected: ['false', 'existence_only', 'false', 'false', '2017-11-20'],
    },
    {
      name: 'in the middle, with the interest in the register',
      facts: { ...midDebate, interest: ordinaryMeeting.interest },
      expected: ['false', 'none', 'false', 'false', 'null'],
    },
    {
      name: 'in the middle, with a dispensation for both',
      facts: { ...midDebate, dispensations: [goodDispensation] },
      expected: ['false', 'existence_and_nature', 'true', 'true', '2017-11-20'],
    },
    {
      name: 'whether they had spoken is not known, and does not matter',
      facts: { ...midDebate, spokeBeforeAwareness: undefined },
      expected: ['false', ...OUT],
    },
    {
      name: 'when they came to know is not known: that is the question',
      facts: { ...midDebate, awareFrom: undefined },
      expected: ['false', ...Array<string>(4).fill('? awareFrom')],
    },
  ],
};

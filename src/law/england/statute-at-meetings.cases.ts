import type { Case, CaseTable } from '../case-table.js';
import type { MeetingAnswer } from '../conclusion.js';
import type { MeetingFacts } from '../facts.js';
import { civilDate } from '../time/civil-date.js';
import { s27_4 } from './localism-act-2011/s27-4-co-opted-member.js';
import { s30_3 } from './localism-act-2011/s30-3-whose-interest.js';
import { s31_1 } from './localism-act-2011/s31-1-engaged.js';
import { s31_10 } from './localism-act-2011/s31-10-leave-the-room.js';
import { s31_2 } from './localism-act-2011/s31-2-disclose.js';
import { s31_3 } from './localism-act-2011/s31-3-notify-after-disclosure.js';
import { s31_4 } from './localism-act-2011/s31-4-no-part.js';
import { s32_3 } from './localism-act-2011/s32-3-sensitive.js';
import { FREE, MEETING_COLUMNS, inShort, ordinaryMeeting, withInterest } from './ordinary-meeting.js';
import { statuteAtMeeting } from './statute-at-meetings.js';

type Cases = readonly Case<MeetingFacts, readonly string[]>[];
type Table = CaseTable<MeetingFacts, MeetingAnswer, readonly string[]>;

const ON = civilDate('2017-10-24');
const SILENT = ['none', 'false', 'false', 'false', 'null'];

const DISCLOSURE: Cases = [
  {
    name: 'registered: silent and no vote, but nothing to disclose and no need to leave',
    facts: ordinaryMeeting,
    expected: SILENT,
  },
  {
    name: 'not registered: disclose, and notify by the 28th day, the day of the meeting included',
    facts: withInterest({ inRegister: false }),
    expected: ['existence_and_nature', 'false', 'false', 'false', '2017-11-20'],
  },
  {
    name: 'pending is not registered: disclose, with nothing to notify again',
    facts: withInterest({ inRegister: false, pending: true }),
    expected: ['existence_and_nature', 'false', 'false', 'false', 'null'],
  },
  {
    name: 'agreed to be sensitive: only that there is an interest, and all of it to the monitoring officer',
    facts: withInterest({ inRegister: false, sensitive: 'agreed' }),
    expected: ['existence_only', 'false', 'false', 'false', '2017-11-20'],
  },
  {
    name: 'claimed to be sensitive and not agreed: as if not sensitive',
    facts: withInterest({ inRegister: false, sensitive: 'claimed' }),
    expected: ['existence_and_nature', 'false', 'false', 'false', '2017-11-20'],
  },
  {
    name: 'registered and sensitive: nothing to disclose',
    facts: withInterest({ sensitive: 'agreed' }),
    expected: SILENT,
  },
  {
    name: 'whether it is registered is not known: the bar stands, the rest waits for that one fact',
    facts: withInterest({ inRegister: undefined }),
    expected: ['? interest.inRegister', 'false', 'false', 'false', '? interest.inRegister'],
  },
];

const ENGAGED: Cases = [
  { name: 'not present', facts: { ...ordinaryMeeting, present: false }, expected: FREE },
  { name: 'an informal briefing', facts: { ...ordinaryMeeting, formalMeeting: false }, expected: FREE },
  { name: 'not in the matter', facts: { ...ordinaryMeeting, interestIsInTheMatter: false }, expected: FREE },
  { name: 'not aware that it is', facts: { ...ordinaryMeeting, memberAwareItIs: false }, expected: FREE },
  { name: 'no interest', facts: { ...ordinaryMeeting, interest: null }, expected: FREE },
  { name: 'another kind of interest', facts: withInterest({ kind: 'odi' }), expected: FREE },
  { name: 'no vote at all', facts: { ...ordinaryMeeting, person: 'co-opted-no-vote' }, expected: FREE },
  {
    name: 'a partner’s interest that the member does not know of',
    facts: withInterest({ heldBy: 'partner', memberAwareOfPartners: false }),
    expected: FREE,
  },
  {
    name: 'a partner’s interest that the member knows of binds like their own',
    facts: withInterest({ heldBy: 'partner' }),
    expected: SILENT,
  },
  {
    name: 'a co-opted member who votes on education is bound as well',
    facts: { ...ordinaryMeeting, person: 'co-opted-education' },
    expected: SILENT,
  },
  {
    name: 'where only words matched, whether they may take part cannot be told, and the question is asked',
    facts: { ...ordinaryMeeting, interestIsInTheMatter: undefined, memberAwareItIs: undefined },
    expected: ['none', '? interestIsInTheMatter', '? interestIsInTheMatter', 'false', 'null'],
  },
  {
    name: 'somebody who was not there is free, whatever else is unknown',
    facts: { meetingDate: ON, present: false },
    expected: FREE,
  },
];

const shape = { columns: MEETING_COLUMNS, summary: inShort, always: ['meetingDate'] };
const noStandingOrder = (facts: MeetingFacts): MeetingAnswer => statuteAtMeeting(facts, false, ON);

export const DISCLOSURE_CASES: Table = {
  title: 'A disclosable pecuniary interest in an item on 24 October 2017',
  rules: [s31_2.id, s31_3.id, s31_4.id, s32_3.id],
  ...shape,
  decide: noStandingOrder,
  cases: DISCLOSURE,
};

export const ENGAGED_CASES: Table = {
  title: 'Whether the rules for meetings apply at all',
  rules: [s31_1.id, s27_4.id, s30_3.id],
  ...shape,
  decide: noStandingOrder,
  cases: ENGAGED,
};

export const EXCLUSION_CASES: Table = {
  title: 'Where standing orders send out those who may not take part',
  rules: [s31_10.id],
  ...shape,
  decide: (facts) => statuteAtMeeting(facts, true, ON),
  cases: [
    {
      name: 'the member who may not take part leaves the room',
      facts: ordinaryMeeting,
      expected: ['none', 'false', 'false', 'true', 'null'],
    },
    { name: 'the member who is not barred stays', facts: withInterest({ kind: 'odi' }), expected: FREE },
  ],
};

export const UNKNOWN_STANDING_ORDERS_CASES: Table = {
  title: 'Where nobody has said what standing orders say',
  rules: [s31_10.id],
  ...shape,
  decide: (facts) => statuteAtMeeting(facts, undefined, ON),
  cases: [
    {
      name: 'whether the member who may not take part leaves cannot be told',
      facts: ordinaryMeeting,
      expected: ['none', 'false', 'false', '? standingOrdersExclude', 'null'],
    },
    {
      name: 'the member who is not barred stays whatever they say',
      facts: withInterest({ kind: 'odi' }),
      expected: FREE,
    },
  ],
};

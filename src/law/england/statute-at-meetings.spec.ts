import { caseTable } from '../../../test/law/support/case-table.js';
import type { Case } from '../case-table.js';
import { FREE, inShort, ordinaryMeeting, withInterest } from './ordinary-meeting.js';
import type { MeetingFacts } from '../facts.js';
import { civilDate } from '../time/civil-date.js';
import { statuteAtMeeting } from './statute-at-meetings.js';

const ON = civilDate('2017-10-24');

const DISCLOSURE: readonly Case<MeetingFacts, readonly string[]>[] = [
  {
    name: 'registered: silent and no vote, but nothing to disclose and no need to leave',
    facts: ordinaryMeeting,
    expected: ['none', 'false', 'false', 'false', 'null'],
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
    expected: ['none', 'false', 'false', 'false', 'null'],
  },
  {
    name: 'whether it is registered is not known: the bar stands, the rest waits for that one fact',
    facts: withInterest({ inRegister: undefined }),
    expected: ['? interest.inRegister', 'false', 'false', 'false', '? interest.inRegister'],
  },
];

const ENGAGED: readonly Case<MeetingFacts, readonly string[]>[] = [
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
    expected: ['none', 'false', 'false', 'false', 'null'],
  },
  {
    name: 'a co-opted member who votes on education is bound as well',
    facts: { ...ordinaryMeeting, person: 'co-opted-education' },
    expected: ['none', 'false', 'false', 'false', 'null'],
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

const decide = (facts: MeetingFacts) => statuteAtMeeting(facts, false, ON);
caseTable({
  title: 's.31(2) and (3): disclosing',
  decide,
  summary: inShort,
  cases: DISCLOSURE,
  always: ['meetingDate'],
});
caseTable({
  title: 's.31(1): is it engaged',
  decide,
  summary: inShort,
  cases: ENGAGED,
  always: ['meetingDate'],
});

caseTable<MeetingFacts, ReturnType<typeof decide>, readonly string[]>({
  title: 's.31(10): where standing orders exclude',
  decide: (facts) => statuteAtMeeting(facts, true, ON),
  summary: inShort,
  always: ['meetingDate'],
  cases: [
    {
      name: 'the member who may not take part leaves the room',
      facts: ordinaryMeeting,
      expected: ['none', 'false', 'false', 'true', 'null'],
    },
    { name: 'the member who is not barred stays', facts: withInterest({ kind: 'odi' }), expected: FREE },
  ],
});

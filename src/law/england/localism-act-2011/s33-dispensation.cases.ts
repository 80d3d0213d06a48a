import type { Case, CaseTable } from '../../case-table.js';
import type { MeetingAnswer } from '../../conclusion.js';
import type { MeetingFacts } from '../../facts.js';
import { civilDate } from '../../time/civil-date.js';
import {
  MEETING_COLUMNS,
  goodDispensation,
  inShort,
  ordinaryMeeting,
  withDispensation,
  withInterest,
} from '../ordinary-meeting.js';
import { statuteAtMeeting } from '../statute-at-meetings.js';
import { s31_10 } from './s31-10-leave-the-room.js';
import { s31_4 } from './s31-4-no-part.js';
import { s33, s33_4 } from './s33-dispensation.js';

type Table = CaseTable<MeetingFacts, MeetingAnswer, readonly string[]>;
const MEETING = civilDate('2017-10-24');
const EVE = civilDate('2017-10-23');
const MORROW = civilDate('2017-10-25');

/** The statute where standing orders send those out who are barred. */
const decide = (facts: MeetingFacts): MeetingAnswer => statuteAtMeeting(facts, true, MEETING);

/** May discuss, may vote, must leave where standing orders exclude; and what s.33 says to the first once it is settled. */
function reliefInShort(answer: MeetingAnswer): readonly string[] {
  const [, discuss, vote, leave] = inShort(answer) as [string, string, string, string];
  const ofS33 = answer.discuss.reasons.find(({ rule }) => rule.includes('s33'));
  return [discuss, vote, leave, answer.discuss.kind === 'cannot-tell' ? '' : (ofS33?.point ?? '')];
}

const LIFTED = ['excused: true', 'excused: true', 'excused: false', 'dispensed-discussion'];
const barred = (flaw: string): readonly string[] => ['false', 'false', 'true', flaw];

const GRANTED: readonly Case<MeetingFacts, readonly string[]>[] = [
  { name: 'a good one for both lifts both, and nobody leaves', facts: withDispensation(), expected: LIFTED },
  {
    name: 'one for speech only: out for the vote',
    facts: withDispensation({ relieves: ['discussion'] }),
    expected: ['excused: true', 'false', 'excused: vote_only', 'dispensed-discussion'],
  },
  {
    name: 'one for the vote only: out for the discussion',
    facts: withDispensation({ relieves: ['vote'] }),
    expected: ['false', 'excused: true', 'excused: discussion_only', 'dispensation-for-another-restriction'],
  },
  { name: 'without any', facts: ordinaryMeeting, expected: barred('no-dispensation') },
  {
    name: 'not asked for in writing',
    facts: withDispensation({ requestedInWriting: false }),
    expected: barred('dispensation-not-in-writing'),
  },
  {
    name: 'without a period',
    facts: withDispensation({ to: null }),
    expected: barred('dispensation-without-period'),
  },
  {
    name: 'for another matter',
    facts: withDispensation({ coversThisMatter: false }),
    expected: barred('dispensation-for-another-matter'),
  },
  { name: 'on its last day', facts: withDispensation({ to: MEETING }), expected: LIFTED },
  {
    name: 'the day after its last',
    facts: withDispensation({ to: EVE }),
    expected: barred('dispensation-out-of-period'),
  },
  { name: 'on its first day', facts: withDispensation({ from: MEETING }), expected: LIFTED },
  {
    name: 'the day before its first',
    facts: withDispensation({ from: MORROW }),
    expected: barred('dispensation-out-of-period'),
  },
  { name: 'granted on the day', facts: withDispensation({ grantedOn: MEETING }), expected: LIFTED },
  {
    name: 'granted the day after does not reach back',
    facts: withDispensation({ grantedOn: MORROW }),
    expected: barred('dispensation-not-retrospective'),
  },
  {
    name: 'of four years to the day',
    facts: withDispensation({ from: civilDate('2017-06-01'), to: civilDate('2021-05-31') }),
    expected: LIFTED,
  },
  {
    name: 'of four years and a day counts as none',
    facts: withDispensation({ from: civilDate('2017-06-01'), to: civilDate('2021-06-01') }),
    expected: barred('dispensation-over-four-years'),
  },
  {
    name: 'a good one beside a flawed one is enough',
    facts: {
      ...ordinaryMeeting,
      dispensations: [{ ...goodDispensation, id: 'd0', coversThisMatter: false }, goodDispensation],
    },
    expected: LIFTED,
  },
  {
    name: 'whether there is one is not known: that is the question',
    facts: { ...ordinaryMeeting, dispensations: undefined },
    expected: [...Array<string>(3).fill('? dispensations'), ''],
  },
  {
    name: 'whether it covers this matter is not known: that is the question',
    facts: withDispensation({ coversThisMatter: undefined }),
    expected: [...Array<string>(3).fill('? dispensations.coversThisMatter'), ''],
  },
];

export const DISPENSATION_CASES: Table = {
  title: 'A dispensation, where standing orders send out those who may not take part',
  rules: [s33.id, s31_4.id, s31_10.id],
  columns: ['May speak', 'May vote', 'Must leave', 'Why'],
  decide,
  summary: reliefInShort,
  cases: GRANTED,
  always: ['meetingDate'],
};

export const LIMITS_OF_DISPENSATION_CASES: Table = {
  title: 'What a dispensation does not lift, and deciding on one',
  rules: [s33.id, s33_4.id],
  columns: MEETING_COLUMNS,
  decide,
  summary: inShort,
  always: ['meetingDate'],
  cases: [
    {
      name: 'it does not lift disclosing and notifying',
      facts: { ...withInterest({ inRegister: false }), dispensations: [goodDispensation] },
      expected: ['existence_and_nature', 'excused: true', 'excused: true', 'excused: false', '2017-11-20'],
    },
    {
      name: 'whoever decides on a dispensation is not barred from deciding',
      facts: { ...ordinaryMeeting, matter: { decidesOnDispensation: true } },
      expected: ['none', 'true', 'true', 'false', 'null'],
    },
    {
      name: 'whether that is the business is not known',
      facts: { ...ordinaryMeeting, matter: {} },
      expected: ['none', ...Array<string>(3).fill('? matter.decidesOnDispensation'), 'null'],
    },
  ],
};

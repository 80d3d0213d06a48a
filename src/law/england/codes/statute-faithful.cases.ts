import type { Case, CaseTable } from '../../case-table.js';
import type { MeetingAnswer } from '../../conclusion.js';
import type { MeetingFacts } from '../../facts.js';
import {
  FREE,
  MEETING_COLUMNS,
  inShort,
  ordinaryMeeting,
  withDispensation,
  withInterest,
} from '../ordinary-meeting.js';
import { DECLARE_AND_STAY } from './meeting-cases.js';
import { dpiAsTheActHasIt, otherInterests, statuteFaithful } from './statute-faithful.js';

const COMPLAINT = ['standards-complaint', 'code'];
const NONE = ['none', 'code'];

const CASES: readonly Case<MeetingFacts, readonly string[]>[] = [
  {
    name: 'a registered interest: no speech, no vote, may remain; a complaint and no crime by the code',
    facts: ordinaryMeeting,
    expected: ['none', 'false', 'false', 'false', 'null', ...COMPLAINT],
  },
  {
    name: 'one that is not registered is declared and notified, as by the Act',
    facts: withInterest({ inRegister: false }),
    expected: ['existence_and_nature', 'false', 'false', 'false', '2017-11-20', ...COMPLAINT],
  },
  {
    name: 'a dispensation relieves it, as by the Act',
    facts: withDispensation(),
    expected: ['none', 'excused: true', 'excused: true', 'false', 'null', ...NONE],
  },
  {
    name: 'another interest: declared, and the member may stay, speak and vote',
    facts: withInterest({ kind: 'odi' }),
    expected: [...DECLARE_AND_STAY, ...NONE],
  },
  {
    name: 'an other registerable interest likewise',
    facts: withInterest({ kind: 'ori' }),
    expected: [...DECLARE_AND_STAY, ...NONE],
  },
  {
    name: 'a non-registerable interest that is agreed to be sensitive: only that there is one',
    facts: withInterest({ kind: 'nri', sensitive: 'agreed' }),
    expected: ['existence_only', 'true', 'true', 'false', 'null', ...NONE],
  },
  {
    name: 'somebody who is not there has nothing to do',
    facts: { ...ordinaryMeeting, present: false },
    expected: [...FREE, ...NONE],
  },
  {
    name: 'where the kind of interest is not known, what is barred and declared waits for it',
    facts: withInterest({ kind: undefined }),
    expected: ['? interest.kind', '? interest.kind', '? interest.kind', 'false', 'null', ...COMPLAINT],
  },
];

export const STATUTE_FAITHFUL_CASES: CaseTable<MeetingFacts, MeetingAnswer, readonly string[]> = {
  title: 'A code that says again what the Act says',
  rules: [statuteFaithful.id, dpiAsTheActHasIt.id, otherInterests.id],
  columns: [...MEETING_COLUMNS, 'Not voting is', 'By the'],
  decide: (facts) => statuteFaithful.decide(facts, facts.meetingDate),
  summary: (answer) => [
    ...inShort(answer),
    answer.vote.reasons[0]?.sanction ?? 'no reason',
    answer.vote.reasons[0]?.layer ?? 'no reason',
  ],
  cases: CASES,
  always: ['meetingDate'],
};

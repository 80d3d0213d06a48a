import type { Case, CaseTable } from '../../case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { goodDispensation, ordinaryMeeting, withInterest } from '../ordinary-meeting.js';
import { OFFENCE_COLUMNS, offenceInShort } from './offence-in-short.js';
import { s34_1AtMeeting } from './s34-1-at-a-meeting.js';
import type { MeetingConductFacts } from './s34-1-at-a-meeting.js';
import type { OffenceAnswer } from './s34-1-offence.js';

const ON = civilDate('2017-10-24');

/** Did all that law and code can ask of a member with a registered interest. Every fact known. */
export const correct = {
  ...ordinaryMeeting,
  declared: true,
  notifiedInTime: true,
  spoke: false,
  voted: false,
  leftRoom: true,
  reasonableExcuse: false,
} as const satisfies MeetingConductFacts;
export const unregistered = { ...correct, ...withInterest({ inRegister: false }) };
export const TOLD = 'went-against-no-bar, kept-the-duties-to-tell, no-offence';

type Table = CaseTable<MeetingConductFacts, OffenceAnswer, readonly string[]>;
export type ConductCases = readonly Case<MeetingConductFacts, readonly string[]>[];

const TAKING_PART: ConductCases = [
  {
    name: 'voting on a matter in which they have a registered interest',
    facts: { ...correct, voted: true },
    expected: ['true', 'true', 'no-vote, voted-though-barred, no-reasonable-excuse'],
  },
  {
    name: 'speaking, without voting',
    facts: { ...correct, spoke: true },
    expected: ['true', 'true', 'no-discussion, spoke-though-barred, no-reasonable-excuse'],
  },
  {
    name: 'voting with a reasonable excuse',
    facts: { ...correct, voted: true, reasonableExcuse: true },
    expected: ['false', 'true', 'reasonable-excuse'],
  },
  {
    name: 'whether there was an excuse is not known, and decides',
    facts: { ...correct, voted: true, reasonableExcuse: undefined },
    expected: ['? reasonableExcuse', 'true', ''],
  },
  {
    name: 'whether there was an excuse does not matter where nothing needs one',
    facts: { ...correct, reasonableExcuse: undefined },
    expected: ['false', 'false', TOLD],
  },
  {
    name: 'declaring, leaving and keeping out',
    facts: correct,
    expected: ['false', 'false', TOLD],
  },
  {
    name: 'an excuse that nobody needed is not spoken of',
    facts: { ...correct, reasonableExcuse: true },
    expected: ['false', 'false', TOLD],
  },
  {
    name: 'staying silently in the room is no offence, though a code can forbid it',
    facts: { ...correct, leftRoom: false },
    expected: ['false', 'true', TOLD],
  },
  {
    name: 'before they knew that it concerned their interest',
    facts: { ...correct, spoke: true, voted: true, memberAwareItIs: false },
    expected: [
      'false',
      'false',
      'member-not-aware-it-is, went-against-no-bar, kept-the-duties-to-tell, no-offence',
    ],
  },
  {
    name: 'in a partner’s interest that they did not know of',
    facts: {
      ...correct,
      ...withInterest({ heldBy: 'partner', memberAwareOfPartners: false }),
      declared: false,
      voted: true,
    },
    expected: [
      'false',
      'false',
      'member-not-aware-of-partners, went-against-no-bar, kept-the-duties-to-tell, no-offence',
    ],
  },
  {
    name: 'whether they voted is not known, and decides',
    facts: { ...correct, voted: undefined },
    expected: ['? voted', '? voted', ''],
  },
  {
    name: 'whether they were there is not known, and decides',
    facts: { ...correct, voted: true, present: undefined },
    expected: ['? present', '? present', ''],
  },
  {
    name: 'whether they left the room is asked for the code alone',
    facts: { ...correct, leftRoom: undefined },
    expected: ['false', '? leftRoom', TOLD],
  },
  {
    name: 'a co-opted person with no vote at all is left to the code',
    facts: { ...correct, spoke: true, person: 'co-opted-no-vote' },
    expected: ['false', 'true', TOLD],
  },
];

const DISPENSED: ConductCases = [
  {
    name: 'voting and speaking with a dispensation for both, in the room',
    facts: { ...correct, dispensations: [goodDispensation], spoke: true, voted: true, leftRoom: false },
    expected: [
      'excused: false',
      'false',
      'dispensed-vote, went-against-no-bar, kept-the-duties-to-tell, no-offence',
    ],
  },
  {
    name: 'voting with a dispensation for speech only',
    facts: {
      ...correct,
      dispensations: [{ ...goodDispensation, relieves: ['discussion'] }],
      spoke: true,
      voted: true,
    },
    expected: ['true', 'true', 'no-vote, voted-though-barred, no-reasonable-excuse'],
  },
  {
    name: 'speaking with a dispensation for the vote only',
    facts: {
      ...correct,
      dispensations: [{ ...goodDispensation, relieves: ['vote'] }],
      spoke: true,
      voted: true,
    },
    expected: ['true', 'true', 'no-discussion, spoke-though-barred, no-reasonable-excuse'],
  },
  {
    name: 'speaking with a dispensation for speech, and staying for the vote in silence',
    facts: {
      ...correct,
      dispensations: [{ ...goodDispensation, relieves: ['discussion'] }],
      spoke: true,
      leftRoom: false,
    },
    expected: ['excused: false', 'true', TOLD],
  },
  {
    name: 'voting with a dispensation for the vote, and staying for the discussion in silence',
    facts: {
      ...correct,
      dispensations: [{ ...goodDispensation, relieves: ['vote'] }],
      voted: true,
      leftRoom: false,
    },
    expected: [
      'excused: false',
      'true',
      'dispensed-vote, went-against-no-bar, kept-the-duties-to-tell, no-offence',
    ],
  },
  {
    name: 'a dispensation relieves nobody from declaring',
    facts: {
      ...unregistered,
      dispensations: [goodDispensation],
      declared: false,
      voted: true,
      leftRoom: false,
    },
    expected: [
      'true',
      'true',
      'not-in-register-so-disclosed, did-not-declare-as-required, no-reasonable-excuse',
    ],
  },
  {
    name: 'deciding whether to grant a dispensation',
    facts: { ...correct, matter: { decidesOnDispensation: true }, voted: true },
    expected: [
      'false',
      'true',
      'deciding-on-dispensation, went-against-no-bar, kept-the-duties-to-tell, no-offence',
    ],
  },
  {
    name: 'whether there is a dispensation is not known, and decides',
    facts: { ...correct, dispensations: undefined, voted: true },
    expected: ['? dispensations', '? dispensations', ''],
  },
];

/** The table of some of these cases. */
export function conductTable(title: string, cases: ConductCases): Table {
  return {
    title,
    rules: [s34_1AtMeeting.id],
    columns: OFFENCE_COLUMNS,
    decide: (facts) => s34_1AtMeeting.decide(facts, ON),
    summary: offenceInShort,
    cases,
    always: ['meetingDate'],
  };
}

export const TAKING_PART_OFFENCE_CASES = conductTable(
  'Taking part, by a member with an interest',
  TAKING_PART,
);
export const DISPENSED_OFFENCE_CASES = conductTable(
  'Taking part, by a member with a dispensation',
  DISPENSED,
);

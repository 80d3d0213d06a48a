import {
  FREE,
  goodDispensation,
  ordinaryMeeting,
  withDispensation,
  withInterest,
} from '../../ordinary-meeting.js';
import { DECLARE_AND_GO, DECLARE_AND_STAY, meetingCases, waitsFor } from '../meeting-cases.js';
import type { MeetingCase } from '../meeting-cases.js';
import {
  dpiAtMeetings,
  membershipOfOtherBodies,
  otherInterests,
  withdrawal,
  worcestershire2012,
} from './meetings.js';

const DPI: readonly MeetingCase[] = [
  {
    name: 'a registered one is declared all the same, and the member withdraws',
    facts: ordinaryMeeting,
    expected: DECLARE_AND_GO,
  },
  {
    name: 'an unregistered one likewise',
    facts: withInterest({ inRegister: false }),
    expected: DECLARE_AND_GO,
  },
  {
    name: 'a sensitive one by its existence only',
    facts: withInterest({ sensitive: 'agreed' }),
    expected: ['existence_only', 'false', 'false', 'true', 'null'],
  },
  {
    name: 'with a dispensation it is declared and the member stays',
    facts: withDispensation(),
    expected: ['existence_and_nature', 'excused: true', 'excused: true', 'excused: false', 'null'],
  },
  {
    name: 'with one for speech only the member leaves for the vote',
    facts: withDispensation({ relieves: ['discussion'] }),
    expected: ['existence_and_nature', 'excused: true', 'false', 'excused: vote_only', 'null'],
  },
  {
    name: 'a partner’s that the member does not know of asks nothing',
    facts: withInterest({ heldBy: 'partner', memberAwareOfPartners: false }),
    expected: FREE,
  },
  {
    name: 'somebody who is not there has nothing to do',
    facts: { ...ordinaryMeeting, present: false },
    expected: FREE,
  },
];

const odi = withInterest({ kind: 'odi' });
/** The withdrawal test: (pecuniary or planning) and likely to prejudice. */
const WITHDRAWAL: readonly MeetingCase[] = [
  [false, false, false, DECLARE_AND_STAY],
  [true, false, false, DECLARE_AND_STAY],
  [false, true, false, DECLARE_AND_STAY],
  [true, true, false, DECLARE_AND_STAY],
  [false, false, true, DECLARE_AND_STAY],
  [true, false, true, DECLARE_AND_GO],
  [false, true, true, DECLARE_AND_GO],
  [true, true, true, DECLARE_AND_GO],
].map(([affects, planning, prejudice, expected]) => ({
  name: `pecuniary ${String(affects)}, planning ${String(planning)}, prejudice ${String(prejudice)}`,
  facts: {
    ...odi,
    affectsPecuniaryInterests: affects as boolean,
    likelyToPrejudice: prejudice as boolean,
    matter: { planningOrRegulatory: planning as boolean },
  },
  expected: expected as readonly string[],
}));

const UNASKED: readonly MeetingCase[] = [
  {
    name: 'not knowing about prejudice matters once the matter is a planning one',
    facts: { ...odi, likelyToPrejudice: undefined, matter: { planningOrRegulatory: true } },
    expected: waitsFor('likelyToPrejudice'),
  },
  {
    name: 'and does not where the matter is neither planning nor pecuniary',
    facts: { ...odi, likelyToPrejudice: undefined },
    expected: DECLARE_AND_STAY,
  },
  {
    name: 'whether the matter is a planning one is not asked where no prejudice is likely',
    facts: { ...odi, matter: {} },
    expected: DECLARE_AND_STAY,
  },
  {
    name: 'a dispensation relieves an interest of this kind too',
    facts: {
      ...odi,
      likelyToPrejudice: true,
      affectsPecuniaryInterests: true,
      dispensations: [goodDispensation],
    },
    expected: ['existence_and_nature', 'excused: true', 'excused: true', 'excused: false', 'null'],
  },
];

const membership = withInterest({ kind: 'other-body-membership' });
const MEMBERSHIP: readonly MeetingCase[] = [
  { name: 'is normally not declared', facts: membership, expected: FREE },
  {
    name: 'nor in a planning matter without prejudice',
    facts: { ...membership, matter: { planningOrRegulatory: true } },
    expected: FREE,
  },
  {
    name: 'is declared where prejudice is likely',
    facts: { ...membership, likelyToPrejudice: true },
    expected: DECLARE_AND_STAY,
  },
  {
    name: 'and sends the member out of a planning matter then',
    facts: { ...membership, likelyToPrejudice: true, matter: { planningOrRegulatory: true } },
    expected: DECLARE_AND_GO,
  },
];

const OTHER_NAMES: readonly MeetingCase[] = (['ori', 'nri'] as const).flatMap((kind) => [
  {
    name: `${kind}: declared, and the member stays`,
    facts: withInterest({ kind }),
    expected: DECLARE_AND_STAY,
  },
  {
    name: `${kind}: out of a planning matter where prejudice is likely`,
    facts: { ...withInterest({ kind }), likelyToPrejudice: true, matter: { planningOrRegulatory: true } },
    expected: DECLARE_AND_GO,
  },
]);

export const DPI_CASES = meetingCases(
  worcestershire2012,
  [dpiAtMeetings],
  'disclosable pecuniary interests',
  DPI,
);
export const WITHDRAWAL_CASES = meetingCases(
  worcestershire2012,
  [otherInterests, withdrawal],
  'withdrawing for another interest',
  WITHDRAWAL,
);
export const UNASKED_CASES = meetingCases(
  worcestershire2012,
  [withdrawal],
  'what need not be asked',
  UNASKED,
);
export const MEMBERSHIP_CASES = meetingCases(
  worcestershire2012,
  [membershipOfOtherBodies],
  'membership of another public body',
  MEMBERSHIP,
);
export const OTHER_NAMES_CASES = meetingCases(
  worcestershire2012,
  [otherInterests],
  'interests by the names of another code',
  OTHER_NAMES,
);

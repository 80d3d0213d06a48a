import { FREE } from '../../ordinary-meeting.js';
import { DECLARE_AND_GO, DECLARE_AND_STAY, meetingCases, waitsFor } from '../meeting-cases.js';
import type { MeetingCase } from '../meeting-cases.js';
import { oriDirectly } from './app-b-6-directly-relates.js';
import { affects, bothLimbs } from './app-b-8-affects.js';
import { lgaModel2020 } from './index.js';
import { BOTH_LIMBS, PUBLIC_SPEAKS, dispensedFor, underModelCode } from './ordinary-meeting.js';

const NOT_ENGAGED: readonly MeetingCase[] = [
  {
    name: 'the matter is not about the interest and does not affect it',
    facts: underModelCode({ kind: 'ori' }, { relation: 'neither' }),
    expected: FREE,
  },
  {
    name: 'nor does it a pecuniary one',
    facts: underModelCode({ kind: 'dpi' }, { relation: 'neither' }),
    expected: FREE,
  },
  { name: 'no interest', facts: underModelCode({}, { interest: null }), expected: FREE },
  { name: 'not there', facts: underModelCode({ kind: 'ori' }, { present: false }), expected: FREE },
  { name: 'a briefing', facts: underModelCode({ kind: 'ori' }, { formalMeeting: false }), expected: FREE },
  {
    name: 'somebody who has no vote at all',
    facts: underModelCode({ kind: 'ori' }, { person: 'co-opted-no-vote' }),
    expected: FREE,
  },
  {
    name: 'the member does not know that it concerns their interest',
    facts: underModelCode({ kind: 'ori' }, { memberAwareItIs: false }),
    expected: FREE,
  },
  {
    name: 'it does not concern their interest',
    facts: underModelCode({ kind: 'ori' }, { interestIsInTheMatter: false }),
    expected: FREE,
  },
];

const UNKNOWN: readonly MeetingCase[] = [
  {
    name: 'how the matter stands to the interest: everything waits for it',
    facts: underModelCode({ kind: 'dpi' }, { relation: undefined }),
    expected: ['? relation', '? relation', '? relation', '? relation', 'null'],
  },
  {
    name: 'how it stands to a person who has no vote does not matter',
    facts: underModelCode({ kind: 'dpi' }, { relation: undefined, person: 'co-opted-no-vote' }),
    expected: FREE,
  },
  {
    name: 'whether the public may speak matters to speaking alone',
    facts: underModelCode({ kind: 'ori' }, { matter: {} }),
    expected: ['existence_and_nature', '? matter.publicMaySpeak', 'false', 'true', 'null'],
  },
  {
    name: 'and to nothing for a pecuniary interest',
    facts: underModelCode({ kind: 'dpi' }, { matter: {} }),
    expected: DECLARE_AND_GO,
  },
  {
    name: 'and to nothing for somebody dispensed for the discussion',
    facts: underModelCode({ kind: 'ori' }, { matter: {}, ...dispensedFor('discussion') }),
    expected: ['existence_and_nature', 'excused: true', 'false', 'excused: vote_only', 'null'],
  },
  {
    name: 'the one limb is asked for where the other is met',
    facts: underModelCode({ kind: 'ori' }, { ...BOTH_LIMBS, affectsMoreThanMajorityOfWard: undefined }),
    expected: waitsFor('affectsMoreThanMajorityOfWard'),
  },
  {
    name: 'and not where the other fails',
    facts: underModelCode(
      { kind: 'ori' },
      {
        relation: 'affects',
        affectsMoreThanMajorityOfWard: undefined,
        reasonablePublicWouldThinkViewAffected: false,
      },
    ),
    expected: DECLARE_AND_STAY,
  },
  {
    name: 'which of the other kinds it is does not matter to what is asked',
    facts: underModelCode({ kind: undefined, heldBy: 'self' }, BOTH_LIMBS),
    expected: DECLARE_AND_GO,
  },
  {
    name: 'whether it is pecuniary matters where the public may speak',
    facts: underModelCode({ kind: undefined }, PUBLIC_SPEAKS),
    expected: ['existence_and_nature', '? interest.kind', 'false', 'true', 'null'],
  },
  {
    name: 'whether there is a dispensation',
    facts: underModelCode({ kind: 'ori' }, { dispensations: undefined }),
    expected: waitsFor('dispensations'),
  },
];

export const NOT_ENGAGED_CASES = meetingCases(lgaModel2020, [], 'where nothing is asked', NOT_ENGAGED);
export const UNKNOWN_CASES = meetingCases(
  lgaModel2020,
  [oriDirectly, affects, bothLimbs],
  'what is not known',
  UNKNOWN,
);

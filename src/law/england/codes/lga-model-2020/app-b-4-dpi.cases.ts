import { FREE } from '../../ordinary-meeting.js';
import { DECLARE_AND_GO, DECLARE_AND_STAY, meetingCases } from '../meeting-cases.js';
import type { MeetingCase } from '../meeting-cases.js';
import { dpiDirectly } from './app-b-4-dpi.js';
import { lgaModel2020 } from './index.js';
import { BOTH_LIMBS, PUBLIC_SPEAKS, SPEAK_AND_GO, dispensedFor, underModelCode } from './ordinary-meeting.js';

const DPI: readonly MeetingCase[] = [
  {
    name: 'in the register: declared all the same, no part, and out',
    facts: underModelCode({ kind: 'dpi' }),
    expected: DECLARE_AND_GO,
  },
  {
    name: 'not in the register: likewise, and the code adds no day to the Act’s',
    facts: underModelCode({ kind: 'dpi', inRegister: false }),
    expected: DECLARE_AND_GO,
  },
  {
    name: 'speaking as the public may does not rescue it',
    facts: underModelCode({ kind: 'dpi' }, PUBLIC_SPEAKS),
    expected: DECLARE_AND_GO,
  },
  {
    name: 'dispensed for both, the member stays',
    facts: underModelCode({ kind: 'dpi' }, dispensedFor('discussion', 'vote')),
    expected: ['existence_and_nature', 'excused: true', 'excused: true', 'excused: false', 'null'],
  },
  {
    name: 'dispensed for the vote, the member is out of the discussion, though the public may speak',
    facts: underModelCode({ kind: 'dpi' }, { ...PUBLIC_SPEAKS, ...dispensedFor('vote') }),
    expected: ['existence_and_nature', 'false', 'excused: true', 'excused: discussion_only', 'null'],
  },
  {
    name: 'a partner’s that the member does not know of asks nothing',
    facts: underModelCode({ kind: 'dpi', heldBy: 'partner', memberAwareOfPartners: false }),
    expected: FREE,
  },
  {
    name: 'a partner’s that the member knows of is as their own',
    facts: underModelCode({ kind: 'dpi', heldBy: 'partner' }),
    expected: DECLARE_AND_GO,
  },
  {
    name: 'only affected, with both limbs: as an interest of the member’s own, so they speak as the public may',
    facts: underModelCode({ kind: 'dpi' }, { ...BOTH_LIMBS, ...PUBLIC_SPEAKS }),
    expected: SPEAK_AND_GO,
  },
  {
    name: 'only affected, and no more than most: declared',
    facts: underModelCode({ kind: 'dpi' }, { ...BOTH_LIMBS, affectsMoreThanMajorityOfWard: false }),
    expected: DECLARE_AND_STAY,
  },
];

export const MODEL_DPI_CASES = meetingCases(
  lgaModel2020,
  [dpiDirectly],
  'disclosable pecuniary interests',
  DPI,
);

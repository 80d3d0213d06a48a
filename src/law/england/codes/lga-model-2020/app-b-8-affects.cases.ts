import { DECLARE_AND_GO, DECLARE_AND_STAY, meetingCases } from '../meeting-cases.js';
import type { MeetingCase } from '../meeting-cases.js';
import { sensitive } from './app-b-2-sensitive.js';
import { affects, bothLimbs } from './app-b-8-affects.js';
import { lgaModel2020 } from './index.js';
import {
  BOTH_LIMBS,
  EXISTENCE_AND_GO,
  PUBLIC_SPEAKS,
  SPEAK_AND_GO,
  underModelCode,
} from './ordinary-meeting.js';

/** Both limbs of paragraph 9 at each of their values, for every kind that it speaks of. */
const AFFECTED: readonly MeetingCase[] = (['ori', 'nri', 'odi', 'other-body-membership'] as const).flatMap(
  (kind) =>
    [
      [false, false, DECLARE_AND_STAY],
      [true, false, DECLARE_AND_STAY],
      [false, true, DECLARE_AND_STAY],
      [true, true, DECLARE_AND_GO],
    ].map(([ward, view, expected]) => ({
      name: `${kind}: more than most of the ward ${String(ward)}, seen to sway ${String(view)}`,
      facts: underModelCode(
        { kind },
        {
          relation: 'affects',
          affectsMoreThanMajorityOfWard: ward as boolean,
          reasonablePublicWouldThinkViewAffected: view as boolean,
        },
      ),
      expected: expected as readonly string[],
    })),
);

const AFFECTED_TOO: readonly MeetingCase[] = [
  {
    name: 'with both limbs, and the public may speak: speaks as they may and leaves',
    facts: underModelCode({ kind: 'ori' }, { ...BOTH_LIMBS, ...PUBLIC_SPEAKS }),
    expected: SPEAK_AND_GO,
  },
  {
    name: 'agreed to be sensitive, with both limbs: only that there is one, and out',
    facts: underModelCode({ kind: 'nri', sensitive: 'agreed' }, BOTH_LIMBS),
    expected: EXISTENCE_AND_GO,
  },
  {
    name: 'claimed to be sensitive and not agreed: declared in full',
    facts: underModelCode({ kind: 'nri', sensitive: 'claimed' }, BOTH_LIMBS),
    expected: DECLARE_AND_GO,
  },
];

export const AFFECTED_CASES = meetingCases(
  lgaModel2020,
  [affects, bothLimbs],
  'a matter that only affects another interest',
  AFFECTED,
);
export const AFFECTED_TOO_CASES = meetingCases(
  lgaModel2020,
  [affects, bothLimbs, sensitive],
  'more on what is only affected',
  AFFECTED_TOO,
);

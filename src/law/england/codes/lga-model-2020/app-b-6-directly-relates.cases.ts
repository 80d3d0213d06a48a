import { goodDispensation } from '../../ordinary-meeting.js';
import { DECLARE_AND_GO, meetingCases } from '../meeting-cases.js';
import type { MeetingCase } from '../meeting-cases.js';
import { sensitive } from './app-b-2-sensitive.js';
import { nriDirectly, oriDirectly } from './app-b-6-directly-relates.js';
import { bothLimbs } from './app-b-8-affects.js';
import { lgaModel2020 } from './index.js';
import {
  BOTH_LIMBS,
  EXISTENCE_AND_GO,
  PUBLIC_SPEAKS,
  SPEAK_AND_GO,
  dispensedFor,
  underModelCode,
} from './ordinary-meeting.js';

const DIRECTLY: readonly MeetingCase[] = (['ori', 'nri', 'odi', 'other-body-membership'] as const).flatMap(
  (kind) => [
    {
      name: `${kind}: out, where the public may not speak`,
      facts: underModelCode({ kind }),
      expected: DECLARE_AND_GO,
    },
    {
      name: `${kind}: speaks as the public may, and leaves before the debate`,
      facts: underModelCode({ kind }, PUBLIC_SPEAKS),
      expected: SPEAK_AND_GO,
    },
    {
      name: `${kind}: agreed to be sensitive, only that there is one`,
      facts: underModelCode({ kind, sensitive: 'agreed' }),
      expected: EXISTENCE_AND_GO,
    },
  ],
);

const RELIEVED: readonly MeetingCase[] = [
  {
    name: 'for both: stays, speaks and votes',
    facts: underModelCode({ kind: 'ori' }, dispensedFor('discussion', 'vote')),
    expected: ['existence_and_nature', 'excused: true', 'excused: true', 'excused: false', 'null'],
  },
  {
    name: 'for the discussion: speaks as a member, and is out for the vote',
    facts: underModelCode({ kind: 'ori' }, { ...PUBLIC_SPEAKS, ...dispensedFor('discussion') }),
    expected: ['existence_and_nature', 'excused: true', 'false', 'excused: vote_only', 'null'],
  },
  {
    name: 'for the vote, and the public may speak: speaks as they may, is out of the debate, and votes',
    facts: underModelCode({ kind: 'nri' }, { ...PUBLIC_SPEAKS, ...dispensedFor('vote') }),
    expected: ['existence_and_nature', 'as_public_only', 'excused: true', 'excused: discussion_only', 'null'],
  },
  {
    name: 'for the vote, and the public may not speak: silent, out of the debate, and votes',
    facts: underModelCode({ kind: 'nri' }, dispensedFor('vote')),
    expected: ['existence_and_nature', 'false', 'excused: true', 'excused: discussion_only', 'null'],
  },
  {
    name: 'for both, of what is only affected',
    facts: underModelCode({ kind: 'nri' }, { ...BOTH_LIMBS, ...dispensedFor('discussion', 'vote') }),
    expected: ['existence_and_nature', 'excused: true', 'excused: true', 'excused: false', 'null'],
  },
  {
    name: 'one for another matter relieves nothing',
    facts: underModelCode(
      { kind: 'ori' },
      { dispensations: [{ ...goodDispensation, coversThisMatter: false }] },
    ),
    expected: DECLARE_AND_GO,
  },
];

export const DIRECTLY_CASES = meetingCases(
  lgaModel2020,
  [oriDirectly, nriDirectly, sensitive],
  'a matter that directly relates to another interest',
  DIRECTLY,
);
export const RELIEVED_CASES = meetingCases(
  lgaModel2020,
  [oriDirectly, nriDirectly, bothLimbs],
  'what a dispensation relieves',
  RELIEVED,
);

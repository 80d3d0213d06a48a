import type { SomeRule } from '../rule.js';
import { apparentBias } from './apparent-bias.js';
import { CODES, RULES_BESIDE_MEETINGS } from './codes/index.js';
import { PRESCRIBED_DESCRIPTIONS } from './dpi-regulations-2012/index.js';
import { EXECUTIVE_DECISION_RULES } from './executive-decisions-2012/index.js';
import { s9 } from './interpretation-act-1978/s9-london-time.js';
import { LGA_1972_RULES } from './lga-1972/index.js';
import { educationCoOptedVote } from './lga-2000/education-co-opted.js';
import { BESIDE_MEETINGS_RULES } from './localism-act-2011/beside-meetings.js';
import { OFFENCE_RULES } from './localism-act-2011/offences.js';
import { OVERLAY_RULES } from './overlays.js';
import { publicParticipation } from './public-participation.js';
import { s27_4 } from './localism-act-2011/s27-4-co-opted-member.js';
import { s30_1 } from './localism-act-2011/s30-1-notify-on-taking-office.js';
import { s30_2 } from './localism-act-2011/s30-2-already-entered.js';
import { s30_3 } from './localism-act-2011/s30-3-whose-interest.js';
import { s31_1 } from './localism-act-2011/s31-1-engaged.js';
import { s31_10 } from './localism-act-2011/s31-10-leave-the-room.js';
import { s31_2 } from './localism-act-2011/s31-2-disclose.js';
import { s31_3 } from './localism-act-2011/s31-3-notify-after-disclosure.js';
import { s31_4 } from './localism-act-2011/s31-4-no-part.js';
import { s32_3 } from './localism-act-2011/s32-3-sensitive.js';
import { s33, s33_4 } from './localism-act-2011/s33-dispensation.js';

/** What every English authority is under, whatever it adopted. */
export const ENGLISH_STATUTE: readonly SomeRule[] = [
  s27_4,
  s30_1,
  s30_2,
  s30_3,
  s31_1,
  s31_2,
  s31_3,
  s31_4,
  s31_10,
  s32_3,
  s33,
  s33_4,
  ...PRESCRIBED_DESCRIPTIONS,
  educationCoOptedVote,
  apparentBias,
];

/** Every version of every rule for England: what the start-up check reads. */
export const ENGLISH_RULES: readonly SomeRule[] = [
  ...ENGLISH_STATUTE,
  ...CODES,
  ...CODES.flatMap(({ paragraphs }) => paragraphs),
  ...RULES_BESIDE_MEETINGS,
  ...BESIDE_MEETINGS_RULES,
  ...OFFENCE_RULES,
  ...OVERLAY_RULES,
  ...EXECUTIVE_DECISION_RULES,
  ...LGA_1972_RULES,
  publicParticipation,
  s9,
];

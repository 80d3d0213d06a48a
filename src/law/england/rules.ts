import type { AnyRule } from '../versions.js';
import { apparentBias } from './apparent-bias.js';
import { CODES } from './codes/index.js';
import { PRESCRIBED_DESCRIPTIONS } from './dpi-regulations-2012/index.js';
import { educationCoOptedVote } from './lga-2000/education-co-opted.js';
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
export const ENGLISH_STATUTE: readonly AnyRule[] = [
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
export const ENGLISH_RULES: readonly AnyRule[] = [
  ...ENGLISH_STATUTE,
  ...CODES,
  ...CODES.flatMap(({ paragraphs }) => paragraphs),
];

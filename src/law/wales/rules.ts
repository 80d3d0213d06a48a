import type { SomeRule } from '../rule.js';
import { s78 } from './local-government-measure-2011/s78-party-whip.js';
import { para12_3 } from './model-code-2008/exemption.js';
import { para10 } from './model-code-2008/para10-personal-interest.js';
import { para11 } from './model-code-2008/para11-disclose.js';
import { EXEMPTIONS, para12_2 } from './model-code-2008/para12-2-exemptions.js';
import { para12 } from './model-code-2008/para12-prejudicial.js';
import { para13 } from './model-code-2008/para13-own-decision.js';
import { para14, para14_2, para14_2A } from './model-code-2008/para14-withdraw.js';
import { para15_5 } from './model-code-2008/para15-5-community-councils.js';
import { para15, para15_6 } from './model-code-2008/para15-6-first-disclosure.js';
import { para15_1, para15_2, para15_3 } from './model-code-2008/para15-register.js';
import { para17 } from './model-code-2008/para17-gifts.js';

/** Every version of every rule for Wales: the mandatory model code, in the order of its paragraphs, and the Measure. */
export const WALES_RULES: readonly SomeRule[] = [
  para10,
  para11,
  para12,
  para12_2,
  ...EXEMPTIONS,
  para12_3,
  para13,
  para14,
  para14_2,
  para14_2A,
  para15,
  para15_1,
  para15_2,
  para15_3,
  para15_5,
  para15_6,
  para17,
  s78,
];

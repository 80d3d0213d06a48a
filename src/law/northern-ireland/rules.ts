import type { SomeRule } from '../rule.js';
import { section5OnChange, section5OnElection } from './councillors-code-2014/section5-registration.js';
import { s28_1, s28_1b } from './local-government-act-1972/s28-1-pecuniary-interests.js';
import { s28_2 } from './local-government-act-1972/s28-2-small-shareholdings.js';
import { s30, s30_1, s30_2b } from './local-government-act-1972/s30-relatives.js';
import { s62 } from './local-government-act-2014/s62-register.js';

/** Every version of every rule for Northern Ireland. */
export const NORTHERN_IRELAND_RULES: readonly SomeRule[] = [
  s28_1,
  s28_1b,
  s28_2,
  s30,
  s30_1,
  s30_2b,
  s62,
  section5OnElection,
  section5OnChange,
];

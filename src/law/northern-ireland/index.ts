import type { SomeCaseTable } from '../case-table.js';
import type { SomeRule } from '../rule.js';
import { NI_CHANGE_CASES, NI_ELECTION_CASES } from './councillors-code-2014/section5-registration.cases.js';
import { section5OnChange, section5OnElection } from './councillors-code-2014/section5-registration.js';
import { s28_1, s28_1b } from './local-government-act-1972/s28-1-pecuniary-interests.js';
import { s28_2 } from './local-government-act-1972/s28-2-small-shareholdings.js';
import {
  PECUNIARY_CASES,
  SHAREHOLDING_CASES,
} from './local-government-act-1972/s28-pecuniary-interests.cases.js';
import { RELATIVE_CASES } from './local-government-act-1972/s30-relatives.cases.js';
import { s30, s30_1, s30_2b } from './local-government-act-1972/s30-relatives.js';
import { REGISTER_KEEPER_CASES } from './local-government-act-2014/s62-register.cases.js';
import { s62 } from './local-government-act-2014/s62-register.js';

export type { NorthernIrishRegistrationFacts } from './councillors-code-2014/section5-registration.js';
export type {
  NorthernIrishMeetingAnswer,
  PecuniaryFacts,
} from './local-government-act-1972/s28-1-pecuniary-interests.js';
export type { ShareholdingFacts } from './local-government-act-1972/s28-2-small-shareholdings.js';
export type { RelativeAnswer, RelativeFacts } from './local-government-act-1972/s30-relatives.js';
export { section5OnChange, section5OnElection } from './councillors-code-2014/section5-registration.js';
export { s28_1, s28_1b } from './local-government-act-1972/s28-1-pecuniary-interests.js';
export { s28_2 } from './local-government-act-1972/s28-2-small-shareholdings.js';
export { s30, s30_1, s30_2b } from './local-government-act-1972/s30-relatives.js';
export { s62 } from './local-government-act-2014/s62-register.js';

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

/** The worked cases of these rules. */
export const NORTHERN_IRELAND_CASE_TABLES: readonly SomeCaseTable[] = [
  PECUNIARY_CASES,
  SHAREHOLDING_CASES,
  RELATIVE_CASES,
  NI_ELECTION_CASES,
  NI_CHANGE_CASES,
  REGISTER_KEEPER_CASES,
];

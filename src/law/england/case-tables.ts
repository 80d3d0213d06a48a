import type { SomeCaseTable } from '../case-table.js';
import { APPARENT_BIAS_CASES } from './apparent-bias.cases.js';
import { CODES_CASE_TABLES } from './codes/case-tables.js';
import { DESCRIPTION_CASE_TABLES } from './dpi-regulations-2012/case-tables.js';
import { EXECUTIVE_DECISION_CASE_TABLES } from './executive-decisions-2012/index.js';
import { LONDON_TIME_CASES } from './interpretation-act-1978/s9-london-time.cases.js';
import { LGA_1972_CASE_TABLES } from './lga-1972/index.js';
import { BESIDE_MEETINGS_CASE_TABLES } from './localism-act-2011/beside-meetings.js';
import { OFFENCE_CASE_TABLES } from './localism-act-2011/offences.js';
import { OVERLAY_CASE_TABLES } from './overlays.js';
import { PUBLIC_PARTICIPATION_CASES } from './public-participation.cases.js';
import { EDUCATION_CASES } from './lga-2000/education-co-opted.cases.js';
import { CLOCK_CASES } from './localism-act-2011/s30-1-clock.cases.js';
import {
  FIRST_TERM_CASES,
  WHO_AND_WHEN_CASES,
} from './localism-act-2011/s30-1-notify-on-taking-office.cases.js';
import { RE_ELECTION_CASES } from './localism-act-2011/s30-2-already-entered.cases.js';
import {
  HELD_CASES,
  PARTNER_CASES,
  WHOSE_INTEREST_CASES,
} from './localism-act-2011/s30-3-whose-interest.cases.js';
import {
  DISPENSATION_CASES,
  LIMITS_OF_DISPENSATION_CASES,
} from './localism-act-2011/s33-dispensation.cases.js';
import {
  DISCLOSURE_CASES,
  ENGAGED_CASES,
  EXCLUSION_CASES,
  UNKNOWN_STANDING_ORDERS_CASES,
} from './statute-at-meetings.cases.js';

/**
 * The worked cases of the rules for England. They stand apart from the list of rules, because cases may ask whatever
 * is made of the rules, and the rules never know of their cases.
 */
export const ENGLISH_CASE_TABLES: readonly SomeCaseTable[] = [
  FIRST_TERM_CASES,
  WHO_AND_WHEN_CASES,
  CLOCK_CASES,
  HELD_CASES,
  RE_ELECTION_CASES,
  WHOSE_INTEREST_CASES,
  PARTNER_CASES,
  ENGAGED_CASES,
  DISCLOSURE_CASES,
  EXCLUSION_CASES,
  UNKNOWN_STANDING_ORDERS_CASES,
  DISPENSATION_CASES,
  LIMITS_OF_DISPENSATION_CASES,
  ...DESCRIPTION_CASE_TABLES,
  EDUCATION_CASES,
  LONDON_TIME_CASES,
  ...CODES_CASE_TABLES,
  ...BESIDE_MEETINGS_CASE_TABLES,
  ...OFFENCE_CASE_TABLES,
  ...OVERLAY_CASE_TABLES,
  ...EXECUTIVE_DECISION_CASE_TABLES,
  ...LGA_1972_CASE_TABLES,
  PUBLIC_PARTICIPATION_CASES,
  APPARENT_BIAS_CASES,
];

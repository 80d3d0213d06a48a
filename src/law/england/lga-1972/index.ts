import type { SomeCaseTable } from '../../case-table.js';
import type { SomeRule } from '../../rule.js';
import { AGENDA_CASES, ITEM_CASES } from './s100b-agenda.cases.js';
import { s100B_3, s100B_4 } from './s100b-agenda.js';
import { LEFT_OUT_CASES, PUT_OFF_CASES } from './s243-days-passed-over.cases.js';
import { s243_1, s243_4 } from './s243-days-passed-over.js';
import { s16_3, s7_1, sch2_6_3 } from './s7-fourth-day.js';
import { FOURTH_DAY_CASES, OTHER_WAYS_IN_CASES } from './s7-taking-office.cases.js';
import { comingIntoOffice } from './s7-taking-office.js';
import { PARISH_SUMMONS_CASES } from './sch12-10-parish-summons.cases.js';
import { sch12_10_2 } from './sch12-10-parish-summons.js';

/** The rules of the Local Government Act 1972 about coming into office and calling meetings. */
export const LGA_1972_RULES: readonly SomeRule[] = [
  comingIntoOffice,
  s7_1,
  s16_3,
  sch2_6_3,
  s100B_3,
  s100B_4,
  sch12_10_2,
  s243_1,
  s243_4,
];

export const LGA_1972_CASE_TABLES: readonly SomeCaseTable[] = [
  FOURTH_DAY_CASES,
  OTHER_WAYS_IN_CASES,
  AGENDA_CASES,
  ITEM_CASES,
  PARISH_SUMMONS_CASES,
  PUT_OFF_CASES,
  LEFT_OUT_CASES,
];

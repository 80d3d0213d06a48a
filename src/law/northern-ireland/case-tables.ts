import type { SomeCaseTable } from '../case-table.js';
import { NI_CHANGE_CASES, NI_ELECTION_CASES } from './councillors-code-2014/section5-registration.cases.js';
import {
  PECUNIARY_CASES,
  SHAREHOLDING_CASES,
} from './local-government-act-1972/s28-pecuniary-interests.cases.js';
import { RELATIVE_CASES } from './local-government-act-1972/s30-relatives.cases.js';
import { REGISTER_KEEPER_CASES } from './local-government-act-2014/s62-register.cases.js';

/** The worked cases of the rules for Northern Ireland. */
export const NORTHERN_IRELAND_CASE_TABLES: readonly SomeCaseTable[] = [
  PECUNIARY_CASES,
  SHAREHOLDING_CASES,
  RELATIVE_CASES,
  NI_ELECTION_CASES,
  NI_CHANGE_CASES,
  REGISTER_KEEPER_CASES,
];

import type { SomeCaseTable } from '../case-table.js';
import { PROHIBITED_WHIP_CASES } from './local-government-measure-2011/s78-party-whip.cases.js';
import { BODY_EXEMPTION_CASES, SERVICE_EXEMPTION_CASES } from './model-code-2008/para12-exemptions.cases.js';
import { PREJUDICIAL_CASES } from './model-code-2008/para12-prejudicial.cases.js';
import { WELSH_MEETING_CASES } from './model-code-2008/para14-withdraw.cases.js';
import {
  CHANGE_CASES,
  ELECTION_CASES,
  FIRST_DISCLOSURE_CASES,
} from './model-code-2008/para15-register.cases.js';
import { WELSH_GIFT_CASES } from './model-code-2008/para17-gifts.cases.js';

/** The worked cases of the rules for Wales. */
export const WALES_CASE_TABLES: readonly SomeCaseTable[] = [
  PREJUDICIAL_CASES,
  SERVICE_EXEMPTION_CASES,
  BODY_EXEMPTION_CASES,
  WELSH_MEETING_CASES,
  ELECTION_CASES,
  CHANGE_CASES,
  FIRST_DISCLOSURE_CASES,
  WELSH_GIFT_CASES,
  PROHIBITED_WHIP_CASES,
];

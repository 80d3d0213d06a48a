import type { SomeCaseTable } from '../case-table.js';
import { SCOTTISH_REGISTRATION_CASES } from './councillors-code-2021/section4-registration.cases.js';
import { DECLARATION_CASES } from './councillors-code-2021/section5-declaration.cases.js';
import { CHANGE_NOTICE_CASES, FIRST_NOTICE_CASES } from './register-of-interests-2003/notices.cases.js';

/** The worked cases of the rules for Scotland. */
export const SCOTLAND_CASE_TABLES: readonly SomeCaseTable[] = [
  FIRST_NOTICE_CASES,
  CHANGE_NOTICE_CASES,
  SCOTTISH_REGISTRATION_CASES,
  DECLARATION_CASES,
];

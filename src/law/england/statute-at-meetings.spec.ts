import { caseTable } from '../../../test/law/support/case-table.js';
import {
  DISCLOSURE_CASES,
  ENGAGED_CASES,
  EXCLUSION_CASES,
  UNKNOWN_STANDING_ORDERS_CASES,
} from './statute-at-meetings.cases.js';

[DISCLOSURE_CASES, ENGAGED_CASES, EXCLUSION_CASES, UNKNOWN_STANDING_ORDERS_CASES].forEach(caseTable);

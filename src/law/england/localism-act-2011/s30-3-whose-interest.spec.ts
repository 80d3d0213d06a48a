import { caseTable } from '../../../../test/law/support/case-table.js';
import { HELD_CASES, PARTNER_CASES, WHOSE_INTEREST_CASES } from './s30-3-whose-interest.cases.js';

caseTable(WHOSE_INTEREST_CASES);
caseTable(PARTNER_CASES);
caseTable(HELD_CASES);

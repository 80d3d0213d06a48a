import { caseTable } from '../../../../test/law/support/case-table.js';
import { EDUCATION_CASES } from './education-co-opted.cases.js';

caseTable(EDUCATION_CASES);

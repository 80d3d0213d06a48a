import { caseTable } from '../../../../test/law/support/case-table.js';
import { LONDON_TIME_CASES } from './s9-london-time.cases.js';

caseTable(LONDON_TIME_CASES);

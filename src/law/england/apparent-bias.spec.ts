import { caseTable } from '../../../test/law/support/case-table.js';
import { APPARENT_BIAS_CASES } from './apparent-bias.cases.js';

caseTable(APPARENT_BIAS_CASES);

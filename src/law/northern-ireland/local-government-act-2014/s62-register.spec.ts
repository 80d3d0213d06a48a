import { caseTable } from '../../../../test/law/support/case-table.js';
import { REGISTER_KEEPER_CASES } from './s62-register.cases.js';

caseTable(REGISTER_KEEPER_CASES);

import { caseTable } from '../../../../test/law/support/case-table.js';
import { CLOCK_CASES } from './s30-1-clock.cases.js';
import { FIRST_TERM_CASES, WHO_AND_WHEN_CASES } from './s30-1-notify-on-taking-office.cases.js';
import { RE_ELECTION_CASES } from './s30-2-already-entered.cases.js';

[FIRST_TERM_CASES, WHO_AND_WHEN_CASES, RE_ELECTION_CASES, CLOCK_CASES].forEach(caseTable);

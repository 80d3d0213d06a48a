import type { SomeCaseTable } from '../case-table.js';
import type { SomeRule } from '../rule.js';
import { s106_1 } from './lgfa-1992/s106-1-unpaid.js';
import { s106_2 } from './lgfa-1992/s106-2-at-a-meeting.js';
import { s106_2A } from './lgfa-1992/s106-2a-executive.js';
import { COUNCIL_TAX_EXECUTIVE_CASES, COUNCIL_TAX_MEETING_CASES } from './lgfa-1992/s106.cases.js';
import { s25 } from './localism-act-2011/s25-predetermination.js';
import { PREDETERMINATION_CASES } from './localism-act-2011/s25-predetermination.cases.js';
import { partyWhip } from './party-whip.js';
import { PARTY_WHIP_CASES } from './party-whip.cases.js';

/** What stands beside the interest rules in England: council-tax arrears, the party whip, predetermination. */
export const OVERLAY_RULES: readonly SomeRule[] = [s106_1, s106_2, s106_2A, partyWhip, s25];

export const OVERLAY_CASE_TABLES: readonly SomeCaseTable[] = [
  COUNCIL_TAX_MEETING_CASES,
  COUNCIL_TAX_EXECUTIVE_CASES,
  PARTY_WHIP_CASES,
  PREDETERMINATION_CASES,
];

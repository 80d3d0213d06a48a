import type { SomeCaseTable } from '../../case-table.js';
import type { Rule, SomeRule } from '../../rule.js';
import { RECORD_CASES } from './reg12-13-record.cases.js';
import { reg12_2, reg13_2, reg13_4 } from './reg12-13-record.js';
import type { DecisionFacts, DecisionRecord } from './reg12-13-record.js';

/**
 * The Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012, as
 * far as they speak of interests. They begin later than the Chapter on standards: 10 September 2012.
 */
export const RECORD_OF_DECISION_BY: Readonly<
  Record<'meeting' | 'member' | 'officer', Rule<DecisionFacts, DecisionRecord>>
> = { meeting: reg12_2, member: reg13_2, officer: reg13_4 };

export const EXECUTIVE_DECISION_RULES: readonly SomeRule[] = [reg12_2, reg13_2, reg13_4];

export const EXECUTIVE_DECISION_CASE_TABLES: readonly SomeCaseTable[] = [RECORD_CASES];

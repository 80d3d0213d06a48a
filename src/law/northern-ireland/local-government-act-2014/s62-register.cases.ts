import type { CaseTable } from '../../case-table.js';
import type { Decided } from '../../conclusion.js';
import { civilDate } from '../../time/civil-date.js';
import { s62 } from './s62-register.js';

export const REGISTER_KEEPER_CASES: CaseTable<object, Decided<'clerk'>, readonly string[]> = {
  title: 'Who keeps the register',
  rules: [s62.id],
  columns: ['Kept by', 'Why'],
  decide: (facts) => s62.decide(facts, civilDate('2023-05-18')),
  summary: ({ value, reasons }) => [value, reasons.map(({ point }) => point).join(', ')],
  cases: [{ name: 'any council', facts: {}, expected: ['clerk', 'ni-clerk-keeps-the-register'] }],
};

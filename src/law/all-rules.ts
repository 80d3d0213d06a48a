import type { SomeCaseTable } from './case-table.js';
import { ENGLISH_CASE_TABLES } from './england/case-tables.js';
import { ENGLISH_RULES } from './england/rules.js';
import { NORTHERN_IRELAND_CASE_TABLES } from './northern-ireland/case-tables.js';
import { NORTHERN_IRELAND_RULES } from './northern-ireland/rules.js';
import type { SomeRule } from './rule.js';
import { SCOTLAND_CASE_TABLES } from './scotland/case-tables.js';
import { SCOTLAND_RULES } from './scotland/rules.js';
import { WALES_CASE_TABLES } from './wales/case-tables.js';
import { WALES_RULES } from './wales/rules.js';

/** Every version of every rule that is encoded, by jurisdiction and source: what the rulebook's pages list. */
export const ALL_RULES: readonly SomeRule[] = [
  ...ENGLISH_RULES,
  ...WALES_RULES,
  ...SCOTLAND_RULES,
  ...NORTHERN_IRELAND_RULES,
];

/** Every table of worked cases; each names the rules that it is shown under. */
export const ALL_CASE_TABLES: readonly SomeCaseTable[] = [
  ...ENGLISH_CASE_TABLES,
  ...WALES_CASE_TABLES,
  ...SCOTLAND_CASE_TABLES,
  ...NORTHERN_IRELAND_CASE_TABLES,
];

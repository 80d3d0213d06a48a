import type { SomeCaseTable } from '../../case-table.js';
import { DECLARATION_CASES } from './declarations.cases.js';
import { EXEMPTION_CASES } from './exemptions.cases.js';
import { GIFT_CASES } from './gifts.cases.js';
import { CABINET_MEMBER_CASES } from './lga-model-2020/app-b-5-acting-alone.cases.js';
import { MODEL_DPI_CASES } from './lga-model-2020/app-b-4-dpi.cases.js';
import { DIRECTLY_CASES, RELIEVED_CASES } from './lga-model-2020/app-b-6-directly-relates.cases.js';
import { AFFECTED_CASES, AFFECTED_TOO_CASES } from './lga-model-2020/app-b-8-affects.cases.js';
import { NOT_ENGAGED_CASES, UNKNOWN_CASES } from './lga-model-2020/index.cases.js';
import { TABLE_2_CASES } from './lga-model-2020/table-2-bodies.cases.js';
import { REGISTRATION_CASES } from './registration.cases.js';
import { STATUTE_FAITHFUL_CASES } from './statute-faithful.cases.js';
import {
  DPI_CASES,
  MEMBERSHIP_CASES,
  OTHER_NAMES_CASES,
  UNASKED_CASES,
  WITHDRAWAL_CASES,
} from './worcestershire-2012/meetings.cases.js';

/** The worked cases of the codes of conduct. */
export const CODES_CASE_TABLES: readonly SomeCaseTable[] = [
  STATUTE_FAITHFUL_CASES,
  DPI_CASES,
  WITHDRAWAL_CASES,
  UNASKED_CASES,
  MEMBERSHIP_CASES,
  OTHER_NAMES_CASES,
  MODEL_DPI_CASES,
  DIRECTLY_CASES,
  RELIEVED_CASES,
  AFFECTED_CASES,
  AFFECTED_TOO_CASES,
  NOT_ENGAGED_CASES,
  UNKNOWN_CASES,
  ...REGISTRATION_CASES,
  CABINET_MEMBER_CASES,
  TABLE_2_CASES,
  ...GIFT_CASES,
  DECLARATION_CASES,
  ...EXEMPTION_CASES,
];

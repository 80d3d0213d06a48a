import { CONTRACT_CASES } from './contracts.cases.js';
import { CORPORATE_TENANCY_CASES } from './corporate-tenancies.cases.js';
import { EMPLOYMENT_CASES } from './employment.cases.js';
import { LAND_CASES } from './land.cases.js';
import { LICENCE_CASES } from './licences.cases.js';
import type { DescriptionTable } from './prescribed-cases.js';
import { SECURITIES_CASES } from './securities.cases.js';
import { SPONSORSHIP_CASES } from './sponsorship.cases.js';

/** The worked cases of the seven descriptions. */
export const DESCRIPTION_CASE_TABLES: readonly DescriptionTable[] = [
  EMPLOYMENT_CASES,
  SPONSORSHIP_CASES,
  CONTRACT_CASES,
  LAND_CASES,
  LICENCE_CASES,
  CORPORATE_TENANCY_CASES,
  SECURITIES_CASES,
];

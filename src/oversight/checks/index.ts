export { ChecksModule } from './checks.module.js';
export { Checks, type Asked } from './checks.js';
export { Closings, type WhyNotClosed } from './closings.js';
export { Companies, type OfficersReceived, type OpenedOfficer } from './companies/companies.js';
export {
  OFFICER_COLUMNS,
  officersTemplate,
  type OfficerProblem,
  type OfficersRefused,
} from './companies/read-officers.js';
export type { CompanyDecision, Likeness } from './company-officer.js';
export { CHECK_IDS } from './finding.js';
export type {
  CheckId,
  Closing,
  CompanyEvidence,
  Evidence,
  Finding,
  FindingTag,
  InterestEvidence,
} from './finding.js';
export { CHECKS } from './rules.js';
export { CHECKS_OF_MEETINGS, type Period } from './scope.js';

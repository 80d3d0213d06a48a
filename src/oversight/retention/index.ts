export { RetentionHolds, type Held, type OpenedHold } from './holds.js';
export {
  isRetentionKind,
  KEPT_BY_INSTALLATION,
  KEPT_FOR,
  RETENTION_KINDS,
  type InstallationKind,
  type KeptFor,
  type RetentionKind,
} from './kinds.js';
export { RetentionPeriods } from './periods.js';
export { Retention, SOON_DAYS, type Foreseen, type LastRun } from './retention.js';
export type { Kept } from './what-is-due.js';

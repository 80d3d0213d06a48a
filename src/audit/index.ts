export { Audit } from './audit.js';
export type { AuditedEvent, Happening } from './audit.js';
export { AuditModule } from './audit.module.js';
export { AuditVerifier } from './verify.js';
export type { BrokenLink, Verification } from './verify.js';

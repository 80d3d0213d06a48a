export { ACCOUNT_LEFT_OUT, ACCOUNT_TABLES } from './account-tables.js';
export { HELD_TABLES, LEFT_OUT } from './held-tables.js';
export { SubjectAccess, type MadeCopy } from './subject-access.js';
export { SubjectAccessModule } from './subject-access.module.js';

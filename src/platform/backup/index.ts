export { readBackupKey } from './envelope.js';
export { BackupRefused } from './refused.js';
export { checkBackup, restoreBackup } from './restore-backup.js';
export type { CheckedBackup } from './restore-backup.js';
export { takeBackup } from './take-backup.js';

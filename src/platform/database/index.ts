export { INSTALLATION } from './acting.js';
export type { Acting, Actor, UnitOfWork } from './acting.js';
export { atOnce, eachAtOnce } from './at-once.js';
export { Database } from './database.js';
export { DatabaseModule } from './database.module.js';
export { grouped } from './grouped.js';
export { BACKUP_LOCK, DatabaseRefused, knownMigrations, migrate, MIGRATION_LOCK } from './migrate.js';
export { onceEach } from './once-each.js';
export { PreparingClient, WARM } from './preparing-client.js';

export { JobQueue } from './job-queue.js';
export type { JobHandler } from './job-queue.js';
export { migrateQueue } from './migrate-queue.js';
export { QueueModule } from './queue.module.js';

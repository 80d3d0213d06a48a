export type { DeadLetter } from './dead-letters.js';
export { JobQueue } from './job-queue.js';
export type { JobHandler, QueueState } from './job-queue.js';
export { migrateQueue, QUEUE_SCHEMA } from './migrate-queue.js';
export { QueueModule } from './queue.module.js';
export type { Tries } from './tries.js';
export { QueueUnreachable } from './waiting.js';

export { createLogger, NestLog } from './logger.js';
export type { Logger } from './logger.js';
/** Nest's token for the process's logger. */
export const LOGGER = Symbol('Logger');

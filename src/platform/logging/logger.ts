import type { LoggerService } from '@nestjs/common';
import { destination, pino, stdTimeFunctions, type Logger } from 'pino';
import type { LogLevel } from '../config/index.js';

export type { Logger };

/**
 * Structured logs: JSON Lines on standard error, so that standard output stays for what a person asked for.
 * Callers log ids and counts. Names, addresses and interests never go into a log; the redaction list is the
 * second line of defence, not the first.
 */
export function createLogger(level: LogLevel): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      redact: {
        paths: [
          'password',
          'email',
          'name',
          'details',
          'body',
          '*.password',
          '*.email',
          '*.details',
          '*.body',
        ],
        censor: '[kept out of the log]',
      },
    },
    destination({ dest: 2, sync: true }),
  );
}

/** Nest's own messages through the same logger: its start-up chatter at debug, its warnings as they are. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }
  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }
  error(message: unknown, stack?: string, context?: string): void {
    this.logger.error({ context, stack }, String(message));
  }
}

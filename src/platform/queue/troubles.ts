import type { Logger } from '../logging/index.js';

/** Tells of trouble with the queue's backend once, not at every try, and tells when it is over. */
export class Troubles {
  readonly #told = new Set<string>();

  constructor(private readonly logger: Logger) {}

  tell(what: string, error: Error): void {
    // A refused connection to a name with two addresses has a code and no message.
    const { message, code = error.name } = error as NodeJS.ErrnoException;
    const reason = message === '' ? code : message;
    if (this.#told.has(reason)) return;
    this.#told.add(reason);
    this.logger.error({ reason }, what);
  }

  over(): void {
    if (this.#told.size === 0) return;
    this.#told.clear();
    this.logger.info('the queue works again');
  }
}

import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, INSTALLATION, type Acting } from '../../platform/database/index.js';

const A_MINUTE = 60_000;
const ACTING: Acting = { authorityId: INSTALLATION, actor: { kind: 'system', name: 'notify-callbacks' } };

/**
 * Callbacks without the right token, on the installation's chain. Anybody can send them, as many as they like: so each
 * process records one event a minute at most, with how many there were since the one before.
 */
@Injectable()
export class RefusedCallbacks {
  #since = 0;
  #recordedAt = -Infinity;

  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  async count(): Promise<void> {
    this.#since += 1;
    const now = this.clock.machineNow().getTime();
    if (now - this.#recordedAt < A_MINUTE) return;
    const refused = this.#since;
    [this.#since, this.#recordedAt] = [0, now];
    await this.database.unitOfWork(ACTING, (uow) => {
      const subject = { type: 'installation', id: INSTALLATION };
      this.audit.record(uow, { action: 'notify-callback.refused', subject, payload: { refused } });
      return Promise.resolve();
    });
  }
}

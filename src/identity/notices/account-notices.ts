import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Audit } from '../../audit/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, INSTALLATION, type Actor } from '../../platform/database/index.js';
import { MAIL, MailRefused, type MailTransport } from '../../platform/mail/index.js';
import { JobQueue, QueueUnreachable } from '../../platform/queue/index.js';
import { Account } from '../account.entity.js';
import { AccountNotice } from './notice.entity.js';
import { noticeWords } from './notice-words.js';

const SEND = 'identity.notice';
const LOOK = 'identity.notices';
const MINUTE = 60_000;
const SYSTEM: Actor = { kind: 'system', name: 'sign-in' };

/**
 * Mails what is owed about changes of somebody's sign-in, within a minute of them. What could not be sent is owed for as
 * long as that takes: whoever reads of a change late still learns when it was.
 */
@Injectable()
export class AccountNotices implements OnModuleInit {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly queue: JobQueue,
    @Inject(MAIL) private readonly mail: MailTransport,
  ) {}

  onModuleInit(): void {
    this.queue.handle(SEND, (id) => this.send(id));
    this.queue.handleInRounds(LOOK, MINUTE, () => this.handOn());
  }

  /** Hands on everything that is still owed. What is on its way already is not handed on twice. */
  async handOn(): Promise<void> {
    await this.queue.addAll(SEND, await this.owed()).catch((error: unknown) => {
      // The rows stand, and the next round looks again.
      if (!(error instanceof QueueUnreachable)) throw error;
    });
  }

  /** The oldest first. */
  async owed(): Promise<string[]> {
    const rows = await this.database.acrossAuthorities((manager) =>
      manager.find(AccountNotice, {
        select: { id: true },
        where: { settledAt: IsNull() },
        order: { happenedAt: 'ASC', id: 'ASC' },
      }),
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Sends one, under the same Message-ID at each try. A disabled account's holder is told too: it may have been disabled
   * because of the change.
   * @throws where the channel could not take it now; the queue tries again
   */
  async send(id: string): Promise<void> {
    const notice = await this.database.acrossAuthorities((manager) =>
      manager.findOneBy(AccountNotice, { id, settledAt: IsNull() }),
    );
    if (notice === null) return;
    const { accountId, change, happenedAt } = notice;
    const { email: to } = await this.database.acrossAuthorities((manager) =>
      manager.findOneByOrFail(Account, { id: accountId }),
    );
    const message = { messageId: `<${id}@probity>`, reference: id, to, ...noticeWords(change, happenedAt) };
    try {
      // Whether it was handed over before is not kept: a channel that can tell looks each time.
      await this.mail.send({ ...message, triedBefore: true });
    } catch (error) {
      if (!(error instanceof MailRefused)) throw error;
      await this.#settle(notice, error.reason);
      return;
    }
    await this.#settle(notice);
  }

  /** What the channel refused for good is in the record, where an administrator finds it. */
  async #settle({ id, accountId, change }: AccountNotice, refused?: MailRefused['reason']): Promise<void> {
    await this.database.unitOfWork({ authorityId: INSTALLATION, actor: SYSTEM }, async (uow) => {
      await uow.manager.update(AccountNotice, { id }, { settledAt: this.clock.machineNow() });
      if (refused === undefined) return;
      const subject = { type: 'account', id: accountId };
      this.audit.record(uow, {
        action: 'account.notice-refused',
        subject,
        payload: { change, reason: refused },
      });
    });
  }
}

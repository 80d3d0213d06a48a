import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/index.js';
import { Editions } from '../briefings/index.js';
import { Clock } from '../platform/clock/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import type { Handed } from '../platform/mail/index.js';
import { readerIn } from './readers.js';
import { Message, type FailedReason } from './reminder.entity.js';
import { BRIEFING } from './topics/meetings.js';

/** A briefing of a meeting that a message told a member of. */
interface Briefed {
  readonly meetingId: string;
  readonly memberId: string;
  readonly messageId: string;
}

/** Records what became of a message when the channel was asked to take it. */
@Injectable()
export class Sent {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly editions: Editions,
  ) {}

  /** They left: each with the channel's own name for it. */
  async left(
    uow: UnitOfWork,
    all: readonly { readonly message: Message; readonly handed: Handed }[],
  ): Promise<void> {
    if (all.length === 0) return;
    const { authorityId } = uow;
    const rows = all.map(({ message, handed }) => ({
      id: message.id,
      provider_id: handed.providerId ?? null,
    }));
    // Marked, and asked which briefings were in them, in one going.
    const briefings = await uow.manager.query<Briefed[]>(
      `with marked as (
         update message set sent_at = $2, provider_id = sent.provider_id, last_error = null, failed_reason = null,
           failed_at = null
         from jsonb_to_recordset($3::jsonb) as sent (id uuid, provider_id text)
         where message.authority_id = $1 and message.id = sent.id
       )
       select subject as "meetingId", member_id as "memberId", message_id as "messageId" from reminder
       where authority_id = $1 and message_id = any($4::uuid[]) and rule = $5 and member_id is not null`,
      [authorityId, this.clock.now(), JSON.stringify(rows), rows.map(({ id }) => id), BRIEFING],
    );
    for (const { meetingId, memberId, messageId } of briefings) {
      const fixedAt = all.find(({ message }) => message.id === messageId)?.message.fixedAt;
      if (fixedAt === undefined) continue;
      await this.editions.recordSent(uow, { meetingId, memberId, fixedAt });
    }
    for (const { message } of all) this.#audited(uow, 'message.sent', message, {});
  }

  /** The channel will never take it: trying again would only hide it. */
  async failed(uow: UnitOfWork, message: Message, failedReason: FailedReason): Promise<void> {
    const row = { authorityId: uow.authorityId, id: message.id };
    await uow.manager.update(Message, row, { failedReason, failedAt: this.clock.now() });
    this.#audited(uow, 'message.failed', message, { failedReason });
  }

  /** The channel did not take it this time. After the last try it is given up, and shown. */
  async notYet(uow: UnitOfWork, message: Message, error: Error, isLast: boolean): Promise<void> {
    const row = { authorityId: uow.authorityId, id: message.id };
    await uow.manager.update(Message, row, { tries: message.tries + 1, lastError: kindOf(error) });
    if (isLast) await this.failed(uow, message, 'given-up');
  }

  #audited(uow: UnitOfWork, action: string, message: Message, more: object): void {
    this.audit.record(uow, {
      action,
      subject: { type: 'message', id: message.id },
      payload: { ...readerIn(message), channel: message.channel, ...more },
    });
  }
}

/** The kind of an error: its code, or a server's answer by number. Its words may hold an address. */
function kindOf(error: Error): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  if (typeof responseCode === 'number') return `server-said-${responseCode}`;
  return typeof code === 'string' ? code : error.name;
}

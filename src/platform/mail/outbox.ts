import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Clock } from '../clock/index.js';
import { Database } from '../database/index.js';
import type { Mail, MailTransport } from './mail.js';

/** A message as the built-in outbox keeps it. */
@Entity('outbox_mail')
export class OutboxMail {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'message_id' }) messageId: string;
  @Column('text', { name: 'to_address' }) to: string;
  @Column('text') subject: string;
  @Column('text') body: string;
  @Column('timestamptz', { name: 'sent_at' }) sentAt: Date;
}

/**
 * The transport of a machine without a mail server: messages are kept and shown on a page instead of sent.
 * The Message-ID is unique here, so that a message sent again after a crash arrives once.
 */
@Injectable()
export class Outbox implements MailTransport {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async send(mail: Mail): Promise<void> {
    await this.database.acrossAuthorities((manager) =>
      manager
        .createQueryBuilder()
        .insert()
        .into(OutboxMail)
        .values({ id: randomUUID(), ...mail, sentAt: this.clock.now() })
        .orIgnore()
        .execute(),
    );
  }

  /** The newest messages first. */
  async newest(atMost = 100): Promise<OutboxMail[]> {
    return this.database.acrossAuthorities((manager) =>
      manager.find(OutboxMail, { order: { sentAt: 'DESC', id: 'ASC' }, take: atMost }),
    );
  }
}

import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Clock } from '../clock/index.js';
import { Database, INSTALLATION } from '../database/index.js';
import { Sealer, type SealedFor } from '../sealing/index.js';
import type { Config } from '../config/index.js';
import { isMailAddress } from './mail-address.js';
import { MailRefused, type Handed, type Mail, type MailTransport } from './mail.js';

/** Whether messages are kept in the outbox, because nothing else was configured that would deliver them. */
export function keepsMail({ smtpUrl, notify }: Pick<Config, 'smtpUrl' | 'notify'>): boolean {
  return smtpUrl === undefined && notify === undefined;
}

/** A message as the built-in outbox keeps it. */
@Entity('outbox_mail')
export class OutboxMail {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'message_id' }) messageId: string;
  @Column('text', { name: 'to_address' }) to: string;
  @Column('text') subject: string;
  /** Sealed: what it names may become sensitive later. */
  @Column('text') body: string;
  @Column('timestamptz', { name: 'sent_at' }) sentAt: Date;
}

/**
 * The transport of a machine without a mail server: messages are kept and shown on a page instead of sent.
 * The Message-ID is unique here, so that a message sent again after a crash arrives once.
 */
@Injectable()
export class Outbox implements MailTransport {
  readonly channel = 'mail';
  readonly atOnce = 50;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sealer: Sealer,
  ) {}

  /** Only the plain text is kept: the page shows words. */
  async send({ messageId, to, subject, body }: Mail): Promise<Handed> {
    // Here too, so that what would be refused elsewhere is seen before there is an elsewhere.
    if (!isMailAddress(to)) throw new MailRefused('address-invalid');
    const id = randomUUID();
    const sealed = this.sealer.seal(body, rowOf(id));
    await this.database.acrossAuthorities((manager) =>
      manager
        .createQueryBuilder()
        .insert()
        .into(OutboxMail)
        .values({ id, messageId, to, subject, body: sealed, sentAt: this.clock.now() })
        .orIgnore()
        .execute(),
    );
    return {};
  }

  /** The newest messages first. */
  async newest(atMost = 100): Promise<OutboxMail[]> {
    const kept = await this.database.acrossAuthorities((manager) =>
      manager.find(OutboxMail, { order: { sentAt: 'DESC', id: 'ASC' }, take: atMost }),
    );
    return kept.map((mail) => ({ ...mail, body: this.sealer.open(mail.body, rowOf(mail.id)) as string }));
  }
}

/** The outbox stands outside all authorities. */
const rowOf = (id: string): SealedFor => ({ authorityId: INSTALLATION, row: `outbox_mail:${id}` });

import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/index.js';
import { Database, type UnitOfWork } from '../platform/database/index.js';
import { AuditEvent, AuditHead, AuditPayload } from './audit-event.entity.js';
import { BEGINNING, hashLink, hashPayload } from './chain.js';

/** Something that happened, in the words of the field: `notification.received` on notification 5f0c…. */
export interface Happening {
  readonly action: string;
  readonly subject: { readonly type: string; readonly id: string };
  /** What was said or changed, without the details of any interest. JSON. */
  readonly payload?: Readonly<Record<string, unknown>>;
}

/** One event as the audit page shows it. The payload is undefined where retention has erased it. */
export interface AuditedEvent extends AuditEvent {
  readonly payload: Readonly<Record<string, unknown>> | undefined;
}

/**
 * The record of everything that happened: append-only and hash-chained, one chain for each authority and one for the
 * installation, written in the same transaction as the change it tells of.
 */
@Injectable()
export class Audit {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  /** Adds an event to the chain of the acting authority when the unit of work commits. A bulk command is one event. */
  record(uow: UnitOfWork, happening: Happening): void {
    const applicationAt = this.clock.now();
    uow.beforeCommit(() => this.#append(uow, happening, applicationAt));
  }

  /** The newest events of the acting authority first, `atMost` of them, before a position when one is given. */
  async newest(uow: UnitOfWork, atMost: number, before?: string): Promise<AuditedEvent[]> {
    const events = await uow.manager
      .createQueryBuilder(AuditEvent, 'event')
      .where('event.authorityId = :authorityId', { authorityId: uow.authorityId })
      .andWhere(before === undefined ? 'true' : 'event.position < :before', { before })
      .orderBy('event.position', 'DESC')
      .take(atMost)
      .getMany();
    const payloads = await this.#payloads(uow, events);
    return events.map((event) => ({ ...event, payload: payloads.get(event.position) }));
  }

  /** The chains that this installation holds: one id for each authority, and the installation's own. */
  async chains(): Promise<string[]> {
    const rows = await this.database.acrossAuthorities((manager) =>
      manager.query<{ authority_id: string }[]>('select authority_id from audit_chains()'),
    );
    return rows.map((row) => row.authority_id);
  }

  async #payloads(
    uow: UnitOfWork,
    events: readonly AuditEvent[],
  ): Promise<Map<string, Readonly<Record<string, unknown>>>> {
    if (events.length === 0) return new Map();
    const rows = await uow.manager
      .createQueryBuilder(AuditPayload, 'payload')
      .where('payload.authorityId = :authorityId', { authorityId: uow.authorityId })
      .andWhere('payload.position in (:...positions)', { positions: events.map((event) => event.position) })
      .getMany();
    return new Map(rows.map((row) => [row.position, row.payload]));
  }

  async #append(uow: UnitOfWork, happening: Happening, applicationAt: Date): Promise<void> {
    const head = await this.#lockHead(uow);
    const salt = randomBytes(16);
    const payload = happening.payload ?? {};
    const link = {
      authorityId: uow.authorityId,
      position: String(BigInt(head.position) + 1n),
      actorKind: uow.actor.kind,
      actor: uow.actor.kind === 'person' ? uow.actor.accountId : uow.actor.name,
      action: happening.action,
      subjectType: happening.subject.type,
      subjectId: happening.subject.id,
      applicationAt,
      machineAt: this.clock.machineNow(),
      payloadHash: hashPayload(salt, payload),
      previousHash: head.hash,
    };
    const hash = hashLink(link);
    await uow.manager.insert(AuditEvent, { ...link, hash });
    await uow.manager.insert(AuditPayload, {
      authorityId: link.authorityId,
      position: link.position,
      salt,
      payload: payload as object,
    });
    await uow.manager.update(AuditHead, { authorityId: uow.authorityId }, { position: link.position, hash });
  }

  async #lockHead(uow: UnitOfWork): Promise<AuditHead> {
    await uow.manager
      .createQueryBuilder()
      .insert()
      .into(AuditHead)
      .values({ authorityId: uow.authorityId, position: '0', hash: BEGINNING })
      .orIgnore()
      .execute();
    return uow.manager.findOneOrFail(AuditHead, {
      where: { authorityId: uow.authorityId },
      lock: { mode: 'pessimistic_write' },
    });
  }
}

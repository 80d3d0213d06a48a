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

interface Happened extends Happening {
  readonly applicationAt: Date;
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
  /** What each unit of work has recorded and not yet written, by the one thing that its copies share. */
  readonly #waiting = new WeakMap<UnitOfWork['beforeCommit'], Happened[]>();

  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  /** Adds an event to the chain of the acting authority when the unit of work commits. A bulk command is one event. */
  record(uow: UnitOfWork, happening: Happening): void {
    const happened = { ...happening, applicationAt: this.clock.now() };
    const waiting = this.#waiting.get(uow.beforeCommit);
    if (waiting !== undefined) {
      waiting.push(happened);
      return;
    }
    const all: Happened[] = [happened];
    this.#waiting.set(uow.beforeCommit, all);
    uow.beforeCommit(async () => {
      // What is recorded after this begins a list of its own.
      this.#waiting.delete(uow.beforeCommit);
      await this.#append(uow, all);
    });
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

  /** Adds what happened to the chain in its order, under one lock of the head and in one writing. */
  async #append(uow: UnitOfWork, happened: readonly Happened[]): Promise<void> {
    const head = await this.#lockHead(uow);
    let { position, hash: previousHash } = head;
    const events: AuditEvent[] = [];
    const payloads: (Omit<AuditPayload, 'payload'> & { readonly payload: object })[] = [];
    for (const { action, subject, payload = {}, applicationAt } of happened) {
      const salt = randomBytes(16);
      position = String(BigInt(position) + 1n);
      const link = {
        authorityId: uow.authorityId,
        position,
        actorKind: uow.actor.kind,
        actor: uow.actor.kind === 'person' ? uow.actor.accountId : uow.actor.name,
        action,
        subjectType: subject.type,
        subjectId: subject.id,
        applicationAt,
        machineAt: this.clock.machineNow(),
        payloadHash: hashPayload(salt, payload),
        previousHash,
      };
      previousHash = hashLink(link);
      events.push({ ...link, hash: previousHash });
      payloads.push({ authorityId: link.authorityId, position, salt, payload });
    }
    await uow.manager.insert(AuditEvent, events);
    await uow.manager.insert(AuditPayload, payloads);
    await uow.manager.update(AuditHead, { authorityId: uow.authorityId }, { position, hash: previousHash });
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

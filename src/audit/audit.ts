import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/index.js';
import { Database, type Actor, type UnitOfWork } from '../platform/database/index.js';
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

/** Bytes. */
const SALT_LENGTH = 16;

type Payload = Pick<AuditPayload, 'salt' | 'payload'>;

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
    const happened = { ...happening, ...payloadOf(uow.actor, happening), applicationAt: this.clock.now() };
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
    const payloads: Payload[] = [];
    // Asking for all of them once is far quicker than for each.
    const salts = randomBytes(SALT_LENGTH * happened.length);
    for (const [index, { action, subject, payload = {}, applicationAt }] of happened.entries()) {
      const salt = salts.subarray(index * SALT_LENGTH, (index + 1) * SALT_LENGTH);
      position = String(BigInt(position) + 1n);
      const link = {
        authorityId: uow.authorityId,
        position,
        actorKind: uow.actor.kind,
        actor: nameOf(uow.actor),
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
      payloads.push({ salt, payload });
    }
    await this.#write(uow, events, payloads);
  }

  /** One statement: the head is locked until the end of the transaction, so every way to the database counts. */
  async #write(uow: UnitOfWork, events: readonly AuditEvent[], payloads: readonly Payload[]): Promise<void> {
    const last = events.at(-1);
    if (last === undefined) return;
    const of = <K extends keyof AuditEvent>(column: K): AuditEvent[K][] =>
      events.map((event) => event[column]);
    await uow.manager.query(
      `with linked as (
         insert into audit_event (authority_id, "position", actor_kind, actor, action, subject_type, subject_id,
           application_at, machine_at, payload_hash, previous_hash, hash)
         select $1, * from unnest($2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
           $8::timestamptz[], $9::timestamptz[], $10::bytea[], $11::bytea[], $12::bytea[])
       ), said as (
         insert into audit_payload (authority_id, "position", salt, payload)
         select $1, * from unnest($2::bigint[], $13::bytea[], $14::jsonb[])
       )
       update audit_head set "position" = $15, hash = $16 where authority_id = $1`,
      [
        uow.authorityId,
        ...[of('position'), of('actorKind'), of('actor'), of('action'), of('subjectType'), of('subjectId')],
        ...[of('applicationAt'), of('machineAt'), of('payloadHash'), of('previousHash'), of('hash')],
        payloads.map(({ salt }) => salt),
        payloads.map(({ payload }) => JSON.stringify(payload)),
        ...[last.position, last.hash],
      ],
    );
  }

  async #lockHead(uow: UnitOfWork): Promise<AuditHead> {
    const where = { authorityId: uow.authorityId };
    const lock = { mode: 'pessimistic_write' } as const;
    const head = await uow.manager.findOne(AuditHead, { where, lock });
    if (head !== null) return head;
    const first = { ...where, position: '0', hash: BEGINNING };
    await uow.manager.createQueryBuilder().insert().into(AuditHead).values(first).orIgnore().execute();
    return uow.manager.findOneOrFail(AuditHead, { where, lock });
  }
}

function nameOf(actor: Actor): string {
  switch (actor.kind) {
    case 'person':
      return actor.accountId;
    case 'client':
      return actor.clientId;
    case 'system':
      return actor.name;
  }
}

/** What a person did by a program of their own says by which of their tokens. */
function payloadOf(actor: Actor, { payload }: Happening): Pick<Happening, 'payload'> {
  if (actor.kind !== 'person' || actor.tokenId === undefined) return {};
  return { payload: { ...payload, byToken: actor.tokenId } };
}

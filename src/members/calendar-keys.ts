import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Audit } from '../audit/index.js';
import { Clock } from '../platform/clock/index.js';
import { Database, type UnitOfWork } from '../platform/database/index.js';
import { CalendarKey } from './calendar-key.entity.js';
import { Member } from './member.entity.js';

const KEY_BYTES = 32;
/** 32 bytes in base64url. */
const KEY = /^[A-Za-z0-9_-]{43}$/;

/** The member whose calendar a key opens. */
export interface KeyHolder {
  readonly authorityId: string;
  readonly memberId: string;
}

/** The keys by which a calendar program reads one member's calendar without signing in. One stands at a time. */
@Injectable()
export class CalendarKeys {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  /** Makes a key, and withdraws the one that stood. What it answers is kept nowhere and cannot be asked for again. */
  async make(uow: UnitOfWork, memberId: string): Promise<{ id: string; key: string }> {
    const { authorityId } = uow;
    // Locked, so that of two keys made at once the second one withdraws the first.
    await uow.manager.findOneOrFail(Member, {
      where: { authorityId, id: memberId },
      lock: { mode: 'pessimistic_write' },
    });
    await this.withdraw(uow, memberId);
    const id = randomUUID();
    const key = randomBytes(KEY_BYTES).toString('base64url');
    await uow.manager.insert(CalendarKey, {
      ...{ authorityId, id, memberId, keyHash: hashOf(key), madeAt: this.clock.now(), withdrawnAt: null },
    });
    this.audit.record(uow, {
      action: 'calendar-key.made',
      subject: { type: 'member', id: memberId },
      payload: { keyId: id },
    });
    return { id, key };
  }

  /** From then on nobody reads the calendar by the key that stood. */
  async withdraw(uow: UnitOfWork, memberId: string): Promise<{ id: string } | { refused: 'none-stands' }> {
    const { authorityId } = uow;
    const standing = await this.standing(uow, memberId);
    if (standing === undefined) return { refused: 'none-stands' };
    const { id } = standing;
    const { affected } = await uow.manager.update(
      CalendarKey,
      { authorityId, id, withdrawnAt: IsNull() },
      { withdrawnAt: this.clock.now() },
    );
    if (affected !== 1) return { refused: 'none-stands' };
    this.audit.record(uow, {
      action: 'calendar-key.withdrawn',
      subject: { type: 'member', id: memberId },
      payload: { keyId: id },
    });
    return { id };
  }

  async standing(uow: UnitOfWork, memberId: string): Promise<CalendarKey | undefined> {
    const where = { authorityId: uow.authorityId, memberId, withdrawnAt: IsNull() };
    return (await uow.manager.findOneBy(CalendarKey, where)) ?? undefined;
  }

  /** Whose calendar a key opens, in whatever authority; undefined for one that is wrong, withdrawn or no key at all. */
  async holderOf(key: unknown): Promise<KeyHolder | undefined> {
    if (typeof key !== 'string' || !KEY.test(key)) return undefined;
    const [row] = await this.database.acrossAuthorities((manager) =>
      manager.query<{ authority_id: string; member_id: string }[]>(
        'select authority_id, member_id from calendar_of($1)',
        [hashOf(key)],
      ),
    );
    return row && { authorityId: row.authority_id, memberId: row.member_id };
  }
}

/** A plain hash is enough: nobody finds 32 random bytes by trying. */
const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest();

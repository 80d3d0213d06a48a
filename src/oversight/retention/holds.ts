import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Audit } from '../../audit/index.js';
import { Member } from '../../members/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { Sealer } from '../../platform/sealing/index.js';
import { CaseFile } from '../cases/index.js';
import { RetentionHold } from './retention-hold.entity.js';

/** Who and what is held: nothing of it is erased meanwhile. */
export interface Held {
  /** An open case file, or a hold by an officer, keeps everything of these members. */
  readonly members: readonly string[];
  /** An officer holds everything of the authority. */
  readonly everything: boolean;
}

/** A hold with its reason opened. */
export type OpenedHold = RetentionHold;

/** What suspends erasure: case files that are open, and complaints, requests and proceedings that an officer knows of. */
@Injectable()
export class RetentionHolds {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly sealer: Sealer,
  ) {}

  /** Holds one member's data, or with null everything. It counts from the next batch on: one that is under way ends first. */
  async place(
    uow: UnitOfWork,
    memberId: string | null,
    reason: string,
  ): Promise<{ id: string } | { refused: 'unknown-member' }> {
    const { authorityId, manager } = uow;
    await takeTurn(uow);
    if (memberId !== null && !(await manager.existsBy(Member, { authorityId, id: memberId })))
      return { refused: 'unknown-member' };
    const row = { authorityId, id: randomUUID(), memberId };
    await manager.insert(RetentionHold, {
      ...row,
      reason: this.sealer.seal(reason, boundTo(row)),
      ...{ placedAt: this.clock.now(), placedBy: accountOf(uow), liftedAt: null, liftedBy: null },
    });
    this.#record(uow, 'retention.held', row);
    return { id: row.id };
  }

  async lift(uow: UnitOfWork, id: string): Promise<{ id: string } | { refused: 'not-found' | 'lifted' }> {
    const { authorityId, manager } = uow;
    const hold = await manager.findOneBy(RetentionHold, { authorityId, id });
    if (hold === null) return { refused: 'not-found' };
    const { affected } = await manager.update(
      RetentionHold,
      { authorityId, id, liftedAt: IsNull() },
      { liftedAt: this.clock.now(), liftedBy: accountOf(uow) },
    );
    if (affected !== 1) return { refused: 'lifted' };
    this.#record(uow, 'retention.released', hold);
    return { id };
  }

  /** Those that stand, the oldest first. */
  async standing({ manager, authorityId }: UnitOfWork): Promise<OpenedHold[]> {
    const holds = await manager.find(RetentionHold, {
      where: { authorityId, liftedAt: IsNull() },
      order: { placedAt: 'ASC', id: 'ASC' },
    });
    return holds.map((hold) => ({
      ...hold,
      reason: this.sealer.open(hold.reason, boundTo(hold)) as string,
    }));
  }

  async held({ manager, authorityId }: UnitOfWork): Promise<Held> {
    const open = await manager.find(CaseFile, {
      select: { authorityId: true, id: true, memberId: true },
      where: { authorityId, closedAt: IsNull() },
    });
    const holds = await manager.findBy(RetentionHold, { authorityId, liftedAt: IsNull() });
    const members = [...open, ...holds].flatMap(({ memberId }) => memberId ?? []);
    return {
      members: [...new Set(members)],
      everything: holds.some(({ memberId }) => memberId === null),
    };
  }

  #record(uow: UnitOfWork, action: string, { id, memberId }: { id: string; memberId: string | null }): void {
    const payload = memberId === null ? { everything: true } : { memberId };
    this.audit.record(uow, { action, subject: { type: 'retention-hold', id }, payload });
  }
}

/** Of one authority, a batch is erased or a hold is placed, and never both at once. Ends with the transaction. */
export async function takeTurn({ manager, authorityId }: UnitOfWork): Promise<void> {
  await manager.query('select pg_advisory_xact_lock(hashtext($1))', [`retention/${authorityId}`]);
}

const boundTo = ({ authorityId, id }: { authorityId: string; id: string }) => ({
  ...{ authorityId, row: `retention_hold.reason:${id}` },
});

/** Only a person places a hold. */
function accountOf({ actor }: UnitOfWork): string {
  if (actor.kind !== 'person') throw new Error('A hold is placed and lifted by a person with an account.');
  return actor.accountId;
}

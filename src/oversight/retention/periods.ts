import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { KEPT_FOR, RETENTION_KINDS, isRetentionKind, type RetentionKind } from './kinds.js';
import { RetentionPeriod } from './retention-period.entity.js';

/** How long an authority keeps each kind: what it set, or what is usual. */
@Injectable()
export class RetentionPeriods {
  constructor(private readonly audit: Audit) {}

  /** In months. */
  async of({ manager, authorityId }: UnitOfWork): Promise<Readonly<Record<RetentionKind, number>>> {
    const set = await manager.findBy(RetentionPeriod, { authorityId });
    const usual = RETENTION_KINDS.map((kind) => [kind, KEPT_FOR[kind].months] as const);
    const own = set.flatMap(({ kind, months }) => (isRetentionKind(kind) ? [[kind, months] as const] : []));
    return Object.fromEntries([...usual, ...own]) as Record<RetentionKind, number>;
  }

  /** Sets one period. It counts from the next run on; what a longer one would have kept is gone by then only if it was due. */
  async set(
    uow: UnitOfWork,
    kind: RetentionKind,
    months: number,
  ): Promise<{ changed: boolean } | { refused: 'out-of-bounds' }> {
    const { least, most } = KEPT_FOR[kind];
    if (!Number.isInteger(months) || months < least || months > most) return { refused: 'out-of-bounds' };
    const before = (await this.of(uow))[kind];
    if (before === months) return { changed: false };
    const { authorityId } = uow;
    await uow.manager.upsert(RetentionPeriod, { authorityId, kind, months }, ['authorityId', 'kind']);
    this.audit.record(uow, {
      action: 'retention.period-changed',
      subject: { type: 'retention-period', id: kind },
      payload: { before, months },
    });
    return { changed: true };
  }
}

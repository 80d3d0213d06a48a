import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/index.js';
import { Clock } from '../platform/clock/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { RelevanceAnswer, type Relevance } from './relevance-answer.entity.js';

/** Whether an item is about a registered interest, as the member who holds it says. */
@Injectable()
export class RelevanceAnswers {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async record(
    uow: UnitOfWork,
    said: {
      memberId: string;
      agendaItemId: string;
      itemTitle: string;
      registerEntryId: string;
      answer: Relevance;
    },
  ): Promise<void> {
    const id = randomUUID();
    const now = this.clock.now();
    await uow.manager.insert(RelevanceAnswer, {
      authorityId: uow.authorityId,
      id,
      ...said,
      saidAt: now,
      receivedAt: now,
    });
    this.audit.record(uow, {
      action: 'relevance.answered',
      subject: { type: 'agenda-item', id: said.agendaItemId },
      payload: { memberId: said.memberId, answer: said.answer },
    });
  }

  /** The latest answer of a member to each pair of item and entry; found by `relevanceKey`. */
  async latest(uow: UnitOfWork, memberId: string): Promise<ReadonlyMap<string, Relevance>> {
    const rows = await uow.manager.find(RelevanceAnswer, {
      where: { authorityId: uow.authorityId, memberId },
      order: { position: 'ASC' },
    });
    return new Map(rows.map((row) => [relevanceKey(row), row.answer]));
  }
}

/** An answer holds for one item under one title and one entry: a revised agenda may put another matter in its place. */
export function relevanceKey(of: {
  agendaItemId: string;
  itemTitle: string;
  registerEntryId: string;
}): string {
  return JSON.stringify([of.agendaItemId, of.itemTitle, of.registerEntryId]);
}

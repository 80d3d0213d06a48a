import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Any, In } from 'typeorm';
import { Audit } from '../audit/index.js';
import { Clock } from '../platform/clock/index.js';
import { grouped, type UnitOfWork } from '../platform/database/index.js';
import { Sealer } from '../platform/sealing/index.js';
import { RelevanceAnswer, type Relevance } from './relevance-answer.entity.js';

/** One answer of a member, opened for somebody who may read it. */
export interface SaidOfItem {
  readonly memberId: string;
  readonly agendaItemId: string;
  readonly itemTitle: string;
  readonly interestId: string;
  readonly answer: Relevance;
  /** Why, in the member's own words; undefined where none were given. */
  readonly because: string | undefined;
  readonly saidAt: Date;
}

/** Whether an item is about an interest, as the member who holds it says. */
@Injectable()
export class RelevanceAnswers {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly sealer: Sealer,
  ) {}

  async record(
    uow: UnitOfWork,
    said: Omit<SaidOfItem, 'saidAt' | 'because'> & { because?: string | undefined },
  ): Promise<void> {
    const id = randomUUID();
    const now = this.clock.now();
    const { because, ...answered } = said;
    await uow.manager.insert(RelevanceAnswer, {
      authorityId: uow.authorityId,
      id,
      ...answered,
      details: because === undefined ? null : this.sealer.seal(because, ownerOf(uow.authorityId, id)),
      saidAt: now,
      receivedAt: now,
    });
    this.audit.record(uow, {
      action: 'relevance.answered',
      subject: { type: 'agenda-item', id: said.agendaItemId },
      payload: { memberId: said.memberId, answer: said.answer },
    });
  }

  /** The latest answer of a member to each pair of item and interest; found by `relevanceKey`. */
  async latest(uow: UnitOfWork, memberId: string): Promise<ReadonlyMap<string, Relevance>> {
    return (await this.latestOf(uow, [memberId]))(memberId);
  }

  /** The same of many members, in one reading. */
  async latestOf(
    uow: UnitOfWork,
    memberIds: readonly string[],
  ): Promise<(memberId: string) => ReadonlyMap<string, Relevance>> {
    const rows = await uow.manager.find(RelevanceAnswer, {
      select: { memberId: true, agendaItemId: true, itemTitle: true, interestId: true, answer: true },
      where: { authorityId: uow.authorityId, memberId: Any(memberIds) },
      order: { position: 'ASC' },
    });
    const ofMember = grouped(rows, (row) => row.memberId);
    return (memberId) => new Map(ofMember(memberId).map((row) => [relevanceKey(row), row.answer]));
  }

  /** The latest answers of everybody about these items, with the reasons that were given. For the officer. */
  async ofItems(uow: UnitOfWork, itemIds: readonly string[]): Promise<SaidOfItem[]> {
    const { authorityId } = uow;
    const rows = await uow.manager.find(RelevanceAnswer, {
      where: { authorityId, agendaItemId: In([...itemIds]) },
      order: { position: 'ASC' },
    });
    const newest = new Map(rows.map((row) => [`${row.memberId}/${relevanceKey(row)}`, row]));
    return [...newest.values()].map(({ details, id, ...row }) => ({
      memberId: row.memberId,
      agendaItemId: row.agendaItemId,
      itemTitle: row.itemTitle,
      interestId: row.interestId,
      answer: row.answer,
      because: details === null ? undefined : (this.sealer.open(details, ownerOf(authorityId, id)) as string),
      saidAt: row.saidAt,
    }));
  }
}

const ownerOf = (authorityId: string, id: string): { authorityId: string; row: string } => ({
  authorityId,
  row: `relevance_answer:${id}`,
});

/**
 * The pairs of a title and an interest that the member has confirmed, for items of later meetings under the same title:
 * a quarterly report comes back. Found by `rememberedKey`.
 */
export function confirmedBefore(said: ReadonlyMap<string, Relevance>): ReadonlySet<string> {
  const confirmed = [...said].filter(([, answer]) => answer === 'about-it' || answer === 'affects-it');
  return new Set(
    confirmed.map(([key]) => {
      const [, itemTitle, interestId] = JSON.parse(key) as [string, string, string];
      return rememberedKey({ itemTitle, interestId });
    }),
  );
}

/** A title without what printers change: case, spaces and the marks between words. */
export function rememberedKey({ itemTitle, interestId }: { itemTitle: string; interestId: string }): string {
  const words = itemTitle.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return JSON.stringify([words.join(' '), interestId]);
}

/** An answer holds for one item under one title and one interest: a revised agenda may put another matter in its place. */
export function relevanceKey(of: { agendaItemId: string; itemTitle: string; interestId: string }): string {
  return JSON.stringify([of.agendaItemId, of.itemTitle, of.interestId]);
}

import { randomUUID } from 'node:crypto';
import { In, IsNull } from 'typeorm';
import type { UnitOfWork } from '../platform/database/index.js';
import { keepConfirmed, type AgendaItemFacts } from './item-facts.js';
import { matchItems, sameTitle } from './match-items.js';
import { AgendaItem } from './meeting.entity.js';

/** An item as the clerk corrected it. */
export interface CorrectedItem {
  readonly number: string | null;
  readonly title: string;
  readonly text?: string;
  readonly restricted: boolean;
  readonly facts: AgendaItemFacts;
}

/** Brings a meeting's items to a revision of its agenda: some stay, some are new, some are withdrawn. None is deleted. */
export async function reviseItems(
  uow: UnitOfWork,
  meetingId: string,
  revision: number,
  items: readonly CorrectedItem[],
): Promise<{ items: number; withdrawn: number }> {
  const { authorityId, manager } = uow;
  const before = await manager.find(AgendaItem, {
    where: { authorityId, meetingId, withdrawnInRevision: IsNull() },
    order: { position: 'ASC' },
  });
  const matched = matchItems(before, items);
  for (const [index, { revised, former }] of matched.items.entries()) {
    const words = {
      position: index + 1,
      number: revised.number,
      title: revised.title.trim(),
      text: revised.text ?? '',
      restricted: revised.restricted,
    };
    if (former === undefined) {
      const facts = revised.facts as object;
      const item = { authorityId, id: randomUUID(), meetingId, ...words, facts, firstRevision: revision };
      await manager.insert(AgendaItem, item);
    } else {
      // Under another title it may be another matter: what the clerk said of the old words is asked again.
      const facts = sameTitle(former, revised) ? keepConfirmed(former.facts, revised.facts) : revised.facts;
      await manager.update(AgendaItem, { authorityId, id: former.id }, { ...words, facts: facts });
    }
  }
  if (matched.withdrawn.length > 0) {
    const gone = { authorityId, id: In(matched.withdrawn.map((item) => item.id)) };
    await manager.update(AgendaItem, gone, { withdrawnInRevision: revision });
  }
  return { items: items.length, withdrawn: matched.withdrawn.length };
}

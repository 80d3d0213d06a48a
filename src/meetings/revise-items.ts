import { randomUUID } from 'node:crypto';
import { In, IsNull } from 'typeorm';
import type { UnitOfWork } from '../platform/database/index.js';
import { keepConfirmed, type AgendaItemFacts } from './item-facts.js';
import { matchItems, sameMatter, sameTitle, type Titled } from './match-items.js';
import { AgendaItem } from './meeting.entity.js';
import type { Retitled } from './retitled.js';

/** An item as the clerk corrected it. */
export interface CorrectedItem {
  readonly number: string | null;
  readonly title: string;
  readonly text?: string;
  readonly restricted: boolean;
  readonly facts: AgendaItemFacts;
}

/** What a revision makes of one of its items. */
export interface ItemInRevision<Revised> {
  readonly revised: Revised;
  /** The item that it was until now; undefined for a new one. */
  readonly former: AgendaItem | undefined;
  readonly retitled: boolean;
  /** Whether what a clerk confirmed of the former one still holds. */
  readonly keepsFacts: boolean;
}

/** What a revised agenda would change, before anything is saved. */
export interface PlannedRevision<Revised> {
  readonly items: readonly ItemInRevision<Revised>[];
  readonly withdrawn: readonly AgendaItem[];
}

/** Compares a revised agenda with the items that a meeting has. Pure: `reviseItems` does what it says. */
export function planRevision<Revised extends Titled>(
  before: readonly AgendaItem[],
  items: readonly Revised[],
): PlannedRevision<Revised> {
  const matched = matchItems(before, items);
  return {
    withdrawn: matched.withdrawn,
    items: matched.items.map(({ revised, former }) => ({
      revised,
      former,
      retitled: former !== undefined && !sameTitle(former, revised),
      keepsFacts: former !== undefined && sameMatter(former, revised),
    })),
  };
}

/** Brings a meeting's items to a revision of its agenda: some stay, some are new, some are withdrawn. None is deleted. */
export async function reviseItems(
  uow: UnitOfWork,
  meetingId: string,
  revision: number,
  items: readonly CorrectedItem[],
): Promise<{ items: number; withdrawn: number; retitled: Retitled[] }> {
  const { authorityId, manager } = uow;
  const before = await manager.find(AgendaItem, {
    where: { authorityId, meetingId, withdrawnInRevision: IsNull() },
    order: { position: 'ASC' },
  });
  const planned = planRevision(before, items);
  for (const [index, { revised, former, keepsFacts }] of planned.items.entries()) {
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
      const facts = keepsFacts ? keepConfirmed(former.facts, revised.facts) : revised.facts;
      await manager.update(AgendaItem, { authorityId, id: former.id }, { ...words, facts: facts });
    }
  }
  if (planned.withdrawn.length > 0) {
    const gone = { authorityId, id: In(planned.withdrawn.map((item) => item.id)) };
    await manager.update(AgendaItem, gone, { withdrawnInRevision: revision });
  }
  const retitled = planned.items.flatMap(({ revised, former, retitled: isRetitled }) =>
    former !== undefined && isRetitled ? [{ from: former.title, to: revised.title.trim() }] : [],
  );
  return { items: items.length, withdrawn: planned.withdrawn.length, retitled };
}

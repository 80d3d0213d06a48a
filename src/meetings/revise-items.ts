import { randomUUID } from 'node:crypto';
import { In, IsNull } from 'typeorm';
import type { UnitOfWork } from '../platform/database/index.js';
import { keepConfirmed, type AgendaItemFacts } from './item-facts.js';
import { matchItems, sameMatter, sameTitle, type Titled } from './match-items.js';
import type { AgendaKind } from './agenda.entity.js';
import { AgendaItem } from './meeting.entity.js';
import type { Retitled } from './retitled.js';

/** The only system from which agendas bring ids of their own. */
export const MODERNGOV = 'moderngov';

/** An item as the clerk corrected it. */
export interface CorrectedItem {
  readonly number: string | null;
  readonly title: string;
  readonly text?: string;
  readonly restricted: boolean;
  readonly facts: AgendaItemFacts;
  /** Its id in ModernGov, where the agenda came from there. */
  readonly externalId?: string;
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

/**
 * Compares a revised agenda with the items that a meeting has. A supplementary one withdraws nothing. Pure:
 * `reviseItems` does what it says.
 */
export function planRevision<Revised extends Titled>(
  before: readonly AgendaItem[],
  items: readonly Revised[],
  kind: AgendaKind = 'whole',
): PlannedRevision<Revised> {
  const matched = matchItems(before, items);
  return {
    withdrawn: kind === 'whole' ? matched.withdrawn : [],
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
  revision: { readonly number: number; readonly kind: AgendaKind },
  items: readonly CorrectedItem[],
): Promise<{ items: number; withdrawn: number; retitled: Retitled[] }> {
  const { authorityId, manager } = uow;
  const before = await manager.find(AgendaItem, {
    where: { authorityId, meetingId, withdrawnInRevision: IsNull() },
    order: { position: 'ASC' },
  });
  const planned = planRevision(before, items, revision.kind);
  const places = placesOf(before, planned.items, revision.kind);
  for (const item of planned.items) await write(uow, meetingId, revision, item, places.get(item) ?? 1);
  for (const [item, position] of places) {
    if (item instanceof AgendaItem)
      await manager.update(AgendaItem, { authorityId, id: item.id }, { position });
  }
  if (planned.withdrawn.length > 0) {
    const gone = { authorityId, id: In(planned.withdrawn.map((item) => item.id)) };
    await manager.update(AgendaItem, gone, { withdrawnInRevision: revision.number });
  }
  const retitled = planned.items.flatMap(({ revised, former, retitled: isRetitled }) =>
    former !== undefined && isRetitled ? [{ from: former.title, to: revised.title.trim() }] : [],
  );
  return { items: items.length, withdrawn: planned.withdrawn.length, retitled };
}

type Planned = ItemInRevision<CorrectedItem>;

/**
 * From 1, the place of each item. A whole agenda gives its own order; what a supplementary one adds goes behind the
 * last item with a smaller number, and to the end where it has none.
 */
function placesOf(
  before: readonly AgendaItem[],
  items: readonly Planned[],
  kind: AgendaKind,
): Map<Planned | AgendaItem, number> {
  const order: (Planned | AgendaItem)[] = kind === 'whole' ? [...items] : [...before];
  for (const item of kind === 'whole' ? [] : items) {
    const at = item.former === undefined ? -1 : order.indexOf(item.former);
    if (at !== -1) order[at] = item;
    else order.splice(placeFor(order, item.revised.number), 0, item);
  }
  return new Map(order.map((item, index) => [item, index + 1]));
}

function placeFor(order: readonly (Planned | AgendaItem)[], number: string | null): number {
  const wanted = leadingNumber(number);
  const last = order.findLastIndex((each) => {
    const other = leadingNumber(each instanceof AgendaItem ? each.number : each.revised.number);
    return other !== undefined && wanted !== undefined && other <= wanted;
  });
  return last === -1 ? order.length : last + 1;
}

/** 8 of '8A'. */
function leadingNumber(number: string | null): number | undefined {
  const digits = /\d+/.exec(number ?? '')?.[0];
  return digits === undefined ? undefined : Number(digits);
}

async function write(
  { authorityId, manager }: UnitOfWork,
  meetingId: string,
  revision: { readonly number: number; readonly kind: AgendaKind },
  { revised, former, keepsFacts }: Planned,
  position: number,
): Promise<void> {
  const isAddition = revision.kind === 'supplementary' && former !== undefined;
  const words = {
    position,
    number: revised.number,
    title: revised.title.trim(),
    // A supplementary agenda brings a late report; what was under the item stays.
    text: isAddition
      ? [former.text, revised.text ?? ''].filter((text) => text !== '').join('\n')
      : (revised.text ?? ''),
    restricted: revised.restricted || (isAddition && former.restricted),
    ...(revised.externalId === undefined ? {} : { source: MODERNGOV, externalId: revised.externalId }),
  };
  if (former === undefined) {
    const facts = revised.facts as object;
    const item = {
      authorityId,
      id: randomUUID(),
      meetingId,
      ...words,
      facts,
      firstRevision: revision.number,
    };
    await manager.insert(AgendaItem, item);
  } else {
    // Under another title it may be another matter: what the clerk said of the old words is asked again.
    const facts = keepsFacts ? keepConfirmed(former.facts, revised.facts) : revised.facts;
    await manager.update(AgendaItem, { authorityId, id: former.id }, { ...words, facts: facts });
  }
}

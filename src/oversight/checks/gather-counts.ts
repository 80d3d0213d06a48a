import { Injectable } from '@nestjs/common';
import { Any } from 'typeorm';
import { Disclosure, standingOf } from '../../disclosures/index.js';
import { DeclarationCounts } from '../../exchange/index.js';
import { civilDate, londonDateOf, type CivilDate } from '../../law/index.js';
import { grouped, type UnitOfWork } from '../../platform/database/index.js';
import type { CountedMeeting } from './declaration-count.js';
import type { Period } from './scope.js';

interface ItemHere {
  readonly meetingId: string;
  readonly externalId: string;
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
}

/** What ModernGov counts of declarations, beside those that stand here. */
@Injectable()
export class GatherCounts {
  constructor(private readonly counts: DeclarationCounts) {}

  async of(uow: UnitOfWork, asAt: CivilDate, { from, to }: Period): Promise<CountedMeeting[]> {
    const newest = (await this.counts.newest(uow)).filter(({ readAt }) => londonDateOf(readAt) <= asAt);
    const ids = [...new Set(newest.map(({ meetingId }) => meetingId))];
    if (ids.length === 0) return [];
    const days = await daysOf(uow, ids);
    const items = new Map(
      (await itemsHere(uow, ids)).map((item) => [`${item.meetingId}/${item.externalId}`, item]),
    );
    const here = await declaredHere(uow, ids, asAt);
    const ofMeeting = grouped(newest, ({ meetingId }) => meetingId);
    return ids.flatMap((meetingId): CountedMeeting[] => {
      const meetsOn = days.get(meetingId);
      if (meetsOn === undefined || (from && meetsOn < from) || (to && meetsOn > to)) return [];
      const counted = ofMeeting(meetingId);
      const readOn =
        counted
          .map(({ readAt }) => londonDateOf(readAt))
          .sort()
          .at(-1) ?? meetsOn;
      const compared = counted.map(({ itemExternalId, declared: there }) => {
        const line = items.get(`${meetingId}/${itemExternalId}`);
        const item = line && { id: line.id, number: line.number, title: line.title };
        return { item, there, here: line === undefined ? 0 : (here.get(line.id) ?? 0) };
      });
      return [{ meetingId, meetsOn, readOn, items: compared }];
    });
  }
}

async function daysOf(uow: UnitOfWork, ids: readonly string[]): Promise<ReadonlyMap<string, CivilDate>> {
  const rows = await uow.manager.query<{ id: string; on: string }[]>(
    `select id, to_char(meets_on, 'YYYY-MM-DD') as "on" from meeting
     where authority_id = $1 and id = any($2) and status <> 'cancelled'`,
    [uow.authorityId, ids],
  );
  return new Map(rows.map(({ id, on }) => [id, civilDate(on)]));
}

async function itemsHere(uow: UnitOfWork, ids: readonly string[]): Promise<ItemHere[]> {
  return uow.manager.query(
    `select meeting_id as "meetingId", external_id as "externalId", id, number, title from agenda_item
     where authority_id = $1 and meeting_id = any($2) and external_id is not null`,
    [uow.authorityId, ids],
  );
}

/** Declarations of an interest that stand, by item: without what was corrected, confirmed or taken back. */
async function declaredHere(
  { authorityId, manager }: UnitOfWork,
  ids: readonly string[],
  asAt: CivilDate,
): Promise<ReadonlyMap<string, number>> {
  const rows = await manager.find(Disclosure, {
    where: { authorityId, meetingId: Any(ids) },
    order: { position: 'ASC' },
  });
  const counts = new Map<string, number>();
  for (const { kind, agendaItemId } of standingOf(rows.filter(({ saidAt }) => londonDateOf(saidAt) <= asAt)))
    if (kind === 'interest' && agendaItemId !== null)
      counts.set(agendaItemId, (counts.get(agendaItemId) ?? 0) + 1);
  return counts;
}

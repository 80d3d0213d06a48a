import { Injectable } from '@nestjs/common';
import { Any, Between, IsNull, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { Audit } from '../audit/index.js';
import type { CivilDate } from '../law/index.js';
import { grouped, type UnitOfWork } from '../platform/database/index.js';
import { AgendaRevision } from './agenda.entity.js';
import { asConfirmed, type ConfirmedFacts } from './item-facts.js';
import { AgendaItem, Meeting } from './meeting.entity.js';
import type { Retitled } from './retitled.js';
import { saveAgenda, type CorrectedAgenda, type SaveRefusal } from './save-agenda.js';

/** A revision of an agenda without its text, which is long. */
export type ListedRevision = Omit<AgendaRevision, 'content' | 'reading'>;

/** Meetings, their agendas and the items of their business. */
@Injectable()
export class Meetings {
  constructor(private readonly audit: Audit) {}

  /**
   * Saves what a clerk corrected of a received agenda, and takes the draft away. A body, day and time not met before
   * is a new meeting; those of a known meeting make a revision of its agenda. On a refusal nothing is changed.
   */
  async saveFromImport(
    uow: UnitOfWork,
    importId: string,
    corrected: CorrectedAgenda,
  ): Promise<{ meetingId: string; revision: number } | SaveRefusal> {
    const result = await saveAgenda(uow, importId, corrected);
    if ('refused' in result) return result;
    const { meetingId, revision, ...counts } = result;
    this.audit.record(uow, {
      action: revision === 1 ? 'meeting.saved' : 'agenda.revised',
      subject: { type: 'meeting', id: meetingId },
      payload: { importId, revision, ...counts },
    });
    return { meetingId, revision };
  }

  async find(uow: UnitOfWork, id: string): Promise<Meeting | undefined> {
    return (await uow.manager.findOneBy(Meeting, { authorityId: uow.authorityId, id })) ?? undefined;
  }

  /** Those of these ids that there are, by id. */
  async found(uow: UnitOfWork, ids: readonly string[]): Promise<ReadonlyMap<string, Meeting>> {
    const { authorityId } = uow;
    const meetings = await uow.manager.findBy(Meeting, { authorityId, id: Any(ids) });
    return new Map(meetings.map((meeting) => [meeting.id, meeting]));
  }

  /** Meetings from the first to the last day given, both included, the earliest first; cancelled ones too. */
  async list(uow: UnitOfWork, days: { from?: CivilDate; to?: CivilDate } = {}): Promise<Meeting[]> {
    const { from, to } = days;
    const meetsOn =
      from === undefined
        ? to && LessThanOrEqual(to)
        : to === undefined
          ? MoreThanOrEqual(from)
          : Between(from, to);
    return uow.manager.find(Meeting, {
      where: { authorityId: uow.authorityId, ...(meetsOn && { meetsOn }) },
      order: { meetsOn: 'ASC', startsAt: 'ASC', id: 'ASC' },
    });
  }

  /** The business of a meeting as its newest agenda has it, in order. */
  async items(uow: UnitOfWork, meetingId: string): Promise<AgendaItem[]> {
    return [...(await this.itemsOf(uow, [meetingId]))(meetingId)];
  }

  /** The same of several meetings, in one reading. Reports are long, so ask for a few at a time. */
  async itemsOf(
    uow: UnitOfWork,
    meetingIds: readonly string[],
  ): Promise<(meetingId: string) => readonly AgendaItem[]> {
    const items = await uow.manager.find(AgendaItem, {
      where: {
        ...{ authorityId: uow.authorityId, meetingId: Any(meetingIds) },
        withdrawnInRevision: IsNull(),
      },
      order: { position: 'ASC' },
    });
    return grouped(items, (item) => item.meetingId);
  }

  /** Every agenda that was saved for a meeting, the first one first. */
  async revisions(uow: UnitOfWork, meetingId: string): Promise<ListedRevision[]> {
    return [...(await this.revisionsOf(uow, [meetingId]))(meetingId)];
  }

  /** The same of several meetings, in one reading. */
  async revisionsOf(
    uow: UnitOfWork,
    meetingIds: readonly string[],
  ): Promise<(meetingId: string) => readonly ListedRevision[]> {
    const revisions = await uow.manager.find(AgendaRevision, {
      select: {
        authorityId: true,
        id: true,
        meetingId: true,
        number: true,
        fileName: true,
        contentHash: true,
        receivedAt: true,
        recordedBy: true,
        recordedByClient: true,
      },
      where: { authorityId: uow.authorityId, meetingId: Any(meetingIds) },
      order: { number: 'ASC' },
    });
    return grouped(revisions, (revision) => revision.meetingId);
  }

  /** The titles that each agenda of a meeting changed, by the number of the agenda. */
  async retitled(uow: UnitOfWork, meetingId: string): Promise<Map<number, readonly Retitled[]>> {
    const rows = await uow.manager
      .createQueryBuilder(AgendaRevision, 'revision')
      .select(['revision.number as number', `revision.reading->'retitled' as retitled`])
      .where({ authorityId: uow.authorityId, meetingId })
      .getRawMany<{ number: number; retitled: Retitled[] | null }>();
    return new Map(rows.map(({ number, retitled }) => [number, retitled ?? []]));
  }

  /** Records that a meeting will not take place. It stays on the record with its agenda. */
  async cancel(
    uow: UnitOfWork,
    id: string,
  ): Promise<{ id: string } | { refused: 'unknown-meeting' | 'already-cancelled' }> {
    const { authorityId } = uow;
    const { affected } = await uow.manager.update(
      Meeting,
      { authorityId, id, status: 'confirmed' },
      { status: 'cancelled' },
    );
    if (affected !== 1) {
      return { refused: (await this.find(uow, id)) ? 'already-cancelled' : 'unknown-meeting' };
    }
    this.audit.record(uow, { action: 'meeting.cancelled', subject: { type: 'meeting', id } });
    return { id };
  }

  /** When each of these meetings was cancelled, by its id. One that is not cancelled is not among them. */
  async cancelledAt(uow: UnitOfWork, ids: readonly string[]): Promise<ReadonlyMap<string, Date>> {
    const rows = await uow.manager.query<{ id: string; at: Date }[]>(
      `select subject_id as id, max(application_at) as at from audit_event
       where authority_id = $1 and subject_type = 'meeting' and subject_id = any($2)
         and action = 'meeting.cancelled'
       group by subject_id`,
      [uow.authorityId, ids],
    );
    return new Map(rows.map(({ id, at }) => [id, at]));
  }

  /** Records what the clerk says of an item. Facts that they did not speak of stay as they are. */
  async setItemFacts(
    uow: UnitOfWork,
    itemId: string,
    confirmed: ConfirmedFacts,
  ): Promise<{ id: string } | { refused: 'unknown-item' }> {
    // Merged by the database, so that two clerks who answer different questions at once both keep their answers.
    const { affected } = await uow.manager
      .createQueryBuilder()
      .update(AgendaItem)
      .set({ facts: () => 'facts || cast(:confirmed as jsonb)' })
      .where({ authorityId: uow.authorityId, id: itemId, withdrawnInRevision: IsNull() })
      .setParameter('confirmed', JSON.stringify(asConfirmed(confirmed)))
      .execute();
    if (affected !== 1) return { refused: 'unknown-item' };
    this.audit.record(uow, {
      action: 'item.facts-confirmed',
      subject: { type: 'agenda-item', id: itemId },
      payload: { ...confirmed },
    });
    return { id: itemId };
  }
}

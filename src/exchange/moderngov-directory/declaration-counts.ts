import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { XmlElement } from '../../files/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { elementOf, elementsOf, idOf, wordsOf } from './elements.js';
import { originOf } from './origin.js';

/** How many declarations another system tells of one item, as it was read. Append-only: the newest reading counts. */
@Entity('declaration_count')
export class DeclarationCount {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column({ type: 'bigint', insert: false, update: false }) position: string;
  @Column('text') source: string;
  @Column('text', { name: 'meeting_external_id' }) meetingExternalId: string;
  @Column('text', { name: 'item_external_id' }) itemExternalId: string;
  @Column('integer') declared: number;
  @Column('timestamptz', { name: 'read_at' }) readAt: Date;
}

/** What one answer of `GetMeeting` counts: `declarationcount` of each item that has one. */
export interface CountedInMeeting {
  readonly meetingExternalId: string;
  readonly items: readonly { readonly itemExternalId: string; readonly declared: number }[];
}

/** More than anybody declares at one item: what is above it is no count. */
const MOST = 10_000;

/** Reads the counts of a `GetMeeting`; undefined where the answer names no meeting. */
export function declarationCountsIn(root: XmlElement): CountedInMeeting | undefined {
  const meeting = elementOf(root, 'meeting');
  if (meeting === undefined) return undefined;
  const meetingExternalId = idOf(meeting, 'meetingid');
  if (meetingExternalId === '') return undefined;
  const items = elementsOf(elementOf(meeting, 'agendaitems'), 'agendaitem').flatMap((item) => {
    const itemExternalId = idOf(item, 'agendaitemid');
    // Counts may have a space before them.
    const words = wordsOf(item, 'declarationcount').trim();
    const declared = /^\d{1,5}$/.test(words) ? Number(words) : undefined;
    if (itemExternalId === '' || declared === undefined || declared > MOST) return [];
    return [{ itemExternalId, declared }];
  });
  return { meetingExternalId, items };
}

/** What ModernGov counts of declarations, kept to be compared with what is recorded here. */
@Injectable()
export class DeclarationCounts {
  constructor(private readonly clock: Clock) {}

  /** Keeps what one answer counts. No event of its own: it came with an agenda, which has one. */
  async keep(uow: UnitOfWork, { meetingExternalId, items }: CountedInMeeting): Promise<void> {
    const { authorityId } = uow;
    const { source } = originOf(meetingExternalId);
    const readAt = this.clock.now();
    const rows = items.map(({ itemExternalId, declared }) => ({
      ...{ authorityId, id: randomUUID(), source, meetingExternalId, itemExternalId, declared, readAt },
    }));
    if (rows.length > 0) await uow.manager.insert(DeclarationCount, rows);
  }

  /** The newest count of every item of meetings that are known here by their number there, with the meeting’s id here. */
  async newest(
    uow: UnitOfWork,
  ): Promise<(Pick<DeclarationCount, 'itemExternalId' | 'declared' | 'readAt'> & { meetingId: string })[]> {
    return uow.manager.query(
      `select distinct on (m.id, c.item_external_id) m.id as "meetingId",
         c.item_external_id as "itemExternalId", c.declared, c.read_at as "readAt"
       from declaration_count c
       join meeting m on m.authority_id = c.authority_id and m.source = c.source
         and m.external_id = c.meeting_external_id
       where c.authority_id = $1
       order by m.id, c.item_external_id, c.position desc`,
      [uow.authorityId],
    );
  }
}

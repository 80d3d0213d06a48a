import { Body } from '../authorities/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { AgendaRevision } from './agenda.entity.js';
import { Meeting } from './meeting.entity.js';

/** An agenda that was saved before, and for which meeting. */
export interface SavedAgenda {
  readonly meetingId: string;
  readonly bodyName: string;
  readonly meetsOn: string;
  readonly startsAt: string;
  readonly revision: number;
}

/** The saved agenda of the acting authority that has this content, if there is one. */
export async function savedAgenda(uow: UnitOfWork, contentHash: string): Promise<SavedAgenda | undefined> {
  return uow.manager
    .createQueryBuilder(AgendaRevision, 'revision')
    .innerJoin(
      Meeting,
      'meeting',
      'meeting.authorityId = revision.authorityId and meeting.id = revision.meetingId',
    )
    .innerJoin(Body, 'body', 'body.authorityId = meeting.authorityId and body.id = meeting.bodyId')
    .select(['meeting.id as "meetingId"', 'body.name as "bodyName"', 'revision.number as revision'])
    .addSelect(['to_char(meeting.meetsOn, \'YYYY-MM-DD\') as "meetsOn"', 'meeting.startsAt as "startsAt"'])
    .where('revision.authorityId = :authorityId', { authorityId: uow.authorityId })
    .andWhere('revision.contentHash = :contentHash', { contentHash })
    .getRawOne<SavedAgenda>();
}

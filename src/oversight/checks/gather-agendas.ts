import { Injectable } from '@nestjs/common';
import { Authorities, Bodies } from '../../authorities/index.js';
import { civilDate, parseCivilDate, type CivilDate } from '../../law/index.js';
import { Meetings } from '../../meetings/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import type { IssuedAgenda } from './late-agenda.js';
import type { Period } from './scope.js';

/** Meetings and the day on which the agenda of each was issued. */
@Injectable()
export class GatherAgendas {
  constructor(
    private readonly authorities: Authorities,
    private readonly bodies: Bodies,
    private readonly meetings: Meetings,
  ) {}

  /** A meeting that is still to come too: an agenda is late once its day to be issued has passed. */
  async of(uow: UnitOfWork, { from, to }: Period): Promise<IssuedAgenda[]> {
    const { kind } = await this.authorities.get(uow);
    const bodies = new Map((await this.bodies.list(uow)).map((body) => [body.id, body.kind]));
    const first = await firstIssued(uow);
    const meetings = await this.meetings.list(uow, { ...(from && { from }), ...(to && { to }) });
    return meetings
      .filter(({ status }) => status !== 'cancelled')
      .map(({ id, bodyId, meetsOn, issuedOn }) => ({
        ...{ meetingId: id, meetsOn: civilDate(meetsOn) },
        issuedOn: first.get(id) ?? (issuedOn === null ? undefined : civilDate(issuedOn)),
        of:
          kind === 'parish'
            ? 'parish'
            : bodies.get(bodyId) === 'executive'
              ? 'executive'
              : 'principal-council',
      }));
  }
}

/**
 * Of meetings whose agenda was issued again: the day that the first one gives. A revised or supplementary agenda has a
 * later day, and what it adds is a matter of each item (s.100B(4)), not of the agenda.
 */
async function firstIssued(uow: UnitOfWork): Promise<ReadonlyMap<string, CivilDate>> {
  const rows = await uow.manager.query<{ meetingId: string; issuedOn: string | null }[]>(
    `select r.meeting_id as "meetingId", r.reading->>'issuedOn' as "issuedOn" from agenda_revision r
     where r.authority_id = $1 and r.number = 1 and exists (
       select from agenda_revision later
       where later.authority_id = r.authority_id and later.meeting_id = r.meeting_id and later.number > 1)`,
    [uow.authorityId],
  );
  return new Map(
    rows.flatMap(({ meetingId, issuedOn }) => {
      const day = parseCivilDate(issuedOn ?? '');
      return day === undefined ? [] : [[meetingId, day] as const];
    }),
  );
}

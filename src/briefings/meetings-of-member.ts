import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { CivilDate } from '../law/index.js';
import { Attendance, Meeting } from '../meetings/index.js';
import type { UnitOfWork } from '../platform/database/index.js';

/**
 * The meetings before which one member is briefed: of bodies on which they hold a seat on the day, and those that they
 * attend as a substitute or say that they will attend. One answer for the member's page and for their calendar.
 */
@Injectable()
export class MeetingsOfMember {
  constructor(private readonly attendance: Attendance) {}

  /** From the first to the last day given, both included, the earliest first; cancelled ones too. */
  async between(
    uow: UnitOfWork,
    memberId: string,
    { from, to }: { readonly from: CivilDate; readonly to?: CivilDate },
  ): Promise<Meeting[]> {
    const { authorityId } = uow;
    // In one statement, because a calendar program asks every hour, and a council has hundreds of meetings a year.
    const rows = await uow.manager.query<{ id: string; seated: boolean }[]>(CANDIDATES, [
      ...[authorityId, memberId, from, to ?? 'infinity'],
    ]);
    const seated = new Map(rows.map((row) => [row.id, row.seated]));
    const meetings = await uow.manager.find(Meeting, {
      where: { authorityId, id: In([...seated.keys()]) },
      order: { meetsOn: 'ASC', startsAt: 'ASC', id: 'ASC' },
    });
    // Few are not settled by a seat: what was said or seen of the member there is weighed as for everybody.
    const open = meetings.filter(({ id }) => seated.get(id) !== true);
    if (open.length === 0) return meetings;
    const around = await this.attendance.around(uow, open);
    const isExpected = (meeting: Meeting): boolean =>
      around(meeting).expected.some((one) => one.memberId === memberId);
    return meetings.filter((meeting) => seated.get(meeting.id) === true || isExpected(meeting));
  }
}

/** While in office: those with a seat, and those of which something of the member’s coming was said or seen. */
const CANDIDATES = `
  with candidate as (
    select m.id,
      exists (select from seat_holding h
              join seat s on s.authority_id = h.authority_id and s.id = h.seat_id
              where h.authority_id = m.authority_id and h.member_id = $2 and s.body_id = m.body_id
                and h.from_on <= m.meets_on and (h.to_on is null or h.to_on >= m.meets_on)) as seated,
      exists (select from attendance_intention i
              where i.authority_id = m.authority_id and i.meeting_id = m.id and i.member_id = $2)
      or exists (select from observation o
                 where o.authority_id = m.authority_id and o.meeting_id = m.id and o.member_id = $2
                   and o.kind in ('attendance', 'substitution')) as spoken_of
    from meeting m
    where m.authority_id = $1 and m.meets_on between $3 and $4
      and exists (select from term_of_office t
                  where t.authority_id = m.authority_id and t.member_id = $2
                    and t.became_member_on <= m.meets_on and (t.ended_on is null or t.ended_on >= m.meets_on)))
  select id, seated from candidate where seated or spoken_of`;

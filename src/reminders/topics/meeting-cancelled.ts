import { Injectable } from '@nestjs/common';
import { addDays, type CivilDate } from '../../law/index.js';
import { Meetings, type Meeting } from '../../meetings/index.js';
import { Members } from '../../members/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { cancelledReminded } from '../../wording/index.js';
import type { Reminder } from '../reminder.entity.js';
import { Addresses } from './addresses.js';
import { beginsAt, BRIEFING, HORIZON_DAYS } from './meetings.js';
import { NamedMeetings } from './named-meetings.js';
import { MEETING_CANCELLED } from './rules.js';
import { tellEach } from './tell-each.js';
import { member, NEVER_OFF, type Planning, type Tellings, type Topic, type Wanted } from './topic.js';

/** A member who was told of a meeting, and when last. */
interface ToldOfMeeting {
  readonly member_id: string;
  readonly meeting_id: string;
  readonly at: Date;
}

/** That a meeting will not take place: once, to each member whom a message told of it. */
@Injectable()
export class MeetingCancelledTopic implements Topic {
  readonly rules = [MEETING_CANCELLED];
  readonly wishKind = NEVER_OFF;

  constructor(
    private readonly addresses: Addresses,
    private readonly clock: Clock,
    private readonly meetings: Meetings,
    private readonly members: Members,
    private readonly namedMeetings: NamedMeetings,
  ) {}

  async wanted(uow: UnitOfWork, { today, now }: Planning): Promise<Wanted[]> {
    const cancelled = await this.#cancelled(uow, today, now);
    if (cancelled.size === 0) return [];
    const ids = [...cancelled.keys()];
    const cancelledAt = await this.meetings.cancelledAt(uow, ids);
    const inOffice = await this.#inOffice(uow, today);
    return (await toldOf(uow, ids)).flatMap(({ member_id, meeting_id, at }) => {
      const meeting = cancelled.get(meeting_id);
      if (meeting === undefined || !inOffice.has(member_id)) return [];
      // The record of it keeps its time, so planning again changes nothing; so does the message, where there is no record.
      const steps = [{ name: 'cancelled', dueAt: cancelledAt.get(meeting_id) ?? at }];
      const of = { rule: MEETING_CANCELLED, subject: meeting_id, edition: 'cancelled' };
      return [{ reader: member(member_id), ...of, steps, usefulUntil: beginsAt(meeting) }];
    });
  }

  async tell(uow: UnitOfWork, reminders: readonly Reminder[]): Promise<Tellings> {
    const [today, now] = [this.clock.today(), this.clock.now()];
    const cancelled = await this.#cancelled(uow, today, now);
    const told = new Set((await toldOf(uow, [...cancelled.keys()])).map(keyOf));
    const inOffice = await this.#inOffice(uow, today);
    const named = await this.namedMeetings.of(uow);
    return tellEach(reminders, ({ memberId, subject, usefulUntil }) => {
      const meeting = cancelled.get(subject);
      const reader = memberId ?? '';
      if (!inOffice.has(reader)) return 'reader-has-left';
      if (usefulUntil !== null && usefulUntil <= now) return 'too-late';
      const isTold = told.has(keyOf({ member_id: reader, meeting_id: subject }));
      if (meeting === undefined || !isTold) return 'no-longer-owed';
      return cancelledReminded(named(meeting), this.addresses.of(`/my/meetings/${subject}`));
    });
  }

  /** The meetings still to come that were cancelled, by id. */
  async #cancelled(uow: UnitOfWork, today: CivilDate, now: Date): Promise<Map<string, Meeting>> {
    const ahead = await this.meetings.list(uow, { from: today, to: addDays(today, HORIZON_DAYS) });
    const cancelled = ahead.filter((one) => one.status === 'cancelled' && beginsAt(one) > now);
    return new Map(cancelled.map((meeting) => [meeting.id, meeting]));
  }

  async #inOffice(uow: UnitOfWork, today: CivilDate): Promise<ReadonlySet<string>> {
    return new Set((await this.members.inOffice(uow, today)).map((one) => one.member.id));
  }
}

const keyOf = ({ member_id, meeting_id }: Pick<ToldOfMeeting, 'member_id' | 'meeting_id'>): string =>
  `${member_id} ${meeting_id}`;

/** Whom a message that went, or is about to go, told of these meetings. */
async function toldOf(uow: UnitOfWork, meetingIds: readonly string[]): Promise<ToldOfMeeting[]> {
  if (meetingIds.length === 0) return [];
  return uow.manager.query<ToldOfMeeting[]>(
    `select r.member_id, r.subject as meeting_id, max(m.fixed_at) as at
     from reminder r join message m on m.authority_id = r.authority_id and m.id = r.message_id
     where r.authority_id = $1 and r.rule = $2 and r.subject = any($3) and r.member_id is not null
       and m.withdrawn_at is null and m.failed_reason is null
     group by r.member_id, r.subject`,
    [uow.authorityId, BRIEFING, meetingIds],
  );
}

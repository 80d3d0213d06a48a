import { Injectable } from '@nestjs/common';
import {
  briefingAsText,
  Briefings,
  Editions,
  meetingAsCalendar,
  meetingInWords,
  newsOf,
  type Briefing,
  type NoBriefing,
  type ReadMeeting,
} from '../../briefings/index.js';
import { addDays } from '../../law/index.js';
import { Meetings, type Meeting } from '../../meetings/index.js';
import { Clock, londonInstant } from '../../platform/clock/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { HourlyLog } from '../hourly-log.js';
import type { Reminder } from '../reminder.entity.js';
import { meetingSteps } from '../steps.js';
import { newsIn, Told } from '../told.js';
import { WISH_KINDS, type WishKind } from '../wishes.js';
import { Addresses } from './addresses.js';
import { member, type DropReason, type Part, type Planning, type Tellings } from './topic.js';
import type { Topic, Wanted } from './topic.js';

/** A reminder of a meeting tells its briefing. */
export const BRIEFING = 'briefing';
/** Meetings further away than this are planned later. */
export const HORIZON_DAYS = 60;

/** The briefing before a meeting: when the agenda is there, some days, the evening and the morning before. */
@Injectable()
export class MeetingsTopic implements Topic {
  readonly rules = [BRIEFING];

  constructor(
    private readonly addresses: Addresses,
    private readonly briefings: Briefings,
    private readonly clock: Clock,
    private readonly editions: Editions,
    private readonly meetings: Meetings,
    private readonly log: HourlyLog,
  ) {}

  /** What an officer sends by hand is none of the kinds that a member chooses from. */
  wishKind(step: string): WishKind | undefined {
    return WISH_KINDS.find((kind) => kind === step);
  }

  async wanted(uow: UnitOfWork, { today, now, practice, cannotRead }: Planning): Promise<Wanted[]> {
    const days = { from: today, to: addDays(today, HORIZON_DAYS) };
    const ahead = (await this.meetings.list(uow, days)).filter(
      (meeting) => meeting.status !== 'cancelled' && beginsAt(meeting) > now,
    );
    const told = await Told.of(
      uow,
      BRIEFING,
      ahead.map(({ id }) => id),
    );
    const briefed = await this.briefings.membersBriefedBefore(uow, ahead);
    const together = await this.briefings.together(uow, [...new Set(ahead.flatMap(briefed))]);
    const wanted: Wanted[] = [];
    for await (const { meeting, revisions, brief } of together.before(ahead)) {
      const [first] = revisions;
      if (first === undefined) continue;
      const steps = meetingSteps(meeting, first.receivedAt, practice);
      const usefulUntil = beginsAt(meeting);
      for (const memberId of briefed(meeting)) {
        const briefing = this.#made(uow, memberId, brief, cannotRead);
        if (briefing?.kind !== 'briefing') continue;
        const news = newsOf(briefing);
        const edition = told.editionOf(memberId, meeting.id, news);
        const of = { rule: BRIEFING, subject: meeting.id, edition };
        wanted.push({ reader: member(memberId), ...of, steps, usefulUntil });
      }
    }
    return wanted;
  }

  async tell(uow: UnitOfWork, reminders: readonly Reminder[]): Promise<Tellings> {
    const subjects = [...new Set(reminders.map(({ subject }) => subject))];
    const readers = [...new Set(reminders.map(({ memberId }) => memberId ?? ''))];
    const meetings = await this.meetings.found(uow, subjects);
    const told = await Told.of(uow, BRIEFING, subjects);
    const together = await this.briefings.together(uow, readers);
    const tellings = new Map<string, Part | DropReason>(reminders.map(({ id }) => [id, 'meeting-cancelled']));
    const ahead = [...meetings.values()].filter(({ status }) => status !== 'cancelled');
    for await (const { meeting, brief } of together.before(ahead)) {
      const parts = new Map<string, Part | DropReason>();
      let file: string | undefined;
      const calendar = (briefing: Briefing): string => (file ??= this.#asCalendar(briefing));
      for (const { id, memberId, edition } of reminders.filter(({ subject }) => subject === meeting.id)) {
        const key = `${memberId ?? ''} ${edition}`;
        const part =
          parts.get(key) ??
          (await this.#part(uow, { meeting, memberId: memberId ?? '', edition, told, brief, calendar }));
        parts.set(key, part);
        tellings.set(id, part);
      }
    }
    return tellings;
  }

  async #part(
    uow: UnitOfWork,
    { meeting, memberId, edition, told, brief, calendar }: ToTell,
  ): Promise<Part | DropReason> {
    if (beginsAt(meeting) <= this.clock.now()) return 'too-late';
    const briefing = brief(memberId);
    if (briefing.kind !== 'briefing') return 'no-longer-owed';
    if (newsOf(briefing) !== newsIn(edition)) return 'something-else-is-told-now';
    const changed = told.somethingElse(memberId, meeting.id, edition);
    await this.editions.record(uow, briefing, 'fixed');
    const subjectLine = `${meetingInWords(briefing)}: ${foundInWords(briefing)}`;
    return {
      subject: changed ? `Changed: ${subjectLine}` : subjectLine,
      lines: [
        ...(changed ? ['Something has changed since we last wrote to you about this meeting.', ''] : []),
        ...briefingAsText(briefing, 'elsewhere'),
        `Your briefing: ${this.addresses.of(`/my/meetings/${meeting.id}`)}`,
      ],
      calendar: calendar(briefing),
    };
  }

  #asCalendar(briefing: Briefing): string {
    const { id, changes: sequence } = briefing.meeting;
    const address = this.addresses.of(`/my/meetings/${id}`);
    return meetingAsCalendar(briefing, { address, sequence, stampedAt: this.clock.now() });
  }

  /** Something of a member's that cannot be read must not keep the meeting from all the others. */
  #made(
    { authorityId }: UnitOfWork,
    memberId: string,
    brief: ReadMeeting['brief'],
    cannotRead: Planning['cannotRead'],
  ): Briefing | NoBriefing | undefined {
    try {
      return brief(memberId);
    } catch (error) {
      cannotRead(memberId);
      const { name } = error as Error;
      this.log.error({ authorityId, memberId, error: name }, 'a briefing could not be made');
      return undefined;
    }
  }
}

/** One reminder of a meeting that stands, with what it is told from. */
interface ToTell {
  readonly meeting: Meeting;
  readonly memberId: string;
  readonly edition: string;
  readonly told: Told;
  readonly brief: ReadMeeting['brief'];
  /** The meeting as a calendar file: the same for every member, so it is made once. */
  readonly calendar: (briefing: Briefing) => string;
}

/** Once a meeting has begun, nothing is told of it any more. */
export function beginsAt({ meetsOn, startsAt }: Meeting): Date {
  return londonInstant(meetsOn, startsAt);
}

/** What was found, for a subject line. An item that may touch a withheld interest is not counted: it is not named either. */
function foundInWords({ items }: Briefing): string {
  const touches = items.filter((briefed) => briefed.touches.length > 0);
  const named = touches.filter((briefed) =>
    briefed.touches.some(({ interest }) => interest.sensitive === 'no'),
  );
  if (touches.length === 0) return 'we found no match with your interests';
  if (named.length === 0) return 'something may touch your interests';
  return named.length === 1
    ? '1 item may touch your interests'
    : `${named.length} items may touch your interests`;
}

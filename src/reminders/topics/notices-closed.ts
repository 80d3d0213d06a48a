import { Injectable } from '@nestjs/common';
import { Rulebooks } from '../../authorities/index.js';
import { addDays, civilDate, parseCivilDate, rulebookFor } from '../../law/index.js';
import type { Adopted, Citation, CivilDate } from '../../law/index.js';
import { Meetings, type Meeting } from '../../meetings/index.js';
import { Clock, londonInstant } from '../../platform/clock/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { noticesClosedReminded } from '../../wording/index.js';
import { ReminderPractices } from '../practices.js';
import type { Reminder } from '../reminder.entity.js';
import { Addresses } from './addresses.js';
import { beginsAt, HORIZON_DAYS } from './meetings.js';
import { NamedMeetings } from './named-meetings.js';
import { Officers } from './officers.js';
import { NOTICES_CLOSED } from './rules.js';
import { tellAccounts } from './tell-each.js';
import { account, NEVER_OFF, type Planning, type Tellings, type Topic, type Wanted } from './topic.js';

/** When notices close, on the London clock, and who says so. */
interface Closing {
  readonly on: CivilDate;
  readonly at: string;
  readonly by: Citation | 'the-agenda';
}

/** To the clerks: notices of wanting to speak at a meeting have closed. */
@Injectable()
export class NoticesClosedTopic implements Topic {
  readonly rules = [NOTICES_CLOSED];
  readonly wishKind = NEVER_OFF;

  constructor(
    private readonly addresses: Addresses,
    private readonly clock: Clock,
    private readonly meetings: Meetings,
    private readonly namedMeetings: NamedMeetings,
    private readonly officers: Officers,
    private readonly practices: ReminderPractices,
    private readonly rulebooks: Rulebooks,
  ) {}

  async wanted(uow: UnitOfWork, { today, now, practice: { noticesHour } }: Planning): Promise<Wanted[]> {
    const readers = noticesHour === null ? [] : (await this.officers.clerks(uow, today)).map(account);
    if (noticesHour === null || readers.length === 0) return [];
    const ahead = await this.meetings.list(uow, { from: today, to: addDays(today, HORIZON_DAYS) });
    const adopted = await this.rulebooks.adopted(uow);
    return ahead.flatMap((meeting) => {
      const usefulUntil = beginsAt(meeting);
      const closing = closingOf(meeting, adopted, noticesHour);
      if (meeting.status === 'cancelled' || usefulUntil <= now || closing === undefined) return [];
      const dueAt = londonInstant(closing.on, closing.at);
      if (dueAt >= usefulUntil) return [];
      const of = { rule: NOTICES_CLOSED, subject: meeting.id, edition: editionOf(closing) };
      const steps = [{ name: 'notices-closed', dueAt }];
      return readers.map((reader) => ({ reader, ...of, steps, usefulUntil }));
    });
  }

  async tell(uow: UnitOfWork, reminders: readonly Reminder[]): Promise<Tellings> {
    const today = this.clock.today();
    const ids = [...new Set(reminders.map(({ subject }) => subject))];
    const meetings = await this.meetings.found(uow, ids);
    const adopted = await this.rulebooks.adopted(uow);
    const { noticesHour } = await this.practices.of(uow);
    const named = await this.namedMeetings.of(uow);
    return tellAccounts(reminders, await this.officers.clerks(uow, today), ({ subject, edition }) => {
      const meeting = meetings.get(subject);
      if (meeting === undefined || meeting.status === 'cancelled') return 'meeting-cancelled';
      if (beginsAt(meeting) <= this.clock.now()) return 'too-late';
      const closed = noticesHour === null ? undefined : closingOf(meeting, adopted, noticesHour);
      if (closed === undefined) return 'no-longer-owed';
      if (editionOf(closed) !== edition) return 'something-else-is-told-now';
      const address = this.addresses.of(`/meetings/${meeting.id}`);
      return noticesClosedReminded({ meeting: named(meeting), closed, by: closed.by }, address);
    });
  }
}

/**
 * What the agenda prints is what the public was told, so it goes before the practice that a council has beside its code.
 * Undefined where neither says anything, or the bank holidays of those days are not known.
 */
function closingOf(meeting: Meeting, adopted: Adopted, hour: number): Closing | undefined {
  const [day = '', at = ''] = (meeting.participationBy ?? '').split('T');
  const on = parseCivilDate(day);
  if (on !== undefined && at !== '') return { on, at, by: 'the-agenda' };
  const meetingDate = civilDate(meeting.meetsOn);
  const rulebook = rulebookFor(adopted, meetingDate);
  if (rulebook.kind === 'not-encoded') return undefined;
  const finding = rulebook.noticeToSpeak({ meetingDate, hour, bankHolidaysConsidered: true });
  const [reason] = finding?.reasons ?? [];
  if (finding?.kind !== 'decided' || reason === undefined) return undefined;
  const [date = '', time = ''] = finding.value.split('T');
  return { on: civilDate(date), at: time, by: reason.citation };
}

const editionOf = ({ on, at }: Closing): string => `${on}T${at}`;

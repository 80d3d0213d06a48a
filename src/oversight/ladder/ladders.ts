import { Injectable } from '@nestjs/common';
import { Any } from 'typeorm';
import type { CivilDate } from '../../law/index.js';
import { Members, type Member } from '../../members/index.js';
import { Clock } from '../../platform/clock/index.js';
import { grouped, type UnitOfWork } from '../../platform/database/index.js';
import { Reminder, ReminderOverview, type KnownReminder } from '../../reminders/index.js';
import { LadderDuties, RULES, type LadderDuty } from './ladder-duties.js';
import { nextAfter, reachedBy, type NextStep, type Reached } from './rungs.js';
import { StepRows, type DutyKey, type RecordedStep } from './steps.js';

/** Why a ladder stands no longer, by itself: the duty was met, the office was left, or the law asks for nothing now. */
export type Closed = 'met' | 'left-office' | 'not-owed';

/** The ladder of one duty. */
export interface Ladder {
  readonly key: DutyKey;
  readonly member: Member;
  /** Undefined where the member holds the office no longer: what was done is still shown. */
  readonly duty: LadderDuty | undefined;
  readonly steps: readonly RecordedStep[];
  readonly closed: Closed | undefined;
  readonly reached: Reached;
  /** Undefined where it is closed. */
  readonly next: NextStep | undefined;
}

/** A ladder with the reminders that went out before any of its steps: they are read where they are, and never copied. */
export interface LadderWithReminders extends Ladder {
  readonly reminders: readonly KnownReminder[];
}

/** Reminders go on weekly until the duty is met: more than these are shown by their newest. */
const MOST_REMINDERS = 500;

/** The escalation ladders of an authority, worked out from duties, reminders and steps each time. */
@Injectable()
export class Ladders {
  constructor(
    private readonly clock: Clock,
    private readonly duties: LadderDuties,
    private readonly members: Members,
    private readonly overview: ReminderOverview,
    private readonly rows: StepRows,
  ) {}

  /** Duties that are open and past their last day, the oldest first. */
  async overdue(uow: UnitOfWork): Promise<Ladder[]> {
    const today = this.clock.today();
    const overdue = (await this.duties.all(uow)).filter(({ isOpen, lastDay }) => isOpen && today > lastDay);
    const stepsOf = grouped(await this.rows.list(uow), ({ row }) => row.subject);
    const remindersOf = await this.#remindersSent(uow, overdue);
    return overdue
      .map((duty) => this.#ladder(duty.member, keyOf(duty), duty, stepsOf, remindersOf(duty.subject)))
      .sort((a, b) => order(a).localeCompare(order(b)));
  }

  /** Ladders on which something was done and that closed by themselves, the newest first. */
  async closed(uow: UnitOfWork, atMost: number): Promise<Ladder[]> {
    const steps = await this.rows.list(uow);
    if (steps.length === 0) return [];
    const duties = new Map((await this.duties.all(uow)).map((duty) => [duty.subject, duty]));
    const members = new Map((await this.members.list(uow)).map((member) => [member.id, member]));
    const stepsOf = grouped(steps, ({ row }) => row.subject);
    const inOffice = await this.#inOffice(uow);
    return [...new Set(steps.map(({ row }) => row.subject))]
      .reverse()
      .flatMap((subject) => {
        const row = stepsOf(subject)[0]?.row;
        const member = row && members.get(row.memberId);
        if (row === undefined || member === undefined) return [];
        const duty = duties.get(subject);
        const ladder = this.#ladder(member, keyOfRow(row), duty, stepsOf, 0, inOffice.has(member.id));
        return ladder.closed === undefined ? [] : [ladder];
      })
      .slice(0, atMost);
  }

  /** The ladder of one duty, open or closed; undefined where there is no such duty of this member. */
  async find(uow: UnitOfWork, memberId: string, subject: string): Promise<LadderWithReminders | undefined> {
    const member = await this.members.find(uow, memberId);
    if (member === undefined) return undefined;
    const duty = (await this.duties.ofMember(uow, memberId)).find((one) => one.subject === subject);
    const steps = await this.rows.list(uow, { memberId, subject });
    const row = steps[0]?.row;
    const key = duty === undefined ? row && keyOfRow(row) : keyOf(duty);
    if (key === undefined) return undefined;
    const reminders = await this.#reminders(uow, key);
    const inOffice = duty !== undefined || (await this.#inOffice(uow)).has(memberId);
    return { ...this.#ladder(member, key, duty, () => steps, reminders.length, inOffice), reminders };
  }

  async #inOffice(uow: UnitOfWork): Promise<ReadonlySet<string>> {
    return new Set((await this.members.inOffice(uow, this.clock.today())).map(({ member }) => member.id));
  }

  #ladder(
    member: Member,
    key: DutyKey,
    duty: LadderDuty | undefined,
    stepsOf: (subject: string) => readonly RecordedStep[],
    remindersSent: number,
    inOffice = true,
  ): Ladder {
    const steps = stepsOf(key.subject);
    const closed = closedBy(duty, inOffice);
    const next = closed === undefined ? nextAfter(steps, remindersSent, this.clock.today()) : undefined;
    return { key, member, duty, steps, closed, next, reached: reachedBy(steps, remindersSent) };
  }

  /** Those that went out, the oldest first. */
  async #reminders(uow: UnitOfWork, { memberId, rule, subject }: DutyKey): Promise<KnownReminder[]> {
    const filter = { reader: { memberId }, rules: [rule] };
    const all = await this.overview.list(uow, filter, { size: MOST_REMINDERS });
    return all
      .filter(({ reminder, message }) => reminder.subject === subject && message?.sentAt != null)
      .sort((a, b) => Number(a.message?.sentAt) - Number(b.message?.sentAt));
  }

  async #remindersSent(uow: UnitOfWork, duties: readonly LadderDuty[]): Promise<(subject: string) => number> {
    const rows = await uow.manager
      .createQueryBuilder(Reminder, 'reminder')
      .innerJoin(
        'message',
        'message',
        'message.authority_id = reminder.authority_id and message.id = reminder.message_id and message.sent_at is not null',
      )
      .select('reminder.subject', 'subject')
      .addSelect('count(*)::int', 'count')
      .where({ authorityId: uow.authorityId, rule: Any(Object.values(RULES)) })
      .andWhere('reminder.subject = any (:subjects)', { subjects: duties.map(({ subject }) => subject) })
      .groupBy('reminder.subject')
      .getRawMany<{ subject: string; count: number }>();
    const counts = new Map(rows.map(({ subject, count }) => [subject, count]));
    return (subject) => counts.get(subject) ?? 0;
  }
}

/** Of a duty that is there no more, the office was left; or another term began, or the declaration was put right. */
function closedBy(duty: LadderDuty | undefined, inOffice: boolean): Closed | undefined {
  if (duty === undefined) return inOffice ? 'not-owed' : 'left-office';
  if (duty.isOpen) return undefined;
  return duty.metOn === undefined ? 'not-owed' : 'met';
}

const keyOf = ({ member, rule, subject }: LadderDuty): DutyKey => ({ memberId: member.id, rule, subject });
const keyOfRow = ({ memberId, rule, subject }: DutyKey): DutyKey => ({ memberId, rule, subject });
const order = ({ duty, member }: Ladder): string => `${lastDayOf(duty)} ${member.name}`;
const lastDayOf = (duty: LadderDuty | undefined): CivilDate | '' => duty?.lastDay ?? '';

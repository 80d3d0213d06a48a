import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/index.js';
import { Clock } from '../platform/clock/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { ReminderSetting } from './practice.entity.js';
import { Reminder } from './reminder.entity.js';

/** When an authority wants its reminders to go. */
export type ReminderPractice = Readonly<Omit<ReminderSetting, 'authorityId'>>;

/** What an officer may set; pausing is an act of its own. */
export type PracticeChanges = Partial<Omit<ReminderPractice, 'pausedAt'>>;

/** What holds until an authority has set something else. */
export const UNTIL_SET: ReminderPractice = {
  clockDays: [1, 14, 21, 27, 28],
  clockAt: '09:00',
  escalateAfterDays: 1,
  daysBeforeMeeting: 3,
  daysBeforeAt: '09:00',
  eveningAt: '18:00',
  morningAt: '07:30',
  daysBeforeEnd: [60, 28, 7],
  quietFrom: '21:00',
  quietTo: '07:00',
  digestAt: '17:00',
  atOnceADay: 2,
  noticesHour: 9,
  pausedAt: null,
};

const TIMES = [
  'clockAt',
  'daysBeforeAt',
  'eveningAt',
  'morningAt',
  'quietFrom',
  'quietTo',
  'digestAt',
] as const satisfies readonly (keyof ReminderPractice)[];

/** Each authority's settings of its reminders. */
@Injectable()
export class ReminderPractices {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async of(uow: UnitOfWork): Promise<ReminderPractice> {
    const row = await uow.manager.findOneBy(ReminderSetting, { authorityId: uow.authorityId });
    if (row === null) return UNTIL_SET;
    // PostgreSQL writes a time with its seconds.
    for (const time of TIMES) row[time] = row[time].slice(0, 5);
    return row;
  }

  async set(uow: UnitOfWork, changes: PracticeChanges): Promise<void> {
    await this.#locked(uow);
    await this.#save(uow, changes);
    // What was put off was put off by the old ones.
    const held = { authorityId: uow.authorityId, state: 'planned' as const };
    await uow.manager.update(Reminder, held, { heldUntil: null });
    this.audit.record(uow, {
      action: 'reminder-setting.changed',
      subject: { type: 'authority', id: uow.authorityId },
      payload: { ...changes },
    });
  }

  /** Holds everything back. What was due meanwhile is sent, once, or shown as missed, when it goes on. */
  async pause(uow: UnitOfWork): Promise<{ paused: true } | { refused: 'paused-already' }> {
    if ((await this.#locked(uow)).pausedAt !== null) return { refused: 'paused-already' };
    await this.#save(uow, { pausedAt: this.clock.now() });
    this.#audited(uow, 'reminders.paused');
    return { paused: true };
  }

  async resume(uow: UnitOfWork): Promise<{ resumed: true } | { refused: 'not-paused' }> {
    if ((await this.#locked(uow)).pausedAt === null) return { refused: 'not-paused' };
    await this.#save(uow, { pausedAt: null });
    this.#audited(uow, 'reminders.resumed');
    return { resumed: true };
  }

  /** Holds the row until the unit of work ends: of two who pause at once, the second is told so. */
  async #locked(uow: UnitOfWork): Promise<ReminderSetting> {
    const { authorityId } = uow;
    const row = { ...UNTIL_SET, authorityId };
    await uow.manager.createQueryBuilder().insert().into(ReminderSetting).values(row).orIgnore().execute();
    return uow.manager.findOneOrFail(ReminderSetting, {
      where: { authorityId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async #save(uow: UnitOfWork, changes: Partial<ReminderPractice>): Promise<void> {
    await uow.manager.update(ReminderSetting, { authorityId: uow.authorityId }, changes);
  }

  #audited(uow: UnitOfWork, action: string): void {
    this.audit.record(uow, { action, subject: { type: 'authority', id: uow.authorityId } });
  }
}

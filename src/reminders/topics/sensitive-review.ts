import { Injectable } from '@nestjs/common';
import { civilDate, type CivilDate } from '../../law/index.js';
import { Clock, londonInstant } from '../../platform/clock/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { Sensitivities } from '../../register/index.js';
import { sensitiveReviewReminded } from '../../wording/index.js';
import type { ReminderPractice } from '../practices.js';
import type { Reminder } from '../reminder.entity.js';
import { stepsBefore, weeklyAfter, type Step } from '../steps.js';
import { OfficerPages } from './officer-pages.js';
import { Officers } from './officers.js';
import { SENSITIVE_REVIEW } from './rules.js';
import { tellAccounts } from './tell-each.js';
import { account, NEVER_OFF, type Planning, type Tellings, type Topic, type Wanted } from './topic.js';

/**
 * That an agreement on a sensitive interest is to be looked at again: to those who may read sensitive details. Who has
 * such an interest is sensitive itself, so the row knows the day alone, and agreements of one day are one reminder.
 */
@Injectable()
export class SensitiveReviewTopic implements Topic {
  readonly rules = [SENSITIVE_REVIEW];
  readonly wishKind = NEVER_OFF;

  constructor(
    private readonly clock: Clock,
    private readonly officers: Officers,
    private readonly pages: OfficerPages,
    private readonly sensitivities: Sensitivities,
  ) {}

  async wanted(uow: UnitOfWork, { today, practice }: Planning): Promise<Wanted[]> {
    const readers = (await this.officers.ofSensitive(uow, today)).map(account);
    return (await this.sensitivities.reviewDays(uow)).flatMap((day) => {
      const of = { rule: SENSITIVE_REVIEW, subject: uow.authorityId, edition: day };
      const steps = stepsOf(day, today, practice);
      return readers.map((reader) => ({ reader, ...of, steps }));
    });
  }

  async tell(uow: UnitOfWork, reminders: readonly Reminder[]): Promise<Tellings> {
    const today = this.clock.today();
    const days: readonly string[] = await this.sensitivities.reviewDays(uow);
    const { of, parish } = await this.pages.in(uow);
    const page = { address: of('/officer/sensitive'), ...(parish !== undefined && { parish }) };
    const holders = await this.officers.ofSensitive(uow, today);
    return tellAccounts(reminders, holders, ({ edition }) =>
      days.includes(edition)
        ? sensitiveReviewReminded(civilDate(edition), { today, ...page })
        : 'no-longer-owed',
    );
  }
}

/** Some days before, on the day itself, and weekly until somebody has looked. */
function stepsOf(day: CivilDate, today: CivilDate, practice: ReminderPractice): Step[] {
  const onTheDay = { name: 'on-the-day', dueAt: londonInstant(day, practice.clockAt) };
  const before = stepsBefore(day, practice).filter(({ dueAt }) => dueAt < onTheDay.dueAt);
  return [...before, onTheDay, ...weeklyAfter(day, today, practice.clockAt)];
}

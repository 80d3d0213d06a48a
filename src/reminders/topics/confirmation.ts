import { Injectable } from '@nestjs/common';
import { RegisterSettings } from '../../authorities/index.js';
import { addDays, civilDate, type CivilDate } from '../../law/index.js';
import { Members } from '../../members/index.js';
import { Clock, londonInstant } from '../../platform/clock/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { confirmationDue, Confirmations, Notifications } from '../../register/index.js';
import { confirmationReminded } from '../../wording/index.js';
import type { ReminderPractice } from '../practices.js';
import type { Reminder } from '../reminder.entity.js';
import { weeklyAfter, type Step } from '../steps.js';
import type { WishKind } from '../wishes.js';
import { Addresses } from './addresses.js';
import { CONFIRMATION } from './rules.js';
import { tellEach } from './tell-each.js';
import { member, type Planning, type Tellings, type Topic, type Wanted } from './topic.js';

/** After the day, every week, so often. It is a practice: somebody who does not answer is left in peace then. */
const WEEKS_AFTER = 4;
/** Days further away than this are planned later. */
const HORIZON_DAYS = 60;

/** What a member last told or confirmed in whole, and the day by which they are asked to confirm it. */
interface Due {
  readonly memberId: string;
  readonly lastId: string;
  readonly dueOn: CivilDate;
}

/** The regular confirmation that the register is right: the council's practice, asked for by no Act. */
@Injectable()
export class ConfirmationTopic implements Topic {
  readonly rules = [CONFIRMATION];

  constructor(
    private readonly addresses: Addresses,
    private readonly clock: Clock,
    private readonly confirmations: Confirmations,
    private readonly members: Members,
    private readonly notifications: Notifications,
    private readonly settings: RegisterSettings,
  ) {}

  wishKind(): WishKind {
    return 'confirmation';
  }

  async wanted(uow: UnitOfWork, { today, practice }: Planning): Promise<Wanted[]> {
    return (await this.#due(uow, today)).map(({ memberId, lastId, dueOn }) => ({
      ...{ reader: member(memberId), rule: CONFIRMATION, subject: lastId, edition: dueOn },
      steps: stepsOf(dueOn, today, practice),
    }));
  }

  async tell(uow: UnitOfWork, reminders: readonly Reminder[]): Promise<Tellings> {
    const today = this.clock.today();
    const due = new Map((await this.#due(uow, today)).map((one) => [one.lastId, one]));
    const address = this.addresses.of('/my/interests/confirm');
    return tellEach(reminders, ({ subject, edition }) => {
      const one = due.get(subject);
      if (one === undefined) return 'no-longer-owed';
      if (one.dueOn !== edition) return 'something-else-is-told-now';
      return confirmationReminded(one.dueOn, { today, address });
    });
  }

  /** Whom it concerns now. After a new term began, all is told afresh by s.30, and its own reminders lead there. */
  async #due(uow: UnitOfWork, today: CivilDate): Promise<Due[]> {
    const { confirmEveryMonths } = await this.settings.of(uow);
    const last = await this.#last(uow, today);
    return (await this.members.inOffice(uow, today)).flatMap(({ member: { id: memberId }, term }) => {
      const told = last.get(memberId);
      if (told === undefined || told.on < term.becameMemberOn) return [];
      const dueOn = confirmationDue(told.on, confirmEveryMonths, today)?.lastDay;
      if (dueOn === undefined || dueOn > addDays(today, HORIZON_DAYS)) return [];
      return today < addDays(dueOn, 7 * (WEEKS_AFTER + 1)) ? [{ memberId, lastId: told.id, dueOn }] : [];
    });
  }

  /** What each member last told or confirmed in whole, by the end of a day. */
  async #last(uow: UnitOfWork, today: CivilDate): Promise<Map<string, { id: string; on: CivilDate }>> {
    const whole = (await this.notifications.list(uow)).filter(({ kind }) => kind === 'whole');
    const confirmed = await this.confirmations.list(uow);
    const all = [
      ...whole.map(({ id, memberId, receivedOn }) => ({ id, memberId, on: receivedOn })),
      ...confirmed.toReversed().map(({ id, memberId, confirmedOn }) => ({ id, memberId, on: confirmedOn })),
    ].filter(({ on }) => on <= today);
    const last = new Map<string, { id: string; on: CivilDate }>();
    for (const { id, memberId, on } of all) {
      const before = last.get(memberId);
      if (before === undefined || on >= before.on) last.set(memberId, { id, on: civilDate(on) });
    }
    return last;
  }
}

function stepsOf(dueOn: CivilDate, today: CivilDate, { clockAt }: Pick<ReminderPractice, 'clockAt'>): Step[] {
  const weekly = weeklyAfter(dueOn, today, clockAt).slice(0, WEEKS_AFTER);
  return [{ name: 'on-the-day', dueAt: londonInstant(dueOn, clockAt) }, ...weekly];
}

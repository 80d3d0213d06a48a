import { Injectable } from '@nestjs/common';
import { Dispensations, type Ending } from '../../dispensations/index.js';
import { addDays, type CivilDate } from '../../law/index.js';
import { Members } from '../../members/index.js';
import { Clock, londonInstant } from '../../platform/clock/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { dispensationOfMemberReminded, dispensationReminded } from '../../wording/index.js';
import type { ReminderPractice } from '../practices.js';
import type { Reminder } from '../reminder.entity.js';
import { stepsBefore, type Step } from '../steps.js';
import type { WishKind } from '../wishes.js';
import { Addresses } from './addresses.js';
import { Officers } from './officers.js';
import { DISPENSATION_ENDS } from './rules.js';
import { tellEach } from './tell-each.js';
import { account, member, type DropReason, type Part, type Planning, type Tellings } from './topic.js';
import type { Topic, Wanted } from './topic.js';

type Named = Ending & { readonly name: string };

/** That a dispensation ends soon: to its member and to the officer. What it is for is in no message. */
@Injectable()
export class DispensationEndsTopic implements Topic {
  readonly rules = [DISPENSATION_ENDS];

  constructor(
    private readonly addresses: Addresses,
    private readonly clock: Clock,
    private readonly dispensations: Dispensations,
    private readonly members: Members,
    private readonly officers: Officers,
  ) {}

  wishKind(): WishKind {
    return 'dispensation-ends';
  }

  async wanted(uow: UnitOfWork, { today, practice }: Planning): Promise<Wanted[]> {
    const officers = (await this.officers.ofDispensations(uow, today)).map(account);
    return (await this.#ending(uow, today)).flatMap((one) => {
      const { requestId: subject, memberId, lastDay } = one;
      const of = { rule: DISPENSATION_ENDS, subject, edition: lastDay, steps: stepsOf(one, practice) };
      const usefulUntil = londonInstant(addDays(lastDay, 1), '00:00');
      return [member(memberId), ...officers].map((reader) => ({ reader, ...of, usefulUntil }));
    });
  }

  async tell(uow: UnitOfWork, reminders: readonly Reminder[]): Promise<Tellings> {
    const today = this.clock.today();
    const ending = new Map((await this.#ending(uow, today)).map((one) => [one.requestId, one]));
    const officers = new Set(await this.officers.ofDispensations(uow, today));
    const inOffice = new Set((await this.members.inOffice(uow, today)).map((one) => one.member.id));
    return tellEach(reminders, (reminder) => {
      const { accountId, memberId } = reminder;
      const isReader = accountId === null ? inOffice.has(memberId ?? '') : officers.has(accountId);
      return isReader ? this.#part(ending.get(reminder.subject), reminder, today) : 'reader-has-left';
    });
  }

  #part(one: Named | undefined, { edition, accountId }: Reminder, today: CivilDate): Part | DropReason {
    if (one === undefined) return edition < today ? 'too-late' : 'no-longer-owed';
    if (one.lastDay !== edition) return 'something-else-is-told-now';
    const { requestId, name, lastDay, kind } = one;
    if (accountId !== null) {
      const address = this.addresses.of(`/officer/dispensations/${requestId}`);
      return dispensationOfMemberReminded({ name, lastDay, address });
    }
    const address = this.addresses.of('/my/dispensations');
    return dispensationReminded({ lastDay, isFromTheAct: kind === 'restriction' }, { today, address });
  }

  /** Of members in office: what somebody else was granted lifts nothing any more. */
  async #ending(uow: UnitOfWork, today: CivilDate): Promise<Named[]> {
    const ending = await this.dispensations.endingFrom(uow, today);
    const inOffice = ending.length === 0 ? [] : await this.members.inOffice(uow, today);
    const names = new Map(inOffice.map((one) => [one.member.id, one.member.name]));
    return ending.flatMap((one) => {
      const name = names.get(one.memberId);
      return name === undefined ? [] : [{ ...one, name }];
    });
  }
}

/** From its first day on: that one ends which has not begun is no news. */
function stepsOf({ firstDay, lastDay }: Ending, practice: ReminderPractice): Step[] {
  const begins = firstDay === null ? undefined : londonInstant(firstDay, '00:00');
  return stepsBefore(lastDay, practice).filter(({ dueAt }) => begins === undefined || dueAt >= begins);
}

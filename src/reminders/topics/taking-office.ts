import { Injectable } from '@nestjs/common';
import { Duties, isOpen, type MemberDuty } from '../../duties/index.js';
import { england } from '../../law/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { dayAndDateInWords, lineInWords, takingOfficeInWords } from '../../wording/index.js';
import type { Reminder } from '../reminder.entity.js';
import { clockSteps, endOf } from '../steps.js';
import { Addresses } from './addresses.js';
import { member, NEVER_OFF, type DropReason, type Part, type Planning, type Tellings } from './topic.js';
import type { Topic, Wanted } from './topic.js';

/** The rule that a reminder on taking office speaks of. */
export const TAKING_OFFICE = england.s30_1.id;

/** The 28 days on taking office: s.30(1). */
@Injectable()
export class TakingOfficeTopic implements Topic {
  readonly rules = [TAKING_OFFICE];
  readonly wishKind = NEVER_OFF;

  constructor(
    private readonly addresses: Addresses,
    private readonly clock: Clock,
    private readonly duties: Duties,
  ) {}

  async wanted(uow: UnitOfWork, { today, practice }: Planning): Promise<Wanted[]> {
    return (await this.#open(uow, today)).flatMap(({ member: { id }, term, answer }) => {
      if (answer.clock === null) return [];
      const { chaseFrom, lastDay } = answer.clock;
      // Chased from the earlier arguable day, and by the legal last day once more.
      const steps = clockSteps(chaseFrom, today, practice, lastDay);
      const of = { rule: TAKING_OFFICE, subject: term.id, edition: lastDay };
      return [{ reader: member(id), ...of, steps, actBy: endOf(lastDay) }];
    });
  }

  async tell(uow: UnitOfWork, reminders: readonly Reminder[]): Promise<Tellings> {
    const today = this.clock.today();
    const open = new Map((await this.#open(uow, today)).map((duty) => [duty.term.id, duty]));
    return new Map(reminders.map(({ id, subject }) => [id, this.#part(open.get(subject))]));
  }

  #part(duty: MemberDuty | undefined): Part | DropReason {
    const clock = duty?.answer.clock ?? null;
    if (duty === undefined || clock === null) return 'no-longer-owed';
    const words = takingOfficeInWords(duty.answer, this.clock.today());
    return {
      subject: `Register your interests: the last day is ${dayAndDateInWords(clock.lastDay)}`,
      lines: [
        words.headline,
        ...words.because.map(lineInWords),
        '',
        `Do it here: ${this.addresses.of('/my/interests/notify')}`,
      ],
    };
  }

  async #open(uow: UnitOfWork, today: Planning['today']): Promise<MemberDuty[]> {
    const board = await this.duties.board(uow, today);
    return 'kind' in board ? [] : board.duties.filter(({ state }) => isOpen(state));
  }
}

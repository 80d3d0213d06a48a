import { Injectable } from '@nestjs/common';
import { AfterDisclosure, isOpen, type DisclosureDuty } from '../../duties/index.js';
import { civilDate, type CivilDate } from '../../law/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { afterDisclosureReminded } from '../../wording/index.js';
import type { Reminder } from '../reminder.entity.js';
import { clockSteps, endOf } from '../steps.js';
import { Addresses } from './addresses.js';
import { MemberByMember } from './member-by-member.js';
import { NamedMeetings } from './named-meetings.js';
import { AFTER_DISCLOSURE } from './rules.js';
import { notOwed, tellEach } from './tell-each.js';
import { member, NEVER_OFF, type Planning, type Tellings, type Topic, type Wanted } from './topic.js';

/** The 28 days after an interest was disclosed at a meeting: s.31(3). */
@Injectable()
export class AfterDisclosureTopic implements Topic {
  readonly rules = [AFTER_DISCLOSURE];
  readonly wishKind = NEVER_OFF;

  constructor(
    private readonly addresses: Addresses,
    private readonly afterDisclosure: AfterDisclosure,
    private readonly clock: Clock,
    private readonly memberByMember: MemberByMember,
    private readonly namedMeetings: NamedMeetings,
  ) {}

  async wanted(uow: UnitOfWork, { today, practice, cannotRead }: Planning): Promise<Wanted[]> {
    const concerned = await this.afterDisclosure.membersConcerned(uow, today);
    const open = await this.#open(
      uow,
      concerned.map(({ id }) => id),
      today,
      cannotRead,
    );
    return open.map(({ disclosure, firstId, meeting, lastDay }) => ({
      ...{ reader: member(disclosure.memberId), rule: AFTER_DISCLOSURE, subject: firstId, edition: lastDay },
      steps: clockSteps(civilDate(meeting.meetsOn), today, practice, lastDay),
      actBy: endOf(lastDay),
    }));
  }

  async tell(uow: UnitOfWork, reminders: readonly Reminder[]): Promise<Tellings> {
    const today = this.clock.today();
    const concerned = await this.afterDisclosure.membersConcerned(uow, today);
    const readers = new Set(reminders.map(({ memberId }) => memberId));
    const ids = concerned.flatMap(({ id }) => (readers.has(id) ? [id] : []));
    const unread = new Set<string>();
    const found = await this.#open(uow, ids, today, (id) => unread.add(id));
    const open = new Map(found.map((duty) => [duty.firstId, duty]));
    const named = await this.namedMeetings.of(uow);
    const address = this.addresses.of('/my');
    return tellEach(reminders, ({ memberId, subject, edition }) => {
      const duty = open.get(subject);
      if (duty === undefined) return notOwed(memberId, unread);
      if (duty.lastDay !== edition) return 'something-else-is-told-now';
      const { isCertain, lastDay } = duty;
      const there = { meeting: named(duty.meeting), isCertain, lastDay };
      return afterDisclosureReminded(there, { today, address });
    });
  }

  async #open(
    uow: UnitOfWork,
    ids: readonly string[],
    today: CivilDate,
    cannotRead: (memberId: string) => void,
  ): Promise<DisclosureDuty[]> {
    const ofMember = (own: UnitOfWork, id: string) => this.afterDisclosure.ofMember(own, id, today);
    const duties = await this.memberByMember.ask(uow, ids, ofMember, cannotRead);
    return duties.filter(({ state }) => isOpen(state));
  }
}

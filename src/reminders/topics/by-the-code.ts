import { Injectable } from '@nestjs/common';
import { ByTheCode, type CodeDuty } from '../../duties/index.js';
import type { CivilDate } from '../../law/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { addedHeadingReminded, declaredReminded } from '../../wording/index.js';
import type { Reminder } from '../reminder.entity.js';
import { byTheDaysOf } from '../steps.js';
import { Addresses } from './addresses.js';
import { MemberByMember } from './member-by-member.js';
import { NamedMeetings } from './named-meetings.js';
import { CODES_ON_A_CHANGE, CODES_ON_TAKING_OFFICE } from './rules.js';
import { notOwed, tellEach } from './tell-each.js';
import { member, NEVER_OFF, type Part, type Planning, type Tellings } from './topic.js';
import type { Topic, Wanted } from './topic.js';

/**
 * What the council's code alone has registered, by its own days: a heading more on taking office, and what was declared
 * at a meeting that the Act does not know. Whatever the Act asks for too has its reminders by the Act: the same first day,
 * and a last day that is no later, so a second reminder would say the same again.
 */
@Injectable()
export class ByTheCodeTopic implements Topic {
  readonly rules = [...CODES_ON_TAKING_OFFICE, ...CODES_ON_A_CHANGE];
  readonly wishKind = NEVER_OFF;

  constructor(
    private readonly addresses: Addresses,
    private readonly byTheCode: ByTheCode,
    private readonly clock: Clock,
    private readonly memberByMember: MemberByMember,
    private readonly namedMeetings: NamedMeetings,
  ) {}

  async wanted(uow: UnitOfWork, { today, practice, cannotRead }: Planning): Promise<Wanted[]> {
    return (await this.#open(uow, today, cannotRead)).map(({ memberId, about, reason, days }) => ({
      ...{ reader: member(memberId), rule: reason.rule, subject: about, edition: days.safeLastDay },
      ...byTheDaysOf(days, today, practice),
    }));
  }

  async tell(uow: UnitOfWork, reminders: readonly Reminder[]): Promise<Tellings> {
    const today = this.clock.today();
    const readers = new Set(reminders.map(({ memberId }) => memberId ?? ''));
    const unread = new Set<string>();
    const found = await this.#open(uow, today, (id) => unread.add(id), readers);
    const open = new Map(found.map((duty) => [keyOf(duty), duty]));
    const named = await this.namedMeetings.of(uow);
    return tellEach(reminders, ({ memberId, rule, subject, edition }) => {
      const duty = open.get(`${rule} ${subject}`);
      if (duty === undefined) return notOwed(memberId, unread);
      if (duty.days.safeLastDay !== edition) return 'something-else-is-told-now';
      return this.#part(duty, today, named);
    });
  }

  #part(
    { meeting, isCertain, days, reason: { citation } }: CodeDuty,
    today: CivilDate,
    named: Awaited<ReturnType<NamedMeetings['of']>>,
  ): Part {
    const read = (path: `/${string}`) => ({ today, address: this.addresses.of(path) });
    if (meeting === undefined) return addedHeadingReminded({ days, citation }, read('/my/interests/notify'));
    return declaredReminded(
      { meeting: named(meeting), isCertain, days, citation },
      read('/my/interests/new'),
    );
  }

  async #open(
    uow: UnitOfWork,
    today: CivilDate,
    cannotRead: (memberId: string) => void,
    of?: ReadonlySet<string>,
  ): Promise<CodeDuty[]> {
    const onTakingOffice = await this.byTheCode.onTakingOffice(uow, today);
    const concerned = await this.byTheCode.membersConcerned(uow, today);
    const ids = concerned.flatMap(({ id }) => (of === undefined || of.has(id) ? [id] : []));
    const ofMember = (own: UnitOfWork, id: string) => this.byTheCode.declaredBy(own, id, today);
    const declared = await this.memberByMember.ask(uow, ids, ofMember, cannotRead);
    return [...onTakingOffice, ...declared];
  }
}

const keyOf = ({ reason: { rule }, about }: CodeDuty): string => `${rule} ${about}`;

import { Injectable } from '@nestjs/common';
import { AfterDisclosure, Duties, type DisclosureDuty, type MemberDuty } from '../../duties/index.js';
import type { CivilDate } from '../../law/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { afterDisclosureEscalated, takingOfficeEscalated } from '../../wording/index.js';
import type { Reminder } from '../reminder.entity.js';
import { Addresses } from './addresses.js';
import { escalationSteps } from './escalation-steps.js';
import { MemberByMember } from './member-by-member.js';
import { NamedMeetings } from './named-meetings.js';
import { Officers } from './officers.js';
import { AFTER_DISCLOSURE_OVERDUE, TAKING_OFFICE_OVERDUE } from './rules.js';
import { tellAccounts } from './tell-each.js';
import { account, NEVER_OFF, type Part, type Planning, type Tellings } from './topic.js';
import type { Topic, Wanted } from './topic.js';

/** A duty whose legal last day is over, with the words for the officer. */
interface Overdue {
  readonly rule: string;
  readonly subject: string;
  readonly lastDay: CivilDate;
  readonly words: () => Part;
}

/** To the monitoring officer: what is overdue by the Act. Counted from the legal last day, and never called a breach. */
@Injectable()
export class EscalationTopic implements Topic {
  readonly rules = [TAKING_OFFICE_OVERDUE, AFTER_DISCLOSURE_OVERDUE];
  readonly wishKind = NEVER_OFF;

  constructor(
    private readonly addresses: Addresses,
    private readonly afterDisclosure: AfterDisclosure,
    private readonly clock: Clock,
    private readonly duties: Duties,
    private readonly memberByMember: MemberByMember,
    private readonly namedMeetings: NamedMeetings,
    private readonly officers: Officers,
  ) {}

  async wanted(uow: UnitOfWork, { today, practice }: Planning): Promise<Wanted[]> {
    const readers = (await this.officers.monitoring(uow, today)).map(account);
    if (readers.length === 0) return [];
    return (await this.#overdue(uow, today)).flatMap(({ rule, subject, lastDay }) => {
      const steps = escalationSteps(lastDay, today, practice);
      return readers.map((reader) => ({ reader, rule, subject, edition: lastDay, steps }));
    });
  }

  async tell(uow: UnitOfWork, reminders: readonly Reminder[]): Promise<Tellings> {
    const today = this.clock.today();
    const overdue = new Map((await this.#overdue(uow, today)).map((one) => [keyOf(one), one]));
    return tellAccounts(reminders, await this.officers.monitoring(uow, today), (reminder) => {
      const one = overdue.get(keyOf(reminder));
      if (one === undefined) return 'no-longer-owed';
      return one.lastDay === reminder.edition ? one.words() : 'something-else-is-told-now';
    });
  }

  async #overdue(uow: UnitOfWork, today: CivilDate): Promise<Overdue[]> {
    const board = await this.duties.board(uow, today);
    const onTakingOffice = 'kind' in board ? [] : board.duties.filter(({ state }) => state === 'overdue');
    const concerned = await this.afterDisclosure.membersConcerned(uow, today);
    const disclosed = await this.memberByMember.ask(
      uow,
      concerned.map(({ id }) => id),
      (own, id) => this.afterDisclosure.ofMember(own, id, today),
    );
    const names = new Map(concerned.map(({ id, name }) => [id, name]));
    const named = await this.namedMeetings.of(uow);
    return [
      ...onTakingOffice.flatMap((duty) => this.#ofTakingOffice(duty) ?? []),
      ...disclosed
        .filter(({ state }) => state === 'overdue')
        .map((duty) =>
          this.#ofDisclosure(duty, names.get(duty.disclosure.memberId) ?? '', named(duty.meeting)),
        ),
    ];
  }

  #ofTakingOffice({ member: { id, name }, term, answer: { clock } }: MemberDuty): Overdue | undefined {
    if (clock === null) return undefined;
    const { lastDay } = clock;
    const words = () => takingOfficeEscalated({ name, lastDay, address: this.#pageOf(id) });
    return { rule: TAKING_OFFICE_OVERDUE, subject: term.id, lastDay, words };
  }

  #ofDisclosure(
    { firstId, lastDay, isCertain, disclosure: { memberId } }: DisclosureDuty,
    name: string,
    meeting: { body: string; on: CivilDate },
  ): Overdue {
    const of = { name, lastDay, isCertain, meeting, address: this.#pageOf(memberId) };
    const words = () => afterDisclosureEscalated(of);
    return { rule: AFTER_DISCLOSURE_OVERDUE, subject: firstId, lastDay, words };
  }

  #pageOf(memberId: string): string {
    return this.addresses.of(`/officer/members/${memberId}`);
  }
}

const keyOf = ({ rule, subject }: Pick<Overdue, 'rule' | 'subject'>): string => `${rule} ${subject}`;

import { Injectable } from '@nestjs/common';
import { AfterDisclosure, Duties, type DisclosureDuty, type MemberDuty } from '../../duties/index.js';
import type { CivilDate } from '../../law/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { afterDisclosureEscalated, takingOfficeEscalated } from '../../wording/index.js';
import type { Reminder } from '../reminder.entity.js';
import { escalationSteps } from './escalation-steps.js';
import { MemberByMember } from './member-by-member.js';
import { NamedMeetings } from './named-meetings.js';
import { OfficerPages, type PagesOfAuthority } from './officer-pages.js';
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
    private readonly afterDisclosure: AfterDisclosure,
    private readonly clock: Clock,
    private readonly duties: Duties,
    private readonly memberByMember: MemberByMember,
    private readonly namedMeetings: NamedMeetings,
    private readonly officers: Officers,
    private readonly pages: OfficerPages,
  ) {}

  async wanted(uow: UnitOfWork, { today, practice, cannotRead }: Planning): Promise<Wanted[]> {
    const readers = (await this.officers.monitoring(uow, today)).map(account);
    if (readers.length === 0) return [];
    return (await this.#overdue(uow, today, cannotRead)).flatMap(({ rule, subject, lastDay }) => {
      const steps = escalationSteps(lastDay, today, practice);
      return readers.map((reader) => ({ reader, rule, subject, edition: lastDay, steps }));
    });
  }

  async tell(uow: UnitOfWork, reminders: readonly Reminder[]): Promise<Tellings> {
    const today = this.clock.today();
    const unread = new Set<string>();
    const found = await this.#overdue(uow, today, (id) => unread.add(id));
    const overdue = new Map(found.map((one) => [keyOf(one), one]));
    // A disclosure's reminder does not name its member: it may be about anybody who could not be read.
    const isKnown = (rule: string): boolean => rule !== AFTER_DISCLOSURE_OVERDUE || unread.size === 0;
    return tellAccounts(reminders, await this.officers.monitoring(uow, today), (reminder) => {
      const one = overdue.get(keyOf(reminder));
      if (one === undefined) return isKnown(reminder.rule) ? 'no-longer-owed' : undefined;
      return one.lastDay === reminder.edition ? one.words() : 'something-else-is-told-now';
    });
  }

  async #overdue(
    uow: UnitOfWork,
    today: CivilDate,
    cannotRead: (memberId: string) => void,
  ): Promise<Overdue[]> {
    const board = await this.duties.board(uow, today);
    const onTakingOffice = 'kind' in board ? [] : board.duties.filter(({ state }) => state === 'overdue');
    const concerned = await this.afterDisclosure.membersConcerned(uow, today);
    const disclosed = await this.memberByMember.ask(
      uow,
      concerned.map(({ id }) => id),
      (own, id) => this.afterDisclosure.ofMember(own, id, today),
      cannotRead,
    );
    const names = new Map(concerned.map(({ id, name }) => [id, name]));
    const named = await this.namedMeetings.of(uow);
    const pages = await this.pages.in(uow);
    return [
      ...onTakingOffice.flatMap((duty) => this.#ofTakingOffice(duty, pages) ?? []),
      ...disclosed
        .filter(({ state }) => state === 'overdue')
        .map((duty) =>
          this.#ofDisclosure(duty, pages, {
            name: names.get(duty.disclosure.memberId) ?? '',
            meeting: named(duty.meeting),
          }),
        ),
    ];
  }

  #ofTakingOffice(
    { member: { id, name }, term, answer: { clock } }: MemberDuty,
    pages: PagesOfAuthority,
  ): Overdue | undefined {
    if (clock === null) return undefined;
    const { lastDay } = clock;
    const words = () => takingOfficeEscalated({ name, lastDay, ...pageOf(id, pages) });
    return { rule: TAKING_OFFICE_OVERDUE, subject: term.id, lastDay, words };
  }

  #ofDisclosure(
    { firstId, lastDay, isCertain, disclosure: { memberId } }: DisclosureDuty,
    pages: PagesOfAuthority,
    told: { readonly name: string; readonly meeting: { body: string; on: CivilDate } },
  ): Overdue {
    const of = { ...told, lastDay, isCertain, ...pageOf(memberId, pages) };
    const words = () => afterDisclosureEscalated(of);
    return { rule: AFTER_DISCLOSURE_OVERDUE, subject: firstId, lastDay, words };
  }
}

const pageOf = (memberId: string, { of, parish }: PagesOfAuthority) => ({
  address: of(`/officer/members/${memberId}`),
  ...(parish !== undefined && { parish }),
});

const keyOf = ({ rule, subject }: Pick<Overdue, 'rule' | 'subject'>): string => `${rule} ${subject}`;

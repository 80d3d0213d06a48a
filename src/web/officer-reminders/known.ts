import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Bodies } from '../../authorities/index.js';
import { Disclosure } from '../../disclosures/index.js';
import { Accounts } from '../../identity/index.js';
import { civilDate } from '../../law/index.js';
import { Meetings } from '../../meetings/index.js';
import { Members } from '../../members/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import type { Reminder } from '../../reminders/index.js';
import { dateInWords } from '../../wording/index.js';

/** What is needed of a reminder to name its reader and its subject. */
type Named = Pick<Reminder, 'memberId' | 'accountId' | 'subject'>;

/** Names of the readers of reminders, and of what they are about. */
export interface ReminderNames {
  reader(reminder: Named): string;
  /** The meeting, or the member whom an officer is told of; '' where nothing has a name that may be shown here. */
  subject(reminder: Named): string;
}

/** Names readers and subjects of many reminders at once. No subject is named by an interest. */
@Injectable()
export class NamesOfReminders {
  constructor(
    private readonly accounts: Accounts,
    private readonly bodies: Bodies,
    private readonly meetings: Meetings,
    private readonly members: Members,
  ) {}

  async of(uow: UnitOfWork, reminders: readonly Named[]): Promise<ReminderNames> {
    const members = new Map((await this.members.list(uow)).map(({ id, name }) => [id, name]));
    const people = await this.accounts.names(uow, [
      ...new Set(reminders.flatMap(({ accountId }) => accountId ?? [])),
    ]);
    const meetings = await this.#meetings(uow, reminders);
    const concerned = await this.#concerned(uow, reminders);
    return {
      reader: ({ memberId, accountId }) =>
        (memberId === null ? people.get(accountId ?? '') : members.get(memberId)) ?? 'A former account',
      subject: ({ memberId, subject }) =>
        meetings.get(subject) ?? (memberId === null ? members.get(concerned.get(subject) ?? '') : '') ?? '',
    };
  }

  async #meetings(uow: UnitOfWork, reminders: readonly Named[]): Promise<ReadonlyMap<string, string>> {
    const bodies = new Map((await this.bodies.list(uow)).map(({ id, name }) => [id, name]));
    const meetings = await this.meetings.found(uow, subjectsOf(reminders));
    return new Map(
      [...meetings.values()].map(({ id, bodyId, meetsOn }) => [
        id,
        `${bodies.get(bodyId) ?? ''}, ${dateInWords(civilDate(meetsOn))}`,
      ]),
    );
  }

  /** Of which member an officer is told: by their term of office, or by what they disclosed at a meeting. */
  async #concerned(uow: UnitOfWork, reminders: readonly Named[]): Promise<ReadonlyMap<string, string>> {
    const toOfficers = reminders.filter(({ memberId }) => memberId === null);
    if (toOfficers.length === 0) return new Map();
    const of = { authorityId: uow.authorityId, id: In(subjectsOf(toOfficers)) };
    const disclosed = await uow.manager.findBy(Disclosure, of);
    const things = [...(await this.members.terms(uow)), ...disclosed];
    return new Map(things.map(({ id, memberId }) => [id, memberId]));
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const subjectsOf = (reminders: readonly Named[]): string[] => [
  ...new Set(reminders.map(({ subject }) => subject).filter((subject) => UUID.test(subject))),
];

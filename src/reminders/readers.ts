import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Account } from '../identity/index.js';
import { Member } from '../members/index.js';
import { Clock } from '../platform/clock/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { Message, type Reminder } from './reminder.entity.js';
import type { Reader } from './topics/topic.js';
import type { WrittenToday } from './when-to-tell.js';

/** Somebody who is told, with their name and where mail reaches them. */
export type KnownReader = Reader & { readonly name: string; readonly address: string | undefined };

/** Members and officers as readers of messages. */
@Injectable()
export class Readers {
  constructor(private readonly clock: Clock) {}

  /** Who the readers of some reminders are, by key. Somebody who is gone is not among them. */
  async known(
    uow: UnitOfWork,
    reminders: readonly Pick<Reminder, 'memberId' | 'accountId'>[],
  ): Promise<ReadonlyMap<string, KnownReader>> {
    const known = new Map<string, KnownReader>();
    const ids = [...new Set(reminders.flatMap(({ memberId }) => memberId ?? []))];
    const members = await uow.manager.findBy(Member, { authorityId: uow.authorityId, id: In(ids) });
    for (const { id, name, email } of members) {
      const reader = { memberId: id, accountId: null, name, address: email ?? undefined };
      known.set(readerKey(reader), reader);
    }
    const accountIds = [...new Set(reminders.flatMap(({ accountId }) => accountId ?? []))];
    if (accountIds.length === 0) return known;
    // Over this connection and no other: units of work that each wait for one more would wait for one another.
    const accounts = await uow.manager.findBy(Account, { id: In(accountIds), disabledAt: IsNull() });
    for (const { id: accountId, name, email: address } of accounts) {
      const reader = { memberId: null, accountId, name, address };
      known.set(readerKey(reader), reader);
    }
    return known;
  }

  /** Of what these reminders tell, when the latest step was due that a message has told already. By `dutyKey`. */
  async latestTold(uow: UnitOfWork, reminders: readonly Reminder[]): Promise<ReadonlyMap<string, Date>> {
    if (reminders.length === 0) return new Map();
    const told = await uow.manager.query<(Parameters<typeof dutyKey>[0] & { at: Date })[]>(
      `select member_id as "memberId", account_id as "accountId", rule, subject, edition, max(due_at) as at
       from reminder
       where authority_id = $1 and state = 'in-message' and subject = any($2) and due_at <= $4
         and coalesce(member_id, account_id) = any($3::uuid[])
       group by 1, 2, 3, 4, 5`,
      [uow.authorityId, reminders.map(({ subject }) => subject), reminders.map(readerKey), this.clock.now()],
    );
    return new Map(told.map((row) => [dutyKey(row), row.at]));
  }

  /** What was written to each of these readers today. */
  async writtenToday(uow: UnitOfWork, keys: readonly string[]): Promise<ReadonlyMap<string, WrittenToday>> {
    if (keys.length === 0) return new Map();
    const rows = await uow.manager
      .createQueryBuilder(Message, 'message')
      .select('coalesce(message.memberId, message.accountId)', 'key')
      .addSelect('max(message.fixedAt)', 'lastAt')
      .addSelect('count(*)::integer', 'messages')
      .where('message.authorityId = :authorityId', { authorityId: uow.authorityId })
      .andWhere('message.day = :today and message.withdrawnAt is null', { today: this.clock.today() })
      .andWhere('coalesce(message.memberId, message.accountId) in (:...keys)', { keys })
      .groupBy('1')
      .getRawMany<WrittenToday & { key: string }>();
    return new Map(rows.map(({ key, ...written }) => [key, written]));
  }
}

/** The reader, as an audit event names them. */
export function readerIn({ memberId, accountId }: Pick<Reminder, 'memberId' | 'accountId'>): object {
  return memberId === null ? { accountId } : { memberId };
}

/** One thing told to one reader, whichever the step. */
export function dutyKey(
  row: Pick<Reminder, 'memberId' | 'accountId' | 'rule' | 'subject' | 'edition'>,
): string {
  return [readerKey(row), row.rule, row.subject, row.edition].join(' ');
}

/** One reader of an authority: the id of a member or of an account. */
export function readerKey({ memberId, accountId }: Pick<Reminder, 'memberId' | 'accountId'>): string {
  return memberId ?? accountId ?? '';
}

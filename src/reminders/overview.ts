import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { addDays, type CivilDate } from '../law/index.js';
import { Clock, londonInstant } from '../platform/clock/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { OUTCOME_IN_SQL, type KnownMessage, type KnownReminder, type Outcome } from './outcome.js';
import { ReminderPractices } from './practices.js';
import { Message, Reminder } from './reminder.entity.js';
import { FOR_THE_MEMBER_ALONE } from './topics/rules.js';
import { Topics } from './topics/topics.js';

/** Which reminders are asked for; what is left out asks for all of them. */
export interface ReminderFilter {
  readonly outcome?: Outcome | undefined;
  /** One member, or everybody who is told by an account: officers and clerks. */
  readonly reader?: { readonly memberId: string } | 'officers' | undefined;
  readonly rules?: readonly string[] | undefined;
  /** Days on which they are due, in London; both are included. */
  readonly from?: CivilDate | undefined;
  readonly to?: CivilDate | undefined;
}

/** A part of a long list. */
export interface Slice {
  readonly size: number;
  readonly skip?: number;
}

/** What an officer must act on. */
export interface Troubles {
  /** Due for more than an hour, not put off by anybody, and not gone. */
  readonly late: number;
  /** Given up, refused or bounced lately. */
  readonly undelivered: number;
  /** Nobody could be told, because there is no mail address; lately. */
  readonly withoutAddress: number;
  /** Their words could not be made; lately. */
  readonly unwritten: number;
}

/** A member who was not reached lately, because the address that they have now is refused or because they have none. */
export interface Unreached {
  readonly id: string;
  readonly name: string;
  readonly hasAddress: boolean;
}

/** What is later than this keeps its officer waiting without a reason. */
const LATE_AFTER = 3_600_000;
/** What went wrong longer ago is in the list, and no longer a warning. */
const LATELY_DAYS = 30;

const MEMBERS_OWN = [...FOR_THE_MEMBER_ALONE];

/**
 * Everything that was planned, sent or not sent in an authority, for whoever answers for it, but for what is the member’s
 * alone. It only reads.
 */
@Injectable()
export class ReminderOverview {
  constructor(
    private readonly clock: Clock,
    private readonly practices: ReminderPractices,
    private readonly topics: Topics,
  ) {}

  /** Every rule by which this version of the program reminds and of which an officer may know. */
  rules(): readonly string[] {
    return this.topics.all.flatMap(({ rules }) => rules).filter((rule) => !FOR_THE_MEMBER_ALONE.has(rule));
  }

  /** How many reminders have which outcome. The filter's own outcome is passed over. */
  async counts(uow: UnitOfWork, filter: ReminderFilter = {}): Promise<ReadonlyMap<Outcome, number>> {
    const rows = await (
      await this.#of(uow, { ...filter, outcome: undefined })
    )
      .select(OUTCOME_IN_SQL, 'outcome')
      .addSelect('count(*)::int', 'count')
      .groupBy('1')
      .getRawMany<{ outcome: Outcome; count: number }>();
    return new Map(rows.map(({ outcome, count }) => [outcome, count]));
  }

  /**
   * The reminders that are asked for. What is still to come begins with the next, and what has come with the newest;
   * where both are asked for, what has come stands first.
   */
  async list(uow: UnitOfWork, filter: ReminderFilter, { size, skip = 0 }: Slice): Promise<KnownReminder[]> {
    const query = await this.#of(uow, filter);
    return read(
      query
        .orderBy('reminder.due_at > :now', 'ASC')
        .addOrderBy('abs(extract(epoch from (reminder.due_at - cast(:now as timestamptz))))', 'ASC')
        .addOrderBy('reminder.id')
        .offset(skip)
        .limit(size),
    );
  }

  async find(uow: UnitOfWork, id: string): Promise<KnownReminder | undefined> {
    const query = await this.#of(uow, {});
    return (await read(query.andWhere('reminder.id = :id', { id })))[0];
  }

  /** The other reminders to the same reader about the same, the newest first. */
  async aboutTheSame(
    uow: UnitOfWork,
    { id, memberId, accountId, subject }: Reminder,
    atMost: number,
  ): Promise<KnownReminder[]> {
    const query = (await this.#of(uow, {}))
      .andWhere('reminder.subject = :subject and reminder.id <> :id', { subject, id })
      .andWhere('coalesce(reminder.member_id, reminder.account_id) = :reader', {
        reader: memberId ?? accountId,
      })
      .orderBy('reminder.due_at', 'DESC')
      .addOrderBy('reminder.id');
    return read(query.limit(atMost));
  }

  async troubles(uow: UnitOfWork): Promise<Troubles> {
    const now = this.clock.now();
    const [row] = await uow.manager.query<Troubles[]>(
      `select
         count(*) filter (where r.state = 'planned' and r.due_at < $2 and coalesce(r.held_until <= $2, true)
           or r.state = 'in-message' and m.sent_at is null and m.failed_reason is null and m.fixed_at < $2)::int as late,
         count(distinct m.id) filter (where m.failed_reason is not null and m.failed_at > $3)::int as undelivered,
         count(*) filter (where r.state = 'missed' and r.reason = 'no-mail-address' and r.due_at > $3
           and n.email is null)::int as "withoutAddress",
         count(*) filter (where r.state = 'failed' and r.due_at > $3)::int as unwritten
       from reminder r
         left join message m on m.authority_id = r.authority_id and m.id = r.message_id
         left join member n on n.authority_id = r.authority_id and n.id = r.member_id
       where r.authority_id = $1 and r.rule <> all ($4)`,
      [uow.authorityId, new Date(now.getTime() - LATE_AFTER), this.#lately(), MEMBERS_OWN],
    );
    return row ?? { late: 0, undelivered: 0, withoutAddress: 0, unwritten: 0 };
  }

  /** The members whose address must be asked for or corrected, by name. */
  async unreached(uow: UnitOfWork, atMost: number): Promise<Unreached[]> {
    return uow.manager.query<Unreached[]>(
      `select n.id, n.name, n.email is not null as "hasAddress"
       from member n
       where n.authority_id = $1 and exists (
         select from reminder r left join message m on m.authority_id = r.authority_id and m.id = r.message_id
         where r.authority_id = n.authority_id and r.member_id = n.id and r.rule <> all ($3)
           and case when n.email is null
             then r.state = 'missed' and r.reason = 'no-mail-address' and r.due_at > $2
             else m.failed_reason in ('address-refused', 'address-invalid') and m.failed_at > $2
               and m.to_address = n.email end)
       order by n.name, n.id limit $4`,
      [uow.authorityId, this.#lately(), MEMBERS_OWN, atMost],
    );
  }

  #lately(): Date {
    return londonInstant(addDays(this.clock.today(), -LATELY_DAYS), '00:00');
  }

  async #of(uow: UnitOfWork, filter: ReminderFilter): Promise<SelectQueryBuilder<Reminder>> {
    const { outcome, reader, rules, from, to } = filter;
    const paused = (await this.practices.of(uow)).pausedAt !== null;
    const { columns: all } = uow.manager.dataSource.getMetadata(Message);
    const columns = all.filter(({ propertyName }) => propertyName !== 'details');
    const query = uow.manager
      .createQueryBuilder(Reminder, 'reminder')
      .leftJoinAndMapOne(
        'reminder.message',
        Message,
        'message',
        'message.authority_id = reminder.authority_id and message.id = reminder.message_id',
      )
      .select(['reminder', ...columns.map(({ propertyName }) => `message.${propertyName}`)])
      .addSelect(OUTCOME_IN_SQL, 'outcome')
      .where('reminder.authority_id = :authorityId', { authorityId: uow.authorityId })
      .andWhere('reminder.rule <> all (:membersOwn)', { membersOwn: MEMBERS_OWN })
      .setParameters({ now: this.clock.now(), paused });
    if (outcome !== undefined) query.andWhere(`(${OUTCOME_IN_SQL}) = :outcome`, { outcome });
    if (reader === 'officers') query.andWhere('reminder.account_id is not null');
    else if (reader !== undefined) query.andWhere('reminder.member_id = :memberId', reader);
    if (rules !== undefined) query.andWhere('reminder.rule = any (:rules)', { rules });
    if (from !== undefined)
      query.andWhere('reminder.due_at >= :from', { from: londonInstant(from, '00:00') });
    if (to !== undefined)
      query.andWhere('reminder.due_at < :before', { before: londonInstant(addDays(to, 1), '00:00') });
    return query;
  }
}

async function read(query: SelectQueryBuilder<Reminder>): Promise<KnownReminder[]> {
  const { entities, raw } = await query.getRawAndEntities<{ outcome: Outcome }>();
  return entities.map((entity, index) => {
    const { message, ...reminder } = entity as Reminder & { message: KnownMessage | null };
    // A reminder stands in one message at most, so that there is one raw row for each.
    return { reminder, message, outcome: raw[index]?.outcome ?? 'planned' };
  });
}

import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Audit } from '../audit/index.js';
import { Authorities, type Authority } from '../authorities/index.js';
import { addDays } from '../law/index.js';
import { Clock, londonInstant } from '../platform/clock/index.js';
import { Database, type UnitOfWork } from '../platform/database/index.js';
import { LOGGER, type Logger } from '../platform/logging/index.js';
import { MAIL, type MailTransport } from '../platform/mail/index.js';
import { Sealer } from '../platform/sealing/index.js';
import { acting } from './acting.js';
import { Dropped } from './dropped.js';
import { sealWords } from './fixed-words.js';
import { Letters } from './letters.js';
import type { Telling } from './letter-parts.js';
import { ReminderPractices } from './practices.js';
import { dutyKey, readerIn, Readers, readerKey, type KnownReader } from './readers.js';
import { Reminder, type Message } from './reminder.entity.js';
import { TellingNow } from './telling-now.js';
import { release } from './when-to-tell.js';

/** What could not be worded is tried again after an hour: what was wrong may have been mended. Application time. */
const TRIED_AGAIN_AFTER = 3_600_000;

/** As `authorities_with_due_reminders` has it. */
const DUE = `(
  due.state = 'planned' and due.hurried
  or due.state in ('planned', 'failed') and due.due_at <= :now and (due.held_until is null or due.held_until <= :now))`;

/** So many readers are told in one transaction. */
const READERS_AT_ONCE = 100;

/** So many messages are carried by one job: few enough that one which fails does not keep many from being tried again. */
const MESSAGES_A_BATCH = 25;

/** A message as it is fixed. */
type WrittenMessage = Pick<
  Message,
  | 'id'
  | 'memberId'
  | 'accountId'
  | 'channel'
  | 'day'
  | 'toAddress'
  | 'subject'
  | 'details'
  | 'messageId'
  | 'fixedAt'
  | 'usefulUntil'
>;

type Fixed = WrittenMessage & { readonly batch: string };

/** What one gathering did. */
export interface Gathered {
  /** The messages that were fixed. */
  readonly messageIds: readonly string[];
  /** The batches in which they are to be sent. */
  readonly batches: readonly string[];
  /** Whether there may be more to gather now. */
  readonly more: boolean;
}

/** Gathers what is due in an authority: each reader's rows into one message, fixed before anything is queued. */
@Injectable()
export class Gathering {
  constructor(
    private readonly audit: Audit,
    private readonly authorities: Authorities,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly dropped: Dropped,
    private readonly letters: Letters,
    private readonly practices: ReminderPractices,
    private readonly readers: Readers,
    private readonly sealer: Sealer,
    private readonly telling: TellingNow,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(MAIL) private readonly mail: MailTransport,
  ) {}

  /**
   * Claims the due rows of some readers, asks of each whether it is still owed, and fixes one message a reader of those
   * that are. The claim, the messages and the audit events are one transaction; a second worker finds the rows taken.
   */
  async gather(authorityId: string): Promise<Gathered> {
    return this.database.unitOfWork(acting(authorityId), async (uow) => {
      const practice = await this.practices.of(uow);
      if (practice.pausedAt !== null) return { messageIds: [], batches: [], more: false };
      const rows = await this.#claim(uow);
      const byReader = groupByReader(rows);
      const written = await this.readers.writtenToday(uow, [...byReader.keys()]);
      const told: Reminder[] = [];
      for (const [key, ofReader] of byReader) {
        const { tell, hold, until } = release(ofReader, this.clock.now(), written.get(key), practice);
        told.push(...tell);
        if (until !== undefined) await this.#hold(uow, hold, until);
      }
      const fixed = await this.#tell(uow, await this.#notToldLater(uow, told));
      return {
        messageIds: fixed.map(({ id }) => id),
        batches: [...new Set(fixed.map(({ batch }) => batch))],
        more: byReader.size === READERS_AT_ONCE,
      };
    });
  }

  /** The planned rows, until the end of the day, of readers to whom something is due. */
  async #claim(uow: UnitOfWork): Promise<Reminder[]> {
    const { authorityId } = uow;
    const endOfDay = londonInstant(addDays(this.clock.today(), 1), '00:00');
    return (
      uow.manager
        .createQueryBuilder(Reminder, 'reminder')
        .where('reminder.authorityId = :authorityId', { authorityId })
        // What could not be worded an hour ago is tried again.
        .andWhere(
          `(reminder.state = 'planned' and (reminder.dueAt < :endOfDay or reminder.hurried)
          or reminder.state = 'failed' and reminder.heldUntil <= :now)`,
          { endOfDay },
        )
        .andWhere(
          `coalesce(reminder.memberId, reminder.accountId) in (
           select distinct coalesce(due.member_id, due.account_id) from reminder due
           where due.authority_id = :authorityId and ${DUE}
           limit :atMost)`,
          { now: this.clock.now(), atMost: READERS_AT_ONCE },
        )
        .orderBy('reminder.dueAt')
        .addOrderBy('reminder.id')
        .setLock('pessimistic_write')
        .setOnLocked('skip_locked')
        .getMany()
    );
  }

  async #hold(uow: UnitOfWork, rows: readonly Reminder[], heldUntil: Date): Promise<void> {
    const id = In(rows.map((row) => row.id));
    await uow.manager.update(Reminder, { authorityId: uow.authorityId, id }, { heldUntil });
  }

  /** Of a duty of which a later step was told already, an older one has nothing to add. */
  async #notToldLater(uow: UnitOfWork, reminders: readonly Reminder[]): Promise<Reminder[]> {
    const latest = await this.readers.latestTold(uow, reminders);
    const isOld = (reminder: Reminder): boolean => {
      const told = latest.get(dutyKey(reminder));
      return !reminder.hurried && told !== undefined && told > reminder.dueAt;
    };
    const old = reminders.filter(isOld);
    await this.dropped.record(
      uow,
      old.map((reminder) => ({ reminder, reason: 'told-already' })),
    );
    return reminders.filter((reminder) => !old.includes(reminder));
  }

  async #tell(uow: UnitOfWork, reminders: readonly Reminder[]): Promise<Fixed[]> {
    if (reminders.length === 0) return [];
    const readers = await this.readers.known(uow, reminders);
    const authority = await this.authorities.get(uow);
    const { told, dropped, failed } = await this.telling.of(uow, reminders, readers);
    await this.dropped.record(uow, dropped);
    await this.#fail(uow, failed);
    const messages: { row: WrittenMessage; tellings: readonly Telling[] }[] = [];
    const written = { day: this.clock.today(), fixedAt: this.clock.now() };
    for (const [key, tellings] of groupByReader(told, ({ reminder }) => reminder)) {
      const reader = readers.get(key);
      if (reader?.address === undefined) {
        const reason = 'no-mail-address';
        await this.dropped.record(
          uow,
          tellings.map(({ reminder }) => ({ reminder, reason })),
        );
        continue;
      }
      const row = await this.#written(
        uow,
        authority,
        { ...reader, address: reader.address },
        tellings,
        written,
      );
      if (row !== undefined) messages.push({ row, tellings });
    }
    return this.#fix(uow, messages);
  }

  /** A message that cannot be written fails alone; the others go. */
  async #written(
    uow: UnitOfWork,
    authority: Authority,
    reader: KnownReader & { readonly address: string },
    tellings: readonly Telling[],
    written: Pick<WrittenMessage, 'day' | 'fixedAt'>,
  ): Promise<WrittenMessage | undefined> {
    const { authorityId } = uow;
    const id = randomUUID();
    try {
      const { subject, words } = this.letters.write(authority, reader, tellings);
      const { memberId, accountId, address: toAddress } = reader;
      const until = tellings.map(({ reminder }) => reminder.usefulUntil);
      return {
        ...{ id, subject, toAddress, memberId, accountId },
        ...{ channel: this.mail.channel, ...written },
        details: sealWords(this.sealer, { authorityId, id }, words),
        messageId: `<${id}@probity>`,
        // It is of use for as long as anything in it is.
        usefulUntil: until.includes(null) ? null : new Date(Math.max(...until.map((one) => Number(one)))),
      };
    } catch (error) {
      this.logger.error({ authorityId, error: (error as Error).name }, 'a message could not be written');
      await this.#fail(
        uow,
        tellings.map(({ reminder }) => reminder),
      );
      return undefined;
    }
  }

  async #fix(
    uow: UnitOfWork,
    messages: readonly { row: WrittenMessage; tellings: readonly Telling[] }[],
  ): Promise<Fixed[]> {
    if (messages.length === 0) return [];
    const { authorityId } = uow;
    const fixed = inBatches(messages.map(({ row }) => row));
    await uow.manager.query(
      `insert into message (authority_id, id, member_id, account_id, channel, day, to_address, subject, details,
                            message_id, fixed_at, useful_until, batch)
       select $1, id, "memberId", "accountId", channel, day, "toAddress", subject, details, "messageId", "fixedAt",
              "usefulUntil", batch
       from jsonb_to_recordset($2::jsonb) as row (id uuid, "memberId" uuid, "accountId" uuid, channel text, day date,
         "toAddress" text, subject text, details text, "messageId" text, "fixedAt" timestamptz,
         "usefulUntil" timestamptz, batch uuid)`,
      [authorityId, JSON.stringify(fixed)],
    );
    const settled = messages.flatMap(({ row, tellings }) =>
      tellings.map(({ reminder }) => ({ id: reminder.id, message_id: row.id })),
    );
    await uow.manager.query(
      `update reminder set state = 'in-message', message_id = settled.message_id, held_until = null
       from jsonb_to_recordset($2::jsonb) as settled (id uuid, message_id uuid)
       where reminder.authority_id = $1 and reminder.id = settled.id`,
      [authorityId, JSON.stringify(settled)],
    );
    for (const { row, tellings } of messages) {
      this.audit.record(uow, {
        action: 'message.fixed',
        subject: { type: 'message', id: row.id },
        payload: {
          ...readerIn(row),
          reminders: tellings.map(({ reminder: { rule, subject, step } }) => ({ rule, subject, step })),
        },
      });
    }
    return fixed;
  }

  async #fail(uow: UnitOfWork, reminders: readonly Reminder[]): Promise<void> {
    if (reminders.length === 0) return;
    const { authorityId } = uow;
    const id = In(reminders.map((reminder) => reminder.id));
    const heldUntil = new Date(this.clock.now().getTime() + TRIED_AGAIN_AFTER);
    const failed = { state: 'failed', reason: 'could-not-be-written', heldUntil } as const;
    await uow.manager.update(Reminder, { authorityId, id }, failed);
    this.audit.record(uow, {
      action: 'reminders.failed',
      subject: { type: 'authority', id: authorityId },
      payload: { reminders: reminders.map(({ rule, subject, step }) => ({ rule, subject, step })) },
    });
  }
}

function inBatches(rows: readonly WrittenMessage[]): Fixed[] {
  let batch = '';
  return rows.map((row, index) => {
    if (index % MESSAGES_A_BATCH === 0) batch = randomUUID();
    return { ...row, batch };
  });
}

function groupByReader<T>(
  rows: readonly T[],
  reminderOf: (row: T) => Reminder = (row) => row as Reminder,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = readerKey(reminderOf(row));
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}

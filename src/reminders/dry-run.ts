import { Injectable } from '@nestjs/common';
import { addDays, type CivilDate } from '../law/index.js';
import { Clock, londonInstant } from '../platform/clock/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { COMES_BACK_IN_SQL } from './comes-back.js';
import type { Owed } from './plan.js';
import { keyOf } from './planned-rows.js';
import { Planner } from './planner.js';
import { ReminderPractices } from './practices.js';
import { Readers, readerKey, type KnownReader } from './readers.js';
import { rehearse, type Going, type Rehearsed } from './rehearsal.js';
import { Reminder } from './reminder.entity.js';
import { FOR_THE_MEMBER_ALONE } from './topics/rules.js';
import type { Wanted } from './topics/topic.js';
import { Topics } from './topics/topics.js';

/** One reminder as it would go. */
export interface WouldTell extends Rehearsed {
  readonly rule: string;
  readonly subject: string;
  readonly edition: string;
}

/** What would go to one reader on a day. */
export interface WouldGo {
  readonly reader: KnownReader;
  /** Each is one message. */
  readonly messages: readonly Going<WouldTell>[];
}

/** What would go out on a day. */
export interface DayPlayed {
  /** By reader, the first messages first. */
  readonly going: readonly WouldGo[];
  /** Rules whose reminders could not be worked out: what they would tell is missing. */
  readonly notKnown: readonly string[];
}

/** Plays a day through before it comes, as things stand now, for officers: without what is a member’s alone. */
@Injectable()
export class DryRun {
  constructor(
    private readonly clock: Clock,
    private readonly planner: Planner,
    private readonly practices: ReminderPractices,
    private readonly readers: Readers,
    private readonly topics: Topics,
  ) {}

  /** A day that is not past. The unit of work can write nothing afterwards: the database itself is told so. */
  async of(uow: UnitOfWork, day: CivilDate): Promise<DayPlayed> {
    await uow.manager.query('set transaction read only');
    const practice = await this.practices.of(uow);
    const start = londonInstant(day, '00:00');
    const { wanted, rules } = await this.planner.wanted(uow, {
      ...{ today: day, now: start, practice },
      cannotRead: () => undefined,
    });
    // What is put off in the evening goes on the next day: so the day before is played too, where it is still to come.
    const now = this.clock.now();
    const eve = londonInstant(addDays(day, -1), '00:00');
    const from = eve > now ? eve : now;
    const rows = await this.#waiting(uow, wanted, { from, isNow: from === now });
    const written = from === now ? await this.readers.writtenToday(uow, [...rows.keys()]) : undefined;
    const readers = await this.readers.known(uow, [...rows.values()].flat());
    const before = londonInstant(addDays(day, 1), '00:00');
    const all: WouldGo[] = [];
    for (const [key, ofReader] of rows) {
      const reader = readers.get(key);
      if (reader === undefined) continue;
      const rehearsed = rehearse(ofReader, { from, before, written: written?.get(key) }, practice);
      const messages = rehearsed
        .filter(({ at }) => at >= start)
        // Left out only now: it still decides when what goes with it goes.
        .map(({ at, rows: told }) => ({
          at,
          rows: told.filter(({ rule }) => !FOR_THE_MEMBER_ALONE.has(rule)),
        }))
        .filter(({ rows: told }) => told.length > 0);
      if (messages.length > 0) all.push({ reader, messages });
    }
    return {
      going: all.sort(
        (a, b) => firstOf(a) - firstOf(b) || a.reader.name.localeCompare(b.reader.name, 'en-GB'),
      ),
      notKnown: this.topics.all.flatMap((topic) => topic.rules).filter((rule) => !rules.includes(rule)),
    };
  }

  /** What is wanted and was not told, by reader. */
  async #waiting(
    uow: UnitOfWork,
    wanted: readonly Owed[],
    { from, isNow }: { from: Date; isNow: boolean },
  ): Promise<Map<string, (WouldTell & KeyOfReader)[]>> {
    const known = await this.#known(uow, wanted);
    const rows = new Map<string, (WouldTell & KeyOfReader)[]>();
    for (const { reader, rule, subject, edition, usefulUntil = null, actBy = null, toPlan } of wanted) {
      const key = readerKey(reader);
      for (const { name: step, dueAt } of toPlan(from)) {
        const row = known.get(keyOf({ ...reader, rule, subject, step, edition }));
        if (row !== undefined && row.state !== 'planned') continue;
        const { heldUntil = null, hurried = false } = row ?? {};
        // What comes up before the days that are played has gone by then.
        if (!isNow && (dueAt < from || hurried)) continue;
        const would = {
          ...{ ...reader, rule, subject, step, edition },
          ...{ dueAt, usefulUntil, actBy, heldUntil, hurried },
        };
        rows.set(key, [...(rows.get(key) ?? []), would]);
      }
    }
    return rows;
  }

  /** What was told, missed or could not be written is not planned again, but for what comes back. */
  async #known(uow: UnitOfWork, wanted: readonly Wanted[]): Promise<ReadonlyMap<string, Reminder>> {
    const rows = await uow.manager
      .createQueryBuilder(Reminder, 'reminder')
      .where(`reminder.authorityId = :authorityId and not ${COMES_BACK_IN_SQL}`, {
        authorityId: uow.authorityId,
      })
      .andWhere('reminder.subject = any (:subjects)', {
        subjects: [...new Set(wanted.map(({ subject }) => subject))],
      })
      .getMany();
    return new Map(rows.map((row) => [keyOf(row), row]));
  }
}

type KeyOfReader = Pick<Reminder, 'memberId' | 'accountId'>;

const firstOf = ({ messages }: WouldGo): number => Number(messages[0]?.at ?? 0);

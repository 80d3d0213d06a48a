import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Audit } from '../audit/index.js';
import { Clock } from '../platform/clock/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { LOGGER, type Logger } from '../platform/logging/index.js';
import { ReminderPractices } from './practices.js';
import { Reminder } from './reminder.entity.js';
import { stepsToPlan, type Step } from './steps.js';
import type { Planning, Reader, Topic, Wanted } from './topics/topic.js';
import { Topics } from './topics/topics.js';
import { Wishes, wishKey } from './wishes.js';

/** How many rows go to the database in one statement. */
const AT_ONCE = 2_000;

/**
 * Compares what should be told with the rows that are planned: adds what is missing, moves what has another time,
 * withdraws what no longer holds. Planning twice changes nothing: every row has its key.
 */
@Injectable()
export class Planner {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly practices: ReminderPractices,
    private readonly topics: Topics,
    private readonly wishes: Wishes,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async plan(uow: UnitOfWork): Promise<{ planned: number; withdrawn: number }> {
    const now = this.clock.now();
    const practice = await this.practices.of(uow);
    const { wanted, rules } = await this.wanted(uow, { now, today: this.clock.today(), practice });
    const planned = await this.#insert(uow, wanted, now);
    const withdrawn = await this.#withdraw(uow, wanted, rules, now);
    if (planned + withdrawn > 0) {
      this.audit.record(uow, {
        action: 'reminders.planned',
        subject: { type: 'authority', id: uow.authorityId },
        payload: { planned, withdrawn },
      });
    }
    return { planned, withdrawn };
  }

  /**
   * What should be told, without what members have turned off; and the rules that could be asked. A topic that cannot
   * be asked must not keep the others from being told, and what it had planned stands.
   */
  async wanted(uow: UnitOfWork, planning: Planning): Promise<{ wanted: Wanted[]; rules: string[] }> {
    const off = await this.wishes.allOff(uow);
    const wanted: Wanted[] = [];
    const rules: string[] = [];
    for (const topic of this.topics.all) {
      const told = await this.#ask(uow, topic, planning);
      if (told === undefined) continue;
      rules.push(...topic.rules);
      for (const one of told) wanted.push({ ...one, steps: one.steps.filter(wants(one.reader, topic, off)) });
    }
    return { wanted, rules };
  }

  async #ask(uow: UnitOfWork, topic: Topic, planning: Planning): Promise<Wanted[] | undefined> {
    try {
      // In a savepoint, so that a statement that failed leaves the other topics standing.
      return await uow.manager.transaction((manager) => topic.wanted({ ...uow, manager }, planning));
    } catch (error) {
      const { name } = error as Error;
      this.logger.error({ authorityId: uow.authorityId, topic: topic.rules[0], error: name }, 'not planned');
      return undefined;
    }
  }

  /** The key makes planning twice harmless; what was withdrawn and holds again is planned again. */
  async #insert(uow: UnitOfWork, wanted: readonly Wanted[], now: Date): Promise<number> {
    const rows = new Map<string, object>();
    for (const { reader, usefulUntil, steps, ...of } of wanted) {
      for (const { name: step, dueAt } of stepsToPlan(steps, now)) {
        const row = { ...of, id: randomUUID(), member_id: reader.memberId, account_id: reader.accountId };
        rows.set(keyOf({ ...reader, ...of, step }), {
          ...row,
          ...{ step, due_at: dueAt, useful_until: usefulUntil ?? null },
        });
      }
    }
    const all = [...rows.values()];
    let planned = 0;
    for (let from = 0; from < all.length; from += AT_ONCE) {
      const added = await uow.manager.query<unknown[]>(
        `insert into reminder (authority_id, id, member_id, account_id, rule, subject, step, edition, due_at,
                               useful_until, state, planned_at)
         select $1, id, member_id, account_id, rule, subject, step, edition, due_at, useful_until, 'planned', $2
         from jsonb_to_recordset($3::jsonb) as row (id uuid, member_id uuid, account_id uuid, rule text, subject text,
           step text, edition text, due_at timestamptz, useful_until timestamptz)
         on conflict on constraint reminder_is_planned_once do update
         set state = 'planned', reason = null, due_at = excluded.due_at, useful_until = excluded.useful_until,
             held_until = null
         where reminder.state = 'withdrawn'
            or (reminder.state = 'planned' and not reminder.hurried
                and (reminder.due_at, reminder.useful_until)
                    is distinct from (excluded.due_at, excluded.useful_until))
         returning id`,
        [uow.authorityId, now, JSON.stringify(all.slice(from, from + AT_ONCE))],
      );
      planned += added.length;
    }
    return planned;
  }

  /**
   * What is planned and no longer wanted: the duty was met, the meeting cancelled, or something else is told now. What
   * was due while nobody could send it, and is of no use any more, was missed, and is shown as missed.
   */
  async #withdraw(
    uow: UnitOfWork,
    wanted: readonly Wanted[],
    rules: readonly string[],
    now: Date,
  ): Promise<number> {
    const { authorityId } = uow;
    const still = new Set(
      wanted.flatMap(({ reader, steps, ...of }) =>
        steps.map(({ name: step }) => keyOf({ ...reader, ...of, step })),
      ),
    );
    const planned = await uow.manager.findBy(Reminder, {
      authorityId,
      state: 'planned',
      rule: In([...rules]),
    });
    const gone = planned.filter((row) => !still.has(keyOf(row)));
    const missed = gone.filter(
      ({ dueAt, usefulUntil }) => usefulUntil !== null && dueAt < usefulUntil && usefulUntil <= now,
    );
    const withdrawn = gone.filter((row) => !missed.includes(row));
    await this.#settle(uow, missed, { state: 'missed', reason: 'too-late' });
    return this.#settle(uow, withdrawn, { state: 'withdrawn', reason: 'no-longer-owed-or-changed' });
  }

  async #settle(
    uow: UnitOfWork,
    rows: readonly Reminder[],
    as: Pick<Reminder, 'state' | 'reason'>,
  ): Promise<number> {
    let settled = 0;
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      const ids = rows.slice(from, from + AT_ONCE).map(({ id }) => id);
      // Another worker may have put one into a message since: that one stays.
      const { affected } = await uow.manager.update(
        Reminder,
        { authorityId: uow.authorityId, id: In(ids), state: 'planned' },
        as,
      );
      settled += affected ?? 0;
    }
    return settled;
  }
}

function wants(reader: Reader, topic: Topic, off: ReadonlySet<string>): (step: Step) => boolean {
  return ({ name }) => {
    const kind = topic.wishKind(name);
    return kind === undefined || reader.memberId === null || !off.has(wishKey(reader.memberId, kind));
  };
}

function keyOf(
  row: Pick<Reminder, 'memberId' | 'accountId' | 'rule' | 'subject' | 'step' | 'edition'>,
): string {
  const { memberId, accountId, rule, subject, step, edition } = row;
  return [memberId ?? accountId ?? '', rule, subject, step, edition].join(' ');
}

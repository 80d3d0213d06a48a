import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/index.js';
import { Clock } from '../platform/clock/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { HourlyLog } from './hourly-log.js';
import { rowsGone, rowsOf, rowsToWrite, type Owed, type Unread } from './plan.js';
import { settledRows, settle, waitingRows, writePlanned, type KnownRow } from './planned-rows.js';
import { ReminderPractices } from './practices.js';
import { stepsToPlan, type Step } from './steps.js';
import type { Planning, Reader, Topic, Wanted } from './topics/topic.js';
import { Topics } from './topics/topics.js';
import { Wishes, wishKey } from './wishes.js';

/** What one plan did. */
export interface Planned {
  readonly planned: number;
  readonly withdrawn: number;
  /** How many topics could not be asked, and members not read by one: what was planned of those stands. */
  readonly unread: number;
}

/** What should be told, and of what that could not be found out. */
export interface AllWanted {
  readonly wanted: readonly Owed[];
  /** The rules of the topics that could be asked. */
  readonly rules: readonly string[];
  readonly unread: readonly Unread[];
}

/**
 * Compares what should be told with the rows that are planned: adds what is missing, moves what has another time,
 * withdraws what no longer holds. Planning twice changes nothing: every row has its key.
 */
@Injectable()
export class Planner {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly log: HourlyLog,
    private readonly practices: ReminderPractices,
    private readonly topics: Topics,
    private readonly wishes: Wishes,
  ) {}

  async plan(uow: UnitOfWork): Promise<Planned> {
    await this.#oneAtATime(uow);
    const now = this.clock.now();
    const practice = await this.practices.of(uow);
    const planning = { now, today: this.clock.today(), practice, cannotRead: () => undefined };
    const { wanted, rules, unread } = await this.wanted(uow, planning);
    const waiting = await waitingRows(uow, rules);
    const known = [...waiting, ...(await settledRows(uow, wanted))];
    const planned = await writePlanned(uow, rowsToWrite(rowsOf(wanted, now), known, now), now);
    const withdrawn = await this.#withdraw(uow, rowsGone(waiting, wanted, unread), now);
    if (planned + withdrawn > 0) {
      this.audit.record(uow, {
        action: 'reminders.planned',
        subject: { type: 'authority', id: uow.authorityId },
        payload: { planned, withdrawn },
      });
    }
    const notAsked = this.topics.all.filter((topic) => !topic.rules.some((rule) => rules.includes(rule)));
    return { planned, withdrawn, unread: unread.length + notAsked.length };
  }

  /**
   * What should be told, without what members have turned off. A topic that cannot be asked must not keep the others
   * from being told, and what it had planned stands.
   */
  async wanted(uow: UnitOfWork, planning: Planning): Promise<AllWanted> {
    const off = await this.wishes.allOff(uow);
    const wanted: Owed[] = [];
    const rules: string[] = [];
    const unread: Unread[] = [];
    for (const topic of this.topics.all) {
      const missing = new Set<string>();
      const cannotRead = (memberId: string): void => {
        missing.add(memberId);
        planning.cannotRead(memberId);
      };
      const told = await this.#ask(uow, topic, { ...planning, cannotRead });
      if (told === undefined) continue;
      rules.push(...topic.rules);
      for (const one of told) wanted.push(without(one, wants(one.reader, topic, off)));
      for (const memberId of missing) unread.push({ memberId, rules: topic.rules });
    }
    return { wanted, rules, unread };
  }

  /**
   * Plans of an authority follow one another: one that was overtaken would put back what the newer one changed. Until the
   * end of the transaction, and before anything is read, so that each reads what the one before it committed.
   */
  async #oneAtATime({ manager, authorityId }: UnitOfWork): Promise<void> {
    await manager.query(`select pg_advisory_xact_lock(hashtext('reminders.plan'), hashtext($1))`, [
      authorityId,
    ]);
  }

  async #ask(uow: UnitOfWork, topic: Topic, planning: Planning): Promise<Wanted[] | undefined> {
    try {
      // In a savepoint, so that a statement that failed leaves the other topics standing.
      return await uow.manager.transaction((manager) => topic.wanted({ ...uow, manager }, planning));
    } catch (error) {
      const { name } = error as Error;
      this.log.error({ authorityId: uow.authorityId, topic: topic.rules[0], error: name }, 'not planned');
      return undefined;
    }
  }

  /**
   * What is no longer wanted: the duty was met, the meeting cancelled, or something else is told now. What was due while
   * nobody could send it, and is of no use any more, was missed, and is shown as missed.
   */
  async #withdraw(uow: UnitOfWork, gone: readonly KnownRow[], now: Date): Promise<number> {
    const isMissed = ({ dueAt, usefulUntil }: KnownRow): boolean =>
      usefulUntil !== null && dueAt < usefulUntil && usefulUntil <= now;
    await settle(uow, gone.filter(isMissed), { state: 'missed', reason: 'too-late' });
    return settle(
      uow,
      gone.filter((row) => !isMissed(row)),
      { state: 'withdrawn', reason: 'no-longer-owed-or-changed' },
    );
  }
}

/**
 * Which passed step is told is settled among all of them, and only then is left out what was turned off: an older one
 * in its place would bring what the reader does not want, or was told.
 */
function without(one: Wanted, isWanted: (step: Step) => boolean): Owed {
  return {
    ...one,
    steps: one.steps.filter(isWanted),
    toPlan: (now) => stepsToPlan(one.steps, now).filter(isWanted),
  };
}

function wants(reader: Reader, topic: Topic, off: ReadonlySet<string>): (step: Step) => boolean {
  return ({ name }) => {
    const kind = topic.wishKind(name);
    return kind === undefined || reader.memberId === null || !off.has(wishKey(reader.memberId, kind));
  };
}

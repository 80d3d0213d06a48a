import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Audit } from '../audit/index.js';
import { Briefings, newsOf } from '../briefings/index.js';
import { Duties, isOpen } from '../duties/index.js';
import { addDays, type CivilDate } from '../law/index.js';
import { Meetings } from '../meetings/index.js';
import { Clock, londonInstant } from '../platform/clock/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { LOGGER, type Logger } from '../platform/logging/index.js';
import { Reminder } from './reminder.entity.js';
import { Told } from './told.js';
import { clockSteps, meetingSteps, stepsToPlan, type Step } from './steps.js';

/** The rule that a reminder on taking office speaks of. */
export const TAKING_OFFICE = 'england/localism-act-2011/s30(1)';
/** A reminder of a meeting tells its briefing. */
export const BRIEFING = 'briefing';
/** Meetings further away than this are planned later. */
const HORIZON_DAYS = 60;

/** Something to be told, before it is cut into steps. */
interface Wanted {
  readonly memberId: string;
  readonly rule: string;
  readonly subject: string;
  readonly edition: string;
  readonly steps: readonly Step[];
}

/**
 * Compares what should be told with the rows that are planned: adds what is missing, withdraws what no longer holds.
 * Planning twice changes nothing: every row has its key.
 */
@Injectable()
export class Planner {
  constructor(
    private readonly audit: Audit,
    private readonly briefings: Briefings,
    private readonly clock: Clock,
    private readonly duties: Duties,
    private readonly meetings: Meetings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async plan(uow: UnitOfWork): Promise<{ planned: number; withdrawn: number }> {
    const now = this.clock.now();
    const today = this.clock.today();
    const wanted = [...(await this.#takingOffice(uow, today)), ...(await this.#meetings(uow, today, now))];
    let planned = 0;
    for (const want of wanted) {
      for (const step of stepsToPlan(want.steps, now)) planned += await this.#insert(uow, want, step, now);
    }
    const withdrawn = await this.#withdraw(uow, wanted);
    if (planned + withdrawn > 0) {
      this.audit.record(uow, {
        action: 'reminders.planned',
        subject: { type: 'authority', id: uow.authorityId },
        payload: { planned, withdrawn },
      });
    }
    return { planned, withdrawn };
  }

  async #takingOffice(uow: UnitOfWork, today: CivilDate): Promise<Wanted[]> {
    const board = await this.duties.board(uow, today);
    if ('kind' in board) return [];
    return board.duties.flatMap(({ member, term, answer, state }) => {
      if (!isOpen(state) || answer.clock === null) return [];
      const { chaseFrom, lastDay } = answer.clock;
      return [
        {
          memberId: member.id,
          rule: TAKING_OFFICE,
          subject: term.id,
          edition: lastDay,
          steps: clockSteps(chaseFrom, today),
        },
      ];
    });
  }

  async #meetings(uow: UnitOfWork, today: CivilDate, now: Date): Promise<Wanted[]> {
    const wanted: Wanted[] = [];
    const told = await Told.under(uow, BRIEFING);
    for (const meeting of await this.meetings.list(uow, { from: today, to: addDays(today, HORIZON_DAYS) })) {
      const startsAt = londonInstant(meeting.meetsOn, meeting.startsAt);
      if (meeting.status === 'cancelled' || startsAt <= now) continue;
      const [first] = await this.meetings.revisions(uow, meeting.id);
      if (first === undefined) continue;
      const steps = meetingSteps(meeting, first.receivedAt);
      for (const memberId of await this.briefings.membersBriefed(uow, meeting)) {
        const news = await this.#news(uow, meeting.id, memberId);
        if (news === undefined) continue;
        const edition = told.editionOf(memberId, meeting.id, news);
        wanted.push({ memberId, rule: BRIEFING, subject: meeting.id, edition, steps });
      }
    }
    return wanted;
  }

  /** What would be news to a member. Something of theirs that cannot be read must not keep it from all the others. */
  async #news(uow: UnitOfWork, meetingId: string, memberId: string): Promise<string | undefined> {
    try {
      // In a savepoint, so that a statement that failed leaves the rest of the round standing.
      const briefing = await uow.manager.transaction((manager) =>
        this.briefings.make({ ...uow, manager }, meetingId, memberId),
      );
      return briefing.kind === 'briefing' ? newsOf(briefing) : undefined;
    } catch (error) {
      const { name } = error as Error;
      this.logger.error(
        { authorityId: uow.authorityId, memberId, error: name },
        'a briefing could not be made',
      );
      return undefined;
    }
  }

  async #insert(uow: UnitOfWork, want: Wanted, step: Step, now: Date): Promise<number> {
    const { memberId, rule, subject, edition } = want;
    // The key makes planning twice harmless; what was withdrawn and holds again is planned again.
    const rows = await uow.manager.query<unknown[]>(
      `insert into reminder (authority_id, id, member_id, rule, subject, step, edition, due_at, state, planned_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'planned', $9)
       on conflict on constraint reminder_is_planned_once do update set state = 'planned', reason = null
       where reminder.state = 'withdrawn'
       returning id`,
      [uow.authorityId, randomUUID(), memberId, rule, subject, step.name, edition, step.dueAt, now],
    );
    return rows.length;
  }

  /** What is planned and no longer wanted: the duty was met, the meeting cancelled, or something else is told now. */
  async #withdraw(uow: UnitOfWork, wanted: readonly Wanted[]): Promise<number> {
    const still = new Set(wanted.map(keyOf));
    const planned = await uow.manager.findBy(Reminder, { authorityId: uow.authorityId, state: 'planned' });
    const gone = planned.filter((row) => !still.has(keyOf(row)));
    if (gone.length === 0) return 0;
    // Another worker may have put one into a message since: that one stays.
    const { affected } = await uow.manager.update(
      Reminder,
      { authorityId: uow.authorityId, id: In(gone.map(({ id }) => id)), state: 'planned' },
      { state: 'withdrawn', reason: 'no-longer-owed-or-changed' },
    );
    return affected ?? 0;
  }
}

function keyOf(row: Pick<Reminder, 'memberId' | 'rule' | 'subject' | 'edition'>): string {
  return [row.memberId, row.rule, row.subject, row.edition].join(' ');
}

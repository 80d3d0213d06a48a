import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { Audit } from '../../audit/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, INSTALLATION, type Actor, type UnitOfWork } from '../../platform/database/index.js';
import { LOGGER, type Logger } from '../../platform/logging/index.js';
import { JobQueue, QueueUnreachable } from '../../platform/queue/index.js';
import { IntakeSeal, type IntakeContent } from './intake-content.js';
import type { IntakeProblem, IntakeRow } from './intake-row.js';
import { Intake, IntakeCouncil } from './intake.entity.js';
import { Intakes, rowsOf } from './intakes.js';
import { Invitations } from './invitations.js';
import { KnownPeople, type Planned } from './known-people.js';
import { TakeCouncil } from './take-council.js';

const TAKE_IN = 'intake.take-in';
const ROUND = 'intake.round';
/** Machine time between two looks at what was begun and is not done. */
const ROUND_EVERY = 60_000;
const SYSTEM: Actor = { kind: 'system', name: 'intake' };

export type WhyNotBegun = 'intake-gone' | 'no-longer-fits';

/**
 * Takes a file in, council by council. Each council is one transaction: its members, terms, invitations and the row that
 * says it is done are saved together or not at all. So a job that runs twice, or again after its process ended in the
 * middle, finds what is done and goes on with the rest.
 */
@Injectable()
export class TakingIn implements OnModuleInit {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly council: TakeCouncil,
    private readonly database: Database,
    private readonly intakes: Intakes,
    private readonly invitations: Invitations,
    private readonly known: KnownPeople,
    private readonly queue: JobQueue,
    private readonly seal: IntakeSeal,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.queue.handle(TAKE_IN, (id) => this.run(id));
    this.queue.handleInRounds(ROUND, ROUND_EVERY, () => this.round());
  }

  /** What was begun while the queue was away, invitations whose day has come, and files that nobody has begun. */
  async round(): Promise<void> {
    const begun = await this.#inInstallation(SYSTEM, (uow) =>
      uow.manager.findBy(Intake, { authorityId: INSTALLATION, state: 'taking-in' }),
    );
    await this.queue.addAll(
      TAKE_IN,
      begun.map(({ id }) => id),
    );
    await this.invitations.handOn();
    await this.intakes.forgetOld();
  }

  /**
   * Has a file taken in by a job. Everything is held against who is known once more: what no longer fits begins nothing.
   * Begun again while the job waits or runs, or after it stopped, it is one job still.
   */
  async begin(
    id: string,
    sendsInvitations: boolean,
    actor: Actor,
  ): Promise<{ id: string } | { refused: WhyNotBegun }> {
    if (actor.kind !== 'person') throw new Error('Only a person has members taken in.');
    const opened = await this.intakes.find(id, actor);
    if (opened?.content.rows === undefined) return { refused: 'intake-gone' };
    if (opened.intake.state !== 'taking-in') {
      const { problems } = await this.intakes.dryRun(opened, actor);
      if (problems.length > 0) return { refused: 'no-longer-fits' };
    }
    const begun = await this.#inInstallation(actor, async (uow) => {
      const { affected } = await uow.manager.update(
        Intake,
        { authorityId: INSTALLATION, id, state: In(['read', 'stopped']) },
        { state: 'taking-in', sendsInvitations, begunBy: actor.accountId, badRows: 0 },
      );
      if (affected === 1)
        this.audit.record(uow, {
          action: 'intake.begun',
          subject: { type: 'intake', id },
          payload: { sendsInvitations },
        });
      return affected === 1;
    });
    if (!begun && opened.intake.state !== 'taking-in') return { refused: 'intake-gone' };
    // After the commit, so that the job finds what it is to do; what is lost before or here, the next round hands on.
    await this.queue.add(TAKE_IN, id).catch((error: unknown) => {
      if (!(error instanceof QueueUnreachable)) throw error;
      this.logger.warn({ intakeId: id }, 'the queue is away: an intake waits for it');
    });
    return { id };
  }

  /** The job. Safe to run twice, and at once: whoever comes second finds each council done. */
  async run(id: string): Promise<void> {
    const opened = await this.intakes.find(id, SYSTEM);
    const { rows } = opened?.content ?? {};
    if (opened?.intake.state !== 'taking-in' || rows === undefined) return;
    const councils = byCouncil(rows);
    let done = 0;
    for (const [authorityId, theirs] of councils) {
      const problems = await this.#takeOne(opened.intake, authorityId, theirs, done);
      if (problems === 'gone') return;
      if (problems.length > 0) return this.#stop(opened.intake, opened.content, problems);
      done += theirs.length;
      await this.#tell(id, done);
    }
    await this.#finish(id, rows.length);
    await this.invitations.handOn(councils.map(([authorityId]) => authorityId));
  }

  /** One council, once. What no longer fits there is answered, and nothing of the council is saved. */
  async #takeOne(
    intake: Intake,
    authorityId: string,
    rows: readonly IntakeRow[],
    doneBefore: number,
  ): Promise<Planned['problems'] | 'gone'> {
    const { id, begunBy } = intake;
    const concerned = await this.known.concerned(rows);
    const alsoSees = concerned.authorityIds.filter((other) => other !== authorityId);
    const actor: Actor = { kind: 'person', accountId: begunBy ?? '' };
    return this.database.unitOfWork(
      { authorityId, alsoSees: [...alsoSees, INSTALLATION], actor },
      async (uow) => {
        // One at a time takes members into a council: of two the second one finds what the first has done.
        await uow.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
          `intake:${authorityId}`,
        ]);
        if (await uow.manager.existsBy(IntakeCouncil, { authorityId, intakeId: id })) return [];
        if (!(await uow.manager.existsBy(Intake, { authorityId: INSTALLATION, id, state: 'taking-in' })))
          return 'gone';
        const { plans, problems, continued } = await this.known.plan(
          uow,
          rows,
          concerned,
          intake.wholeCouncil,
        );
        const [plan] = plans;
        if (problems.length > 0 || plan === undefined) return problems;
        await this.council.take(uow, intake, plan, continued, (written) =>
          this.#tell(id, doneBefore + written),
        );
        return [];
      },
    );
  }

  /** In a transaction of its own: what the long one writes nobody sees before its end. */
  async #tell(id: string, done: number): Promise<void> {
    await this.#inInstallation(SYSTEM, (uow) =>
      uow.manager.update(Intake, { authorityId: INSTALLATION, id, state: 'taking-in' }, { done }),
    );
  }

  /** Names and addresses are kept no longer. */
  async #finish(id: string, done: number): Promise<void> {
    await this.#inInstallation(SYSTEM, async (uow) => {
      const { affected } = await uow.manager.update(
        Intake,
        { authorityId: INSTALLATION, id, state: 'taking-in' },
        { state: 'taken-in', done, content: this.seal.seal(id, {}), takenInAt: this.clock.now() },
      );
      if (affected === 1)
        this.audit.record(uow, {
          action: 'intake.finished',
          subject: { type: 'intake', id },
          payload: { rows: done },
        });
    });
  }

  async #stop({ id }: Intake, content: IntakeContent, problems: readonly IntakeProblem[]): Promise<void> {
    await this.#inInstallation(SYSTEM, async (uow) => {
      const { affected } = await uow.manager.update(
        Intake,
        { authorityId: INSTALLATION, id, state: 'taking-in' },
        {
          state: 'stopped',
          badRows: rowsOf(problems),
          content: this.seal.seal(id, { ...content, problems }),
        },
      );
      if (affected === 1)
        this.audit.record(uow, {
          action: 'intake.stopped',
          subject: { type: 'intake', id },
          payload: { badRows: rowsOf(problems) },
        });
    });
  }

  async #inInstallation<T>(actor: Actor, work: (uow: UnitOfWork) => Promise<T>): Promise<T> {
    return this.database.unitOfWork({ authorityId: INSTALLATION, actor }, work);
  }
}

/** The rows of each council, the councils in the order in which the file names them. */
function byCouncil(rows: readonly IntakeRow[]): [string, IntakeRow[]][] {
  const councils = new Map<string, IntakeRow[]>();
  for (const row of rows) {
    const before = councils.get(row.authorityId);
    if (before === undefined) councils.set(row.authorityId, [row]);
    else before.push(row);
  }
  return [...councils];
}

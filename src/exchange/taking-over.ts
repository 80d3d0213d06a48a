import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { Audit } from '../audit/index.js';
import { civilDate, type CivilDate } from '../law/index.js';
import { Clock } from '../platform/clock/index.js';
import { Database, type Acting, type UnitOfWork } from '../platform/database/index.js';
import { LOGGER, type Logger } from '../platform/logging/index.js';
import { JobQueue, QueueUnreachable } from '../platform/queue/index.js';
import { Notifications, Register } from '../register/index.js';
import {
  ImportSeal,
  type ImportContent,
  type ImportFailure,
  type MemberToTakeOver,
  type TakeOverOrder,
} from './import-content.js';
import { RegisterImport } from './register-import.entity.js';

const TAKE_OVER = 'register-import.take-over';
const ROUND = 'register-import.round';
/** Machine time between two looks at what was ordered and is not done. */
const ROUND_EVERY = 60_000;
/** How often a job that enters many rows says how far it is: at every fiftieth part. */
const PARTS = 50;

export type TakeOverRefusal =
  { readonly refused: 'import-gone' } | { readonly refused: ImportFailure['why'] };

/**
 * Takes over what was read: each member's part becomes a notification that the officer records, entered at once. All of a
 * file is one transaction, so that it is in the register whole or not at all, and taking it over again enters nothing.
 */
@Injectable()
export class TakingOver implements OnModuleInit {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly notifications: Notifications,
    private readonly queue: JobQueue,
    private readonly register: Register,
    private readonly seal: ImportSeal,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.queue.handle(TAKE_OVER, async (id) => {
      const [authorityId = '', importId = ''] = id.split('/');
      await this.run(authorityId, importId);
    });
    this.queue.handleInRounds(ROUND, ROUND_EVERY, () => this.#handOnAgain());
  }

  /** Ordered while the queue was away, or lost with it: the row is the order, and the queue only carries it. */
  async #handOnAgain(): Promise<void> {
    const ordered = await this.database.acrossAuthorities((manager) =>
      manager.query<{ authority_id: string; id: string }[]>('select * from imports_being_taken_over()'),
    );
    await this.queue.addAll(
      TAKE_OVER,
      ordered.map(({ authority_id, id }) => `${authority_id}/${id}`),
    );
  }

  /** Takes over one member's register that an officer has checked. What is refused has changed nothing. */
  async one(
    acting: Acting,
    id: string,
    part: MemberToTakeOver,
    receivedOn: CivilDate,
  ): Promise<{ id: string } | TakeOverRefusal> {
    try {
      return await this.database.unitOfWork(acting, async (uow) => {
        await holdImport(uow, id);
        const failure = await this.#enter(uow, part, receivedOn);
        if (failure !== undefined) throw new Undone({ refused: failure.why });
        await this.#finish(uow, id, 'read', { members: 1, rows: part.rows });
        return { id };
      });
    } catch (error) {
      if (error instanceof Undone) return error.refusal;
      throw error;
    }
  }

  /** Has a file taken over by a job. Asked again while the job waits or runs, or after it failed, it is one job still. */
  async begin(acting: Acting, id: string, receivedOn: CivilDate): Promise<{ id: string } | TakeOverRefusal> {
    if (acting.actor.kind !== 'person') throw new Error('Only a person takes a register over.');
    const order = { accountId: acting.actor.accountId, receivedOn };
    const begun = await this.database.unitOfWork(acting, (uow) => this.#order(uow, id, order));
    // After the commit, so that the job finds what it is to do; what is lost before or here, the next round hands on.
    if (!('refused' in begun)) {
      await this.queue.add(TAKE_OVER, `${acting.authorityId}/${id}`).catch((error: unknown) => {
        if (!(error instanceof QueueUnreachable)) throw error;
        this.logger.warn({ importId: id }, 'the queue is away: a take-over waits for it');
      });
    }
    return begun;
  }

  /** The job. Safe to run twice, and at once: whoever comes second finds it done. */
  async run(authorityId: string, id: string): Promise<void> {
    const asSystem: Acting = { authorityId, actor: { kind: 'system', name: TAKE_OVER } };
    const order = await this.database.unitOfWork(asSystem, async (uow) => (await this.#open(uow, id))?.order);
    if (order === undefined) return;
    const asOfficer: Acting = { authorityId, actor: { kind: 'person', accountId: order.accountId } };
    try {
      await this.database.unitOfWork(asOfficer, (uow) => this.#enterAll(uow, asSystem, id));
    } catch (error) {
      // Thrown away, or done by another job in the meantime.
      if (error instanceof Undone && error.failures === undefined) return;
      if (isInTheWay(error)) throw error;
      if (!(error instanceof Undone)) this.#report(id, error);
      await this.#fail(asSystem, id, error instanceof Undone ? (error.failures ?? []) : []);
    }
  }

  async #order(uow: UnitOfWork, id: string, order: TakeOverOrder): Promise<{ id: string } | TakeOverRefusal> {
    const { authorityId } = uow;
    if (order.receivedOn > this.clock.today()) return { refused: 'not-yet' };
    const where = { authorityId, id, form: 'csv' as const, state: In(['read', 'failed', 'taking-over']) };
    const row = await uow.manager.findOne(RegisterImport, { where, lock: { mode: 'pessimistic_write' } });
    if (row === null) return { refused: 'import-gone' };
    // One that runs already goes on as it was ordered.
    if (row.state === 'taking-over') return { id };
    const { members = [] } = this.seal.open(row);
    await uow.manager.update(
      RegisterImport,
      { authorityId, id },
      { state: 'taking-over', done: 0, content: this.seal.seal(row, { members, order }) },
    );
    return { id };
  }

  async #enterAll(uow: UnitOfWork, asSystem: Acting, id: string): Promise<void> {
    await holdImport(uow, id);
    const content = await this.#open(uow, id);
    if (content?.order === undefined || content.members === undefined)
      throw new Undone({ refused: 'import-gone' });
    const { members, order } = content;
    const total = members.reduce((sum, { rows }) => sum + rows, 0);
    const failures: ImportFailure[] = [];
    let done = 0;
    let told = 0;
    for (const part of members) {
      const failure = await this.#enter(uow, part, civilDate(order.receivedOn));
      if (failure !== undefined) failures.push(failure);
      done += part.rows;
      if (done - told < total / PARTS) continue;
      told = done;
      await this.#tell(asSystem, id, done);
    }
    const [first] = failures;
    if (first !== undefined) throw new Undone({ refused: first.why }, failures);
    await this.#finish(uow, id, 'taking-over', { members: members.length, rows: total });
  }

  /** What is to be taken over, while that is still so. */
  async #open(uow: UnitOfWork, id: string): Promise<ImportContent | undefined> {
    const where = { authorityId: uow.authorityId, id, state: 'taking-over' as const };
    const row = await uow.manager.findOneBy(RegisterImport, where);
    return row === null ? undefined : this.seal.open(row);
  }

  async #enter(
    uow: UnitOfWork,
    part: MemberToTakeOver,
    receivedOn: CivilDate,
  ): Promise<ImportFailure | undefined> {
    const { memberId, name, hasPartner, answers } = part;
    const form = { memberId, channel: 'import', receivedOn, hasPartner, answers } as const;
    const recorded = await this.notifications.record(uow, form);
    if ('refused' in recorded) return { name, why: recorded.refused };
    const entered = await this.register.enter(uow, recorded.id);
    return 'refused' in entered ? { name, why: entered.refused } : undefined;
  }

  /** Its last step: whoever threw it away meanwhile has undone all of it. What was read is kept no longer. */
  async #finish(
    uow: UnitOfWork,
    id: string,
    from: RegisterImport['state'],
    counts: { members: number; rows: number },
  ): Promise<void> {
    const { authorityId } = uow;
    const { affected } = await uow.manager.update(
      RegisterImport,
      { authorityId, id, state: from },
      {
        ...{ state: 'taken-over', done: counts.rows, total: counts.rows, takenOverAt: this.clock.now() },
        content: this.seal.seal({ authorityId, id }, {}),
      },
    );
    if (affected !== 1) throw new Undone({ refused: 'import-gone' });
    this.audit.record(uow, {
      action: 'register-import.taken-over',
      subject: { type: 'register-import', id },
      payload: counts,
    });
  }

  /** In a transaction of its own: what the long one writes nobody sees before its end. */
  async #tell(asSystem: Acting, id: string, done: number): Promise<void> {
    await this.database.unitOfWork(asSystem, async (uow) => {
      const { authorityId } = uow;
      await uow.manager.update(RegisterImport, { authorityId, id, state: 'taking-over' }, { done });
    });
  }

  async #fail(asSystem: Acting, id: string, failures: readonly ImportFailure[]): Promise<void> {
    await this.database.unitOfWork(asSystem, async (uow) => {
      const { authorityId } = uow;
      const content = await this.#open(uow, id);
      if (content === undefined) return;
      await uow.manager.update(
        RegisterImport,
        { authorityId, id, state: 'taking-over' },
        { state: 'failed', done: 0, content: this.seal.seal({ authorityId, id }, { ...content, failures }) },
      );
    });
  }

  #report(id: string, error: unknown): void {
    const { name } = error as Error;
    this.logger.error(
      { importId: id, error: name },
      'a register could not be taken over; nothing of it was saved',
    );
  }
}

/** Leaves the transaction, so that everything in it is undone. */
class Undone extends Error {
  constructor(
    readonly refusal: TakeOverRefusal,
    readonly failures?: readonly ImportFailure[],
  ) {
    super('Undone.');
  }
}

/** Whether another transaction was in the way, and no more: the queue tries such a job again after a pause. */
function isInTheWay(error: unknown): boolean {
  const { driverError } = error as { driverError?: { code?: string } };
  // Deadlock detected; could not serialize.
  return driverError?.code === '40P01' || driverError?.code === '40001';
}

/** One at a time takes an import over. Not a lock on its row: how far it is must be told meanwhile. */
async function holdImport(uow: UnitOfWork, id: string): Promise<void> {
  await uow.manager.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`register_import:${id}`]);
}

import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In, LessThan, Not } from 'typeorm';
import { Audit } from '../../audit/index.js';
import { Authorities } from '../../authorities/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, INSTALLATION, type Actor, type UnitOfWork } from '../../platform/database/index.js';
import type { CsvRefusal } from '../register-csv/index.js';
import { IntakeSeal, type IntakeContent } from './intake-content.js';
import type { IntakeProblem } from './intake-row.js';
import { Intake } from './intake.entity.js';
import { KnownPeople, type Planned } from './known-people.js';
import { inOrder, readIntake } from './read-intake.js';
import { readIntakeText, type TextRefusal } from './read-text.js';

/** Why a file is not read. Nothing of it is kept. */
export type IntakeRefusal =
  | { readonly text: TextRefusal }
  | { readonly csv: CsvRefusal }
  /** The very same file is in hand or taken in: this is the intake of it. */
  | { readonly knownAs: string };

export interface OpenedIntake {
  readonly intake: Intake;
  readonly content: IntakeContent;
}

/** What was read and never begun is emptied after so many days: names and addresses are kept no longer than they wait. */
const KEPT_DAYS = 30;
const DAY = 86_400_000;
/** So many of the newest are listed. */
const LISTED = 50;

/** Files of members: read and checked, shown before anything is done, thrown away. `TakingIn` does what they say. */
@Injectable()
export class Intakes {
  constructor(
    private readonly audit: Audit,
    private readonly authorities: Authorities,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly known: KnownPeople,
    private readonly seal: IntakeSeal,
  ) {}

  /**
   * Reads a file. One bad row keeps all of it from being begun: then what is wrong is kept for the list of errors, and
   * no row of it.
   */
  async receive(
    bytes: Uint8Array,
    wholeCouncil: boolean,
    actor: Actor,
  ): Promise<{ id: string } | { refused: IntakeRefusal }> {
    const read = readIntakeText(bytes);
    if ('refused' in read) return { refused: { text: read.refused } };
    const contentHash = createHash('sha256').update(String(wholeCouncil)).update(bytes).digest();
    const known = await this.#withHash(contentHash, actor);
    if (known !== undefined) return { refused: { knownAs: known } };
    const councils = await this.authorities.all();
    const reading = readIntake(read.text, { councils, today: this.clock.today(), wholeCouncil });
    if ('refused' in reading) return { refused: { csv: reading } };
    const among = await this.#plan(reading.rows, wholeCouncil, actor);
    const problems = inOrder([...reading.problems, ...among.problems]);
    const content = problems.length > 0 ? { problems } : { rows: reading.rows };
    return this.#keep({ contentHash, wholeCouncil, total: reading.total, content }, actor);
  }

  async find(id: string, actor: Actor): Promise<OpenedIntake | undefined> {
    const intake = await this.#inInstallation(actor, (uow) =>
      uow.manager.findOneBy(Intake, { authorityId: INSTALLATION, id }),
    );
    return intake === null ? undefined : { intake, content: this.seal.open(intake) };
  }

  /** The newest first. */
  async list(actor: Actor): Promise<Intake[]> {
    const where = { authorityId: INSTALLATION, state: Not('discarded' as const) };
    const order = { readAt: 'DESC', id: 'ASC' } as const;
    return this.#inInstallation(actor, (uow) => uow.manager.find(Intake, { where, order, take: LISTED }));
  }

  /** What a file that was read would do now: nothing is changed by it. */
  async dryRun({ intake, content }: OpenedIntake, actor: Actor): Promise<Planned> {
    return this.#plan(content.rows ?? [], intake.wholeCouncil, actor);
  }

  /** Throws a file away, and stops one that is being taken in: councils that are done stay done. */
  async discard(id: string, actor: Actor): Promise<{ id: string } | { refused: 'intake-gone' }> {
    return this.#inInstallation(actor, async (uow) => {
      const state = In(['refused', 'read', 'taking-in', 'stopped']);
      const { affected } = await uow.manager.update(
        Intake,
        { authorityId: INSTALLATION, id, state },
        { state: 'discarded', content: this.seal.seal(id, {}) },
      );
      if (affected !== 1) return { refused: 'intake-gone' as const };
      this.audit.record(uow, { action: 'intake.discarded', subject: { type: 'intake', id } });
      return { id };
    });
  }

  /** Empties what nobody has begun for a month. Safe to run at any time. */
  async forgetOld(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_DAYS * DAY);
    const actor = { kind: 'system', name: 'intake' } as const;
    const old = await this.#inInstallation(actor, (uow) =>
      uow.manager.find(Intake, {
        where: { authorityId: INSTALLATION, state: In(['refused', 'read']), readAt: LessThan(before) },
      }),
    );
    for (const { id } of old) await this.discard(id, actor);
  }

  async #plan(rows: IntakeContent['rows'] & object, wholeCouncil: boolean, actor: Actor): Promise<Planned> {
    const concerned = await this.known.concerned(rows);
    const acting = { authorityId: INSTALLATION, alsoSees: concerned.authorityIds, actor };
    return this.database.unitOfWork(acting, (uow) => this.known.plan(uow, rows, concerned, wholeCouncil));
  }

  async #withHash(contentHash: Buffer, actor: Actor): Promise<string | undefined> {
    const state = Not(In(['refused', 'discarded']));
    const found = await this.#inInstallation(actor, (uow) =>
      uow.manager.findOneBy(Intake, { authorityId: INSTALLATION, contentHash, state }),
    );
    return found?.id;
  }

  async #keep(
    read: { contentHash: Buffer; wholeCouncil: boolean; total: number; content: IntakeContent },
    actor: Actor,
  ): Promise<{ id: string } | { refused: IntakeRefusal }> {
    if (actor.kind !== 'person') throw new Error('Only a person gives a file of members.');
    const { content, ...rest } = read;
    const id = randomUUID();
    const badRows = rowsOf(content.problems ?? []);
    const kept = await this.#inInstallation(actor, async (uow) => {
      const row = {
        ...rest,
        ...{ authorityId: INSTALLATION, id, badRows, done: 0, sendsInvitations: true },
        state: badRows > 0 ? ('refused' as const) : ('read' as const),
        ...{ content: this.seal.seal(id, content), readAt: this.clock.now(), readBy: actor.accountId },
      };
      // Of two at once the second one finds that the first has its hash.
      const inserted = await uow.manager
        .createQueryBuilder()
        .insert()
        .into(Intake)
        .values(row)
        .orIgnore()
        .returning('id')
        .execute();
      if ((inserted.raw as unknown[]).length === 0) return false;
      this.audit.record(uow, {
        action: 'intake.read',
        subject: { type: 'intake', id },
        payload: { rows: rest.total, badRows, wholeCouncil: rest.wholeCouncil },
      });
      return true;
    });
    if (kept) return { id };
    return { refused: { knownAs: (await this.#withHash(rest.contentHash, actor)) ?? id } };
  }

  async #inInstallation<T>(actor: Actor, work: (uow: UnitOfWork) => Promise<T>): Promise<T> {
    return this.database.unitOfWork({ authorityId: INSTALLATION, actor }, work);
  }
}

/** In how many rows something is wrong. */
export const rowsOf = (problems: readonly IntakeProblem[]): number =>
  new Set(problems.map(({ row }) => row)).size;

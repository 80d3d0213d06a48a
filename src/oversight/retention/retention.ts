import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/index.js';
import { addDays } from '../../law/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, INSTALLATION, type Acting, type UnitOfWork } from '../../platform/database/index.js';
import { Sealer } from '../../platform/sealing/index.js';
import { ERASE } from './erase.js';
import { RetentionHolds, takeTurn, type Held } from './holds.js';
import { KEPT_BY_INSTALLATION, RETENTION_KINDS, type InstallationKind, type RetentionKind } from './kinds.js';
import { RetentionPeriods } from './periods.js';
import { countsOf, dueOf, type Asked, type Counts, type Kept } from './what-is-due.js';

/** What would be erased of one kind. Nothing is changed by asking. */
export interface Foreseen extends Counts {
  readonly kind: RetentionKind;
  readonly months: number;
  /** What falls due in the SOON_DAYS days after today, besides. */
  readonly soon: number;
  /** The first of what is due. */
  readonly first: readonly Kept[];
}

export interface LastRun {
  readonly on: string;
  readonly erased: number;
}

export const SOON_DAYS = 30;
/** More than anybody reads; the count beside it is whole. */
const SHOWN = 20;
/** So many go in one transaction and one event: a worker that is killed loses no more than this work. */
const BATCH = 200;

/** Erases what is due, and foresees it. Each batch is whole with its event or not there, and may be done again. */
@Injectable()
export class Retention {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly holds: RetentionHolds,
    private readonly periods: RetentionPeriods,
    private readonly sealer: Sealer,
  ) {}

  /** What the next run would erase of each kind, and what stands back. */
  async foresee(uow: UnitOfWork): Promise<Foreseen[]> {
    const held = await this.holds.held(uow);
    const periods = await this.periods.of(uow);
    const today = this.clock.today();
    const all: Foreseen[] = [];
    for (const kind of RETENTION_KINDS) {
      const asked = { kind, months: periods[kind], onDay: today, held: held.members };
      const soonAsked = { ...asked, onDay: addDays(today, SOON_DAYS) };
      const [now, soon] = [await countsOf(uow, asked), await countsOf(uow, soonAsked)];
      const { due, heldBack } = isKept(kind, held) ? { due: 0, heldBack: now.due + now.heldBack } : now;
      const first = due === 0 ? [] : await dueOf(uow, asked, SHOWN);
      all.push({ ...{ kind, months: periods[kind], due, heldBack, first }, soon: soon.due - now.due });
    }
    return all;
  }

  /** When this authority was last looked through; undefined where it never was. */
  async lastRun({ manager, authorityId }: UnitOfWork): Promise<LastRun | undefined> {
    const [run] = await manager.query<LastRun[]>(
      'select last_on::text as on, erased from retention_run where authority_id = $1',
      [authorityId],
    );
    return run;
  }

  /** Authorities, and the installation, that were not looked through today. Ids alone. */
  async toLookThrough(): Promise<string[]> {
    const rows = await this.database.acrossAuthorities((manager) =>
      manager.query<{ authority_id: string }[]>('select authority_id from authorities_to_look_through($1)', [
        this.clock.today(),
      ]),
    );
    return rows.map(({ authority_id }) => authority_id);
  }

  /** Erases everything that is due at one authority, batch after batch. Gives how much that was. */
  async lookThrough(authorityId: string): Promise<number> {
    const acting = actingFor(authorityId);
    const kinds: readonly (RetentionKind | InstallationKind)[] =
      authorityId === INSTALLATION
        ? (Object.keys(KEPT_BY_INSTALLATION) as InstallationKind[])
        : RETENTION_KINDS;
    let erased = 0;
    for (const kind of kinds) {
      let gone: number;
      do {
        gone = await this.database.unitOfWork(acting, (uow) => this.#eraseBatch(uow, kind));
        erased += gone;
      } while (gone === BATCH);
    }
    await this.database.unitOfWork(acting, (uow) => this.#ran(uow, erased));
    return erased;
  }

  async #eraseBatch(uow: UnitOfWork, kind: RetentionKind | InstallationKind): Promise<number> {
    await takeTurn(uow);
    const held = await this.holds.held(uow);
    if (isKept(kind, held)) return 0;
    const asked: Asked = {
      ...{ kind, months: await this.#months(uow, kind) },
      ...{ onDay: this.clock.today(), held: held.members },
    };
    const batch = await dueOf(uow, asked, BATCH);
    const [first] = batch;
    if (first === undefined) return 0;
    await ERASE[kind](uow, batch, asked, this.sealer);
    this.audit.record(uow, {
      action: 'retention.erased',
      subject: { type: 'retention-period', id: kind },
      // Whose it was, and never what it said.
      payload: {
        ...{ months: asked.months, rows: batch.length },
        ...{ countedFrom: first.since, countedTo: batch.at(-1)?.since },
        memberIds: [...new Set(batch.flatMap(({ memberId }) => memberId ?? []))],
      },
    });
    return batch.length;
  }

  async #months(uow: UnitOfWork, kind: RetentionKind | InstallationKind): Promise<number> {
    if (uow.authorityId === INSTALLATION) return KEPT_BY_INSTALLATION[kind as InstallationKind];
    return (await this.periods.of(uow))[kind as RetentionKind];
  }

  async #ran({ manager, authorityId }: UnitOfWork, erased: number): Promise<void> {
    await manager.query(
      `insert into retention_run (authority_id, last_on, finished_at, erased) values ($1, $2, $3, $4)
       on conflict (authority_id) do update set last_on = $2, finished_at = $3, erased = $4`,
      [authorityId, this.clock.today(), this.clock.now(), erased],
    );
  }
}

/**
 * Whether nothing of a kind goes at all: where everything is held; and what events said, which tell of many people at once,
 * while anybody is.
 */
const isKept = (kind: RetentionKind | InstallationKind, { everything, members }: Held): boolean =>
  everything || (kind === 'audit-words' && members.length > 0);

const actingFor = (authorityId: string): Acting => ({
  ...{ authorityId, actor: { kind: 'system', name: 'retention' } },
});

import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import type { Acting, UnitOfWork } from './acting.js';

/** The only way to the tables: a unit of work for an acting authority, or a named function that crosses authorities. */
@Injectable()
export class Database {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Opens a transaction that sees and writes the rows of the acting authority alone (row-level security), runs the
   * work, and commits state and audit together or not at all. An exception rolls everything back.
   */
  async unitOfWork<T>(acting: Acting, work: (uow: UnitOfWork) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (manager) => {
      const seen = [acting.authorityId, ...(acting.alsoSees ?? [])];
      await manager.query(`select set_config('probity.authority_ids', $1, true)`, [`{${seen.join(',')}}`]);
      const last: (() => Promise<void>)[] = [];
      const result = await work({ ...acting, manager, beforeCommit: (step) => void last.push(step) });
      for (const step of last) await step();
      return result;
    });
  }

  /**
   * Reads across authorities by one of the named SECURITY DEFINER functions, or from the tables that stand outside
   * all authorities (accounts). Row-level security shows nothing else here.
   */
  async acrossAuthorities<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return work(this.dataSource.manager);
  }

  /** How many connections this process keeps, how many of them do nothing, and how many requests wait for one. */
  connections(): Readonly<Record<'open' | 'idle' | 'waited-for', number>> {
    const { master } = this.dataSource.driver as unknown as { master: pg.Pool };
    return { open: master.totalCount, idle: master.idleCount, 'waited-for': master.waitingCount };
  }

  /** Answers when the database does. */
  async ping(): Promise<void> {
    await this.dataSource.query('select 1');
  }
}

import { Injectable } from '@nestjs/common';
import { civilDate, type CivilDate } from '../../law/index.js';
import { Database } from '../../platform/database/index.js';

/** An authority as anybody may see it. */
export interface NamedAuthority {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/** Councils that were continued at once: some merged into one, or one split into some. Public. */
export interface HandOver {
  readonly id: string;
  readonly vestingOn: CivilDate;
  readonly predecessors: readonly NamedAuthority[];
  readonly successors: readonly NamedAuthority[];
}

interface Row {
  readonly hand_over_id: string;
  readonly vesting_on: string;
  readonly predecessor_id: string;
  readonly predecessor_slug: string;
  readonly predecessor_name: string;
  readonly successor_id: string;
  readonly successor_slug: string;
  readonly successor_name: string;
}

/** Who continues whom, and since when. */
@Injectable()
export class Successions {
  constructor(private readonly database: Database) {}

  /** Every hand-over, or those that one authority is part of, by their day. */
  async list(authorityId?: string): Promise<HandOver[]> {
    const rows = await this.database.acrossAuthorities((manager) =>
      manager.query<Row[]>(
        `select hand_over_id, to_char(vesting_on, 'YYYY-MM-DD') as vesting_on, predecessor_id, predecessor_slug,
           predecessor_name, successor_id, successor_slug, successor_name from successions_of($1)`,
        [authorityId ?? null],
      ),
    );
    const ids = [...new Set(rows.map((row) => row.hand_over_id))];
    return ids.map((id) =>
      handOver(
        id,
        rows.filter((row) => row.hand_over_id === id),
      ),
    );
  }

  async find(id: string): Promise<HandOver | undefined> {
    return (await this.list()).find((one) => one.id === id);
  }
}

function handOver(id: string, rows: readonly Row[]): HandOver {
  return {
    id,
    vestingOn: civilDate(rows[0]?.vesting_on ?? ''),
    predecessors: each(
      rows.map((row) => named(row.predecessor_id, row.predecessor_slug, row.predecessor_name)),
    ),
    successors: each(rows.map((row) => named(row.successor_id, row.successor_slug, row.successor_name))),
  };
}

const named = (id: string, slug: string, name: string): NamedAuthority => ({ id, slug, name });

const each = (all: readonly NamedAuthority[]): NamedAuthority[] => [
  ...new Map(all.map((one) => [one.id, one])).values(),
];

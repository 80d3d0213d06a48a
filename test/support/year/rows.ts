import type { UnitOfWork } from '../../../src/platform/database/index.js';

/** A row as its table names the columns. What is absent takes the default of the database. */
export type Row = Readonly<Record<string, unknown>>;

const AT_ONCE = 2_000;

/** Collects rows table by table and writes them in few statements: a year of a county is made in seconds. */
export class Rows {
  readonly #tables = new Map<string, Row[]>();

  add(table: string, row: Row): void {
    const rows = this.#tables.get(table);
    if (rows === undefined) this.#tables.set(table, [row]);
    else rows.push(row);
  }

  /** Writes them in the order in which each table was first named, which is that of their foreign keys. */
  async write(uow: UnitOfWork, order: readonly string[]): Promise<void> {
    for (const table of [...this.#tables.keys()].filter((name) => !order.includes(name)))
      throw new Error(`Say when ${table} is written.`);
    for (const table of order) {
      const rows = this.#tables.get(table) ?? [];
      for (let from = 0; from < rows.length; from += AT_ONCE)
        await insertAll(uow, table, rows.slice(from, from + AT_ONCE));
    }
    this.#tables.clear();
  }
}

/** Every row names the same columns as the first. */
async function insertAll(uow: UnitOfWork, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  await uow.manager.query(
    `insert into ${table} (authority_id, ${columns})
     select $1::uuid, ${columns} from jsonb_populate_recordset(null::${table}, $2::jsonb)`,
    [uow.authorityId, JSON.stringify(rows)],
  );
}

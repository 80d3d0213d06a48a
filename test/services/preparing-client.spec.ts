import { createHash, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { AS_APP_ROLE } from '../../src/platform/config/index.js';
import { PreparingClient } from '../../src/platform/database/index.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

/** What is kept on a connection is seen by asking PostgreSQL on that connection. */
let database: TestDatabase;
let client: PreparingClient;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  client = new PreparingClient({ connectionString: database.appUrl, options: AS_APP_ROLE });
  await client.connect();
});
afterEach(() => client.end());

async function ask(text: string, values: unknown[] = []): Promise<unknown[]> {
  const { rows } = await (client as pg.Client).query<Record<string, unknown>>(text, values);
  return rows.map((row) => Object.values(row)[0]);
}
const kept = (): Promise<unknown[]> => ask('select statement from pg_prepared_statements order by statement');

describe('a statement that comes again', () => {
  it('is prepared when it comes for the third time, and gives the same', async () => {
    const statement = 'select $1::int + 1 as next';
    expect(await ask(statement, [1])).toEqual([2]);
    expect(await ask(statement, [2])).toEqual([3]);
    expect(await kept()).toEqual([]);
    expect(await ask(statement, [3])).toEqual([4]);
    expect(await kept()).toEqual([statement]);
    expect(await ask(statement, [4])).toEqual([5]);
  });

  it('is not where it has a star, or no parameters', async () => {
    for (let n = 0; n < 4; n += 1) {
      await ask('select * from (select $1::int) as one', [n]);
      await ask('select one.* from (select $1::int) as one', [n]);
      await ask('select 1');
    }
    expect(await kept()).toEqual([]);
  });

  it('is not where a parameter is a long list, however often it came with short ones', async () => {
    const statement = 'select cardinality($1::int[])';
    const list = (length: number): number[] => Array.from({ length }, (_, n) => n);
    for (let n = 0; n < 4; n += 1) expect(await ask(statement, [list(21)])).toEqual([21]);
    expect(await kept()).toEqual([]);
    for (let n = 0; n < 4; n += 1) expect(await ask(statement, [list(20)])).toEqual([20]);
    expect(await kept()).toEqual([statement]);
  });

  it('is one of 150 at most on a connection', async () => {
    for (let n = 0; n < 160; n += 1)
      for (let times = 0; times < 3; times += 1)
        expect(await ask(`select $1::int + ${n}`, [1])).toEqual([1 + n]);
    expect(await kept()).toHaveLength(150);
  });

  it('fails once when its table changed beneath it, and the connection asks as any other from then on', async () => {
    await ask('create temporary table changing (n int)');
    await ask('insert into changing values (1)');
    const statement = 'select n from changing where $1::int = 1';
    for (let n = 0; n < 3; n += 1) expect(await ask(statement, [1])).toEqual([1]);
    await ask(`alter table changing alter n type text`);
    await expect(ask(statement, [1])).rejects.toMatchObject({ code: '0A000' });
    expect(await ask(statement, [1])).toEqual(['1']);
    for (let n = 0; n < 4; n += 1) await ask('select $1::int as another', [n]);
    expect(await kept()).toEqual([statement]);
  });

  it('fails once where somebody else kept it on the server’s connection, as behind a pooler', async () => {
    const statement = 'select $1::int as shared';
    await ask(`prepare "${createHash('sha1').update(statement).digest('hex')}" (int) as select 0`);
    for (let n = 0; n < 2; n += 1) expect(await ask(statement, [n])).toEqual([n]);
    await expect(ask(statement, [2])).rejects.toMatchObject({ code: '42P05' });
    expect(await ask(statement, [3])).toEqual([3]);
  });

  it('shows each authority its own rows and no others', async () => {
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    const councils = [randomUUID(), randomUUID()];
    await owner.query(`select set_config('probity.authority_ids', $1, false)`, [`{${councils.join(',')}}`]);
    for (const [n, id] of councils.entries())
      await owner.query(
        `insert into authority (id, slug, name, kind, jurisdiction, executive_arrangements, created_at)
         values ($1, $2, $2, 'county', 'england', true, '2024-05-06')`,
        [id, `council-${n}`],
      );
    await owner.end();
    const statement = 'select slug from authority where id = any($1)';
    const seen: unknown[][] = [];
    for (let n = 0; n < 12; n += 1) {
      await ask(`select set_config('probity.authority_ids', $1, false)`, [`{${councils[n % 2]}}`]);
      seen.push(await ask(statement, [councils]));
    }
    expect(seen).toEqual(Array.from({ length: 12 }, (_, n) => [`council-${n % 2}`]));
    expect(await kept()).toContain(statement);
  });
});

describe('a statement that comes twice at once', () => {
  const statement = 'select $1::int as twice';
  const again = (): Promise<unknown[]>[] => [ask(statement, [1]), ask(statement, [2])];

  it('is prepared once for both', async () => {
    for (let n = 0; n < 2; n += 1) await ask(statement, [0]);
    expect(await Promise.all(again())).toEqual([[1], [2]]);
    expect(await kept()).toEqual([statement]);
  });

  it('in a transaction that failed is prepared the next time', async () => {
    for (let n = 0; n < 2; n += 1) await ask(statement, [0]);
    await ask('BEGIN');
    const settled = await Promise.allSettled([ask('select 1 / 0'), ...again()]);
    const codes = settled.map((one) => one.status === 'rejected' && (one.reason as { code: string }).code);
    expect(codes).toEqual(['22012', '25P02', '26000']);
    await ask('ROLLBACK');
    expect(await Promise.all(again())).toEqual([[1], [2]]);
    expect(await kept()).toEqual([statement]);
  });
});

describe('what is asked without waiting', () => {
  it('is answered each by its own, in the order in which it was asked', async () => {
    const asked = Array.from({ length: 40 }, (_, n) => ask('select $1::int as number', [n]));
    expect(await Promise.all(asked)).toEqual(asked.map((_, n) => [n]));
    expect(await kept()).toEqual(['select $1::int as number']);
  });

  it('fails alone outside a transaction', async () => {
    const asked = [ask('select 1'), ask('select 1 / $1::int', [0]), ask('select 3')];
    expect(await Promise.allSettled(asked)).toEqual([
      { status: 'fulfilled', value: [1] },
      { status: 'rejected', reason: expect.objectContaining({ code: '22012' }) as unknown },
      { status: 'fulfilled', value: [3] },
    ]);
  });

  it('fails all at once when the connection breaks, and so does what comes after', async () => {
    const asked = [
      ask('select 1'),
      ask('select pg_terminate_backend(pg_backend_pid())'),
      ...Array.from({ length: 10 }, () => ask('select 2')),
    ];
    client.on('error', () => undefined);
    const settled = await Promise.allSettled(asked);
    expect(settled.map(({ status }) => status)).toEqual([
      'fulfilled',
      ...Array.from({ length: 11 }, () => 'rejected'),
    ]);
    await expect(ask('select 3')).rejects.toThrow(/not queryable/);
  });
});

describe('a transaction', () => {
  const begin = (): Promise<unknown> => (client as pg.Client).query('START TRANSACTION');

  it('has begun for what is asked first in it, though nobody waited', async () => {
    await begin();
    expect((client as unknown as { getTransactionStatus(): string }).getTransactionStatus()).toBe('I');
    await ask(`select set_config('probity.authority_ids', $1, true)`, [`{${randomUUID()}}`]);
    expect(await ask(`select length(current_setting('probity.authority_ids'))`)).toEqual([38]);
    await ask('ROLLBACK');
    expect(await ask(`select current_setting('probity.authority_ids', true)`)).toEqual(['']);
  });

  it('that cannot begin ends the connection, so that no statement stands alone', async () => {
    client.on('error', () => undefined);
    await ask('create temporary table written (n int)');
    await ask('BEGIN');
    await expect(ask('select 1 / 0')).rejects.toMatchObject({ code: '22012' });
    await begin();
    await expect(ask('select 1')).rejects.toThrow('aborted');
    // With the cause, whether it was still asked or not.
    await expect(ask('insert into written values (1)')).rejects.toThrow('aborted');
    await expect(ask('select 1')).rejects.toThrow('not queryable');
  });
});

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const BUILT = new URL('../../dist/src/platform/', import.meta.url);
/** The version from which a backup is taken: before sign-in, factors and everything after. */
const OLD = [
  '001',
  '002',
  '003',
  '004',
  '005',
  '006',
  '007',
  '008',
  '009',
  '010',
  '012',
  '013',
  '014',
  '015',
];

let folder: string;
let old: TestDatabase;
let target: TestDatabase;
let pools: { old: pg.Pool; target: pg.Pool };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'probity-backups-'));
  [old, target] = [await createTestDatabase(), await createTestDatabase()];
  pools = {
    old: new pg.Pool({ connectionString: old.ownerUrl, max: 1, idleTimeoutMillis: 1 }),
    // None of its own may be open when a backup is restored.
    target: new pg.Pool({ connectionString: target.ownerUrl, max: 1, idleTimeoutMillis: 1 }),
  };
  const names = OLD.map((number) => `'1763769600${number}'`).join();
  await run(old, [
    `await owner.connect();
     await owner.query('drop schema public cascade; drop schema bullmq cascade; create schema public');
     await migrate(ownerUrl, new Set([${names}])); await owner.end()`,
  ]);
  await fillOld();
});
afterAll(async () => {
  await Promise.all([pools.old.end(), pools.target.end()]);
  await Promise.all([old.drop(), target.drop()]);
  rmSync(folder, { recursive: true });
});

/**
 * Does things with a database one after the other, outside Jest, whose loader does not bear all migrations at once. Gives
 * for each of them 'done', or the sentence of a refusal.
 */
async function run({ ownerUrl }: TestDatabase, steps: readonly string[]): Promise<string[]> {
  const words = `
    import pg from 'pg';
    const { migrate } = await import('${BUILT.href}database/index.js');
    const { takeBackup, checkBackup, restoreBackup } = await import('${BUILT.href}backup/index.js');
    const [ownerUrl, folder] = process.argv.slice(1);
    const take = (name) => takeBackup({ ownerUrl, file: folder + '/' + name, version: '0.0.9', keys: {}, key: undefined });
    const restore = async (name) => {
      const file = folder + '/' + name;
      await restoreBackup(ownerUrl, file, undefined, await checkBackup(file, undefined));
    };
    const step = async (work) => {
      const owner = new pg.Client({ connectionString: ownerUrl });
      await work(owner).then(() => console.log('done'), (error) => console.log(error.message));
    };
    ${steps.map((each) => `await step(async (owner) => { ${each} });`).join('\n')}`;
  const program = ['--input-type=module', '-e', words, ownerUrl, folder];
  const { stdout } = await promisify(execFile)(process.execPath, program);
  return stdout.trim().split('\n');
}

const ID = '00000000-0000-4000-8000-00000000000';

/** Something of what makes restoring hard: rows under row-level security, an identity, a trigger on insert, bytes. */
async function fillOld(): Promise<void> {
  await pools.old.query(`
    begin;
    select set_config('probity.authority_ids', '{${ID}1,${ID}2}', true);
    insert into account (id, email, name, created_at) values ('${ID}9', 'ann@example.org', E'Ann\\tO\\'Neil\\n\\\\.', now());
    insert into authority (id, slug, name, kind, jurisdiction, executive_arrangements, created_at) values
      ('${ID}1', 'old', 'Old', 'district', 'england', true, now()),
      ('${ID}2', 'new', 'New', 'district', 'england', true, now());
    insert into member (authority_id, id, name) values ('${ID}1', '${ID}3', 'Ann');
    insert into audit_event select '${ID}1', 1, 'system', 'test', 'did', 'thing', '1', now(), now(), h, h, h
      from (select decode(repeat('0a5c', 16), 'hex') as h) bytes;
    insert into audit_payload values ('${ID}1', 1, decode(repeat('5c', 16), 'hex'), '{"a": "b\\n"}');
    insert into authority_succession values ('${ID}1', '${ID}2', '${ID}7', '2019-04-01', now(), '${ID}9');
    commit`);
}

/** Everything that guards the rows, as the catalogue tells it. */
const GUARDS = `
  select 'table ' || relname as what, relrowsecurity || ' ' || relforcerowsecurity as is from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r'
  union all select 'constraint ' || conrelid::regclass || ' ' || conname, pg_get_constraintdef(oid) || convalidated
    from pg_constraint where connamespace = 'public'::regnamespace
  union all select 'trigger ' || tgrelid::regclass || ' ' || tgname, tgenabled::text || pg_get_triggerdef(oid)
    from pg_trigger where not tgisinternal
  union all select 'policy ' || tablename || ' ' || policyname, coalesce(qual, '') || coalesce(with_check, '')
    from pg_policies where schemaname = 'public'
  union all select 'grants ' || relname, relacl::text from pg_class
    where relnamespace in ('public'::regnamespace, 'bullmq'::regnamespace) and relkind in ('r', 'S')
  order by 1, 2`;

describe('a backup of an older version', () => {
  test('goes into an empty installation of this one: its rows, and every guard as in a new one', async () => {
    const before = (await pools.target.query(GUARDS)).rows as unknown[];
    expect(await run(old, [`await take('old')`, `await take('old')`])).toEqual([
      'done',
      expect.stringContaining('is there already'),
    ]);
    expect(await run(target, [`await restore('old')`, `await restore('old')`])).toEqual([
      'done',
      expect.stringContaining('is not empty'),
    ]);
    expect((await pools.target.query(GUARDS)).rows).toEqual(before);
    for (const table of [
      'account',
      'authority',
      'member',
      'audit_event',
      'audit_payload',
      'register_version',
    ]) {
      const [was, is] = await Promise.all(
        [pools.old, pools.target].map((pool) =>
          pool.query(`select to_jsonb(t) as row from ${table} t order by 1`),
        ),
      );
      // What later versions added to a row stands beside what it was.
      expect(is?.rows).toMatchObject(was?.rows ?? []);
    }
    await expect(pools.target.query('delete from audit_event')).rejects.toThrow('append-only');
  });

  test('is refused beside others and from a newer version; one that goes wrong leaves an empty installation', async () => {
    const another = await createTestDatabase();
    await pools.old.query(
      'alter table audit_payload drop constraint audit_payload_authority_id_position_fkey',
    );
    await pools.old.query(
      `begin; select set_config('probity.authority_ids', '{${ID}1}', true);
       insert into audit_payload values ('${ID}1', 99, decode(repeat('5c', 16), 'hex'), '{}'); commit`,
    );
    const newer = `insert into migration (timestamp, name) values (9763769600001, 'Later9763769600001')`;
    await run(old, [`await take('orphan')`]);
    await pools.old.query(newer);
    await run(old, [`await take('newer')`]);
    const empty = `
      await owner.connect();
      const { rowCount } = await owner.query('select from member union all select from account');
      await owner.end();
      if (rowCount > 0) throw new Error('not empty')`;
    const other = new pg.Client({ connectionString: another.appUrl });
    await other.connect();
    expect(await run(another, [`await restore('old')`])).toEqual([
      expect.stringContaining(
        '1 other connections are open to this database. Stop every process of Probity first.',
      ),
    ]);
    await other.end();
    expect(
      await run(another, [
        `await restore('newer')`,
        `await restore('orphan')`,
        empty,
        `await restore('old')`,
      ]),
    ).toEqual([
      expect.stringContaining('taken by a newer Probity (0.0.9)'),
      expect.stringContaining('foreign key'),
      'done',
      'done',
    ]);
    await another.drop();
  });
});

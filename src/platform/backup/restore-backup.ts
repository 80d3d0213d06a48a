import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { knownMigrations, migrate, MIGRATION_LOCK } from '../database/index.js';
import { asOwner } from './as-owner.js';
import { migrationsOf, named, sequencesOf, settleForms, tablesOf } from './catalogue.js';
import type { BackupEnd, BackupHeader, TableLine } from './format.js';
import { clearAway, isEmpty, othersConnected } from './installation.js';
import { layAside } from './lay-aside.js';
import { newer, readBackup } from './read-backup.js';
import { BackupRefused } from './refused.js';

/** In milliseconds. */
const NOTICED_WITHIN = 3_000;
/** PostgreSQL's code for a lock that was not had within lock_timeout. */
const LOCK_NOT_AVAILABLE = '55P03';

export interface CheckedBackup {
  readonly header: BackupHeader;
  readonly end: BackupEnd;
}

/**
 * Reads a whole backup and holds it against its sums and against what this version knows.
 * @throws BackupRefused
 */
export async function checkBackup(file: string, key: Buffer | undefined): Promise<CheckedBackup> {
  let header: BackupHeader | undefined;
  let end: BackupEnd | undefined;
  await readBackup(file, key, {
    header: (told) => {
      header = told;
      requireKnown(told);
    },
    // Reading the rows to their end is what checks them.
    table: (_line, rows) => Readable.from(rows).forEach(() => undefined),
    end: (told) => {
      end = told;
    },
  });
  if (header === undefined || end === undefined) throw new Error('A backup was read without its ends.');
  return { header, end };
}

function requireKnown(header: BackupHeader): void {
  const known = knownMigrations();
  if (!header.migrations.every(({ timestamp }) => known.has(timestamp))) throw newer(header);
}

/**
 * Puts a checked backup into an empty installation: the tables as the backup's version had them, all its rows in one
 * transaction, and then today's migrations. Stopped at any point it leaves an empty installation or a whole one, and
 * can be run again on the empty one.
 * @throws BackupRefused when the installation is not empty or in use
 */
export async function restoreBackup(
  ownerUrl: string,
  file: string,
  key: Buffer | undefined,
  { header }: CheckedBackup,
): Promise<void> {
  await asOwner(ownerUrl, async (client) => {
    // Whoever holds a table that is looked at does not keep us waiting for ever: a restore that hangs, perhaps.
    await client.query(`set lock_timeout = ${NOTICED_WITHIN}`);
    await requireEmpty(client);
    await requireAlone(client);
    await clearAway(client);
  });
  await migrate(ownerUrl, new Set(header.migrations.map(({ timestamp }) => timestamp)));
  await asOwner(ownerUrl, (client) => load(client, file, key, header));
  await migrate(ownerUrl);
  // Without its figures the server would choose slow ways until it gathers them by itself.
  await asOwner(ownerUrl, (client) => client.query('analyze'));
}

async function requireEmpty(client: pg.Client): Promise<void> {
  const empty = await isEmpty(client).catch((error: unknown) => {
    if ((error as { code?: string }).code === LOCK_NOT_AVAILABLE) throw inUse('Other');
    throw error;
  });
  if (empty) return;
  throw new BackupRefused(
    'This installation is not empty: a backup is restored into an empty one alone, so that nothing is lost. Give another database or another DATA_DIR. If a restore was broken off here, it had put back every row before: what is here is whole, and a start of Probity brings it up to date.',
  );
}

/** The server takes a moment to notice that a process was killed, and to undo what it had not finished. */
async function requireAlone(client: pg.Client): Promise<void> {
  let others = await othersConnected(client);
  for (const from = performance.now(); others > 0 && performance.now() - from < NOTICED_WITHIN;) {
    await pause(100);
    others = await othersConnected(client);
  }
  if (others > 0) throw inUse(`${others} other`);
}

const inUse = (who: string): BackupRefused =>
  new BackupRefused(
    `${who} connections are open to this database. Stop every process of Probity first. Where one was killed, the server may not have noticed yet: try again in a minute.`,
  );

async function load(
  client: pg.Client,
  file: string,
  key: Buffer | undefined,
  header: BackupHeader,
): Promise<void> {
  await settleForms(client);
  await client.query('begin');
  await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
  // A process of Probity may have started since: then the installation is no longer as we made it.
  const now = await migrationsOf(client);
  await requireEmpty(client);
  if (now.map(({ name }) => name).join() !== header.migrations.map(({ name }) => name).join())
    throw new BackupRefused(
      'Something else has changed this database meanwhile. Stop every process of Probity first.',
    );
  const tables = await tablesOf(client);
  const putBack = await layAside(
    client,
    tables.map(({ table }) => table),
  );
  await readBackup(file, key, {
    header: () => undefined,
    table: (line, rows) => fill(client, line, rows, tables),
    end: (end) => settleSequences(client, end),
  });
  await putBack();
  await client.query('commit');
}

async function fill(
  client: pg.Client,
  line: TableLine,
  rows: AsyncIterable<Buffer>,
  tables: readonly TableLine[],
): Promise<void> {
  const there = tables.find(({ table }) => table === line.table);
  if (there === undefined || line.columns.some((column) => !there.columns.includes(column)))
    throw new BackupRefused(`The backup has a table ${line.table} that its own version does not have.`);
  const columns = line.columns.map(named).join(', ');
  const copy = client.query(copyFrom(`copy public.${named(line.table)} (${columns}) from stdin`));
  await pipeline(Readable.from(rows, { objectMode: false }), copy);
}

async function settleSequences(client: pg.Client, { sequences }: BackupEnd): Promise<void> {
  const there = await sequencesOf(client);
  for (const { name, lastValue } of sequences) {
    if (lastValue === null || !there.some((sequence) => sequence.name === name)) continue;
    await client.query('select setval($1::regclass, $2::bigint)', [`public.${named(name)}`, lastValue]);
  }
}

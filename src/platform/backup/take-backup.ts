import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { link, open, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { BACKUP_LOCK } from '../database/index.js';
import { asOwner } from './as-owner.js';
import { migrationsOf, named, requireWholeSight, sequencesOf, settleForms, tablesOf } from './catalogue.js';
import { sealing } from './envelope.js';
import { END_OF_ROWS, FORMAT, rowsIn, type BackupEnd, type BackupHeader, type TableSum } from './format.js';
import { BackupRefused } from './refused.js';

export interface TakenBackup {
  readonly takenAt: string;
  readonly tables: number;
  readonly rows: number;
  /** Of the whole file, in hexadecimal: what `sha256sum` prints. */
  readonly sha256: string;
  readonly bytes: number;
}

export interface BackupOrder {
  readonly ownerUrl: string;
  /** The file to write; it must not be there yet. */
  readonly file: string;
  readonly version: string;
  /** See BackupHeader.keys. */
  readonly keys: Readonly<Record<string, string>>;
  /** Encrypts the file; 32 bytes. */
  readonly key: Buffer | undefined;
}

/**
 * Writes all that the installation holds into one file, as it was at one moment, while it is written to and read. The
 * rows go from the server into the file; none of them is kept in memory. The file has its name when it is whole.
 * @throws BackupRefused
 */
export async function takeBackup(order: BackupOrder): Promise<TakenBackup> {
  return asOwner(order.ownerUrl, async (client) => {
    await settleForms(client);
    // Migrations that are to be run wait until the backup is taken, instead of halting everybody behind their locks.
    await client.query('select pg_advisory_lock_shared($1)', [BACKUP_LOCK]);
    await client.query('begin transaction isolation level repeatable read, read only');
    await requireWholeSight(client);
    const header = await headerOf(client, order);
    const counted = { tables: 0, rows: 0 };
    const written = await write(contentOf(client, header, counted), order);
    await client.query('commit');
    return { takenAt: header.takenAt, ...counted, ...written };
  });
}

async function headerOf(client: pg.Client, { version, keys }: BackupOrder): Promise<BackupHeader> {
  const migrations = await migrationsOf(client);
  if (migrations.length === 0)
    throw new BackupRefused('There is nothing of Probity in this database: check DATA_DIR and DATABASE_URL.');
  const { rows } = await client.query<{ now: Date }>('select now() as now');
  return {
    ...{ probityBackup: FORMAT, version, takenAt: rows[0]?.now.toISOString() ?? '' },
    ...{ migrations, keys },
  };
}

async function* contentOf(
  client: pg.Client,
  header: BackupHeader,
  counted: { tables: number; rows: number },
): AsyncGenerator<Buffer> {
  const whole = createHash('sha256');
  const told = (text: string | Buffer): Buffer => {
    const bytes = Buffer.isBuffer(text) ? text : Buffer.from(text);
    whole.update(bytes);
    return bytes;
  };
  yield told(`${JSON.stringify(header)}\n`);
  const tables: Record<string, TableSum> = {};
  for (const line of await tablesOf(client)) {
    yield told(`${JSON.stringify(line)}\n`);
    const sum = createHash('sha256');
    let rows = 0;
    const columns = line.columns.map(named).join(', ');
    for await (const piece of client.query(
      copyTo(`copy public.${named(line.table)} (${columns}) to stdout`),
    )) {
      const bytes = piece as Buffer;
      rows += rowsIn(bytes);
      sum.update(bytes);
      yield told(bytes);
    }
    yield told(END_OF_ROWS);
    tables[line.table] = { rows, sha256: sum.digest('hex') };
    counted.tables += 1;
    counted.rows += rows;
  }
  const sequences = await sequencesOf(client);
  const end: BackupEnd = { tables, sequences, sha256: whole.digest('hex') };
  yield Buffer.from(`${JSON.stringify(end)}\n`);
}

/** Whole and on the disk before it has its name; a file that is there already is never written over. */
async function write(
  content: AsyncIterable<Buffer>,
  { file, key }: BackupOrder,
): Promise<{ sha256: string; bytes: number }> {
  const part = `${file}.${process.pid}.part`;
  const sum = createHash('sha256');
  let bytes = 0;
  const measured = async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const piece of source) {
      sum.update(piece);
      bytes += piece.length;
      yield piece;
    }
  };
  const sealed =
    key === undefined ? measured : (zipped: AsyncIterable<Buffer>) => measured(sealing(key)(zipped));
  try {
    await pipeline(
      Readable.from(content, { objectMode: false }),
      createGzip(),
      sealed,
      createWriteStream(part, { flags: 'wx', mode: 0o600 }),
    );
    const kept = await open(part, 'r');
    await kept.sync().finally(() => kept.close());
    await link(part, file);
  } catch (error) {
    throw inASentence(error, file);
  } finally {
    await rm(part, { force: true });
  }
  return { sha256: sum.digest('hex'), bytes };
}

function inASentence(error: unknown, file: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return error;
  return new BackupRefused(
    code === 'EEXIST'
      ? `${file} is there already: give another name.`
      : `${file} cannot be written (${code}). Nothing was left there.`,
  );
}

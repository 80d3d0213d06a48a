import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { opening, SEALED_MAGIC } from './envelope.js';
import { FORMAT, rowsIn, type BackupEnd, type BackupHeader, type TableLine } from './format.js';
import { Lines } from './lines.js';
import { BackupRefused } from './refused.js';

/** What a backup tells, in this order: its header, each table with its rows, its end. */
export interface BackupReader {
  header(header: BackupHeader): Promise<void> | void;
  /** Takes all the rows before it resolves. */
  table(line: TableLine, rows: AsyncIterable<Buffer>): Promise<void>;
  end(end: BackupEnd): Promise<void> | void;
}

const NOT_WHOLE = 'The backup is damaged, or it was cut short';

/**
 * Reads a backup from its first byte to its last and checks every sum of it on the way: who reads may have been told
 * wrong things until this resolves.
 * @throws BackupRefused when it is not a backup, is damaged or cut short, or does not open with this key
 */
export async function readBackup(file: string, key: Buffer | undefined, reader: BackupReader): Promise<void> {
  const isSealed = await looksSealed(file);
  if (isSealed && key === undefined)
    throw new BackupRefused('This backup is encrypted: give its key by PROBITY_BACKUP_KEY or --key-file.');
  const raw = createReadStream(file);
  const zipped: Readable =
    isSealed && key !== undefined ? Readable.from(opening(key)(raw), { objectMode: false }) : raw;
  const unzip = createGunzip();
  zipped.on('error', (error: Error) => unzip.destroy(error));
  const text = zipped.pipe(unzip);
  try {
    await readThrough(new Lines(text), reader);
  } catch (error) {
    // zlib's own words tell an operator nothing.
    if (/^Z_|^ERR_STREAM_PREMATURE/.test((error as NodeJS.ErrnoException).code ?? ''))
      throw new BackupRefused(`${NOT_WHOLE}: it cannot be unpacked.`);
    throw error;
  } finally {
    raw.destroy();
    unzip.destroy();
  }
}

async function looksSealed(file: string): Promise<boolean> {
  const first = Buffer.alloc(SEALED_MAGIC.length);
  try {
    const opened = await open(file, 'r');
    await opened.read(first, 0, first.length, 0).finally(() => opened.close());
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new BackupRefused(
      code === 'ENOENT' ? `${file}: there is no such file.` : `${file}: it cannot be read (${code ?? '?'}).`,
    );
  }
  if (first.equals(SEALED_MAGIC)) return true;
  if (first[0] === 0x1f && first[1] === 0x8b) return false;
  throw new BackupRefused(`${file} is not a backup of Probity.`);
}

async function readThrough(lines: Lines, reader: BackupReader): Promise<void> {
  const whole = createHash('sha256');
  const first = await lines.line();
  const header = parsed(first) as BackupHeader;
  if (typeof header.probityBackup !== 'number')
    throw new BackupRefused('The file is not a backup of Probity.');
  if (header.probityBackup > FORMAT) throw newer(header);
  whole.update(first ?? '');
  await reader.header(header);
  const seen: BackupEnd['tables'] = {};
  for (;;) {
    const line = await lines.line();
    const told = parsed(line) as Partial<TableLine> & Partial<BackupEnd>;
    if (told.table === undefined || told.columns === undefined) {
      finish(told, { tables: seen, sha256: whole.digest('hex') });
      if ((await lines.line()) !== undefined)
        throw new BackupRefused(`${NOT_WHOLE}: something follows its end.`);
      await reader.end(told as BackupEnd);
      return;
    }
    whole.update(line ?? '');
    const sum = { rows: 0, hash: createHash('sha256') };
    const rows = async function* (): AsyncGenerator<Buffer> {
      for await (const piece of lines.rows()) {
        whole.update(piece);
        sum.hash.update(piece);
        sum.rows += rowsIn(piece);
        yield piece;
      }
    };
    await reader.table({ table: told.table, columns: told.columns }, rows());
    whole.update('\\.\n');
    Object.assign(seen, { [told.table]: { rows: sum.rows, sha256: sum.hash.digest('hex') } });
  }
}

function finish(end: Partial<BackupEnd>, read: Pick<BackupEnd, 'tables' | 'sha256'>): void {
  for (const [table, { rows, sha256 }] of Object.entries(end.tables ?? {})) {
    const found = read.tables[table];
    if (found?.rows !== rows || found.sha256 !== sha256)
      throw new BackupRefused(`${NOT_WHOLE}: the rows of ${table} are not those that were written.`);
  }
  if (end.sha256 !== read.sha256)
    throw new BackupRefused(`${NOT_WHOLE}: its contents do not have the sum that was written.`);
}

/** A backup of a version that this one cannot know. */
export function newer({ version }: BackupHeader): BackupRefused {
  return new BackupRefused(
    `This backup was taken by a newer Probity (${version}). Install that version or a later one, and restore with it.`,
  );
}

function parsed(line: Buffer | undefined): object {
  if (line === undefined) throw new BackupRefused(`${NOT_WHOLE}: its end is missing.`);
  try {
    const value: unknown = JSON.parse(line.toString('utf8'));
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Said below.
  }
  throw new BackupRefused(`${NOT_WHOLE}: a line of it cannot be read.`);
}

import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readBackupKey, sealing } from './envelope.js';
import { readBackup } from './read-backup.js';

const KEY = randomBytes(32);
const HEADER = {
  probityBackup: 1,
  version: '0.1.0',
  takenAt: '2026-11-27T10:00:00Z',
  migrations: [],
  keys: {},
};
/** Rows like those of COPY: the second table's begin with what looks like the end, and the third has none. */
const TABLES = {
  account: 'a\tAnn\nb\tBob\\nand Bo\n',
  body: `\\\\.\t${'x'.repeat(200_000)}\n\\\\\n`,
  code: '',
};

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'probity-backup-'));
  file = join(folder, 'backup');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const sum = (text: string): string => createHash('sha256').update(text).digest('hex');

function textOf(header: object = HEADER, end: object = {}): string {
  const tables = Object.entries(TABLES);
  const before = [
    `${JSON.stringify(header)}\n`,
    ...tables.map(([table, rows]) => `${JSON.stringify({ table, columns: ['x'] })}\n${rows}\\.\n`),
  ].join('');
  const sums = tables.map(([table, rows]) => [
    table,
    { rows: rows.split('\n').length - 1, sha256: sum(rows) },
  ]);
  const whole = { tables: Object.fromEntries(sums) as object, sequences: [], sha256: sum(before), ...end };
  return `${before}${JSON.stringify(whole)}\n`;
}

async function sealed(bytes: Buffer): Promise<Buffer> {
  const pieces: Buffer[] = [];
  // In pieces of another size than the envelope's own.
  const source = async function* () {
    for (let from = 0; from < bytes.length; from += 50_000)
      yield Promise.resolve(bytes.subarray(from, from + 50_000));
  };
  for await (const piece of sealing(KEY)(source())) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** What was read of it, or the sentence with which it was refused. */
async function read(bytes: Buffer, key?: Buffer): Promise<Record<string, string> | string> {
  writeFileSync(file, bytes);
  const found: Record<string, string> = {};
  try {
    await readBackup(file, key, {
      header: () => undefined,
      table: async ({ table }, rows) => {
        const pieces: Buffer[] = [];
        for await (const piece of rows) pieces.push(piece);
        found[table] = Buffer.concat(pieces).toString();
      },
      end: () => undefined,
    });
    return found;
  } catch (error) {
    return (error as Error).message;
  }
}

describe('a backup', () => {
  it('is read as it was written, plain and encrypted, whatever its rows look like', async () => {
    const zipped = gzipSync(textOf());
    expect(await read(zipped)).toEqual(TABLES);
    expect(await read(await sealed(zipped), KEY)).toEqual(TABLES);
    // More than one piece of the envelope, because noise cannot be packed.
    const noise = gzipSync(textOf({ ...HEADER, noise: randomBytes(150_000).toString('base64') }));
    expect(noise.length).toBeGreaterThan(128 * 1024);
    expect(await read(await sealed(noise), KEY)).toEqual(TABLES);
  });

  it('is refused cut short anywhere', async () => {
    const zipped = gzipSync(textOf());
    const noise = await sealed(
      gzipSync(textOf({ ...HEADER, noise: randomBytes(150_000).toString('base64') })),
    );
    for (const length of [3, zipped.length >> 1, zipped.length - 9, zipped.length - 1]) {
      expect(await read(zipped.subarray(0, length))).toMatch(/damaged|cut short/);
    }
    // Also exactly between two pieces of the envelope (head: 29 + 32 + 16).
    for (const length of [60, 77, 77 + 65_536 + 16, noise.length - 1]) {
      expect(await read(noise.subarray(0, length), KEY)).toMatch(/damaged|cut short/);
    }
    const text = textOf();
    const withoutEnd = text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1);
    expect(await read(gzipSync(withoutEnd))).toBe(
      'The backup is damaged, or it was cut short: its end is missing.',
    );
  });

  it('is refused with a byte changed, a piece moved, a sum that differs, or more behind its end', async () => {
    const zipped = gzipSync(textOf());
    const changed = await sealed(zipped);
    changed[200] = (changed[200] ?? 0) ^ 1;
    expect(await read(changed, KEY)).toContain('a part of it does not open');
    const noise = await sealed(
      gzipSync(textOf({ ...HEADER, noise: randomBytes(150_000).toString('base64') })),
    );
    const piece = 65_536 + 16;
    const moved = Buffer.concat([
      noise.subarray(0, 77),
      noise.subarray(77 + piece, 77 + 2 * piece),
      noise.subarray(77, 77 + piece),
      noise.subarray(77 + 2 * piece),
    ]);
    expect(await read(moved, KEY)).toContain('a part of it does not open');
    expect(await read(gzipSync(textOf().replace('Ann', 'Ana')))).toContain(
      'the rows of account are not those',
    );
    expect(await read(gzipSync(textOf(HEADER, { sha256: sum('') })))).toContain('do not have the sum');
    expect(await read(gzipSync(`${textOf()}more\n`))).toContain('something follows its end');
  });

  it('is refused with another key, without one, of a newer form, and when it is none', async () => {
    const whole = await sealed(gzipSync(textOf()));
    expect(await read(whole, randomBytes(32))).toBe(
      'The key is not the one with which this backup was encrypted.',
    );
    expect(await read(whole)).toContain('This backup is encrypted');
    expect(await read(gzipSync(textOf({ ...HEADER, probityBackup: 2, version: '9.0.0' })))).toContain(
      'a newer Probity (9.0.0)',
    );
    expect(await read(Buffer.from('%PDF-1.7'))).toContain('is not a backup of Probity');
    expect(await read(gzipSync('a tarball, perhaps\n'))).toContain('cannot be read');
    expect(readBackupKey(`${KEY.toString('base64')}\n`)).toEqual(KEY);
    expect(readBackupKey(randomBytes(31).toString('base64'))).toBeUndefined();
  });
});

import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { generateKeys, keptSecret, KeysRefused, Sealer } from './index.js';

const OWNER = { authorityId: 'authority-1', row: 'register_entry:1' };
const KEY_1 = `k1:${Buffer.alloc(32, 1).toString('base64')}`;
const KEY_2 = `k2:${Buffer.alloc(32, 2).toString('base64')}`;
const DETAILS = { category: 'land', address: '3 Mill Lane – “Tŷ Gwyn”' };

describe('a sealed value', () => {
  const sealer = new Sealer(KEY_1);
  const sealed = sealer.seal(DETAILS, OWNER);

  test('opens for its own row as it was', () => {
    expect(sealer.open(sealed, OWNER)).toEqual(DETAILS);
  });

  test('holds no word of what is in it, and is another one each time', () => {
    expect(Buffer.from(sealed.split('.').at(-1) ?? '', 'base64url').toString('latin1')).not.toContain('Mill');
    expect(sealed).toMatch(/^v1\.k1\./);
    expect(sealer.seal(DETAILS, OWNER)).not.toBe(sealed);
  });

  test.each([
    ['another row', { ...OWNER, row: 'register_entry:2' }],
    ['the same id in another table', { ...OWNER, row: 'notified_interest:1' }],
    ['the same row of another authority', { ...OWNER, authorityId: 'authority-2' }],
  ])('does not open for %s', (_, owner) => {
    expect(() => sealer.open(sealed, owner)).toThrow();
  });

  test.each([
    ['key id', 1],
    ['nonce', 2],
    ['tag', 3],
    ['text', 4],
  ])('does not open with its %s changed', (_, part) => {
    const parts = sealed.split('.');
    const was = parts[part] ?? '';
    parts[part] = (was.startsWith('A') ? 'B' : 'A') + was.slice(1);
    expect(() => sealer.open(parts.join('.'), OWNER)).toThrow();
  });

  // Node takes a tag of four bytes unless it is told the length, and one of those can be guessed.
  test.each([4, 8, 12, 15])('does not open with its tag cut to %i bytes', (length) => {
    const parts = sealed.split('.');
    parts[3] = Buffer.from(parts[3] ?? '', 'base64url')
      .subarray(0, length)
      .toString('base64url');
    expect(() => sealer.open(parts.join('.'), OWNER)).toThrow();
  });

  test.each(['', 'plain words', 'v2.k1.a.b.c', 'v1'])('does not open "%s"', (text) => {
    expect(() => sealer.open(text, OWNER)).toThrow();
  });
});

describe('changing the key', () => {
  const before = new Sealer(KEY_1).seal(DETAILS, OWNER);

  test('a new key in front seals, and the old one still opens what it sealed', () => {
    const both = new Sealer(`${KEY_2},${KEY_1}`);
    expect(both.open(before, OWNER)).toEqual(DETAILS);
    const after = both.seal(DETAILS, OWNER);
    expect(after).toMatch(/^v1\.k2\./);
    expect(new Sealer(KEY_2).open(after, OWNER)).toEqual(DETAILS);
  });

  test('what an old key sealed is lost without it, and the message names the key', () => {
    expect(() => new Sealer(KEY_2).open(before, OWNER)).toThrow('The key "k1" is not among PROBITY_KEYS.');
  });

  test('another key under the old id does not open it', () => {
    expect(() => new Sealer(KEY_2.replace('k2', 'k1')).open(before, OWNER)).toThrow();
  });
});

describe('keys that are refused', () => {
  const bytes = (length: number): string => `k1:${Buffer.alloc(length, 7).toString('base64')}`;

  test.each(['', 'k1', ':abc', bytes(31), bytes(33), KEY_1.replace('k1', 'k.1'), `${KEY_1},`])(
    '"%s"',
    (text) => {
      expect(() => new Sealer(text)).toThrow(KeysRefused);
      expect(() => new Sealer(text)).toThrow('PROBITY_KEYS must be id:base64 with 32 bytes a key');
    },
  );

  test('the same id twice', () => {
    expect(() => new Sealer(`${KEY_1},${KEY_2.replace('k2', 'k1')}`)).toThrow('uses the same key id twice');
  });

  test('the sentence holds no key', () => {
    const short = bytes(31);
    expect(() => new Sealer(short)).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining(short) }),
    );
  });
});

describe('a secret that the installation keeps', () => {
  const folder = mkdtempSync(join(tmpdir(), 'probity-secret-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test('is made once, for its owner’s eyes alone, and stays what it was', () => {
    const dataDir = join(folder, 'data');
    const first = keptSecret(dataDir, 'keys', generateKeys);
    expect(keptSecret(dataDir, 'keys', generateKeys)).toBe(first);
    expect(readFileSync(join(dataDir, 'keys'), 'utf8')).toBe(first);
    expect(statSync(join(dataDir, 'keys')).mode & 0o777).toBe(0o600);
    expect(new Sealer(first).open(new Sealer(first).seal(DETAILS, OWNER), OWNER)).toEqual(DETAILS);
  });
});

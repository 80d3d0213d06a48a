import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';

const root = resolve(import.meta.dirname, '../..');
let folder: string;

/** The package with nothing but its library of law as it was built: no other room, and no other package at all. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'probity-law-'));
  copyFileSync(join(root, 'package.json'), join(folder, 'package.json'));
  cpSync(join(root, 'dist/src/law'), join(folder, 'dist/src/law'), { recursive: true });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const PROGRAM = `
import { civilDate, rulebookFor } from 'probity/law';

const on = civilDate('2017-10-24');
const adopted = { jurisdiction: 'england', codes: [], standingOrdersExclude: [] } as const;
const book = rulebookFor(adopted, on);
if (book.kind === 'not-encoded') throw new Error('The day is not encoded.');
const { conclusion } = book.takingOffice({
  person: 'member',
  becameMemberOn: civilDate('2017-10-01'),
  leftOfficeOn: null,
  returning: false,
  answers: [{ category: 'land', heldBy: 'self', answer: 'holds', inRegister: false, receivedOn: null }],
});
const lastDay: string | undefined = conclusion.kind === 'owed' ? conclusion.lastDay : undefined;
`;

function run(...words: readonly string[]): string {
  return execFileSync(process.execPath, words, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
}

it('answers in a program without Nest, a database or anything else beside it', () => {
  const program = `${PROGRAM}\nconsole.log(lastDay);`.replace(/: string \| undefined|as const/g, '');
  writeFileSync(join(folder, 'use.js'), program);
  expect(run('use.js')).toBe('2017-10-28\n');
});

it('comes with its types', () => {
  writeFileSync(join(folder, 'use.ts'), `${PROGRAM}\nexport { lastDay };`);
  writeFileSync(
    join(folder, 'wrong.ts'),
    `${PROGRAM}\n// @ts-expect-error Nobody sits in such a way.\nbook.takingOffice({ person: 'nobody' });\nexport { lastDay };`,
  );
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const options = ['--noEmit', '--strict', '--ignoreConfig', '--target', 'es2023', '--module', 'nodenext'];
  expect(run(compiler, ...options, 'use.ts', 'wrong.ts')).toBe('');
});

it('opens no other door', () => {
  writeFileSync(join(folder, 'other.js'), `import 'probity/dist/src/law/rule.js';`);
  expect(() => run('other.js')).toThrow('ERR_PACKAGE_PATH_NOT_EXPORTED');
});

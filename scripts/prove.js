/**
 * Runs a long proof at full size: `npm run prove -- fuzz`.
 *
 * A proof is test/prove/NAME.spec.ts. `npm test` runs the same file small; here PROVE=full makes `sized` in
 * test/prove/size.ts give the full numbers. Without a name the proofs are listed.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const ENDING = '.spec.ts';
const names = readdirSync(join(root, 'test/prove'))
  .filter((file) => file.endsWith(ENDING))
  .map((file) => file.slice(0, -ENDING.length));

const [name, ...others] = process.argv.slice(2);
if (name === undefined || !names.includes(name)) {
  console.error(`Say which proof: npm run prove -- NAME. There are: ${names.join(', ')}.`);
  process.exitCode = 1;
} else {
  const words = [
    '--experimental-vm-modules',
    '--no-warnings',
    'node_modules/jest/bin/jest.js',
    '--runInBand',
  ];
  const { status } = spawnSync(process.execPath, [...words, `test/prove/${name}${ENDING}`, ...others], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PROVE: 'full' },
  });
  process.exitCode = status ?? 1;
}

/**
 * Runs a long proof at full size: `npm run prove -- fuzz`.
 *
 * A proof is test/prove/NAME.spec.ts. `npm test` runs the same file small; here PROVE=full makes `sized` in
 * test/prove/size.ts give the full numbers. Or it is a program of its own, test/prove/NAME/prove.js, which `npm test`
 * does not run: `npm run prove -- mutation england/codes`. Without a name the proofs are listed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const JEST = ['--no-warnings', 'node_modules/jest/bin/jest.js', '--runInBand'];
const ENDING = '.spec.ts';

/** What Node is to run for each proof. */
const proofs = new Map(
  readdirSync(join(root, 'test/prove')).flatMap((entry) => {
    const path = `test/prove/${entry}`;
    if (entry.endsWith(ENDING)) return [[entry.slice(0, -ENDING.length), [...JEST, path]]];
    return existsSync(join(root, path, 'prove.js')) ? [[entry, [`${path}/prove.js`]]] : [];
  }),
);

const [name, ...others] = process.argv.slice(2);
const words = proofs.get(name);
if (words === undefined) {
  console.error(`Say which proof: npm run prove -- NAME. There are: ${[...proofs.keys()].join(', ')}.`);
  process.exitCode = 1;
} else {
  const { status } = spawnSync(process.execPath, [...words, ...others], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PROVE: 'full' },
  });
  process.exitCode = status ?? 1;
}

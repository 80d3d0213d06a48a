/**
 * `npm run check`: every check, without a test. Lint alone takes as long as all others together, so it runs beside them.
 * What each said is printed when all have ended. Fails when one does.
 */
import { spawn } from 'node:child_process';

const LANES = [['lint'], ['format:check', 'arrows', 'unused', 'audited']];

/** Runs an npm script to its end. */
function run(script) {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', script], { stdio: ['ignore', 'pipe', 'pipe'] });
    const said = [];
    child.stdout.on('data', (part) => said.push(part));
    child.stderr.on('data', (part) => said.push(part));
    child.on('error', (error) => resolve({ passed: false, said: error.message }));
    child.on('close', (status) => resolve({ passed: status === 0, said: Buffer.concat(said).toString() }));
  });
}

const results = await Promise.all(
  LANES.map(async (scripts) => {
    const ended = [];
    for (const script of scripts) ended.push(await run(script));
    return ended;
  }),
);
for (const { said } of results.flat()) console.log(said);
process.exitCode = results.flat().every(({ passed }) => passed) ? 0 : 1;

/**
 * `npm test`: every check, then every test. One after the other: beside the tests the checks would only make them wait,
 * and what they said is printed last. Fails when either does.
 */
import { spawn } from 'node:child_process';

/** Runs an npm script to its end: with `quietly` what it said is kept until then. */
function run(script, quietly) {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', script], { stdio: quietly ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
    const said = [];
    child.stdout?.on('data', (part) => said.push(part));
    child.stderr?.on('data', (part) => said.push(part));
    child.on('error', (error) => resolve({ status: 1, said: error.message }));
    child.on('close', (status) => resolve({ status: status ?? 1, said: Buffer.concat(said).toString() }));
  });
}

const checks = await run('check', true);
const tests = await run('jest', false);
console.log(checks.said);
console.log(
  `Checks ${checks.status === 0 ? 'passed' : 'FAILED'}, tests ${tests.status === 0 ? 'passed' : 'FAILED'}.`,
);
process.exitCode = checks.status === 0 && tests.status === 0 ? 0 : 1;

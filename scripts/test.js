/**
 * `npm test`: every check and every test. The checks run beside the tests, which leave time on two cores, and what they
 * said is printed after them. Fails when either does.
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

const [checks, tests] = await Promise.all([run('check', true), run('jest', false)]);
console.log(checks.said);
console.log(
  `Checks ${checks.status === 0 ? 'passed' : 'FAILED'}, tests ${tests.status === 0 ? 'passed' : 'FAILED'}.`,
);
process.exitCode = checks.status === 0 && tests.status === 0 ? 0 : 1;

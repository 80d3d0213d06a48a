/**
 * `npm test`: every check, then every test. One after the other: beside the tests the checks would only make them wait,
 * and what they said is printed last. Fails when either does.
 */
import { runScript } from './npm-script.js';

console.log('Building and checking: the tests begin in a minute or two.');
const checks = await runScript('check', { quietly: true });
const tests = await runScript('jest');
console.log(checks.said);
const word = ({ passed }) => (passed ? 'passed' : 'FAILED');
console.log(`Checks ${word(checks)}, tests ${word(tests)}.`);
process.exitCode = checks.passed && tests.passed ? 0 : 1;

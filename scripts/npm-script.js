import { spawn } from 'node:child_process';

/**
 * Runs an npm script to its end.
 * @param {{ quietly?: boolean }} how with `quietly` what it says is kept, and given back, instead of shown
 * @returns {Promise<{ passed: boolean, said: string }>}
 */
export function runScript(script, { quietly = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', script], { stdio: quietly ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
    const said = [];
    child.stdout?.on('data', (part) => said.push(part));
    child.stderr?.on('data', (part) => said.push(part));
    child.on('error', (error) => resolve({ passed: false, said: error.message }));
    child.on('close', (status) => resolve({ passed: status === 0, said: Buffer.concat(said).toString() }));
  });
}

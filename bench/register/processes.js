import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));

/** A server in a process of its own: what it said of itself, and how to stop it. */
async function started(file, message) {
  const child = fork(here(file), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  if (message !== undefined) child.send(message);
  const [said] = await Promise.race([once(child, 'message'), failed(child, file)]);
  const stop = async () => {
    const ended = once(child, 'exit');
    child.send('stop');
    await ended;
  };
  return { ...said, stop };
}

async function failed(child, file) {
  const [status] = await once(child, 'exit');
  throw new Error(`${file} ended with status ${status} before it was ready.`);
}

export const startProbity = () => started('probity.js');
export const startBare = ({ type, bytes }) => started('bare.js', { type, body: bytes.toString('base64') });

import { Readable, Writable } from 'node:stream';
import { runCli } from '../../src/cli/program.js';

/** Runs the command in this process with its own streams. */
export async function probity(
  words: readonly string[],
  input = '',
): Promise<{ status: number; out: string; err: string }> {
  const written = { out: '', err: '' };
  const into = (name: 'out' | 'err') =>
    new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        written[name] += chunk.toString();
        done();
      },
    });
  const streams = { stdin: Readable.from([input]), stdout: into('out'), stderr: into('err') };
  const status = await runCli(words, streams);
  return { status, out: written.out, err: written.err };
}

import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../dist/src/main.js', import.meta.url));

const READY_LIMIT_MS = 120_000;

/** A real process of Probity, as `npm start` runs it. */
export class ProbityProcess {
  /** Every one that was started, so that a suite can leave none behind. */
  static readonly started: ProbityProcess[] = [];
  output = '';
  readonly #child: ChildProcess;
  readonly #ended: Promise<number | null>;

  constructor(env: Readonly<Record<string, string>>) {
    const { PATH = '', HOME = '', TMPDIR } = process.env;
    this.#child = spawn(process.execPath, [MAIN], {
      env: { PATH, HOME, ...(TMPDIR === undefined ? {} : { TMPDIR }), PORT: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    }
    this.#ended = new Promise((resolve) => this.#child.once('exit', resolve));
    ProbityProcess.started.push(this);
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Waits until it is ready; gives its address. Fails with what it said when it ends instead. */
  async ready(): Promise<string> {
    for (const from = performance.now(); performance.now() - from < READY_LIMIT_MS;) {
      const address = /ready at (\S+)/.exec(this.output)?.[1];
      // What it says last: how to sign in comes before it, and may come a moment later than the address.
      if (address !== undefined && this.output.includes('Ctrl-C stops it.')) return address;
      if (this.#child.exitCode !== null) throw new Error(`Probity ended: ${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`Probity was not ready in time: ${this.output}`);
  }

  /** Ends it at once, for a test that has failed half-way. */
  kill(): void {
    this.#child.kill('SIGKILL');
  }

  /** The exit status. */
  async ended(): Promise<number | null> {
    return this.#ended;
  }

  /** Ctrl-C, and the exit status. */
  async stop(signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> {
    this.#child.kill(signal);
    return this.#ended;
  }
}

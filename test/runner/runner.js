/**
 * Runs the suites in a few processes, each of which loads a module of ours or of a library once and keeps it. Jest's own
 * runner gives every suite a world of its own, and loads some two thousand modules into it again: half of what the whole
 * run cost. See docs/decisions/suites-share-their-modules.md.
 */
import { fileURLToPath } from 'node:url';
import { CallbackTestRunner } from 'jest-runner';
import { Worker } from 'jest-worker';

const TYPESCRIPT = new URL('typescript.js', import.meta.url).href;

export default class SharedModulesRunner extends CallbackTestRunner {
  async runTests(tests, watcher, onStart, onResult, onFailure, { serial }) {
    const { maxWorkers, workerIdleMemoryLimit } = this._globalConfig;
    const worker = new Worker(fileURLToPath(new URL('worker.js', import.meta.url)), {
      exposedMethods: ['runSuite'],
      numWorkers: serial ? 1 : maxWorkers,
      // A process that a suite brought down fails that suite, and is not tried with it again.
      maxRetries: 0,
      ...(workerIdleMemoryLimit && { idleMemoryLimit: workerIdleMemoryLimit }),
      forkOptions: {
        execArgv: ['--import', TYPESCRIPT, '--enable-source-maps', '--no-warnings'],
        stdio: 'pipe',
      },
    });
    worker.getStdout().pipe(process.stdout);
    worker.getStderr().pipe(process.stderr);
    const runOne = async (test) => {
      if (watcher.isInterrupted()) return;
      await onStart(test);
      try {
        await onResult(test, await worker.runSuite(this.#asked(test)));
      } catch (error) {
        await onFailure(test, { message: error.message, stack: error.stack, type: error.type });
      }
    };
    try {
      // All are handed over at once, in the order of the sequencer; each is begun when a process is free.
      await Promise.all(tests.map(runOne));
    } finally {
      await worker.end();
    }
  }

  #asked({ path, context: { config } }) {
    const { testNamePattern, testTimeout } = this._globalConfig;
    const { rootDir, slowTestThreshold } = config;
    return {
      path,
      rootDir,
      slowTestThreshold,
      testNamePattern,
      testTimeout: testTimeout ?? config.testTimeout,
    };
  }
}

/**
 * How Stryker mutates src/law, and with which tests: those of src/law and test/law, so that no database is set up. The
 * worked cases of ../shared are out of their reach, so the score is that of the tests kept in this repository.
 */
import { realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import jestConfig from '../../../jest.config.js';

/** Stryker watches which tests run a mutant from inside Jest's own runner, which loads TypeScript in its own way. */
const ownRunner = {
  runner: undefined,
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1', '^fast-check$': pathOf('./few-samples.js') },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript', decorators: true }, target: 'es2022' },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
};

const jest = {
  ...jestConfig,
  ...ownRunner,
  roots: ['<rootDir>/src/law', '<rootDir>/test/law'],
  globalSetup: undefined,
  globalTeardown: undefined,
};

/** What those tests read, and nothing else of the repository. */
const COPIED = ['package.json', '.prettierrc.json', 'scripts', 'src', 'src/law', 'test', 'test/law'];

export default {
  plugins: ['@stryker-mutator/jest-runner', pathOf('./nearest-first.js'), pathOf('./prose.js')],
  testRunner: 'nearest-first',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
  jest: { projectType: 'custom', config: jest },
  coverageAnalysis: 'perTest',
  ignorers: ['prose'],
  ignorePatterns: ['**', ...COPIED.map((path) => `!${path}`), '!scripts/**', '!src/law/**', '!test/law/**'],
  // Swc strips types unread, and one test compares a source file with what its generator writes.
  disableTypeChecks: false,
  concurrency: 2,
  // Every run of ES modules leaves memory behind in its process.
  maxTestRunnerReuse: 40,
  // Long, so that a busy machine does not pass for an endless loop.
  timeoutMS: 60_000,
  logLevel: 'warn',
  warnings: { slow: false },
  reporters: ['clear-text', 'progress'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: false },
  thresholds: { high: 95, low: 85, break: null },
  // One for each run: the end of one clears its own and leaves the others alone.
  tempDirName: join(tmpdir(), `probity-mutation-${process.pid}`),
  cleanTempDir: 'always',
};

function pathOf(neighbour) {
  return fileURLToPath(new URL(neighbour, import.meta.url));
}

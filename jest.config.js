/**
 * They start process after process and keep both cores busy: beside other suites they wait for them until their limits.
 * `npm run prove -- NAME` runs them, `npm test` does not.
 */
const PROVED_ALONE = ['backup', 'faults', 'faults-under-load'].map((name) => `/test/prove/${name}.spec.ts`);

/** Jest finds the suites, puts them in order and reports; our runner loads TypeScript and runs them. */
export default {
  runner: '<rootDir>/test/runner/runner.js',
  transform: {},
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', ...(process.env.PROVE === 'full' ? [] : PROVED_ALONE)],
  globalSetup: '<rootDir>/test/support/global-setup.js',
  globalTeardown: '<rootDir>/test/support/global-teardown.js',
  testSequencer: '<rootDir>/test/support/longest-first.js',
  testTimeout: 60_000,
  // One more than the cores: while a suite waits, for a server or a process of its own, the others compute.
  maxWorkers: 3,
};

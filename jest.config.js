/** ESM Jest: TypeScript is stripped by swc with the decorator metadata that Nest and TypeORM need. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: 'es2022',
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  globalSetup: '<rootDir>/test/support/global-setup.js',
  globalTeardown: '<rootDir>/test/support/global-teardown.js',
  testSequencer: '<rootDir>/test/support/longest-first.js',
  testTimeout: 60_000,
  // One more than the cores: while a suite waits, for a server or a process of its own, the others compute.
  maxWorkers: 3,
  // Modules of a suite stay in its worker’s memory: a worker that has grown makes room for a new one, which is quicker.
  workerIdleMemoryLimit: '1GB',
};

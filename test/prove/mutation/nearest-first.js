/**
 * A test runner for Stryker: Jest, with the specs nearest to a mutant first and the others only while it lives. Most
 * mutants die in the spec beside them within a tenth of a second, where all the specs that reach them take seconds.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { strykerPlugins as jestPlugins } from '@stryker-mutator/jest-runner';

/** Written by the process that makes the dry run, beside the copied sources, and read by all that test mutants. */
const SPECS_OF_TESTS = 'specs-of-tests.json';

class NearestFirst {
  constructor(jest) {
    this.jest = jest;
  }

  init() {
    return this.jest.init();
  }

  capabilities() {
    return this.jest.capabilities();
  }

  async dryRun(options) {
    const result = await this.jest.dryRun(options);
    const tests = result.tests ?? [];
    writeFileSync(SPECS_OF_TESTS, JSON.stringify(tests.map(({ id, fileName }) => [id, fileName])));
    return result;
  }

  async mutantRun(options) {
    let result;
    for (const specs of nearestFirst(options.sandboxFileName, specsThatReach(options))) {
      result = await this.runOnly(specs, options);
      if (result.status !== 'survived') break;
    }
    return result;
  }

  async runOnly(specs, options) {
    const { jestConfig } = this.jest;
    this.jest.jestConfig = { ...jestConfig, testMatch: specs };
    try {
      return await this.jest.mutantRun(options);
    } finally {
      this.jest.jestConfig = jestConfig;
    }
  }
}

/**
 * The specs that hold the tests which run the mutant. What runs when a file is loaded, every test runs: such a mutant meets
 * only the specs of its folder and of test/law where there are any, so that its survival may be too easy, never too hard.
 */
function specsThatReach({ testFilter, sandboxFileName }) {
  const specsOfTests = JSON.parse(readFileSync(SPECS_OF_TESTS, 'utf8'));
  const tests = testFilter && new Set(testFilter);
  const reached = specsOfTests.filter(([test]) => tests?.has(test) ?? true).map(([, spec]) => spec);
  const specs = [...new Set(reached)];
  if (tests) return specs;
  const folders = [dirname(sandboxFileName), resolve('test/law')];
  const near = specs.filter((spec) => folders.includes(dirname(spec)));
  return near.length > 0 ? near : specs;
}

/** The nearest spec by itself, which is the one beside the file where there is one; then ten at a time, outward. */
function nearestFirst(file, specs) {
  const beside = file.replace(/\.ts$/, '.spec.ts');
  const steps = (spec) => (spec === beside ? 0 : relative(dirname(file), dirname(spec)).split(sep).length);
  const outward = [...specs].sort((one, other) => steps(one) - steps(other));
  const groups = [outward.slice(0, 1)];
  for (let index = 1; index < outward.length; index += 10) groups.push(outward.slice(index, index + 10));
  return groups;
}

const [{ factory: jestRunner }] = jestPlugins;
const factory = (injector) => new NearestFirst(jestRunner(injector));
factory.inject = jestRunner.inject;

export const strykerPlugins = [{ kind: 'TestRunner', name: 'nearest-first', factory }];

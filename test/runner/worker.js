/** One process of the runner: runs one suite after another, and leaves nothing of one to the next that it can take back. */
import { pathToFileURL } from 'node:url';
import { jestExpect } from '@jest/expect';
import { createEmptyTestResult } from '@jest/test-result';
import { getState, resetState, run } from 'jest-circus';
import { formatResultsErrors } from 'jest-message-util';
import { jest } from './globals.js';

let suites = 0;

// What nobody catches is a fault of the suite that runs, not the end of its process.
for (const event of ['unhandledRejection', 'uncaughtException'])
  process.on(event, (reason) => {
    getState().unhandledErrors.push(reason instanceof Error ? reason : new Error(String(reason)));
  });

export async function runSuite({ path, rootDir, slowTestThreshold, testNamePattern, testTimeout }) {
  const start = Date.now();
  const environment = { ...process.env };
  const folder = process.cwd();
  resetState();
  jest.setTimeout(testTimeout ?? 5_000);
  jestExpect.setState({ testPath: path, suppressedErrors: [], assertionCalls: 0 });
  try {
    suites += 1;
    // Each time a new module: a suite may run again in the same process while somebody works on it.
    await import(`${pathToFileURL(path).href}?suite=${suites}`);
    if (testNamePattern) getState().testNamePattern = new RegExp(testNamePattern, 'i');
    const { testResults, unhandledErrorsDetailed } = await run();
    return resultOf({ path, rootDir, slowTestThreshold, start, testResults, unhandledErrorsDetailed });
  } finally {
    jest.restoreAllMocks();
    process.chdir(folder);
    for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
    Object.assign(process.env, environment);
  }
}

function resultOf({ path, rootDir, slowTestThreshold, start, testResults, unhandledErrorsDetailed }) {
  const results = testResults.map(assertionOf);
  const count = (status) => results.filter((result) => result.status === status).length;
  const end = Date.now();
  const [unhandled] = unhandledErrorsDetailed;
  const config = { rootDir, testMatch: [] };
  const result = {
    ...createEmptyTestResult(),
    testFilePath: path,
    numFailingTests: count('failed'),
    numPassingTests: count('passed'),
    numPendingTests: count('pending'),
    numTodoTests: count('todo'),
    testResults: results,
    perfStats: { ...createEmptyTestResult().perfStats, ...runTime(start, end, slowTestThreshold) },
    ...(unhandled && { testExecError: { message: unhandled.message, stack: unhandled.stack } }),
  };
  const failures = formatResultsErrors(results, config, { noStackTrace: false }, path) ?? '';
  result.failureMessage =
    [failures, ...unhandledErrorsDetailed.map(({ stack }) => stack)].join('\n').trim() || null;
  return result;
}

const runTime = (start, end, threshold) => ({
  start,
  end,
  runtime: end - start,
  slow: (end - start) / 1_000 > threshold,
});

function assertionOf({ testPath, status, errors, errorsDetailed, duration, invocations, numPassingAsserts }) {
  // The first is the block that holds all others.
  const [, ...names] = testPath;
  const ancestorTitles = names.slice(0, -1);
  const title = names.at(-1);
  return {
    ancestorTitles,
    title,
    fullName: names.join(' '),
    status: errors.length > 0 ? 'failed' : statusOf(status),
    duration,
    invocations,
    numPassingAsserts,
    failureMessages: errors,
    failureDetails: errorsDetailed.map(({ message, stack }) => ({ message, stack })),
    location: null,
    retryReasons: [],
  };
}

const statusOf = (status) => ({ skip: 'pending', todo: 'todo' })[status] ?? 'passed';

/** What a suite imports from `@jest/globals`: Jest's own parts, put together for a process that runs many suites. */
import { jestExpect } from '@jest/expect';
import { ModuleMocker } from 'jest-mock';

export { afterAll, afterEach, beforeAll, beforeEach, describe, it, test } from 'jest-circus';
export { jestExpect as expect };

const mocker = new ModuleMocker(globalThis);
/** Where jest-circus looks for the limit of a test. */
const LIMIT = Symbol.for('TEST_TIMEOUT_SYMBOL');

export const jest = {
  fn: mocker.fn.bind(mocker),
  spyOn: mocker.spyOn.bind(mocker),
  clearAllMocks: () => (mocker.clearAllMocks(), jest),
  restoreAllMocks: () => (mocker.restoreAllMocks(), jest),
  setTimeout: (milliseconds) => ((globalThis[LIMIT] = milliseconds), jest),
};

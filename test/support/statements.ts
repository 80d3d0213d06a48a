import { jest } from '@jest/globals';
import pg from 'pg';

/** How many statements the application sends while `work` runs. Whatever else it does at that time is counted too. */
export async function statementsDuring(work: () => Promise<unknown>): Promise<number> {
  const query = jest.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    return query.mock.calls.length;
  } finally {
    query.mockRestore();
  }
}

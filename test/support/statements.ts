import { Socket } from 'node:net';
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

/**
 * How many times the application writes to the database while `work` runs: statements that do not wait for one another go in
 * one write.
 */
export async function tripsDuring(work: () => Promise<unknown>): Promise<number> {
  const query = jest.spyOn(pg.Client.prototype, 'query');
  const writes = [jest.spyOn(Socket.prototype, '_writev'), jest.spyOn(Socket.prototype, '_write')];
  try {
    await work();
    const asked = query.mock.contexts as unknown as { readonly connection: pg.Connection }[];
    const toDatabase = new Set<unknown>(asked.map(({ connection }) => connection.stream));
    return writes.flatMap(({ mock }) => mock.contexts).filter((stream) => toDatabase.has(stream)).length;
  } finally {
    for (const spy of [query, ...writes]) spy.mockRestore();
  }
}

import { describe } from '@jest/globals';
import { queueCarries } from '../support/queue-carries.js';
import { createTestDatabase } from '../support/test-database.js';

describe('a queue in PostgreSQL, when no Redis is configured', () => {
  queueCarries(async () => {
    const database = await createTestDatabase();
    return { database, close: () => database.drop() };
  });
});

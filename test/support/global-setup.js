/**
 * Once before all tests: one PostgreSQL server of our own in a temporary folder, and in it a template that holds the
 * migrated, empty schema. `createTestDatabase()` makes each test file a database from it.
 *
 * Jest loads this file with Node's own loader, which cannot read TypeScript; so it takes the product from dist.
 */
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BuildFailed, ensureBuilt } from '../../scripts/build.js';

const say = (sentence) => process.stderr.write(`${sentence}\n`);

export default async function globalSetup() {
  await ensureBuilt(say).catch((error) => {
    // Jest strips types, so a test can run although a type is wrong elsewhere. `npm test` has checked them before.
    if (!(error instanceof BuildFailed)) throw error;
    say(`${error.message} The tests run all the same.`);
  });
  const { startEmbeddedPostgres } = await import('../../dist/src/platform/embedded-postgres/index.js');
  const { migrate } = await import('../../dist/src/platform/database/index.js');
  const pg = (await import('pg')).default;

  const dataDir = mkdtempSync(join(tmpdir(), 'probity-test-'));
  // The server's account, which is not root's, must be able to pass through.
  chmodSync(dataDir, 0o711);
  const server = await startEmbeddedPostgres({ dataDir, log: say, durable: false });
  globalThis.testServer = server;

  const owner = new pg.Client({ connectionString: server.ownerUrl });
  await owner.connect();
  await owner.query('create database probity_template');
  await owner.end();
  const template = new URL(server.ownerUrl);
  template.pathname = '/probity_template';
  await migrate(template.href);

  // Jest's workers are started after this and inherit the environment.
  process.env.TEST_SERVER_OWNER_URL = server.ownerUrl;
  process.env.TEST_SERVER_APP_URL = server.appUrl;
}

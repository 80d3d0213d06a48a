/**
 * A Probity of a benchmark's own, in a process of its own: an empty database on an embedded server, the whole
 * application in front of it. Says where both are, and stops when it is told to.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../dist/src/platform/config/index.js';
import { startEmbeddedPostgres } from '../../dist/src/platform/embedded-postgres/index.js';
import { start } from '../../dist/src/start.js';

const dataDir = mkdtempSync(join(tmpdir(), 'probity-bench-'));
// The server's account, which is not root's, must be able to pass through.
chmodSync(dataDir, 0o711);
const server = await startEmbeddedPostgres({ dataDir, log: () => undefined, durable: false });
const probity = await start(
  readConfig({
    ...{ DATABASE_URL: server.appUrl, DATABASE_OWNER_URL: server.ownerUrl, DATA_DIR: dataDir },
    ...{ PORT: '0', PROBITY_PROCESS: 'web', LOG_LEVEL: 'error' },
    // One asker for all: what keeps out strangers who ask too much is not what is measured.
    REQUESTS_PER_MINUTE: '0',
  }),
  () => undefined,
);
process.send({ url: probity.url, ownerUrl: server.ownerUrl });
process.once('message', async () => {
  await probity.close();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
  process.exit(0);
});

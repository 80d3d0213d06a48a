import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../dist/src/platform/database/index.js';
import { startEmbeddedPostgres } from '../../dist/src/platform/embedded-postgres/index.js';

/** Does something on an empty, migrated database of the benchmark's own, as its owner; it is gone afterwards. */
export async function onOwnServer(work) {
  const dataDir = mkdtempSync(join(tmpdir(), 'probity-bench-'));
  // The server's account, which is not root's, must be able to pass through.
  chmodSync(dataDir, 0o711);
  const { ownerUrl, appUrl, dataFolder, stop } = await startEmbeddedPostgres({
    ...{ dataDir, log: () => undefined, durable: false },
  });
  try {
    await migrate(ownerUrl);
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    const done = await work({ owner, ownerUrl, appUrl, dataFolder, dataDir });
    await owner.end();
    return done;
  } finally {
    await stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

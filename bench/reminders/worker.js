/**
 * A worker of Probity in a process of its own, whose channel takes every message and does nothing with it. Told a
 * moment, it sets the application's clock to it.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../dist/src/platform/config/index.js';
import { MAIL } from '../../dist/src/platform/mail/index.js';
import { start } from '../../dist/src/start.js';

const { ownerUrl, appUrl, dataDir, clockAt, redisUrl } = JSON.parse(process.argv[2]);
const clock = join(dataDir, 'clock');
writeFileSync(clock, clockAt);
const probity = await start(
  readConfig({
    ...{ DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, DATA_DIR: dataDir, LOG_LEVEL: 'error' },
    ...{ PROBITY_PROCESS: 'worker', PROBITY_CLOCK: `file:${clock}` },
    ...(redisUrl !== undefined && { REDIS_URL: redisUrl }),
  }),
  () => undefined,
);
probity.app.get(MAIL, { strict: false }).send = () => Promise.resolve({});
process.send('ready');
process.on('message', async (moment) => {
  if (moment !== 'stop') {
    writeFileSync(clock, moment);
    return;
  }
  await probity.close();
  process.exit(0);
});

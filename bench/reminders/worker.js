/**
 * A worker of Probity in a process of its own, whose channel takes every message and does nothing with it. It says when
 * it is ready, and when its clock has come to the moment that it was given.
 */
import { Clock } from '../../dist/src/platform/clock/index.js';
import { readConfig } from '../../dist/src/platform/config/index.js';
import { MAIL } from '../../dist/src/platform/mail/index.js';
import { start } from '../../dist/src/start.js';

const { ownerUrl, appUrl, dataDir, clockAt, dueAt, redisUrl } = JSON.parse(process.argv[2]);
const probity = await start(
  readConfig({
    ...{ DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, DATA_DIR: dataDir, LOG_LEVEL: 'error' },
    ...{ PROBITY_PROCESS: 'worker', PROBITY_CLOCK: clockAt },
    ...(redisUrl !== undefined && { REDIS_URL: redisUrl }),
  }),
  () => undefined,
);
probity.app.get(MAIL, { strict: false }).send = () => Promise.resolve({});
process.send('ready');
const clock = probity.app.get(Clock, { strict: false });
const watch = setInterval(() => {
  if (clock.now() < new Date(dueAt)) return;
  clearInterval(watch);
  process.send('due');
}, 20);
process.once('message', async () => {
  await probity.close();
  process.exit(0);
});

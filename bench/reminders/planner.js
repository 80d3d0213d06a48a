/**
 * A Probity of the planning benchmark's own, in a process of its own so that its memory is its own. Told 'plan', it plans
 * what has changed; told 'plan all', everything, as a worker does that has just started. It says how long that took,
 * for how long of it its own processor worked, and the most memory it ever held.
 */
import { ModuleRef } from '@nestjs/core';
import { readConfig } from '../../dist/src/platform/config/index.js';
import { RemindersModule, Rounds } from '../../dist/src/reminders/index.js';
import { start } from '../../dist/src/start.js';

const { ownerUrl, appUrl, dataDir, keys, clock } = JSON.parse(process.argv[2]);
const probity = await start(
  readConfig({
    ...{ DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, DATA_DIR: dataDir, LOG_LEVEL: 'error' },
    ...{ PROBITY_PROCESS: 'web', PORT: '0', PROBITY_KEYS: keys, PROBITY_CLOCK: clock },
  }),
  () => undefined,
);
let rounds;
process.on('message', async (told) => {
  if (told === 'stop') {
    await probity.close();
    process.exit(0);
  }
  // Rounds that remember nothing pass nothing over.
  if (told === 'plan all' || rounds === undefined)
    rounds = await probity.app.select(RemindersModule).get(ModuleRef, { strict: true }).create(Rounds);
  const begun = performance.now();
  const usedBefore = process.cpuUsage();
  await rounds.plan();
  const seconds = (performance.now() - begun) / 1_000;
  const { user, system } = process.cpuUsage(usedBefore);
  // The system counts it in kilobytes.
  process.send({ seconds, busy: (user + system) / 1e6, peak: process.resourceUsage().maxRSS * 1_024 });
});
process.send('ready');

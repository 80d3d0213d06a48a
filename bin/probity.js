#!/usr/bin/env node
// The `probity` command. It builds first where dist is missing or stale, then hands over to src/cli.ts.
import { BuildFailed, ensureBuilt } from '../scripts/build.js';

const say = (sentence) => process.stderr.write(`${sentence}\n`);
try {
  await ensureBuilt(say);
} catch (error) {
  if (!(error instanceof BuildFailed)) throw error;
  say(error.message);
  process.exit(1);
}
await import('../dist/src/cli.js');

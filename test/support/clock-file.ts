import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The setting by which processes take their time from a file in a folder. */
export const clockIn = (folder: string): Readonly<Record<string, string>> => ({
  PROBITY_CLOCK: `file:${join(folder, 'clock')}`,
});

/** Moves the clock of processes that are already running. The file is put there whole: they read it at any moment. */
export function moveClock(folder: string, moment: string): void {
  writeFileSync(join(folder, 'next'), moment);
  renameSync(join(folder, 'next'), join(folder, 'clock'));
}

import { readFileSync, writeFileSync } from 'node:fs';

const PAGE = new URL('../../docs/who-may-do-what.md', import.meta.url);
const SECOND_PART = '\n## What programs may do\n';

/**
 * One part of docs/who-may-do-what.md: what people may do, and below it what programs may do. With `UPDATE_WHO_MAY` set the
 * part is written afresh first, and the other one stays.
 */
export function whoMayPage(part: 'people' | 'programs', measured: string): string {
  const [people = '', programs = ''] = readFileSync(PAGE, 'utf8').split(SECOND_PART);
  if (process.env.UPDATE_WHO_MAY === undefined) return part === 'people' ? people : programs;
  const parts = part === 'people' ? [measured, programs] : [people, measured];
  writeFileSync(PAGE, parts.join(SECOND_PART));
  return measured;
}

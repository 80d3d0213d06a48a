import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from '@jest/globals';

/** All modules that a file loads when it is imported; type imports and dynamic imports load nothing then. */
function loadedBy(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const source = readFileSync(file, 'utf8');
  for (const [, from = ''] of source.matchAll(
    /^(?:import|export)\s(?!type\s)(?:[^'";]*\sfrom\s)?'([^']+)';/gm,
  )) {
    if (!from.startsWith('.')) seen.add(from);
    else loadedBy(normalize(join(dirname(file), from.replace(/\.js$/, '.ts'))), seen);
  }
  return seen;
}

test.each([
  ['src/cli.ts', 'commander'],
  ['src/cli/match.ts', 'src/matching/index.ts'],
  ['src/cli/agenda-read.ts', 'src/agenda/index.ts'],
])('%s loads neither Nest nor a database', (file, needed) => {
  const loaded = [...loadedBy(file)];
  expect(loaded).toContain(needed);
  // The heavy libraries that open files are loaded by the process that opens one.
  const allowed =
    /^(?:src\/(?:cli|law|wording|agenda|files|matching)\b|node:|commander$|htmlparser2$|fast-xml-parser$)/;
  expect(loaded.filter((module) => !allowed.test(module))).toEqual([]);
});

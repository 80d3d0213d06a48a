/** The scores in test/prove/results/mutation.md: a table for each folder, in which a run replaces its files' rows. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';

const RESULTS = 'test/prove/results/mutation.md';
const HEAD = `# Mutation testing of src/law

\`npm run prove -- mutation FOLDER\` makes small changes to the code, one at a time, and runs the tests of the law. A
change that no test notices has survived. The goal is 85 % or more. Not counted: changes to prose and citations
(test/prove/mutation/prose.js), and those with which the file cannot be loaded.
`;
const COLUMNS = ['file', 'mutants', 'killed', 'timed out', 'survived', 'reached by no test', 'score'];
const STATUSES = ['Killed', 'Timeout', 'Survived', 'NoCoverage'];

/** How many mutants were killed, timed out, survived and were reached by no test. */
export function tally(mutants) {
  return STATUSES.map((status) => mutants.filter((mutant) => mutant.status === status).length);
}

export function total(counts) {
  return counts.reduce((sum, one) => sum + one, 0);
}

/** The part of the mutants that a test noticed, in percent. */
export function score(counts) {
  const [killed, timedOut] = counts;
  return total(counts) === 0 ? 100 : (100 * (killed + timedOut)) / total(counts);
}

/** Writes down the tallies of files, and leaves out what was written of files that are no more. */
export function record(tallies, isThere) {
  const before = existsSync(RESULTS) ? read(readFileSync(RESULTS, 'utf8')) : [];
  const all = new Map([...before.filter(([file]) => isThere(file)), ...tallies]);
  const folders = [...new Set([...all.keys()].map((file) => dirname(file)))].sort();
  const tables = folders.map((folder) => table(folder, all));
  mkdirSync(dirname(RESULTS), { recursive: true });
  writeFileSync(RESULTS, [HEAD, ...tables].join('\n'));
}

function read(text) {
  return text.split(/^## /m).flatMap((section) => {
    const [folder, ...lines] = section.split('\n');
    return lines
      .map((line) => line.split('|').map((cell) => cell.trim()))
      .filter(([, file]) => file?.endsWith('.ts'))
      .map(([, file, , ...counts]) => [
        folder === '.' ? file : `${folder}/${file}`,
        counts.slice(0, STATUSES.length).map(Number),
      ]);
  });
}

function table(folder, all) {
  const own = [...all].filter(([file]) => dirname(file) === folder).sort(([a], [b]) => (a < b ? -1 : 1));
  const sum = STATUSES.map((_, index) => total(own.map(([, counts]) => counts[index])));
  return [
    `## ${folder}`,
    '',
    row(COLUMNS),
    `|---|${'---:|'.repeat(COLUMNS.length - 1)}`,
    ...own.map(([file, counts]) => countsRow(basename(file), counts)),
    countsRow('**all**', sum),
    '',
  ].join('\n');
}

function countsRow(name, counts) {
  return row([name, total(counts), ...counts, `${score(counts).toFixed(1)} %`]);
}

function row(cells) {
  return `| ${cells.join(' | ')} |`;
}

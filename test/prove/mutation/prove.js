/**
 * Mutation testing of src/law, a part at a time: `npm run prove -- mutation time england/codes` those folders, each with
 * the files directly in it; `npm run prove -- mutation england/localism-act-2011/s31` the files whose names begin so.
 * `.` is src/law itself. Without a part the folders are listed. Fails where a part's score is below 85 %.
 */
import { readdirSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { record, score, tally, total } from './results.js';
import config from './stryker.config.js';

const LAW = 'src/law';
/** Tests; worked cases, the facts they start from and the short forms they are stated in; tables of data. */
const NOT_MUTATED = /^ordinary-|(^|[.-])(spec|cases|case-tables|in-short|data)\.ts$/;

const files = readdirSync(LAW, { recursive: true })
  .filter((file) => file.endsWith('.ts') && !NOT_MUTATED.test(basename(file)))
  .sort();
const folders = [...new Set(files.map((file) => dirname(file)))].sort();

const parts = process.argv.slice(2);
const empty = parts.filter((part) => filesOf(part).length === 0);
if (parts.length === 0 || empty.length > 0) {
  if (empty.length > 0) console.error(`There is no ${empty.join(' and no ')} in ${LAW}.`);
  console.error(`Say which folder: npm run prove -- mutation FOLDER. There are: ${folders.join(', ')}.`);
  process.exitCode = 1;
} else {
  for (const part of parts) await mutate(part);
}

function filesOf(part) {
  if (folders.includes(part)) return files.filter((file) => dirname(file) === part);
  return files.filter((file) => dirname(file) === dirname(part) && file.startsWith(part));
}

async function mutate(part) {
  const started = performance.now();
  const own = filesOf(part);
  const mutants = await new Stryker({
    ...config,
    mutate: own.map((file) => join(LAW, file)),
  }).runMutationTest();
  const seconds = Math.round((performance.now() - started) / 1000);
  const counts = tally(mutants);
  const percent = score(counts);
  const noticed = `${percent.toFixed(1)} % of ${total(counts)} mutants noticed`;
  console.log(`${part}: ${noticed}, in ${seconds} s.`);
  if (percent < config.thresholds.low) process.exitCode = 1;

  const talliesOfFiles = own.map((file) => [file, tally(mutants.filter(isIn(file)))]);
  record(
    talliesOfFiles.filter(([, counts]) => counts.some((one) => one > 0)),
    (file) => files.includes(file),
  );
}

function isIn(file) {
  return ({ fileName }) => relative(resolve(LAW), fileName) === file;
}

/**
 * Runs benchmarks: `npm run bench` all of them, `npm run bench -- matching law` those named.
 *
 * A benchmark is bench/NAME/bench.js, which exports `title` and `run(report)`. What it measures of ours it imports
 * from dist, so dist is built first. What it reports is printed and written to bench/results/NAME.md; the last lines
 * are its figures, `NAME FIGURE: value (goal …)`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { BuildFailed, ensureBuilt } from './build.js';
import { Report } from '../bench/report.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** Each benchmark ends within five minutes on two cores. */
const LONGEST_RUN_MS = 5 * 60_000;

const names = readdirSync(join(root, 'bench'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(benchFile(entry.name)))
  .map((entry) => entry.name);

const wanted = process.argv.slice(2);
if (wanted[0] === '--here') await runHere(wanted[1] ?? '');
else process.exitCode = await runEach(wanted.length === 0 ? names : wanted);

/** Each benchmark in a process of its own, so that none runs in the warmth or the memory of another. */
async function runEach(chosen) {
  const unknown = chosen.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    console.error(`There is no benchmark called ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
    return 1;
  }
  try {
    await ensureBuilt((sentence) => console.error(sentence));
  } catch (error) {
    if (!(error instanceof BuildFailed)) throw error;
    console.error(error.message);
    return 1;
  }
  let status = 0;
  for (const name of chosen) {
    const words = ['--expose-gc', fileURLToPath(import.meta.url), '--here', name];
    const ended = spawnSync(process.execPath, words, { stdio: 'inherit', timeout: LONGEST_RUN_MS });
    if (ended.error !== undefined) console.error(`${name} did not end within five minutes and was stopped.`);
    if (ended.status !== 0) status = 1;
  }
  return status;
}

async function runHere(name) {
  const { title, run } = await import(pathToFileURL(benchFile(name)).href);
  const [cpu] = cpus();
  const machine = `${cpus().length} × ${cpu?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`;
  const report = new Report(name, title, machine);
  await run(report);
  mkdirSync(join(root, 'bench/results'), { recursive: true });
  if (report.isKept) writeFileSync(join(root, `bench/results/${name}.md`), report.markdown());
  console.log(report.markdown());
}

function benchFile(name) {
  return join(root, 'bench', name, 'bench.js');
}

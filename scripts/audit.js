/**
 * Asks the registry which known weaknesses the locked dependencies have, and fails for each that is not excepted in
 * audit-exceptions.json, with a reason and a day until which that holds; and for each exception that has run out or that
 * nothing needs any more. Where the registry does not answer it says so and passes: a machine without a network can
 * still test. In CI set AUDIT=required, and it fails there too.
 *
 *   node scripts/audit.js [--report FILE] [--exceptions FILE] [--today DAY]
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const SECONDS_TO_ANSWER = 20;
/** An exception is looked at again at least this often. */
const MOST_DAYS = 184;
const DAY_MS = 86_400_000;
/** What is only told of, and fails nothing. */
const SLIGHT = ['info', 'low'];

/** What the registry answered, as `npm audit --json` prints it; undefined where it did not. */
function asked() {
  const words = [
    'audit',
    '--json',
    '--fetch-retries=0',
    `--fetch-timeout=${(SECONDS_TO_ANSWER / 2) * 1_000}`,
  ];
  const { stdout, error } = spawnSync('npm', words, {
    ...{ cwd: root, encoding: 'utf8', timeout: SECONDS_TO_ANSWER * 1_000, maxBuffer: 64 * 1024 * 1024 },
  });
  if (error) return { why: error.message };
  try {
    const report = JSON.parse(stdout);
    return report.vulnerabilities ? { report } : { why: report.message ?? 'it gave no report' };
  } catch {
    return { why: 'it gave no report' };
  }
}

/** Each advisory once: which package, how severe, where it is written up. */
function advisoriesIn({ vulnerabilities }) {
  const found = new Map();
  for (const { via } of Object.values(vulnerabilities)) {
    for (const one of via) {
      if (typeof one === 'string') continue;
      const id = one.url?.split('/').at(-1) ?? String(one.source);
      found.set(`${id} ${one.name}`, { id, name: one.name, severity: one.severity, title: one.title });
    }
  }
  return [...found.values()];
}

/** One sentence for each thing that is wrong with an exception itself. */
function faultsOf({ advisory, package: name, reason, since, until }, today) {
  const called = `${advisory} (${name})`;
  if (!advisory || !name || !reason || !isDay(since) || !isDay(until)) {
    return [`${called}: an exception names advisory, package, reason, since and until (days).`];
  }
  if (until < today) return [`${called}: its exception ran out on ${until}.`];
  const days = (Date.parse(until) - Date.parse(since)) / DAY_MS;
  if (days > MOST_DAYS) return [`${called}: an exception stands for ${MOST_DAYS} days at most, not ${days}.`];
  return [];
}

const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text ?? '') && !Number.isNaN(Date.parse(text));

function judge(advisories, exceptions, today) {
  const excepted = ({ id, name }) => exceptions.some((each) => each.advisory === id && each.package === name);
  const open = advisories.filter((one) => !SLIGHT.includes(one.severity) && !excepted(one));
  const unused = exceptions.filter(
    ({ advisory, package: name }) => !advisories.some((one) => one.id === advisory && one.name === name),
  );
  return [
    ...open.map(({ id, name, severity, title }) => `${name}: ${severity}, ${title} (${id}).`),
    ...unused.map(
      ({ advisory, package: name }) => `${advisory} (${name}): nothing needs its exception any more.`,
    ),
    ...exceptions.flatMap((each) => faultsOf(each, today)),
  ];
}

const { values } = parseArgs({
  options: { report: { type: 'string' }, exceptions: { type: 'string' }, today: { type: 'string' } },
});
const exceptions = JSON.parse(readFileSync(values.exceptions ?? join(root, 'audit-exceptions.json'), 'utf8'));
const today = values.today ?? new Date().toISOString().slice(0, 10);
const answer = values.report ? { report: JSON.parse(readFileSync(values.report, 'utf8')) } : asked();

if (answer.report === undefined) {
  const faults = exceptions.flatMap((each) => faultsOf(each, today));
  console.log(`The registry was not asked about weaknesses: ${answer.why}. Nothing is known of them.`);
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 || process.env.AUDIT === 'required' ? 1 : 0;
} else {
  const advisories = advisoriesIn(answer.report);
  const faults = judge(advisories, exceptions, today);
  for (const fault of faults) console.error(fault);
  console.log(
    `${advisories.length} known weaknesses, ${exceptions.length} excepted, ${faults.length} to mend.`,
  );
  process.exitCode = faults.length > 0 ? 1 : 0;
}

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { generateKeys, Sealer } from '../../dist/src/platform/sealing/index.js';
import { Report } from '../report.js';
import { addInstallation, letOwnerWrite, MEMBERS, SEATS } from './installation.js';
import { onOwnServer } from './own-server.js';

const TODAY = '2026-05-04';
const CLOCK = `${TODAY}T09:00`;
/** The day's agenda, three days, the evening and the morning before. */
const STEPS = 4;
/** Planned before anything is measured, so that the smallest size is not measured cold. */
const WARM_UP = { members: 1_000, meetings: 170 };
const SMALL = { members: 1_000, meetings: 167 };
/** The largest that leaves the whole benchmark within its five minutes. */
const SIZES = [SMALL, { members: 10_000, meetings: 1_667 }, { members: 20_000, meetings: 3_333 }];
/** An installation of every council that there might be: `node bench/reminders/planning.js --full` takes longer. */
const IN_FULL = [SMALL, { members: 120_000, meetings: 20_000 }];
const GOAL = 1.5;

/** How long planning takes and how much memory it needs, as an installation grows. */
export async function planning(report, sizes = SIZES) {
  const measured = [];
  for (const size of sizes) measured.push(await measure(size));
  report.note(
    `Planning: councils of ${MEMBERS} members with three registered interests each, sealed as always, and a body of ${SEATS} seats for each meeting; every meeting within the next 60 days has an agenda of ten items, received today. Timed is one pass over all councils, each in a transaction of its own: first with nothing planned, so that every reminder is inserted, then by a worker that has just started and finds nothing changed. ${WARM_UP.members.toLocaleString('en-GB')} members of other councils were planned before anything was timed, and are planned again in the second pass, where they are counted. Memory is the most that the process ever held.`,
  );
  report.table(
    [
      ...['members', 'meetings', 'reminders planned', 'first planning, s', 'µs a member'],
      ...['planning again, s', 'µs a member', 'memory, MB'],
    ],
    measured.map((one) => [
      ...[one.members, one.meetings, one.planned].map((number) => number.toLocaleString('en-GB')),
      ...[one.first.toFixed(1), perMember(one, one.first).toFixed(0)],
      ...[
        one.again.toFixed(1),
        perMember(one, one.again, WARM_UP.members).toFixed(0),
        (one.peak / 2 ** 20).toFixed(0),
      ],
    ]),
  );
  const [small, large] = [measured[0], measured.at(-1)];
  const compared = `at ${large.members.toLocaleString('en-GB')} members to that at ${small.members.toLocaleString('en-GB')}`;
  report.figure(
    `planning, time a member ${compared}`,
    (perMember(large, large.first) / perMember(small, small.first)).toFixed(2),
    `${GOAL} or less`,
  );
  report.figure(
    `planning again, time a member ${compared}`,
    (perMember(large, large.again, WARM_UP.members) / perMember(small, small.again, WARM_UP.members)).toFixed(
      2,
    ),
    `${GOAL} or less`,
  );
  report.figure(`planning, memory ${compared}`, (large.peak / small.peak).toFixed(2), 'printed');
}

const perMember = ({ members }, seconds, others = 0) => (seconds * 1e6) / (members + others);

const measure = (size) => onOwnServer((server) => measureOn(server, size));

async function measureOn({ owner, ...server }, { members, meetings }) {
  await letOwnerWrite(owner);
  const keys = generateKeys();
  const add = async (name, size) => {
    const councils = size.members / MEMBERS;
    await addInstallation(owner, new Sealer(keys), { name, councils, meetings: size.meetings, today: TODAY });
    await owner.query('analyze');
  };
  await add('warm', WARM_UP);
  const planner = await startPlanner({ ...server, keys, clock: CLOCK });
  await planner.plan('plan');
  const before = await countPlanned(owner);
  await add('bench', { members, meetings });
  const first = await planner.plan('plan');
  const planned = (await countPlanned(owner)) - before;
  if (planned !== meetings * SEATS * STEPS) throw new Error(`${planned} reminders were planned.`);
  await owner.query('vacuum analyze reminder');
  const again = await planner.plan('plan all');
  if ((await countPlanned(owner)) !== before + planned) throw new Error('Planning again changed something.');
  await planner.stop();
  return { members, meetings, planned, first: first.seconds, again: again.seconds, peak: again.peak };
}

async function countPlanned(owner) {
  const counted = await owner.query(`select count(*) as n from reminder where state = 'planned'`);
  return Number(counted.rows[0].n);
}

async function startPlanner(given) {
  const child = fork(fileURLToPath(new URL('planner.js', import.meta.url)), [JSON.stringify(given)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const said = async () => {
    const [answer] = await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(([status]) => {
        throw new Error(`The process that plans ended with status ${status}.`);
      }),
    ]);
    return answer;
  };
  await said();
  return {
    plan: (what) => {
      child.send(what);
      return said();
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.send('stop');
      await ended;
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const report = new Report('reminders', 'Planning reminders', 'this one');
  await planning(report, process.argv.includes('--full') ? IN_FULL : SIZES);
  console.log(report.markdown());
}

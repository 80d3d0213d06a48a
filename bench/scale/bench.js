import { actFor, addCouncil, addEntries, openAsOwner } from '../register/council.js';
import { startProbity } from '../register/processes.js';

export const title = 'The public register, drawn afresh, as the table grows';

const MEMBERS = 100;
/** Entries that stand in the register of the council whose pages are drawn. */
const OWN = 1_000;
const SIZES = [1_000, 10_000, 100_000, 1_000_000];
/** Of what is added, this part is the council's own history; the rest stands in other councils. */
const OWN_HISTORY = 0.02;
const OTHERS = 50;
const TIMES = 31;
const SETTLES_MS = 5_000;
const GOAL = 0.8;

export async function run(report) {
  const probity = await startProbity();
  const owner = await openAsOwner(probity.ownerUrl);
  const id = await addCouncil(owner, { slug: 'bench', members: MEMBERS, entries: OWN });
  const others = [];
  for (let n = 0; n < OTHERS; n += 1) {
    others.push(await addCouncil(owner, { slug: `other-${n}`, members: 20, entries: 0 }));
  }
  await actFor(owner, [id]);
  const pages = await pagesOf(owner, id, probity.url);
  const medians = new Map(pages.map(([name]) => [name, []]));
  let rows = OWN;
  // The program warms up before it is measured at its smallest.
  for (const [, url] of pages) await drawnIn(owner, id, url);
  for (const size of SIZES) {
    await grow(owner, { id, others, by: size - rows });
    rows = size;
    // As autovacuum leaves a table; it would begin of itself meanwhile, on a core that is measured.
    await owner.query('vacuum analyze');
    // What was written is still on its way to the disk; and the first pages read what everybody else's lines pushed out.
    await new Promise((resolve) => setTimeout(resolve, SETTLES_MS));
    for (const [, url] of pages) await drawnIn(owner, id, url);
    for (const [name, url] of pages) medians.get(name).push(await drawnIn(owner, id, url));
  }
  report.note(
    `A council of ${MEMBERS} members with ${OWN} entries that stand today. The table of public lines grows by ${100 * OWN_HISTORY} in a hundred of history of this council and the rest in ${OTHERS} others; the register entries grow with it. Before each request the register is counted as changed, so each page is read and drawn afresh. Medians of ${TIMES}, in milliseconds.`,
  );
  report.table(
    ['page', ...SIZES.map((size) => size.toLocaleString('en-GB'))],
    pages.map(([name]) => [name, ...medians.get(name).map((time) => time.toFixed(1))]),
  );
  for (const [name] of pages) {
    const [first] = medians.get(name);
    report.figure(
      `${name}, speed at 1,000,000 to that at 1,000`,
      (first / medians.get(name).at(-1)).toFixed(2),
      `${GOAL} or more`,
    );
  }
  await owner.end();
  await probity.stop();
}

async function pagesOf(owner, id, url) {
  const { rows } = await owner.query('select id from member where authority_id = $1 order by name limit 1', [
    id,
  ]);
  const base = `${url}/register/bench`;
  return [
    ['the whole register', `${base}/print`],
    ['one member', `${base}/${rows[0].id}`],
    ['the whole register on a past day', `${base}/print?as-at=2024-12-15`],
  ];
}

async function grow(owner, { id, others, by }) {
  if (by <= 0) return;
  const history = Math.round(by * OWN_HISTORY);
  await actFor(owner, [id]);
  await addEntries(owner, id, history, { closed: true });
  const each = Math.ceil((by - history) / others.length);
  for (const other of others) {
    await actFor(owner, [other]);
    await addEntries(owner, other, each, { closed: false });
  }
  await actFor(owner, [id]);
}

async function drawnIn(owner, id, url) {
  const times = [];
  for (let time = 0; time < TIMES; time += 1) {
    const counted = await owner.query(
      'update register_version set version = version + 1 where authority_id = $1',
      [id],
    );
    if (counted.rowCount !== 1) throw new Error('The page would not be drawn afresh.');
    const start = performance.now();
    const answer = await fetch(url);
    await answer.arrayBuffer();
    times.push(performance.now() - start);
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

import { randomUUID } from 'node:crypto';
import { actFor, addCouncil, openAsOwner } from './council.js';
import { requestsPerSecond } from './load.js';
import { startBare, startProbity } from './processes.js';

export const title = 'The public register, beside a bare Express handler that sends the same bytes';

const MEMBERS = 100;
const ENTRIES = 1_500;
const ROUNDS = 5;
const ROUND_MS = 3_000;
const GOAL = 0.5;
const WITHHELD = 25;

export async function run(report) {
  const probity = await startProbity();
  const owner = await openAsOwner(probity.ownerUrl);
  const authorityId = await addCouncil(owner, { slug: 'bench', members: MEMBERS, entries: ENTRIES });
  const whole = `${probity.url}/register/bench/print`;
  const list = `${probity.url}/register/bench`;
  report.note(
    `A council of ${MEMBERS} members with ${ENTRIES} entries. Each server is a process of its own on the machine of the one that asks; 32 connections are kept open and ask again as soon as they are answered. Medians of ${ROUNDS} rounds of ${ROUND_MS / 1000} s, the two in turn. Probity asks the database at every request whether the register has changed.`,
  );
  const rows = [];
  for (const [name, url] of [
    ['the whole register on one page', whole],
    ['the list of members', list],
  ]) {
    const { ours, bare, bytes } = await compared(url);
    rows.push([name, bytes, Math.round(ours), Math.round(bare), (ours / bare).toFixed(2)]);
    report.figure(`${name}, ratio to bare Express`, (ours / bare).toFixed(2), `${GOAL} or more`);
  }
  report.table(['page', 'bytes', 'Probity, requests a second', 'bare Express', 'ratio'], rows);
  const shownAgain = await withheldUnderLoad(owner, authorityId, whole);
  report.note(
    `While ${WITHHELD} details one after another were published and then withheld, under the same load, the page was asked for at once after each was withheld.`,
  );
  report.figure('withheld details shown once more', `${shownAgain} of ${WITHHELD}`, '0');
  await owner.end();
  await probity.stop();
}

async function compared(url) {
  const answer = await fetch(url);
  const bytes = Buffer.from(await answer.arrayBuffer());
  const bare = await startBare({ type: answer.headers.get('content-type'), bytes });
  const same = Buffer.from(await (await fetch(bare.url)).arrayBuffer());
  if (!answer.ok || !same.equals(bytes)) throw new Error('The two do not send the same bytes.');
  const rates = { ours: [], bare: [] };
  await requestsPerSecond(url, 1_000);
  await requestsPerSecond(`${bare.url}/`, 1_000);
  for (let round = 0; round < ROUNDS; round += 1) {
    rates.ours.push(await requestsPerSecond(url, ROUND_MS));
    rates.bare.push(await requestsPerSecond(`${bare.url}/`, ROUND_MS));
  }
  await bare.stop();
  return { ours: median(rates.ours), bare: median(rates.bare), bytes: bytes.length };
}

/** How often a detail was still there in the first answer after it was withheld. */
async function withheldUnderLoad(owner, authorityId, url) {
  const load = requestsPerSecond(url, 10_000);
  let shownAgain = 0;
  for (let turn = 0; turn < WITHHELD; turn += 1) {
    const marker = `Marker Cottage ${turn}`;
    await actFor(owner, [authorityId]);
    const id = await publish(owner, authorityId, marker);
    if (!(await page(url)).includes(marker)) throw new Error('What was published is not shown.');
    await withhold(owner, authorityId, id);
    if ((await page(url)).includes(marker)) shownAgain += 1;
  }
  await load;
  return shownAgain;
}

const page = async (url) => (await fetch(url)).text();

async function publish(owner, authorityId, words) {
  const id = randomUUID();
  await owner.query(
    `insert into public_line (authority_id, id, member_id, kind, category, register_entry_id, thing_id, details, words,
       published_at, published_on)
     select $1, $2, (select id from member where authority_id = $1 limit 1), 'entry', 'land', $2, $2,
       jsonb_build_object('category', 'land', 'address', $3::text, 'natureOfInterest', 'Owner'), $3, now(), current_date`,
    [authorityId, id, words],
  );
  return id;
}

/** As the register room does it: the line and its history are deleted, and a notice stands in their place. */
async function withhold(owner, authorityId, id) {
  await owner.query('begin');
  await owner.query(
    `insert into public_line (authority_id, id, member_id, kind, withheld_by, published_at, published_on)
     select authority_id, gen_random_uuid(), member_id, 'withheld', 's32', now(), current_date
     from public_line where authority_id = $1 and id = $2`,
    [authorityId, id],
  );
  await owner.query('delete from public_line where authority_id = $1 and id = $2', [authorityId, id]);
  await owner.query('commit');
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

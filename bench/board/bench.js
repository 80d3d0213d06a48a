import pg from 'pg';
import { filterOf, readAsked } from '../../dist/src/web/officer-board/filter.js';
import { boardView } from '../../dist/src/web/officer-board/page.js';
import { trendsView } from '../../dist/src/web/officer-board/trends/page.js';
import { permissionsOf } from '../../dist/src/identity/permissions.js';
import { ComplianceBoard, filtered, Parishes, Trends } from '../../dist/src/oversight/index.js';
import { readConfig } from '../../dist/src/platform/config/index.js';
import { Database } from '../../dist/src/platform/database/index.js';
import { generateKeys, Sealer } from '../../dist/src/platform/sealing/index.js';
import { start } from '../../dist/src/start.js';
import { letOwnerWrite } from '../reminders/installation.js';
import { onOwnServer } from '../reminders/own-server.js';
import { sendAgain, statementsOf } from './bare.js';
import { addCouncils, addDeclarations } from './councils.js';

export const title = 'The compliance board, beside its own statements through bare pg';

const SIZES = [100, 500, 2_500];
const INSTALLATION = 120_000;
const PARISHES = 20;
const ROUNDS = 15;
const WARM_UP = 6;
const TODAY = '2026-07-01';
const ACTOR = { kind: 'system', name: 'bench' };
const permissions = permissionsOf(['monitoring-officer'], false);

export async function run(report) {
  await onOwnServer(async (server) => {
    const keys = generateKeys();
    const { ownerUrl, appUrl, dataDir, owner } = server;
    const probity = await start(
      readConfig({
        ...{ DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, DATA_DIR: dataDir, LOG_LEVEL: 'error' },
        ...{ PROBITY_PROCESS: 'web', PORT: '0', PROBITY_KEYS: keys, PROBITY_CLOCK: `${TODAY}T09:00` },
      }),
      () => undefined,
    );
    const bare = new pg.Client({ connectionString: appUrl });
    await bare.connect();
    try {
      await measured(report, { owner, bare, app: probity.app, sealer: new Sealer(keys) });
    } finally {
      await bare.end();
      await probity.close();
    }
  });
}

async function measured(report, { owner, bare, app, sealer }) {
  await letOwnerWrite(owner);
  const ids = new Map();
  for (const members of SIZES) {
    const [id] = await addCouncils(owner, { name: `of-${members}`, councils: 1, members });
    await addDeclarations(owner, sealer, id);
    ids.set(members, id);
  }
  await owner.query('analyze');
  const alone = await compared(ids.get(SIZES[0]), app, bare);
  const others = INSTALLATION - SIZES.reduce((sum, members) => sum + members, 0) - PARISHES * 12;
  await addCouncils(owner, { name: 'other', councils: Math.round(others / 100), members: 100 });
  const parishes = await addCouncils(owner, {
    ...{ name: 'parish', councils: PARISHES, members: 12, principal: ids.get(SIZES[0]) },
  });
  await owner.query('analyze');
  const { rows } = await owner.query('select count(*)::int as n from member');
  const { rows: councils } = await owner.query('select count(*)::int as n from authority');
  report.note(
    `Councils of ${SIZES.map((n) => n.toLocaleString('en-GB')).join(', ')} members in an installation of ${rows[0].n.toLocaleString('en-GB')} members and ${(others / 100 + SIZES.length + PARISHES) | 0} councils. Of every ten members eight have answered, one of twenty declared at a meeting what was not in the register. Ours is the whole board: its statements in their transaction, the law’s answer for every member, sorting, the view and the page of 50 rows, drawn. Bare is the very statements that the board sent, noted on their way and sent again by pg on a connection of the same role, the rows fetched and left. Medians of ${ROUNDS} rounds, the two in turn, in milliseconds; the ratio is the median of the rounds’ own.`,
  );
  const found = [];
  for (const members of SIZES) found.push({ members, ...(await compared(ids.get(members), app, bare)) });
  report.table(
    ['members', 'statements', 'rows', 'board, ms', 'of these drawing', 'bare pg, ms', 'ratio', 'µs a member'],
    found.map((one) => [
      ...[one.members, one.statements, one.rows].map((n) => n.toLocaleString('en-GB')),
      ...[one.ours, one.drawing, one.bare].map((ms) => ms.toFixed(1)),
      ...[one.ratio.toFixed(2), ((one.ours * 1000) / one.members).toFixed(0)],
    ]),
  );
  for (const { members, ratio } of found)
    report.figure(
      `ratio to the same statements by bare pg, ${members.toLocaleString('en-GB')} members`,
      ratio.toFixed(2),
      '3 or less',
    );
  const [small, large] = [found[0], found.at(-1)];
  const perMember = ({ ours, members }) => ours / members;
  report.figure(
    `time a member at ${large.members.toLocaleString('en-GB')} to that at ${small.members}`,
    (perMember(large) / perMember(small)).toFixed(2),
    '1 or less',
  );
  report.figure(
    `time at ${small.members} members in an installation of ${INSTALLATION.toLocaleString('en-GB')} to that in one of ${SIZES.reduce((sum, n) => sum + n, 0).toLocaleString('en-GB')}`,
    (small.ours / alone.ours).toFixed(2),
    '1, or noise',
  );
  await beside(report, app, { ids, parishes });
}

/** The list and the page of one council, beside the same statements. */
async function compared(authorityId, app, bare) {
  const board = app.get(ComplianceBoard, { strict: false });
  const inUnit = (work) =>
    app.get(Database, { strict: false }).unitOfWork({ authorityId, actor: ACTOR }, work);
  let drawing = 0;
  const whole = async () => {
    const made = await inUnit((uow) => board.of(uow));
    const begun = performance.now();
    const asked = readAsked({}, made.places);
    const html = await drawn(app, 'web/officer-board/page.njk', {
      ...boardView(made, { asked, page: 1, permissions }),
      links: [],
    });
    drawing = performance.now() - begun;
    if (!html.includes('Councillor')) throw new Error('The board shows nobody.');
    if (filtered(made.duties, filterOf(asked), made.places).length < made.members)
      throw new Error('The board leaves somebody out.');
  };
  const statements = await statementsOf(whole);
  const times = { ours: [], drawing: [], bare: [], ratio: [] };
  let rows = 0;
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const ours = await timed(whole);
    const theirs = await timed(async () => {
      rows = await sendAgain(bare, statements);
    });
    if (round < WARM_UP) continue;
    times.ours.push(ours);
    times.drawing.push(drawing);
    times.bare.push(theirs);
    times.ratio.push(ours / theirs);
  }
  return {
    ...{ ours: median(times.ours), drawing: median(times.drawing), bare: median(times.bare) },
    ratio: median(times.ratio),
    ...{ statements: statements.length, rows },
  };
}

/** What stands beside the board: the trends, and twenty parishes in one reading or one after the other. */
async function beside(report, app, { ids, parishes }) {
  const database = app.get(Database, { strict: false });
  const trends = app.get(Trends, { strict: false });
  const authorityId = ids.get(2_500);
  const ofTrends = await medianOf(async () => {
    const made = await database.unitOfWork({ authorityId, actor: ACTOR }, (uow) => trends.of(uow));
    await drawn(app, 'web/officer-board/trends/page.njk', trendsView(made));
  });
  report.figure('trends of 2,500 members, drawn, ms', ofTrends.toFixed(1), 'printed');
  const side = app.get(Parishes, { strict: false });
  const board = app.get(ComplianceBoard, { strict: false });
  const principal = { authorityId: ids.get(SIZES[0]), actor: ACTOR };
  if ((await side.of(principal)).length !== PARISHES) throw new Error('Not all parishes are seen.');
  const together = await medianOf(() => side.of(principal));
  const oneByOne = await medianOf(async () => {
    for (const id of parishes)
      await database.unitOfWork({ authorityId: id, actor: ACTOR }, (uow) => board.of(uow));
  });
  report.figure(
    `${PARISHES} parishes side by side (${together.toFixed(1)} ms) to ${PARISHES} boards (${oneByOne.toFixed(1)} ms)`,
    (together / oneByOne).toFixed(2),
    '0.5 or less',
  );
}

function drawn(app, view, locals) {
  const server = app.getHttpAdapter().getInstance();
  return new Promise((resolve, reject) =>
    server.render(view, locals, (error, html) => (error ? reject(error) : resolve(html))),
  );
}

async function timed(work) {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

async function medianOf(work) {
  const times = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) times.push(await timed(work));
  return median(times.slice(WARM_UP));
}

const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];

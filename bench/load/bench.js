import { AS_APP_ROLE } from '../../dist/src/platform/config/index.js';
import { generateKeys, Sealer } from '../../dist/src/platform/sealing/index.js';
import { letOwnerWrite } from '../reminders/installation.js';
import { onOwnServer } from '../reminders/own-server.js';
import { asFastAsItGoes, atAPace, eachOnce, fewestFirst, percentile } from './asking.js';
import { addEvening, EVENING } from './evening.js';
import { workAsOfficer } from './officer.js';
import { recordPages, startBare, startProbity, startRedis, usedBy } from './processes.js';
import { bytesOfRows } from './sizes.js';

export const title = 'The evening before a meeting: 500 members read their briefings while the officer works';

/** `LOAD_BENCH=short` says whether everything works, in less than a minute; its figures mean nothing and are not kept. */
const SHORT = process.env.LOAD_BENCH === 'short';
/** `LOAD_BENCH_PROFILE=FOLDER` leaves a CPU profile of each web process there, and is slower. */
const PROFILE = process.env.LOAD_BENCH_PROFILE;
const COUNCILS = SHORT ? 1 : 5;
const WAITING = SHORT ? 10 : 80;
/** Entered while pages become warm, and while everybody asks at once. */
const WAITING_BEFORE = SHORT ? 2 : 20;
const WAITING_AT_ONCE = SHORT ? 2 : 10;
const WEBS = 2;
const WORKERS = 2;
/** Each of 500 members opens a page every ten seconds. */
const PER_SECOND = SHORT ? 10 : 50;
const EVENING_S = SHORT ? 5 : 80;
/** What the same people make of it when each reads twice as long: twice as much as England’s busiest hour (docs/scale.md). */
const CALM = { perSecond: PER_SECOND / 2, seconds: SHORT ? 5 : 25 };
/** Members who ask again as soon as they are answered, while the officer works. */
const AT_ONCE_S = SHORT ? 2 : 15;
/** The peer at the pace of the evening: what this machine does to the tail of a page that hardly does anything. */
const PEER_PACE = { perSecond: PER_SECOND, seconds: SHORT ? 2 : 25 };
/** The engine makes code that runs often faster for some seconds; a web process runs for days. */
const WARM_UP_S = SHORT ? 1 : 15;
const BEFORE_ROUNDS_S = SHORT ? 1 : 6;
const ROUNDS = SHORT ? 1 : 3;
const ROUND_S = SHORT ? 2 : 8;
/** A round of the workers is begun every five seconds. */
const REST_MS = 7_000;
const REST_AT_MOST_MS = 90_000;
const OFFICER_PAUSE_MS = 500;
/** Between pages as fast as they go and pages at the pace of the evening. */
const BREATH_MS = 2_000;
const TAIL_GOAL = 5;
const RATIO_GOAL = 0.5;

export async function run(report) {
  if (SHORT || PROFILE !== undefined) report.isKept = false;
  const redis = await startRedis();
  try {
    await onOwnServer((server) => measured(report, server, redis));
  } finally {
    await redis?.stop();
  }
}

async function measured(report, { owner, ownerUrl, appUrl, dataDir }, redis) {
  const [keys, secret] = [generateKeys(), generateKeys()];
  const env = {
    ...{ DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, DATA_DIR: dataDir, LOG_LEVEL: 'error' },
    ...{ PROBITY_KEYS: keys, SESSION_SECRET: secret, PROBITY_CLOCK: EVENING, REQUESTS_PER_MINUTE: '0' },
    ...(redis !== undefined && { REDIS_URL: redis.url }),
  };
  // When something fails, the server is stopped before this connection is closed: what failed is what is to be said.
  owner.on('error', () => undefined);
  await letOwnerWrite(owner);
  const sealer = new Sealer(keys);
  const { members, officer } = await addEvening(owner, {
    sealer,
    secret,
    councils: COUNCILS,
    waiting: WAITING_BEFORE + WAITING + WAITING_AT_ONCE,
  });
  await owner.query('analyze');
  const recorded = await recordPages({ env: { ...env, PORT: '0', PROBITY_PROCESS: 'web' }, members });
  const bares = await several(WEBS, () => startBare({ appUrl, options: AS_APP_ROLE, pages: recorded.pages }));
  const workers = await several(WORKERS, () => startProbity({ ...env, PROBITY_PROCESS: 'worker' }));
  const webs = await several(WEBS, () => startProbity({ ...env, PROBITY_PROCESS: 'web' }, PROFILE));
  try {
    await sameLength(bares[0].url, recorded.pages);
    const urls = webs.map(({ url }) => url);
    const evening = await anEvening(urls, { owner, members, officer });
    const rates = await inTurn(
      urls,
      bares.map(({ url }) => url),
      members,
    );
    const failed = [...webs, ...workers].flatMap((one) => one.errors());
    await said(report, { owner, redis, recorded, evening, rates, failed });
  } finally {
    // A web waits some seconds before it stops, for a proxy to notice.
    await Promise.all([...webs, ...workers, ...bares].map((one) => one.stop()));
  }
}

const several = (count, start) => Promise.all(Array.from({ length: count }, () => start()));

const briefing = ({ meetingId, cookie }) => ({ path: `/my/meetings/${meetingId}`, headers: { cookie } });
/** What a member opens: what they owe, then the briefing. */
const pagesOf = (member) => [{ path: '/my', headers: { cookie: member.cookie } }, briefing(member)];

/** Members at their pace and the officer at theirs, after every page was opened once and the evening’s messages went out. */
async function anEvening(urls, { owner, members, officer }) {
  const asked = members.flatMap(pagesOf);
  const first = await eachOnce(urls, asked);
  await workersRest(owner);
  const through = fewestFirst(urls);
  const whileOfficerWorks = async (waiting, reading) => {
    const over = new AbortController();
    const works = workAsOfficer(
      through,
      { ...officer, waiting },
      { pauseMs: OFFICER_PAUSE_MS, over: over.signal },
    );
    const read = await reading();
    over.abort();
    return { read, worked: await works };
  };
  const waiting = [...officer.waiting];
  const warming = await whileOfficerWorks(waiting.splice(0, WAITING_BEFORE), () =>
    asFastAsItGoes(urls, asked, WARM_UP_S),
  );
  const again = { ...warming.read, wrong: warming.read.wrong + warming.worked.wrong.length };
  await new Promise((resolve) => setTimeout(resolve, BREATH_MS));
  const before = await Promise.all(urls.map(usedBy));
  const { read, worked } = await whileOfficerWorks(waiting.splice(0, WAITING), () =>
    atAPace(through, asked, { perSecond: PER_SECOND, seconds: EVENING_S }),
  );
  const after = await Promise.all(urls.map(usedBy));
  const cpu = sum(after.map((one, n) => one.cpu - before[n].cpu)) / (read.took.length + worked.asked);
  const calm = await whileOfficerWorks([], () => atAPace(through, asked, CALM));
  const crowd = await whileOfficerWorks(waiting, () => asFastAsItGoes(urls, asked, AT_ONCE_S));
  const atOnce = { ...crowd.read, wrong: crowd.read.wrong + crowd.worked.wrong.length };
  const wrong = [...read.wrong, ...worked.wrong, ...calm.read.wrong, ...calm.worked.wrong];
  const bytes = Math.max(...after.map((one) => one.bytes));
  return { took: read.took, wrong, worked, cpu, bytes, first, again, calm: calm.read.took, atOnce };
}

/** Until nothing was written for some seconds by workers that found an installation in which nothing was planned yet. */
async function workersRest(owner) {
  const written = async () => {
    const { rows } = await owner.query(
      'select (select count(*) from reminder) + (select count(*) from audit_event) as n',
    );
    return rows[0].n;
  };
  const until = performance.now() + REST_AT_MOST_MS;
  for (let before; performance.now() < until;) {
    const now = await written();
    if (now === before) return;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
  }
  throw new Error('The workers did not come to rest.');
}

/** The briefing by Probity and the page by the peer, as fast as each goes, in turn. */
async function inTurn(urls, bareUrls, members) {
  const [ours, theirs] = [members.map(briefing), [{ path: '/', headers: {} }]];
  const peer = Array.from({ length: members.length }, () => theirs[0]);
  await asFastAsItGoes(urls, ours, BEFORE_ROUNDS_S);
  await asFastAsItGoes(bareUrls, peer, BEFORE_ROUNDS_S);
  const rounds = { ours: [], bare: [] };
  const before = await used(urls, bareUrls);
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.ours.push(await asFastAsItGoes(urls, ours, ROUND_S));
    rounds.bare.push(await asFastAsItGoes(bareUrls, peer, ROUND_S));
  }
  const after = await used(urls, bareUrls);
  const paced = await atAPace(fewestFirst(bareUrls), theirs, PEER_PACE);
  const each = (which) => (after[which] - before[which]) / sum(rounds[which].map((one) => one.answered));
  return { ...rounds, cpu: each('ours'), bareCpu: each('bare'), paced };
}

/** CPU seconds used so far, by ours and by the peer. */
async function used(urls, bareUrls) {
  const [ours, bare] = await Promise.all([urls, bareUrls].map((some) => Promise.all(some.map(usedBy))));
  return { ours: sum(ours.map(({ cpu }) => cpu)), bare: sum(bare.map(({ cpu }) => cpu)) };
}

/** The peer must not be let off with a shorter page. */
async function sameLength(url, pages) {
  const middle = median(pages.map(({ bytes }) => bytes));
  const { length } = await (await fetch(url)).text();
  if (length < middle * 0.9) throw new Error(`The peer’s page is ${length} long, and ours ${middle}.`);
}

async function said(report, { owner, redis, recorded, evening, rates, failed }) {
  const { rows } = await owner.query('select count(*)::int as n from message where sent_at is not null');
  const statements = median(recorded.pages.map(({ all }) => all));
  const bytes = median(recorded.pages.map(({ bytes: length }) => length));
  report.note(
    `${WEBS} web and ${WORKERS} worker processes, as operators start them, on one PostgreSQL server and ${redis === undefined ? '(no redis-server on the path: the queue is on PostgreSQL too)' : 'one Redis'}; ${COUNCILS} councils of 100 members, each of whom has a seat on a panel that meets tomorrow, with an agenda of ten items, and three registered interests. All stand on this machine, and so does what asks. Nothing is in front: in the evening who asks takes the web process with the fewest questions before it, as the proxy of deploy/Caddyfile does, otherwise by turns; each session is good on both.`,
  );
  report.note(
    `The evening: the members together open ${PER_SECOND} pages a second for ${EVENING_S} s (500 people, a page every ten seconds each, at moments without a pattern), first what they owe, then the briefing; a page counts from when it was to be asked for. Before it everybody had opened each page once, as fast as that goes, which writes down what they were shown, while the workers planned the installation and sent the evening’s reminders; when they had come to rest, pages were opened again for ${WARM_UP_S} s while the officer worked, and ${BREATH_MS / 1_000} s later the evening began. Meanwhile the officer opens the board, the queue and a notification, and enters it: ${evening.worked.asked} pages, ${evening.worked.entered} notifications entered. After it, the same at half the pace for ${CALM.seconds} s, while the officer only looks; then everybody at once for ${AT_ONCE_S} s (autocannon, 16 connections that ask again as soon as they are answered) while the officer enters the rest. The workers sent ${rows[0].n} messages to the outbox in all.`,
  );
  report.note(
    `The peer is a Nest application with one route: it sends the very statements that Probity sent for a briefing (${statements} in the middle, of which ${recorded.sessionStatements.toFixed(1)} are the session’s and left out), as the same role, in the same transactions, one after the other, by TypeORM’s query, and draws from their rows a page as long (${bytes.toLocaleString('en-GB')} characters) by nunjucks. No session, no permission, no row made an entity, none opened, nothing matched, no law. ${WEBS} processes of each; medians of ${ROUNDS} rounds of ${ROUND_S} s in turn, by autocannon with 16 connections that ask again at once. After them the peer alone, at the pace and the moments of the evening, for ${PEER_PACE.seconds} s: nobody else asks then and the workers have nothing to do, so that its tail is what this machine itself does to a page.`,
  );
  const [ours, bare] = [rates.ours, rates.bare].map((rounds) => median(rounds.map(({ rate }) => rate)));
  const [[p50, p99], [calmP50, calmP99], [bareP50, bareP99]] = [
    evening.took,
    evening.calm,
    rates.paced.took,
  ].map((took) => [50, 99].map((of) => percentile(took, of)));
  const { atOnce } = evening;
  report.table(
    ['', 'pages a second', 'p50, ms', 'p99, ms', 'CPU of the web, ms a page'],
    [
      ['every page for the first time', evening.first.rate.toFixed(0), ...tailOf([evening.first]), ''],
      ['the evening', PER_SECOND, p50.toFixed(1), p99.toFixed(1), (evening.cpu * 1_000).toFixed(2)],
      ['at half the pace', CALM.perSecond, calmP50.toFixed(1), calmP99.toFixed(1), ''],
      ['everybody at once, while the officer works', atOnce.rate.toFixed(0), ...tailOf([atOnce]), ''],
      [
        'briefings, as fast as it goes',
        ours.toFixed(0),
        ...tailOf(rates.ours),
        (rates.cpu * 1_000).toFixed(2),
      ],
      [
        'the peer, as fast as it goes',
        bare.toFixed(0),
        ...tailOf(rates.bare),
        (rates.bareCpu * 1_000).toFixed(2),
      ],
      ['the peer at the pace of the evening', PER_SECOND, bareP50.toFixed(1), bareP99.toFixed(1), ''],
    ],
  );
  report.note(
    'What the rows take, with their indexes (docs/scale.md reckons with it; sizes below a hundred rows are left out):',
  );
  report.table(
    ['table', 'rows', 'bytes', 'bytes a row'],
    (await bytesOfRows(owner)).map(({ name, rows: count, bytes: all, each }) => [
      ...[name, count.toLocaleString('en-GB'), all.toLocaleString('en-GB'), Math.round(each)],
    ]),
  );
  const wrong = [
    ...[...evening.wrong, ...rates.paced.wrong, ...failed],
    ...Array.from(
      {
        length:
          evening.first.wrong +
          evening.again.wrong +
          atOnce.wrong +
          sum([...rates.ours, ...rates.bare].map((one) => one.wrong)),
      },
      () => 'a request of autocannon',
    ),
  ];
  for (const one of wrong.slice(0, 5)) report.note(`Wrong: ${one}`);
  report.figure('errors', wrong.length, '0');
  report.figure('p50 of a member’s page in the evening, ms', p50.toFixed(1), 'printed');
  report.figure(
    'p99 to p50 of everybody at once, by autocannon, while the officer works',
    (atOnce.p99 / atOnce.p50).toFixed(2),
    `${TAIL_GOAL} or less`,
  );
  report.figure('p99 to p50 in the evening', (p99 / p50).toFixed(2), `${TAIL_GOAL} or less`);
  report.figure('p99 to p50 at half the pace', (calmP99 / calmP50).toFixed(2), 'printed');
  report.figure(
    'p99 to p50 of the peer at the pace of the evening, with nobody beside it',
    (bareP99 / bareP50).toFixed(2),
    'printed',
  );
  report.figure('briefings, ratio to the peer', (ours / bare).toFixed(2), `${RATIO_GOAL} or more`);
  report.figure('CPU of a web process for a briefing, ms', (rates.cpu * 1_000).toFixed(2), 'printed');
  report.figure(
    'CPU of the peer for its page to that of ours for a briefing (which other work on the machine does not change)',
    (rates.bareCpu / rates.cpu).toFixed(2),
    'printed',
  );
  report.figure('memory of a web process, MB', Math.round(evening.bytes / 2 ** 20), 'printed');
  const short = [
    wrong.length > 0 && 'There were errors.',
    !(atOnce.p99 / atOnce.p50 <= TAIL_GOAL) && 'The tail of everybody at once is longer than the goal.',
    !(p99 / p50 <= TAIL_GOAL) && 'The tail of the evening is longer than the goal.',
    !(ours / bare >= RATIO_GOAL) && 'The ratio is less than the goal.',
  ].filter(Boolean);
  if (short.length > 0) process.exitCode = 1;
  for (const sentence of short) report.note(sentence);
}

const tailOf = (rounds) => ['p50', 'p99'].map((which) => median(rounds.map((one) => one[which])).toFixed(1));
const sum = (values) => values.reduce((all, value) => all + value, 0);
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/**
 * Both walls from outside: every route of the router, every kind of reader, a council’s own ids and another one’s.
 *
 * What is expected is written here by hand, from what each kind of reader is for, and in docs/who-may-do-what.md, which is
 * what was measured when somebody last looked at it. A permission that was changed, in a decorator or in the table of
 * roles, fails one or both. `UPDATE_WHO_MAY=1` writes the page afresh: read the difference before you keep it.
 */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RequestMethod } from '@nestjs/common';
import { People, PERMISSIONS, ROLES, Roles, type Membership } from '../../src/identity/index.js';
import { civilDate } from '../../src/law/index.js';
import { addressesOf } from '../support/addresses.js';
import { startApp, type TestApp } from '../support/app.js';
import { foundCouncil, type Council } from '../support/council.js';
import { councillorOf, livedInCouncil, peopleWith, type LivedIn } from '../support/lived-in-council.js';
import { QuickVisitor, type QuickAnswer } from '../support/quick-visitor.js';
import { rowsOf } from '../support/rows-of-council.js';
import { routesOf } from '../support/stated-routes.js';
import { whoMayPage } from '../support/who-may-page.js';

/** Stands in every name and text of the council whose ids are tried, and nowhere else. */
const MARK = 'Quernmoor';

const READERS = [
  ...(['member', 'monitoring-officer', 'deputy-monitoring-officer', 'democratic-services'] as const),
  ...(['parish-clerk', 'auditor', 'named-officer', 'administrator', 'no role', 'nobody'] as const),
];
type Reader = (typeof READERS)[number];

const everybody: readonly Reader[] = READERS;
const signedIn = READERS.filter((reader) => reader !== 'nobody');
const officers: readonly Reader[] = ['monitoring-officer', 'deputy-monitoring-officer', 'named-officer'];
const keyHolders: readonly Reader[] = ['monitoring-officer', 'named-officer'];
const clerks: readonly Reader[] = ['democratic-services', 'parish-clerk'];
const lookOn: readonly Reader[] = ['auditor'];

/** Who may at most be let in under an address, to read and to change; the longest address that fits counts. */
const AT_MOST: Readonly<Record<string, { read: readonly Reader[]; change: readonly Reader[] }>> = {
  '/': { read: everybody, change: [] },
  '/sign-in': { read: everybody, change: everybody },
  '/sign-out': { read: everybody, change: everybody },
  '/oidc': { read: everybody, change: everybody },
  '/set-up': { read: everybody, change: everybody },
  '/forgotten-password': { read: everybody, change: everybody },
  '/choose-password': { read: everybody, change: everybody },
  '/first-sign-in': { read: everybody, change: everybody },
  '/invitations': { read: everybody, change: everybody },
  '/callbacks': { read: everybody, change: everybody },
  '/reminders/off': { read: everybody, change: everybody },
  '/api': { read: everybody, change: everybody },
  '/account': { read: signedIn, change: signedIn },
  '/choose-authority': { read: signedIn, change: signedIn },
  '/my': { read: ['member'], change: ['member'] },
  '/my/sessions': { read: signedIn, change: signedIn },
  '/my/data': { read: signedIn, change: signedIn },
  '/my/calendar.ics': { read: everybody, change: [] },
  // For a page that lost its session: a token, the same for every id, to whoever records meetings.
  '/meetings/:id/record/token.json': { read: signedIn, change: [] },
  '/meetings': { read: ['member', ...clerks, ...officers, ...lookOn], change: clerks },
  '/officer': { read: [...officers, ...lookOn], change: officers },
  '/officer/dispensations': {
    read: [...officers, 'parish-clerk', ...lookOn],
    change: [...officers, 'parish-clerk'],
  },
  // Takes the audit away as a file, which is an event.
  '/officer/audit/export': { read: [...officers, ...lookOn], change: [...officers, ...lookOn] },
  // A parish council has programs too, and no officer of its own but its clerk.
  '/officer/api-clients': { read: [...officers, 'parish-clerk'], change: [...officers, 'parish-clerk'] },
  '/officer/sensitive': { read: keyHolders, change: keyHolders },
  '/admin': { read: ['administrator'], change: ['administrator'] },
};

let app: TestApp;
let theirs: LivedIn;
let ours: Council;
let routes: { method: 'GET' | 'POST'; path: string; handler: string; access: string }[];
/** An address of the lived-in council for each route. */
let addresses: Map<string, string>;
/** Of the council whose ids are used, and of another council. */
const people = new Map<Reader, QuickVisitor>();
const strangers = new Map<Reader | 'officer of both', QuickVisitor>();
const logged: string[] = [];

const writeSync = fs.writeSync;
beforeAll(async () => {
  fs.writeSync = ((fd: number, ...rest: [string]) => {
    if (fd !== 2) return writeSync(fd, ...rest);
    logged.push(rest[0]);
    return Buffer.byteLength(rest[0]);
  }) as typeof fs.writeSync;
  app = await startApp({ at: '2017-05-20T09:00', logLevel: 'debug' });
  ours = await foundCouncil(app);
  theirs = await livedInCouncil(app, MARK);
  await signEverybodyIn();
  routes = routesOf(app).map(({ method, path, handler, access = 'nobody' }) => {
    if (method !== RequestMethod.GET && method !== RequestMethod.POST && !path.startsWith('/api'))
      throw new Error(`${path}: a page is read or posted to.`);
    return { ...{ method: method === RequestMethod.GET ? 'GET' : 'POST', path }, handler, access };
  });
  addresses = await findAddresses();
}, 600_000);
afterAll(async () => {
  await app.close();
  fs.writeSync = writeSync;
});

async function signEverybodyIn(): Promise<void> {
  const emails = await peopleWith(app, ours, 'Plain');
  const member = { name: 'Una Plain', email: 'member@ours.example' };
  await councillorOf(app, ours, member);
  emails.set('member', member.email);
  const both = 'both@ours.example';
  const accountId = await app.addPerson(both, { name: 'Olive Plain' });
  for (const council of [ours, theirs.council])
    await council.inUnit((uow) =>
      app.get(Roles).grant(uow, { accountId, role: 'monitoring-officer', fromOn: civilDate('2017-01-01') }),
    );
  await app.addPerson('administrator@ours.example', { name: 'Ada Plain', isAdministrator: true });
  await app.addPerson('nothing@ours.example', { name: 'Nora Plain' });
  const [administrator, nothing] = [
    await QuickVisitor.of(app, 'administrator@ours.example'),
    await QuickVisitor.of(app, 'nothing@ours.example'),
  ];
  people
    .set('administrator', administrator)
    .set('no role', nothing)
    .set('nobody', await QuickVisitor.of(app));
  for (const [role, email] of theirs.emails) people.set(role, await QuickVisitor.of(app, email));
  // A named deputy may do all that a deputy may.
  emails.delete('deputy-monitoring-officer');
  for (const [role, email] of emails) strangers.set(role, await QuickVisitor.of(app, email));
  const olive = await QuickVisitor.of(app, both);
  const chosen = await olive.post('/choose-authority', { authority: ours.slug });
  expect(chosen.status).toBe(303);
  strangers.set('officer of both', olive);
}

const key = ({ method, path }: { method: string; path: string }): string => `${method} ${path}`;

/**
 * For each route an address behind which something is, where one of the council’s people finds it: every id that its
 * parameters may stand for is tried. A form is posted where the page of the longest address that it shares is.
 */
async function findAddresses(): Promise<Map<string, string>> {
  const candidates = await addressesOf(app, theirs.council, new Set(routes.map(({ path }) => path)));
  const found = new Map<string, string>();
  const known = new Map<string, string>();
  for (const { method, path, access } of routes) {
    if (method !== 'GET') continue;
    const all = candidates.get(path) ?? [];
    let here = all[0] ?? path;
    if (all.length > 1 && access !== 'anybody') {
      const shared = path
        .split('/')
        .map((_, index, words) => words.slice(0, words.length - index - 1).join('/'))
        .find((prefix) => prefix.includes(':') && known.has(prefix));
      const isLikely = (address: string): boolean =>
        shared !== undefined && address.startsWith(`${known.get(shared) ?? ''}/`);
      const ordered = [...all.filter(isLikely), ...all.filter((address) => !isLikely(address))];
      const reader = await readerOf(path, ordered[0] ?? path);
      for (const address of ordered.slice(0, MOST_TRIES)) {
        const { status } = await visitorOf(people, reader).get(address);
        if (status >= 400) continue;
        here = address;
        break;
      }
    }
    found.set(key({ method, path }), here);
    const [words, values] = [path.split('/'), here.split('/')];
    for (let end = words.length; end > 1; end -= 1) {
      const prefix = words.slice(0, end).join('/');
      if (!known.has(prefix)) known.set(prefix, values.slice(0, end).join('/'));
    }
  }
  for (const { method, path } of routes) {
    if (method === 'GET') continue;
    const words = path.split('/');
    const shared = words
      .map((_, index) => words.slice(0, words.length - index).join('/'))
      .find((one) => known.has(one));
    const first = (candidates.get(path) ?? [])[0] ?? path;
    const rest = first.split('/').slice((shared ?? '').split('/').length);
    found.set(key({ method, path }), [shared === undefined ? '' : known.get(shared), ...rest].join('/'));
  }
  return found;
}

/** Whoever is let in by the route, whatever it finds behind an address. */
async function readerOf(path: string, address: string): Promise<Reader> {
  for (const reader of READER_FOR.filter((one) => mayRead(one, path)))
    if (!(await visitorOf(people, reader).get(address)).refused) return reader;
  return 'member';
}

const MOST_TRIES = 60;
const READER_FOR: readonly Reader[] = [
  'monitoring-officer',
  'member',
  'democratic-services',
  'administrator',
];

function doorOf(path: string): { read: readonly Reader[]; change: readonly Reader[] } {
  const fitting = Object.keys(AT_MOST).filter(
    (door) => path === door || path.startsWith(door === '/' ? '/' : `${door}/`),
  );
  const longest = fitting.sort((a, b) => b.length - a.length)[0] ?? '/';
  return AT_MOST[longest] ?? { read: [], change: [] };
}
const mayRead = (reader: Reader, path: string): boolean => doorOf(path).read.includes(reader);

function visitorOf<K>(group: ReadonlyMap<K, QuickVisitor>, reader: K): QuickVisitor {
  const visitor = group.get(reader);
  if (visitor === undefined) throw new Error(`Nobody is ${String(reader)}.`);
  return visitor;
}

/** Let in: the route did not refuse, whatever it said to what was asked for. */
type Answer = QuickAnswer & { readonly letIn: boolean };

async function ask(visitor: QuickVisitor, method: string, address: string): Promise<Answer> {
  const answer = method === 'GET' ? await visitor.get(address) : await visitor.post(address);
  return { ...answer, letIn: !answer.refused };
}

/** Reading first, what changes somebody’s own sign-in late, and signing out last of all. */
const inOrder = (): typeof routes => [...routes].sort((a, b) => lateness(a) - lateness(b));
const lateness = ({ method, path }: { method: string; path: string }): number =>
  method === 'GET' ? 0 : path === '/sign-out' ? 3 : path.startsWith('/account') ? 2 : 1;

/** Where ids are those of a council: not the public’s pages, nor the programs’, nor somebody’s own account. */
const isOfCouncil = ({ access, path }: { access: string; path: string }): boolean =>
  access !== 'anybody' && path.includes(':') && !/^\/(account|api|admin)\b/.test(path);

const measured = new Map<string, Map<Reader, Answer>>();
/** What strangers were answered for the council’s ids, and for the same address with ids that are nobody’s. */
const foreign: { reader: string; route: string; answer: Answer; nobodys: number }[] = [];

const withNobodysIds = (address: string): string =>
  address
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, () => randomUUID())
    .replace(/(?<=\.)[0-9a-f]{16,}$/, 'f'.repeat(16));

describe('every route, asked by everybody', () => {
  let before: Record<string, string>;
  let after: Record<string, string>;

  beforeAll(async () => {
    before = await rowsOf(app, theirs.council);
    for (const [reader, visitor] of strangers) {
      const role = reader === 'officer of both' ? 'monitoring-officer' : reader;
      for (const route of inOrder().filter(isOfCouncil)) {
        // Whoever lacks the permission never reaches an id, as the other walk shows.
        const { read, change } = doorOf(route.path);
        if (!(route.method === 'GET' ? read : change).includes(role)) continue;
        const address = addresses.get(key(route)) ?? '';
        const answer = await ask(visitor, route.method, address);
        const nobodys =
          answer.status === 404 ? 404 : (await ask(visitor, route.method, withNobodysIds(address))).status;
        foreign.push({ reader, route: key(route), answer, nobodys });
      }
    }
    after = await rowsOf(app, theirs.council);
    for (const reader of READERS) {
      const visitor = visitorOf(people, reader);
      for (const route of inOrder()) {
        const answer = await ask(visitor, route.method, addresses.get(key(route)) ?? '');
        const row = measured.get(key(route)) ?? new Map<Reader, Answer>();
        measured.set(key(route), row.set(reader, answer));
      }
    }
  }, 600_000);

  it('lets in nobody whom its address is not for', () => {
    const wrong = routes.flatMap((route) =>
      READERS.filter((reader) => {
        const door = doorOf(route.path);
        const open = route.method === 'GET' ? door.read : door.change;
        return measured.get(key(route))?.get(reader)?.letIn === true && !open.includes(reader);
      }).map((reader) => `${key(route)}: ${reader}`),
    );
    expect(wrong).toEqual([]);
  });

  it('lets an auditor change nothing, and somebody without a role nothing but their own account', () => {
    const changed = (reader: Reader): string[] =>
      routes
        .filter((route) => route.method === 'POST' && measured.get(key(route))?.get(reader)?.letIn === true)
        .filter(
          ({ path }) => doorOf(path).change.length < signedIn.length && path !== '/officer/audit/export',
        )
        .map(key);
    for (const reader of ['auditor', 'no role', 'nobody'] as const)
      expect({ reader, changed: changed(reader) }).toEqual({ reader, changed: [] });
  });

  it('breaks for nobody', () => {
    const broken = [...measured].flatMap(([route, row]) =>
      [...row].filter(([, { status }]) => status >= 500).map(([reader]) => `${route}: ${reader}`),
    );
    expect([...broken, ...foreign.filter(({ answer }) => answer.status >= 500)]).toEqual([]);
  });

  it('finds something behind the ids of the own council for somebody who may ask', () => {
    const empty = routes
      .filter(
        ({ method, access, path }) => method === 'GET' && access !== 'anybody' && !path.startsWith('/api'),
      )
      .filter((route) =>
        [...(measured.get(key(route))?.values() ?? [])].every(
          ({ letIn, status }) => !letIn || status === 404,
        ),
      )
      .map(({ path }) => path);
    expect(empty.filter((path) => !NOTHING_THERE.includes(path))).toEqual([]);
  });

  it('answers another council’s ids as ids that are nobody’s, to everybody, whatever their role', () => {
    const told = foreign
      .filter(({ answer, nobodys }) => answer.status !== nobodys)
      .map(({ reader, route, answer, nobodys }) => `${route}: ${reader} ${answer.status}, not ${nobodys}`);
    expect(told).toEqual([]);
    expect(foreign.filter(({ answer }) => answer.status === 404).length).toBeGreaterThan(350);
  });

  it('tells no stranger a word of the other council', () => {
    const told = foreign.filter(
      ({ answer }) => answer.text.includes(MARK) || answer.text.includes(theirs.council.slug),
    );
    expect(told.map(({ reader, route }) => `${route}: ${reader}`)).toEqual([]);
    // The search can find: its own people read the mark.
    const own = [...measured.values()].flatMap((row) => [...row.values()]);
    expect(own.filter(({ text }) => text.includes(MARK)).length).toBeGreaterThan(50);
  });

  it('lets no stranger change a row of the other council', () => {
    expect(Object.keys(before).length).toBeGreaterThan(50);
    expect(after).toEqual(before);
  });

  it('names nobody in an address or in the log', async () => {
    const { rows } = await app.owner.query<{ word: string }>(
      'select distinct unnest(array[email, name]) as word from account union select name from member',
    );
    const words = rows.map(({ word }) => word.toLowerCase());
    const inLog = logged.filter((line) => words.some((word) => line.toLowerCase().includes(word)));
    expect(logged.length).toBeGreaterThan(0);
    expect(inLog).toEqual([]);
    const pages = [...measured.values()].flatMap((row) => [...row.values()]);
    const texts = pages.map(({ text, location }) => `${text} href="${location}"`);
    const links = new Set(texts.flatMap((text) => text.match(/(?:href|action|src)="\/[^"]*"/g) ?? []));
    expect(links.size).toBeGreaterThan(200);
    const spoken = (link: string): string =>
      link.replaceAll('%20', ' ').replaceAll('%40', '@').replaceAll('+', ' ').toLowerCase();
    expect([...links].filter((link) => words.some((word) => spoken(link).includes(word)))).toEqual([]);
  });

  it('is as docs/who-may-do-what.md says', () => {
    const page = matrix();
    process.stdout.write(`\n${page.slice(page.indexOf('\n|') + 1)}\n`);
    expect(whoMayPage('people', page)).toBe(page);
  });
});

describe('the second wall, while the first one is switched off', () => {
  /**
   * Somebody of another council whom the application lets do everything, takes for this council’s member, and whose every
   * query names this council: `where authority_id = …`. The database alone knows for whom they act.
   * @param actsFor the authority that row-level security is told
   */
  async function posing(actsFor: string, methods: readonly string[]): Promise<string[]> {
    const [people, database] = [app.get(People), app.database];
    const [known, opened] = [people.person.bind(people), database.unitOfWork.bind(database)];
    const { authorityId, slug } = theirs.council;
    const { memberId } = theirs;
    const acting: Membership = { authorityId, slug, authorityName: 'Ours', roles: ROLES, memberId };
    const visitor = await QuickVisitor.of(app, 'both@ours.example');
    people.person = async (accountId, chosen) => {
      const person = await known(accountId, chosen);
      return person && { ...person, memberships: [acting], acting, permissions: new Set(PERMISSIONS) };
    };
    database.unitOfWork = (asked, work) =>
      opened(
        {
          ...asked,
          alsoSees: [],
          authorityId: asked.authorityId === authorityId ? actsFor : asked.authorityId,
        },
        (uow) => work({ ...uow, authorityId: asked.authorityId }),
      );
    const answers: Answer[] = [];
    try {
      for (const route of inOrder().filter(isOfCouncil))
        if (methods.includes(route.method))
          answers.push(await ask(visitor, route.method, addresses.get(key(route)) ?? ''));
    } finally {
      Object.assign(people, { person: known });
      Object.assign(database, { unitOfWork: opened });
    }
    expect(answers.filter(({ letIn }) => !letIn)).toEqual([]);
    return answers.map(({ text }) => text);
  }
  const tellingOf = (texts: readonly string[]): number => texts.filter((text) => text.includes(MARK)).length;

  it('lets no page and no form tell or change anything of another council', async () => {
    const before = await rowsOf(app, theirs.council);
    const texts = await posing(ours.authorityId, ['GET', 'POST']);
    expect(texts.length).toBeGreaterThan(100);
    expect(tellingOf(texts)).toBe(0);
    expect(await rowsOf(app, theirs.council)).toEqual(before);
  }, 300_000);

  it('was what held: with it switched off too, the same pages tell', async () => {
    const texts = await posing(theirs.council.authorityId, ['GET']);
    expect(tellingOf(texts)).toBeGreaterThan(30);
  }, 300_000);

  it('shows no row of another council to a statement that asks for all of them', async () => {
    const { rows: tables } = await app.owner.query<{ name: string }>(
      `select distinct table_name as name from information_schema.columns
       where table_schema = 'public' and column_name = 'authority_id' order by 1`,
    );
    const filled: string[] = [];
    for (const { name } of tables) {
      const { rowCount } = await app.owner.query(`select from "${name}" where authority_id = $1 limit 1`, [
        theirs.council.authorityId,
      ]);
      if (rowCount === 1) filled.push(name);
      const [seen] = await ours.inUnit((uow) =>
        uow.manager.query<{ foreign: number }[]>(
          `select count(*)::int as foreign from "${name}" where authority_id <> $1`,
          [ours.authorityId],
        ),
      );
      expect({ name, foreign: seen?.foreign }).toEqual({ name, foreign: 0 });
    }
    // So the search can find: most tables hold something of the other council.
    expect(filled.length).toBeGreaterThan(40);
  });
});

/** Pages that are there only while something else is, each seen by leak.spec.ts or by a journey of its own. */
const NOTHING_THERE: readonly string[] = [
  ...['/account/interrupted-form/:id', '/account/passkeys/add', '/account/passkeys/challenge'],
  ...['/admin/hand-over/:handOver', '/admin/hand-over/:handOver/members.csv'],
  ...['/admin/intake/:intake', '/admin/intake/:intake/errors.csv'],
  ...[
    '/admin/people/:id/offices/:slug',
    '/admin/people/:id/offices/:slug/end',
    '/officer/reminders/:id/words',
  ],
  ...['/admin/people/:id/roles/:slug/:role/end', '/my/interests/:id/sensitive/withdraw'],
  ...['/my/interests/gifts/new', '/officer/register/practice/parish-website'],
  ...['/officer/sensitive/entries/:id', '/officer/sensitive/entries/:id/end', '/officer/webhooks/:webhook'],
];

const SHORT: Readonly<Record<Reader, string>> = {
  ...{ member: 'M', 'monitoring-officer': 'MO', 'deputy-monitoring-officer': 'DMO' },
  ...{ 'democratic-services': 'DS', 'parish-clerk': 'PC', auditor: 'AU', 'named-officer': 'NO' },
  ...{ administrator: 'AD', 'no role': '–', nobody: '?' },
};

function matrix(): string {
  const rows = [...routes]
    .sort((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method))
    .map((route) => {
      const row = measured.get(key(route));
      const cells = READERS.map((reader) => (row?.get(reader)?.letIn === true ? 'x' : ' '));
      const theirsToo = foreign.filter((each) => each.route === key(route));
      const statuses = [...new Set(theirsToo.map(({ answer }) => answer.status))];
      return `| ${route.method} | ${route.path.replaceAll('|', '\\|')} | ${cells.join(' | ')} | ${statuses.sort().join(', ')} |`;
    });
  const roles = READERS.map((reader) => `${SHORT[reader]} ${reader}`).join(', ');
  return `# Who may do what

Measured: every route of the router was asked by every kind of reader, with the ids of their own council and with those of
another one (\`test/architecture/who-may.spec.ts\`, which fails when this page no longer holds). x: let in. Last column: what those
who are let in are answered for another council’s ids, which is what they are answered for ids that are nobody’s. ${roles}
(a deputy whom the monitoring officer named). Somebody let in may still find nothing there: a member reads their
own, and a chair’s sheet is for the chair.

| | Route | ${READERS.map((reader) => SHORT[reader]).join(' | ')} | Other council’s |
|---|---|${READERS.map(() => '---|').join('')}---|
${rows.join('\n')}
`;
}

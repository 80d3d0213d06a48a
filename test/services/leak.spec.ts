import fs from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RegisterImports } from '../../src/exchange/index.js';
import { Roles, type Access, type Role } from '../../src/identity/index.js';
import { addMonths, civilDate } from '../../src/law/index.js';
import { Meetings } from '../../src/meetings/index.js';
import { CalendarKeys, Members, Seats } from '../../src/members/index.js';
import { Advice, CaseFiles, Escalating } from '../../src/oversight/index.js';
import type { UnitOfWork } from '../../src/platform/database/index.js';
import {
  Attachments,
  Drafts,
  NamedOfficers,
  Notifications,
  Queries,
  Register,
  Sensitivities,
  type DraftAnswer,
  type Question,
} from '../../src/register/index.js';
import { Gathering, Planner, Rounds, Sending } from '../../src/reminders/index.js';
import { addressesOf, pathsOf } from '../support/addresses.js';
import { startApp, type TestApp } from '../support/app.js';
import { sceneOfBriefings, type Scene } from '../support/briefed.js';
import { agendaAbout, item } from '../support/clerk.js';
import { done, type Council } from '../support/council.js';
import { MARKED, MARKS, marksIn, ON_THE_AGENDA } from '../support/marked-interests.js';
import { notify } from '../support/notify.js';
import { OWN_LIST_MARK, tellOfMeetings } from '../support/told-of-meetings.js';
import type { Visitor } from '../support/visitor.js';
import { open, openAll, refusedAndNot, walk, type Addresses, type Opened } from '../support/walk.js';

/**
 * One member has an interest of every category with a mark in every field. All are public at first, and a briefing and a
 * message name one. Then both keys are turned. Everything that anybody else can open, and everything that is kept, is
 * searched for the marks.
 */
let app: TestApp;
let scene: Scene;
let council: Council;
let memberId: string;
let accountId: string;
const logged: string[] = [];
const people = new Map<string, Visitor>();

/** A register from elsewhere, which waits for an officer to look at it. */
const A_REGISTER = fs.readFileSync(new URL('../fixtures/registers/moderngov-okonjo.html', import.meta.url));

const writeSync = fs.writeSync;
beforeAll(async () => {
  // The log is written to standard error by this function; whatever else is written goes on as it was.
  fs.writeSync = ((fd: number, ...rest: [string]) => {
    if (fd !== 2) return writeSync(fd, ...rest);
    logged.push(rest[0]);
    return Buffer.byteLength(rest[0]);
  }) as typeof fs.writeSync;
  app = await startApp({ at: '2017-05-20T09:00', logLevel: 'debug' });
  scene = await sceneOfBriefings(app);
  council = scene.council;
  await settle();
});
afterAll(async () => {
  await app.close();
  fs.writeSync = writeSync;
});

const as = <T>(account: string, work: (uow: UnitOfWork) => Promise<T>): Promise<T> =>
  app.database.unitOfWork(
    { authorityId: council.authorityId, actor: { kind: 'person', accountId: account } },
    work,
  );

/** Somebody with a role who is signed in. Gives their account. */
async function withRole(name: string, role: Exclude<Role, 'member'>): Promise<string> {
  const email = `${name}@example.org`;
  const account = await app.addPerson(email, { name });
  await council.inUnit((uow) =>
    app.get(Roles).grant(uow, { accountId: account, role, fromOn: '2017-01-01' }),
  );
  people.set(name, await app.signIn(email));
  return account;
}

/** A councillor on the panel who is signed in. */
async function councillor(name: string): Promise<{ memberId: string; accountId: string }> {
  const email = `${name}@example.org`;
  const account = await app.addPerson(email, { name });
  const on = civilDate('2017-05-08');
  const id = await council.inUnit(async (uow) => {
    const { id: member } = await app.get(Members).add(uow, { name, accountId: account, email });
    const office = { memberId: member, standing: 'elected', votesOn: 'any', becameMemberOn: on } as const;
    done(await app.get(Members).takeOffice(uow, office));
    const { id: seatId } = await app.get(Seats).add(uow, { bodyId: scene.clerk.panelId, role: 'member' });
    done(await app.get(Seats).fill(uow, { seatId, memberId: member, fromOn: on }));
    return member;
  });
  people.set(name, await app.signIn(email));
  return { memberId: id, accountId: account };
}

let officer: string;

/** The council and its people, and a notification that is asked about, has a scan, and is entered. */
async function settle(): Promise<void> {
  officer = await withRole('officer', 'monitoring-officer');
  const named = await withRole('named-deputy', 'deputy-monitoring-officer');
  await as(officer, async (uow) => done(await app.get(NamedOfficers).name(uow, named)));
  await withRole('deputy', 'deputy-monitoring-officer');
  const clerk = await withRole('clerk', 'democratic-services');
  await withRole('parish-clerk', 'parish-clerk');
  await withRole('auditor', 'auditor');
  await app.addPerson('administrator@example.org', { name: 'Administrator', isAdministrator: true });
  people.set('administrator', await app.signIn('administrator@example.org'));
  people.set('visitor', app.visitor());
  const { memberId: bob } = await councillor('bob');
  ({ memberId, accountId } = await councillor('ann'));
  await tellEverything();
  const coming = await scene.meeting({
    items: [item('1', 'Apologies'), item('2', `A contract with ${ON_THE_AGENDA}`)],
  });
  await scene.clerk.received(agendaAbout('Long Row'));
  await as(officer, async (uow) => done(await app.get(RegisterImports).receive(uow, A_REGISTER)));
  const earlier = await scene.meeting({
    ...{ meetsOn: civilDate('2017-05-19'), items: [item('1', 'Apologies'), item('2', 'Market Hall')] },
  });
  await tellOfMeetings(app, { as, member: { memberId, accountId }, clerk, officer, meetingId: earlier });
  await askForAdvice(coming);
  await writeTo(bob);
  await openCaseFile(earlier);
  await remind();
}

async function tellEverything(): Promise<void> {
  const answers: Partial<Record<Question, DraftAnswer>> = {};
  const whole = MARKED.filter(({ category }) => category !== 'gifts' && category !== 'other-bodies');
  for (const details of whole)
    answers[`${details.category}/self`] = { answer: 'entries', interests: [details] };
  const first = await notify(app, council, { memberId, accountId, answers });
  await askAbout(first);
  await as(officer, async (uow) => {
    const scan = Buffer.from(`%PDF-1.7 Zanderwick form`);
    done(await app.get(Attachments).attach(uow, first, scan));
    done(await app.get(Register).enter(uow, first));
  });
  for (const details of MARKED.filter((one) => !whole.includes(one))) {
    const told = { act: 'add', heldBy: 'self', details, effectiveOn: civilDate('2017-05-09') } as const;
    const { id } = await as(accountId, (uow) => app.get(Notifications).receiveChange(uow, memberId, told));
    await as(officer, async (uow) => done(await app.get(Register).enter(uow, id)));
  }
}

/** The member asks about an item, and is answered, in words that tell of an interest. */
async function askForAdvice(meetingId: string): Promise<void> {
  const items = await as(accountId, (uow) => app.get(Meetings).items(uow, meetingId));
  const asked = { meetingId, itemId: items[1]?.id ?? '', question: 'Zanderwick?', saysSensitive: false };
  const { id } = await as(accountId, async (uow) => done(await app.get(Advice).ask(uow, memberId, asked)));
  const words = { text: 'Zanderwick it is.', lawSays: ['Zanderwick.'] };
  await as(officer, async (uow) => done(await app.get(Advice).answer(uow, id, words, 0)));
}

/** A case file about the member at a meeting, in words that tell of an interest. */
async function openCaseFile(meetingId: string): Promise<void> {
  const items = await as(officer, (uow) => app.get(Meetings).items(uow, meetingId));
  const asked = { memberId, meetingId, agendaItemId: items[1]?.id ?? '', offenceOn: undefined };
  const evidence = { evidenceKnownOn: null, certifiedOn: null };
  await as(officer, async (uow) => {
    const alleged = 'It is said to be about Zanderwick.';
    const { id } = done(await app.get(CaseFiles).open(uow, { ...asked, alleged, evidence }));
    done(await app.get(CaseFiles).note(uow, id, 'Asked at Zanderwick.'));
  });
}

/** A letter to somebody who has not answered: the pages of a ladder are there. */
async function writeTo(toWhom: string): Promise<void> {
  const postedOn = civilDate('2017-05-20');
  await as(officer, async (uow) => {
    const [term] = await app.get(Members).terms(uow, toWhom);
    const on = { memberId: toWhom, subject: term?.id ?? '', seen: 0 };
    const words = { subject: 'Your notification', text: 'Please answer.' };
    done(await app.get(Escalating).letter(uow, on, words, { by: 'post', postedOn }));
  });
}

async function askAbout(notificationId: string): Promise<void> {
  const { id } = await as(officer, async (uow) =>
    done(await app.get(Queries).ask(uow, { notificationId, question: 'Is Zanderwick in Oakham?' })),
  );
  const given = { queryId: id, answer: 'Zanderwick is.', withdraws: false };
  await as(accountId, async (uow) => done(await app.get(Queries).answer(uow, memberId, given)));
}

/** The round hands jobs to the queue; a worker would do what is done here. */
async function remind(): Promise<void> {
  await app.get(Rounds).run();
  app.moveClockTo('2017-10-20T09:00');
  await council.inUnit((uow) => app.get(Planner).plan(uow));
  await app.get(Rounds).run();
  const { messageIds } = await app.get(Gathering).gather(council.authorityId);
  for (const id of messageIds) await app.get(Sending).send(council.authorityId, id);
}

/** The member asks for everything, and the officer agrees; one more is asked for while it is pending; drafts lie about. */
async function turnBothKeys(): Promise<void> {
  app.moveClockTo('2017-10-23T09:00');
  const reviewOn = addMonths(civilDate('2017-10-23'), 12);
  for (const { entry } of await as(accountId, (uow) => app.get(Register).current(uow, memberId))) {
    const asked = { entryId: entry.id, reason: 'They came to Zanderwick Row.' };
    const { id } = await as(accountId, async (uow) =>
      done(await app.get(Sensitivities).request(uow, memberId, asked)),
    );
    const decision = { decision: 'agreed', reason: 'Zanderwick is small.', reviewOn } as const;
    await as(officer, async (uow) => done(await app.get(Sensitivities).decide(uow, id, decision)));
  }
  await askWhilePending();
  const answers = Object.fromEntries(
    MARKED.map((details) => [`${details.category}/self`, { answer: 'entries', interests: [details] }]),
  );
  await as(accountId, async (uow) => {
    const draft = { hasPartner: false, answers };
    done(await app.get(Drafts).save(uow, { memberId, channel: 'web' }, draft, 0));
  });
  await as(officer, async (uow) => {
    const draft = { hasPartner: false, answers };
    done(await app.get(Drafts).save(uow, { memberId, channel: 'paper' }, draft, 0));
  });
  await remind();
}

async function askWhilePending(): Promise<void> {
  const details = { category: 'land', address: '1 Zanderwick Hill', natureOfInterest: 'Owner' } as const;
  const told = { act: 'add', heldBy: 'self', details } as const;
  const { id } = await as(accountId, (uow) => app.get(Notifications).receiveChange(uow, memberId, told));
  await askAbout(id);
  const opened = await as(accountId, (uow) => app.get(Notifications).open(uow, id));
  const asked = { interestId: opened?.interests[0]?.id ?? '', reason: 'Zanderwick again.' };
  await as(accountId, async (uow) => done(await app.get(Sensitivities).request(uow, memberId, asked)));
}

const DAYS = ['2017-05-20', '2017-10-22', '2017-10-23'];
/** The questions that a public page may be asked; a search is for a part of the mark, because a page repeats what was asked. */
const ASKED = [
  '',
  ...DAYS.map((day) => `?as-at=${day}`),
  '?from=2017-05-01&to=2017-10-23',
  '?from=2017-05-19&to=2017-05-21',
  '?size=large',
  '?q=anderwic',
  '?q=K90909',
];
const isPublic = (path: string): boolean =>
  path.startsWith('/register') || path.startsWith('/declarations') || path === '/';

/** Every address of the application, by the path that it is an example of. */
async function everyAddress(paths: Iterable<string>): Promise<Addresses> {
  const addresses = await addressesOf(app, council, paths);
  return new Map(
    [...addresses].map(([path, some]) => [
      path,
      isPublic(path) ? some.flatMap((address) => ASKED.map((query) => `${address}${query}`)) : some,
    ]),
  );
}

async function columnsThatSay(): Promise<string[]> {
  const { rows } = await app.owner.query<{ schema: string; name: string }>(
    `select schemaname as schema, tablename as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { schema, name } of rows) {
    const { rowCount } = await app.owner.query(
      `select 1 from "${schema}"."${name}" as line where line::text ilike any ($1) limit 1`,
      [MARKS.map((mark) => `%${mark}%`)],
    );
    if (rowCount !== 0) found.push(`${schema}.${name}`);
  }
  return found;
}

/** What is there only where nobody has an account yet, a parish is asked about, a code has gifts registered, or nothing is. */
const inApi = (path: string): string => `/api/v1/${path}`;
const NOT_HERE = [
  // Intakes and hand-overs belong to the installation, and hold no interest.
  ...['/admin/intake/:intake', '/admin/intake/:intake/errors.csv'],
  ...['/admin/hand-over/:handOver', '/admin/hand-over/:handOver/members.csv', '/first-sign-in/:key'],
  // One's own sign-in: no interest is near it, and these open for a link, a key or a step that nobody here has.
  ...['/choose-password/:token', '/sign-in/link/:token', '/account/interrupted-form/:id'],
  ...['/sign-in/second-step', '/sign-in/second-step/challenge', '/account/recovery-codes'],
  ...['/account/passkeys/add', '/account/passkeys/challenge'],
  // These lead away to an OpenID provider, and none is set.
  ...['/sign-in/openid-connect', '/sign-in/openid-connect/:provider'],
  ...['/sign-in/openid-connect/:provider/answer', '/sign-out/openid-connect/:provider'],
  // The addresses of programs hold no interest; test/journeys/webhooks.spec.ts reads what they are told.
  '/officer/webhooks/:webhook',
  // Programs bring a token, which nobody here has: test/services/api.spec.ts asks each with one.
  ...['members', 'members/:member', 'bodies', 'meetings', 'meetings/:meeting', 'duties'].map(inApi),
  ...['meetings/:meeting/briefings', 'meetings/:meeting/briefing', 'briefings/:briefing'].map(inApi),
  ...['register', 'register/:member', 'register/:member/entries', 'declarations'].map(inApi),
  // Only where somebody is named to be told.
  '/.well-known/security.txt',
  '/set-up',
  '/officer/register/practice/parish-website',
  '/my/interests/gifts/new',
  '/*path',
];

const KEY_HOLDERS = ['ann', 'officer', 'named-deputy'];
const others = (): string[] => [...people.keys()].filter((name) => !KEY_HOLDERS.includes(name));
const visitorOf = (name: string): Visitor => people.get(name) ?? app.visitor();
const telling = (opened: readonly Opened[]): string[] =>
  opened.flatMap(({ address, text }) => {
    const marks = marksIn(text);
    return marks.length === 0 ? [] : [`${address}: ${marks.join(', ')}`];
  });

describe('while the interests are public', () => {
  it('every public form of the register tells them, so that the search for the marks can fail', async () => {
    const slug = council.slug;
    const pages = await openAll(app.visitor(), [
      ...['.json', '.csv', '.pdf', '/embed', '/print', '/search?q=anderwic', '.json?as-at=2017-05-20'].map(
        (rest) => `/register/${slug}${rest}`,
      ),
      `/register/${slug}/changes?from=2017-05-01&to=2017-10-20`,
      `/register/${slug}/${memberId}`,
      `/declarations/${slug}`,
      `/declarations/${slug}.csv`,
      '/outbox',
    ]);
    expect(
      pages.filter(({ text }) => !marksIn(text).includes('zanderwick')).map(({ address }) => address),
    ).toEqual([]);
    expect(await columnsThatSay()).toEqual(['public.public_line']);
  });
});

describe('once both keys are turned', () => {
  const opened = new Map<string, Opened[]>();
  let access: Map<string, Access | undefined>;
  let addresses: Addresses;
  let tried: Addresses;
  const notThereFor = (name: string): Set<string> =>
    new Set((opened.get(name) ?? []).filter(({ status }) => status === 404).map(({ address }) => address));

  beforeAll(async () => {
    await turnBothKeys();
    access = pathsOf(app);
    access.delete('/sign-out');
    addresses = await everyAddress(access.keys());
    for (const name of ['ann', 'officer']) opened.set(name, await walk(visitorOf(name), addresses));
    // The others try whatever is there for anybody at all, and everything that is theirs alone.
    const [toAnn, toOfficer] = ['ann', 'officer'].map(notThereFor);
    tried = new Map(
      [...addresses].map(([path, some]) => {
        const there = some.filter((address) => !toAnn?.has(address) || !toOfficer?.has(address));
        return [path, there.length === 0 ? some : there];
      }),
    );
    // Pages of the public register know no session: a visitor opens them all, and somebody who is signed in.
    const ofTheirs = new Map([...tried].filter(([path]) => !isPublic(path)));
    opened.set('named-deputy', await walk(visitorOf('named-deputy'), ofTheirs));
    for (const name of others())
      opened.set(name, await walk(visitorOf(name), name === 'visitor' || name === 'bob' ? tried : ofTheirs));
  }, 600_000);

  it('whoever is refused a page for want of its permission is refused every page that needs it', () => {
    for (const [name, pages] of opened) {
      expect(pages.filter(({ refused }) => refused).length).toBeGreaterThan(0);
      // A program's route needs a token besides, and refuses everybody here for want of one.
      const accessOf = (path: string): string | undefined =>
        path.startsWith(inApi('')) ? 'a token' : access.get(path);
      expect({ name, also: refusedAndNot(pages, tried, accessOf) }).toEqual({
        ...{ name, also: [] },
      });
    }
  });

  it('every page of the application was opened by somebody', () => {
    const open = new Set(
      [...opened.values()]
        .flat()
        .filter(({ status }) => status === 200)
        .map(({ address }) => address),
    );
    const closed = [...addresses].filter(([, some]) => some.every((address) => !open.has(address)));
    expect(closed.map(([path]) => path).filter((path) => !NOT_HERE.includes(path))).toEqual([]);
  });

  it('nobody but the member can open a page that tells what stands on their own list', () => {
    const tells = ([name, pages]: readonly [string, readonly Opened[]]): boolean =>
      name !== 'ann' && pages.some(({ text }) => text.toLowerCase().includes(OWN_LIST_MARK));
    expect([...opened].filter(tells).map(([name]) => name)).toEqual([]);
    expect(opened.get('ann')?.some(({ text }) => text.toLowerCase().includes(OWN_LIST_MARK))).toBe(true);
  });

  it('nobody but the member and the named officers can open a page that tells anything', () => {
    for (const name of others())
      expect({ name, told: telling(opened.get(name) ?? []) }).toEqual({ name, told: [] });
  });

  it('no public page tells the key holders more than anybody', () => {
    for (const name of KEY_HOLDERS) {
      const pages = (opened.get(name) ?? []).filter(({ address }) => !/^\/(my|officer)\b/.test(address));
      expect({ name, told: telling(pages) }).toEqual({ name, told: [] });
    }
  });

  it('the member reads them on their own pages, and the named officers on the officer’s', () => {
    const where = (name: string): string[] =>
      telling(opened.get(name) ?? []).map((line) => line.split('/')[1] ?? '');
    expect(new Set(where('ann'))).toEqual(new Set(['my']));
    for (const name of ['officer', 'named-deputy'])
      expect(new Set(where(name))).toEqual(new Set(['officer']));
  });

  it('no page of the public register names what was withheld by its id', async () => {
    const { rows } = await app.owner.query<{ id: string; thing_id: string }>(
      'select id, thing_id from register_entry where member_id = $1',
      [memberId],
    );
    const ids = rows.flatMap(({ id, thing_id }) => [id, thing_id]);
    const pages = (opened.get('visitor') ?? []).filter(({ address }) =>
      address.startsWith(`/register/${council.slug}`),
    );
    expect(ids.length).toBeGreaterThan(0);
    expect(
      pages.filter(({ address, text }) => ids.some((id) => text.includes(id) && !address.includes(id))),
    ).toEqual([]);
  });

  it('no table of any schema holds them outside what is sealed, the queue’s among them', async () => {
    const { rows } = await app.owner.query<{ count: number }>(
      'select count(*)::int as count from bullmq.job',
    );
    expect(rows[0]?.count).toBeGreaterThan(0);
    expect(await columnsThatSay()).toEqual([]);
  });

  it('whoever has the member’s calendar address reads none of it, and the log does not hold the address', async () => {
    const { key } = await as(accountId, (uow) => app.get(CalendarKeys).make(uow, memberId));
    const file = await open(app.visitor(), `/my/calendar.ics?key=${key}`);
    expect(file.text).toContain('BEGIN:VEVENT');
    expect(marksIn(file.text)).toEqual([]);
    await open(app.visitor(), `/my/calendar.ics?key=${key}x`);
    expect(logged.filter((line) => line.includes(key))).toEqual([]);
  });

  it('no line of the log tells any of it', () => {
    expect(logged.length).toBeGreaterThan(0);
    expect(logged.filter((line) => marksIn(line).length > 0)).toEqual([]);
  });
});

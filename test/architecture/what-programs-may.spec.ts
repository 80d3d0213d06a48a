/**
 * The API from outside: every operation of its description, asked with a token of every kind of holder and every scope, for
 * the ids of the holder’s council and for those of another one. As in who-may.spec.ts what is expected is written here by
 * hand, and what was measured stands in docs/who-may-do-what.md; `UPDATE_WHO_MAY=1` writes that part afresh.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Briefings, Editions } from '../../src/briefings/index.js';
import { ApiClients, PersonalTokens, Roles, SCOPE_NAMES, type Scope } from '../../src/identity/index.js';
import { civilDate } from '../../src/law/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { done, foundCouncil, type Council } from '../support/council.js';
import { councillorOf, livedInCouncil, peopleWith, type LivedIn } from '../support/lived-in-council.js';
import { rowsOf } from '../support/rows-of-council.js';
import { whoMayPage } from '../support/who-may-page.js';

/** Stands in every name and text of the council whose ids are tried, and nowhere else. */
const MARK = 'Quernmoor';

const SERVING = [
  ...(['member', 'monitoring-officer', 'deputy-monitoring-officer', 'democratic-services'] as const),
  ...(['parish-clerk', 'auditor', 'named-officer'] as const),
];
const HOLDERS = [...SERVING, 'administrator', 'no role', 'client', 'nobody'] as const;
type Holder = (typeof HOLDERS)[number];

const everyProgram: readonly Holder[] = [...SERVING, 'client'];
const officers: readonly Holder[] = ['monitoring-officer', 'deputy-monitoring-officer', 'named-officer'];
const onTheBoard: readonly Holder[] = [...officers, 'auditor', 'client'];
const clerks: readonly Holder[] = ['democratic-services', 'parish-clerk', 'client'];

/** By operation: the one scope that opens it, and for whom. */
const MAY: Readonly<Record<string, { scope: Scope; may: readonly Holder[] }>> = {
  listMembers: { scope: 'members:read', may: everyProgram },
  getMember: { scope: 'members:read', may: everyProgram },
  listBodies: { scope: 'meetings:read', may: everyProgram },
  listMeetings: { scope: 'meetings:read', may: everyProgram },
  getMeeting: { scope: 'meetings:read', may: everyProgram },
  saveAgenda: { scope: 'meetings:write', may: clerks },
  cancelMeeting: { scope: 'meetings:write', may: clerks },
  listBriefings: { scope: 'briefings:read', may: onTheBoard },
  getBriefing: { scope: 'briefings:read', may: onTheBoard },
  // A client is nobody in particular, and finds none of its own.
  getOwnBriefing: { scope: 'briefings:read', may: ['member', 'client'] },
  listRegister: { scope: 'register:read', may: everyProgram },
  getRegisterOfMember: { scope: 'register:read', may: everyProgram },
  listEntries: { scope: 'entries:read', may: onTheBoard },
  listDeclarations: { scope: 'declarations:read', may: everyProgram },
  listDuties: { scope: 'duties:read', may: onTheBoard },
};

interface Operation {
  readonly id: string;
  readonly method: string;
  /** '/api/v1/members/{member}' */
  readonly path: string;
  /** The names of what its query may ask for. */
  readonly query: readonly string[];
}
interface Answer {
  readonly status: number;
  readonly text: string;
  /** Neither 401 nor 403: the guard let the program through, whatever was found then. */
  readonly letIn: boolean;
}
interface Asked {
  readonly operation: string;
  readonly holder: string;
  readonly scope: Scope | 'none' | 'all';
  readonly answer: Answer;
}

let app: TestApp;
let home: LivedIn;
let elsewhere: Council;
let operations: Operation[];
let ids: Readonly<Record<string, string>>;

beforeAll(async () => {
  // Tokens that are not good are counted by place: each holder speaks for another one, as through a proxy in front.
  const env = { TRUSTED_PROXIES: 'loopback', API_REQUESTS_PER_MINUTE: '10000' };
  app = await startApp({ at: '2017-05-20T09:00', env });
  elsewhere = await foundCouncil(app);
  home = await livedInCouncil(app, MARK);
  operations = await describedOperations();
  ids = await idsOf(home);
}, 120_000);
afterAll(() => app.close());

async function describedOperations(): Promise<Operation[]> {
  const described = (await (await fetch(`${app.url}/api/openapi.json`)).json()) as {
    paths: Record<
      string,
      Record<string, { operationId: string; parameters: readonly { in: string; name: string }[] }>
    >;
  };
  const all = Object.entries(described.paths).flatMap(([path, each]) =>
    Object.entries(each).map(([method, { operationId: id, parameters }]) => ({
      ...{ id, method: method.toUpperCase(), path },
      query: parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name),
    })),
  );
  // Reading first: what is changed then is read by nobody here.
  return all.sort((a, b) => (a.method === 'GET' ? 0 : 1) - (b.method === 'GET' ? 0 : 1));
}

/** What the names in addresses and queries stand for: things of a council behind which something is. */
async function idsOf({ council, memberId }: LivedIn): Promise<Record<string, string>> {
  const made = await council.inUnit(async (uow) => {
    const [meeting] = await uow.manager.query<{ id: string; body_id: string }[]>(
      `select id, body_id from meeting where authority_id = $1 order by meets_on desc limit 1`,
      [uow.authorityId],
    );
    const briefing = await app.get(Briefings).make(uow, meeting?.id ?? '', memberId);
    if (briefing.kind !== 'briefing') throw new Error(briefing.kind);
    await app.get(Editions).record(uow, briefing, 'fixed');
    const [edition] = await app.get(Editions).ofMeeting(uow, meeting?.id ?? '');
    return { meeting: meeting?.id ?? '', body: meeting?.body_id ?? '', briefing: edition?.id ?? '' };
  });
  return { member: memberId, ...made };
}

/** Tokens by scope, each with that scope alone. */
type Tokens = ReadonlyMap<Scope, string>;

async function personalTokens({ authorityId }: Council, accountId: string): Promise<Tokens> {
  const acting = { authorityId, actor: { kind: 'person', accountId } } as const;
  const tokens = new Map<Scope, string>();
  await app.database.unitOfWork(acting, async (uow) => {
    for (const scope of SCOPE_NAMES) {
      const asked = { name: scope, scopes: [scope], days: 30 };
      tokens.set(scope, done(await app.get(PersonalTokens).make(uow, asked)).token);
    }
  });
  return tokens;
}

/** A client that has every scope, and asks for one of them at a time. */
async function clientTokens(council: Council): Promise<Tokens> {
  const clients = app.get(ApiClients);
  const known = { name: 'Website', scopes: SCOPE_NAMES };
  const { id, secret } = await council.inUnit((uow) => clients.make(uow, known));
  const tokens = new Map<Scope, string>();
  for (const scope of SCOPE_NAMES) tokens.set(scope, done(await clients.signIn(id, secret, [scope])).token);
  return tokens;
}

async function accountOf(email: string | undefined): Promise<string> {
  const { rows } = await app.owner.query<{ id: string }>('select id from account where email = $1', [email]);
  return rows[0]?.id ?? '';
}

async function officerOf(council: Council, accountId: string): Promise<void> {
  const role = { accountId, role: 'monitoring-officer', fromOn: civilDate('2017-01-01') } as const;
  await council.inUnit((uow) => app.get(Roles).grant(uow, role));
}

/** Every holder of a token in a council. */
async function holdersIn(
  council: Council,
  emails: ReadonlyMap<string, string>,
): Promise<Map<Holder, Tokens>> {
  const holders = new Map<Holder, Tokens>();
  for (const role of SERVING)
    holders.set(role, await personalTokens(council, await accountOf(emails.get(role))));
  return holders.set('client', await clientTokens(council));
}

let places = 0;
/** One holder, with a place of its own. */
function asking(token: string | undefined): (operation: Operation, things: typeof ids) => Promise<Answer> {
  const from = `198.51.${Math.floor((places += 1) / 250)}.${(places % 250) + 1}`;
  return async ({ method, path, query }, things) => {
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => things[name] ?? `no ${name}`);
    const named = new URLSearchParams();
    for (const name of query) if (things[name] !== undefined) named.set(name, things[name]);
    const response = await fetch(`${app.url}${filled}?${named.toString()}`, {
      method,
      headers: {
        ...{ 'Content-Type': 'application/json', 'X-Forwarded-For': from },
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      },
      ...(method === 'GET' ? {} : { body: JSON.stringify(anAgenda(things.body)) }),
    });
    const { status } = response;
    return { status, text: await response.text(), letIn: status !== 401 && status !== 403 };
  };
}

const anAgenda = (bodyId: string | undefined): object => ({
  ...{ bodyId, meetsOn: '2017-12-01', startsAt: '18:30', venue: 'Town Hall' },
  items: [{ number: '1', title: 'Apologies' }],
});

describe('every operation, asked by every program', () => {
  const own: Asked[] = [];
  /** Asked for the ids of the council from outside it; and what is answered there for ids that are nobody’s. */
  const foreign: (Asked & { nobodys: Answer })[] = [];
  let before: Record<string, string>;
  let after: Record<string, string>;

  beforeAll(async () => {
    await askFromElsewhere();
    after = await rowsOf(app, home.council);
    const holders = await holdersIn(home.council, home.emails);
    for (const role of ['administrator', 'no role'] as const) {
      const isAdministrator = role === 'administrator';
      const id = await app.addPerson(`${isAdministrator}@nowhere.example`, { isAdministrator });
      holders.set(role, await personalTokens(home.council, id));
      // No role here: what they are elsewhere must not be taken for one.
      if (!isAdministrator) await officerOf(elsewhere, id);
    }
    for (const [holder, tokens] of holders)
      for (const [scope, token] of tokens) {
        const ask = asking(token);
        for (const operation of operations)
          own.push({ operation: operation.id, holder, scope, answer: await ask(operation, ids) });
      }
    const ask = asking(undefined);
    for (const operation of operations)
      own.push({
        ...{ operation: operation.id, holder: 'nobody', scope: 'none' },
        answer: await ask(operation, ids),
      });
  }, 120_000);

  async function askFromElsewhere(): Promise<void> {
    const emails = await peopleWith(app, elsewhere, 'Plain');
    emails.set('member', 'member@elsewhere.example');
    await councillorOf(app, elsewhere, { name: 'Una Plain', email: 'member@elsewhere.example' });
    const strangers = new Map<string, Tokens>(await holdersIn(elsewhere, emails));
    // Somebody who serves in both: a token is for the council in which it was made, and for no other.
    const accountId = await app.addPerson('both@elsewhere.example');
    for (const council of [elsewhere, home.council]) await officerOf(council, accountId);
    before = await rowsOf(app, home.council);
    strangers.set('officer of both', await personalTokens(elsewhere, accountId));
    for (const [holder, tokens] of strangers)
      for (const operation of operations) {
        const scope = MAY[operation.id]?.scope ?? 'members:read';
        const ask = asking(tokens.get(scope));
        const nobody = Object.fromEntries(Object.keys(ids).map((name) => [name, randomUUID()]));
        const asked = { operation: operation.id, holder, scope, answer: await ask(operation, ids) };
        foreign.push({ ...asked, nobodys: await ask(operation, nobody) });
      }
  }

  const inWords = ({ operation, holder, scope }: Asked): string => `${operation}: ${holder} with ${scope}`;

  it('is one of those that are written down here', () => {
    expect(operations.map(({ id }) => id).sort()).toEqual(Object.keys(MAY).sort());
  });

  it('lets in exactly those whom it is for, with its scope and with no other', () => {
    const permitted = Object.entries(MAY).flatMap(([operation, { scope, may }]) =>
      may.map((holder) => `${operation}: ${holder} with ${scope}`),
    );
    const letIn = own.filter(({ answer }) => answer.letIn).map(inWords);
    expect(letIn.sort()).toEqual(permitted.sort());
    expect(own).toHaveLength(operations.length * (SCOPE_NAMES.length * (HOLDERS.length - 1) + 1));
  });

  it('answers whoever is let in with what they asked for', () => {
    const wrong = own.filter(({ operation, holder, answer }) => {
      if (!answer.letIn) return false;
      if (operation === 'getOwnBriefing' && holder === 'client') return answer.status !== 404;
      // The first one saves it or calls it off; for the next ones it is there, or called off, already.
      if (operation === 'saveAgenda') return ![201, 409].includes(answer.status);
      if (operation === 'cancelMeeting') return ![200, 409].includes(answer.status);
      return answer.status !== 200;
    });
    expect(wrong.map((asked) => `${inWords(asked)}: ${asked.answer.status}`)).toEqual([]);
    const statuses = own.filter(({ operation }) => /saveAgenda|cancel/.test(operation));
    expect(statuses.filter(({ answer }) => answer.status < 300).length).toBe(2);
    // So the search below can find.
    expect(own.filter(({ answer }) => answer.text.includes(MARK)).length).toBeGreaterThan(20);
  });

  it('tells whoever is refused nothing but that, and whoever serves nowhere as if they had no token', () => {
    const refused = own.filter(({ answer }) => !answer.letIn);
    const told = refused.filter(({ answer }) => {
      const said = JSON.parse(answer.text) as Record<string, unknown>;
      return Object.keys(said).some((name) => !['type', 'title', 'status', 'detail'].includes(name));
    });
    expect(told.map(inWords)).toEqual([]);
    expect(refused.filter(({ answer }) => answer.text.includes(MARK)).map(inWords)).toEqual([]);
    const outsiders = ['administrator', 'no role', 'nobody'];
    const statuses = own
      .filter(({ holder }) => outsiders.includes(holder))
      .map(({ answer }) => answer.status);
    expect([...new Set(statuses)]).toEqual([401]);
  });

  it('answers another council’s ids as ids that are nobody’s, and has none of them in a list', () => {
    const different = foreign.filter(({ answer, nobodys }) => answer.status !== nobodys.status);
    expect(different.map(inWords)).toEqual([]);
    const byId = new Set(operations.filter(({ path }) => path.includes('{')).map(({ id }) => id));
    const letIn = foreign.filter(({ answer }) => answer.letIn);
    const found = letIn.filter(({ operation, answer }) => byId.has(operation) && answer.status !== 404);
    expect(found.map((asked) => `${inWords(asked)}: ${asked.answer.status}`)).toEqual([]);
    const words = [MARK, home.council.slug, ...Object.values(ids)];
    const told = foreign.filter(({ answer }) => words.some((word) => answer.text.includes(word)));
    expect(told.map(inWords)).toEqual([]);
    expect(letIn.length).toBeGreaterThan(70);
  });

  it('changes no row of another council', () => {
    expect(Object.keys(before).length).toBeGreaterThan(50);
    expect(after).toEqual(before);
  });

  it('is as docs/who-may-do-what.md says', () => {
    const part = matrix(own, foreign);
    process.stdout.write(`\n${part.slice(part.indexOf('\n|') + 1)}\n`);
    expect(whoMayPage('programs', part)).toBe(part);
  });
});

const SHORT: Readonly<Record<Holder, string>> = {
  ...{ member: 'M', 'monitoring-officer': 'MO', 'deputy-monitoring-officer': 'DMO' },
  ...{ 'democratic-services': 'DS', 'parish-clerk': 'PC', auditor: 'AU', 'named-officer': 'NO' },
  ...{ administrator: 'AD', 'no role': '–', client: 'C', nobody: '?' },
};

function matrix(own: readonly Asked[], foreign: readonly Asked[]): string {
  const rows = [...operations]
    .sort((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method))
    .map(({ id, method, path }) => {
      const letIn = own.filter(({ operation, answer }) => operation === id && answer.letIn);
      const scopes = [...new Set(letIn.map(({ scope }) => scope))].sort().join(', ');
      const cells = HOLDERS.map((one) => (letIn.some(({ holder }) => holder === one) ? 'x' : ' '));
      const fromElsewhere = foreign.filter(({ operation, answer }) => operation === id && answer.letIn);
      const statuses = [...new Set(fromElsewhere.map(({ answer }) => answer.status))].sort().join(', ');
      return `| ${method} | ${path} | ${scopes} | ${cells.join(' | ')} | ${statuses} |`;
    });
  return `
Measured: every operation of the API’s description was asked without a token (?), with a client’s (C) and with personal
tokens of everybody above, of each scope alone, for ids of their own council and of another one
(\`test/architecture/what-programs-may.spec.ts\`, which fails when this no longer holds). x: let in with the scope of the third
column, and with no other. A personal token does what its scope and its person may both do. Last column: what those who are
let in are answered for another council’s ids; a list (200) has nothing of that council.

| | Operation | Scope | ${HOLDERS.map((holder) => SHORT[holder]).join(' | ')} | Other council’s |
|---|---|---|${HOLDERS.map(() => '---|').join('')}---|
${rows.join('\n')}
`;
}

/* eslint max-lines: off -- one start of the application serves all of it */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ModulesContainer } from '@nestjs/core';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as openid from 'openid-client';
import { Audit } from '../../src/audit/index.js';
import { describedRoutes } from '../../src/api/describing/routes.js';
import { Briefings, Editions } from '../../src/briefings/index.js';
import {
  Accounts,
  ApiClients,
  isScope,
  PersonalTokens,
  Roles,
  type Role,
  type Scope,
} from '../../src/identity/index.js';
import { Member } from '../../src/members/index.js';
import { Limits } from '../../src/platform/limiting/index.js';
import { Register } from '../../src/register/index.js';
import { generatedTypes, clientWith, programOf, type KnownProgram } from '../support/api-client.js';
import { startApp, type TestApp } from '../support/app.js';
import { COMPANY, EMPLOYMENT, sceneOfBriefings, type Scene, type SeatedMember } from '../support/briefed.js';
import { addPanel, done, foundCouncil, seatMember, SYSTEM, type Council } from '../support/council.js';
import { agreeSensitive } from '../support/sensitive.js';
import { pathsOf } from '../support/addresses.js';

const FIXTURE = new URL('../fixtures/api/schema.ts', import.meta.url);
/** Few enough to be reached at the end. */
const A_MINUTE = 40;
const NOBODY = '00000000-0000-4000-8000-000000000000';

let app: TestApp;
let scene: Scene;
let council: Council;
let other: Council;
let ann: SeatedMember;
let meetingId: string;
let description: Description;

interface Description {
  readonly paths: Record<string, Record<string, DescribedOperation>>;
  readonly components: { readonly schemas: Record<string, object> };
}
interface DescribedOperation {
  readonly operationId: string;
  readonly security: readonly Record<string, string[]>[];
  readonly responses: Record<
    string,
    { readonly content?: Record<string, { readonly schema: { $ref: string } }> }
  >;
}

beforeAll(async () => {
  // The tests speak for several places, as a proxy in front would.
  app = await startApp({ env: { API_REQUESTS_PER_MINUTE: String(A_MINUTE), TRUSTED_PROXIES: 'loopback' } });
  scene = await sceneOfBriefings(app);
  ({ council } = scene);
  other = await foundCouncil(app);
  ann = await scene.seat();
  await scene.register(ann, EMPLOYMENT);
  meetingId = await scene.meeting();
  await council.inUnit(async (uow) => {
    const briefing = await app.get(Briefings).make(uow, meetingId, ann.memberId);
    if (briefing.kind !== 'briefing') throw new Error(briefing.kind);
    await app.get(Editions).record(uow, briefing, 'fixed');
  });
  description = (await (await fetch(`${app.url}/api/openapi.json`)).json()) as Description;
});
afterAll(() => app.close());

const ask = (token: string, path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${app.url}/api/v1${path}`, {
    ...init,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', ...init.headers },
  });
const send = (token: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  ask(token, '/meetings', {
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const agenda = (
  more: object = {},
): {
  bodyId: string;
  meetsOn: string;
  startsAt: string;
  venue: string;
  items: { title: string; number?: string | null }[];
} => ({
  ...{ bodyId: scene.clerk.panelId, meetsOn: '2017-12-01', startsAt: '18:30', venue: 'Town Hall' },
  items: [{ number: '1', title: 'Apologies' }, { title: 'Land at Mill Lane' }],
  ...more,
});

/** A token of somebody with a role here. */
async function personalToken(accountId: string, scopes: readonly Scope[], days = 30): Promise<string> {
  const acting = { authorityId: council.authorityId, actor: { kind: 'person', accountId } } as const;
  return done(
    await app.database.unitOfWork(acting, (uow) =>
      app.get(PersonalTokens).make(uow, { name: 'Script', scopes, days }),
    ),
  ).token;
}

async function official(email: string, role: Exclude<Role, 'member'>): Promise<string> {
  const accountId = await app.addPerson(email);
  await council.inUnit((uow) => app.get(Roles).grant(uow, { accountId, role, fromOn: '2017-01-01' }));
  return accountId;
}

describe('the description', () => {
  it('is OpenAPI 3.1, by a validator of others', async () => {
    expect(description).toMatchObject({ openapi: '3.1.0' });
    expect(await new Validator().validate({ ...description })).toMatchObject({
      valid: true,
    });
  });

  it('tells of every route under /api/v1 and of no other, each with its scope', () => {
    const routed = describedRoutes(app.get(ModulesContainer));
    const opened = [...pathsOf(app).keys()].filter((path) => path.startsWith('/api/v1'));
    const described = Object.entries(description.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method} ${path}`),
    );
    expect(described.sort()).toEqual(routed.map(({ method, path }) => `${method} ${path}`).sort());
    expect(described.filter((one) => one.startsWith('get')).sort()).toEqual(
      opened.map((path) => `get ${path.replace(/:(\w+)/g, '{$1}')}`).sort(),
    );
    expect(
      routed.filter(({ scope, access }) => !isScope(scope) || access === undefined || access === 'anybody'),
    ).toEqual([]);
  });

  it('makes the client that these tests use', async () => {
    // To take a change of the API into the client: see docs/decisions/api.md.
    expect(readFileSync(FIXTURE, 'utf8')).toBe(await generatedTypes(JSON.stringify(description)));
  });

  it('is kept by every answer', async () => {
    const all: Scope[] = ['members:read', 'meetings:read', 'briefings:read', 'register:read', 'entries:read'];
    const { token } = await programOf(app, council, [...all, 'declarations:read', 'duties:read']);
    const own = await personalToken(ann.accountId, ['briefings:read']);
    const { items } = (await (await ask(token, `/meetings/${meetingId}/briefings`)).json()) as {
      items: { id: string }[];
    };
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'api', components: description.components });
    const ids: Record<string, string | undefined> = {
      member: ann.memberId,
      meeting: meetingId,
      briefing: items[0]?.id,
    };
    const asked = Object.entries(description.paths).flatMap(([path, { get }]) =>
      get === undefined ? [] : [{ path, get }],
    );
    expect(asked.length).toBeGreaterThan(10);
    for (const { path, get } of asked.filter(
      ({ get: { operationId } }) => !/ebhook|Deliver/.test(operationId),
    )) {
      const filled = path
        .replace('/api/v1', '')
        .replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? name);
      const response = await ask(get.operationId === 'getOwnBriefing' ? own : token, filled);
      const body: unknown = await response.json();
      const schema = get.responses['200']?.content?.['application/json']?.schema.$ref ?? '';
      const isRight = ajv.validate({ $ref: `api${schema}` }, body);
      expect([get.operationId, response.status, isRight, ajv.errors]).toEqual([
        get.operationId,
        200,
        true,
        null,
      ]);
    }
  });
});

describe('a token', () => {
  it('is given to a client by its secret, as OAuth has it, with the scopes that it asks for of those it has', async () => {
    const { id, secret } = await programOf(app, council, ['members:read', 'meetings:read']);
    const server = { issuer: app.url, token_endpoint: `${app.url}/api/oauth/token` };
    const configuration = new openid.Configuration(server, id, secret, openid.ClientSecretBasic(secret));
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- this server speaks http on loopback
    openid.allowInsecureRequests(configuration);
    const given = await openid.clientCredentialsGrant(configuration, { scope: 'members:read' });
    expect(given).toMatchObject({ expires_in: 900, scope: 'members:read' });
    expect((await ask(given.access_token, '/members')).status).toBe(200);
    const refused = await ask(given.access_token, '/meetings');
    expect(refused.status).toBe(403);
    expect(refused.headers.get('www-authenticate')).toContain(
      'error="insufficient_scope", scope="meetings:read"',
    );
    await expect(
      openid.clientCredentialsGrant(configuration, { scope: 'duties:read' }),
    ).rejects.toMatchObject({
      error: 'invalid_scope',
    });
  });

  it.each([
    ['a wrong secret', { client_secret: 'wrong' }, 401, 'invalid_client'],
    ['an unknown client', { client_id: NOBODY }, 401, 'invalid_client'],
    ['an id that is none', { client_id: "' or 1=1" }, 401, 'invalid_client'],
    ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ['no such scope', { scope: 'everything' }, 400, 'invalid_scope'],
  ])('is not given for %s', async (_, wrong, status, error) => {
    const { id, secret } = await programOf(app, council, ['members:read']);
    const form = { grant_type: 'client_credentials', client_id: id, client_secret: secret, ...wrong };
    const response = await fetch(`${app.url}/api/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams(form),
    });
    expect([response.status, await response.json()]).toEqual([status, { error }]);
    expect(response.headers.get('www-authenticate') !== null).toBe(status === 401);
  });

  const spoiled: readonly [string, (program: KnownProgram) => Promise<string | undefined>][] = [
    ['none at all', () => Promise.resolve(undefined)],
    [
      'a forged one',
      ({ token }) => Promise.resolve(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`),
    ],
    ['the secret in its place', ({ secret }) => Promise.resolve(secret)],
    [
      'an expired one',
      async ({ id, token }) => {
        await council.inUnit(({ manager }) =>
          manager.query(
            `update api_token set made_at = made_at - interval '1 hour', expires_at = now() - interval '1 second'
             where client_id = $1`,
            [id],
          ),
        );
        return token;
      },
    ],
    [
      'one of a withdrawn client',
      async ({ id, token }) => {
        done(await council.inUnit((uow) => app.get(ApiClients).withdraw(uow, id)));
        return token;
      },
    ],
  ];
  it.each(spoiled)('%s is answered 401 with why, and nothing else', async (_, spoil) => {
    const program = await programOf(app, council, ['members:read']);
    expect((await ask(program.token, '/members')).status).toBe(200);
    const token = await spoil(program);
    const headers = token === undefined ? {} : { Authorization: `Bearer ${token}` };
    const response = await fetch(`${app.url}/api/v1/members`, { headers });
    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(response.headers.get('www-authenticate')).toMatch(
      token === undefined ? /^Bearer realm="probity"$/ : /error="invalid_token"/,
    );
    expect(await response.json()).toEqual({ type: 'about:blank', title: 'Unauthorized', status: 401 });
  });

  it('of a person does what both its scopes and their roles allow, until they serve here no longer', async () => {
    const clerk = await official('clerk-of-api@example.org', 'democratic-services');
    const token = await personalToken(clerk, ['meetings:read', 'duties:read']);
    expect((await ask(token, '/meetings')).status).toBe(200);
    // The scope is there, and the role is not.
    expect((await ask(token, '/duties')).status).toBe(403);
    // The role is there, and the scope is not.
    expect((await send(token, agenda())).status).toBe(403);
    await council.inUnit(({ manager }) =>
      manager.query(`update role_holding set to_on = '2017-10-15' where account_id = $1`, [clerk]),
    );
    expect((await ask(token, '/meetings')).status).toBe(401);
  });

  it('of a person ends with their account, when it is withdrawn, and when it expires', async () => {
    const officer = await official('officer-of-api@example.org', 'monitoring-officer');
    const acting = {
      authorityId: council.authorityId,
      actor: { kind: 'person', accountId: officer },
    } as const;
    const [first, second] = [
      await personalToken(officer, ['duties:read']),
      await personalToken(officer, ['duties:read']),
    ];
    expect((await ask(first, '/duties')).status).toBe(200);
    const tokens = await app.database.unitOfWork(acting, (uow) => app.get(PersonalTokens).list(uow));
    const [used] = tokens.filter(({ lastUsedAt }) => lastUsedAt !== null);
    // Nobody else withdraws it: their list does not have it either.
    await council.inUnit(async (uow) => {
      expect(await app.get(PersonalTokens).list(uow)).toEqual([]);
      expect(await app.get(PersonalTokens).withdraw(uow, used?.id ?? '')).toEqual({ refused: 'not-there' });
    });
    await app.database.unitOfWork(acting, async (uow) =>
      done(await app.get(PersonalTokens).withdraw(uow, used?.id ?? '')),
    );
    expect((await ask(first, '/duties')).status).toBe(401);
    expect((await ask(second, '/duties')).status).toBe(200);
    done(await app.get(Accounts).disable(officer, SYSTEM));
    expect((await ask(second, '/duties')).status).toBe(401);
  });

  it('is of no use on a page, and a session is of none in the API', async () => {
    const officer = await official('both-of-api@example.org', 'monitoring-officer');
    const token = await personalToken(officer, ['duties:read']);
    const page = await fetch(`${app.url}/officer`, {
      headers: { Authorization: `Bearer ${token}` },
      redirect: 'manual',
    });
    expect(page.status).toBe(303);
    const visitor = await app.signIn('both-of-api@example.org');
    expect((await visitor.open('/officer')).status).toBe(200);
    expect((await visitor.open('/api/v1/duties')).status).toBe(401);
  });

  it('stands nowhere as it is', async () => {
    const { id, secret, token } = await programOf(app, council, ['members:read']);
    const { rows } = await app.owner.query<{ said: string }>(
      `select to_jsonb(t)::text as said from api_token t union all select to_jsonb(c)::text from api_client c
       union all select payload::text from audit_payload`,
    );
    const said = rows.map((row) => row.said).join('\n');
    expect(said).toContain(id);
    for (const word of [secret, token]) expect(said).not.toContain(word.slice(20));
  });
});

describe('another council', () => {
  it('is answered 404 for each id of this one, and its lists have nothing of it', async () => {
    const scopes: Scope[] = [
      'members:read',
      'meetings:read',
      'meetings:write',
      'briefings:read',
      'register:read',
      'entries:read',
    ];
    const { token } = await programOf(app, other, [...scopes, 'duties:read', 'declarations:read']);
    const { id: briefing } =
      (await council.inUnit((uow) => app.get(Editions).ofMeeting(uow, meetingId)))[0] ?? {};
    const paths = [
      ...[`/members/${ann.memberId}`, `/register/${ann.memberId}`, `/register/${ann.memberId}/entries`],
      ...[`/meetings/${meetingId}`, `/meetings/${meetingId}/briefings`, `/briefings/${briefing ?? ''}`],
    ];
    for (const path of paths) expect([path, (await ask(token, path)).status]).toEqual([path, 404]);
    const cancel = await ask(token, `/meetings/${meetingId}/cancellation`, { method: 'POST' });
    expect(cancel.status).toBe(404);
    expect((await send(token, agenda())).status).toBe(422);
    for (const list of ['/members', '/meetings', '/bodies', '/register', '/duties', '/declarations']) {
      expect([list, await (await ask(token, list)).json()]).toMatchObject([list, { items: [], next: null }]);
    }
  });
});

describe('a list', () => {
  it('comes page by page without repeating or skipping, while others come in', async () => {
    const big = await foundCouncil(app);
    await big.inUnit(async (uow) => {
      const bodyId = await addPanel(uow, app, 'Panel');
      for (const name of ['A', 'B', 'C', 'D', 'E'])
        await seatMember(uow, app, { name, bodyId, role: 'member', on: '2017-05-08' });
    });
    const { api, token } = await programOf(app, big, ['members:read']);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { data } = await api.GET('/api/v1/members', {
        params: { query: { limit: 2, ...(cursor && { cursor }) } },
      });
      expect(data?.items.length).toBeLessThanOrEqual(2);
      seen.push(...(data?.items ?? []).map(({ id }) => id));
      cursor = data?.next ?? undefined;
      if (seen.length === 2) {
        // Before the first page and behind the last one, and the first one is called otherwise.
        const added = ['00000000-0000-4000-8000-000000000001', 'ffffffff-ffff-4fff-bfff-ffffffffffff'];
        await big.inUnit(async ({ manager, authorityId }) => {
          const values = added.map((id) => ({
            authorityId,
            id,
            name: 'Added',
            accountId: null,
            email: null,
          }));
          await manager.insert(Member, values);
          await manager.query(
            `insert into term_of_office (authority_id, id, member_id, standing, votes_on, became_member_on)
             select $1, gen_random_uuid(), id, 'elected', 'any', '2017-05-08' from member where id = any ($2)`,
            [authorityId, added],
          );
        });
      }
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(6);
    const first = await ask(token, '/members?limit=6');
    expect(first.headers.get('link')).toMatch(/^<\/api\/v1\/members\?limit=6&cursor=[\w-]+>; rel="next"$/);
    expect((await ask(token, '/members?limit=7')).headers.get('link')).toBeNull();
    for (const query of [
      'limit=0',
      'limit=201',
      'limit=x',
      'cursor=abc',
      'cursor=WzFd',
      'unknown=1',
      'limit=1&limit=2',
    ]) {
      expect([query, (await ask(token, `/members?${query}`)).status]).toEqual([query, 400]);
    }
    expect((await ask(token, '/members?limit=200')).status).toBe(200);
  });

  it('is answered 304 to whoever has it already', async () => {
    const { token } = await programOf(app, council, ['members:read']);
    const etag = (await ask(token, '/members')).headers.get('etag') ?? '';
    expect((await ask(token, '/members', { headers: { 'If-None-Match': etag } })).status).toBe(304);
    await council.inUnit((uow) =>
      seatMember(uow, app, { name: 'New', bodyId: scene.clerk.panelId, role: 'member', on: '2017-06-01' }),
    );
    expect((await ask(token, '/members', { headers: { 'If-None-Match': etag } })).status).toBe(200);
  });
});

describe('a briefing', () => {
  it('is read in the words that were shown, and that it was read is recorded of the program', async () => {
    const { api, id } = await programOf(app, council, ['briefings:read']);
    const listed = await api.GET('/api/v1/meetings/{meeting}/briefings', {
      params: { path: { meeting: meetingId } },
    });
    const [edition] = listed.data?.items ?? [];
    expect(edition).toMatchObject({ memberId: ann.memberId, edition: 1, firstOpenedAt: null });
    const { data } = await api.GET('/api/v1/briefings/{briefing}', {
      params: { path: { briefing: edition?.id ?? '' } },
    });
    expect(data?.withheld).toBe(false);
    expect(data?.lines.join('\n')).toContain(COMPANY);
    const [event] = await council.inUnit((uow) => app.get(Audit).newest(uow, 1));
    expect(event).toMatchObject({ action: 'briefing.read', actorKind: 'client', actor: id });
  });

  it('is withheld once something of the member is sensitive, and so are the entries', async () => {
    const bob = await scene.seat({ name: 'Bob Birch' });
    await scene.register(bob, EMPLOYMENT);
    const { token } = await programOf(app, council, ['briefings:read', 'entries:read']);
    const entries = async (): Promise<unknown> =>
      (await ask(token, `/register/${bob.memberId}/entries`)).json();
    expect(await entries()).toMatchObject({
      items: [{ words: `Director, ${COMPANY}` }],
      heldBack: { something: false },
    });
    const id = await council.inUnit(async (uow) => {
      const briefing = await app.get(Briefings).make(uow, meetingId, bob.memberId);
      if (briefing.kind !== 'briefing') throw new Error(briefing.kind);
      return (await app.get(Editions).record(uow, briefing, 'fixed')).id;
    });
    const [held] = await council.inUnit((uow) => app.get(Register).current(uow, bob.memberId));
    await agreeSensitive(app, council, { ...bob, entryId: held?.entry.id ?? '' });
    expect(await (await ask(token, `/briefings/${id}`)).json()).toMatchObject({ withheld: true, lines: [] });
    expect(await entries()).toMatchObject({ items: [], heldBack: { something: true } });
  });
});

describe('an agenda that a program gives in', () => {
  it('is saved once, however often it is sent with its key, and is recorded as the program’s', async () => {
    const { api, id } = await programOf(app, council, ['meetings:read', 'meetings:write']);
    const header = { 'Idempotency-Key': 'agenda-1' } as const;
    const post = (body: ReturnType<typeof agenda>) =>
      api.POST('/api/v1/meetings', { params: { header }, body });
    const first = await post(agenda());
    expect([first.response.status, first.data]).toMatchObject([201, { revision: 1 }]);
    const again = await post(agenda());
    expect([again.response.status, again.data]).toEqual([201, first.data]);
    const changed = await post(agenda({ venue: 'Elsewhere' }));
    expect([changed.response.status, changed.error]).toMatchObject([422, { status: 422 }]);
    const { data } = await api.GET('/api/v1/meetings', {
      params: { query: { from: '2017-12-01', to: '2017-12-01' } },
    });
    expect(data?.items).toMatchObject([{ id: first.data?.meetingId, venue: 'Town Hall' }]);
    const events = await council.inUnit((uow) => app.get(Audit).newest(uow, 50));
    expect(
      events.filter(({ actor }) => actor === id).map(({ action, actorKind }) => [action, actorKind]),
    ).toEqual([
      ['meeting.saved', 'client'],
      ['agenda.received', 'client'],
      ['api-client.signed-in', 'client'],
    ]);
  });

  it('twice at the same time with one key makes one meeting', async () => {
    const { token } = await programOf(app, council, ['meetings:write']);
    const sent = agenda({ meetsOn: '2017-12-02' });
    const answers = await Promise.all(
      [1, 2, 3].map(() => send(token, sent, { 'Idempotency-Key': 'at-once' })),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses).toContain(201);
    expect(statuses.filter((status) => status !== 201 && status !== 409)).toEqual([]);
    const { rows } = await app.owner.query(`select id from meeting where meets_on = '2017-12-02'`);
    expect(rows).toHaveLength(1);
    expect((await send(token, sent, { 'Idempotency-Key': 'at-once' })).status).toBe(201);
  });

  it('is refused with the meeting that has it already, is revised by another one, and may be cancelled once', async () => {
    const { token } = await programOf(app, council, ['meetings:read', 'meetings:write']);
    const sent = agenda({ meetsOn: '2017-12-03' });
    const saved = (await (await send(token, sent)).json()) as { meetingId: string };
    const twice = await send(token, sent);
    expect([twice.status, await twice.json()]).toMatchObject([409, { existing: saved.meetingId }]);
    const revised = await send(token, { ...sent, items: [...sent.items, { title: 'Late business' }] });
    expect(await revised.json()).toEqual({ meetingId: saved.meetingId, revision: 2 });
    const { items } = (await (await ask(token, `/meetings/${saved.meetingId}`)).json()) as {
      items: object[];
    };
    expect(items).toHaveLength(3);
    const spaces = await send(token, { ...sent, items: [{ title: '  ' }] });
    expect([spaces.status, await spaces.json()]).toMatchObject([
      422,
      { errors: [{ field: 'items.0.title' }] },
    ]);
    const cancel = (): Promise<Response> =>
      ask(token, `/meetings/${saved.meetingId}/cancellation`, { method: 'POST' });
    expect([(await cancel()).status, (await cancel()).status]).toEqual([200, 409]);
    const { rows } = await app.owner.query(
      `select recorded_by, recorded_by_client is not null as by_client from agenda_revision where meeting_id = $1`,
      [saved.meetingId],
    );
    expect(rows).toEqual([1, 2].map(() => ({ recorded_by: null, by_client: true })));
  });

  it('of a person’s program is theirs, and the record says by which token', async () => {
    const clerk = await official('agenda-of-api@example.org', 'democratic-services');
    const token = await personalToken(clerk, ['meetings:write']);
    expect((await send(token, agenda({ meetsOn: '2017-12-04' }))).status).toBe(201);
    const [event] = await council.inUnit((uow) => app.get(Audit).newest(uow, 1));
    expect(event).toMatchObject({ action: 'meeting.saved', actorKind: 'person', actor: clerk });
    expect(event?.payload?.byToken).toMatch(/^[0-9a-f-]{36}$/);
  });

  const wrong: readonly [string, unknown, number, string[]][] = [
    ['without its items', { ...agendaShape(), items: undefined }, 422, ['items']],
    [
      'with a title that nobody sees',
      { ...agendaShape(), items: [{ title: 'a\u0000b' }] },
      422,
      ['items.0.title'],
    ],
    ['with half a character', '{"items":[{"title":"\\ud800"}]}', 422, ['items.0.title']],
    ['on a day that is none', { ...agendaShape(), meetsOn: '2017-02-30' }, 422, ['meetsOn']],
    ['in the year 0', { ...agendaShape(), meetsOn: '0000-01-01' }, 422, ['meetsOn']],
    ['with what is not known here', { ...agendaShape(), extra: 1 }, 422, ['extra']],
    ['with a prototype', `{"__proto__":{"venue":"x"}}`, 422, ['venue']],
    ['that is null where it may not be', { ...agendaShape(), venue: null }, 422, ['venue']],
    ['that is a list', [], 422, ['']],
    ['that is nested deeply', `{"items":${'['.repeat(5_000)}${']'.repeat(5_000)}}`, 422, ['']],
    ['that is not JSON', '{"items":', 400, []],
    ['that is very large', { ...agendaShape(), venue: 'x'.repeat(600_000) }, 413, []],
  ];
  it.each(wrong)('%s is refused', async (_, body, status, fields) => {
    const { token } = await wrongProgram();
    const response = await send(token, body);
    const problem = (await response.json()) as { status: number; errors?: { field: string }[] };
    expect([response.status, problem.status]).toEqual([status, status]);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(problem.errors?.map(({ field }) => field) ?? []).toEqual(expect.arrayContaining(fields));
    expect(problem.errors === undefined).toBe(fields.length === 0);
  });

  it('in another form than JSON, or with a key that is none, is refused', async () => {
    const { token } = await wrongProgram();
    expect((await send(token, 'a=1', { 'Content-Type': 'application/x-www-form-urlencoded' })).status).toBe(
      415,
    );
    expect((await send(token, agenda(), { 'Idempotency-Key': 'x'.repeat(201) })).status).toBe(400);
    expect((await send(token, agenda(), { 'Idempotency-Key': 'with space' })).status).toBe(400);
  });
});

/** One program for all that is refused, so that the limit of secrets is not met. */
let made: Promise<KnownProgram> | undefined;
const wrongProgram = (): Promise<KnownProgram> => (made ??= programOf(app, council, ['meetings:write']));

/** As `agenda`, before there is a council. */
function agendaShape(): object {
  return { bodyId: NOBODY, meetsOn: '2017-12-01', startsAt: '18:30', venue: 'x', items: [{ title: 'x' }] };
}

describe('the pages', () => {
  it('make a client whose secret is shown once, and withdraw it', async () => {
    await official('pages-of-api@example.org', 'monitoring-officer');
    const officer = await app.signIn('pages-of-api@example.org');
    // An officer may open to a program of the council what is no work of theirs, and to their own program not.
    expect((await officer.open('/officer/api-clients')).text).toContain('value="meetings:write"');
    expect((await officer.open('/account/tokens')).text).not.toContain('value="meetings:write"');
    const bad = await officer.fill('/officer/api-clients', { name: 'Kept words' }, { form: 'api-clients"' });
    expect(bad.status).toBe(400);
    expect(bad.text).toContain('Choose what the program may do');
    expect(bad.text).toContain('value="Kept words"');
    const shown = await officer.fill(
      '/officer/api-clients',
      { name: 'Committee system', scopes: ['members:read', 'meetings:write'] },
      { form: 'api-clients"' },
    );
    const [, secret = ''] = /(probity_client_[\w-]+)/.exec(shown.text) ?? [];
    const { text } = await officer.open('/officer/api-clients');
    const [, id = ''] =
      /api-clients\/([0-9a-f-]{36})\/withdraw"[\s\S]*?Withdraw<span[^>]*> Committee system/.exec(
        text.slice(text.indexOf('Committee system')),
      ) ?? [];
    expect(text).not.toContain(secret);
    const { token } = done(await app.get(ApiClients).signIn(id, secret));
    expect((await ask(token, '/members')).status).toBe(200);
    const gone = await officer.fill('/officer/api-clients', {}, { form: `${id}/withdraw` });
    expect([gone.status, gone.headers.location]).toEqual([303, '/officer/api-clients?done=withdrawn']);
    expect((await ask(token, '/members')).status).toBe(401);
  });

  it('make a personal token that can do no more than its person', async () => {
    await official('token-of-api@example.org', 'democratic-services');
    const clerk = await app.signIn('token-of-api@example.org');
    expect((await clerk.open('/officer/api-clients')).status).toBe(403);
    const { text } = await clerk.open('/account/tokens');
    expect(text).toContain('value="meetings:write"');
    expect(text).not.toContain('value="entries:read"');
    const asked = { name: 'Spreadsheet', days: '30', scopes: ['meetings:read', 'entries:read'] };
    const shown = await clerk.fill('/account/tokens', asked, { form: 'tokens"' });
    const [, token = ''] = /(probity_personal_[\w-]+)/.exec(shown.text) ?? [];
    const api = clientWith(app, token);
    expect((await api.GET('/api/v1/bodies')).data?.items).toMatchObject([{ name: 'Highways Panel' }]);
    expect((await ask(token, `/register/${ann.memberId}/entries`)).status).toBe(403);
    const none = await clerk.fill(
      '/account/tokens',
      { ...asked, scopes: ['entries:read'] },
      { form: 'tokens"' },
    );
    expect(none.status).toBe(403);
  });
});

describe('guessing', () => {
  const wrongToken = async (from: string): Promise<number> => {
    const headers = { 'X-Forwarded-For': from };
    return (await ask(`probity_access_${'A'.repeat(43)}`, '/members', { headers })).status;
  };

  it('at tokens is borne a hundred times from one place, which is a whole network of IPv6', async () => {
    const { token } = await programOf(app, council, ['members:read']);
    const limit = app.get(Limits).limiter({ name: 'api-wrong-token', points: 100, seconds: 300 });
    expect(await limit.spend('2001:db8:1:2::/64', 98)).toEqual({ left: 2 });
    expect(await wrongToken('2001:db8:1:2::a')).toBe(401);
    expect(await wrongToken('2001:db8:1:2:ffff::b')).toBe(401);
    expect(await wrongToken('2001:db8:1:2:3::c')).toBe(429);
    expect(await wrongToken('2001:db8:1:3::a')).toBe(401);
    // A program with a good token is served there all the same.
    const headers = { 'X-Forwarded-For': '2001:db8:1:2::d' };
    expect((await ask(token, '/members', { headers })).status).toBe(200);
  });

  it('at a secret is borne thirty times from one place, and keeps the program out nowhere else', async () => {
    const { id, secret } = await programOf(app, council, ['members:read']);
    const signIn = async (tried: string, from: string): Promise<number> => {
      const form = { grant_type: 'client_credentials', client_id: id, client_secret: tried };
      const response = await fetch(`${app.url}/api/oauth/token`, {
        ...{ method: 'POST', headers: { 'X-Forwarded-For': from } },
        body: new URLSearchParams(form),
      });
      return response.status;
    };
    const limit = app.get(Limits).limiter({ name: 'api-wrong-secret', points: 30, seconds: 300 });
    expect(await limit.spend(`2001:db8:2:1::/64 ${id}`, 28)).toEqual({ left: 2 });
    expect(await signIn('wrong', '2001:db8:2:1::a')).toBe(401);
    // Being right is no guess.
    expect(await signIn(secret, '2001:db8:2:1::b')).toBe(200);
    expect(await signIn('wrong', '2001:db8:2:1:f::c')).toBe(401);
    expect(await signIn(secret, '2001:db8:2:1::d')).toBe(429);
    expect(await signIn(secret, '2001:db8:2:2::d')).toBe(200);
  });
});

it('more requests than the limit are told to wait, of one program and of no other', async () => {
  const { token } = await programOf(app, council, ['members:read']);
  const neighbour = await programOf(app, council, ['members:read']);
  for (let asked = 0; asked < A_MINUTE; asked++)
    expect((await ask(token, `/members/${NOBODY}`)).status).toBe(404);
  const refused = await ask(token, '/members');
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await ask(neighbour.token, '/members')).status).toBe(200);
});

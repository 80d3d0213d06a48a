import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { JWTPayload } from 'jose';
import type { Response } from 'supertest';
import { Authorities } from '../../src/authorities/index.js';
import { Accounts, Providers, Roles } from '../../src/identity/index.js';
import { readConfig } from '../../src/platform/config/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { addAccount, done, SYSTEM, type Council } from '../support/council.js';
import { addMember } from '../support/members.js';
import { CLIENT, startOpenIdProvider, type OpenIdProvider } from '../support/oidc-provider.js';
import { mainText, type Visitor } from '../support/visitor.js';

const PUBLIC_URL = 'http://probity.test';
const START = '/sign-in/openid-connect/council';

let app: TestApp;
let provider: OpenIdProvider;
let wyre: Council;
/** The account of cllr@council.example, a member. */
let memberAccount: string;

beforeAll(async () => {
  provider = await startOpenIdProvider(PUBLIC_URL);
  const env = {
    ...{
      PUBLIC_URL,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
    },
    ...{ OIDC_EMAIL_DOMAINS: 'council.example', OIDC_NAME: 'your Wyrefordshire account' },
    OIDC_GROUPS: 'wyrefordshire/monitoring-officer=legal,wyrefordshire/auditor=audit,nowhere/auditor=tennis',
  };
  app = await startApp({ env });
  provider.logoutTo = `${app.url}/oidc/back-channel-logout`;
  wyre = await wyrefordshire();
  ({ accountId: memberAccount } = await addMember(app, wyre, 'cllr@council.example', { on: '2017-05-08' }));
  provider.people.set('s-member', { email: 'Cllr@council.example', name: 'Ada Member' });
});
afterEach(() => {
  provider.lie = undefined;
  provider.isAway = false;
  provider.saysItIsAnother = false;
});
afterAll(async () => {
  await app.close();
  await provider.close();
});

/** A council whose slug the configuration knows before it is made. */
async function wyrefordshire(): Promise<Council> {
  const facts = { name: 'Wyrefordshire', kind: 'county', executiveArrangements: true } as const;
  const { id: authorityId } = done(
    await app.get(Authorities).create({ slug: 'wyrefordshire', ...facts }, SYSTEM),
  );
  const accountId = await addAccount(app, 'clerk@elsewhere.example');
  const acting = { authorityId, actor: { kind: 'person', accountId } } as const;
  const inUnit: Council['inUnit'] = (work) => app.database.unitOfWork(acting, work);
  return { authorityId, slug: 'wyrefordshire', accountId, acting, inUnit };
}

/** Opens the link of the sign-in page, signs in at the provider and comes back; the answer of our page. */
async function comeBack(visitor: Visitor, subject: string, browser = provider.browser()): Promise<Response> {
  const { status, headers } = await visitor.open(START);
  expect(status).toBe(303);
  return visitor.open(await browser.signIn(headers.location ?? '', subject));
}

/** Nobody is signed in. */
async function isNobody(visitor: Visitor): Promise<boolean> {
  return (await visitor.open('/my')).headers.location?.startsWith('/sign-in') === true;
}

async function newest(action: string): Promise<{ actor: string; payload: object } | undefined> {
  const { rows } = await app.owner.query<{ actor: string; payload: object }>(
    `select actor, payload from audit_event join audit_payload using (authority_id, position)
     where action = $1 order by machine_at desc, position desc limit 1`,
    [action],
  );
  return rows[0];
}

describe('somebody whose account is there already', () => {
  it('finds a link on the sign-in page, and comes to what they wanted to see', async () => {
    const visitor = app.visitor();
    const page = await visitor.open('/sign-in?returnTo=%2Fmy%2Finterests');
    expect(page.text).toContain(`href="${START}?returnTo=%2Fmy%2Finterests"`);
    expect(mainText(page)).toContain('Sign in with your Wyrefordshire account');
    const { headers } = await visitor.open(`${START}?returnTo=%2Fmy%2Finterests`);
    const sent = new URL(headers.location ?? '');
    expect(sent.searchParams.get('code_challenge_method')).toBe('S256');
    const back = await provider.browser().signIn(sent.href, 's-member');
    const answer = await visitor.open(back);
    expect([answer.status, answer.headers.location]).toEqual([303, '/my/interests']);
    expect((await visitor.open('/my')).status).toBe(200);
    expect(await newest('account.signed-in')).toEqual({ actor: memberAccount, payload: { method: 'oidc' } });
    expect(await newest('account.linked-to-provider')).toMatchObject({
      payload: { issuer: provider.issuer },
    });
  });

  it('is found again by the provider’s own id of them, whatever their address is now', async () => {
    provider.people.set('s-member', { email: 'married@elsewhere.example', name: 'Ada Member' });
    expect((await comeBack(app.visitor(), 's-member')).headers.location).toBe('/my');
  });

  it('is not somebody else who was given their address', async () => {
    provider.people.set('s-successor', { email: 'cllr@council.example', name: 'New Person' });
    const visitor = app.visitor();
    const answer = await comeBack(visitor, 's-successor');
    expect([answer.status, mainText(answer)]).toEqual([
      403,
      expect.stringContaining('linked to another person'),
    ]);
    expect(await isNobody(visitor)).toBe(true);
  });
});

describe('somebody who has no account that they may use', () => {
  it.each([
    [
      'whom nobody has given access',
      { email: 'stranger@council.example' },
      'There is no account for you here',
    ],
    [
      'whose address is of another domain',
      { email: 'officer@elsewhere.example' },
      'We cannot tell which account',
    ],
    [
      'whose address is said to be unproven',
      { email: 'x@council.example', email_verified: false },
      'We cannot tell',
    ],
    ['without an address', {}, 'We cannot tell which account'],
  ])('%s is told so, and no account is made', async (_, claims, words) => {
    provider.people.set('s-stranger', claims);
    const before = (await app.get(Accounts).all()).length;
    const visitor = app.visitor();
    const answer = await comeBack(visitor, 's-stranger');
    expect([answer.status, mainText(answer)]).toEqual([403, expect.stringContaining(words)]);
    expect(await isNobody(visitor)).toBe(true);
    expect((await app.get(Accounts).all()).length).toBe(before);
  });

  it('as its account was disabled, or is the administrator’s, is told so', async () => {
    const admin = await app.addPerson('admin@council.example', { isAdministrator: true });
    const id = await app.addPerson('left@council.example');
    provider.people.set('s-left', { email: 'left@council.example' });
    expect((await comeBack(app.visitor(), 's-left')).status).toBe(303);
    await app.get(Accounts).disable(id, { kind: 'person', accountId: admin });
    const left = await comeBack(app.visitor(), 's-left');
    expect([left.status, mainText(left)]).toEqual([
      403,
      expect.stringContaining('Your account here is closed'),
    ]);
    provider.people.set('s-admin', { email: 'admin@council.example' });
    expect(mainText(await comeBack(app.visitor(), 's-admin'))).toContain(
      'looks after this whole installation',
    );
    expect(await newest('sign-in.failed')).toEqual({
      actor: 'sign-in',
      payload: { method: 'oidc', reason: 'administrator' },
    });
  });
});

describe('groups', () => {
  /** An auditor may not. */
  const OFFICERS_ALONE = '/officer/reminders/pause';

  const roles = async (accountId: string): Promise<string[]> =>
    (await wyre.inUnit((uow) => app.get(Roles).ofAccount(uow, accountId)))
      .filter(({ toOn }) => toOn === null)
      .map(({ role, groupIssuer }) => `${role} ${groupIssuer === null ? 'by hand' : 'by group'}`)
      .sort();
  const idOf = async (email: string): Promise<string> =>
    (await app.get(Accounts).all()).find((each) => each.email === email)?.id ?? '';

  it('make an account for somebody new, and give and end its roles at each sign-in, within the day too', async () => {
    const person = { email: 'lawyer@council.example', name: 'Lee Lawyer' };
    provider.people.set('s-lawyer', { ...person, groups: ['legal', 'tennis'] });
    const visitor = app.visitor();
    expect((await comeBack(visitor, 's-lawyer')).headers.location).toBe('/officer');
    const id = await idOf(person.email);
    expect(await roles(id)).toEqual(['monitoring-officer by group']);
    expect((await visitor.open(OFFICERS_ALONE)).status).toBe(200);
    expect(await newest('role.granted')).toMatchObject({ actor: 'openid-provider' });

    provider.people.set('s-lawyer', { ...person, groups: ['audit'] });
    await comeBack(app.visitor(), 's-lawyer');
    expect(await roles(id)).toEqual(['auditor by group']);
    expect(await newest('role.ended')).toMatchObject({
      actor: 'openid-provider',
      payload: { role: 'monitoring-officer' },
    });
    // The session from before is no officer’s any more, today already.
    expect((await visitor.open(OFFICERS_ALONE)).status).toBe(403);
  });

  it('never touch a role that a person gave', async () => {
    const id = await app.addPerson('deputy@council.example');
    const role = { accountId: id, role: 'monitoring-officer', fromOn: '2017-01-01' } as const;
    await wyre.inUnit((uow) => app.get(Roles).grant(uow, role));
    provider.people.set('s-deputy', { email: 'deputy@council.example', groups: ['legal', 'audit'] });
    await comeBack(app.visitor(), 's-deputy');
    expect(await roles(id)).toEqual(['auditor by group', 'monitoring-officer by hand']);
    provider.people.set('s-deputy', { email: 'deputy@council.example', groups: [] });
    await comeBack(app.visitor(), 's-deputy');
    expect(await roles(id)).toEqual(['monitoring-officer by hand']);
  });

  it('that are more than the provider tells let nobody in', async () => {
    provider.people.set('s-busy', { email: 'deputy@council.example', groups: undefined });
    provider.lie = (claims) => ({ claims: { ...claims, _claim_names: { groups: 'src1' } } });
    expect(mainText(await comeBack(app.visitor(), 's-deputy'))).not.toContain('Wyrefordshire');
    const answer = await comeBack(app.visitor(), 's-busy');
    expect([answer.status, mainText(answer)]).toEqual([403, expect.stringContaining('more groups')]);
  });
});

it('each attempt asks anew: state, nonce and the challenge of the code are no other attempt’s', async () => {
  const asked = await Promise.all(
    [app.visitor(), app.visitor()].map(async (visitor) => (await visitor.open(START)).headers.location ?? ''),
  );
  for (const name of ['state', 'nonce', 'code_challenge']) {
    const words = asked.map((address) => new URL(address).searchParams.get(name));
    expect(words).toEqual([expect.stringMatching(/^[\w-]{43}$/), expect.stringMatching(/^[\w-]{43}$/)]);
    expect({ name, differ: words[0] !== words[1] }).toEqual({ name, differ: true });
  }
});

describe('an answer that must not be believed', () => {
  const without = (claim: string, claims: JWTPayload): JWTPayload =>
    Object.fromEntries(Object.entries(claims).filter(([name]) => name !== claim));
  const hourAgo = Math.floor(Date.now() / 1_000) - 3_600;
  it.each<[string, NonNullable<OpenIdProvider['lie']>]>([
    ['of another issuer', (claims) => ({ claims: { ...claims, iss: 'https://evil.example' } })],
    ['for another application', (claims) => ({ claims: { ...claims, aud: 'somebody-else' } })],
    [
      'for several applications, none of which it names as ours',
      (claims) => ({ claims: { ...claims, aud: ['a', 'b'] } }),
    ],
    ['to another question (nonce)', (claims) => ({ claims: { ...claims, nonce: 'replayed' } })],
    ['without the nonce', (claims) => ({ claims: without('nonce', claims) })],
    ['that has expired', (claims) => ({ claims: { ...claims, iat: hourAgo, exp: hourAgo + 60 } })],
    ['signed by another key', (claims) => ({ claims, hand: 'other' })],
    ['signed by nobody (alg none)', (claims) => ({ claims, hand: 'none' })],
    ['about nobody', (claims) => ({ claims: without('sub', claims) })],
    ['about somebody else than its other half', (claims) => ({ claims: { ...claims, sub: 's-other' } })],
  ])('%s', async (_, lie) => {
    provider.lie = lie;
    const visitor = app.visitor();
    const answer = await comeBack(visitor, 's-member');
    expect([answer.status, mainText(answer)]).toEqual([403, expect.stringContaining('we do not trust it')]);
    expect(answer.text).not.toContain('stack');
    expect(await isNobody(visitor)).toBe(true);
  });

  it('with the state of another attempt, or of none', async () => {
    const visitor = app.visitor();
    const { headers } = await visitor.open(START);
    const back = await provider.browser().signIn(headers.location ?? '', 's-member');
    const other = await visitor.open(back.replace(/state=[^&]+/, 'state=forged'));
    expect([other.status, await isNobody(visitor)]).toEqual([403, true]);
    // The attempt is spent with it: the right answer comes too late.
    expect((await visitor.open(back)).status).toBe(400);
    expect((await visitor.open(`${START}/answer`)).status).toBe(400);
  });

  it('in another browser than the one that asked: a link with a code signs nobody in', async () => {
    const { headers } = await app.visitor().open(START);
    const back = await provider.browser().signIn(headers.location ?? '', 's-member');
    const victim = app.visitor();
    expect((await victim.open(back)).status).toBe(400);
    const victimAsked = app.visitor();
    await victimAsked.open(START);
    expect((await victimAsked.open(back)).status).toBe(403);
    expect(await isNobody(victimAsked)).toBe(true);
  });

  it('that was used before, with its code, state and all', async () => {
    const visitor = app.visitor();
    const { headers } = await visitor.open(START);
    const back = await provider.browser().signIn(headers.location ?? '', 's-member');
    expect((await visitor.open(back)).status).toBe(303);
    expect((await visitor.open(back)).status).toBe(400);
    // A code that the provider has given out already, in an attempt of its own.
    const again = app.visitor();
    const next = new URL((await again.open(START)).headers.location ?? '').searchParams.get('state') ?? '';
    const replayed = await again.open(back.replace(/state=[^&]+/, `state=${next}`));
    expect([replayed.status, await isNobody(again)]).toEqual([403, true]);
  });

  it('that came after a quarter of an hour', async () => {
    const visitor = app.visitor();
    const { headers } = await visitor.open(START);
    const back = await provider.browser().signIn(headers.location ?? '', 's-member');
    await app.owner.query(
      `update session set sess = jsonb_set(sess::jsonb, '{oidc,at}', to_jsonb((sess #>> '{oidc,at}')::bigint - 901000))::json
       where sess->'oidc' is not null`,
    );
    expect((await visitor.open(back)).status).toBe(400);
  });

  it('that the provider itself refuses to give', async () => {
    const visitor = app.visitor();
    const { headers } = await visitor.open(START);
    const state = new URL(headers.location ?? '').searchParams.get('state') ?? '';
    const { issuer } = provider;
    const refused = await visitor.open(
      `${START}/answer?${new URLSearchParams({ error: 'access_denied', state, iss: issuer }).toString()}`,
    );
    expect([refused.status, mainText(refused)]).toEqual([403, expect.stringContaining('was cancelled')]);
  });
});

describe('a provider', () => {
  it('that is away, or breaks off midway, is said to be, and signs in again once it is back', async () => {
    const visitor = app.visitor();
    const { headers } = await visitor.open(START);
    const back = await provider.browser().signIn(headers.location ?? '', 's-member');
    provider.isAway = true;
    const answer = await visitor.open(back);
    expect([answer.status, mainText(answer)]).toEqual([503, expect.stringContaining('cannot be reached')]);
    provider.isAway = false;
    expect((await comeBack(visitor, 's-member')).status).toBe(303);
  });

  it('is asked for its description again until it gives its own, and never over http in production', async () => {
    const setting = {
      ...{
        id: 'council',
        name: 'x',
        issuer: provider.issuer,
        clientId: CLIENT.id,
        clientSecret: CLIENT.secret,
      },
      ...{ groupsClaim: 'groups', groups: [], emailDomains: [] },
    };
    const providersOf = (production: boolean): Providers =>
      new Providers({ ...readConfig({}), production, oidc: [setting] });
    const providers = providersOf(false);
    provider.isAway = true;
    await expect(providers.find('council')).rejects.toThrow('fetch failed');
    provider.isAway = false;
    provider.saysItIsAnother = true;
    await expect(providers.find('council')).rejects.toThrow('does not match the expected issuer');
    provider.saysItIsAnother = false;
    expect((await providers.find('council'))?.issuer).toBe(provider.issuer);
    await expect(providersOf(true).find('council')).rejects.toThrow('only requests to HTTPS');
  });

  it('that is not here is a page that is not found', async () => {
    expect((await app.visitor().open('/sign-in/openid-connect/nobody')).status).toBe(404);
    expect((await app.visitor().open('/sign-out/openid-connect/nobody')).status).toBe(404);
  });
});

describe('showing again that it is they', () => {
  it('is asked of the provider, goes on in a new session, and is for the same person alone', async () => {
    const [visitor, browser] = [app.visitor(), provider.browser()];
    await comeBack(visitor, 's-member', browser);
    const asked = await visitor.open('/sign-in/openid-connect?again=1&returnTo=%2Fmy');
    expect(new URL(asked.headers.location ?? '').searchParams.get('max_age')).toBe('0');
    const done = await visitor.open(await browser.signIn(asked.headers.location ?? '', 's-member'));
    expect([done.headers.location, String(done.headers['set-cookie'])]).toEqual([
      '/my',
      expect.stringContaining('probity='),
    ]);
    const { rows } = await app.owner.query<{ stepped: string | null }>(
      `select sess #>> '{signedIn,steppedUpAt}' as stepped from session
       where account_id = $1 order by last_used_at desc limit 1`,
      [memberAccount],
    );
    expect(Number(rows[0]?.stepped)).toBeGreaterThan(0);
    // A provider that asked for nothing, as the person was signed in there from before.
    const unasked = await visitor.open('/sign-in/openid-connect?again=1');
    provider.lie = (claims) => ({ claims: { ...claims, auth_time: Number(claims.iat) - 3_600 } });
    const unproven = await visitor.open(await browser.signIn(unasked.headers.location ?? '', 's-member'));
    expect([unproven.status, mainText(unproven)]).toEqual([
      403,
      expect.stringContaining('we do not trust it'),
    ]);
    provider.lie = undefined;
    const again = await visitor.open('/sign-in/openid-connect?again=1');
    const other = await visitor.open(
      await provider.browser().signIn(again.headers.location ?? '', 's-deputy'),
    );
    expect([other.status, mainText(other)]).toEqual([403, expect.stringContaining('somebody else')]);
    expect((await visitor.open('/my')).status).toBe(200);
  });
});

describe('signing out', () => {
  it('here offers to sign out there too; and signing out there ends every session that it began, once', async () => {
    const [visitor, browser] = [app.visitor(), provider.browser()];
    await comeBack(visitor, 's-member', browser);
    const elsewhere = app.visitor();
    await comeBack(elsewhere, 's-member');
    const second = app.visitor();
    await comeBack(second, 's-member', browser);
    const left = await visitor.fill('/sign-out', {});
    const page = await visitor.open(left.headers.location ?? '');
    expect(page.text).toContain('href="/sign-out/openid-connect/council"');
    const { headers } = await visitor.open('/sign-out/openid-connect/council');
    expect((await second.open('/my')).status).toBe(200);
    const end = await browser.signOut(headers.location ?? '');
    expect(end).toBe(`${PUBLIC_URL}/sign-out`);
    // The provider tells us through the back channel, of that browser's session alone.
    expect(provider.logoutTokens).toHaveLength(1);
    expect(await isNobody(second)).toBe(true);
    expect((await elsewhere.open('/my')).status).toBe(200);
    expect(await newest('account.signed-out-by-provider')).toMatchObject({ actor: 'openid-provider' });

    const replayed = await app
      .visitor()
      .send('/oidc/back-channel-logout', { logout_token: provider.logoutTokens[0] ?? '' });
    expect([replayed.status, replayed.body]).toMatchObject([400, { error_description: 'used-before' }]);
  });

  const EVENTS = { 'http://schemas.openid.net/event/backchannel-logout': {} };
  const now = Math.floor(Date.now() / 1_000);
  const good = (jti: string): Record<string, unknown> => ({
    ...{ iss: provider.issuer, aud: CLIENT.id, sub: 's-member', events: EVENTS },
    ...{ iat: now, exp: now + 120, jti },
  });

  it('there by a token that is forged, late or no logout token ends nothing', async () => {
    const visitor = app.visitor();
    await comeBack(visitor, 's-member');
    const bad: [Record<string, unknown>, ('own' | 'other' | 'none')?][] = [
      [good('other-key'), 'other'],
      [good('no-key'), 'none'],
      [{ ...good('issuer'), iss: 'https://evil.example' }],
      [{ ...good('audience'), aud: 'somebody-else' }],
      [{ ...good('late'), iat: now - 3_600, exp: now - 3_000 }],
      [{ ...good('old'), iat: now - 3_600, exp: now + 3_600 }],
      [{ ...good('id-token'), events: undefined }],
      [{ ...good('nonce'), nonce: 'an-id-token-has-one' }],
      [{ ...good('nobody'), sub: undefined }],
      [{ ...good('x'), jti: undefined }],
    ];
    for (const [claims, hand] of bad) {
      const token = await provider.sign(JSON.parse(JSON.stringify(claims)) as JWTPayload, hand);
      const { status } = await app.visitor().send('/oidc/back-channel-logout', { logout_token: token });
      expect([claims.jti, status]).toEqual([claims.jti, 400]);
    }
    expect((await app.visitor().send('/oidc/back-channel-logout', {})).status).toBe(400);
    expect((await visitor.open('/my')).status).toBe(200);
    const token = await provider.sign(good('right'));
    expect((await app.visitor().send('/oidc/back-channel-logout', { logout_token: token })).status).toBe(200);
    expect(await isNobody(visitor)).toBe(true);
  });

  it('there through the browser (front channel) ends the session that is named, and no other', async () => {
    const visitor = app.visitor();
    await comeBack(visitor, 's-member');
    const { rows } = await app.owner.query<{ sid: string }>(
      `select sess #>> '{signedIn,provider,session}' as sid from session
       where account_id = $1 order by last_used_at desc limit 1`,
      [memberAccount],
    );
    const address = (sid: string): string =>
      `/oidc/front-channel-logout?${new URLSearchParams({ iss: provider.issuer, sid }).toString()}`;
    expect((await app.visitor().open(address('guessed'))).status).toBe(200);
    expect((await visitor.open('/my')).status).toBe(200);
    await app.visitor().open(address(rows[0]?.sid ?? ''));
    expect(await isNobody(visitor)).toBe(true);
  });
});

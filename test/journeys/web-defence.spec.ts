/**
 * A site behind a reverse proxy that ends TLS, with the limits of a small room: what is sent to it raw, too long, too
 * slowly, too often, forged or without a token.
 */
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RequestMethod } from '@nestjs/common';
import { startApp, PASSWORD, type TestApp } from '../support/app.js';
import { routesOf, type StatedRoute } from '../support/stated-routes.js';

const PER_MINUTE = 500;
const MOST_HEADER_BYTES = 16 * 1024;
/** Where the proxy says that somebody asks from; each test comes from elsewhere, so that counts do not meet. */
let lastPlace = 0;
const somewhere = (): string => `203.0.113.${++lastPlace}`;

let app: TestApp;
let routes: StatedRoute[];

beforeAll(async () => {
  app = await startApp({
    env: {
      PUBLIC_URL: 'https://probity.example',
      TRUSTED_PROXIES: 'loopback',
      REQUESTS_PER_MINUTE: String(PER_MINUTE),
      SECURITY_CONTACT: 'mailto:security@probity.example',
    },
    serverLimits: {
      ...{
        headersTimeout: 1_500,
        requestTimeout: 2_000,
        keepAliveTimeout: 500,
        connectionsCheckingInterval: 100,
      },
      ...{ maxHeaderSize: MOST_HEADER_BYTES, maxHeadersCount: 100, maxConnections: 20 },
      maxRequestsPerSocket: 10_000,
    },
  });
  await app.addPerson('ann@example.org', { name: 'Ann Example' });
  routes = routesOf(app);
});
afterAll(() => app.close());

/** Asks as the proxy does: over plain HTTP, saying that the person came by https. */
function ask(
  path: string,
  { from = somewhere(), headers = {}, ...rest }: RequestInit & { from?: string } = {},
): Promise<Response> {
  const proxied = { 'x-forwarded-for': from, 'x-forwarded-proto': 'https', accept: 'text/html' };
  return fetch(`${app.url}${path}`, {
    ...{ redirect: 'manual', headers: { ...proxied, ...(headers as Record<string, string>) } },
    ...rest,
  });
}

const cookiesOf = (response: Response): string[] => response.headers.getSetCookie();
const sent = (cookies: readonly string[]): string =>
  cookies.map((cookie) => cookie.split(';')[0] ?? '').join('; ');

/** Somebody who is signed in: their cookies, and the token of their session. */
async function signedIn(): Promise<{ cookie: string; cookies: string[] }> {
  const form = await ask('/sign-in');
  const _csrf = /name="_csrf" value="([^"]+)"/.exec(await form.text())?.[1] ?? '';
  const answer = await ask('/sign-in', {
    method: 'POST',
    headers: { cookie: sent(cookiesOf(form)), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ _csrf, email: 'ann@example.org', password: PASSWORD }).toString(),
  });
  expect(answer.status).toBe(303);
  return { cookie: sent(cookiesOf(answer)), cookies: cookiesOf(answer) };
}

/** Writes these parts to a connection one after the other; gives what came back until it was closed. */
function raw(parts: readonly string[], { pauseMs = 0 } = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(app.url);
    const socket = connect(Number(port), '127.0.0.1');
    const heard: Buffer[] = [];
    let closed = false;
    socket.on('data', (part) => heard.push(part));
    // A server that cuts a connection may do so while we still write.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      closed = true;
      resolve(Buffer.concat(heard).toString('latin1'));
    });
    const write = async (): Promise<void> => {
      for (const part of parts) {
        if (closed) return;
        socket.write(part);
        if (pauseMs > 0) await new Promise((after) => setTimeout(after, pauseMs));
      }
    };
    write().catch(reject);
  });
}

const HEAD = 'Host: probity.example\r\nConnection: close\r\n';
const statusOf = (answer: string): string => /^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 'cut';

describe('headers and bodies', () => {
  const withHeader = (bytes: number): Promise<string> =>
    raw([`GET /health/live HTTP/1.1\r\n${HEAD}X: ${'x'.repeat(bytes)}\r\n\r\n`]);

  it('are read up to their limit, and refused beyond it', async () => {
    expect(statusOf(await withHeader(MOST_HEADER_BYTES - 200))).toBe('200');
    expect(statusOf(await withHeader(MOST_HEADER_BYTES + 1))).toBe('431');
  });

  it('that have two lengths, one that is none, or no host are refused', async () => {
    const twice = `POST /sign-in HTTP/1.1\r\n${HEAD}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /my HTTP/1.1\r\n\r\n`;
    expect(statusOf(await raw([twice]))).toBe('400');
    expect(statusOf(await raw([`POST /sign-in HTTP/1.1\r\n${HEAD}Content-Length: -1\r\n\r\n`]))).toBe('400');
    expect(statusOf(await raw(['GET / HTTP/1.1\r\nConnection: close\r\n\r\n']))).toBe('400');
  });

  it.each([
    ['a form of more than two megabytes', 'application/x-www-form-urlencoded', `a=${'x'.repeat(2_200_000)}`],
    ['JSON of more than two megabytes', 'application/json', JSON.stringify({ a: 'x'.repeat(2_200_000) })],
    ['a form of more than a thousand fields', 'application/x-www-form-urlencoded', 'a=1&'.repeat(1_001)],
  ])('%s is refused unread', async (_, type, body) => {
    const { cookie } = await signedIn();
    const answer = await ask('/account', { method: 'POST', headers: { cookie, 'content-type': type }, body });
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('That is too large');
  });

  it.each([
    ['JSON that is none', 'application/json', '{"a":', 'identity'],
    ['a body in a form of packing that nobody knows', 'application/x-www-form-urlencoded', 'a=1', 'squeezed'],
  ])('%s is refused without an error of ours', async (_, type, body, encoding) => {
    const headers = { 'content-type': type, 'content-encoding': encoding };
    const answer = await ask('/sign-in', { method: 'POST', headers, body });
    expect(answer.status).toBeLessThan(500);
    expect(answer.status).toBeGreaterThanOrEqual(400);
  });
});

describe('slow clients', () => {
  it('that never end their headers are cut', async () => {
    const dribble = ['GET / HTTP/1.1\r\n', ...Array.from({ length: 40 }, () => 'X: y\r\n')];
    const answer = await raw(dribble, { pauseMs: 100 });
    expect(['408', 'cut']).toContain(statusOf(answer));
    expect(answer).not.toContain('200 OK');
  });
  it('that never end their body are cut', async () => {
    const start = `POST /sign-in HTTP/1.1\r\n${HEAD}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\n`;
    const answer = await raw([start, ...Array.from({ length: 40 }, () => 'a')], { pauseMs: 100 });
    expect(['408', 'cut']).toContain(statusOf(answer));
  });
  it('that ask nothing more on an open connection are closed', async () => {
    const answer = await raw(['GET /health/live HTTP/1.1\r\nHost: probity.example\r\n\r\n']);
    expect(statusOf(answer)).toBe('200');
  });
  it('that take every connection are the only ones who wait: who comes once they are cut is served', async () => {
    const held = Array.from({ length: 40 }, () => raw(['GET / HTTP/1.1\r\n']));
    const cut = await Promise.all(held);
    // Those beyond the most connections are closed at once, unheard; the others when their time is up.
    expect(cut.filter((answer) => answer === '').length).toBeGreaterThanOrEqual(20);
    expect((await ask('/health/live')).status).toBe(200);
  });
});

describe('who asks too often', () => {
  it('from one address is told to wait, and nobody else is', async () => {
    const from = somewhere();
    const statuses = new Set<number>();
    for (let asked = 0; asked < PER_MINUTE; asked += 10) {
      const ten = Array.from({ length: 10 }, () => ask('/health/live', { from }));
      for (const { status } of await Promise.all(ten)) statuses.add(status);
    }
    expect(statuses).toEqual(new Set([200]));
    const refused = await ask('/health/live', { from });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ask('/api/v1/anything', { from })).headers.get('content-type')).toMatch('problem+json');
    // What a client says of itself before the proxy adds its word counts for nothing.
    expect((await ask('/health/live', { from: `198.51.100.7, ${from}` })).status).toBe(429);
    expect((await ask('/health/live')).status).toBe(200);
  });
});

describe('cookies', () => {
  it('are for this host alone, over https alone, and out of reach of scripts and of other sites’ forms', async () => {
    const { cookies } = await signedIn();
    expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(
      expect.arrayContaining(['__Host-probity', 'probity-device']),
    );
    for (const cookie of cookies) {
      expect(cookie).toMatch(/; HttpOnly/i);
      expect(cookie).toMatch(/; Secure/i);
      expect(cookie).toMatch(/; SameSite=Lax/i);
      expect(cookie).not.toMatch(/; Domain=/i);
    }
    expect(cookies.find((cookie) => cookie.startsWith('__Host-'))).toMatch(/; Path=\/;/);
  });
  it('of a visitor that nobody signed, or that was changed, open nothing', async () => {
    const { cookie } = await signedIn();
    const changed = cookie.replace(
      /(probity=s%3A.)(.)/,
      (_, kept: string, one: string) => kept + (one === 'a' ? 'b' : 'a'),
    );
    expect(changed).not.toBe(cookie);
    expect((await ask('/account', { headers: { cookie } })).status).toBe(200);
    for (const forged of [changed, '__Host-probity=s%3Aabc.def', '__Host-probity=abc', 'probity=1']) {
      const answer = await ask('/account', { headers: { cookie: forged } });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in?returnTo=%2Faccount']);
    }
  });
});

describe('every change', () => {
  it('without the token of its session is refused, whatever it is, but for what programs send', async () => {
    const { cookie } = await signedIn();
    // The session has a token from now on: it is not there, rather than not known.
    expect(await (await ask('/account', { headers: { cookie } })).text()).toContain('_csrf');
    const heard: string[] = [];
    const changing = routes.filter(({ method }) => method !== RequestMethod.GET);
    expect(changing.length).toBeGreaterThan(80);
    const from = somewhere();
    for (const { method, path } of changing) {
      const address = path.replace(/[:*]\w+/g, '6b1f0e0e-0000-4000-8000-000000000000');
      const headers = {
        cookie,
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'cross-site',
      };
      const answer = await ask(address, {
        from,
        method: RequestMethod[method],
        headers,
        body: '_csrf=forged',
      });
      const refused = answer.status === 403 && (await answer.text()).includes('Your form was open too long');
      if (!refused) heard.push(path);
    }
    // Each of them proves itself in its own way: a bearer token, a signed token, an address that nobody can guess.
    expect(heard.filter((path) => !PROGRAMS.some((own) => own.test(path)))).toEqual([]);
  });
});

const PROGRAMS = [
  /^\/callbacks\/notify$/,
  /^\/reminders\/off\//,
  /^\/api\//,
  /^\/oidc\/back-channel-logout$/,
];

describe('what every answer says', () => {
  it('is what a browser may do with it: pages, files, refusals and mistakes alike', async () => {
    for (const path of [
      '/',
      '/sign-in',
      '/nowhere',
      '/my',
      '/assets/app.js',
      '/assets/none.js',
      '/health/live',
      '/rulebook',
    ]) {
      const { headers } = await ask(path);
      const policy = headers.get('content-security-policy') ?? '';
      for (const said of [
        ...["default-src 'none'", "object-src 'none'", "base-uri 'none'", "form-action 'self'"],
        ...["frame-ancestors 'none'", "require-trusted-types-for 'script'", 'upgrade-insecure-requests'],
      ])
        expect({ path, policy: policy.split(';') }).toEqual({
          path,
          policy: expect.arrayContaining([said]) as unknown,
        });
      expect(policy).not.toMatch(/unsafe|\*|https?:|data:(?!;)(?=.*script)/);
      expect(Object.fromEntries(headers)).toMatchObject({
        'strict-transport-security': expect.stringMatching(/max-age=\d{8}/) as unknown,
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()') as unknown,
      });
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });
  it('names no host but that of PUBLIC_URL, whatever the request names', async () => {
    const host = 'evil.example';
    for (const path of ['/my', '/.well-known/security.txt', '/sign-in']) {
      const answer = await raw([
        `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nX-Forwarded-Host: ${host}\r\nX-Forwarded-Proto: https\r\nConnection: close\r\n\r\n`,
      ]);
      expect(answer).not.toContain(host);
    }
  });
});

describe('security.txt', () => {
  it('names the contact, and a day within the year until which it stands', async () => {
    const answer = await ask('/.well-known/security.txt');
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    const lines = (await answer.text()).split('\n');
    expect(lines).toEqual([
      'Contact: mailto:security@probity.example',
      expect.stringMatching(/^Expires: \d{4}-\d\d-\d\dT[\d:.]+Z$/),
      'Preferred-Languages: en',
      'Canonical: https://probity.example/.well-known/security.txt',
      '',
    ]);
    const days = (Date.parse(lines[1]?.slice('Expires: '.length) ?? '') - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(30);
    expect(days).toBeLessThan(365);
  });
});

describe('where somebody is sent after signing in', () => {
  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/%0d%0aSet-Cookie:x',
    '/a\r\nSet-Cookie: x',
    'javascript:alert(1)',
  ])('is never %j', async (returnTo) => {
    const form = await ask('/sign-in');
    const _csrf = /name="_csrf" value="([^"]+)"/.exec(await form.text())?.[1] ?? '';
    const answer = await ask('/sign-in', {
      method: 'POST',
      headers: { cookie: sent(cookiesOf(form)), 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ _csrf, returnTo, email: 'ann@example.org', password: PASSWORD }).toString(),
    });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toMatch(/^\/(?![/\\])/);
    expect(cookiesOf(answer).join()).not.toContain('Set-Cookie');
  });
});

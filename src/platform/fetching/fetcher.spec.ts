import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Fetcher, PUBLIC_INTERNET, type Reach } from './index.js';

const fixture = (name: string): string =>
  readFileSync(new URL(`../../../test/fixtures/moderngov/${name}`, import.meta.url), 'utf8');
const CERTIFICATE = fixture('server-certificate.pem');
const HERE = 'https://moderngov.example';

/** A real server on this machine, which the tests' reach allows and the product's does not. */
let server: Server;
let port: number;
let asked: IncomingMessage[] = [];
let answer: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;

beforeAll(async () => {
  server = createServer({ key: fixture('server-key.pem'), cert: CERTIFICATE }, (request, response) => {
    asked.push(request);
    answer(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  ({ port } = server.address() as AddressInfo);
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

/** A fetcher for which `moderngov.example` is the server above, and nothing else exists. */
function fetcher(more: Partial<Reach> = {}): Fetcher {
  asked = [];
  return new Fetcher({
    ...PUBLIC_INTERNET,
    resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
    allows: (address) => address === '127.0.0.1',
    ...{ port, ca: CERTIFICATE, connectMilliseconds: 2_000, wholeMilliseconds: 4_000 },
    ...more,
  });
}
const answers = (status: number, headers: Record<string, string> = {}, body: string | Buffer = ''): void => {
  answer = (_, response) => void response.writeHead(status, headers).end(body);
};
const XML = { 'Content-Type': 'text/xml; charset=utf-8' };

describe('what is fetched', () => {
  it.each([
    ['plain', '', (text: string) => Buffer.from(text)],
    ['packed', 'gzip', (text: string) => gzipSync(text)],
  ])('comes as it was sent: %s', async (_, encoding, packed) => {
    answers(200, { ...XML, ...(encoding && { 'Content-Encoding': encoding }) }, packed('<committees/>'));
    const fetched = await fetcher().fetchXml(`${HERE}/mgWebService.asmx/GetCommittees`);
    expect('bytes' in fetched && Buffer.from(fetched.bytes).toString()).toBe('<committees/>');
    expect(asked[0]).toMatchObject({ url: '/mgWebService.asmx/GetCommittees', method: 'GET' });
    const { host, 'user-agent': agent, authorization, cookie } = asked[0]?.headers ?? {};
    expect(host).toMatch(/^moderngov\.example/);
    expect(agent).toContain('Probity');
    expect([authorization, cookie]).toEqual([undefined, undefined]);
  });

  it.each([
    ['a bot shield', 403, {}, 'forbidden'],
    ['an address that is not there', 404, {}, 'not-found'],
    ['a fault of the server', 500, {}, 'answered-with-an-error'],
    ['a page', 200, { 'Content-Type': 'text/html' }, 'not-xml'],
    ['no kind at all', 200, {}, 'not-xml'],
    ['another packing', 200, { ...XML, 'Content-Encoding': 'zstd' }, 'not-xml'],
    ['a wrong packing', 200, { ...XML, 'Content-Encoding': 'gzip' }, 'broken-off'],
  ] as const)('is refused where the answer is %s', async (_, status, headers, refused) => {
    answers(status, headers, '<committees/>');
    expect(await fetcher().fetchXml(HERE)).toEqual({ refused });
  });

  it('is refused as soon as it is too large, packed or unpacked, whatever it says of its length', async () => {
    answers(200, XML, 'x'.repeat(2_001));
    expect(await fetcher({ mostBytes: 2_000 }).fetchXml(HERE)).toEqual({ refused: 'too-large' });
    answers(200, { ...XML, 'Content-Encoding': 'gzip' }, gzipSync('x'.repeat(50_000_000)));
    const before = process.memoryUsage().rss;
    expect(await fetcher({ mostBytes: 100_000 }).fetchXml(HERE)).toEqual({ refused: 'too-large' });
    expect(process.memoryUsage().rss - before).toBeLessThan(40_000_000);
  });

  it('is refused where it never ends, or breaks off', async () => {
    answer = (_, response) => void response.writeHead(200, XML).write('<committees>');
    expect(await fetcher({ wholeMilliseconds: 300 }).fetchXml(HERE)).toEqual({ refused: 'took-too-long' });
    answer = (_, response) => {
      response.writeHead(200, { ...XML, 'Content-Length': '100' }).write('<committees>');
      setTimeout(() => response.destroy(), 50);
    };
    expect(await fetcher().fetchXml(HERE)).toEqual({ refused: 'broken-off' });
  });

  it('is refused where nobody answers in time, not even the name', async () => {
    answer = () => undefined;
    expect(await fetcher({ wholeMilliseconds: 300 }).fetchXml(HERE)).toEqual({ refused: 'took-too-long' });
    const never = fetcher({ wholeMilliseconds: 100, resolve: () => new Promise(() => undefined) });
    expect(await never.fetchXml(HERE)).toEqual({ refused: 'took-too-long' });
  });

  it('is refused where the certificate is nobody’s, or another host’s', async () => {
    answers(200, XML, '<committees/>');
    const trusting = fetcher();
    expect(await trusting.fetchXml('https://other.example/')).toEqual({ refused: 'certificate' });
    const untrusting = new Fetcher({
      ...PUBLIC_INTERNET,
      ...{ port, allows: () => true },
      resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
    });
    expect(await untrusting.fetchXml(HERE)).toEqual({ refused: 'certificate' });
  });

  it('is refused where the host is unknown or nobody listens', async () => {
    answers(200, XML, '<committees/>');
    const unknown = (): Promise<never> => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' }));
    expect(await fetcher({ resolve: unknown }).fetchXml(HERE)).toEqual({ refused: 'unknown-host' });
    expect(await fetcher({ port: 9 }).fetchXml(HERE)).toEqual({ refused: 'unreachable' });
  });
});

describe('where an answer leads elsewhere', () => {
  const leadsTo = (location: string): void => {
    answer = (request, response) => {
      if (request.url === '/') response.writeHead(302, { Location: location }).end();
      else response.writeHead(200, XML).end('<committees/>');
    };
  };
  it('it is followed to the same host', async () => {
    leadsTo('/mgov/there');
    expect(await fetcher().fetchXml(`${HERE}/`)).toHaveProperty('bytes');
    expect(asked.map(({ url }) => url)).toEqual(['/', '/mgov/there']);
  });
  it.each([
    ['https://elsewhere.example/', 'leads-elsewhere'],
    ['http://moderngov.example/', 'not-https'],
    ['https://moderngov.example:8443/', 'other-port'],
    ['https://somebody@moderngov.example/', 'has-credentials'],
    ['https://169.254.169.254/latest/meta-data/', 'leads-elsewhere'],
    ['https://127.0.0.1/', 'leads-elsewhere'],
    ['file:///etc/passwd', 'no-address'],
    ['https://[', 'leads-elsewhere'],
  ])('it is not followed to %s', async (location, refused) => {
    leadsTo(location);
    expect(await fetcher().fetchXml(`${HERE}/`)).toEqual({ refused });
    expect(asked).toHaveLength(1);
  });
  it('it is not followed for ever', async () => {
    answers(302, { Location: '/' });
    expect(await fetcher().fetchXml(`${HERE}/`)).toEqual({ refused: 'leads-elsewhere' });
    expect(asked).toHaveLength(4);
  });
  it('the host is looked up and checked again, and may have moved inside', async () => {
    leadsTo('/there');
    let looked = 0;
    const moving = fetcher({
      resolve: () =>
        Promise.resolve([{ address: (looked += 1) === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }]),
    });
    expect(await moving.fetchXml(`${HERE}/`)).toEqual({ refused: 'inside-the-network' });
    expect(asked).toHaveLength(1);
  });
  it('a host whose name is looked up twice is reached at the address that was checked', async () => {
    answers(200, XML, '<committees/>');
    let looked = 0;
    const rebinding = fetcher({
      resolve: () =>
        Promise.resolve([{ address: (looked += 1) === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }]),
    });
    expect(await rebinding.fetchXml(HERE)).toHaveProperty('bytes');
    expect(looked).toBe(1);
  });
});

describe('the product', () => {
  /** As the product is, except that a name is looked up in this table and not in the world. */
  const NAMES: Readonly<Record<string, readonly string[]>> = {
    'inside.example': ['10.1.2.3'],
    'half-inside.example': ['8.8.8.8', '192.168.0.1'],
    'six-inside.example': ['fd00::1'],
  };
  const product = new Fetcher({
    ...PUBLIC_INTERNET,
    port: 9,
    resolve: (host) =>
      NAMES[host] === undefined
        ? PUBLIC_INTERNET.resolve(host)
        : Promise.resolve(NAMES[host].map((address) => ({ address, family: 4 }))),
  });
  it.each([
    ['https://127.0.0.1/', 'inside-the-network'],
    ['https://localhost/', 'inside-the-network'],
    ['https://LOCALHOST/', 'inside-the-network'],
    ['https://10.0.0.8/', 'inside-the-network'],
    ['https://169.254.169.254/latest/meta-data/', 'inside-the-network'],
    ['https://[::1]/', 'inside-the-network'],
    ['https://[::ffff:10.0.0.1]/', 'inside-the-network'],
    ['https://[fd00::1]/', 'inside-the-network'],
    ['https://2130706433/', 'inside-the-network'],
    ['https://0177.0.0.1/', 'inside-the-network'],
    ['https://0x7f.1/', 'inside-the-network'],
    ['https://127.1/', 'inside-the-network'],
    ['https://0/', 'inside-the-network'],
    ['https://１２７.0.0.1/', 'inside-the-network'],
    ['https://inside.example/', 'inside-the-network'],
    ['https://half-inside.example/', 'inside-the-network'],
    ['https://six-inside.example/', 'inside-the-network'],
    ['http://127.0.0.1/', 'not-https'],
    ['http://council.example/', 'not-https'],
    ['file:///etc/passwd', 'no-address'],
    ['gopher://council.example/', 'not-https'],
    ['https://council.example:8443/', 'other-port'],
    ['https://council.example:80/', 'other-port'],
    ['https://user:secret@council.example/', 'has-credentials'],
    ['https://user@council.example/', 'has-credentials'],
    ['council.example', 'no-address'],
    ['https://', 'no-address'],
    ['', 'no-address'],
    [`https://council.example/${'x'.repeat(2_000)}`, 'no-address'],
  ])('does not ask %j', async (address, refused) => {
    expect(await product.fetchXml(address)).toEqual({ refused });
  });
});

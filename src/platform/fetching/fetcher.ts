import { lookup } from 'node:dns/promises';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Fetched, FetchRefusal } from './fetched.js';
import { isPublicAddress } from './public-addresses.js';
import { readAtMost, TooLarge, unpackerOf } from './read-at-most.js';
import { whyItFailed } from './why-it-failed.js';

interface Address {
  readonly address: string;
  readonly family: number;
}

/** How far a fetcher reaches. The product has one only, `PUBLIC_INTERNET`; a test has a server of its own. */
export interface Reach {
  resolve(host: string): Promise<readonly Address[]>;
  allows(address: string): boolean;
  readonly port: number;
  /** A certificate to trust instead of those that Node.js trusts. */
  readonly ca?: string;
  readonly connectMilliseconds: number;
  readonly wholeMilliseconds: number;
  readonly mostBytes: number;
}

export const PUBLIC_INTERNET: Reach = {
  resolve: (host) => lookup(host, { all: true }),
  allows: isPublicAddress,
  port: 443,
  connectMilliseconds: 10_000,
  wholeMilliseconds: 45_000,
  mostBytes: 10 * 1024 * 1024,
};

const MOST_REDIRECTS = 3;
const REDIRECTS = [301, 302, 303, 307, 308];
const HEADERS = {
  Accept: 'text/xml, application/xml',
  'Accept-Encoding': 'gzip, deflate, br',
  'User-Agent': 'Probity (imports the directory of a council)',
};

/**
 * Fetches XML from an address that a person typed, so it trusts neither the person nor whoever answers: https on its own
 * port, to public addresses only, within limits of time and size. The connection goes to the very address that was
 * checked, so a name that is resolved anew to another one gains nothing.
 */
export class Fetcher {
  constructor(private readonly reach: Reach) {}

  async fetchXml(typed: string): Promise<Fetched> {
    const first = checkedUrl(typed);
    if (typeof first === 'string') return { refused: first };
    const whole = AbortSignal.timeout(this.reach.wholeMilliseconds);
    let url = first;
    for (let followed = 0; followed <= MOST_REDIRECTS; followed += 1) {
      const answer = await this.#ask(url, whole);
      if (!('leadsTo' in answer)) return answer;
      const next = checkedUrl(answer.leadsTo);
      if (typeof next === 'string') return { refused: next };
      if (next.hostname !== url.hostname) return { refused: 'leads-elsewhere' };
      url = next;
    }
    return { refused: 'leads-elsewhere' };
  }

  /** One request. Whatever goes wrong on the way becomes a refusal. */
  async #ask(url: URL, whole: AbortSignal): Promise<Fetched | { leadsTo: string }> {
    try {
      const addresses = await this.#addressesOf(url, whole);
      if (addresses.length === 0) return { refused: 'unknown-host' };
      if (!addresses.every(({ address }) => this.reach.allows(address)))
        return { refused: 'inside-the-network' };
      return await this.#read(await this.#connect(url, addresses, whole), url, whole);
    } catch (error) {
      return { refused: whole.aborted ? 'took-too-long' : whyItFailed(error) };
    }
  }

  async #addressesOf({ hostname }: URL, whole: AbortSignal): Promise<readonly Address[]> {
    // An IPv6 address stands in brackets.
    const resolved = this.reach.resolve(hostname.replace(/^\[|\]$/g, ''));
    // Asking for a name cannot be stopped, but nobody need wait for it.
    const late = new Promise<never>((_, reject) => {
      whole.addEventListener(
        'abort',
        () => {
          reject(whole.reason as Error);
        },
        { once: true },
      );
    });
    return Promise.race([resolved, late]);
  }

  async #connect(url: URL, addresses: readonly Address[], whole: AbortSignal): Promise<IncomingMessage> {
    const { port, ca, connectMilliseconds } = this.reach;
    return new Promise((resolve, reject) => {
      const asked = request(url, {
        // A connection of its own: a pooled one may lead to an address that nobody has checked.
        ...{ agent: false, port, lookup: pinnedTo(addresses), signal: whole, headers: HEADERS },
        ...(ca !== undefined && { ca }),
      });
      const slow = setTimeout(() => asked.destroy(new DOMException('', 'TimeoutError')), connectMilliseconds);
      asked.once('socket', (socket) =>
        socket.once('secureConnect', () => {
          clearTimeout(slow);
        }),
      );
      asked.once('response', resolve);
      asked.once('error', reject);
      asked.once('close', () => {
        clearTimeout(slow);
      });
      asked.end();
    });
  }

  async #read(
    response: IncomingMessage,
    url: URL,
    whole: AbortSignal,
  ): Promise<Fetched | { leadsTo: string }> {
    const refused = (why: FetchRefusal): Fetched => {
      response.destroy();
      return { refused: why };
    };
    const { statusCode = 0, headers } = response;
    if (REDIRECTS.includes(statusCode)) {
      response.destroy();
      const to = parsed(headers.location ?? '', url.href);
      return to === undefined ? { refused: 'leads-elsewhere' } : { leadsTo: to.href };
    }
    if ([401, 403, 429].includes(statusCode)) return refused('forbidden');
    if ([404, 410].includes(statusCode)) return refused('not-found');
    if (statusCode !== 200) return refused('answered-with-an-error');
    const unpacker = unpackerOf(headers['content-encoding'] ?? '');
    if (!isXml(headers['content-type'] ?? '') || unpacker === undefined) return refused('not-xml');
    try {
      return { bytes: await readAtMost(response, unpacker, this.reach.mostBytes) };
    } catch (error) {
      if (error instanceof TooLarge) return { refused: 'too-large' };
      return { refused: whole.aborted ? 'took-too-long' : 'broken-off' };
    }
  }
}

/** The address as it may be asked, or why it may not. A number that stands for an address is read as that address. */
function checkedUrl(typed: string): URL | FetchRefusal {
  const url = typed.length > 2_000 ? undefined : parsed(typed.trim());
  if (url === undefined || url.hostname === '') return 'no-address';
  if (url.protocol !== 'https:') return 'not-https';
  if (url.username !== '' || url.password !== '') return 'has-credentials';
  if (url.port !== '') return 'other-port';
  return url;
}

function parsed(text: string, base?: string): URL | undefined {
  return URL.canParse(text, base) ? new URL(text, base) : undefined;
}

function isXml(contentType: string): boolean {
  return /^(?:text|application)\/(?:[\w.-]+\+)?xml\s*(?:;|$)/i.test(contentType.trim());
}

/** Answers with the addresses that were checked, whatever the name is resolved to by now. */
function pinnedTo(addresses: readonly Address[]): LookupFunction {
  return (_host, options, answer) => {
    const [first] = addresses;
    if (options.all === true) answer(null, [...addresses]);
    else answer(null, first?.address ?? '', first?.family);
  };
}

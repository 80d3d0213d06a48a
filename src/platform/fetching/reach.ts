import { lookup } from 'node:dns/promises';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { FetchRefusal } from './fetched.js';
import { isPublicAddress } from './public-addresses.js';

export interface Address {
  readonly address: string;
  readonly family: number;
}

/** How far a fetcher or a poster reaches. The product has one only, `PUBLIC_INTERNET`; a test has a server of its own. */
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

/** What is asked of the other side. */
export interface Asking {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * The addresses that a name stands for, or why none of them may be asked.
 * @throws what the resolver threw, or the reason of the signal
 */
export async function addressesOf(
  { hostname }: URL,
  reach: Reach,
  whole: AbortSignal,
): Promise<readonly Address[] | FetchRefusal> {
  // An IPv6 address stands in brackets.
  const resolved = reach.resolve(hostname.replace(/^\[|\]$/g, ''));
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
  const addresses = await Promise.race([resolved, late]);
  if (addresses.length === 0) return 'unknown-host';
  return addresses.every(({ address }) => reach.allows(address)) ? addresses : 'inside-the-network';
}

/** Asks the very addresses that were checked, whatever the name is resolved to by now. */
export async function connect(
  url: URL,
  addresses: readonly Address[],
  reach: Reach,
  whole: AbortSignal,
  { method, headers, body }: Asking,
): Promise<IncomingMessage> {
  const { port, ca, connectMilliseconds } = reach;
  return new Promise((resolve, reject) => {
    const asked = request(url, {
      // A connection of its own: a pooled one may lead to an address that nobody has checked.
      ...{ agent: false, port, lookup: pinnedTo(addresses), signal: whole, method, headers },
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
    asked.end(body);
  });
}

/** The address as it may be asked, or why it may not. A number that stands for an address is read as that address. */
export function checkedUrl(typed: string): URL | FetchRefusal {
  const url = typed.length > 2_000 ? undefined : parsed(typed.trim());
  if (url === undefined || url.hostname === '') return 'no-address';
  if (url.protocol !== 'https:') return 'not-https';
  if (url.username !== '' || url.password !== '') return 'has-credentials';
  if (url.port !== '') return 'other-port';
  return url;
}

export function parsed(text: string, base?: string): URL | undefined {
  return URL.canParse(text, base) ? new URL(text, base) : undefined;
}

/** Answers with the addresses that were checked, whatever the name is resolved to by now. */
function pinnedTo(addresses: readonly Address[]): LookupFunction {
  return (_host, options, answer) => {
    const [first] = addresses;
    if (options.all === true) answer(null, [...addresses]);
    else answer(null, first?.address ?? '', first?.family);
  };
}

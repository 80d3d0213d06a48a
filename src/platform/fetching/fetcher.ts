import type { IncomingMessage } from 'node:http';
import type { Fetched, FetchRefusal } from './fetched.js';
import { addressesOf, checkedUrl, connect, parsed, type Reach } from './reach.js';
import { readAtMost, TooLarge, unpackerOf } from './read-at-most.js';
import { whyItFailed } from './why-it-failed.js';

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
      const addresses = await addressesOf(url, this.reach, whole);
      if (typeof addresses === 'string') return { refused: addresses };
      const asking = { method: 'GET', headers: HEADERS } as const;
      return await this.#read(await connect(url, addresses, this.reach, whole, asking), url, whole);
    } catch (error) {
      return { refused: whole.aborted ? 'took-too-long' : whyItFailed(error) };
    }
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

function isXml(contentType: string): boolean {
  return /^(?:text|application)\/(?:[\w.-]+\+)?xml\s*(?:;|$)/i.test(contentType.trim());
}

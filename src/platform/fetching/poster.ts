import type { FetchRefusal } from './fetched.js';
import { addressesOf, checkedUrl, connect, type Reach } from './reach.js';
import { whyItFailed } from './why-it-failed.js';

/** What came of sending something: the status of the answer, or why there was none. */
export type Posted = { readonly status: number } | { readonly refused: FetchRefusal };

/**
 * Sends to an address that a person registered, with the same distrust as a fetcher: https on its own port, to public
 * addresses only, over a connection to the very address that was checked. No redirect is followed, and of the answer nothing is
 * read but its status.
 */
export class Poster {
  constructor(private readonly reach: Reach) {}

  /** Why an address may not be registered; undefined where it may. Where its name leads is asked anew at each sending. */
  async refuses(typed: string): Promise<FetchRefusal | undefined> {
    const url = checkedUrl(typed);
    if (typeof url === 'string') return url;
    try {
      const signal = AbortSignal.timeout(this.reach.connectMilliseconds);
      const addresses = await addressesOf(url, this.reach, signal);
      return typeof addresses === 'string' ? addresses : undefined;
    } catch (error) {
      return whyItFailed(error);
    }
  }

  async post(typed: string, headers: Readonly<Record<string, string>>, body: string): Promise<Posted> {
    const url = checkedUrl(typed);
    if (typeof url === 'string') return { refused: url };
    const whole = AbortSignal.timeout(this.reach.wholeMilliseconds);
    try {
      const addresses = await addressesOf(url, this.reach, whole);
      if (typeof addresses === 'string') return { refused: addresses };
      const length = { 'Content-Length': String(Buffer.byteLength(body)) };
      const asking = { method: 'POST', headers: { ...headers, ...length }, body } as const;
      const response = await connect(url, addresses, this.reach, whole, asking);
      response.destroy();
      return { status: response.statusCode ?? 0 };
    } catch (error) {
      return { refused: whole.aborted ? 'took-too-long' : whyItFailed(error) };
    }
  }
}

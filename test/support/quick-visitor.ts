import { PASSWORD, type TestApp } from './app.js';

/** What came back, in short. */
export interface QuickAnswer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  /** Where a redirect leads; '' where there is none. */
  readonly location: string;
  /** Neither signed in nor permitted: the route refused, whatever was asked for. */
  readonly refused: boolean;
}

/** A browser for thousands of requests: cookies, no redirects, and refusals as short JSON instead of pages. */
export class QuickVisitor {
  #cookies = new Map<string, string>();
  /** The token that every form of the session carries. */
  token = '';

  constructor(private readonly url: string) {}

  static async of(app: TestApp, email?: string): Promise<QuickVisitor> {
    const visitor = new QuickVisitor(app.url);
    await visitor.#takeToken('/sign-in');
    if (email === undefined) return visitor;
    const { status, location } = await visitor.post('/sign-in', { email, password: PASSWORD });
    if (status !== 303) throw new Error(`${email} could not sign in: ${status}`);
    // Where they were sent first, as a browser does.
    await visitor.get(location);
    await visitor.#takeToken('/sign-out');
    return visitor;
  }

  get(path: string): Promise<QuickAnswer> {
    return this.#ask(path, {});
  }

  /** Sends a form with the session’s token. */
  post(
    path: string,
    words: Readonly<Record<string, string>> | readonly [string, string][] = {},
  ): Promise<QuickAnswer> {
    const pairs = Array.isArray(words) ? (words as [string, string][]) : Object.entries(words);
    const body = new URLSearchParams([['_csrf', this.token], ...pairs]).toString();
    return this.#ask(path, {
      ...{ method: 'POST', body },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  }

  async #takeToken(path: string): Promise<void> {
    const { text, status } = await this.get(path);
    this.token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
    if (this.token === '')
      throw new Error(`${path} has no form: ${status}, ${[...this.#cookies.keys()].join()}`);
  }

  async #ask(path: string, given: RequestInit): Promise<QuickAnswer> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { accept: 'application/json', ...(cookie && { cookie }), ...(given.headers as object) };
    const answer = await fetch(`${this.url}${path}`, { ...given, redirect: 'manual', headers });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.#cookies.set(name, value);
    }
    const text = await answer.text();
    const { status } = answer;
    return {
      ...{ status, text, location: answer.headers.get('location') ?? '' },
      type: answer.headers.get('content-type') ?? '',
      refused: status === 401 || (status === 403 && text.includes('"title":"Forbidden","status":403}')),
    };
  }
}

import request, { type Response, type Test } from 'supertest';

/** What a form is filled with, by the names of its inputs. A list stands for several ticked boxes. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

/** Somebody with a browser that keeps cookies and runs no JavaScript. Redirects are answers, and are not followed. */
export class Visitor {
  readonly #agent: ReturnType<typeof request.agent>;

  constructor(url: string) {
    this.#agent = request.agent(url).set('Accept', 'text/html');
  }

  open(path: string): Test {
    return this.#agent.get(path);
  }

  /** Opens a page, fills its form in and sends it, as a person does: whatever the form hides is sent with it. */
  async fill(path: string, answers: Answers, options: { form?: string } = {}): Promise<Response> {
    const form = formOf(await this.open(path), options.form);
    return this.send(form.action ?? path, { ...form.hidden, ...answers });
  }

  /**
   * Sends a form that was opened earlier, or one that no page made. Nothing is added.
   * @param from the network address that a proxy in front names, where TRUSTED_PROXIES holds loopback
   */
  async send(path: string, body: Answers, from?: string): Promise<Response> {
    const sent = this.#post(path, body);
    return from === undefined ? sent : sent.set('X-Forwarded-For', from);
  }

  /** The same where the answer is a file: `body` is then its bytes. */
  async download(path: string, body: Answers): Promise<Response> {
    return this.#post(path, body)
      .buffer(true)
      .parse((stream, give) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          give(null, Buffer.concat(parts));
        });
      });
  }

  #post(path: string, body: Answers): Test {
    const words = Object.entries(body).flatMap(([name, word]) =>
      [word].flat().map((each): [string, string] => [name, each]),
    );
    return this.#agent.post(path).type('form').send(new URLSearchParams(words).toString());
  }
}

/** What a person reads in the main part of a page, without the marks. */
export function mainText({ text }: { text: string }): string {
  const main = /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? text;
  return unescaped(main.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

/** A form in the main part of a page: the one whose action holds the words given, or the first. */
export function formOf(
  { text }: { text: string },
  actionHolds?: string,
): { action: string | undefined; hidden: Record<string, string> } {
  const main = /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? '';
  const forms = [...main.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)];
  const found = forms.find(([, head = '']) => actionHolds === undefined || head.includes(actionHolds));
  if (found === undefined) throw new Error(`There is no such form on the page: ${mainText({ text })}`);
  const [, head = '', inside = ''] = found;
  const hidden = [...inside.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  const action = /action="([^"]*)"/.exec(head)?.[1];
  return {
    action: action === undefined ? undefined : unescaped(action),
    hidden: Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, unescaped(value)])),
  };
}

function unescaped(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
}

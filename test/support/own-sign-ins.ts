import { simpleParser } from 'mailparser';
import { TOTP } from 'otpauth';
import { SignInLinks } from '../../src/identity/index.js';
import type { TestApp } from './app.js';
import type { MailServer } from './mail-server.js';
import { formOf, mainText, type Visitor } from './visitor.js';

/** The code that an app shows, or showed or will show some steps from now. */
export const codeOf = (secret: string, steps = 0): string =>
  new TOTP({ secret }).generate({ timestamp: Date.now() + steps * 30_000 });

/** What arrived by mail with a link in it. */
export interface Delivered {
  /** The link, from its first slash. */
  readonly path: string;
  readonly to: string;
  readonly text: string;
  readonly subject: string;
}

/** People of one application and their own sign-in. Machine time is moved honestly: rows are written as if earlier. */
export class OwnSignIns {
  #made = 0;

  constructor(
    private readonly app: TestApp,
    private readonly mail: MailServer,
  ) {}

  /** Somebody new with an account, who is signed in. */
  async somebody(
    options: { isAdministrator?: boolean } = {},
  ): Promise<{ id: string; email: string; visitor: Visitor }> {
    const email = `person-${++this.#made}@parish.example`;
    const id = await this.app.addPerson(email, { name: 'Olwen Marsh', ...options });
    return { id, email, visitor: await this.app.signIn(email) };
  }

  /** Somebody who must have a second step, and has one. */
  async administrator(): Promise<{ id: string; secret: string; visitor: Visitor }> {
    const { id, visitor } = await this.somebody({ isAdministrator: true });
    return { id, visitor, secret: await this.setUpApp(visitor) };
  }

  /** Does what the worker does: sends what was asked for last. @returns what arrived, if anything did */
  async delivered(): Promise<Delivered | undefined> {
    const { rows } = await this.app.owner.query<{ id: string }>(
      'select id from sign_in_link order by asked_at desc, id limit 1',
    );
    const before = this.mail.received.length;
    await this.app.get(SignInLinks).send(rows[0]?.id ?? '');
    if (this.mail.received.length === before) return undefined;
    const message = await simpleParser(this.mail.received.at(-1) ?? '');
    const path = /https?:\/\/[^/\s]+(\/\S+)/.exec(message.text ?? '')?.[1] ?? '';
    const to = [message.to].flat()[0]?.text ?? '';
    return { path, to, text: message.text ?? '', subject: message.subject ?? '' };
  }

  /** As if the links of this address had been asked for so much earlier. */
  async linksAsked(email: string, secondsAgo: number): Promise<void> {
    await this.app.owner.query(
      `update sign_in_link set expires_at = expires_at - $1 * interval '1 second', asked_at = asked_at - $1 * interval '1 second'
       where account_id = (select id from account where email = $2)`,
      [secondsAgo, email],
    );
  }

  /** As if this person had signed in, and shown anything else, so many minutes earlier. */
  async signedIn(accountId: string, minutesAgo: number): Promise<void> {
    const { rows } = await this.app.owner.query<{ sid: string; sess: { signedIn: object } }>(
      'select sid, sess from session where account_id = $1',
      [accountId],
    );
    for (const { sid, sess } of rows) {
      const moved = Object.fromEntries(
        Object.entries(sess.signedIn).map(([name, value]: [string, unknown]) => [
          name,
          typeof value === 'number' ? value - minutesAgo * 60_000 : value,
        ]),
      );
      const earlier = { ...sess, signedIn: moved };
      await this.app.owner.query('update session set sess = $2 where sid = $1', [sid, earlier]);
    }
  }

  /** Sets up an app for somebody who has no recovery codes. @returns its secret */
  async setUpApp(visitor: Visitor): Promise<string> {
    const page = await visitor.open('/account/code-app');
    const secret = /([A-Z2-7]{4} ){7}[A-Z2-7]{4}/.exec(mainText(page))?.[0].replaceAll(' ', '') ?? '';
    const { hidden } = formOf(page);
    const answer = await visitor.send('/account/code-app', { ...hidden, code: codeOf(secret) });
    if (answer.headers.location !== '/account/recovery-codes?done=code-app') {
      throw new Error(`The app was not set up: ${mainText(answer)}`);
    }
    return secret;
  }

  /** A code is worth once: as if the last one had been used a while ago. */
  async forgetLastCode(accountId: string): Promise<void> {
    await this.app.owner.query('update code_app set last_step = 1 where account_id = $1', [accountId]);
  }

  /** What the record says of an account, in order. */
  async events(accountId: string): Promise<string[]> {
    const { rows } = await this.app.owner.query<{ action: string }>(
      'select action from audit_event where subject_id = $1 order by position',
      [accountId],
    );
    return rows.map(({ action }) => action);
  }
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { simpleParser, type ParsedMail } from 'mailparser';
import { Accounts, AccountNotices, Factors, Passwords, RecoveryCodes } from '../../src/identity/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { done } from '../support/council.js';
import { startMailServer, type MailServer } from '../support/mail-server.js';
import { codeOf, OwnSignIns } from '../support/own-sign-ins.js';
import { formOf, mainText } from '../support/visitor.js';

const GOOD = 'three silver kettles';

let app: TestApp;
let mail: MailServer;
let own: OwnSignIns;
let notices: AccountNotices;

beforeAll(async () => {
  mail = await startMailServer();
  app = await startApp({ env: { SMTP_URL: mail.url } });
  own = new OwnSignIns(app, mail);
  notices = app.get(AccountNotices);
});
afterAll(async () => {
  await app.close();
  await mail.close();
});

/** Does what the worker does with everything that is owed. @returns what arrived, in that order */
async function delivered(): Promise<ParsedMail[]> {
  const before = mail.received.length;
  for (const id of await notices.owed()) await notices.send(id);
  return Promise.all(mail.received.slice(before).map((raw) => simpleParser(raw)));
}
const subjects = (mails: readonly ParsedMail[]): (string | undefined)[] =>
  mails.map(({ subject }) => subject);
const changed = (accountId: string): Promise<void> =>
  app.get(Passwords).change(accountId, GOOD, 'no session');

describe('a change of how somebody signs in', () => {
  it('is told to them by mail: each kind, in the order in which they came', async () => {
    const { id, email, visitor } = await own.somebody();
    const secret = await own.setUpApp(visitor);
    await app.get(RecoveryCodes).make(id);
    await visitor.fill('/account/code-app', {}, { form: 'remove' });
    const answer = await visitor.fill('/account/password', { password: GOOD });
    expect(answer.headers.location).toBe('/account?done=password');
    await app.owner.query(
      `insert into passkey (id, account_id, credential_id, public_key, name, added_at)
       values (gen_random_uuid(), $1, $2, '\\x01', 'Phone', now())`,
      [id, `credential-${id}`],
    );
    done(await app.get(Factors).removeAll(id, { kind: 'system', name: 'test' }));

    const mails = await delivered();
    expect(subjects(mails)).toEqual([
      'Probity: an app that makes codes was added',
      'Probity: new recovery codes were made',
      'Probity: the app that makes codes was removed',
      'Probity: your password was changed',
      'Probity: your second step was taken away',
    ]);
    for (const { to, text = '', html } of mails) {
      expect([to].flat().map((one) => one?.text)).toEqual([email]);
      expect(text).toContain('If this was not you');
      // No link, and nothing of whom or by what.
      for (const told of ['://', 'www', 'Olwen', 'Phone', GOOD, secret, email])
        expect([told, text.includes(told)]).toEqual([told, false]);
      expect(html).toBe(false);
    }
    expect(await delivered()).toEqual([]);
  });

  it('is told with its moment on the clock of London, in summer too', async () => {
    const { id } = await own.somebody();
    await changed(id);
    await app.owner.query(
      `update account_notice set happened_at = '2026-07-31T23:05:00Z' where account_id = $1`,
      [id],
    );
    const [{ text } = { text: '' }] = await delivered();
    expect(text).toContain('Your password was changed. This was on 1 August 2026 at 00:05, London time.');
  });

  it('a first password by a link is told once, and a link that was used already tells nothing', async () => {
    const email = 'invited@parish.example';
    const { id } = done(
      await app.get(Accounts).create({ email, name: 'Una Marsh' }, { kind: 'system', name: 'test' }),
    );
    const visitor = app.visitor();
    await visitor.fill('/forgotten-password', { email });
    const path = (await own.delivered())?.path ?? '';
    const { hidden } = formOf(await visitor.open(path));
    const both = await Promise.all([1, 2].map(() => visitor.send(path, { ...hidden, password: GOOD })));
    expect(both.map(({ status }) => status).sort()).toEqual([303, 404]);
    expect(await own.events(id)).toContain('account.password-chosen');
    expect(subjects(await delivered())).toEqual(['Probity: you have a password']);
  });

  it('that did not happen is told to nobody', async () => {
    const { visitor } = await own.somebody();
    const page = await visitor.open('/account/code-app');
    const secret = /([A-Z2-7]{4} ){7}[A-Z2-7]{4}/.exec(mainText(page))?.[0].replaceAll(' ', '') ?? '';
    const { hidden } = formOf(page);
    const wrong = String((Number(codeOf(secret)) + 1) % 1_000_000).padStart(6, '0');
    expect((await visitor.send('/account/code-app', { ...hidden, code: wrong })).status).toBe(400);
    expect((await visitor.fill('/account/password', { password: 'short' })).status).toBe(400);
    expect(await delivered()).toEqual([]);
  });
});

describe('a mail server that fails', () => {
  it('loses neither the change nor the message: it goes when the server is back, under one Message-ID', async () => {
    const { id, email } = await own.somebody();
    mail.next.push('break-off', 'put-off');
    await changed(id);
    expect(await app.get(Accounts).authenticate(email, GOOD)).toMatchObject({ id });
    const [noticeId = ''] = await notices.owed();
    const before = mail.received.length;
    // The server has it, and nobody here knows; then it puts the second try off.
    await expect(notices.send(noticeId)).rejects.toThrow();
    await expect(notices.send(noticeId)).rejects.toThrow();
    expect(await notices.owed()).toEqual([noticeId]);
    await notices.send(noticeId);
    expect(await notices.owed()).toEqual([]);
    const arrived = await Promise.all(mail.received.slice(before).map((raw) => simpleParser(raw)));
    expect(new Set(arrived.map(({ messageId }) => messageId))).toEqual(new Set([`<${noticeId}@probity>`]));
  });

  it('and refuses the reader for good is in the record, where an administrator finds it', async () => {
    const { id } = await own.somebody();
    await changed(id);
    mail.next.push('no-such-reader');
    expect(await delivered()).toEqual([]);
    expect(await notices.owed()).toEqual([]);
    const { rows } = await app.owner.query<{ payload: unknown }>(
      `select payload from audit_event join audit_payload using (authority_id, position)
       where action = 'account.notice-refused' and subject_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ payload: { change: 'password-changed', reason: 'address-refused' } }]);
  });

  it('is tried by the worker’s own round, also for somebody who was disabled because of the change', async () => {
    const worker = await startApp({ env: { SMTP_URL: mail.url, PROBITY_PROCESS: 'all' } });
    try {
      const id = await worker.addPerson('disabled@parish.example');
      await worker.get(Passwords).change(id, GOOD, 'no session');
      done(await worker.get(Accounts).disable(id, { kind: 'system', name: 'test' }));
      mail.next.push('put-off');
      const before = mail.received.length;
      await worker.get(AccountNotices).handOn();
      for (const until = performance.now() + 30_000; performance.now() < until;) {
        if ((await worker.get(AccountNotices).owed()).length === 0) break;
        await new Promise((wake) => setTimeout(wake, 50));
      }
      expect(mail.received.length).toBe(before + 1);
      expect(await worker.get(AccountNotices).owed()).toEqual([]);
    } finally {
      await worker.close();
    }
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignInLinks, type OpenLink } from '../../src/identity/index.js';
import { PASSWORD, startApp, type TestApp } from '../support/app.js';
import { insideTheQueue } from '../support/inside-the-queue.js';
import { startMailServer, type MailServer } from '../support/mail-server.js';
import { OwnSignIns } from '../support/own-sign-ins.js';
import { formOf, mainText } from '../support/visitor.js';

let app: TestApp;
let mail: MailServer;
let own: OwnSignIns;

const GOOD = 'three silver kettles';
/** A provider of this installation, which nobody asks anything here. */
const IDP = 'https://idp.example';

/** As if somebody had signed in at a provider. */
const signedInAt = (issuer: string, accountId: string): Promise<unknown> =>
  app.owner.query(
    `insert into provider_account (issuer, subject, account_id, linked_at) values ($1, $2::uuid::text, $2, now())`,
    [issuer, accountId],
  );

beforeAll(async () => {
  mail = await startMailServer();
  const idp = { OIDC_ISSUER: IDP, OIDC_CLIENT_ID: 'probity', OIDC_CLIENT_SECRET: 'never asked' };
  app = await startApp({ env: { SMTP_URL: mail.url, SECOND_STEP: 'officers', ...idp } });
  own = new OwnSignIns(app, mail);
});
afterAll(async () => {
  await app.close();
  await mail.close();
});

describe('a link to sign in', () => {
  it('opens once, in the browser that asked, and only when its button is pressed', async () => {
    const { id, email } = await own.somebody();
    const visitor = app.visitor();
    await visitor.fill('/sign-in/link', { email });
    const path = (await own.delivered())?.path ?? '';
    await app.visitor().open(path).expect(404);
    // Nor in one that asked for a link of its own.
    const other = app.visitor();
    await other.fill('/sign-in/link', { email: 'somebody-else@parish.example' });
    await other.open(path).expect(404);
    // A program that looks through mail opens it first.
    await visitor.open(path).expect(200);
    const { hidden } = formOf(await visitor.open(path));
    const answer = await visitor.send(path, hidden);
    expect([answer.status, answer.headers.location]).toEqual([303, '/']);
    expect((await visitor.open('/account')).status).toBe(200);
    await visitor.open(path).expect(404);
    const { rows } = await app.owner.query<{ method: string }>(
      `select payload->>'method' as method from audit_event join audit_payload using (authority_id, position)
       where action = 'account.signed-in' and subject_id = $1 order by position`,
      [id],
    );
    expect(rows.map(({ method }) => method)).toEqual(['password', 'mail-link']);
  });

  it('is used by one of two at the same moment, and by nobody whose time ran out while they looked at it', async () => {
    const links = app.get(SignInLinks);
    const opened = async (): Promise<OpenLink> => {
      const { email } = await own.somebody();
      await app.visitor().fill('/sign-in/link', { email });
      const token = (await own.delivered())?.path.split('/').at(-1) ?? '';
      const link = await links.opened(token, 'sign-in');
      if (link === undefined) throw new Error('It does not open.');
      return link;
    };
    const link = await opened();
    const both = await Promise.all([links.use(link), links.use(link)]);
    expect(both.filter(Boolean)).toHaveLength(1);
    const late = await opened();
    await own.linksAsked(late.email, 15 * 60 + 1);
    expect(await links.use(late)).toBe(false);
  });

  it('is not sent to whoever signs in at a provider, nor to a disabled account', async () => {
    const { id, email } = await own.somebody();
    await signedInAt(IDP, id);
    await app.visitor().fill('/sign-in/link', { email });
    expect(await own.delivered()).toBeUndefined();
    const other = await own.somebody();
    await app.owner.query('update account set disabled_at = now() where id = $1', [other.id]);
    await app.visitor().fill('/sign-in/link', { email: other.email });
    expect(await own.delivered()).toBeUndefined();
  });
});

describe('somebody whom an administrator adds', () => {
  it('chooses their own password by the link that they are sent', async () => {
    const { visitor: admin } = await own.administrator();
    const person = { name: 'Ivo Tarn', email: 'ivo@parish.example' };
    const weak = await admin.fill('/admin/people/add', { ...person, password: 'ivo tarn ivo' });
    expect(mainText(weak)).toContain('must not be made of your own name');
    const added = await admin.fill('/admin/people/add', { ...person, password: '' });
    expect(added.headers.location).toMatch(/\?done=person-invited$/);
    const message = await own.delivered();
    expect(message).toMatchObject({ to: person.email, subject: 'Probity: choose your password' });
    const chosen = await app.visitor().fill(message?.path ?? '', { password: GOOD });
    expect(chosen.status).toBe(303);
    const answer = await app.visitor().fill('/sign-in', { email: person.email, password: GOOD });
    expect(answer.status).toBe(303);
  });

  it('is sent another one from their page, and their lost second step is removed there', async () => {
    const { visitor: admin, id: adminId } = await own.administrator();
    const { id, email, visitor } = await own.somebody();
    await own.setUpApp(visitor);
    expect((await admin.fill(`/admin/people/${id}`, {}, { form: 'invite' })).status).toBe(303);
    expect((await own.delivered())?.to).toBe(email);
    const removed = await admin.fill(`/admin/people/${id}`, {}, { form: 'remove-second-step' });
    expect(removed.headers.location).toMatch(/second-step-removed$/);
    expect((await visitor.open('/account')).status).toBe(303);
    const answer = await app.visitor().fill('/sign-in', { email, password: PASSWORD });
    expect(answer.headers.location).toBe('/');
    const { hidden } = formOf(await admin.open(`/admin/people/${id}`));
    const self = await admin.send(`/admin/people/${adminId}/remove-second-step`, hidden);
    expect(self.status).toBe(409);
  });
});

describe('somebody who signs in at a provider', () => {
  it('is sent no link by an administrator, and one that was sent before opens nothing any more', async () => {
    const { visitor: admin } = await own.administrator();
    const { id } = await own.somebody();
    const page = formOf(await admin.open(`/admin/people/${id}`), 'invite');
    await admin.send(page.action ?? '', page.hidden);
    const sent = (await own.delivered())?.path ?? '';
    await app.visitor().open(sent).expect(200);
    await signedInAt(IDP, id);
    const refused = await admin.send(page.action ?? '', page.hidden);
    expect([refused.status, mainText(refused)]).toEqual([
      409,
      expect.stringContaining('signs in with their council account, so there is no password to choose here'),
    ]);
    expect(await own.delivered()).toBeUndefined();
    const now = await admin.open(`/admin/people/${id}`);
    expect(mainText(now)).toContain('They sign in with their council account');
    expect(now.text).not.toContain(`${id}/invite`);
    await app.visitor().open(sent).expect(404);
    expect((await own.events(id)).filter((action) => action === 'account.invited')).toHaveLength(1);
  });

  it('that this installation has no longer is invited like anybody, so that nobody is shut out', async () => {
    const { visitor: admin } = await own.administrator();
    const { id, email } = await own.somebody();
    await signedInAt('https://idp-of-before.example', id);
    expect((await admin.fill(`/admin/people/${id}`, {}, { form: 'invite' })).status).toBe(303);
    const message = await own.delivered();
    expect(message?.to).toBe(email);
    expect((await app.visitor().fill(message?.path ?? '', { password: GOOD })).status).toBe(303);
  });
});

describe('a link that the queue lost', () => {
  it('is handed on by the next round, and one that is sent, used, over or nobody’s is not', async () => {
    const inside = insideTheQueue(app.app.options.connectionString ?? '');
    const waiting = async (): Promise<string[]> =>
      (await inside.bull.getWaiting())
        .filter(({ name }) => name === 'identity.link')
        .map(({ data }: { data: { id: string } }) => data.id);
    const ask = async (email: string): Promise<string> => {
      const before = new Set(await links());
      await app.visitor().fill('/forgotten-password', { email });
      return (await links()).find((id) => !before.has(id)) ?? '';
    };
    const links = async (): Promise<string[]> =>
      (await app.owner.query<{ id: string }>('select id from sign_in_link')).rows.map(({ id }) => id);
    await app.owner.query('delete from sign_in_link');
    const [lost, used, over, sent] = await Promise.all([1, 2, 3, 4].map(() => own.somebody()));
    const lostId = await ask(lost?.email ?? '');
    const usedId = await ask(used?.email ?? '');
    const overId = await ask(over?.email ?? '');
    await ask('nobody@parish.example');
    await app.owner.query('update sign_in_link set used_at = now() where id = $1', [usedId]);
    await app.owner.query(
      `update sign_in_link set expires_at = now() - interval '1 second', asked_at = now() - interval '2 seconds' where id = $1`,
      [overId],
    );
    await ask(sent?.email ?? '');
    await own.delivered();
    expect(await waiting()).toContain(lostId);
    await inside.bull.drain();
    expect(await waiting()).toEqual([]);
    await app.get(SignInLinks).handOn();
    expect(await waiting()).toEqual([lostId]);
    await inside.close();
    const before = mail.received.length;
    await app.get(SignInLinks).send(lostId);
    expect(mail.received).toHaveLength(before + 1);
  });
});

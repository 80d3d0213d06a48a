import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InterruptedForms, Roles } from '../../src/identity/index.js';
import { PASSWORD, startApp, type TestApp } from '../support/app.js';
import { foundCouncil, type Council } from '../support/council.js';
import { startMailServer, type MailServer } from '../support/mail-server.js';
import { addMember } from '../support/members.js';
import { codeOf, OwnSignIns } from '../support/own-sign-ins.js';
import { formOf, mainText } from '../support/visitor.js';

let app: TestApp;
let mail: MailServer;
let council: Council;
let own: OwnSignIns;

const GOOD = 'three silver kettles';
beforeAll(async () => {
  mail = await startMailServer();
  app = await startApp({ env: { SMTP_URL: mail.url, STEP_UP_MINUTES: '30', SECOND_STEP: 'officers' } });
  council = await foundCouncil(app);
  own = new OwnSignIns(app, mail);
});
afterAll(async () => {
  await app.close();
  await mail.close();
});

describe('a forgotten password', () => {
  it('is replaced by a link that works once; other sessions and links end, and nothing secret is kept', async () => {
    const { id, email, visitor } = await own.somebody();
    const stranger = app.visitor();
    const first = await stranger.fill('/forgotten-password', { email: email.toUpperCase() });
    expect(first.status).toBe(200);
    const older = await own.delivered();
    await stranger.fill('/forgotten-password', { email });
    const message = await own.delivered();
    expect(message?.to).toBe(email);
    expect(message?.text).not.toContain('Olwen');
    const token = message?.path.split('/').at(-1) ?? '';
    const { rows } = await app.owner.query<{ hash: string }>(
      `select encode(token_hash, 'hex') as hash from sign_in_link where account_id = $1`,
      [id],
    );
    expect(rows.map(({ hash }) => hash)).toContain(createHash('sha256').update(token).digest('hex'));

    const page = await stranger.open(message?.path ?? '');
    expect(page.headers['referrer-policy']).toBe('no-referrer');
    const common = await stranger.fill(message?.path ?? '', { password: 'P@ssw0rd1234' });
    expect(common.status).toBe(400);
    expect(mainText(common)).toContain('This password is easy to guess');
    expect(common.text).not.toContain('P@ssw0rd1234');
    const named = await stranger.fill(message?.path ?? '', { password: 'OlwenMarsh12' });
    expect(mainText(named)).toContain('must not be made of your own name');

    const { hidden } = formOf(await stranger.open(message?.path ?? ''));
    const chosen = await stranger.send(message?.path ?? '', { ...hidden, password: GOOD });
    expect([chosen.status, chosen.headers.location]).toEqual([303, '/sign-in']);
    expect((await stranger.send(message?.path ?? '', { ...hidden, password: GOOD })).status).toBe(404);
    await stranger.open(older?.path ?? '').expect(404);
    expect((await visitor.open('/account')).status).toBe(303);
    expect((await app.visitor().fill('/sign-in', { email, password: PASSWORD })).status).toBe(400);
    expect((await app.visitor().fill('/sign-in', { email, password: GOOD })).status).toBe(303);
    expect(await own.events(id)).toContain('account.password-changed');
  });

  it('answers a stranger as it answers a member, and sends nothing', async () => {
    const { email } = await own.somebody();
    const [known, unknown] = [
      await app.visitor().fill('/forgotten-password', { email }),
      await app.visitor().fill('/forgotten-password', { email: 'nobody@parish.example' }),
    ];
    expect(await own.delivered()).toBeUndefined();
    expect([unknown.status, mainText(unknown)]).toEqual([known.status, mainText(known)]);
  });

  it('is not replaced by a link that is too old, was cut short, made up, or made for signing in', async () => {
    const { email } = await own.somebody();
    const visitor = app.visitor();
    await visitor.fill('/forgotten-password', { email });
    const path = (await own.delivered())?.path ?? '';
    await visitor.open(path.slice(0, -1)).expect(404);
    await visitor.open(`/choose-password/${'A'.repeat(43)}`).expect(404);
    await own.linksAsked(email, 60 * 60 - 30);
    await visitor.open(path).expect(200);
    await own.linksAsked(email, 31);
    await visitor.open(path).expect(404);
    await visitor.fill('/sign-in/link', { email });
    const other = (await own.delivered())?.path.split('/').at(-1) ?? '';
    await visitor.open(`/choose-password/${other}`).expect(404);
  });

  it('is asked for five times an hour for one address, and a sixth message is not sent', async () => {
    const { email } = await own.somebody();
    for (let time = 1; time <= 5; time += 1) {
      await app.visitor().fill('/forgotten-password', { email });
      expect(await own.delivered()).toBeDefined();
    }
    const sixth = await app.visitor().fill('/forgotten-password', { email });
    expect(sixth.status).toBe(200);
    expect(await own.delivered()).toBeUndefined();
  });

  it('is sent again with another token when the mail server put it off', async () => {
    const { email } = await own.somebody();
    mail.next.push('put-off');
    await app.visitor().fill('/forgotten-password', { email });
    await expect(own.delivered()).rejects.toThrow();
    const path = (await own.delivered())?.path ?? '';
    await app.visitor().open(path).expect(200);
  });
});

describe('the id of a session', () => {
  const idIn = ({ headers }: { headers: Record<string, unknown> }): string =>
    /probity=s%3A([^.]+)\./.exec(String(headers['set-cookie']))?.[1] ?? '';

  it('is another one after each step of signing in and after showing again that it is they', async () => {
    const { id, email, visitor } = await own.somebody();
    const secret = await own.setUpApp(visitor);
    await own.forgetLastCode(id);
    const other = app.visitor();
    const ids = [idIn(await other.open('/sign-in'))];
    ids.push(idIn(await other.fill('/sign-in', { email, password: PASSWORD })));
    ids.push(idIn(await other.fill('/sign-in/second-step', { code: codeOf(secret) })));
    await own.forgetLastCode(id);
    ids.push(idIn(await other.fill('/sign-in/confirm', { code: codeOf(secret) })));
    expect(ids.map(({ length }) => length)).toEqual([32, 32, 32, 32]);
    expect(new Set(ids).size).toBe(4);
    expect((await other.open('/account')).status).toBe(200);
  });
});

describe('a second step', () => {
  it('is a code of an app: it is asked for after the password, and each is worth once', async () => {
    const { id, email, visitor } = await own.somebody();
    const secret = await own.setUpApp(visitor);
    const { rows } = await app.owner.query<{ secret: string }>(
      'select secret from code_app where account_id = $1',
      [id],
    );
    expect(rows[0]?.secret).not.toContain(secret);
    expect(mainText(await visitor.open('/account'))).toContain('Set up on');

    const other = app.visitor();
    const first = await other.fill('/sign-in', { email, password: PASSWORD, returnTo: '/rulebook' });
    expect(first.headers.location).toBe('/sign-in/second-step');
    expect((await other.open('/account')).headers.location).toContain('/sign-in?');
    // The code with which the app was set up was used by that.
    const used = await other.fill('/sign-in/second-step', { code: codeOf(secret, -1) });
    expect(used.status).toBe(400);
    await own.forgetLastCode(id);
    const code = codeOf(secret);
    expect(
      (await other.fill('/sign-in/second-step', { code: code === '000000' ? '1' : '000000' })).status,
    ).toBe(400);
    const right = await other.fill('/sign-in/second-step', { code });
    expect([right.status, right.headers.location]).toEqual([303, '/rulebook']);
    expect((await other.open('/account')).status).toBe(200);

    const third = app.visitor();
    await third.fill('/sign-in', { email, password: PASSWORD });
    expect((await third.fill('/sign-in/second-step', { code })).status).toBe(400);
    expect((await own.events(id)).filter((action) => action === 'sign-in.second-step-failed')).toHaveLength(
      3,
    );
  });

  it('is asked for after a link by mail too, and is not waited for longer than ten minutes', async () => {
    const { id, email, visitor } = await own.somebody();
    const secret = await own.setUpApp(visitor);
    await own.forgetLastCode(id);
    const other = app.visitor();
    await other.fill('/sign-in/link', { email });
    const answer = await other.fill((await own.delivered())?.path ?? '', {});
    expect(answer.headers.location).toBe('/sign-in/second-step');
    const { hidden } = formOf(await other.open('/sign-in/second-step'));
    const wait = (seconds: number): Promise<unknown> =>
      app.owner.query(
        `update session set sess = jsonb_set(sess::jsonb, '{pending,at}', to_jsonb((sess->'pending'->>'at')::bigint - $1::bigint * 1000))::json
         where sess->'pending'->>'accountId' = $2`,
        [seconds, id],
      );
    await wait(595);
    await other.open('/sign-in/second-step').expect(200);
    await wait(6);
    const late = await other.send('/sign-in/second-step', { ...hidden, code: codeOf(secret) });
    expect(late.headers.location).toBe('/sign-in');
  });

  it('is refused for a while after ten wrong ones, the right one included', async () => {
    const { id, email, visitor } = await own.somebody();
    const secret = await own.setUpApp(visitor);
    await own.forgetLastCode(id);
    const other = app.visitor();
    await other.fill('/sign-in', { email, password: PASSWORD });
    const { hidden } = formOf(await other.open('/sign-in/second-step'));
    for (let guess = 0; guess < 10; guess += 1) {
      const { status } = await other.send('/sign-in/second-step', { ...hidden, code: 'wrong-code' });
      expect(status).toBe(400);
    }
    const answer = await other.send('/sign-in/second-step', { ...hidden, code: codeOf(secret) });
    expect(answer.status).toBe(429);
  });

  it('is stood in for by a recovery code, once each; ten are shown once and kept as digests', async () => {
    const { id, email, visitor } = await own.somebody();
    // They stand in for a second step: without one there is nothing to make them for.
    const without = await visitor.open('/account/recovery-codes');
    expect([without.status, without.headers.location]).toEqual([303, '/account']);
    await own.setUpApp(visitor);
    const shown = await visitor.fill('/account/recovery-codes', {});
    const codes = mainText(shown).match(/\b[a-z2-9]{4}(-[a-z2-9]{4}){3}\b/g) ?? [];
    expect(new Set(codes).size).toBe(10);
    const { rows } = await app.owner.query<{ kept: string }>(
      'select row_to_json(r)::text as kept from recovery_code r where account_id = $1',
      [id],
    );
    expect(rows.filter(({ kept }) => codes.some((code) => kept.includes(code)))).toEqual([]);

    const with_ = async (code: string): Promise<number> => {
      const other = app.visitor();
      await other.fill('/sign-in', { email, password: PASSWORD });
      return (await other.fill('/sign-in/second-step', { code })).status;
    };
    const [first = '', second = ''] = codes;
    // Somebody else’s codes are none.
    const stranger = await own.somebody();
    await own.setUpApp(stranger.visitor);
    const theirs = app.visitor();
    await theirs.fill('/sign-in', { email: stranger.email, password: PASSWORD });
    expect((await theirs.fill('/sign-in/second-step', { code: first })).status).toBe(400);
    expect(await with_(first.toUpperCase().replaceAll('-', ' '))).toBe(303);
    expect(await with_(first)).toBe(400);
    expect(mainText(await visitor.open('/account'))).toContain('9 left');
    await visitor.fill('/account/recovery-codes', {});
    expect(await with_(second)).toBe(400);
  });

  it('is not set up with a key that was made for somebody else, or a wrong code', async () => {
    const [one, other] = [await own.somebody(), await own.somebody()];
    const theirs = formOf(await other.visitor.open('/account/code-app')).hidden.key ?? '';
    const { hidden } = formOf(await one.visitor.open('/account/code-app'));
    const stolen = await one.visitor.send('/account/code-app', { ...hidden, key: theirs, code: '123456' });
    expect(mainText(stolen)).toContain('was not the one that we gave you');
    const wrong = await one.visitor.send('/account/code-app', { ...hidden, code: 'abcdef' });
    expect(wrong.status).toBe(400);
    expect(formOf(wrong).hidden.key).not.toBe('');
    expect(mainText(await one.visitor.open('/account'))).toContain('You have no second step');
  });
});

describe('where officers must have a second step', () => {
  it('an administrator sees nothing but their own sign-in until they have one, and keeps the last one', async () => {
    const { visitor: admin, id } = await own.somebody({ isAdministrator: true });
    const turned = await admin.open('/admin/people');
    expect([turned.status, turned.headers.location]).toEqual([303, '/account?second-step=needed']);
    expect(mainText(await admin.open('/account'))).toContain('Your role needs a second step');
    await own.setUpApp(admin);
    expect((await admin.open('/admin/people')).status).toBe(200);
    const kept = await admin.fill('/account/code-app', {}, { form: 'remove' });
    expect(kept.status).toBe(409);
    expect(mainText(kept)).toContain('this is your only one');
    expect(await own.events(id)).not.toContain('account.code-app-removed');
  });

  it('a member needs none, and may remove the one that they have', async () => {
    const email = 'member@parish.example';
    await addMember(app, council, email, { on: '2017-05-08' });
    const member = await app.signIn(email);
    expect((await member.open('/my')).status).toBe(200);
    await own.setUpApp(member);
    const removed = await member.fill('/account/code-app', {}, { form: 'remove' });
    expect(removed.headers.location).toBe('/account?done=code-app-removed');
  });
});

describe('changing a password', () => {
  it('ends the other sessions and not this one', async () => {
    const { email, visitor } = await own.somebody();
    const elsewhere = await app.signIn(email);
    const short = await visitor.fill('/account/password', { password: 'vexed tulip' });
    expect(mainText(short)).toContain('The password must be 12 characters or more');
    const changed = await visitor.fill('/account/password', { password: GOOD });
    expect(changed.headers.location).toBe('/account?done=password');
    expect((await visitor.open('/account')).status).toBe(200);
    expect((await elsewhere.open('/account')).status).toBe(303);
  });
});

describe('showing again that it is they', () => {
  it('is asked for half an hour after the last proof, and not before', async () => {
    const { id, email, visitor } = await own.somebody();
    await own.signedIn(id, 29.9);
    expect((await visitor.open('/account/password')).status).toBe(200);
    await own.signedIn(id, 0.2);
    const asked = await visitor.open('/account/password');
    expect([asked.status, asked.headers.location]).toEqual([
      303,
      '/sign-in/confirm?returnTo=%2Faccount%2Fpassword',
    ]);
    // What is not sensitive goes on.
    expect((await visitor.open('/account')).status).toBe(200);
    const confirm = asked.headers.location ?? '';
    const wrong = await visitor.fill(confirm, { password: 'wrong' });
    expect(mainText(wrong)).toContain('That password is not right');
    const right = await visitor.fill(confirm, { password: PASSWORD });
    expect([right.status, right.headers.location]).toEqual([303, '/account/password']);
    expect((await visitor.open('/account/password')).status).toBe(200);
    expect(await own.events(id)).toEqual(
      expect.arrayContaining(['account.step-up-failed', 'account.stepped-up']),
    );
    expect(email).not.toBe('');
  });

  it('needs the second step of whoever has one, and a password is not enough', async () => {
    const { id, visitor } = await own.somebody();
    const secret = await own.setUpApp(visitor);
    await own.forgetLastCode(id);
    await own.signedIn(id, 31);
    const asked = (await visitor.open('/account/code-app')).headers.location ?? '';
    expect((await visitor.fill(asked, { password: PASSWORD })).status).toBe(400);
    const right = await visitor.fill(asked, { code: codeOf(secret) });
    expect(right.headers.location).toBe('/account/code-app');
    const removed = await visitor.fill('/account/code-app', {}, { form: 'remove' });
    expect(removed.headers.location).toBe('/account?done=code-app-removed');
  });

  it('loses nothing of a form that it interrupts, and gives it to its sender alone', async () => {
    const { id, secret, visitor: admin } = await own.administrator();
    const { id: otherId } = await own.somebody();
    await own.forgetLastCode(id);
    const words = { name: 'Tenbury “Town” Council\r\n& more', slug: 'tenbury', kind: 'parish' };
    const { hidden } = formOf(await admin.open('/admin/people/add'));
    await own.signedIn(id, 31);
    const sent = { ...hidden, ...words, email: 'x', password: GOOD, tick: ['one', 'two'] };
    const asked = (await admin.send('/admin/people/add', sent)).headers.location ?? '';
    expect(asked).toMatch(/^\/sign-in\/confirm\?returnTo=%2Faccount%2Finterrupted-form%2F[0-9a-f-]{36}$/);
    const { rows } = await app.owner.query<{ content: string }>('select content from interrupted_form');
    expect(JSON.stringify(rows)).not.toContain('Tenbury');
    const back = (await admin.fill(asked, { code: codeOf(secret) })).headers.location ?? '';
    const page = await admin.open(back);
    expect(page.text.match(/name="tick" value="(one|two)"/g)).toHaveLength(2);
    expect(page.text).not.toContain(GOOD);
    const answer = await admin.fill(back, {});
    expect(answer.status).toBe(400);
    expect(mainText(answer)).toContain('Enter an e-mail address');
    expect(answer.text).toContain('Tenbury “Town” Council');

    const kept = back.split('/').at(-1) ?? '';
    expect(await app.get(InterruptedForms).of(otherId, kept)).toBeUndefined();
    expect(await app.get(InterruptedForms).of(id, kept)).toBeDefined();
    await app.owner.query(`update interrupted_form set expires_at = expires_at - interval '30 minutes'`);
    expect(await app.get(InterruptedForms).of(id, kept)).toBeUndefined();
  });

  it('is asked by permission too: of an officer before the register, and not before the board', async () => {
    const { id, visitor } = await own.somebody();
    const role = { accountId: id, role: 'monitoring-officer', fromOn: '2017-01-01' } as const;
    await council.inUnit((uow) => app.get(Roles).grant(uow, role));
    await own.setUpApp(visitor);
    await own.signedIn(id, 31);
    expect((await visitor.open('/officer')).status).toBe(200);
    const asked = [
      '/officer/cases',
      '/officer/webhooks/new',
      '/officer/retention/hold',
      '/officer/audit/export',
    ];
    for (const path of asked)
      expect([path, (await visitor.open(path)).headers.location]).toEqual([
        path,
        `/sign-in/confirm?returnTo=${encodeURIComponent(path)}`,
      ]);
    // What is sent is asked too, whatever page it came from.
    const { hidden } = formOf(await visitor.open('/sign-out'));
    for (const path of ['/officer/webhooks/new', '/officer/retention/hold', '/officer/audit/export'])
      expect([path, (await visitor.send(path, hidden)).headers.location]).toEqual([
        path,
        expect.stringContaining('/sign-in/confirm?returnTo=%2Faccount%2Finterrupted-form'),
      ]);
  });
});

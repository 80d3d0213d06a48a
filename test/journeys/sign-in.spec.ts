import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, PASSWORD, type TestApp } from '../support/app.js';
import { foundCouncil, type Council } from '../support/council.js';
import { addMember } from '../support/members.js';
import { formOf, mainText } from '../support/visitor.js';

let app: TestApp;
let wyre: Council;
let teme: Council;

/** The newest events of the installation's chain, with what was kept of each. */
async function installationEvents(): Promise<{ action: string; actor: string; payload: object }[]> {
  const { rows } = await app.owner.query<{ action: string; actor: string; payload: object }>(
    `select action, actor, payload from audit_event join audit_payload using (authority_id, position)
     where authority_id = '00000000-0000-0000-0000-000000000000' order by position desc limit 5`,
  );
  return rows;
}

beforeAll(async () => {
  app = await startApp({ at: '2017-10-16T09:00' });
  wyre = await foundCouncil(app);
  teme = await foundCouncil(app, 'district');
  await addMember(app, wyre, 'one@example.org', { on: '2017-05-08' });
  const { accountId } = await addMember(app, wyre, 'both@example.org', { on: '2017-05-08' });
  await addMember(app, teme, 'both@example.org', { on: '2017-05-08', accountId });
  await app.addPerson('nobody@example.org');
  await app.addPerson('admin@example.org', { isAdministrator: true });
});
afterAll(() => app.close());

describe('signing in', () => {
  it('brings a member to what they owe', async () => {
    const answer = await app.visitor().fill('/sign-in', { email: 'ONE@example.org ', password: PASSWORD });
    expect([answer.status, answer.headers.location]).toEqual([303, '/my']);
  });

  it('brings an administrator to set-up, and somebody without any role to the front page', async () => {
    const sent = { password: PASSWORD };
    const admin = await app.visitor().fill('/sign-in', { email: 'admin@example.org', ...sent });
    expect(admin.headers.location).toBe('/admin/authorities');
    const nobody = await app.visitor().fill('/sign-in', { email: 'nobody@example.org', ...sent });
    expect(nobody.headers.location).toBe('/');
  });

  it('begins a new session, so that an old id is worth nothing', async () => {
    const answer = await app.visitor().fill('/sign-in', { email: 'one@example.org', password: PASSWORD });
    expect(String(answer.headers['set-cookie'])).toContain('probity=');
  });

  it.each([
    ['a wrong password', { email: 'one@example.org', password: 'wrong' }],
    ['an unknown email', { email: 'stranger@example.org', password: PASSWORD }],
  ])('with %s is refused with one error, the email kept and the password not', async (_, sent) => {
    const answer = await app.visitor().fill('/sign-in', sent);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('<title>Error: Sign in');
    expect(answer.text.match(/href="#email">/g)).toHaveLength(1);
    expect(mainText(answer)).toContain('The email address or the password is not right');
    expect(answer.text).toContain(`value="${sent.email}"`);
    expect(answer.text).not.toContain(sent.password);
  });

  it.each([
    ['nothing', {}, 'Enter your email address'],
    ['no password', { email: 'one@example.org' }, 'Enter your password'],
    ['10,000 characters', { email: 'a'.repeat(10_000), password: 'b' }, 'must be 4,000 characters or less'],
    ['an email sent twice', { email: ['a', 'b'], password: 'b' }, 'Enter your email address'],
  ])('with %s is refused', async (_, sent, words) => {
    const answer = await app.visitor().fill('/sign-in', sent);
    expect(answer.status).toBe(400);
    expect(mainText(answer)).toContain(words);
  });

  it('is refused for a while after ten wrong passwords, the right one included, and for that account alone', async () => {
    const [victim, other] = ['guessed@council.example', 'unguessed@council.example'];
    await app.addPerson(victim);
    await app.addPerson(other);
    const guesser = app.visitor();
    for (let guess = 0; guess < 10; guess += 1) {
      const { status } = await guesser.fill('/sign-in', { email: victim, password: `guess ${guess}` });
      expect(status).toBe(400);
    }
    const refused = await guesser.fill('/sign-in', { email: victim.toUpperCase(), password: PASSWORD });
    expect(refused.status).toBe(429);
    expect(mainText(refused)).toContain('Wait for a quarter of an hour');
    await app.signIn(other);
  });

  it('shows a script that was typed as text', async () => {
    const answer = await app
      .visitor()
      .fill('/sign-in', { email: '"><script>alert(1)</script>', password: 'x' });
    expect(answer.status).toBe(400);
    expect(answer.text).not.toContain('<script>alert(1)');
  });

  it('is refused without the form’s token, and with another one', async () => {
    const visitor = app.visitor();
    await visitor.open('/sign-in');
    const sent = { email: 'one@example.org', password: PASSWORD };
    expect((await visitor.send('/sign-in', sent)).status).toBe(403);
    expect((await visitor.send('/sign-in', { ...sent, _csrf: 'f'.repeat(64) })).status).toBe(403);
    expect((await visitor.open('/my')).headers.location).toContain('/sign-in');
  });
});

describe('what somebody wanted to see', () => {
  it('is where they come to after signing in', async () => {
    const visitor = app.visitor();
    const refused = await visitor.open('/my/interests');
    expect([refused.status, refused.headers.location]).toEqual([303, '/sign-in?returnTo=%2Fmy%2Finterests']);
    const sent = { email: 'one@example.org', password: PASSWORD };
    const answer = await visitor.fill(refused.headers.location ?? '', sent);
    expect(answer.headers.location).toBe('/my/interests');
  });

  it('is never on another site', async () => {
    const sent = { email: 'one@example.org', password: PASSWORD };
    for (const path of ['//evil.example', 'https://evil.example/', '/\\evil.example']) {
      const answer = await app.visitor().fill('/sign-in', { ...sent, returnTo: path });
      expect(answer.headers.location).toBe('/my');
    }
  });
});

describe('somebody of two councils', () => {
  it('chooses one of them first, and goes on to what they wanted to see', async () => {
    const visitor = app.visitor();
    const sent = { email: 'both@example.org', password: PASSWORD, returnTo: '/my/interests' };
    const { headers } = await visitor.fill('/sign-in', sent);
    expect(headers.location).toBe('/choose-authority?returnTo=%2Fmy%2Finterests');
    const chosen = await visitor.fill(headers.location ?? '', { authority: teme.slug });
    expect([chosen.status, chosen.headers.location]).toEqual([303, '/my/interests']);
    expect((await visitor.open('/')).text).toContain(`probity-header__council">Council 2`);
  });

  it('is asked again when they choose nothing, or a council that is not theirs', async () => {
    const visitor = await app.signIn('both@example.org');
    const nothing = await visitor.fill('/choose-authority', {});
    expect(nothing.status).toBe(400);
    expect(mainText(nothing)).toContain('Choose which council you are acting for');
    const other = await foundCouncil(app);
    const foreign = await visitor.fill('/choose-authority', { authority: other.slug });
    expect(foreign.status).toBe(400);
    expect(mainText(foreign)).toContain('Choose one of these councils');
  });

  it('finds a form of one council refused after switching to the other in another tab', async () => {
    const visitor = await app.signIn('both@example.org');
    await visitor.fill('/choose-authority', { authority: wyre.slug });
    const tab = formOf(await visitor.open('/my/interests/notify/partner'));
    await visitor.fill('/choose-authority', { authority: teme.slug });
    const answer = await visitor.send('/my/interests/notify/partner', { ...tab.hidden, hasPartner: 'no' });
    expect(answer.status).toBe(409);
    expect(mainText(answer)).toContain('you have switched to another council. Nothing was saved.');
  });
});

describe('signing out', () => {
  it('is a button, and ends the session', async () => {
    const visitor = await app.signIn('one@example.org');
    expect((await visitor.open('/sign-out')).text).toContain('Sign out');
    expect((await visitor.open('/my')).status).toBe(200);
    const answer = await visitor.fill('/sign-out', {});
    expect([answer.status, answer.headers.location]).toEqual([303, '/sign-out']);
    expect(mainText(await visitor.open('/sign-out'))).toContain('You are signed out');
    expect((await visitor.open('/my')).status).toBe(303);
  });

  it('is not done by a link from elsewhere', async () => {
    const visitor = await app.signIn('one@example.org');
    await visitor.open('/sign-out');
    expect((await visitor.send('/sign-out', {})).status).toBe(403);
    expect((await visitor.open('/my')).status).toBe(200);
  });
});

it('sign-in, failed sign-in and sign-out stand in the installation’s chain, the failed one without the email', async () => {
  await app.visitor().fill('/sign-in', { email: 'one@example.org', password: 'wrong' });
  const visitor = await app.signIn('one@example.org');
  await visitor.fill('/sign-out', {});
  const [out, signedIn, failed] = await installationEvents();
  expect([out?.action, signedIn?.action, failed?.action]).toEqual([
    'account.signed-out',
    'account.signed-in',
    'sign-in.failed',
  ]);
  expect(out?.actor).toBe(signedIn?.actor);
  expect(failed).toEqual({ action: 'sign-in.failed', actor: 'sign-in', payload: {} });
});

it('the front page names the councils of this installation to anybody', async () => {
  const page = await app.visitor().open('/');
  expect(page.status).toBe(200);
  expect(mainText(page)).toContain('Council 1');
});

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CDPSession, Page } from 'playwright-core';
import { PASSWORD, startApp, type TestApp } from '../support/app.js';
import {
  checkAccessibility,
  fitsItsWidth,
  openBrowser,
  screenshot,
  type TestBrowser,
} from '../support/browser.js';
import { formOf, mainText, type Visitor } from '../support/visitor.js';

const EMAIL = 'olwen@parish.example';
let app: TestApp;
let browser: TestBrowser;
/** A site of somebody else's, on a port of its own: the same name to a passkey, and another origin. */
let elsewhere: Server;
let site: string;
let page: Page;
let keys: CDPSession;
let authenticatorId: string;
let accountId: string;

const listening = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve((server.address() as AddressInfo).port);
    });
  });

/** Passkeys need a name, and the site must know its own address before it begins. */
async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listening(server);
  await new Promise((closed) => server.close(closed));
  return port;
}

beforeAll(async () => {
  const port = await freePort();
  site = `http://localhost:${port}`;
  app = await startApp({ env: { PORT: String(port), PUBLIC_URL: site } });
  accountId = await app.addPerson(EMAIL, { name: 'Olwen Marsh' });
  browser = await openBrowser(site);
  page = await browser.newPage();
  keys = await page.context().newCDPSession(page);
  await keys.send('WebAuthn.enable');
  ({ authenticatorId } = await keys.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', automaticPresenceSimulation: true },
      ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
    },
  }));
  elsewhere = createServer((_, response) => {
    response.setHeader('content-type', 'text/html').end('<title>Elsewhere</title>');
  });
});
afterAll(async () => {
  await browser.close();
  await app.close();
  await new Promise((closed) => elsewhere.close(closed));
});

const heading = (): Promise<string | null> => page.textContent('h1');
const path = (): string => new URL(page.url()).pathname;
const button = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

async function signInByPassword(): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill(EMAIL);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await button('Sign in');
}

async function signOut(): Promise<void> {
  await page.goto('/account');
  await button('Sign out');
}

/** Of which changes its holder is told by mail. */
async function noticed(): Promise<string[]> {
  const { rows } = await app.owner.query<{ change: string }>(
    'select change from account_notice where account_id = $1 order by happened_at',
    [accountId],
  );
  return rows.map(({ change }) => change);
}

/** Whatever a page shows: looked at by axe, at the width of a desk and of a phone. */
async function looked(name: string): Promise<void> {
  await checkAccessibility(page);
  await screenshot(page, name);
  await page.setViewportSize({ width: 360, height: 900 });
  expect(await fitsItsWidth(page)).toBe(true);
  await screenshot(page, `${name}-360`);
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** Lets the passkey sign what a visitor was asked to let sign, on whatever site the page is. */
async function signed(visitor: Visitor, changed: object = {}, step = 'passkey'): Promise<string> {
  const answer = await visitor.open(`/sign-in/${step}/challenge`);
  const options = { ...(answer.body as object), ...changed };
  return page.evaluate<string>(
    `navigator.credentials
      .get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(${JSON.stringify(options)}) })
      .then((credential) => JSON.stringify(credential))`,
  );
}

/** Sends what a passkey signed, in the visitor's own session. */
async function sent(visitor: Visitor, response: string): Promise<number> {
  const { hidden } = formOf(await visitor.open('/sign-in/passkey'));
  return (await visitor.send('/sign-in/passkey', { ...hidden, response })).status;
}

describe('one’s own sign-in', () => {
  it('is at one glance, and somebody without a second step is told so', async () => {
    await signInByPassword();
    await page.getByRole('link', { name: 'Olwen Marsh' }).click();
    expect(await heading()).toBe('How you sign in');
    expect(await page.textContent('main')).toContain('You have no second step');
    await looked('account');
    await page.goto('/account/code-app');
    expect(await page.getByRole('img', { name: 'QR code' }).isVisible()).toBe(true);
    expect(await page.evaluate('document.querySelector(".probity-qr").naturalWidth')).toBeGreaterThan(0);
    await looked('account-code-app');
    await page.goto('/account/password');
    await looked('account-password');
  });

  it('gets a passkey, and recovery codes with it', async () => {
    await page.goto('/account/passkeys/add');
    await looked('account-add-passkey');
    await button('Add a passkey');
    await page.waitForSelector('.govuk-error-summary');
    expect(await page.textContent('.govuk-error-summary')).toContain('Enter a name');
    await page.getByLabel('What do you want to call it?').fill('Work phone');
    await button('Add a passkey');
    await page.waitForURL('**/account/recovery-codes?done=passkey');
    await looked('account-recovery-codes');
    await button('Make ten recovery codes');
    expect(await page.locator('.probity-codes li').count()).toBe(10);
    await looked('account-new-recovery-codes');
    await page.goto('/account');
    expect(await page.textContent('main')).toContain('Work phone');
    await looked('account-with-passkey');
    expect(await noticed()).toEqual(['passkey-added', 'recovery-codes-made']);
  });
});

describe('a passkey', () => {
  it('signs in without a password', async () => {
    await signOut();
    await page.goto('/sign-in');
    await looked('sign-in');
    await page.getByRole('link', { name: 'Sign in with a passkey' }).click();
    await looked('sign-in-passkey');
    await button('Use your passkey');
    await page.waitForURL(`${site}/`);
    await page.goto('/account/password');
    expect(await heading()).toBe('Change your password');
  });

  it('is the second step after a password, and shows again that it is they', async () => {
    await signOut();
    await signInByPassword();
    expect(path()).toBe('/sign-in/second-step');
    await looked('sign-in-second-step');
    await button('Use your passkey');
    await page.waitForURL(`${site}/`);
    await app.owner.query(
      `update session set sess = jsonb_set(jsonb_set(sess::jsonb, '{signedIn,at}', $2), '{signedIn,secondFactorAt}', $2)::json
       where account_id = $1`,
      [accountId, JSON.stringify(Date.now() - 61 * 60_000)],
    );
    await page.goto('/account/password');
    expect(await heading()).toBe('Confirm that it is you');
    await looked('sign-in-confirm');
    await button('Use your passkey');
    await page.waitForURL('**/account/password');
  });

  it('opens nothing with what it signed before, on another site, or with a count that went back', async () => {
    await page.goto('/sign-in/passkey');
    const honest = app.visitor();
    const response = await signed(honest);
    // For another browser's challenge it is worth nothing, and where it belongs it is worth something once.
    const thief = app.visitor();
    await thief.open('/sign-in/passkey/challenge');
    expect(await sent(thief, response)).toBe(400);
    expect(await sent(honest, response)).toBe(303);
    expect(await sent(honest, response)).toBe(400);
    const again = app.visitor();
    await again.open('/sign-in/passkey/challenge');
    expect(await sent(again, response)).toBe(400);

    const lured = app.visitor();
    await page.goto(`http://localhost:${await listening(elsewhere)}/`);
    expect(await sent(lured, await signed(lured))).toBe(400);

    await page.goto('/sign-in/passkey');
    const cloned = app.visitor();
    const late = await signed(cloned);
    await app.owner.query('update passkey set counter = counter + 1000 where account_id = $1', [accountId]);
    expect(await sent(cloned, late)).toBe(400);
    await app.owner.query('update passkey set counter = counter - 1000 where account_id = $1', [accountId]);
    const good = app.visitor();
    expect(await sent(good, await signed(good))).toBe(303);
  });

  it('that says nothing of a finger or a PIN is no sign-in without a password', async () => {
    await page.goto('/sign-in/passkey');
    const visitor = app.visitor();
    await keys.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    const response = await signed(visitor, { userVerification: 'discouraged' });
    await keys.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
    expect(await sent(visitor, response)).toBe(400);
    expect(await sent(app.visitor(), '{"id":{}}')).toBe(400);
    expect(await sent(app.visitor(), 'null')).toBe(400);
  });

  it('of one person is not the second step of another', async () => {
    const email = 'bea@localhost.example';
    const other = await app.addPerson(email, { name: 'Bea Sorrel' });
    await app.owner.query(
      `insert into passkey (id, account_id, credential_id, public_key, counter, transports, name, added_at)
       select gen_random_uuid(), $1, 'of-another-device', public_key, 0, transports, name, added_at
       from passkey where account_id = $2 limit 1`,
      [other, accountId],
    );
    const visitor = app.visitor();
    await visitor.fill('/sign-in', { email, password: PASSWORD });
    const { hidden } = formOf(await visitor.open('/sign-in/second-step'));
    await page.goto('/sign-in/passkey');
    const response = await signed(visitor, { allowCredentials: [] }, 'second-step');
    const answer = await visitor.send('/sign-in/second-step/passkey', { ...hidden, response });
    expect([answer.status, mainText(answer)]).toEqual([400, expect.stringContaining('passkey')]);
    expect((await visitor.open('/account')).status).toBe(303);
  });

  it('is removed, and its holder is told', async () => {
    await app.owner.query(
      `insert into passkey (id, account_id, credential_id, public_key, name, added_at)
       values (gen_random_uuid(), $1, 'another', '\\x01', 'Old phone', now())`,
      [accountId],
    );
    await page.goto('/account');
    await button('Remove the passkey Old phone');
    await page.waitForURL('**/account?done=passkey-removed');
    expect((await noticed()).at(-1)).toBe('passkey-removed');
  });
});

it('without JavaScript the page says what a passkey needs, and offers the other ways', async () => {
  const plain = await browser.newPage({ javaScript: false, width: 360 });
  await plain.goto('/sign-in/passkey');
  expect(await plain.textContent('main')).toContain('Passkeys need JavaScript');
  expect(await plain.getByRole('button', { name: 'Use your passkey' }).isVisible()).toBe(false);
  await screenshot(plain, 'sign-in-passkey-plain-360');
  await plain.goto('/forgotten-password');
  await screenshot(plain, 'forgotten-password-360');
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import {
  checkAccessibility,
  fitsItsWidth,
  openBrowser,
  screenshot,
  type TestBrowser,
} from '../support/browser.js';
import { foundCouncil } from '../support/council.js';
import { addMember } from '../support/members.js';
import { CLIENT, startOpenIdProvider, type OpenIdProvider } from '../support/oidc-provider.js';

const PUBLIC_URL = 'http://probity.test';

let app: TestApp;
let provider: OpenIdProvider;
let browser: TestBrowser;
let page: Page;

beforeAll(async () => {
  provider = await startOpenIdProvider(PUBLIC_URL);
  app = await startApp({
    env: {
      ...{
        PUBLIC_URL,
        OIDC_ISSUER: provider.issuer,
        OIDC_CLIENT_ID: CLIENT.id,
        OIDC_CLIENT_SECRET: CLIENT.secret,
      },
      ...{ OIDC_EMAIL_DOMAINS: 'council.example', OIDC_NAME: 'your Wyrefordshire account' },
    },
  });
  await addMember(app, await foundCouncil(app), 'cllr@council.example', { on: '2017-05-08' });
  provider.people.set('s-member', { email: 'cllr@council.example' });
  provider.people.set('s-stranger', { email: 'stranger@council.example' });
  browser = await openBrowser(PUBLIC_URL, app.url);
  page = await browser.newPage();
});
afterAll(async () => {
  await browser.close();
  await app.close();
  await provider.close();
});

/** The page is in order, on a phone too. */
async function isInOrder(name: string): Promise<void> {
  await checkAccessibility(page);
  await screenshot(page, name);
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await fitsItsWidth(page)).toBe(true);
  await page.setViewportSize({ width: 360, height: 700 });
  await screenshot(page, `${name}-360`);
  await page.setViewportSize({ width: 1280, height: 900 });
}
const heading = (): Promise<string> => page.getByRole('heading', { level: 1 }).innerText();

describe('a council account, in a real browser with our content policy', () => {
  it('of a stranger leads to a page that says why, and back', async () => {
    await page.goto('/sign-in');
    await isInOrder('sign-in');
    provider.nextPerson('s-stranger');
    await page.getByRole('button', { name: 'Sign in with your Wyrefordshire account' }).click();
    expect(await heading()).toBe('There is no account for you here');
    await isInOrder('refused');
    await page.context().clearCookies({ domain: '127.0.0.1' });
  });

  it('of a member signs in, shows where they are signed in, and signs out of both', async () => {
    await page.getByRole('button', { name: 'Other ways to sign in' }).click();
    provider.nextPerson('s-member');
    await page.getByRole('button', { name: 'Sign in with your Wyrefordshire account' }).click();
    expect(page.url()).toBe(`${PUBLIC_URL}/my`);
    const phone = await browser.newPage({ width: 360 });
    await phone.goto('/sign-in/openid-connect/council');
    const library = await browser.newPage();
    await library.goto('/sign-in/openid-connect/council');

    await page.goto('/account/sessions');
    await isInOrder('sessions');
    await page
      .getByRole('button', { name: /^Sign out there/ })
      .first()
      .click();
    expect(await page.getByRole('alert').innerText()).toContain('You are signed out there');
    await screenshot(page, 'sessions-ended');
    await library.goto('/my');
    expect(library.url()).toContain('/sign-in');
    await phone.goto('/my');
    expect(phone.url()).toBe(`${PUBLIC_URL}/my`);

    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    expect(await heading()).toBe('You are signed out');
    await isInOrder('signed-out');
    await page.getByRole('button', { name: 'Sign out there too' }).click();
    await page.getByRole('button', { name: 'Yes, sign me out' }).click();
    await page.waitForURL(`${PUBLIC_URL}/sign-out`);
    // At the provider too: the next one to sign in is asked who they are.
    provider.nextPerson('s-stranger');
    await page.goto('/sign-in/openid-connect/council');
    expect(await heading()).toBe('There is no account for you here');
  });
});

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ApiClients, PersonalTokens, Roles } from '../../src/identity/index.js';
import { PASSWORD, startApp, type TestApp } from '../support/app.js';
import {
  checkAccessibility,
  fitsItsWidth,
  openBrowser,
  screenshot,
  type TestBrowser,
} from '../support/browser.js';
import { foundCouncil } from '../support/council.js';

let app: TestApp;
let browser: TestBrowser;

beforeAll(async () => {
  app = await startApp();
  browser = await openBrowser(app.url);
  const council = await foundCouncil(app);
  const accountId = await app.addPerson('officer@example.org', { name: 'Olive Officer' });
  await council.inUnit(async (uow) => {
    await app.get(Roles).grant(uow, { accountId, role: 'monitoring-officer', fromOn: '2017-01-01' });
    await app.get(ApiClients).make(uow, { name: 'Llanfairpwllgwyngyll'.repeat(3), scopes: ['members:read'] });
  });
  const own = { authorityId: council.authorityId, actor: { kind: 'person', accountId } } as const;
  await app.database.unitOfWork(own, (uow) =>
    app.get(PersonalTokens).make(uow, { name: 'Spreadsheet', scopes: ['meetings:read'], days: 30 }),
  );
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

it.each([1280, 320])(
  'programs are made known by keyboard and read without hindrance at %i pixels',
  async (width) => {
    const page = await browser.newPage({ width });
    await page.goto('/sign-in');
    await page.getByLabel('Email').fill('officer@example.org');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/officer');
    const looksRight = async (name: string): Promise<void> => {
      expect([name, await fitsItsWidth(page)]).toEqual([name, true]);
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
      if (width === 1280) await checkAccessibility(page);
      await screenshot(page, `${name}-${width}`);
    };
    await page.goto('/api');
    await looksRight('guide');
    await page.goto('/account/tokens');
    await looksRight('tokens');
    await page.goto('/officer/api-clients');
    await page.getByRole('button', { name: 'Make the program known' }).press('Enter');
    await page.getByRole('link', { name: 'Choose what the program may do' }).press('Enter');
    await looksRight('clients-refused');
    await page.keyboard.press('Space');
    await page.getByLabel('Name').fill('Committee system');
    await page.keyboard.press('Enter');
    await page.getByText('this page is the only one that shows it').waitFor();
    await looksRight('secret');
  },
);

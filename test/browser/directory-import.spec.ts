import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Bodies } from '../../src/authorities/index.js';
import { Roles } from '../../src/identity/index.js';
import { Members } from '../../src/members/index.js';
import { PASSWORD, startApp, type TestApp } from '../support/app.js';
import {
  checkAccessibility,
  fitsItsWidth,
  openBrowser,
  screenshot,
  type TestBrowser,
} from '../support/browser.js';
import { foundCouncil } from '../support/council.js';

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../fixtures/moderngov/${name}`, import.meta.url));
const DIRECTORY = '/meetings/directory';

let app: TestApp;
let browser: TestBrowser;

beforeAll(async () => {
  app = await startApp({ at: '2026-11-26T09:00' });
  browser = await openBrowser(app.url);
  const council = await foundCouncil(app);
  const accountId = await app.addPerson('clerk@example.org', { name: 'Clement Clerk' });
  await council.inUnit(async (uow) => {
    await app.get(Roles).grant(uow, { accountId, role: 'democratic-services', fromOn: '2025-01-01' });
    const quorum = { kind: 'number', members: 3 } as const;
    await app.get(Bodies).add(uow, { name: 'Cabinet', kind: 'executive', quorum });
    await app.get(Bodies).add(uow, { name: 'Rights of Way Panel', kind: 'committee', quorum });
    await app.get(Members).add(uow, { name: "Imke O'Farrow" });
  });
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

async function look(page: Page, name: string): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await screenshot(page, `directory-${name}-${width}`);
    expect(await fitsItsWidth(page)).toBe(true);
  }
  await checkAccessibility(page);
}
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

async function give(page: Page, name: string): Promise<void> {
  await page.goto(DIRECTORY);
  await page.getByLabel('Choose a file').setInputFiles(fixture(name));
  await press(page, 'Read the file');
}

it('a clerk brings in committees, meetings and councillors', async () => {
  const page = await browser.newPage();
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill('clerk@example.org');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await press(page, 'Sign in');
  await page.goto(DIRECTORY);
  await page.getByText('How to save a file from ModernGov').click();
  await look(page, 'upload');

  await page.goto(`${DIRECTORY}/address`);
  await page.getByLabel('What is the address of your ModernGov?').fill('https://10.0.0.8/');
  await page.getByRole('radio', { name: 'The agenda of one meeting' }).check();
  await page.getByLabel('For the agenda of one meeting: what is its number?').fill('7003');
  await press(page, 'Ask');
  await look(page, 'address-inside');

  await give(page, 'GetCommittees.xml');
  await page.getByText('Kind and quorum of Council').click();
  await page.locator('#atLeast-0').fill('few');
  await press(page, 'Take over');
  await look(page, 'bodies-refused');
  await page.locator('#atLeast-0').fill('3');
  await press(page, 'Take over');
  await look(page, 'done');

  await give(page, 'GetMeetings.xml');
  await look(page, 'meetings');
  await press(page, 'Take over');

  await give(page, 'GetCouncillorsByWard.xml');
  await look(page, 'members');
  await page.getByLabel('Their term of office began on 1 May 2025').first().check();
  await press(page, 'Take over');
  await page.getByText('1 term of office began').waitFor();
  await page.goto('/meetings');
  await page.getByRole('link', { name: 'Council, Wednesday 9 December 2026' }).click();
  await look(page, 'meeting-without-agenda');
});

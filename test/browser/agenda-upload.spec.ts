import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Roles } from '../../src/identity/index.js';
import { pdfInColumns } from '../cli/agenda-made.js';
import { PASSWORD, startApp, type TestApp } from '../support/app.js';
import {
  checkAccessibility,
  fitsItsWidth,
  openBrowser,
  screenshot,
  type TestBrowser,
} from '../support/browser.js';
import { addPanel, foundCouncil } from '../support/council.js';

const AGENDA = readFileSync(
  new URL('../fixtures/agendas/wyrefordshire-agenda-2017-10-24.txt', import.meta.url),
  'utf8',
);

let app: TestApp;
let browser: TestBrowser;

beforeAll(async () => {
  app = await startApp({ at: '2017-10-16T09:00' });
  browser = await openBrowser(app.url);
  const council = await foundCouncil(app);
  const accountId = await app.addPerson('clerk@example.org', { name: 'Clement Clerk' });
  await council.inUnit(async (uow) => {
    await app.get(Roles).grant(uow, { accountId, role: 'democratic-services', fromOn: '2017-01-01' });
    await addPanel(uow, app, 'Children and Families Overview and Scrutiny Panel');
  });
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

async function look(page: Page, name: string): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await screenshot(page, `agenda-${name}-${width}`);
    expect(await fitsItsWidth(page)).toBe(true);
  }
  await checkAccessibility(page);
}

it('a clerk gives a PDF, is told what is wrong with another, and saves the meeting and a supplement to it', async () => {
  const page = await browser.newPage();
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill('clerk@example.org');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();

  await page.goto('/meetings/import');
  const give = async (name: string, buffer: Buffer): Promise<void> => {
    await page
      .getByLabel('Choose the agenda’s file')
      .setInputFiles({ name, mimeType: 'application/pdf', buffer });
    await page.getByRole('button', { name: 'Read the agenda' }).click();
  };
  await give('scan.pdf', Buffer.from('%PDF-1.7 cut off'));
  expect(await page.getByRole('alert').innerText()).toContain('damaged');
  await look(page, 'refused');

  await give('panel.pdf', await pdfInColumns(AGENDA));
  expect(await page.getByLabel('Title').first().inputValue()).toBe('Welcome and Apologies for Absence');
  await look(page, 'review');
  await page.getByRole('button', { name: 'Save the meeting' }).click();
  expect(await page.locator('main').innerText()).toContain('The meeting is saved.');

  await page.goto('/meetings/import');
  const head = AGENDA.split('\n').slice(0, 6).join('\n');
  await page
    .getByLabel('Or paste its text')
    .fill(`Supplementary ${head}\n\n6. Closure of Withy School\n7. Late motion on Ferry Lane`);
  await page.getByRole('button', { name: 'Read the agenda' }).click();
  expect(await page.getByLabel('A supplementary agenda').isChecked()).toBe(true);
  await look(page, 'supplement');
  await page.getByRole('button', { name: 'Save the meeting' }).click();
  expect(await page.locator('main').innerText()).toMatch(/Welcome[\s\S]*Closure of Withy School/);
});

import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Intakes, Invitations, TakingIn } from '../../src/exchange/index.js';
import { Outbox } from '../../src/platform/mail/index.js';
import { PASSWORD, startApp, type TestApp } from '../support/app.js';
import {
  checkAccessibility,
  fitsItsWidth,
  openBrowser,
  screenshot,
  type TestBrowser,
} from '../support/browser.js';
import { foundCouncil, type Council } from '../support/council.js';
import { electedRows, INTAKE_HEAD, intakeCsv } from '../support/intake-files.js';

let app: TestApp;
let browser: TestBrowser;
let page: Page;
let district: Council;
let parish: Council;
let administrator: string;

/** A provider of this installation, which nobody asks anything here. */
const IDP = 'https://idp.example';

beforeAll(async () => {
  const idp = { OIDC_ISSUER: IDP, OIDC_CLIENT_ID: 'probity', OIDC_CLIENT_SECRET: 'never asked' };
  app = await startApp({ at: '2026-05-11T09:00', env: idp });
  browser = await openBrowser(app.url);
  district = await foundCouncil(app, 'district');
  parish = await foundCouncil(app, 'parish', district.authorityId);
  administrator = await app.addPerson('admin@example.org', {
    name: 'Priya Lindqvist',
    isAdministrator: true,
  });
  page = await browser.newPage();
  await signIn(page, 'admin@example.org', PASSWORD);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

async function signIn(by: Page, email: string, password: string): Promise<void> {
  await by.goto('/sign-in');
  await by.getByLabel('Email address').fill(email);
  await by.getByLabel('Password', { exact: true }).fill(password);
  await by.getByRole('button', { name: 'Sign in', exact: true }).click();
}
async function look(name: string, at = page): Promise<void> {
  for (const width of [1280, 360]) {
    await at.setViewportSize({ width, height: 900 });
    await screenshot(at, `intake-${name}-${width}`);
    expect(await fitsItsWidth(at)).toBe(true);
  }
  await checkAccessibility(at);
}
async function give(buffer: Buffer, whole = false): Promise<void> {
  await page.goto('/admin/intake');
  await page.getByLabel('Choose a file').setInputFiles({ name: 'members.csv', mimeType: 'text/csv', buffer });
  if (whole) await page.getByLabel('Every council in this file was elected as a whole').check();
  await page.getByRole('button', { name: 'Check the file' }).click();
}
const main = async (of = page): Promise<string> =>
  (await of.getByRole('main').innerText()).replace(/\s+/g, ' ');
const idInAddress = (): string => /admin\/[a-z-]+\/([\da-f-]{36})/.exec(page.url())?.[1] ?? '';
/** What a link downloads. */
async function downloaded(name: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name }).or(page.getByRole('button', { name })).click(),
  ]);
  return readFile(await download.path(), 'utf8');
}
const rows = (): string[] => electedRows([district.slug, parish.slug], 30, '2026-05-07');

describe('an administrator takes members in', () => {
  it('from the list of councils, with a template that says its columns', async () => {
    await page.goto('/admin/authorities');
    await page.getByRole('link', { name: 'Take in newly elected members' }).click();
    await look('upload');
    expect(await downloaded('Download the template')).toMatch(/^\ufeffcouncil,name,email,standing,/);
    await page.getByRole('link', { name: 'What goes in each column' }).click();
    await look('columns');
  });

  it('is told how to save a file that is in the wrong encoding, and nothing is kept', async () => {
    const words = [INTAKE_HEAD, `${district.slug},Séamus Ó Briain,,elected,2026-05-07`].join('\n');
    await give(Buffer.from(words, 'latin1'));
    await look('wrong-encoding');
    expect(await main()).toContain('The file is not in UTF-8, so accents in names would be read wrongly');
    expect(await main()).toContain('CSV UTF-8 (comma delimited)');
    await give(Buffer.from(`\ufeff${words}`, 'utf16le'));
    expect(await main()).toContain('The file is in UTF-16');
    expect(await app.get(Intakes).list({ kind: 'person', accountId: administrator })).toEqual([]);
  });

  it('sees every row that is not in order, and downloads the errors', async () => {
    const bad = rows().map((line, index) => (index === 6 ? line.replace('2026-05-07', '2026-05-32') : line));
    await give(
      intakeCsv(bad.map((line, index) => (index === 9 ? line.replace(/^[^,]+/, '=nowhere') : line))),
    );
    await look('refused');
    expect(await main()).toContain('2 rows are not in order, of 30. Nothing was saved.');
    const errors = await downloaded('Download all errors');
    expect(errors.split('\r\n')).toEqual([
      '\ufeffrow,column,value,what is wrong,what to write',
      '8,polling-day,2026-05-32,polling-day is not a real day,Write the day as 2026-05-07 or 07/05/2026',
      // What a spreadsheet would work out is made harmless.
      expect.stringMatching(/^11,council,'=nowhere,No council of this installation has this word,/),
      '',
    ]);
  });

  it('sees what will be done, must say whether the invitations go, and has it done', async () => {
    await give(intakeCsv(rows()), true);
    await look('dry-run');
    expect(await main()).toContain('All 30 rows are in order. Nothing is saved yet.');
    expect(await main()).toContain('Monday 11 May 2026 30 Sunday 7 June 2026');
    await page.getByRole('button', { name: 'Take the members in' }).click();
    expect(await main()).toContain('Say whether the invitations are to go');
    await page.getByLabel('Yes', { exact: true }).check();
    await page.getByRole('button', { name: 'Take the members in' }).click();
    expect(await main()).toContain('0 of 30 rows are worked through.');
    await look('progress');
    const answer = await page.request.get(page.url());
    expect(answer.headers().refresh).toBe('4');
    expect((await page.request.get(`${page.url()}?still=yes`)).headers().refresh).toBeUndefined();
    await app.get(TakingIn).run(idInAddress());
    await app.get(Invitations).send(district.authorityId);
    await page.reload();
    await look('taken');
    expect(await main()).toContain('The members are taken in');
    expect(await main()).toContain('15 wait to be sent, 0 were not sent');
    // The same file again is known.
    await give(intakeCsv(rows()), true);
    expect(await main()).toContain('This very file was given before');
  });

  it('and a member who was invited chooses a password and signs in', async () => {
    const [mail] = (await app.get(Outbox).newest()).slice(-1);
    const link = /\/first-sign-in\/\S+/.exec(mail?.body ?? '')?.[0] ?? '';
    const theirs = await browser.newPage();
    await theirs.goto(link);
    await theirs.getByLabel('Password', { exact: true }).fill('short');
    await theirs.getByRole('button', { name: 'Choose this password' }).click();
    await look('first-password', theirs);
    expect(await main(theirs)).toContain('The password must be 12 characters or more');
    await theirs.getByLabel('Password', { exact: true }).fill('three words of mine');
    await theirs.getByRole('button', { name: 'Choose this password' }).click();
    await signIn(theirs, mail?.to ?? '', 'three words of mine');
    expect(theirs.url()).toContain('/my');
    await theirs.goto(link);
    await look('link-used', theirs);
    expect(await main(theirs)).toContain('This link opens nothing any more');
  });

  it('and one who has signed in with a council account since chooses none by the link', async () => {
    const invited = (await app.get(Outbox).newest()).filter(({ body }) => body.includes('/first-sign-in/'));
    const mail = invited.at(-2);
    const link = /\/first-sign-in\/\S+/.exec(mail?.body ?? '')?.[0] ?? '';
    const theirs = await browser.newPage();
    await theirs.goto(link);
    expect(await main(theirs)).toContain('Choose your password');
    await app.owner.query(
      `insert into provider_account (issuer, subject, account_id, linked_at)
       select $1, 'theirs', id, now() from account where email = $2`,
      [IDP, mail?.to],
    );
    await theirs.goto(link);
    expect(await main(theirs)).toContain('This link opens nothing any more');
  });
});

describe('councils that merge or split', () => {
  it('are recorded by an administrator, whose list of members is a file to take in', async () => {
    const unitary = await foundCouncil(app, 'unitary');
    await page.goto('/admin/hand-over/add');
    await page.getByRole('button', { name: 'Record the hand-over' }).click();
    expect(await main()).toContain('Enter the first day of the new council');
    const fill = async (): Promise<void> => {
      await page.getByLabel('Day').fill('1');
      await page.getByLabel('Month').fill('4');
      await page.getByLabel('Year').fill('2027');
    };
    await fill();
    await page.getByRole('button', { name: 'Record the hand-over' }).click();
    await look('hand-over-add');
    expect(await main()).toContain('Choose at least one council that ends');
    await page.locator(`input[name=predecessors][value="${district.authorityId}"]`).check();
    await page.locator(`input[name=successors][value="${unitary.authorityId}"]`).check();
    await page.getByRole('button', { name: 'Record the hand-over' }).click();
    expect(await main()).toContain('The last day of what ends is 31 March 2027');
    const list = await downloaded('Download the list of members');
    expect(list.trim().split('\r\n')).toHaveLength(16);
    await give(Buffer.from(list));
    expect(await main()).toContain('All 15 rows are in order');
    await page.getByLabel('No, not yet').check();
    await page.getByRole('button', { name: 'Take the members in' }).click();
    await app.get(TakingIn).run(idInAddress());
    await page.goto('/admin/hand-over');
    await look('hand-over-list');
    await page.getByRole('link', { name: /continued by/ }).click();
    await look('hand-over');
    await page.goto(`/register/${district.slug}`);
    await look('predecessor');
    expect(await main()).toContain('it is continued by');
  });
});

it('nobody but an administrator comes near it', async () => {
  await app.addPerson('officer@example.org');
  const officer = await app.signIn('officer@example.org');
  for (const path of [
    '/admin/intake',
    '/admin/intake/template.csv',
    '/admin/hand-over',
    '/admin/hand-over/add',
  ])
    await officer.open(path).expect(403);
  await app.visitor().open('/first-sign-in/v1.k1.made.up.key').expect(404);
});

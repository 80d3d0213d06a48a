import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Roles, type Role } from '../../src/identity/index.js';
import { PASSWORD, startApp, type TestApp } from '../support/app.js';
import {
  checkAccessibility,
  fitsItsWidth,
  openBrowser,
  screenshot,
  type TestBrowser,
} from '../support/browser.js';
import { agendaAbout, clerkOfNewCouncil, item, type Clerk } from '../support/clerk.js';
import { addMember } from '../support/members.js';

const WEIR = 'Rebuilding of Thornfield Weir';

let app: TestApp;
let browser: TestBrowser;
let clerk: Clerk;
let address: string;

beforeAll(async () => {
  app = await startApp({ at: '2017-10-16T09:00' });
  browser = await openBrowser(app.url);
  clerk = await clerkOfNewCouncil(app);
  await addMember(app, clerk.council, 'ann@example.org', { on: '2017-05-08' });
  await addMember(app, clerk.council, 'bo@example.org', { on: '2017-05-08' });
  await person('officer@example.org', 'monitoring-officer');
  await person('clerk@example.org', 'democratic-services');
  const { meetingId } = await clerk.saved(agendaAbout('Weir'), {
    items: [item('1', WEIR), item('2', 'A contract with another mill')],
  });
  const [first] = await clerk.items(meetingId);
  address = `/my/meetings/${meetingId}/items/${first?.id ?? ''}/dispensation`;
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

async function person(email: string, role: Exclude<Role, 'member'>): Promise<void> {
  const accountId = await app.addPerson(email, { name: email });
  await clerk.council.inUnit((uow) => app.get(Roles).grant(uow, { accountId, role, fromOn: '2017-01-01' }));
}
async function signedIn(email: string, options: { javaScript?: boolean; width?: number }): Promise<Page> {
  const page = await browser.newPage(options);
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill(email);
  await page.locator('#password').fill(PASSWORD);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  return page;
}
/** Is it readable by everybody, on a phone too? */
async function isFine(page: Page, name: string): Promise<void> {
  await checkAccessibility(page);
  expect({ page: name, fits: await fitsItsWidth(page) }).toEqual({ page: name, fits: true });
  await screenshot(page, name);
}
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('main').getByRole('button', { name }).click();
const reads = (page: Page): Promise<string> => page.getByRole('main').innerText();
async function fillDay(page: Page, group: RegExp, words: string): Promise<void> {
  const [day = '', month = '', year = ''] = words.split('/');
  const fields = page.getByRole('group', { name: group });
  await fields.getByLabel('Day').fill(day);
  await fields.getByLabel('Month').fill(month);
  await fields.getByLabel('Year').fill(year);
}

it('on a narrow screen: asked for an item, decided, reaching it, and read', async () => {
  const ann = await signedIn('ann@example.org', { width: 320 });
  await ann.goto(address);
  await isFine(ann, 'request');
  await press(ann, 'Continue');
  await isFine(ann, 'request-error');
  await ann.getByLabel('Speaking, not voting').check();
  await ann.getByLabel(/So many of those deciding/).check();
  await ann.getByLabel('Why should it be granted?').fill('Six of eight could not vote.\nSee the list.');
  await press(ann, 'Continue');
  await isFine(ann, 'request-check');
  await press(ann, 'Send the request');
  await isFine(ann, 'request-receipt');
  const receipt = ann.url().replace('?done=asked', '');

  const officer = await signedIn('officer@example.org', { width: 320 });
  await officer.goto('/officer/dispensations');
  await isFine(officer, 'list-waiting');
  await officer.getByRole('link', { name: /Read the request/ }).click();
  await isFine(officer, 'one-waiting');
  await officer.getByRole('button', { name: 'Decide' }).click();
  await officer.getByLabel('Granted').check();
  await officer.getByLabel('An officer, for the council').check();
  await officer.getByLabel('What are the reasons?').fill('It would be inquorate.');
  await press(officer, 'Record the decision');
  expect(await reads(officer)).toContain('Choose whether it reaches the item');
  await isFine(officer, 'decide-error');
  await officer
    .getByRole('group', { name: /Does it reach the item/ })
    .getByLabel('Yes')
    .check();
  await press(officer, 'Record the decision');
  await isFine(officer, 'list-granted');
  await officer.getByRole('link', { name: /Read the request/ }).click();
  await isFine(officer, 'one-granted');
  await officer.getByRole('link', { name: /Highways Panel/ }).click();
  await isFine(officer, 'reach');

  await ann.goto(receipt);
  expect(await reads(ann)).toContain('It would be inquorate.');
  await isFine(ann, 'one-member');
}, 240_000);

it('without JavaScript: several are invited, and one asks in their own name', async () => {
  const officer = await signedIn('officer@example.org', { javaScript: false });
  await officer.goto('/officer/dispensations/invite');
  await officer.getByLabel('bo', { exact: true }).check();
  await officer.getByLabel('What is the matter?').fill('The lease of the mill');
  await officer.getByLabel('Speaking and voting').check();
  await officer.getByLabel('I am not sure').check();
  await fillDay(officer, /first day/, '16/10/2017');
  await fillDay(officer, /last day/, '30/11/2017');
  await officer.getByLabel('Why should it be granted?').fill('All of them are tenants.');
  await press(officer, 'Invite these members');
  expect(await reads(officer)).toContain('Invited, and not asked yet');
  const bo = await signedIn('bo@example.org', { width: 320 });
  await bo.goto('/my/dispensations');
  await isFine(bo, 'mine-invited');
  await bo.getByRole('link', { name: 'The lease of the mill' }).click();
  await isFine(bo, 'invited');
  await press(bo, 'Ask for it in my own name');
  await bo.goto('/my/dispensations');
  await isFine(bo, 'mine');
  const wide = await signedIn('officer@example.org', {});
  for (const [path, name] of [
    ['/officer/dispensations', 'list-wide'],
    ['/officer/dispensations/invite', 'invite'],
    ['/officer/dispensations/paper', 'paper'],
  ] as const) {
    await wide.goto(path);
    await isFine(wide, name);
  }
}, 240_000);

it('a decision alone: told, the law read before it is recorded, and the clerk’s page', async () => {
  const ann = await signedIn('ann@example.org', { width: 320 });
  await ann.goto('/my/decisions/new');
  await press(ann, 'Continue');
  await isFine(ann, 'alone-error');
  await fillDay(ann, /On which day was it decided/, '16/10/2017');
  await ann.getByLabel('What is the matter?').fill('A grant to the mill');
  const own = ann.getByRole('group', { name: /Do you have a disclosable/ });
  await own.getByLabel('Yes').check();
  await ann.getByLabel('My own').check();
  await ann
    .getByRole('group', { name: /in the register/ })
    .getByLabel('No', { exact: true })
    .check();
  await fillDay(ann, /come to know/, '15/10/2017');
  await ann.getByLabel(/handed over to be dealt with/).check();
  await ann
    .getByRole('group', { name: /Was a conflict/ })
    .getByLabel('No', { exact: true })
    .check();
  await ann
    .getByRole('group', { name: /head of paid service/ })
    .getByLabel('No', { exact: true })
    .check();
  await press(ann, 'Continue');
  await isFine(ann, 'alone-check');
  await press(ann, 'Record it');
  await isFine(ann, 'alone-one');
  await ann.goto('/my/decisions');
  await isFine(ann, 'alone-list');
  const atDesk = await signedIn('clerk@example.org', {});
  for (const [path, name] of [
    ['/meetings/decisions', 'alone-clerk'],
    ['/meetings/decisions/new', 'alone-clerk-new'],
  ] as const) {
    await atDesk.goto(path);
    await isFine(atDesk, name);
  }
}, 240_000);

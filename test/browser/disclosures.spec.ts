import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Authorities } from '../../src/authorities/index.js';
import { civilDate } from '../../src/law/index.js';
import { Register } from '../../src/register/index.js';
import { PASSWORD, startApp, type TestApp } from '../support/app.js';
import {
  checkAccessibility,
  fitsItsWidth,
  openBrowser,
  screenshot,
  type TestBrowser,
} from '../support/browser.js';
import { agendaAbout, clerkOfNewCouncil, item, type Clerk } from '../support/clerk.js';
import { done } from '../support/council.js';
import { addMember, type SignedMember } from '../support/members.js';
import { notify } from '../support/notify.js';

const HOME = { category: 'land', address: '3 Mill Lane, Tarrow', natureOfInterest: 'Owner' } as const;

let app: TestApp;
let browser: TestBrowser;
let clerk: Clerk;
let ann: SignedMember;
let meetingId: string;
let itemId: string;

beforeAll(async () => {
  app = await startApp({ at: '2017-10-16T09:00' });
  browser = await openBrowser(app.url);
  clerk = await clerkOfNewCouncil(app);
  const { council } = clerk;
  await council.inUnit((uow) =>
    app.get(Authorities).adoptCode(uow, { code: 'worcestershire-2012', fromOn: civilDate('2012-07-01') }),
  );
  ann = await addMember(app, council, 'ann@example.org', { on: '2017-05-08' });
  const answers = { 'land/self': { answer: 'entries', interests: [HOME] } } as const;
  const notification = await notify(app, council, { ...ann, answers });
  done(await council.inUnit((uow) => app.get(Register).enter(uow, notification)));
  const items = [item('1', 'Apologies'), item('5', 'Resurfacing of the high street')];
  ({ meetingId } = await clerk.saved(agendaAbout('the high street'), { items }));
  itemId = (await clerk.items(meetingId))[1]?.id ?? '';
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

async function signedIn(options: { javaScript?: boolean; width?: number } = {}): Promise<Page> {
  const page = await browser.newPage(options);
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill(ann.email);
  await page.locator('#password').fill(PASSWORD);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/my');
  return page;
}

/** With axe at each page, and as it is on a wide screen and on a phone. */
async function looked(page: Page, name: string): Promise<void> {
  await checkAccessibility(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await screenshot(page, `disclosures-${name}`);
  await page.setViewportSize({ width: 360, height: 780 });
  expect(await fitsItsWidth(page)).toBe(true);
  await screenshot(page, `disclosures-${name}-360`);
  await page.setViewportSize({ width: 320, height: 780 });
  expect(await fitsItsWidth(page)).toBe(true);
  await page.setViewportSize({ width: 1280, height: 900 });
}
const next = (page: Page): Promise<void> => page.getByRole('button', { name: 'Continue' }).click();

it('a member declares at the meeting, is told what to say and by when to notify, and the public reads it', async () => {
  const page = await signedIn();
  app.moveClockTo('2017-10-24T10:20');
  await page.goto(`/my/meetings/${meetingId}/items/${itemId}/disclose`);
  await looked(page, 'which');
  await page.getByLabel('A disclosable pecuniary interest that I have not told').check();
  await next(page);
  await page.getByLabel('Employment, office, trade, profession or vocation').check();
  await page.getByLabel('Mine').check();
  await looked(page, 'whose');
  await next(page);
  await page.getByLabel('The nature of the interest').fill('As noted in the register');
  await next(page);
  await page.getByRole('link', { name: 'Say what the interest is' }).click();
  expect(await page.getByLabel('The nature of the interest').inputValue()).toBe('As noted in the register');
  await looked(page, 'nature-refused');
  await page.getByLabel('The nature of the interest').fill('I am a director of Hartlebrook Paving');
  await next(page);
  await looked(page, 'intends');
  await page.getByLabel('Leave the room while it is considered').check();
  await next(page);
  await looked(page, 'check');
  await page.getByRole('button', { name: 'Declare this' }).click();
  await page.getByText('Your declaration is recorded.').waitFor();
  await looked(page, 'declared');

  await page.goto('/my');
  await page.getByRole('heading', { name: 'Tell the monitoring officer what you declared' }).waitFor();
  await looked(page, 'my');
  await page.getByRole('button', { name: 'Tell the monitoring officer of it' }).click();
  await looked(page, 'draft');

  const visitor = await browser.newPage();
  await visitor.goto(`/declarations/${clerk.council.slug}`);
  await visitor.getByText('I am a director of Hartlebrook Paving').waitFor();
  await looked(visitor, 'public');
  await visitor.getByLabel('Until this day').fill('2017-10-01');
  await visitor.getByRole('button', { name: 'Show these' }).click();
  await visitor.getByText('No declaration was found.').waitFor();
  await visitor.goto('/declarations');
  await looked(visitor, 'councils');
});

it('the other pages: nothing to declare, a whip, council tax and the private list', async () => {
  const page = await signedIn();
  await page.goto(`/my/meetings/${meetingId}/nothing`);
  await looked(page, 'nothing-refused');
  for (const name of ['whip', 'council-tax']) {
    await page.goto(`/my/meetings/${meetingId}/items/${itemId}/${name}`);
    await looked(page, name);
  }
  await page.goto('/my/associations/new');
  await page.getByRole('button', { name: 'Save' }).click();
  await looked(page, 'association-refused');
  await page.getByLabel('Family', { exact: true }).check();
  await page.getByLabel('Name', { exact: true }).fill('Petronella Quince');
  await page.getByLabel('Other names (optional)').fill('Nell Quince\nQuince Boats');
  await page.getByLabel('How you are connected (optional)').fill('My sister, who builds boats');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Added to your list.').waitFor();
  await looked(page, 'associations');
  await page.getByRole('link', { name: 'Remove Petronella Quince' }).click();
  await looked(page, 'association-remove');
});

it('without JavaScript, by the forms alone', async () => {
  app.moveClockTo('2017-10-23T10:20');
  const page = await signedIn({ javaScript: false, width: 360 });
  await page.goto(`/my/meetings/${meetingId}/items/${itemId}/disclose`);
  await page.getByLabel('Owner: 3 Mill Lane, Tarrow').check();
  await next(page);
  await next(page);
  await page.getByLabel('Take part', { exact: true }).check();
  await next(page);
  await page.getByRole('button', { name: 'Declare this' }).click();
  expect(await page.getByText('You must still say it at the meeting.').count()).toBe(1);
});

import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Roles } from '../../src/identity/index.js';
import { civilDate } from '../../src/law/index.js';
import { Meetings } from '../../src/meetings/index.js';
import { Members } from '../../src/members/index.js';
import { Associations } from '../../src/disclosures/index.js';
import { PASSWORD, startApp, type TestApp } from '../support/app.js';
import {
  checkAccessibility,
  fitsItsWidth,
  openBrowser,
  screenshot,
  type TestBrowser,
} from '../support/browser.js';
import { agendaAbout, clerkOfNewCouncil, type Clerk } from '../support/clerk.js';
import { done } from '../support/council.js';
import { addMember, type SignedMember } from '../support/members.js';

jest.setTimeout(120_000);

let app: TestApp;
let browser: TestBrowser;
let clerk: Clerk;
let former: SignedMember;

beforeAll(async () => {
  app = await startApp({ at: '2017-05-20T09:00' });
  browser = await openBrowser(app.url);
  clerk = await clerkOfNewCouncil(app);
  await addMember(app, clerk.council, 'ada.archer@example.org', { on: '2017-05-08' });
  former = await addMember(app, clerk.council, 'ben.baker@example.org', { on: '2017-05-08' });
  const accountId = await app.addPerson('olive@example.org', { name: 'Olive Officer' });
  await clerk.council.inUnit(async (uow) => {
    await app.get(Roles).grant(uow, { accountId, role: 'monitoring-officer', fromOn: '2017-01-01' });
    const sister = { kind: 'family', name: 'Una', otherNames: [], connection: '' } as const;
    await app.get(Associations).add(uow, former.memberId, sister);
    done(await app.get(Members).leaveOffice(uow, former.memberId, civilDate('2017-06-15')));
  });
  app.moveClockTo('2017-10-16T09:00');
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

async function signIn(page: Page, email: string, to: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`**${to}`);
}

/** A picture at 1280 and 360 pixels where they are wanted; what is checked is the narrowest. */
async function look(page: Page, name: string): Promise<void> {
  for (const width of process.env.PROBITY_SCREENSHOTS === undefined ? [] : [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await screenshot(page, `${name}-${width}`);
  }
  await page.setViewportSize({ width: 320, height: 900 });
  expect(await fitsItsWidth(page)).toBe(true);
  await checkAccessibility(page);
}

it('an officer sees what goes and what is held, sets a period, and holds a member’s data', async () => {
  const page = await browser.newPage();
  await signIn(page, 'olive@example.org', '/officer');
  await page.goto('/officer/retention');
  await page.getByText('What the next run erases: Former members’ own lists').click();
  await page.getByText('ben.baker, from 15 June 2017').first().waitFor();
  await look(page, 'retention');
  await page.getByRole('link', { name: 'Change how long: Words of messages' }).click();
  await page.getByLabel('Months').fill('5');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Enter a number of months from 6 to 72').first().waitFor();
  await look(page, 'retention-period');
  await page.goto('/officer/retention/hold');
  await page.getByLabel('Whose data is held?').selectOption('ben.baker');
  await page.getByLabel('Why?').fill('Complaint 17/12');
  await look(page, 'retention-hold');
  await page.getByRole('button', { name: 'Hold' }).click();
  await page.getByText('Complaint 17/12').waitFor();
  await look(page, 'retention-held');
  await page.goto(`/officer/members/${former.memberId}/data`);
  await look(page, 'member-data');
});

it('an officer registers a program, is shown its secret once, and what became of its messages', async () => {
  const page = await browser.newPage();
  await signIn(page, 'olive@example.org', '/officer');
  await page.goto('/officer/webhooks/new');
  await page.getByLabel('Address of the program').fill('https://127.0.0.1/hook');
  await page.getByLabel('Meetings').check();
  await page.getByRole('button', { name: 'Register' }).click();
  await page.getByText('leads inside a network').first().waitFor();
  await look(page, 'webhook-refused');
  await page
    .getByLabel('Address of the program')
    .fill('https://93.184.216.34/a-long-path-of-the-council/hooks');
  await page.getByRole('button', { name: 'Register' }).click();
  await page.getByText('whsec_').waitFor();
  await look(page, 'webhook-secret');
  const { meetingId } = await clerk.saved(agendaAbout('Mill Lane'));
  await clerk.council.inUnit(async (uow) => done(await app.get(Meetings).cancel(uow, meetingId)));
  await clerk.council.inUnit((uow) =>
    uow.manager.query(`update webhook_delivery set state = 'dead', tries = 20, last_status = 500`),
  );
  await page.getByRole('button', { name: 'I have kept it' }).click();
  await page.getByText('The server answered 500').waitFor();
  await look(page, 'webhook');
  await page.getByRole('link', { name: 'Back' }).click();
  await page.getByText('to be sent again by you').waitFor();
  await look(page, 'webhooks');
});

it('a member takes their data without JavaScript, and anybody reads what is kept and how to complain', async () => {
  const member = await browser.newPage({ javaScript: false });
  await signIn(member, 'ada.archer@example.org', '/my');
  await member.goto('/my/data');
  const [download] = await Promise.all([
    member.waitForEvent('download'),
    member.getByRole('button', { name: 'Download your data' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('held-in-probity-2017-10-16.zip');
  const page = await browser.newPage();
  await signIn(page, 'ada.archer@example.org', '/my');
  for (const path of ['/my/data', '/privacy', '/accessibility']) {
    await page.goto(path);
    await look(page, path.slice(1).replace('/', '-'));
  }
});

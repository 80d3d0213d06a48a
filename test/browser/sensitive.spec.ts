import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Roles } from '../../src/identity/index.js';
import { Register, type InterestDetails } from '../../src/register/index.js';
import { PASSWORD, startApp, type TestApp } from '../support/app.js';
import {
  checkAccessibility,
  fitsItsWidth,
  openBrowser,
  screenshot,
  type TestBrowser,
} from '../support/browser.js';
import { done, foundCouncil, type Council } from '../support/council.js';
import { addMember, type SignedMember } from '../support/members.js';
import { notify } from '../support/notify.js';

const HOME: InterestDetails = {
  category: 'land',
  address: '3 Mill Lane, Oakham',
  natureOfInterest: 'Owner',
  isHome: true,
};
const JOB: InterestDetails = {
  category: 'employment',
  role: 'Warden',
  employer: 'Millers of 3 Mill Lane, Oakham',
};
const STATEMENT = 'withheld under section 32(2) of the Localism Act 2011';

let app: TestApp;
let browser: TestBrowser;
let council: Council;
let member: SignedMember;

beforeAll(async () => {
  app = await startApp({ at: '2017-10-16T09:00' });
  browser = await openBrowser(app.url);
  council = await foundCouncil(app);
  member = await addMember(app, council, 'ann@example.org', { on: '2017-05-08' });
  await person('officer@example.org', 'monitoring-officer');
  await person('deputy@example.org', 'deputy-monitoring-officer');
  await app.addPerson('root@example.org', { name: 'Root', isAdministrator: true });
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

async function person(
  email: string,
  role: 'monitoring-officer' | 'deputy-monitoring-officer',
): Promise<void> {
  const accountId = await app.addPerson(email, { name: email });
  await council.inUnit((uow) => app.get(Roles).grant(uow, { accountId, role, fromOn: '2017-01-01' }));
}
async function registered(...interests: InterestDetails[]): Promise<string> {
  const answers = Object.fromEntries(
    interests.map((details) => [
      `${details.category}/self`,
      { answer: 'entries' as const, interests: [details] },
    ]),
  );
  const id = await notify(app, council, { ...member, answers });
  done(await council.inUnit((uow) => app.get(Register).enter(uow, id)));
  const entries = await council.inUnit((uow) => app.get(Register).current(uow, member.memberId));
  return entries.find(({ entry }) => entry.category === 'land')?.entry.id ?? '';
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
async function isFine(page: Page, name: string, checks: { axe: boolean }): Promise<void> {
  if (checks.axe) await checkAccessibility(page);
  expect({ page: name, fits: await fitsItsWidth(page) }).toEqual({ page: name, fits: true });
  await screenshot(page, name);
}

it('both keys are turned on a narrow screen: asked, checked, decided, and the public reads the statement', async () => {
  const entry = await registered(HOME, JOB);
  const ann = await signedIn(member.email, { width: 320 });
  await ann.goto(`/my/interests/${entry}/sensitive`);
  await isFine(ann, 'ask', { axe: true });
  await ann.getByRole('button', { name: 'Continue' }).click();
  await isFine(ann, 'ask-error', { axe: true });
  await ann.getByLabel('Why could publishing it lead').fill('They came to the house.\nThe police know.');
  await ann.getByRole('button', { name: 'Continue' }).click();
  await isFine(ann, 'check', { axe: true });
  await ann.getByRole('button', { name: 'Ask the monitoring officer' }).click();
  await isFine(ann, 'asked', { axe: true });

  const officer = await signedIn('officer@example.org', { width: 320 });
  await officer.goto('/officer/sensitive');
  await isFine(officer, 'list-waiting', { axe: true });
  // What the member asked stands before what is kept back with it.
  await officer
    .getByRole('link', { name: /Read and decide/ })
    .first()
    .click();
  await isFine(officer, 'decide', { axe: true });
  await officer.getByLabel('Yes, the details are to be withheld').check();
  await officer.getByRole('button', { name: 'Record my decision' }).click();
  await isFine(officer, 'decide-error', { axe: true });
  await officer.getByLabel('Day').fill('16');
  await officer.getByLabel('Month').fill('10');
  await officer.getByLabel('Year').fill('2018');
  await officer.getByLabel('Your reason').fill('The police say so.');
  await officer.getByRole('button', { name: 'Record my decision' }).click();
  await isFine(officer, 'list-agreed', { axe: true });
  await officer.getByRole('link', { name: /Read and look again/ }).click();
  await isFine(officer, 'agreed', { axe: true });
  await officer.getByRole('link', { name: /end the withholding/ }).click();
  await isFine(officer, 'end', { axe: true });

  await ann.goto(`/my/interests/${entry}/sensitive`);
  await isFine(ann, 'agreed-member', { axe: true });
  await ann.getByRole('link', { name: 'Take your request back' }).click();
  await isFine(ann, 'withdraw', { axe: true });
  await ann.goto(`/register/${council.slug}/${member.memberId}`);
  expect(await ann.getByRole('main').innerText()).toContain(STATEMENT);
}, 240_000);

it('the pages around it are as readable: officers who are named, practice, home address, the day of the law', async () => {
  const officer = await signedIn('officer@example.org', { width: 320 });
  for (const [address, name] of [
    ['/officer/sensitive/officers', 'named'],
    ['/officer/register/practice', 'practice'],
    ['/officer/register/practice/gift-threshold', 'gift-threshold'],
  ] as const) {
    await officer.goto(address);
    await isFine(officer, name, { axe: true });
  }
  const root = await signedIn('root@example.org', { width: 320 });
  await root.goto('/admin/installation');
  await isFine(root, 'installation', { axe: true });
}, 120_000);

it('without JavaScript: practice leaves home addresses out, the member has theirs shown and takes it back', async () => {
  const options = { width: 320, javaScript: false };
  const officer = await signedIn('officer@example.org', options);
  await officer.goto('/officer/register/practice');
  await officer
    .getByRole('group', { name: /home addresses left out/ })
    .getByLabel('Yes')
    .check();
  await officer.getByRole('button', { name: 'Save' }).click();
  expect(await officer.getByRole('main').innerText()).toContain('Saved.');
  const ann = await signedIn(member.email, options);
  await ann.goto('/my/home-address');
  await isFine(ann, 'home-withheld', { axe: false });
  await ann.getByRole('button', { name: 'Ask in writing to show my home address' }).click();
  await isFine(ann, 'home-shown', { axe: false });
  await ann.getByRole('button', { name: 'Take my request back' }).click();
  expect(await ann.getByRole('main').innerText()).toContain('You took that request back in writing.');
  const again = await signedIn(member.email, { width: 320 });
  await again.goto('/my/home-address');
  await isFine(again, 'home-history', { axe: true });
}, 120_000);

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Authorities } from '../../src/authorities/index.js';
import { civilDate } from '../../src/law/index.js';
import { Seats } from '../../src/members/index.js';
import { Notifications, Register } from '../../src/register/index.js';
import { PASSWORD, startApp, type TestApp } from '../support/app.js';
import {
  checkAccessibility,
  fitsItsWidth,
  openBrowser,
  screenshot,
  type TestBrowser,
} from '../support/browser.js';
import { agendaAbout, clerkOfNewCouncil, item, ITEMS, type Clerk } from '../support/clerk.js';
import { foundCouncil } from '../support/council.js';
import { addMember, type SignedMember } from '../support/members.js';
import { CATEGORIES } from '../support/notify-journey.js';
import { notify } from '../support/notify.js';
import { agreeSensitive } from '../support/sensitive.js';

// A journey of forty pages, each looked at by axe, while another browser shares the cores.
jest.setTimeout(240_000);

const LAND = { category: 'land', address: '3 Mill Lane, Tarrow', natureOfInterest: 'Owner' } as const;

let app: TestApp;
let browser: TestBrowser;
let clerk: Clerk;
let meetingId: string;
let settled: SignedMember;
let newcomer: SignedMember;

/** Settled in, with an interest in Mill Lane and a seat; and a newcomer of two councils who has said nothing yet. */
beforeAll(async () => {
  app = await startApp({ at: '2017-10-16T09:00' });
  browser = await openBrowser(app.url);
  clerk = await clerkOfNewCouncil(app);
  const { council, panelId: bodyId } = clerk;
  await council.inUnit((uow) =>
    app.get(Authorities).adoptCode(uow, { code: 'worcestershire-2012', fromOn: civilDate('2012-07-01') }),
  );
  const items = [...ITEMS.slice(0, 2), item('3', 'Resurfacing outside 3 Mill Lane, Tarrow')];
  ({ meetingId } = await clerk.saved(agendaAbout('Mill Lane'), { items }));
  settled = await addMember(app, council, 'settled@example.org', { on: '2017-05-08' });
  newcomer = await addMember(app, council, 'newcomer@example.org', { on: '2017-10-01' });
  const { accountId } = newcomer;
  await addMember(app, await foundCouncil(app, 'district'), 'newcomer@example.org', {
    on: '2017-09-01',
    accountId,
  });
  const answers = {
    'land/self': { answer: 'entries', interests: [LAND] },
    'employment/partner': {
      answer: 'entries',
      interests: [{ category: 'employment', role: 'Nurse', employer: 'Tarrow Surgery' }],
    },
  } as const;
  const first = await notify(app, council, { ...settled, hasPartner: true, answers });
  const nurse = await council.inUnit(async (uow) => {
    const { id: seatId } = await app.get(Seats).add(uow, { bodyId, role: 'member' });
    const { memberId } = settled;
    await app.get(Seats).fill(uow, { seatId, memberId, fromOn: civilDate('2017-05-08') });
    await app.get(Register).enter(uow, first);
    const held = await app.get(Register).current(uow, memberId);
    expect(await app.get(Notifications).list(uow, memberId)).toHaveLength(1);
    return held.find(({ entry }) => entry.category === 'employment');
  });
  await agreeSensitive(app, council, { ...settled, entryId: nurse?.entry.id ?? '' });
  app.moveClockTo('2017-10-16T09:05');
  await notify(app, council, { ...settled, answers: { 'land/self': answers['land/self'] } });
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

async function signIn(page: Page, { email }: SignedMember): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

describe.each([1280, 320])('at %d pixels', (width) => {
  const look = async (page: Page, name: string): Promise<void> => {
    await screenshot(page, `${name}-${width}`);
    // The same page twice: axe looks at it once, as it is on a phone.
    if (width === 320) await checkAccessibility(page);
    expect(await fitsItsWidth(page)).toBe(true);
  };

  it('everybody’s pages and choosing a council', async () => {
    const page = await browser.newPage({ width });
    await page.goto('/');
    await look(page, 'front-page');
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await look(page, 'sign-in-refused');
    await signIn(page, newcomer);
    await look(page, 'choose-authority');
    await page.getByLabel('Council 1').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL('**/my');
    await look(page, 'my-newcomer');
    await page.goto('/sign-out');
    await look(page, 'sign-out');
  });

  it('the notify journey', async () => {
    const page = await browser.newPage({ width });
    await signIn(page, newcomer);
    await page.getByLabel('Council 1').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.goto('/my/interests/notify');
    await look(page, 'notify-list');
    await page.goto('/my/interests/notify?missing');
    await look(page, 'notify-list-missing');
    await page.goto('/my/interests/notify/partner');
    await look(page, 'notify-partner');
    await page.getByLabel('Yes').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    // Every form once, where there is least room for it.
    const categories = width === 320 ? CATEGORIES : (['land'] as const);
    for (const category of categories) {
      await page.goto(`/my/interests/notify/${category}/self`);
      if (category === 'land') await look(page, 'notify-land-any');
      await page.getByLabel('Yes').check();
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.goto(`/my/interests/notify/${category}/self/add`);
      await page.getByRole('button', { name: 'Save and continue' }).click();
      await look(page, `notify-${category}-add-refused`);
    }
    await page.goto('/my/interests/notify/land/partner');
    await look(page, 'notify-land-partner');
    await page.goto('/my/interests/notify/land/self/add');
    await page.getByLabel('Address of the land').fill('14 Weir Bank, Tarrow');
    await page.getByLabel('Interest in the land').fill('Tenant');
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await look(page, 'notify-land-more');
    await page.goto('/my/interests/notify/land/self/list');
    await look(page, 'notify-land-list');
    await page.goto('/my/interests/notify/land/self/1/remove');
    await look(page, 'notify-land-remove');
    await page.goto('/my/interests/notify');
    await look(page, 'notify-list-begun');
  });

  it('checking, sending, and the receipt', async () => {
    const page = await browser.newPage({ width });
    await signIn(page, settled);
    await page.goto('/my/interests/notify');
    await look(page, 'notify-again');
    await page.goto('/my/interests/notify/land/self');
    await look(page, 'notify-same-as-last-time');
    await page.goto('/my/interests/notify');
    await page.getByRole('button', { name: 'Begin with my last answers' }).click();
    // Each gift is told of once, so that question begins anew.
    await page.goto('/my/interests/notify/gifts/self');
    await page.getByLabel('No, nothing to register').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.goto('/my/interests/notify/check');
    await page.getByRole('button', { name: 'Send to the monitoring officer' }).click();
    await look(page, 'notify-check-refused');
    await page.getByLabel('This is everything').check();
    await page.getByRole('button', { name: 'Send to the monitoring officer' }).click();
    await page.waitForURL('**/sent');
    await look(page, 'notify-sent');
  });

  it('what is held, what is due and the briefing', async () => {
    const page = await browser.newPage({ width });
    await signIn(page, settled);
    await page.waitForURL('**/my');
    await look(page, 'my-settled');
    await page.goto('/my/interests');
    await look(page, 'my-interests');
    await page.getByRole('link', { name: 'Everything you hold' }).first().click();
    await look(page, 'my-interests-receipt');
    await page.goto(`/my/meetings/${meetingId}`);
    await page.getByRole('button', { name: 'Save my answer' }).click();
    await look(page, 'briefing-refused');
    await page.getByLabel('I am not sure').check();
    await page.getByRole('button', { name: 'Save my answer' }).click();
    await look(page, 'briefing');
  });
});

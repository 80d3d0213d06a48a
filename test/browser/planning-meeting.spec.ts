import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { RelevanceAnswers } from '../../src/disclosures/index.js';
import { Register } from '../../src/register/index.js';
import { PASSWORD, startApp, type TestApp } from '../support/app.js';
import {
  checkAccessibility,
  fitsItsWidth,
  openBrowser,
  screenshot,
  type TestBrowser,
} from '../support/browser.js';
import { planningCommittee, STALL_ITEM, type Committee } from '../support/planning-committee.js';

jest.setTimeout(240_000);

/**
 * A planning meeting of eleven members, from the briefing to the minutes, walked by the people themselves: one with a
 * dispensation to speak, one who must leave, one who declares at the meeting, and an item that most of them trade in.
 */
let app: TestApp;
let browser: TestBrowser;
let committee: Committee;
let briefing: string;

beforeAll(async () => {
  app = await startApp({ at: '2023-11-01T09:00' });
  browser = await openBrowser(app.url);
  committee = await planningCommittee(app);
  briefing = `/my/meetings/${committee.meetingId}`;
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

async function signedIn(email: string, width = 1280): Promise<Page> {
  const page = await browser.newPage({ width });
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await page.waitForLoadState();
  return page;
}

const member = (name: string, width?: number): Promise<Page> => signedIn(`${name}@example.org`, width);

/** A page is looked at: axe finds nothing, nothing scrolls sideways, a picture is kept where pictures are asked for. */
async function look(page: Page, name: string): Promise<string> {
  await checkAccessibility(page);
  expect({ name, fits: await fitsItsWidth(page) }).toEqual({ name, fits: true });
  await screenshot(page, `planning-meeting-${name}`);
  return page.locator('main').innerText();
}

async function press(page: Page, button: string | RegExp): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.getByRole('main').getByRole('button', { name: button }).first().click();
  expect([200, 303]).toContain((await answered).status());
  await page.waitForLoadState();
}

async function fillDate(page: Page, legend: string, date: string): Promise<void> {
  const [year = '', month = '', day = ''] = date.split('-');
  const group = page.getByRole('group', { name: legend });
  await group.getByLabel('Day').fill(day);
  await group.getByLabel('Month').fill(month);
  await group.getByLabel('Year').fill(year);
}

/** The part of the briefing that is about the item with these words in its heading. */
const sectionOf = (page: Page, heading: string) =>
  page.locator('section', { has: page.getByRole('heading', { name: heading }) }).first();

it('a member is briefed, asks for a dispensation to speak, and is granted it', async () => {
  const birtle = await member('birtle');
  await birtle.goto(briefing);
  expect(await look(birtle, 'briefing')).toContain('1 item may touch what you have told us of');
  const item = sectionOf(birtle, 'Orchard Farm');
  await item.getByLabel('Yes', { exact: true }).check();
  await press(birtle, 'Save my answer');
  expect(await look(birtle, 'briefing-answered')).toContain('Say this at the meeting');
  await sectionOf(birtle, 'Orchard Farm')
    .getByRole('link', { name: /Ask for a dispensation/ })
    .click();
  await look(birtle, 'dispensation-ask');
  await birtle.getByLabel('Speaking, not voting').check();
  await birtle.getByRole('group', { name: 'On which ground?' }).getByRole('radio').nth(2).check();
  await fillDate(birtle, 'What is the first day?', '2023-11-02');
  await fillDate(birtle, 'What is the last day?', '2023-11-30');
  await birtle.getByLabel('Why should it be granted?').fill('Nobody else speaks for Cider Lane.');
  await press(birtle, 'Continue');
  expect(await look(birtle, 'dispensation-check')).toContain('Check what you ask');
  await press(birtle, 'Send the request');
  await look(birtle, 'dispensation-sent');

  app.moveClockTo('2023-11-02T10:00');
  const officer = await signedIn(committee.officer);
  await officer.goto('/officer/dispensations');
  await look(officer, 'dispensations');
  await officer
    .getByRole('main')
    .getByRole('link', { name: /birtle/ })
    .first()
    .click();
  await look(officer, 'dispensation');
  await officer.getByRole('button', { name: /Decide/ }).click();
  await look(officer, 'dispensation-decide');
  await officer.getByLabel('Granted', { exact: true }).check();
  await officer.getByRole('group', { name: 'Who decided?' }).getByRole('radio').first().check();
  await fillDate(officer, 'On which day?', '2023-11-02');
  await officer.getByLabel('What are the reasons?').fill('The ward would go unheard.');
  await officer.getByRole('group', { name: 'Does it reach the item' }).getByLabel('Yes').check();
  await press(officer, 'Record the decision');
  expect(await look(officer, 'dispensation-decided')).toContain('Granted');

  await birtle.goto(briefing);
  const relieved = await sectionOf(birtle, 'Orchard Farm').innerText();
  expect(relieved).toContain('You may speak');
  expect(relieved).toContain('Do not vote');
});

it('a member who must leave declares it before the meeting, in words that say what it is', async () => {
  const coyne = await member('coyne', 360);
  await coyne.goto(briefing);
  await look(coyne, 'briefing-phone');
  const item = sectionOf(coyne, '7 Tanyard Row');
  await item.getByLabel('Yes', { exact: true }).check();
  await press(coyne, 'Save my answer');
  expect(await sectionOf(coyne, '7 Tanyard Row').innerText()).toMatch(/Leave the room/);
  await sectionOf(coyne, '7 Tanyard Row').getByRole('link', { name: 'Declare this interest' }).click();
  await coyne.waitForLoadState();
  await look(coyne, 'declare-which');
  await press(coyne, 'Continue');
  await coyne.getByLabel('The nature of the interest').fill('as noted');
  await coyne.getByRole('main').getByRole('button', { name: 'Continue' }).click();
  await coyne.waitForLoadState();
  expect(await look(coyne, 'declare-refused')).toContain('There is a problem');
  await coyne.getByLabel('The nature of the interest').fill('I am the tenant of the house.');
  await press(coyne, 'Continue');
  await look(coyne, 'declare-intends');
  await coyne
    .getByLabel(/Leave the room while/)
    .first()
    .check();
  await press(coyne, 'Continue');
  expect(await look(coyne, 'declare-check')).toContain('because I am the tenant of the house');
  await press(coyne, 'Declare this');
  await look(coyne, 'declared');
});

it('the chair sees early that an item may fall below the quorum, and that it will', async () => {
  const chair = await member('ashdown');
  await chair.goto(`/meetings/${committee.meetingId}/chair`);
  const sheet = await look(chair, 'chair');
  expect(sheet).toContain('11 members with a vote are expected, of 11 seats. The quorum is 4.');
  expect(sheet).toMatch(/Licence to Trade.*\n*.*May fall below the quorum/i);
  expect(await sectionOf(chair, 'Tanyard Row').innerText()).toContain('coyne (Independent)');
  expect(await sectionOf(chair, 'Orchard Farm').innerText()).toContain(
    'May speak, then must leave for the vote',
  );
  await tradersSay('about-it');
  await chair.reload();
  const after = await sectionOf(chair, 'Licence to Trade').innerText();
  expect(after).toContain('Below the quorum');
  expect(after).toContain('Of the 11 expected, 2 can vote');
  expect(after).toContain('ground (a)');
});

/** All who trade in the square say that the item is about it. */
async function tradersSay(answer: 'about-it'): Promise<void> {
  await committee.council.inUnit(async (uow) => {
    for (const { memberId } of committee.traders) {
      const entry = (await app.get(Register).current(uow, memberId)).find(
        ({ details }) => details.category === 'employment',
      );
      await app.get(RelevanceAnswers).record(uow, {
        ...{ memberId, agendaItemId: committee.itemId(STALL_ITEM), itemTitle: committee.titleOf(STALL_ITEM) },
        ...{ interestId: entry?.entry.id ?? '', answer },
      });
    }
  });
}

it('the clerk records it on a tablet, through a lost connection, and the minutes say what happened', async () => {
  app.moveClockTo('2023-11-09T18:30');
  const clerk = await signedIn(committee.clerk, 1024);
  await clerk.goto(`/meetings/${committee.meetingId}/record`);
  const said = clerk.locator('#said', { hasText: 'ecorded.' });
  await clerk.getByRole('button', { name: 'The meeting begins' }).click();
  await clerk.getByText(/^The meeting began at/).waitFor();
  await clerk.getByRole('button', { name: 'Save, and everybody else is present' }).click();
  await said.waitFor({ state: 'attached' });

  const extension = clerk.locator('.record-item', { hasText: '7 Tanyard Row' });
  await extension.getByRole('button', { name: 'Said aloud' }).click();
  await extension.getByRole('button', { name: /Take back.*coyne declared/ }).waitFor();
  await extension.getByRole('button', { name: /Begin this item/ }).click();
  await extension.getByText(/Begun/).first().waitFor();

  await clerk.context().setOffline(true);
  await clerk.getByLabel('Who?').selectOption({ label: 'coyne' });
  await clerk.getByRole('button', { name: 'Left the room' }).click();
  const waiting = clerk.getByRole('region', { name: 'Waiting to be sent' });
  await waiting.getByText('Waiting to be sent (1)').waitFor();
  await look(clerk, 'record-offline');
  app.moveClockTo('2023-11-09T18:50');
  await clerk.context().setOffline(false);
  await waiting.waitFor({ state: 'hidden' });
  await extension
    .getByText(/coyne left the room/)
    .first()
    .waitFor();
  await clerk.getByLabel('Who?').selectOption({ label: 'coyne' });
  await clerk.getByRole('button', { name: 'Came back' }).click();
  await extension
    .getByText(/coyne came back/)
    .first()
    .waitFor();

  const lease = clerk.locator('.record-item', { hasText: 'Cricket Club' });
  await lease.getByRole('button', { name: /Begin this item/ }).click();
  await lease.getByText(/Begun/).first().waitFor();
  await clerk.getByText('A member declares an interest').click();
  await clerk.getByLabel('Who declares?').selectOption({ label: 'deverell' });
  await clerk.getByLabel('Which kind of interest?').selectOption('nri');
  await clerk.getByLabel('Whose interest is it?').selectOption('other');
  await clerk.getByLabel('What is it?').fill('My brother is the club’s treasurer.');
  await clerk.getByLabel('What did they say they will do?').selectOption('takes-part');
  await clerk.getByRole('button', { name: 'Save the declaration' }).click();
  await lease.getByRole('button', { name: /Take back.*deverell declared/ }).waitFor();
  await clerk.getByText('A vote, in numbers alone').click();
  await clerk.getByLabel('What was put to the vote?').last().selectOption({ index: 1 });
  await clerk.locator('#counts-for').fill('9');
  await clerk.locator('#counts-against').fill('1');
  await clerk.locator('#counts-abstained').fill('1');
  await clerk.getByRole('button', { name: /Save the vote in numbers/ }).click();
  await lease.getByText(/9 for/).first().waitFor();
  await look(clerk, 'record');

  await clerk.goto(`/meetings/${committee.meetingId}/minutes`);
  const minutes = await look(clerk, 'minutes');
  expect(minutes).toContain('coyne declared a disclosable pecuniary interest: I am the tenant of the house.');
  expect(minutes).toMatch(/coyne, having declared an interest, left the room at .* and returned at 6:\d\dpm/);
  expect(minutes).toContain(
    'deverell declared a non-registerable interest of a person or body close to them',
  );
  expect(minutes).toContain('9 for, 1 against, 1 abstained');
  expect(minutes).toContain('My brother is the club’s treasurer.');

  const anybody = await browser.newPage();
  await anybody.goto(`/declarations/${committee.council.slug}`);
  const declared = await look(anybody, 'declarations');
  expect(declared).toContain('I am the tenant of the house');
  expect(declared).toContain('deverell');
});

import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Observations, type MeetingObserved } from '../../src/meetings/index.js';
import { PASSWORD, startApp, type TestApp } from '../support/app.js';
import {
  checkAccessibility,
  fitsItsWidth,
  openBrowser,
  screenshot,
  type TestBrowser,
} from '../support/browser.js';
import { addRecorder, meetingDay, type MeetingDay } from '../support/meeting-day.js';

jest.setTimeout(180_000);

let app: TestApp;
let browser: TestBrowser;
let day: MeetingDay;
let email: string;
let path: string;
let accountId: string;

beforeAll(async () => {
  app = await startApp({ at: '2017-10-16T09:00' });
  browser = await openBrowser(app.url);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

let made = 0;
beforeEach(async () => {
  app.moveClockTo('2017-10-16T09:00');
  day = await meetingDay(app);
  email = `tablet-${++made}@example.org`;
  accountId = await addRecorder(app, day.clerk, email, 'Ria Clerk');
  path = `/meetings/${day.meetingId}/record`;
  app.moveClockTo('2017-10-24T10:00');
});

async function signIn(page: Page, as = email): Promise<void> {
  await page.getByLabel('Email address').fill(as);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** A tablet on which the page is open. Its clock is three hours fast. */
async function tablet(width = 1024): Promise<Page> {
  const page = await browser.newPage({ width });
  await page.addInitScript('const right = Date.now; Date.now = () => right() + 3 * 60 * 60_000;');
  await page.goto(path);
  await signIn(page);
  await page.waitForURL(`**${path}`);
  return page;
}

const observed = (): Promise<MeetingObserved> =>
  day.clerk.council.inUnit((uow) => app.get(Observations).ofMeeting(uow, day.meetingId));
const waiting = (page: Page) => page.getByRole('region', { name: 'Waiting to be sent' });
/** Everything that the browser keeps of this site. */
const kept = (page: Page): Promise<string> => page.evaluate<string>('JSON.stringify(localStorage)');

/** Waits until the page says that the server has recorded something. */
const recorded = (page: Page): Promise<void> =>
  page.locator('#said', { hasText: 'ecorded.' }).waitFor({ state: 'attached' });

async function leaves(page: Page, name: string): Promise<void> {
  await page.getByLabel('Who?').selectOption({ label: name });
  await page.getByRole('button', { name: 'Left the room' }).click();
}

it('sends without leaving the page, draws what is recorded, and keeps what somebody is in the middle of', async () => {
  const page = await tablet();
  await page.getByRole('button', { name: 'Save, and everybody else is present' }).click();
  await page.getByLabel('Time, if not now').first().fill('9.58am');
  await recorded(page);
  expect(await page.getByLabel('Time, if not now').first().inputValue()).toBe('9.58am');
  expect([...(await observed()).attendance.values()].map(({ as }) => as)).toEqual([
    'present',
    'present',
    'present',
  ]);
  await page.getByRole('button', { name: 'The meeting begins' }).click();
  await page.getByText(/^The meeting began at 9:58am/).waitFor();
  expect(await kept(page)).toBe('{}');
});

it('shows what is wrong beside the form, and what was entered stays', async () => {
  const page = await tablet();
  await page.getByRole('button', { name: 'Left the room' }).click();
  await page.getByText('Choose an answer: Who?').waitFor();
  await page.getByLabel('Time, if not now').first().fill('soon');
  await page.getByRole('button', { name: 'The meeting begins' }).click();
  await page.getByText('The time must be a time of day').waitFor();
  expect(await page.getByLabel('Time, if not now').first().inputValue()).toBe('soon');
  expect(await kept(page)).toBe('{}');
  expect(await day.clerk.rowsIn('observation')).toBe(0);
});

describe('when the connection is lost', () => {
  it('what is recorded waits, and is saved once each when the connection returns, at the time it was said', async () => {
    const page = await tablet();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Save, and everybody else is present' }).click();
    await waiting(page).getByText('Waiting to be sent (1)').waitFor();
    const third = day.items[2]?.id ?? '';
    await page.getByRole('button', { name: /Begin this item.*Mill Lane/ }).click();
    await page.getByText('3. Resurfacing of Mill Lane: begun. Not sent yet.').waitFor();
    await leaves(page, 'Ann Weir');
    await waiting(page).getByText('Waiting to be sent (3)').waitFor();
    expect(await waiting(page).innerText()).toContain('Ann Weir left the room (3. Resurfacing of Mill Lane)');
    await screenshot(page, 'record-offline-1024');
    await checkAccessibility(page);
    expect(await day.clerk.rowsIn('observation')).toBe(0);
    app.moveClockTo('2017-10-24T10:20');
    await page.context().setOffline(false);
    await waiting(page).waitFor({ state: 'hidden' });
    const { attendance, absences, begun } = await observed();
    expect([...attendance.keys()].sort()).toEqual([day.ann, day.bob, day.cai].sort());
    expect([...begun.keys()]).toEqual([third]);
    expect(absences).toMatchObject([{ memberId: day.ann, left: { itemId: third } }]);
    expect(await day.clerk.rowsIn('observation')).toBe(5);
    // It was said a few seconds before the connection came back, on the application's clock.
    const ago = new Date('2017-10-24T09:20:00Z').getTime() - (absences[0]?.left.saidAt.getTime() ?? 0);
    expect(ago).toBeGreaterThan(0);
    expect(ago).toBeLessThan(60_000);
    await page
      .getByText(/^Ann Weir left the room at 10:/)
      .first()
      .waitFor();
    expect(await kept(page)).toBe('{}');
  });

  it('what waits is sent although the answer to it was lost', async () => {
    const page = await tablet();
    // The server hears it and the device does not hear the server.
    let heard = 0;
    await page.route('**/record/observations', async (route) => {
      heard += 1;
      if (heard > 1) return route.continue();
      await route.fetch();
      return route.abort('connectionreset');
    });
    await page.getByRole('button', { name: 'The meeting begins' }).click();
    await waiting(page).getByText('The meeting began').waitFor();
    expect(await day.clerk.rowsIn('observation')).toBe(1);
    await page.evaluate(`window.dispatchEvent(new Event('online'))`);
    await waiting(page).waitFor({ state: 'hidden' });
    expect(heard).toBe(2);
    expect(await day.clerk.rowsIn('observation')).toBe(1);
  });

  it('and the session ends meanwhile, it is saved after signing in again, in a page that was loaded anew', async () => {
    const page = await tablet();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'The meeting begins' }).click();
    await leaves(page, 'Bob Lock');
    await waiting(page).getByText('Waiting to be sent (2)').waitFor();
    await app.owner.query(`delete from session where sess->'passport'->>'user' = $1`, [accountId]);
    await page.context().setOffline(false);
    await waiting(page).getByText('You are signed out.').waitFor();
    await waiting(page).getByRole('link', { name: 'Sign in' }).click();
    await signIn(page);
    await page.waitForURL(`**${path}`);
    await page.getByText(/^The meeting began at/).waitFor();
    await waiting(page).waitFor({ state: 'hidden' });
    const { absences, opened } = await observed();
    expect(opened).toBeDefined();
    expect(absences.map(({ memberId }) => memberId)).toEqual([day.bob]);
    // The page that sent it was not the one that took it down: only the device knew when that was.
    const ago = new Date('2017-10-24T09:00:00Z').getTime() - (absences[0]?.left.saidAt.getTime() ?? 0);
    expect(ago).toBeGreaterThan(0);
    expect(ago).toBeLessThan(60_000);
    expect(await day.clerk.rowsIn('observation')).toBe(2);
    expect(await kept(page)).toBe('{}');
  });

  it('what one clerk recorded is not sent by another who signs in on the same device', async () => {
    const page = await tablet();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'The meeting begins' }).click();
    await waiting(page).getByText('Waiting to be sent (1)').waitFor();
    await app.owner.query(`delete from session where sess->'passport'->>'user' = $1`, [accountId]);
    await page.context().setOffline(false);
    await waiting(page).getByRole('link', { name: 'Sign in' }).click();
    await addRecorder(app, day.clerk, `other-${email}`, 'Sid Clerk');
    await signIn(page, `other-${email}`);
    await page.waitForURL(`**${path}`);
    await waiting(page)
      .getByText('Somebody else recorded things on this device that wait to be sent (1)')
      .waitFor();
    expect(await day.clerk.rowsIn('observation')).toBe(0);
  });

  it('what is refused afterwards is listed with the reason, and can be put back and corrected', async () => {
    const page = await tablet();
    await page.context().setOffline(true);
    await page.getByLabel('Time, if not now').first().fill('soon');
    await page.getByRole('button', { name: 'The meeting begins' }).click();
    await leaves(page, 'Ann Weir');
    await waiting(page).getByText('Waiting to be sent (2)').waitFor();
    await page.context().setOffline(false);
    await waiting(page).getByText('Not recorded (1)').waitFor();
    expect(await waiting(page).innerText()).toContain('The time must be a time of day');
    await page
      .getByText(/^Ann Weir left the room at/)
      .first()
      .waitFor();
    await checkAccessibility(page);
    await screenshot(page, 'record-refused-1024');
    await waiting(page).getByRole('button', { name: 'Put back into its form' }).click();
    await page.getByLabel('Time, if not now').first().fill('9.58am');
    await page.getByRole('button', { name: 'The meeting begins' }).click();
    await page.getByText(/^The meeting began at 9:58am/).waitFor();
    expect(await kept(page)).toBe('{}');
  });

  it('a declaration keeps the title of the item that was open, whichever was open before', async () => {
    const page = await tablet();
    await page.context().setOffline(true);
    const [, , third] = day.items;
    await page.locator(`[data-open="${third?.id ?? ''}"]`).click();
    await page.getByText('A member declares that section 106 applies to them (council tax)').click();
    const form = page.locator('#arrears');
    await form.getByLabel('Who declares it?').selectOption({ label: 'Ann Weir' });
    await form.getByRole('button', { name: /Save that section 106/ }).click();
    await waiting(page).getByText('Waiting to be sent (1)').waitFor();
    const words = await kept(page);
    expect(words).toContain(third?.title ?? 'no third item');
    expect(words).not.toContain(day.items[0]?.title ?? 'no first item');
  });

  it('no word of an interest that is withheld is kept on the device', async () => {
    const page = await tablet();
    await page.context().setOffline(true);
    await page.getByText('A member declares an interest').click();
    const form = page.locator('#declare');
    await form.getByLabel('Who declares?').selectOption({ label: 'Ann Weir' });
    await form.getByLabel('What is it?').fill('Hartlebrook shelter');
    await form.getByLabel('Which kind of interest?').selectOption('dpi');
    await form.getByLabel('Whose interest is it?').selectOption('self');
    await form.getByLabel('What did they say they will do?').selectOption('leaves');
    await form.getByLabel(/The member said that it is sensitive/).check();
    await form.getByRole('button', { name: 'Save the declaration' }).click();
    await waiting(page).getByText('Waiting to be sent (1)').waitFor();
    // For council tax there is no box to type anything in.
    expect(await page.locator('#arrears').locator('input:not([type="hidden"]), textarea').count()).toBe(0);
    const words = await kept(page);
    expect(words).toContain('existenceOnly');
    expect(words).not.toMatch(/Hartlebrook|nature|_csrf|[0-9a-f]{64}/);
  });
});

describe.each([1280, 1024, 360, 320])('at %d pixels', (width) => {
  /** The same page four times: axe looks at it once, as it is on the smallest screen. */
  const look = async (page: Page): Promise<void> => {
    if (width === 320) await checkAccessibility(page);
    expect(await fitsItsWidth(page)).toBe(true);
  };

  it('the pages fit and are accessible', async () => {
    const page = await tablet(width);
    await page.getByRole('button', { name: 'Save, and everybody else is present' }).click();
    await recorded(page);
    await page.getByText('A member declares an interest').click();
    await page.getByText('A vote, by name').click();
    await leaves(page, 'Ann Weir');
    await page
      .getByText(/^Ann Weir left the room at/)
      .first()
      .waitFor();
    const form = page.locator('#declare');
    await form.getByLabel('Who declares?').selectOption({ label: 'Bob Lock' });
    await form.getByLabel('Which kind of interest?').selectOption('odi');
    await form.getByLabel('Whose interest is it?').selectOption('self');
    await form.getByLabel('What is it?').fill('Trustee of Tarrow Bridge Trust');
    await form.getByLabel('What did they say they will do?').selectOption('takes-part');
    await form.getByRole('button', { name: 'Save the declaration' }).click();
    await page.getByText(/^Bob Lock declared an other disclosable interest/).waitFor();
    // The clock of a test stands still: without this, the vote may have been said a moment before she left.
    app.moveClockTo('2017-10-24T10:05');
    await page.getByText('A vote, in numbers alone').click();
    const counts = page.locator('#counts');
    await counts.getByLabel('What was put to the vote?').selectOption('motion');
    for (const way of ['For', 'Against', 'Abstained'])
      await counts.getByLabel(way, { exact: true }).fill('1');
    await counts.getByRole('button', { name: 'Save the vote' }).click();
    await page.getByText(/^3 votes are recorded on the motion at item 1, and 2 members/).waitFor();
    // Who works by the keyboard is where they were.
    expect(await page.evaluate<string>('document.activeElement.textContent')).toContain('Save the vote');
    await screenshot(page, `record-${width}`);
    await look(page);
    await page.goto(`/meetings/${day.meetingId}/minutes`);
    await page.getByText('Copy the text').click();
    await screenshot(page, `minutes-${width}`);
    await look(page);
  });

  it('a member says whether they will attend', async () => {
    const page = await browser.newPage({ width });
    await page.goto(`/my/meetings/${day.meetingId}/attending`);
    await signIn(page, `dee-${day.clerk.council.slug}@example.org`);
    await page.getByRole('button', { name: 'Save' }).click();
    await screenshot(page, `attending-${width}`);
    await look(page);
  });
});

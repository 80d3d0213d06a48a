import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Anchors, Audit } from '../../src/audit/index.js';
import { Roles } from '../../src/identity/index.js';
import { PASSWORD, startApp, type TestApp } from '../support/app.js';
import {
  checkAccessibility,
  fitsItsWidth,
  openBrowser,
  screenshot,
  type TestBrowser,
} from '../support/browser.js';
import { agendaAbout, clerkOfNewCouncil } from '../support/clerk.js';
import type { Council } from '../support/council.js';
import { addMember } from '../support/members.js';

jest.setTimeout(120_000);

let app: TestApp;
let browser: TestBrowser;
let council: Council;
let granted: string;

beforeAll(async () => {
  app = await startApp({ at: '2017-10-16T09:00' });
  browser = await openBrowser(app.url);
  const clerk = await clerkOfNewCouncil(app);
  council = clerk.council;
  const { memberId } = await addMember(app, council, 'ada.archer@example.org', { on: '2017-05-08' });
  const { meetingId } = await clerk.saved(agendaAbout('Mill Lane'));
  const accountId = await app.addPerson('olive@example.org', { name: 'Olive Officer' });
  await council.inUnit(async (uow) => {
    await app.get(Roles).grant(uow, { accountId, role: 'monitoring-officer', fromOn: '2017-01-01' });
    const payload = {
      memberId,
      meetingId,
      decidedBy: accountId,
      reason: 'So many live on Mill Lane that no quorum would be left',
    };
    const subject = { type: 'dispensation', id: memberId };
    app.get(Audit).record(uow, { action: 'dispensation.granted', subject, payload });
  });
  const { rows } = await app.owner.query<{ position: string }>(
    'select position from audit_head where authority_id = $1',
    [council.authorityId],
  );
  granted = rows[0]?.position ?? '';
  for (const day of ['16', '17', '18']) {
    app.moveClockTo(`2017-10-${day}T09:00`);
    await app.get(Anchors).anchorToday();
  }
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill('olive@example.org');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/officer');
}

describe.each([1280, 360, 320])('at %d pixels', (width) => {
  const look = async (page: Page, name: string): Promise<void> => {
    await screenshot(page, `${name}-${width}`);
    if (width === 320) await checkAccessibility(page);
    expect(await fitsItsWidth(page)).toBe(true);
  };

  it('an officer follows a member through the record, to one event and on from it', async () => {
    const page = await browser.newPage({ width });
    await signIn(page);
    await page.goto('/officer/audit');
    await look(page, 'audit-list');
    await page.getByText('Show some of it').click();
    await page.getByLabel('About which member').selectOption('ada.archer');
    await page.getByRole('button', { name: 'Show these' }).click();
    await page.getByRole('heading', { name: 'Everything about ada.archer' }).waitFor();
    await look(page, 'audit-member');
    await page.getByRole('link', { name: `${granted}. Granted a dispensation` }).click();
    await page.getByRole('heading', { name: 'Granted a dispensation' }).waitFor();
    await look(page, 'audit-event');
    await page.goto('/officer/audit?from=yesterday&kind=x');
    await look(page, 'audit-refused');
    await page.goto('/officer/audit/export');
    await look(page, 'audit-export');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^audit-council-\d+-2017-10-18-events-1-\d+\.zip$/);
  });

  it('anybody reads the anchors', async () => {
    const page = await browser.newPage({ width });
    await page.goto('/anchors');
    await look(page, 'anchors');
    await page.getByRole('link', { name: 'Council 1' }).click();
    await page.getByText('18 October 2017').waitFor();
    await look(page, 'anchors-of-council');
  });
});

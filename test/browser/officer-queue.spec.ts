import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Authorities } from '../../src/authorities/index.js';
import { Roles } from '../../src/identity/index.js';
import { civilDate } from '../../src/law/index.js';
import { Notifications, Queries, Register, type InterestDetails } from '../../src/register/index.js';
import { PASSWORD, startApp, type TestApp } from '../support/app.js';
import {
  checkAccessibility,
  fitsItsWidth,
  openBrowser,
  screenshot,
  type TestBrowser,
} from '../support/browser.js';
import { foundCouncil, type Council } from '../support/council.js';
import { addMember, type SignedMember } from '../support/members.js';
import { notify } from '../support/notify.js';

// Twenty pages, each looked at by axe, while another browser shares the cores.
jest.setTimeout(240_000);

const land = (address: string, more: object = {}): InterestDetails => ({
  category: 'land',
  address,
  natureOfInterest: 'Owner',
  ...more,
});
const job = (role: string): InterestDetails => ({
  ...{ category: 'employment', role, employer: 'Hartlebrook Family Support Ltd' },
});
const some = (...interests: InterestDetails[]) => ({ answer: 'entries', interests }) as const;

let app: TestApp;
let browser: TestBrowser;
let council: Council;
let ann: SignedMember;
let scans: string;

beforeAll(async () => {
  app = await startApp({ at: '2021-09-01T09:00' });
  browser = await openBrowser(app.url);
  council = await foundCouncil(app);
  scans = mkdtempSync(join(tmpdir(), 'probity-scans-'));
  writeFileSync(join(scans, 'form.pdf'), '%PDF-1.4 a form');
  await council.inUnit((uow) =>
    app.get(Authorities).adoptCode(uow, { code: 'lga-model-2020', fromOn: civilDate('2021-05-01') }),
  );
  for (const [name, role] of [
    ['Olive Orr', 'monitoring-officer'],
    ['Dan Dale', 'deputy-monitoring-officer'],
  ] as const) {
    const accountId = await app.addPerson(`${name.split(' ')[0]?.toLowerCase()}@example.org`, { name });
    await council.inUnit((uow) => app.get(Roles).grant(uow, { accountId, role, fromOn: '2017-01-01' }));
  }
  ann = await addMember(app, council, 'ann@example.org', { on: '2021-05-10' });
  const first = {
    'land/self': some(land('3 Mill Lane, Tarrow'), land('Plot 7, Quay Road')),
    'employment/self': some(job('Clerk')),
  };
  const id = await notify(app, council, { ...ann, answers: first });
  await council.inUnit((uow) => app.get(Register).enter(uow, id));
});
afterAll(async () => {
  await browser.close();
  await app.close();
  rmSync(scans, { recursive: true });
});

/** What Ann tells next: everything she holds, in part otherwise, and then a change. Gives the addresses of their pages. */
async function annTells(): Promise<{ whole: string; change: string }> {
  const answers = {
    'land/self': some(land('3 Mill Lane, Tarrow', { postcode: 'WR1 1AA' }), land('Quay House')),
    'employment/self': some(job('Director')),
  };
  const whole = await notify(app, council, { ...ann, answers });
  const acting = {
    authorityId: council.authorityId,
    actor: { kind: 'person', accountId: ann.accountId },
  } as const;
  const entries = await council.inUnit((uow) => app.get(Register).current(uow, ann.memberId));
  const about = entries.find(({ entry }) => entry.category === 'employment')?.entry.id ?? '';
  const { id: change } = await app.database.unitOfWork(acting, (uow) =>
    app.get(Notifications).receiveChange(uow, ann.memberId, {
      ...{ act: 'change', heldBy: 'self', details: job('Chair'), aboutEntryId: about },
      ...{ effectiveOn: civilDate('2021-08-20'), awareOn: civilDate('2021-08-24') },
    }),
  );
  return { whole: `/officer/notifications/${whole}`, change: `/officer/notifications/${change}` };
}

async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill('olive@example.org');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

describe.each([1280, 320])('at %d pixels', (width) => {
  const look = async (page: Page, name: string): Promise<void> => {
    await screenshot(page, `officer-${name}-${width}`);
    // The same page twice: axe looks at it once, as it is on a phone.
    if (width === 320) await checkAccessibility(page);
    expect(await fitsItsWidth(page)).toBe(true);
  };

  it('the officer compares, asks, enters part and then the rest', async () => {
    const page = await browser.newPage({ width });
    await signIn(page);
    const { whole, change } = await annTells();
    await page.goto('/officer/notifications');
    await look(page, 'queue');
    await page.goto(change);
    await look(page, 'change');
    await page.goto(whole);
    await look(page, 'compare');

    await page
      .getByRole('link', { name: /Ask the member about it *: Land, member, Owner: Quay House/ })
      .click();
    await page.getByRole('button', { name: 'Send the question' }).click();
    await look(page, 'ask-refused');
    await page.getByLabel(/What do you want to ask/).fill('Is Quay House let?\nYour form does not say.');
    await page.getByRole('button', { name: 'Send the question' }).click();
    await look(page, 'asked');
    await council.inUnit(async (uow) => {
      const [waiting] = await app.get(Queries).waitingFor(uow, ann.memberId);
      const given = { queryId: waiting?.query.id ?? '', answer: 'Yes, to a tenant.', withdraws: false };
      await app.get(Queries).answer(uow, ann.memberId, given);
    });

    await page.getByRole('button', { name: 'Enter what is selected' }).click();
    await look(page, 'part-refused');
    await page.getByLabel(/Owner: Quay House/).check();
    await page.getByRole('button', { name: 'Enter what is selected' }).click();
    await look(page, 'part');
    await page.getByRole('button', { name: 'Enter in the register' }).click();
    await page.goto(change);
    await page.getByRole('button', { name: 'Enter in the register' }).click();

    await page.goto(`/officer/members/${ann.memberId}/register`);
    await look(page, 'register');
    await page.getByLabel('Day', { exact: true }).fill('31');
    await page.getByLabel('Month').fill('8');
    await page.getByLabel('Year').fill('2021');
    await page.getByRole('button', { name: 'Show that day' }).click();
    expect(await page.getByRole('heading', { level: 2 }).first().textContent()).toBe(
      'In the register at the end of 31 August 2021',
    );
    await look(page, 'register-as-at');
    await page.goto(`/officer/members/${ann.memberId}`);
    await look(page, 'member');
  });

  it('a form on paper is typed in with its scan', async () => {
    const member = await addMember(app, council, `paper-${width}@example.org`, { on: '2021-08-20' });
    const page = await browser.newPage({ width });
    await signIn(page);
    await page.goto(`/officer/members/${member.memberId}/paper`);
    await look(page, 'paper-list');
    await notify(app, council, { ...member, answers: { 'land/self': some(land('Quay House')) } });
    await page.reload();
    await page.getByRole('button', { name: 'Begin with my last answers' }).click();
    for (const category of ['other-bodies', 'gifts']) {
      await page.goto(`/officer/members/${member.memberId}/paper/${category}/self`);
      await page.getByLabel('No, nothing to register').check();
      await page.getByRole('button', { name: 'Continue' }).click();
    }
    await page.goto(`/officer/members/${member.memberId}/paper/check`);
    await look(page, 'paper-check');
    await page.getByRole('button', { name: 'Record the form' }).click();
    await look(page, 'paper-refused');
    await page.getByLabel('Day', { exact: true }).fill('30');
    await page.getByLabel('Month').fill('8');
    await page.getByLabel('Year').fill('2021');
    await page.getByLabel('The scan of the form').setInputFiles(join(scans, 'form.pdf'));
    await page.getByLabel(/What is typed in is what the form says/).check();
    await page.getByRole('button', { name: 'Record the form' }).click();
    expect(await page.getByText('The form is recorded.').isVisible()).toBe(true);
    await look(page, 'paper-recorded');
  });

  it('and leaves a member to a deputy, who is named', async () => {
    const member = await addMember(app, council, `aside-${width}@example.org`, { on: '2021-08-20' });
    const id = await notify(app, council, { ...member, answers: { 'land/self': some(land('Quay House')) } });
    const page = await browser.newPage({ width });
    await signIn(page);
    await page.goto(`/officer/notifications/${id}`);
    await page.getByRole('button', { name: 'I have an interest in this: leave it to a deputy' }).click();
    await look(page, 'step-aside');
    await page.getByRole('button', { name: 'Leave it to a deputy' }).click();
    expect(await page.getByText('Who can act: Dan Dale.').isVisible()).toBe(true);
    await look(page, 'aside');
  });
});

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Authorities } from '../../src/authorities/index.js';
import { civilDate } from '../../src/law/index.js';
import { Notifications, Queries, Register, type ToldInterest } from '../../src/register/index.js';
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

jest.setTimeout(240_000);

const WIDTH = 360;
const LAND = { category: 'land', address: '3 Mill Lane, Tarrow', natureOfInterest: 'Owner' } as const;
const JOB = { category: 'employment', role: 'Nurse', employer: 'Tarrow Surgery' } as const;
const GIFT = {
  category: 'gifts',
  donor: 'Tarrow Build',
  what: 'Dinner for two at the Weir Inn',
  ...({ valuePence: 6000, valueIs: 'an-estimate' } as const),
  ...{ offeredOn: '2024-05-20', accepted: true, asCouncillor: true },
} as const;

let app: TestApp;
let browser: TestBrowser;
let council: Council;
let member: SignedMember;
let entryId: string;
let queryId: string;

/** A member of a year’s standing: history, something pending, a gift, a question, and the confirmation due. */
beforeAll(async () => {
  app = await startApp({ at: '2023-06-01T09:00' });
  browser = await openBrowser(app.url);
  council = await foundCouncil(app);
  await council.inUnit((uow) =>
    app.get(Authorities).adoptCode(uow, { code: 'lga-model-2020', fromOn: civilDate('2023-05-18') }),
  );
  member = await addMember(app, council, 'long-standing@example.org', { on: '2023-05-08' });
  const answers = {
    'land/self': { answer: 'entries', interests: [LAND] },
    'employment/partner': { answer: 'entries', interests: [JOB] },
  } as const;
  await enter(await notify(app, council, { ...member, hasPartner: true, answers }));
  const first = await currentOf('land');
  app.moveClockTo('2024-05-20T09:00');
  const changed = { act: 'change', heldBy: 'self', effectiveOn: civilDate('2024-05-01') } as const;
  await enter(
    await receive({ ...changed, details: { ...LAND, natureOfInterest: 'Landlord' }, aboutEntryId: first }),
  );
  entryId = await currentOf('land');
  const ended = {
    act: 'end',
    heldBy: 'partner',
    details: JOB,
    effectiveOn: civilDate('2024-05-18'),
  } as const;
  const notificationId = await receive({ ...ended, aboutEntryId: await currentOf('employment') });
  await receive({ act: 'add', heldBy: 'self', details: GIFT });
  queryId = await council.inUnit(async (uow) => {
    const interestId = (await app.get(Notifications).open(uow, notificationId))?.interests[0]?.id ?? '';
    const question = 'Did it end on the 18th, or was that the last day at work?';
    return done(await app.get(Queries).ask(uow, { notificationId, interestId, question })).id;
  });
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const enter = (id: string): Promise<unknown> => council.inUnit((uow) => app.get(Register).enter(uow, id));
const receive = (told: ToldInterest): Promise<string> =>
  app.database.unitOfWork(
    { authorityId: council.authorityId, actor: { kind: 'person', accountId: member.accountId } },
    async (uow) => (await app.get(Notifications).receiveChange(uow, member.memberId, told)).id,
  );
const currentOf = (category: 'land' | 'employment'): Promise<string> =>
  council.inUnit(async (uow) => {
    const held = await app.get(Register).current(uow, member.memberId);
    return held.find(({ entry }) => entry.category === category)?.entry.id ?? '';
  });

async function signedIn(javaScript: boolean): Promise<Page> {
  const page = await browser.newPage({ width: WIDTH, javaScript });
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill(member.email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  return page;
}

async function fillDay(
  page: Page,
  name: string,
  [day, month, year]: readonly [string, string, string],
): Promise<void> {
  await page.locator(`#${name}-day`).fill(day);
  await page.locator(`#${name}-month`).fill(month);
  await page.locator(`#${name}-year`).fill(year);
}
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name }).click();

/** A look at a page as it is: it fits a phone and, where scripts may run, axe finds nothing on it. */
type Look = (page: Page, name: string) => Promise<void>;

/** The whole of it as one person does it, on a phone. */
async function walk(page: Page, look: Look): Promise<void> {
  await page.goto('/my');
  await look(page, 'my');
  await page.goto('/my/interests');
  await look(page, 'list');
  await page.getByRole('link', { name: 'Change' }).first().click();
  await page.getByLabel('Interest in the land').fill('');
  await press(page, 'Continue');
  await look(page, 'change-refused');
  await page.getByLabel('Interest in the land').fill('Joint landlord');
  await press(page, 'Continue');
  await look(page, 'change-more');
  await page.getByLabel('Income from it').check();
  await press(page, 'Continue');
  await press(page, 'Continue');
  await look(page, 'change-days-refused');
  await fillDay(page, 'effectiveOn', ['10', '5', '2024']);
  await fillDay(page, 'awareOn', ['10', '5', '2024']);
  await press(page, 'Continue');
  await look(page, 'change-check');
  await press(page, 'Change the days');
  await press(page, 'Continue');
  await press(page, 'Send to the monitoring officer');
  await page.waitForURL('**/told/*');
  await look(page, 'told');
}

describe('on a phone', () => {
  it('everything that a member does works without JavaScript, and once however often it is done', async () => {
    const page = await signedIn(false);
    const fits: Look = async (looked) => {
      await expect(fitsItsWidth(looked)).resolves.toBe(true);
    };
    await walk(page, fits);
    const first = page.url();
    await walk(page, fits);
    expect(page.url()).toBe(first);
  });

  it('axe finds nothing on any of the pages', async () => {
    const page = await signedIn(true);
    const look: Look = async (looked, name) => {
      await screenshot(looked, `my-interests-${name}-${WIDTH}`);
      await checkAccessibility(looked);
      expect(await fitsItsWidth(looked)).toBe(true);
    };
    await walk(page, look);
    const others = [
      ...['new', 'new/other-bodies/self', 'gifts', 'gifts/new', 'confirm', `questions/${queryId}`],
      ...[`${entryId}/end`, `${entryId}/correct`],
    ];
    for (const path of others) {
      await page.goto(`/my/interests/${path}`);
      await look(page, path.replace(/[0-9a-f-]{36}/, 'one').replaceAll('/', '-'));
    }
    await page.goto(`/my/interests/${await currentOf('employment')}/change`);
    await look(page, 'refused');
    await page.goto('/my/interests/confirm');
    await press(page, 'Confirm');
    await look(page, 'confirm-refused');
    await page.goto(`/my/interests/questions/${queryId}`);
    await page.getByLabel('Your answer').fill('It ended on the 18th.');
    await press(page, 'Send the answer');
    await look(page, 'question-answered');
    await page.goto('/my/interests');
    await page.getByRole('link', { name: 'Everything you hold' }).click();
    await look(page, 'receipt');
  });
});

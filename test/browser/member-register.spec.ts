import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { Authorities } from '../../src/authorities/index.js';
import { Roles } from '../../src/identity/index.js';
import { civilDate } from '../../src/law/index.js';
import { PASSWORD, startApp, type TestApp } from '../support/app.js';
import {
  checkAccessibility,
  fitsItsWidth,
  openBrowser,
  screenshot,
  type TestBrowser,
} from '../support/browser.js';
import { foundCouncil, type Council } from '../support/council.js';
import { addMember } from '../support/members.js';
import { NOTIFY } from '../support/notify-journey.js';

// Sixty pages on a phone, each looked at by axe, while other tests share the cores.
jest.setTimeout(300_000);

/** What a person fills in on one page, by what they read there. */
interface Filled {
  readonly type?: Readonly<Record<string, string>>;
  /** Answers chosen, each under its question. */
  readonly choose?: Readonly<Record<string, string>>;
  readonly date?: Readonly<Record<string, readonly [string, string, string]>>;
}

/** One question of the task list, answered with yes. */
interface Answered {
  readonly title: string;
  readonly pages: readonly Filled[];
  /** What the law's answer on the list says. */
  readonly law: string;
}

const OWN: readonly Answered[] = [
  {
    title: 'Employment, office, trade, profession or vocation',
    pages: [
      {
        type: {
          'Job, office, trade, profession or vocation': 'Farrier',
          'Employer or business': 'self-employed',
        },
        choose: { 'Is it carried on for profit or gain?': 'Yes' },
      },
    ],
    law: 'You must register this, because it is work carried on for profit or gain.',
  },
  {
    title: 'Sponsorship',
    pages: [
      {
        type: {
          'Who paid, or gave the benefit?': 'Riverside Alliance',
          'How much was it? (optional)': '£1,200.50',
        },
        choose: { 'What was it towards?': 'Your election expenses' },
        date: { 'When was it paid or given?': ['3', '5', '2026'] },
      },
    ],
    law: 'You must register this, because it is a payment towards your expenses',
  },
  {
    title: 'Contracts',
    pages: [
      {
        type: {
          'Who has the contract with the council?': 'Fotherby Gritting Ltd',
          'Company number (optional)': '1234567',
          'What goods, services or works is it for?': 'Gritting in winter',
          'What is it worth? (optional)': '48,000',
        },
      },
      {
        choose: {
          'What ties you to whoever has the contract?': 'You are a director',
          'Has everything under the contract been done and paid?': 'No',
        },
      },
    ],
    law: 'You must register this, because it is a contract with the council',
  },
  {
    title: 'Land',
    pages: [
      {
        type: {
          'Address of the land': '3 Mill Lane, Tarrow',
          'Postcode (optional)': 'wr52np',
          'Interest in the land': 'Owner',
          'Title number (optional)': 'wr123456',
          'UPRN (optional)': '100120667891',
        },
      },
      {
        choose: {
          'What does the interest give?': 'A right to live there or use the land',
          'Is it in the council’s area?': 'Yes',
          'Is it your usual home?': 'Yes',
        },
      },
    ],
    law: 'You must register this, because it is a beneficial interest in land in the council’s area.',
  },
  {
    title: 'Licences',
    pages: [
      {
        type: { 'Address of the land': 'Plot 14, Riverside Allotments, Tarrow' },
        date: { 'When did the licence begin?': ['1', '1', '2024'] },
      },
    ],
    law: 'We cannot tell yet whether you must register this. It depends on this: Is the land in the council’s area?',
  },
  {
    title: 'Corporate tenancies',
    pages: [
      {
        type: {
          'Firm or body that is the tenant': 'Fotherby Gritting Ltd',
          'Address of the land that it rents from the council': 'Unit 2, Weir Yard, Tarrow',
        },
      },
      { choose: { 'What ties you to the tenant?': 'You hold shares or other securities in it' } },
    ],
    law: 'You must register this, because the council is the landlord',
  },
  {
    title: 'Securities',
    pages: [
      {
        type: { 'Company or other body': 'Fotherby Gritting Ltd' },
        choose: { 'Has it a place of business or land in the council’s area?': 'Yes' },
      },
      {
        type: {
          'Nominal value of all the securities held (optional)': '100',
          'Nominal value of the shares among them (optional)': '100',
          'Nominal value of all the shares that the body has issued (optional)': '10,000',
        },
        choose: { 'Has the body one class of shares, or several?': 'One' },
      },
    ],
    law: 'One hundredth of the issued share capital, £10,000, is £100. The shares held, £100, are not more than that.',
  },
  {
    title: 'Other registrable interests',
    pages: [
      {
        type: { 'Name of the body': 'Tarrow Almshouse Trust', 'Your role in it': 'Trustee' },
        choose: { 'What sort of place is it?': 'The body has charitable purposes' },
      },
    ],
    law: 'You must register this, because your council’s code registers a place in a body of this sort.',
  },
  {
    title: 'Gifts and hospitality',
    pages: [
      {
        type: {
          'Who gave or offered it?': 'Riverside Alliance',
          'What was it?': 'Dinner for two',
          'What was it worth?': '65',
        },
        choose: {
          'Do you know the value?': 'No, I have estimated it',
          'Did you accept it?': 'I accepted it',
        },
        date: { 'When did you receive it?': ['6', '5', '2026'] },
      },
      {
        type: { 'Why did you accept it? (optional)': 'The opening of the new bridge.' },
        choose: { 'Was it given to you as a councillor?': 'Yes' },
      },
    ],
    law: 'You must register this, because under your council’s code it is worth enough to be registered.',
  },
];

const PARTNERS: Answered = {
  title: 'Employment, office, trade, profession or vocation',
  pages: [
    {
      type: {
        'Job, office, trade, profession or vocation': 'Nurse',
        'Employer or business': 'Tarrow Surgery',
      },
      choose: { 'Is it carried on for profit or gain?': 'I am not sure' },
    },
  ],
  law: 'We cannot tell yet whether you must register this. It depends on this: Is the work carried on for profit or gain?',
};

let app: TestApp;
let browser: TestBrowser;
let council: Council;

beforeAll(async () => {
  app = await startApp({ at: '2026-05-20T09:00' });
  browser = await openBrowser(app.url);
  council = await foundCouncil(app);
  await council.inUnit((uow) =>
    app.get(Authorities).adoptCode(uow, { code: 'lga-model-2020', fromOn: civilDate('2021-06-01') }),
  );
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

describe.each([true, false])('on a phone, with JavaScript: %s', (javaScript) => {
  const email = `member-${javaScript}@example.org`;
  let page: Page;
  let memberId = '';
  let looked = 0;

  /** Without JavaScript the pages are the same, and axe cannot run: they were looked at in the other pass. */
  async function look(name: string): Promise<string> {
    if (javaScript) {
      looked += 1;
      await screenshot(page, `member-register-${String(looked).padStart(2, '0')}-${name}`);
      await checkAccessibility(page);
      expect(await fitsItsWidth(page)).toBe(true);
    }
    return page.locator('main').innerText();
  }

  async function press(button: string): Promise<void> {
    await page.getByRole('main').getByRole('button', { name: button, exact: true }).click();
    await page.waitForLoadState();
    expect(await page.getByRole('alert').count()).toBe(0);
  }

  async function fill({ type = {}, choose = {}, date = {} }: Filled): Promise<void> {
    for (const [label, words] of Object.entries(type))
      await page.getByLabel(label, { exact: true }).fill(words);
    for (const [question, answer] of Object.entries(choose))
      await page.getByRole('group', { name: question }).getByLabel(answer, { exact: true }).check();
    for (const [legend, [day, month, year]] of Object.entries(date)) {
      const group = page.getByRole('group', { name: legend });
      await group.getByLabel('Day').fill(day);
      await group.getByLabel('Month').fill(month);
      await group.getByLabel('Year').fill(year);
    }
  }

  /** From the task list through the pages of one question, back to the task list. */
  async function answer({ title, pages, law }: Answered, whose: 'own' | 'partners'): Promise<void> {
    const tasks = page.getByRole('link', { name: title, exact: true });
    await (whose === 'own' ? tasks.first() : tasks.last()).click();
    const name = `${whose}-${title.toLowerCase().replace(/\W+/g, '-').slice(0, 20)}`;
    await look(`${name}-any`);
    await page.getByLabel('Yes', { exact: true }).check();
    await press('Continue');
    for (const [index, filled] of pages.entries()) {
      await look(`${name}-${index + 1}`);
      await fill(filled);
      await press('Save and continue');
    }
    expect(await look(`${name}-list`)).toContain(law);
    await page.getByLabel('No', { exact: true }).check();
    await press('Continue');
  }

  it('a member registers every category, their own and their partner’s, and gets a receipt', async () => {
    app.moveClockTo('2026-05-20T09:00');
    ({ memberId } = await addMember(app, council, email, { on: '2026-05-11' }));
    page = await browser.newPage({ width: 360, javaScript });
    await page.goto('/sign-in');
    await page.getByLabel('Email address').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await press('Sign in');
    await page.goto(NOTIFY);
    expect(await look('task-list')).toContain('You have completed 0 of 10 tasks.');
    await page.getByRole('link', { name: 'Your spouse or partner', exact: true }).click();
    await look('partner');
    await page.getByLabel('Yes').check();
    await press('Continue');

    for (const answered of OWN) await answer(answered, 'own');
    await answer(PARTNERS, 'partners');
    for (;;) {
      const open = page.locator('.govuk-task-list__item', { hasText: 'Not yet started' }).first();
      if ((await open.count()) === 0) break;
      await open.getByRole('link').click();
      await look('partners-nothing');
      await page.getByLabel('No, nothing to register').check();
      await press('Continue');
    }

    await page.getByRole('main').getByRole('button', { name: 'Check your answers and send' }).click();
    const checked = await look('check');
    for (const { law } of OWN) expect(checked).toContain(law);
    for (const words of ['company number 01234567', 'WR5 2NP', '£1,200.50', 'Nurse, Tarrow Surgery'])
      expect(checked).toContain(words);
    await page.getByRole('main').getByRole('checkbox').check();
    await press('Send to the monitoring officer');
    const receipt = await look('sent');
    expect(receipt).toContain('The monitoring officer received it on 20 May 2026 at 9am.');
    for (const { law } of OWN) expect(receipt).toContain(law);
    await page.context().close();
  });

  it('the monitoring officer enters it, and public page, CSV, JSON and a later day’s as-at say the same', async () => {
    const officer = `officer-${javaScript}@example.org`;
    const accountId = await app.addPerson(officer);
    const role = { accountId, role: 'monitoring-officer', fromOn: '2026-01-01' } as const;
    await council.inUnit((uow) => app.get(Roles).grant(uow, role));
    page = await browser.newPage({ javaScript });
    await page.goto('/sign-in');
    await page.getByLabel('Email address').fill(officer);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await press('Sign in');
    await page.goto('/officer/notifications');
    await page.getByRole('link', { name: email.split('@')[0] ?? '' }).click();
    await page.getByRole('main').getByRole('button', { name: 'Enter in the register' }).click();
    await page.waitForURL(/entered/);

    app.moveClockTo('2026-05-21T09:00');
    const place = `/register/${council.slug}/${memberId}`;
    const now = await published(place, '');
    expect(now.csv.length).toBe(OWN.length + 1);
    expect(now.csv).toContain('Farrier, self-employed');
    expect(now.csv).toContain('Nurse, Tarrow Surgery');
    expect(now.json).toEqual(now.csv);
    for (const words of now.csv) expect(now.page).toContain(words);
    expect(await published(place, '?as-at=2026-05-20')).toMatchObject({ csv: now.csv, json: now.json });
    expect((await published(place, '?as-at=2026-05-19')).csv).toEqual([]);
    await page.context().close();
  });

  /** The entries that are public in each form, sorted; and the page as it is read. */
  async function published(
    place: string,
    query: string,
  ): Promise<{ csv: string[]; json: string[]; page: string }> {
    const text = async (ending: string): Promise<string> =>
      (await fetch(`${app.url}${place}${ending}${query}`)).text();
    const rows = parse<{ kind: string; text: string }>(await text('.csv'), { columns: true, bom: true });
    const { persons } = JSON.parse(await text('.json')) as {
      persons: { categories: { entries: { null_entry: boolean; content: string }[] }[] }[];
    };
    const entries = persons.flatMap(({ categories }) => categories.flatMap((one) => one.entries));
    await page.goto(`${place}${query}`);
    return {
      csv: rows
        .filter(({ kind }) => kind === 'entry')
        .map((row) => row.text)
        .sort(),
      json: entries
        .filter((entry) => !entry.null_entry)
        .map(({ content }) => content)
        .sort(),
      page: await page.locator('main').innerText(),
    };
  }
});

import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { ProbityProcess } from '../process/probity-process.js';
import { clockIn, moveClock } from '../support/clock-file.js';
import { checkAccessibility, openBrowser, screenshot, type TestBrowser } from '../support/browser.js';

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The document of origin where it is present, otherwise our own of the same layout. */
const SEED = fromRoot('../shared/seed/worcestershire-agenda-2017-10-24.txt');
const OWN = fromRoot('test/fixtures/agendas/wyrefordshire-agenda-2017-10-24.txt');
const agenda = existsSync(SEED)
  ? { file: SEED, item: 'Ofsted Monitoring Visit Feedback', partnersEmployer: 'Ofsted' }
  : { file: OWN, item: 'Family Support Contract', partnersEmployer: 'Hartlebrook Family Support Ltd' };
if (!existsSync(SEED))
  console.warn('skipped the seed agenda: ../shared is not here. The project’s own is used.');

const MEMBER = {
  name: 'Ms I V Penhallow',
  email: 'penhallow@wyrefordshire.example',
  password: 'a first password',
};
const PANEL = 'Children and Families Overview and Scrutiny Panel';

/**
 * The main job, walked by a person in a browser against the process that `npm start` runs: embedded database, web and
 * worker in one. Only the clock is ours.
 */
describe('the main job on a real agenda', () => {
  let folder: string;
  let probity: ProbityProcess;
  let browser: TestBrowser;

  const setClock = (londonTime: string): void => {
    moveClock(folder, londonTime);
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'probity-main-job-'));
    chmodSync(folder, 0o711);
    setClock('2017-10-16T09:00');
    probity = new ProbityProcess({
      DATA_DIR: join(folder, 'data'),
      ...clockIn(folder),
    });
    browser = await openBrowser(await probity.ready());
  }, 240_000);

  afterAll(async () => {
    await browser.close();
    await probity.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A page is looked at: axe finds nothing, and a picture is kept where pictures are asked for. */
  async function look(page: Page, name: string): Promise<string> {
    await checkAccessibility(page);
    await screenshot(page, `main-job-${name}`);
    return page.locator('main').innerText();
  }

  async function signedIn(email: string, password = 'demonstration', width = 1280): Promise<Page> {
    const page = await browser.newPage({ width });
    await page.goto('/sign-in');
    await checkAccessibility(page);
    await page.getByLabel('Email address').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await submit(page, 'Sign in');
    return page;
  }

  async function submit(page: Page, button: string): Promise<void> {
    const answered = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('main').getByRole('button', { name: button, exact: true }).click();
    expect((await answered).status()).toBe(303);
    await page.waitForLoadState();
  }

  async function fillDate(
    page: Page,
    legend: string,
    [day, month, year]: readonly [string, string, string],
  ): Promise<void> {
    const group = page.getByRole('group', { name: legend });
    await group.getByLabel('Day').fill(day);
    await group.getByLabel('Month').fill(month);
    await group.getByLabel('Year').fill(year);
  }

  it('a councillor takes office, and the last day is start + 27', async () => {
    const admin = await signedIn('administrator@wyrefordshire.example');
    await admin.goto('/admin/people/add');
    await look(admin, 'add-person');
    await admin.getByLabel('Name', { exact: true }).fill(MEMBER.name);
    await admin.getByLabel('E-mail address').fill(MEMBER.email);
    await admin.getByLabel('First password').fill(MEMBER.password);
    await submit(admin, 'Add the person');
    await look(admin, 'person');

    await admin.getByRole('button', { name: 'Add an office' }).click();
    await look(admin, 'add-office');
    await admin.getByLabel('At which council?').selectOption({ label: 'Wyrefordshire County Council' });
    await admin.getByLabel('Elected').check();
    await admin.getByLabel('Anything').check();
    await fillDate(admin, 'On which day did they become a member?', ['9', '10', '2017']);
    await submit(admin, 'Add the office');
    expect(await look(admin, 'office')).toContain('5 November 2017');

    await admin.goto('/admin/authorities/wyrefordshire');
    await look(admin, 'authority');
    await admin.getByRole('link', { name: PANEL }).click();
    await admin.getByRole('button', { name: 'Add seats' }).click();
    await look(admin, 'add-seats');
    await admin.getByLabel('Member', { exact: true }).check();
    await admin.getByLabel('How many of them?').fill('1');
    await submit(admin, 'Add the seats');
    await admin.getByRole('link', { name: /^Fill.*, member$/ }).click();
    await look(admin, 'fill-seat');
    await admin.getByLabel('Which member?').selectOption({ label: MEMBER.name });
    await fillDate(admin, 'From which day?', ['9', '10', '2017']);
    await submit(admin, 'Seat the member');
    expect(await look(admin, 'body')).toContain(MEMBER.name);
    await admin.context().close();
  }, 240_000);

  it('they notify their own and their partner’s interests, on a phone', async () => {
    const page = await signedIn(MEMBER.email, MEMBER.password, 360);
    expect(await look(page, 'my')).toContain('5 November 2017');
    await page.goto('/my/interests/notify');
    await look(page, 'task-list');
    await page
      .getByRole('link', { name: /spouse|partner/i })
      .first()
      .click();
    await look(page, 'partner');
    await page.getByLabel('Yes').check();
    await submit(page, 'Continue');

    // Task by task, as the list offers them, until nothing is left to answer.
    for (let answered = 0; answered < 20; answered += 1) {
      await page.goto('/my/interests/notify');
      const open = page.locator('.govuk-task-list__item', { hasText: 'Not yet started' }).first();
      if ((await open.count()) === 0) break;
      await open.getByRole('link').click();
      const isEmployment = page.url().includes('/employment/');
      if (answered < 2) await look(page, `any-${answered}`);
      await page.getByLabel(isEmployment ? 'Yes' : 'No, nothing to register').check();
      await submit(page, 'Continue');
      if (isEmployment) await addEmployment(page, page.url().includes('/partner'));
    }

    await page.goto('/my/interests/notify/check');
    const checked = await look(page, 'check');
    expect(checked).toContain('Bookbinder');
    expect(checked).toContain(agenda.partnersEmployer);
    await page.getByRole('main').getByRole('checkbox').check();
    await submit(page, 'Send to the monitoring officer');
    expect(await look(page, 'sent')).toContain('16 October 2017');
    await page.context().close();
  }, 240_000);

  async function addEmployment(page: Page, isPartners: boolean): Promise<void> {
    await look(page, isPartners ? 'employment-partner' : 'employment');
    await page
      .getByLabel('Job, office, trade, profession or vocation')
      .fill(isPartners ? 'Inspector' : 'Bookbinder');
    await page
      .getByLabel('Employer or business')
      .fill(isPartners ? agenda.partnersEmployer : 'Penhallow Bindery');
    await submit(page, 'Save and continue');
    await look(page, 'list');
    await page.getByLabel('No').check();
    await submit(page, 'Continue');
  }

  it('the monitoring officer enters them in the register', async () => {
    const officer = await signedIn('officer@wyrefordshire.example');
    await officer.goto('/officer/notifications');
    await look(officer, 'queue');
    await officer.getByRole('link', { name: MEMBER.name }).click();
    expect(await look(officer, 'notification')).toContain(agenda.partnersEmployer);
    await submit(officer, 'Enter in the register');
    await officer.goto('/officer');
    const row = officer.getByRole('row', { name: new RegExp(MEMBER.name) });
    await expect(row.innerText()).resolves.toContain('Notified in time');
    await look(officer, 'board');
    await officer.context().close();
  }, 240_000);

  it('a clerk gives the system the agenda, checks what was read, and saves it', async () => {
    const clerk = await signedIn('clerk@wyrefordshire.example');
    await clerk.goto('/meetings/import');
    await look(clerk, 'import');
    await clerk.getByLabel('Choose the agenda’s file').setInputFiles(agenda.file);
    await submit(clerk, 'Read the agenda');
    const read = await look(clerk, 'review');
    expect(read).toContain('The printed list of members');
    await expect(clerk.getByLabel('At what time does it start?').inputValue()).resolves.toMatch(
      /^10(:00|am)/,
    );
    await submit(clerk, 'Save the meeting');
    const saved = await look(clerk, 'meeting');
    expect(saved).toContain('24 October 2017');
    expect(saved).toContain(agenda.item);

    // The same file again is refused with a clear sentence, and nothing is saved twice.
    await clerk.goto('/meetings/import');
    await clerk.getByLabel('Choose the agenda’s file').setInputFiles(agenda.file);
    await clerk.getByRole('button', { name: 'Read the agenda' }).click();
    await clerk.getByRole('alert').waitFor();
    await expect(clerk.getByRole('alert').innerText()).resolves.toMatch(/saved already|already/);
    await clerk.context().close();
  }, 240_000);

  it('a reminder arrives before the meeting, naming item and duty with reason and citation', async () => {
    // Three days before: Saturday 21 October, 09:00.
    setClock('2017-10-21T09:00:30');
    const officer = await signedIn('officer@wyrefordshire.example');
    let message: string | undefined;
    for (let tries = 0; message === undefined && tries < 60; tries += 1) {
      await officer.waitForTimeout(500);
      await officer.goto('/outbox');
      // Closed messages too: their text is on the page, though it is not shown.
      const text = (await officer.locator('main').textContent()) ?? '';
      message = text
        .split(/(?=To \S+@)/)
        .find((part) =>
          [MEMBER.email, agenda.item, '24 October 2017'].every((words) => part.includes(words)),
        );
    }
    await look(officer, 'outbox');
    expect(message).toContain('24 October 2017');
    expect(message).toContain(agenda.partnersEmployer);
    expect(message).toContain('If this item is about');
    expect(message).toContain('Do not vote on it.');
    expect(message).toContain('Leave the room while it is considered.');
    expect(message).toContain('Localism Act 2011 s.31(4)');
    await officer.context().close();

    const member = await signedIn(MEMBER.email, MEMBER.password);
    await member.goto('/my');
    await member
      .getByRole('link', { name: new RegExp(`${PANEL}.*24 October 2017|24 October 2017`) })
      .first()
      .click();
    const briefing = await look(member, 'briefing');
    expect(briefing).toContain(agenda.item);
    expect(briefing).toContain('Leave the room while it is considered.');
    await member.context().close();
  }, 240_000);

  it('afterwards the officer can see who owes what, and prove what happened', async () => {
    const officer = await signedIn('officer@wyrefordshire.example');
    await officer.goto('/officer');
    expect(await look(officer, 'board-after')).toContain('No answer received');
    await officer.getByRole('link', { name: MEMBER.name }).click();
    expect(await look(officer, 'member')).toContain('24 October 2017');
    await officer.goto('/officer/audit');
    const audit = await look(officer, 'audit');
    expect(audit).toContain(MEMBER.name);
    await officer.context().close();

    const verified = execFileSync(process.execPath, [fromRoot('bin/probity.js'), 'audit', 'verify'], {
      encoding: 'utf8',
      env: { ...process.env, DATA_DIR: join(folder, 'data') },
    });
    expect(JSON.parse(verified)).toMatchObject({ chains: 2, firstBroken: null });
  }, 240_000);
});

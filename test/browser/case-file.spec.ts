import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { Authorities, Bodies } from '../../src/authorities/index.js';
import { Roles } from '../../src/identity/index.js';
import { civilDate } from '../../src/law/index.js';
import { Members, Seats } from '../../src/members/index.js';
import { Register } from '../../src/register/index.js';
import { Gathering, Planner, Rounds, Sending } from '../../src/reminders/index.js';
import { PASSWORD, startApp, type TestApp } from '../support/app.js';
import {
  checkAccessibility,
  fitsItsWidth,
  openBrowser,
  screenshot,
  type TestBrowser,
} from '../support/browser.js';
import { done, foundCouncil, type Council } from '../support/council.js';
import { notify } from '../support/notify.js';
import { pdfWords } from '../support/pdf-words.js';
import { PLANNING_AGENDA } from '../support/planning-committee.js';

jest.setTimeout(240_000);

/**
 * One breach, from the agenda to the case file: a clerk gives the agenda in, the member is briefed of an item that matches
 * a registered interest, votes on it and declares nothing, and the officer opens a case file that shows every step.
 */
let app: TestApp;
let browser: TestBrowser;
let council: Council;
let memberId: string;

beforeAll(async () => {
  app = await startApp({ at: '2023-05-20T09:00' });
  browser = await openBrowser(app.url);
  council = await foundCouncil(app, 'district');
  await settle();
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

async function settle(): Promise<void> {
  for (const [email, name, role] of [
    ['clerk@example.org', 'Clement Clerk', 'democratic-services'],
    ['officer@example.org', 'Olive Officer', 'monitoring-officer'],
  ] as const) {
    const accountId = await app.addPerson(email, { name });
    await council.inUnit((uow) => app.get(Roles).grant(uow, { accountId, role, fromOn: '2023-01-01' }));
  }
  const since = civilDate('2021-05-10');
  const bodyId = await council.inUnit(async (uow) => {
    done(await app.get(Authorities).adoptCode(uow, { code: 'lga-model-2020', fromOn: since }));
    const quorum = { kind: 'fraction', oneIn: 3, atLeast: 2 } as const;
    return done(await app.get(Bodies).add(uow, { name: 'Planning Committee', kind: 'committee', quorum })).id;
  });
  const birtle = await councillor('Bea Birtle', 'birtle@example.org', bodyId);
  await councillor('Cal Coyne', 'coyne@example.org', bodyId);
  memberId = birtle.memberId;
  const land = {
    category: 'land',
    address: 'Orchard Farm, Cider Lane, Marlbury',
    natureOfInterest: 'Owner',
  } as const;
  const notification = await notify(app, council, {
    ...birtle,
    answers: { 'land/self': { answer: 'entries', interests: [land] } },
  });
  app.moveClockTo('2023-05-22T10:00');
  await council.inUnit(async (uow) => done(await app.get(Register).enter(uow, notification)));
}

async function councillor(
  name: string,
  email: string,
  bodyId: string,
): Promise<{ memberId: string; accountId: string }> {
  const accountId = await app.addPerson(email, { name });
  const on = civilDate('2023-05-09');
  const id = await council.inUnit(async (uow) => {
    const { id: member } = await app.get(Members).add(uow, { name, accountId, email });
    const office = { memberId: member, standing: 'elected', votesOn: 'any', becameMemberOn: on } as const;
    done(await app.get(Members).takeOffice(uow, office));
    const { id: seatId } = await app.get(Seats).add(uow, { bodyId, role: 'member' });
    done(await app.get(Seats).fill(uow, { seatId, memberId: member, fromOn: on }));
    return member;
  });
  return { memberId: id, accountId };
}

async function signedIn(email: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await page.waitForLoadState();
  return page;
}

/** A new page is looked at on both widths: nothing scrolls sideways, and axe finds nothing. */
async function look(page: Page, name: string): Promise<string> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect({ name, width, fits: await fitsItsWidth(page) }).toEqual({ name, width, fits: true });
    await screenshot(page, `case-file-${name}-${width}`);
  }
  await checkAccessibility(page);
  return page.locator('main').innerText();
}

const press = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('main').getByRole('button', { name }).first().click();
  await page.waitForLoadState();
};

/** The round hands jobs to the queue; a worker would do what is done here. */
async function sendMessages(): Promise<void> {
  await council.inUnit((uow) => app.get(Planner).plan(uow));
  await app.get(Rounds).run();
  const { messageIds } = await app.get(Gathering).gather(council.authorityId);
  for (const id of messageIds) await app.get(Sending).send(council.authorityId, id);
}

let meetingId = '';

it('the clerk gives the agenda in, and the member is sent and opens a briefing that names the interest', async () => {
  app.moveClockTo('2023-11-01T09:00');
  const clerk = await signedIn('clerk@example.org');
  await clerk.goto('/meetings/import');
  await clerk.getByLabel('Or paste its text').fill(PLANNING_AGENDA);
  await press(clerk, 'Read the agenda');
  await press(clerk, 'Save the meeting');
  expect(await clerk.locator('main').innerText()).toContain('The meeting is saved.');
  meetingId = /meetings\/([0-9a-f-]{36})/.exec(clerk.url())?.[1] ?? '';

  app.moveClockTo('2023-11-06T09:00');
  await sendMessages();
  app.moveClockTo('2023-11-08T20:15');
  const member = await signedIn('birtle@example.org');
  await member.goto(`/my/meetings/${meetingId}`);
  expect(await member.locator('main').innerText()).toContain('Orchard Farm');
});

it('the meeting is recorded: the member is present and votes on the item, and nothing is declared', async () => {
  app.moveClockTo('2023-11-09T18:30');
  const clerk = await signedIn('clerk@example.org');
  await clerk.goto(`/meetings/${meetingId}/record`);
  await clerk.getByRole('button', { name: 'The meeting begins' }).click();
  await clerk.getByText(/^The meeting began at/).waitFor();
  await clerk.getByRole('button', { name: 'Save, and everybody else is present' }).click();
  await clerk.locator('#said', { hasText: 'ecorded.' }).waitFor({ state: 'attached' });
  // What was recorded is drawn anew: a button of before would be pressed for nothing.
  await clerk.waitForLoadState('networkidle');
  app.moveClockTo('2023-11-09T18:42');
  const item = clerk.locator('.record-item', { hasText: 'Orchard Farm' });
  await item.getByRole('button', { name: /Begin this item/ }).click();
  await item.getByText(/Begun/).first().waitFor();
  app.moveClockTo('2023-11-09T18:58');
  await item.getByRole('link', { name: /Record something here/ }).click();
  await item.locator('#panel').waitFor();
  await clerk.getByText('A vote, by name').click();
  const vote = clerk.locator('#named');
  await vote.getByLabel('What was put to the vote?').selectOption({ index: 1 });
  await vote.getByRole('group', { name: 'Bea Birtle' }).getByLabel('For', { exact: true }).check();
  await vote.getByRole('group', { name: 'Cal Coyne' }).getByLabel('Against', { exact: true }).check();
  await vote.getByRole('button', { name: /Save the vote/ }).click();
  await item
    .getByText(/1 for, 1 against/)
    .first()
    .waitFor();
  app.moveClockTo('2023-11-09T20:00');
  await clerk.getByRole('button', { name: 'The meeting ends' }).click();
  await clerk.getByText(/^The meeting ended at/).waitFor();
});

it('the officer opens a case file from the meeting, and it shows every step with its day', async () => {
  app.moveClockTo('2023-11-13T10:00');
  const officer = await signedIn('officer@example.org');
  await officer.goto(`/meetings/${meetingId}`);
  await officer.getByRole('link', { name: 'Open a case file about this meeting' }).click();
  await officer.waitForLoadState();
  await look(officer, 'about');
  await officer.getByLabel('Which member is it about?').selectOption({ label: 'Bea Birtle' });
  await press(officer, 'Continue');
  await press(officer, 'Open the case file');
  expect(await look(officer, 'alleged-refused')).toContain('Enter what is alleged');
  await officer.getByLabel('Which item of business?').selectOption({
    label: '4. 23/00411/FUL – Land at Orchard Farm, Cider Lane, Marlbury – Twelve dwellings',
  });
  await officer
    .getByLabel('What is alleged?')
    .fill('A resident writes that the member voted on her own land.');
  await press(officer, 'Open the case file');
  const file = await look(officer, 'opened');
  for (const step of STEPS) expect(file).toMatch(step);
  expect(file).not.toMatch(/guilty|in breach/i);

  await officer.getByRole('link', { name: 'Record when evidence' }).click();
  await look(officer, 'evidence');
  await fillDate(officer, 'When did sufficient evidence', '2023-11-08');
  await press(officer, 'Save');
  expect(await look(officer, 'evidence-refused')).toContain('must be the same as or after the day');
  await fillDate(officer, 'When did sufficient evidence', '2023-11-13');
  await press(officer, 'Save');
  expect(await officer.locator('main').innerText()).toContain('Tuesday 12 November 2024, that day included');
  await officer.getByRole('link', { name: 'Add a note' }).click();
  await look(officer, 'note');
  await officer.getByLabel('What is to be noted?').fill('Asked the member to comment by 20 November.');
  await press(officer, 'Add the note');
  await officer.goto('/officer/cases');
  expect(await look(officer, 'list')).toContain('2023/01, Bea Birtle');
  await lookAtTheFolder(officer);
  await officer.goto(`/officer/cases/${await caseId()}/close`);
  await look(officer, 'close');
  await officer.getByLabel('What came of it?').fill('Handed to the police.');
  await press(officer, 'Close the case file');
  expect(await look(officer, 'closed')).toContain('Handed to the police.');
});

/** Each step from the agenda to the file, with the day or moment on which it was recorded. */
const STEPS = [
  /Became a member on\s+9 May 2023/,
  /Received\s+20 May 2023 at 9am/,
  /Entered in the register\s+22 May 2023 at 10am/,
  /Owner: Orchard Farm, Cider Lane, Marlbury/,
  /Agenda\s+1[\s\S]*Received\s+1 November 2023 at 9am, from Clement Clerk/,
  /Edition 1[\s\S]*Sent\s+6 November 2023/,
  /First opened\s+8 November 2023 at 8:15pm/,
  /No declaration of an interest in the item is recorded as made at the meeting/,
  /Attendance\s+Present, recorded 9 November 2023 at 6:(29|30)pm, by Clement Clerk/,
  /The member’s vote\s+Voted for/,
  /When\s+9 November 2023 at 6:5[78]pm, recorded/,
  /Dispensations\s+The member has asked for none/,
  /Could the duty of s\.31\(4\) not to vote have applied\?\s+Yes, if the item was about this interest/,
  /Cannot tell\. What is recorded neither shows an offence nor rules one out/,
  /Did the member have a reasonable excuse\?/,
  /The three years after the offence end on Monday 9 November 2026/,
  /Last day to bring proceedings\s+Cannot tell/,
  /Director of Public Prosecutions/,
  /in the version in force from 1 July 2012/,
];

it('the officer reads the reports, and is told what is wrong with a period', async () => {
  const officer = await signedIn('officer@example.org');
  await officer.goto('/officer/reports');
  await look(officer, 'reports');
  await fillDate(officer, 'What is the first day?', '2023-11-13');
  await fillDate(officer, 'What is the last day?', '2023-11-12');
  await press(officer, 'Make the annual report');
  expect(await look(officer, 'reports-refused')).toContain('must be the same as or after the first day');
  expect(await officer.getByLabel('Year').first().inputValue()).toBe('2023');
  await fillDate(officer, 'What is the first day?', '2023-05-01');
  await press(officer, 'Make the annual report');
  expect(await look(officer, 'report-annual')).toMatch(/Planning Committee\s+1\s+0\s+0/);
  await officer.goto('/officer/reports');
  await fillDate(officer, 'What is the first day?', '2023-10-01');
  await fillDate(officer, 'What is the last day?', '2023-11-12');
  await press(officer, 'List the gifts');
  expect(await look(officer, 'report-gifts')).toContain('0 gifts offered');
});

async function fillDate(page: Page, legend: string, date: string): Promise<void> {
  const [year = '', month = '', day = ''] = date.split('-');
  const group = page.getByRole('group', { name: legend });
  await group.getByLabel('Day').fill(day);
  await group.getByLabel('Month').fill(month);
  await group.getByLabel('Year').fill(year);
}

async function caseId(): Promise<string> {
  const { rows } = await app.owner.query<{ id: string }>('select id from case_file where member_id = $1', [
    memberId,
  ]);
  return rows[0]?.id ?? '';
}

/** What is downloaded is what the record says was: the hash of the folder, and of each part in it. */
async function lookAtTheFolder(officer: Page): Promise<void> {
  await officer.goto(`/officer/cases/${await caseId()}`);
  const waiting = officer.waitForEvent('download');
  await officer.getByRole('link', { name: 'Download everything as a folder' }).click();
  const bytes = readFileSync(await (await waiting).path());
  const sha256 = (part: Uint8Array): string => createHash('sha256').update(part).digest('hex');
  const { rows } = await app.owner.query<{ payload: { sha256: string } }>(
    `select p.payload from audit_event e join audit_payload p using (authority_id, "position")
     where e.action = 'case-file.exported' order by e."position" desc limit 1`,
  );
  expect(rows[0]?.payload.sha256).toBe(sha256(bytes));
  const folder = unzipSync(new Uint8Array(bytes));
  const partOf = (name: string): Uint8Array => folder[name] ?? new Uint8Array();
  const manifest = JSON.parse(strFromU8(partOf('MANIFEST.json'))) as {
    auditChain: { position: string; hash: string };
    parts: { name: string; sha256: string }[];
  };
  expect(manifest.parts.map(({ name }) => name)).toEqual([
    ...['case.pdf', 'case.json', 'timeline.csv', 'agenda-1.txt'],
  ]);
  for (const { name, sha256: told } of manifest.parts) expect(sha256(partOf(name))).toBe(told);
  const { rows: links } = await app.owner.query<{ hash: string }>(
    `select encode(hash, 'hex') as hash from audit_event where authority_id = $1 and "position" = $2`,
    [council.authorityId, manifest.auditChain.position],
  );
  expect(links[0]?.hash).toBe(manifest.auditChain.hash);
  expect(strFromU8(partOf('agenda-1.txt'))).toContain('Land at Orchard Farm');
  const words = pdfWords(Buffer.from(partOf('case.pdf')));
  expect(words).toContain('Case file 2023/01');
  expect(words).toContain('Everything in the order of time');
  const timeline = strFromU8(partOf('timeline.csv')).split('\r\n').slice(1, -1);
  const moments = timeline.map((line) => Date.parse(line.split(',')[0] ?? ''));
  expect(moments).toEqual([...moments].sort((a, b) => a - b));
}

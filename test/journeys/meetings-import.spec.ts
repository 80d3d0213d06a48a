import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { Roles, type Role } from '../../src/identity/index.js';
import { civilDate } from '../../src/law/index.js';
import { Members, Seats } from '../../src/members/index.js';
import { PASSWORD, startApp, type TestApp } from '../support/app.js';
import { addPanel, foundCouncil, seatMember, type Council } from '../support/council.js';
import { formOf, mainText, type Visitor } from '../support/visitor.js';

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/agendas/${name}`, import.meta.url), 'utf8');
const AGENDA = fixture('wyrefordshire-agenda-2017-10-24.txt');

let app: TestApp;
let wyre: Council;
let clerk: Visitor;
let otherClerk: Visitor;
let member: Visitor;
let meeting = '';

async function addOfficial(council: Council, email: string, role: Exclude<Role, 'member'>): Promise<Visitor> {
  const accountId = await app.addPerson(email, { name: email });
  await council.inUnit((uow) => app.get(Roles).grant(uow, { accountId, role, fromOn: '2017-01-01' }));
  return app.signIn(email);
}

beforeAll(async () => {
  app = await startApp({ at: '2017-10-16T09:00' });
  wyre = await foundCouncil(app);
  const teme = await foundCouncil(app, 'district');
  await wyre.inUnit(async (uow) => {
    const bodyId = await addPanel(uow, app, 'Children and Families Overview and Scrutiny Panel');
    const seat = { bodyId, on: '2017-05-08' };
    await seatMember(uow, app, { ...seat, name: 'J R Thackeray', role: 'chairman' });
    await seatMember(uow, app, { ...seat, name: 'A Okonjo', role: 'vice-chairman' });
    await seatMember(uow, app, { ...seat, name: 'Nobody Printed', role: 'member' });
    await app.get(Seats).add(uow, { bodyId, role: 'parent-governor-representative' });
  });
  clerk = await addOfficial(wyre, 'clerk@example.org', 'democratic-services');
  otherClerk = await addOfficial(teme, 'other@example.org', 'democratic-services');
  const accountId = await app.addPerson('member@example.org');
  await wyre.inUnit(async (uow) => {
    const { id: memberId } = await app.get(Members).add(uow, { name: 'A Member', accountId });
    const becameMemberOn = civilDate('2017-05-08');
    await app.get(Members).takeOffice(uow, { memberId, standing: 'elected', votesOn: 'any', becameMemberOn });
  });
  member = await app.signIn('member@example.org');
});
afterAll(() => app.close());

/** How many rows the council has of what an import could leave behind. */
async function kept(): Promise<number[]> {
  const counts = ['agenda_import', 'meeting', 'agenda_revision', 'agenda_item'].map(async (table) => {
    const { rows } = await app.owner.query<{ count: number }>(`select count(*)::int as count from ${table}`);
    return rows[0]?.count ?? 0;
  });
  return Promise.all(counts);
}

/** The fields of a page’s first form as a browser would send them back untouched. */
function filledIn({ text }: { text: string }): Record<string, string> {
  const form = /<form method="post" novalidate>[\s\S]*?<\/form>/.exec(text)?.[0] ?? '';
  const fields: Record<string, string> = {};
  const clean = (word: string): string =>
    word
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&');
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const attribute = (name: string): string => clean(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
    if (/type="(radio|checkbox)"/.test(tag) && !tag.includes(' checked')) continue;
    fields[attribute('name')] = attribute('value');
  }
  for (const [, name = '', words = ''] of form.matchAll(
    /<textarea[^>]* name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g,
  )) {
    fields[name] = clean(words);
  }
  for (const [, name = '', options = ''] of form.matchAll(
    /<select[^>]* name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g,
  )) {
    fields[name] = /<option value="([^"]*)" selected/.exec(options)?.[1] ?? '';
  }
  return fields;
}

/** Gives a text to be read by pasting it. The address of the page of corrections. */
async function paste(text: string): Promise<string> {
  const answer = await clerk.fill('/meetings/import', { pasted: text });
  expect(answer.status).toBe(303);
  return answer.headers.location ?? '';
}

describe('giving an agenda', () => {
  /** Supertest sends the file as a browser does, with the token of a page of the same session. */
  async function upload(
    content: Buffer,
    fileName: string,
    fields: Record<string, string> = {},
  ): Promise<request.Response> {
    const agent = request.agent(app.url).set('Accept', 'text/html');
    const tokenOf = (text: string): string => formOf({ text }).hidden._csrf ?? '';
    const signIn = {
      email: 'clerk@example.org',
      password: PASSWORD,
      _csrf: tokenOf((await agent.get('/sign-in')).text),
    };
    await agent.post('/sign-in').type('form').send(signIn).expect(303);
    const { hidden } = formOf(await agent.get('/meetings/import'));
    return agent
      .post('/meetings/import')
      .field({ ...hidden, ...fields })
      .attach('file', content, fileName);
  }

  it.each([
    [
      'a text of 20 MB',
      Buffer.alloc(20 * 1024 * 1024, 'a'),
      'The file is too large: a PDF or Word document may have 40 MB',
    ],
    ['a PDF that is cut off', Buffer.from('%PDF-1.7\n'), 'The file is damaged and cannot be opened'],
    ['a binary file', Buffer.from([0, 1, 2, 3, 255]), 'This is no format that can be read'],
    [
      'XML with entities',
      Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><meeting>&b;</meeting>'),
      'The XML declares entities',
    ],
    ['an empty file', Buffer.alloc(0), 'The file is empty'],
    ['an agenda without items', Buffer.from(fixture('no-items.txt')), 'No items of business were found'],
  ])('refuses %s beside the field, and keeps nothing', async (_, content, sentence) => {
    const answer = await upload(content, 'agenda.txt');
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('<title>Error: Add an agenda');
    expect(mainText(answer)).toContain(`Error: ${sentence}`);
    expect(await kept()).toEqual([0, 0, 0, 0]);
  });

  it('refuses nothing at all, and a file together with pasted words', async () => {
    expect(mainText(await clerk.fill('/meetings/import', {}))).toContain(
      'Choose the agenda’s file, or paste its text',
    );
    const both = await upload(Buffer.from(AGENDA), 'agenda.txt', { pasted: 'Agenda <1>' });
    expect(both.status).toBe(400);
    expect(mainText(both)).toContain('Choose a file or paste the agenda, not both');
    expect(both.text).toContain('Agenda &lt;1&gt;</textarea>');
  });

  it('refuses a wrong token, with a file and without', async () => {
    const file = await upload(Buffer.from(AGENDA), 'agenda.txt', { _csrf: 'f'.repeat(64) });
    expect(file.status).toBe(403);
    const pasted = await clerk.send('/meetings/import', { _csrf: 'f'.repeat(64), pasted: AGENDA });
    expect(pasted.status).toBe(403);
    expect(await kept()).toEqual([0, 0, 0, 0]);
  });

  it('reads a file and asks the clerk to check it', async () => {
    const answer = await upload(Buffer.from(AGENDA), 'panel.txt');
    expect(answer.status).toBe(303);
    const page = await clerk.open(answer.headers.location ?? '').expect(200);
    expect(mainText(page)).toContain('panel.txt');
    expect(filledIn(page)).toMatchObject({
      ...{ 'meetsOn-day': '24', 'meetsOn-month': '10', 'meetsOn-year': '2017', startsAt: '10am' },
      venue: 'Assembly House, Wyreford',
      ...{ 'issuedOn-day': '13', 'participationOn-day': '23', participationAt: '9am' },
      ...{ rows: '5', 'item-0-number': '1', 'item-0-title': 'Welcome and Apologies for Absence' },
    });
    expect(filledIn(page).bodyId).not.toBe('');
    await clerk.send(`${answer.headers.location ?? ''}/discard`, formOf(page, 'discard').hidden);
    await clerk.open(answer.headers.location ?? '').expect(404);
    expect(await kept()).toEqual([0, 0, 0, 0]);
  });

  it('is for clerks: a member may not, and another council does not find it', async () => {
    await member.open('/meetings/import').expect(403);
    await app.visitor().open('/meetings/import').expect(303);
    const path = await paste(AGENDA);
    await otherClerk.open(path).expect(404);
    await member.open(path).expect(403);
    await clerk.send(`${path}/discard`, formOf(await clerk.open(path), 'discard').hidden);
  });
});

describe('an agenda of somewhere else or of long ago', () => {
  it('is said to be past, and its list to hold nobody of the body', async () => {
    const text = AGENDA.replace(/24 October/g, '10 October').replace(/Thackeray|Okonjo/g, 'Elsewhere');
    const path = await paste(text);
    const form = filledIn(await clerk.open(path));
    const shown = await clerk.send(path, { ...form, 'meetsOn-day': '15', add: 'item' });
    expect(mainText(shown)).toContain('This meeting was on Sunday 15 October 2017: nobody will be reminded');
    expect(mainText(shown)).toContain('Nobody on the printed list holds a seat on this body. Check first');
    const today = await clerk.send(path, { ...form, 'meetsOn-day': '16', add: 'item' });
    expect(mainText(today)).not.toContain('nobody will be reminded');
    await clerk.send(`${path}/discard`, formOf(await clerk.open(path), 'discard').hidden);
  });
});

describe('checking what was read', () => {
  let path = '';
  beforeAll(async () => {
    path = await paste(AGENDA);
  });

  const sendWith = async (changes: Record<string, string>): Promise<request.Response> =>
    clerk.send(path, { ...filledIn(await clerk.open(path)), ...changes });

  it('lists how the printed members differ from the seats, and makes nobody a member', async () => {
    const page = mainText(await clerk.open(path));
    expect(page).toContain('The agenda prints A Okonjo as member; here it is vice-chairman.');
    expect(page).toContain('Holds a seat here and is not printed: Nobody Printed (member).');
    expect(page).toMatch(/nobody of that name holds a seat here: .*Mrs S T Varma \(member\)/);
    expect(page).not.toContain('Thackeray (');
    const members = await wyre.inUnit((uow) => app.get(Members).list(uow));
    expect(members.map(({ name }) => name)).not.toContain('Mrs S T Varma');
  });

  it('shows the words that suggested a fact, and that the body decides scrutiny', async () => {
    const page = mainText(await clerk.open(path));
    expect(page).toMatch(
      /May members of the public speak on it\? suggested by the words “Public Participation”/,
    );
    expect(page).toContain('Is it overview or scrutiny business? because of the body that meets');
  });

  it.each([
    ['no body', { bodyId: '' }, 'Choose the body that meets'],
    [
      'the body of nobody',
      { bodyId: '00000000-0000-4000-8000-000000000000' },
      'Choose a body of this council',
    ],
    [
      'no date',
      { 'meetsOn-day': '', 'meetsOn-month': '', 'meetsOn-year': '' },
      'Enter the date of the meeting',
    ],
    [
      '31 February',
      { 'meetsOn-day': '31', 'meetsOn-month': '2' },
      'The date of the meeting must be a real date',
    ],
    ['a year of five digits', { 'meetsOn-year': '20177' }, 'Year must include 4 numbers'],
    ['the year 1017', { 'meetsOn-year': '1017' }, 'must be the same as or after 1 January 2000'],
    ['a day in ten years', { 'meetsOn-year': '2027' }, 'must be within two years from today'],
    ['no time', { startsAt: '' }, 'Enter the time at which the meeting starts'],
    ['a time that is none', { startsAt: '25:00' }, 'The time must be a time of day, like 10am or 19:30'],
    ['no place', { venue: ' ' }, 'Enter where the meeting is held'],
    [
      'a date of issue after it',
      { 'issuedOn-month': '11' },
      'The date of issue must be the same as or before',
    ],
    [
      'a deadline after it',
      { 'participationOn-month': '11' },
      'ask to take part must be the same as or before',
    ],
    ['a deadline without its time', { participationAt: '' }, 'Enter the time until which people may ask'],
    ['an item without a title', { 'item-2-title': '' }, 'Enter the title of item 3, or leave it out'],
    [
      'an item with an endless title',
      { 'item-2-title': 'x'.repeat(1001) },
      'must be 1,000 characters or less',
    ],
    [
      'no item at all',
      Object.fromEntries([0, 1, 2, 3, 4].map((row) => [`item-${row}-leaveOut`, 'yes'])),
      'Keep at least one item of business',
    ],
  ])('refuses %s, keeps the words and saves nothing', async (_, changes, sentence) => {
    const before = await kept();
    const answer = await sendWith({ venue: 'The old <hall>', ...changes });
    expect(answer.status).toBe(400);
    expect(mainText(answer)).toContain(sentence);
    if (!('venue' in changes)) expect(answer.text).toContain('value="The old &lt;hall&gt;"');
    expect(await kept()).toEqual(before);
  });

  it('adds an empty item for the clerk to fill in, and keeps what they have changed', async () => {
    const answer = await sendWith({ add: 'item', 'item-0-title': 'Welcome' });
    expect(answer.status).toBe(200);
    expect(filledIn(answer)).toMatchObject({ rows: '6', 'item-0-title': 'Welcome', 'item-5-title': '' });
  });

  it('refuses a form of another acting authority, and a visitor', async () => {
    const form = filledIn(await clerk.open(path));
    expect((await clerk.send(path, { ...form, actingAuthority: 'elsewhere' })).status).toBe(409);
    expect((await otherClerk.send(path, form)).status).toBe(403);
    expect((await kept())[1]).toBe(0);
  });

  it('saves the meeting with its items as corrected', async () => {
    const answer = await sendWith({
      ...{ rows: '6', startsAt: '10.30 am' },
      ...{ 'item-3-leaveOut': 'yes', 'item-4-educationFunction': 'no' },
      ...{ 'item-5-title': 'Apologies again', 'item-5-number': '1A', 'item-5-place': '2' },
    });
    expect(answer.status).toBe(303);
    meeting = (answer.headers.location ?? '').replace('?saved=meeting', '');
    const page = mainText(await clerk.open(answer.headers.location ?? '').expect(200));
    expect(page).toContain('The meeting is saved.');
    expect(page).toContain('Tuesday 24 October 2017, 10:30am');
    expect(page).toMatch(
      /1\. Welcome.*1A\. Apologies again.*2\. Interests to be Declared.*5\. Family Support/,
    );
    expect(page).not.toContain('4. Minutes');
    expect(page).toContain('Is it about an education function of the council? No , confirmed by the clerk');
    expect(page).toContain('J R Thackeray');
    await clerk.open(path).expect(404);
  });
});

describe('the same agenda again', () => {
  it('is refused with a link to the meeting, however its lines end', async () => {
    for (const copy of [AGENDA.trim(), AGENDA.trim().replace(/\n/g, '\r\n')]) {
      const answer = await clerk.fill('/meetings/import', { pasted: copy });
      expect(answer.status).toBe(400);
      expect(mainText(answer)).toContain('This agenda is saved already, for Children and Families');
      expect(answer.text).toContain(`href="${meeting}"`);
    }
  });

  it('is refused when two clerks had it open at once', async () => {
    const text = AGENDA.replace('September', 'August');
    const [first, second] = [await paste(text), await paste(text)];
    expect((await clerk.send(first, filledIn(await clerk.open(first)))).status).toBe(303);
    const answer = await clerk.send(second, filledIn(await clerk.open(second)));
    expect(answer.status).toBe(400);
    expect(mainText(answer)).toContain('This agenda is saved already');
  });

  it('with another item is a revision of the meeting, and says what it changed', async () => {
    const path = await paste(
      AGENDA.replace('5\tFamily', '5\tSchool Places\n6\tFamily')
        .replace('10.00 am', '10.30 am')
        .replace('Public Participation', 'Participation of the Public'),
    );
    const page = await clerk.open(path);
    const form = filledIn(page);
    const found = mainText(await clerk.send(path, { ...form, startsAt: '10:30', add: 'item' }));
    expect(found).toContain('Saving makes this its agenda number 2');
    expect(found).toMatch(/no longer has them: 1A\. Apologies again/);
    expect(found).toContain('New in this agenda. Number');
    expect(found).toContain('Item 3 Retitled from “Public Participation”.');
    // It is the same item under another number, so what the clerk confirmed of it stays.
    expect(found).toMatch(
      /Item 6 Kept from the agenda before\. What is confirmed already stays.*function of the council\? No/,
    );
    const answer = await clerk.send(path, { ...form, startsAt: '10:30' });
    expect(answer.headers.location).toBe(`${meeting}?saved=revision`);
    const after = mainText(await clerk.open(meeting));
    expect(after).toContain('Added: 5. School Places');
    expect(after).toContain('Withdrawn: 1A. Apologies again');
    expect(after).toContain('Retitled: Participation of the Public (before: Public Participation)');
    expect(after).toContain('Is it about an education function of the council? No , confirmed by the clerk');
  });
});

describe('a supplementary agenda', () => {
  it('adds its item to the meeting, and withdraws none', async () => {
    const path = await paste(
      [
        'Supplementary Agenda',
        'Children and Families Overview and Scrutiny Panel',
        'Tuesday, 24 October 2017, 10.30 am',
        'Assembly House, Wyreford',
        '7. Urgent: Closure of Withy School',
        '8. Late motion on Ferry Lane',
      ].join('\n'),
    );
    const page = await clerk.open(path);
    expect(mainText(page)).toContain('It adds to the one before, and nothing is withdrawn.');
    expect(mainText(page)).not.toContain('no longer has them');
    const form = filledIn(page);
    expect(form.kind).toBe('supplementary');
    const unsaid = await clerk.send(path, { ...form, kind: '' });
    expect(unsaid.status).toBe(400);
    expect(mainText(unsaid)).toContain('Choose whether this is the whole agenda or a supplementary one');
    expect((await clerk.send(path, form)).headers.location).toBe(`${meeting}?saved=revision`);
    const after = mainText(await clerk.open(meeting));
    expect(after).toMatch(/1\. Welcome.*6\. Family Support.*7\. Urgent: Closure of Withy School/);
  });
});

describe('a meeting', () => {
  it('is read by members, who change nothing', async () => {
    const page = await member.open(meeting).expect(200);
    expect(page.text).not.toContain('/cancel');
    expect(page.text).not.toContain('importing the corrected agenda again');
    expect((await clerk.open(meeting)).text).toContain('importing the corrected agenda again');
    expect(page.text).toContain(`href="/my${meeting}"`);
    await member.open(`${meeting}/cancel`).expect(403);
    expect(mainText(await member.open('/meetings'))).toContain('Tuesday 24 October 2017, 10:30am');
  });

  it('of another council is not there', async () => {
    await otherClerk.open(meeting).expect(404);
    await otherClerk.open(`${meeting}/cancel`).expect(404);
    await clerk.open('/meetings/not-an-id').expect(404);
  });

  it('takes the clerk’s answers about an item, and refuses half of them', async () => {
    const [, path = ''] = /href="(\/meetings\/[^"]+\/facts)"/.exec((await clerk.open(meeting)).text) ?? [];
    const half = await clerk.fill(path, { planningOrRegulatory: 'yes' });
    expect(half.status).toBe(400);
    expect(mainText(half)).toContain('Choose yes, no or not known');
    const answers = {
      ...{ planningOrRegulatory: 'yes', educationFunction: 'unknown', scrutiny: 'yes' },
      ...{ councilTaxCalculation: 'no', publicMaySpeak: 'unknown' },
    };
    expect((await clerk.fill(path, answers)).headers.location).toBe(`${meeting}?saved=facts`);
    expect(mainText(await clerk.open(meeting))).toContain(
      'Is it a planning or regulatory matter? Yes , confirmed by the clerk',
    );
    await otherClerk.open(path).expect(404);
    await member.open(path).expect(403);
  });

  it('is cancelled once, and takes no agenda afterwards', async () => {
    const form = formOf(await clerk.open(`${meeting}/cancel`)).hidden;
    expect((await clerk.send(`${meeting}/cancel`, form)).headers.location).toBe(`${meeting}?saved=cancelled`);
    expect(mainText(await clerk.open(meeting))).toContain('This meeting is cancelled.');
    expect((await clerk.send(`${meeting}/cancel`, form)).status).toBe(409);
    await clerk.open(`${meeting}/cancel`).expect(409);
    const path = await paste(AGENDA.replace('September', 'July'));
    const answer = await clerk.send(path, { ...filledIn(await clerk.open(path)), startsAt: '10.30am' });
    expect(answer.status).toBe(400);
    expect(mainText(answer)).toContain('is cancelled, so it takes no new agenda. If it is held at another');
  });
});

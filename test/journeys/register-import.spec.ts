import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request, { type Response } from 'supertest';
import { TakingOver } from '../../src/exchange/index.js';
import { Roles, type Role } from '../../src/identity/index.js';
import { civilDate } from '../../src/law/index.js';
import { Members } from '../../src/members/index.js';
import { Register } from '../../src/register/index.js';
import { PASSWORD, startApp, type TestApp } from '../support/app.js';
import { foundCouncil, type Council } from '../support/council.js';
import { agreeSensitive } from '../support/sensitive.js';
import { formOf, mainText, type Answers, type Visitor } from '../support/visitor.js';

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/registers/${name}`, import.meta.url), 'utf8');
const IMPORT = '/officer/register/import';
const HEAD = 'member,has-partner,category,held-by,nothing,role,employer';

let app: TestApp;
let council: Council;
let officer: Visitor;
let memberId: string;
let accountId: string;

beforeAll(async () => {
  app = await startApp({ at: '2026-03-12T09:00' });
  council = await foundCouncil(app);
  accountId = await app.addPerson('adaeze@example.org', { name: 'Adaeze Okonjo' });
  memberId = await council.inUnit(async (uow) => {
    const { id } = await app.get(Members).add(uow, { name: 'Adaeze Okonjo', accountId });
    const office = {
      memberId: id,
      standing: 'elected',
      votesOn: 'any',
      becameMemberOn: civilDate('2025-05-06'),
    } as const;
    await app.get(Members).takeOffice(uow, office);
    return id;
  });
  officer = await addOfficial('officer@example.org', 'monitoring-officer');
});
afterAll(() => app.close());

async function addOfficial(email: string, role: Exclude<Role, 'member'>): Promise<Visitor> {
  const accountId = await app.addPerson(email, { name: email });
  await council.inUnit((uow) => app.get(Roles).grant(uow, { accountId, role, fromOn: '2025-01-01' }));
  return app.signIn(email);
}

/** Sends a file by the upload page, as a browser does. */
async function upload(content: string | Buffer, name: string): Promise<Response> {
  const agent = request.agent(app.url).set('Accept', 'text/html');
  const { text } = await agent.get('/sign-in');
  const { hidden } = formOf({ text });
  await agent
    .post('/sign-in')
    .type('form')
    .send({ ...hidden, email: 'officer@example.org', password: PASSWORD });
  const form = formOf(await agent.get(IMPORT));
  let sent = agent.post(IMPORT);
  for (const [field, value] of Object.entries(form.hidden)) sent = sent.field(field, value);
  return sent.attach('file', Buffer.from(content), name);
}
const uploaded = async (content: string, name = 'file'): Promise<string> =>
  (await upload(content, name)).headers.location ?? '';

/** The fields of the first form as a browser would send them back untouched, selects and radios with them. */
function filledIn({ text }: { text: string }): Record<string, string> {
  const form = /<form method="post" novalidate>[\s\S]*?<\/form>/.exec(text)?.[0] ?? '';
  const fields: Record<string, string> = {};
  const plain = (word: string): string =>
    word
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&');
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const attribute = (name: string): string => plain(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
    if (/type="(radio|checkbox)"/.test(tag) && !tag.includes(' checked')) continue;
    fields[attribute('name')] = attribute('value');
  }
  for (const [, name = '', words = ''] of form.matchAll(
    /<textarea[^>]* name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g,
  )) {
    fields[name] = plain(words);
  }
  for (const [, name = '', options = ''] of form.matchAll(
    /<select[^>]* name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g,
  )) {
    const values = [...options.matchAll(/<option value="([^"]*)"([^>]*)>/g)];
    fields[name] = (values.find(([, , more = '']) => more.includes('selected')) ?? values[0])?.[1] ?? '';
  }
  return fields;
}
/** Opens a review, changes some of its answers and sends it. */
async function answer(path: string, change: Answers): Promise<Response> {
  return officer.send(path, { ...filledIn(await officer.open(path)), ...change });
}
/** The answers that the page of the fixture needs of an officer. */
const DECISIONS: Answers = {
  ...{ partner: 'yes', 'table-9-category': 'leave-out' },
  ...{ 'row-2-employer': 'None since retiring', 'row-7-field': '' },
  ...Object.fromEntries([3, 4, 5, 6, 9, 10, 13, 17].map((row) => [`row-${row}-fate`, 'nothing'])),
  // "As above": the land is the partner's too.
  ...{ 'row-7-nature-of-interest': 'Owner', 'row-8-nature-of-interest': 'Owner', 'row-8-fate': 'enter' },
  ...{
    'row-7-is-home': 'yes',
    'row-14-donor': 'Ashford Players',
    'row-14-gift-value': '60',
    'row-14-value-is': 'known',
  },
  ...{ 'row-14-accepted': 'yes', 'row-15-fate': 'leave-out' },
};

describe('who may import', () => {
  it.each(['deputy-monitoring-officer'] as const)('%s', async (role) => {
    expect((await (await addOfficial(`${role}@example.org`, role)).open(IMPORT)).status).toBe(200);
  });
  it.each(['democratic-services', 'auditor'] as const)('not %s', async (role) => {
    expect((await (await addOfficial(`${role}@example.org`, role)).open(IMPORT)).status).toBe(403);
  });
  it('nobody who is not signed in', async () => {
    expect((await app.visitor().open(IMPORT)).status).not.toBe(200);
  });
});

describe('the pages around it', () => {
  it('give the template as a file and explain its columns', async () => {
    const template = await officer.open(`${IMPORT}/template.csv`);
    expect(template.headers['content-type']).toContain('text/csv');
    expect(template.text.replace('\ufeff', '')).toMatch(/^member,has-partner,category,held-by,nothing,role,/);
    expect(mainText(await officer.open(`${IMPORT}/columns`))).toContain(
      'nature-of-interest the interest in the land',
    );
  });
  it.each([
    ['nothing', '', 'The file is empty'],
    ['a spreadsheet', 'PK\u0003\u0004xl', 'spreadsheet’s own file'],
    ['another page', '<html></html>', 'No register of interests was found'],
    ['semicolons', 'member;category;held-by', 'parted by semicolons'],
  ])('refuse %s beside the field', async (_, content, words) => {
    const response = await upload(content, 'register.html');
    expect(response.status).toBe(400);
    expect(response.text).toContain('<title>Error: ');
    expect(mainText(response)).toContain(words);
  });
  it('go by the content and not by the name', async () => {
    expect((await upload(fixture('moderngov-okonjo.html'), 'register.csv')).status).toBe(303);
  });
});

describe('a page of ModernGov', () => {
  it('shows what was read, fills in what is clear, and asks the rest', async () => {
    const page = await officer.open(await uploaded(fixture('moderngov-okonjo.html')));
    const words = filledIn(page);
    expect(words).toMatchObject({
      member: memberId,
      ...{ 'receivedOn-day': '10', 'receivedOn-month': '3', 'receivedOn-year': '2026' },
      ...{ 'row-0-role': 'Site manager', 'row-0-employer': 'Tarrow Build Ltd', 'row-1-heldBy': 'partner' },
      ...{ 'row-7-address': '14 Mill Lane, Ashford Magna', 'row-7-postcode': 'WR5 2NP' },
    });
    expect(words).not.toHaveProperty('partner');
    expect(words).not.toHaveProperty('row-3-fate');
    expect(mainText(page)).toContain('“As above” points to another place');
  });
  it('comes back with everything that is missing, and the words kept', async () => {
    const path = await uploaded(fixture('moderngov-okonjo.html'));
    const response = await answer(path, {
      'row-0-role': 'Head of sites',
      partner: 'yes',
      'row-1-employer': 'a\u202eb',
    });
    expect(response.status).toBe(400);
    const text = mainText(response);
    for (const sentence of [
      'Row 3: employer is empty. Write the employer or business',
      'Row 4: say what “None” means',
      'Row 9: say what “As above” means',
      'Row 2: employer holds a character that turns the direction of the text',
      'Choose what “10. Allotments” is, or leave it out',
    ])
      expect(text).toContain(sentence);
    expect(filledIn(response)['row-0-role']).toBe('Head of sites');
  });
  it.each([
    ['whose it is', { member: '' }, 'Choose whose register this is'],
    ['whether there is a partner', { partner: '' }, 'Select whether the member has a partner'],
    [
      'a day that has come',
      { 'receivedOn-day': '13' },
      'The day on which it was received must be today or in the past',
    ],
    ['a partner, where there is something of a partner', { partner: 'no' }, 'Row 2 is of a partner'],
    [
      'all that is held, where “nothing” is to count',
      { partner: 'not-said' },
      '“nothing” can be kept only where',
    ],
    [
      'nothing or something, not both',
      { 'row-0-fate': '', 'row-8-fate': 'nothing', 'row-8-heldBy': 'self' },
      'says that there is nothing, and another row',
    ],
  ] as const)('must say %s', async (_, change, sentence) => {
    const response = await answer(await uploaded(fixture('moderngov-okonjo.html')), {
      ...DECISIONS,
      ...change,
    });
    expect(response.status).toBe(400);
    expect(mainText(response)).toContain(sentence);
  });
  it('shows the fields of a heading once the officer has said what it is, and an added row', async () => {
    const path = await uploaded(fixture('moderngov-okonjo.html'));
    const shown = await answer(path, { 'table-9-category': 'licences' });
    expect(shown.status).toBe(200);
    expect(filledIn(shown)).toMatchObject({ 'row-18-address': 'Plot 14, Mill Meadow', 'row-18-from': '' });
    const added = await officer.send(path, { ...filledIn(shown), 'row-18-from': '1/1/2020', add: '0' });
    expect(filledIn(added)).toMatchObject({ added: '0', 'row-19-role': '', 'row-18-from': '1/1/2020' });
  });
  it('is taken over at once, as the officer has corrected it, and its words are gone', async () => {
    const path = await uploaded(fixture('moderngov-okonjo.html'));
    const response = await answer(path, DECISIONS);
    expect([response.status, response.headers.location]).toEqual([303, path]);
    const entries = await council.inUnit((uow) => app.get(Register).current(uow, memberId));
    expect(entries.map(({ entry, details }) => `${details.category}/${entry.heldBy}`).sort()).toEqual([
      ...[
        'employment/partner',
        'employment/self',
        'employment/self',
        'gifts/self',
        'land/partner',
        'land/self',
      ],
      ...['other-bodies/self', 'securities/self', 'securities/self'],
    ]);
    expect(mainText(await officer.open(path))).toContain('is taken over');
    expect((await officer.open(path)).text).not.toContain('Mill Lane');
    expect((await officer.send(path, formOf(await officer.open(IMPORT)).hidden)).status).toBe(409);
  });
  it('is thrown away', async () => {
    const path = await uploaded(fixture('moderngov-welsh.html'));
    expect((await officer.fill(path, {}, { form: 'discard' })).status).toBe(303);
    expect(mainText(await officer.open(path))).toContain('thrown away');
  });
});

describe('a file of many', () => {
  const file = (...lines: string[]): string => [HEAD, ...lines].join('\r\n');
  it('with bad rows names row, column, what is wrong and what to write', async () => {
    const response = await upload(
      file(
        'Adaeze Okonjo,,employment,member,,,Ashford Hospital',
        'Nobody Here,,employment,member,,Nurse,Ashford Hospital',
      ),
      'a.csv',
    );
    expect(response.status).toBe(400);
    const text = mainText(response);
    expect(text).toContain('2 of 2 rows have something wrong. Nothing was kept');
    expect(text).toContain('2 role Job is empty. Write the job, office, trade, profession or vocation.');
    expect(text).toContain('3 member No member of this council is called “Nobody Here”. Write the name');
  });
  it('is shown, taken over by a job, and its page says how far it is', async () => {
    const path = await uploaded(file('Adaeze Okonjo,,employment,member,,Nurse,Ashford Hospital'));
    expect(mainText(await officer.open(path))).toContain('Nurse, Ashford Hospital');
    const day = { 'receivedOn-day': '1', 'receivedOn-month': '3' };
    expect((await officer.fill(path, { ...day, 'receivedOn-year': '2027' })).status).toBe(400);
    expect((await officer.fill(path, { ...day, 'receivedOn-year': '2026' })).status).toBe(303);
    const running = await officer.open(path);
    expect(mainText(running)).toContain('0 of 1 rows are worked through');
    expect(running.headers.refresh).toBe('4');
    expect((await officer.open(`${path}?still=yes`)).headers.refresh).toBeUndefined();
    expect((await officer.fill(path, {}, { form: 'again' })).status).toBe(303);
    await app.get(TakingOver).run(council.authorityId, path.split('/').at(-1) ?? '');
    const finished = await officer.open(path);
    expect(mainText(finished)).toContain('1 row is in the register since');
    expect(finished.headers.refresh).toBeUndefined();
  });
});

describe('what is of a member with a sensitive interest', () => {
  let memberOfPage: string;
  let csvPath: string;
  let deputy: Visitor;
  beforeAll(async () => {
    csvPath = await uploaded([HEAD, 'Adaeze Okonjo,,employment,member,,Baker,Hidden Mill'].join('\r\n'));
    memberOfPage = await uploaded(fixture('moderngov-okonjo.html'));
    deputy = await addOfficial('unnamed@example.org', 'deputy-monitoring-officer');
    expect(mainText(await deputy.open(csvPath))).toContain('Baker, Hidden Mill');
    expect((await deputy.open(memberOfPage)).status).toBe(200);
    const [entry] = await council.inUnit((uow) => app.get(Register).current(uow, memberId));
    await agreeSensitive(app, council, {
      ...{ memberId, accountId, entryId: entry?.entry.id ?? '' },
      reviewOn: civilDate('2027-01-01'),
    });
  });
  it('is not shown to an officer who may not read sensitive details', async () => {
    const file = await deputy.open(csvPath);
    expect(file.status).toBe(200);
    expect(mainText(file)).toContain('Details withheld');
    expect(file.text).not.toContain('Hidden Mill');
    expect((await deputy.fill(csvPath, { 'receivedOn-year': 'x' })).text).not.toContain('Hidden Mill');
    const page = await deputy.open(memberOfPage);
    expect(page.status).toBe(403);
    expect(mainText(page)).toContain('member who has a sensitive interest');
    expect(page.text).not.toContain('Mill Lane');
    expect((await deputy.send(memberOfPage, formOf(await deputy.open(IMPORT)).hidden)).status).toBe(403);
  });
  it('is shown to one who may', async () => {
    expect(mainText(await officer.open(csvPath))).toContain('Baker, Hidden Mill');
    expect((await officer.open(memberOfPage)).status).toBe(200);
  });
});

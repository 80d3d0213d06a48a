import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request, { type Response } from 'supertest';
import { Bodies } from '../../src/authorities/index.js';
import { Roles, type Role } from '../../src/identity/index.js';
import { civilDate } from '../../src/law/index.js';
import { Meetings } from '../../src/meetings/index.js';
import { Members } from '../../src/members/index.js';
import { PASSWORD, startApp, type TestApp } from '../support/app.js';
import { done, foundCouncil, type Council } from '../support/council.js';
import { formOf, mainText, type Answers, type Visitor } from '../support/visitor.js';

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/moderngov/${name}`, import.meta.url), 'utf8');
const DIRECTORY = '/meetings/directory';

let app: TestApp;
let council: Council;
let clerk: Visitor;

beforeAll(async () => {
  app = await startApp({ at: '2026-11-26T09:00' });
  council = await foundCouncil(app);
  clerk = await addOfficial('clerk@example.org', 'democratic-services');
});
afterAll(() => app.close());

async function addOfficial(email: string, role: Exclude<Role, 'member'>, at = council): Promise<Visitor> {
  const accountId = await app.addPerson(email, { name: email });
  await at.inUnit((uow) => app.get(Roles).grant(uow, { accountId, role, fromOn: '2025-01-01' }));
  return app.signIn(email);
}

/** Sends a file by the upload page, as a browser does. */
async function upload(content: string | undefined, email = 'clerk@example.org'): Promise<Response> {
  const agent = request.agent(app.url).set('Accept', 'text/html');
  const { hidden } = formOf(await agent.get('/sign-in'));
  await agent
    .post('/sign-in')
    .type('form')
    .send({ ...hidden, email, password: PASSWORD });
  const form = formOf(await agent.get(DIRECTORY));
  let sent = agent.post(DIRECTORY);
  for (const [field, value] of Object.entries(form.hidden)) sent = sent.field(field, value);
  return content === undefined ? sent : sent.attach('file', Buffer.from(content), 'answer.xml');
}
const uploaded = async (name: string): Promise<string> =>
  (await upload(fixture(name))).headers.location ?? '';

/** The fields of the first form as a browser would send them back untouched. */
function untouched({ text }: { text: string }): Record<string, string | string[]> {
  const form = /<form method="post" novalidate>[\s\S]*?<\/form>/.exec(text)?.[0] ?? '';
  const fields: Record<string, string | string[]> = {};
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const attribute = (name: string): string => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
    if (!/type="(radio|checkbox)"/.test(tag)) fields[attribute('name')] = attribute('value');
    else if (tag.includes(' checked'))
      fields[attribute('name')] = [fields[attribute('name')] ?? [], attribute('value')].flat();
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
const answer = async (path: string, change: Answers = {}): Promise<Response> =>
  clerk.send(path, { ...untouched(await clerk.open(path)), ...change });

describe('who may bring a directory in', () => {
  it.each(['parish-clerk'] as const)('%s', async (role) => {
    expect((await (await addOfficial(`${role}@example.org`, role)).open(DIRECTORY)).status).toBe(200);
  });
  it.each(['monitoring-officer', 'auditor'] as const)('not %s', async (role) => {
    const visitor = await addOfficial(`${role}@example.org`, role);
    expect((await visitor.open(DIRECTORY)).status).toBe(403);
    expect((await visitor.open(`${DIRECTORY}/address`)).status).toBe(403);
  });
});

describe('a file', () => {
  it.each([
    ['none', undefined, 'Choose a file'],
    ['an empty one', '', 'The file is empty'],
    ['a page', '<!doctype html><html><body><p>Sign in</p></body></html>', 'This is no XML'],
    ['entities', '<!DOCTYPE a [<!ENTITY e "x">]><committees>&e;</committees>', 'declares entities'],
    ['another answer', '<memberlist><a/></memberlist>', 'none of the answers that are known here'],
    ['a damaged one', '<committees><committee>', 'is damaged'],
  ])('is refused beside its field: %s', async (_, content, words) => {
    const response = await upload(content);
    expect(response.status).toBe(400);
    expect(response.text).toContain('<title>Error: ');
    expect(mainText(response)).toContain(words);
  });

  it('of an agenda is brought to the page on which agendas are corrected', async () => {
    const { status, headers } = await upload(fixture('GetMeeting.xml'));
    expect([status, headers.location]).toEqual([
      303,
      expect.stringMatching(/^\/meetings\/import\/[0-9a-f-]{36}$/),
    ]);
    const review = await clerk.open(headers.location ?? '');
    expect(review.text).toContain('Stalls at Ashford Magna market: the traders');
  });
});

describe('an address', () => {
  const ask = (address: string, more: Answers = {}): Promise<Response> =>
    clerk.fill(`${DIRECTORY}/address`, { address, what: 'committees', ...more });

  it.each([
    ['https://127.0.0.1/', 'leads inside a network'],
    ['https://localhost/', 'leads inside a network'],
    ['https://169.254.169.254/latest/', 'leads inside a network'],
    ['https://[::1]/', 'leads inside a network'],
    ['2130706433', 'leads inside a network'],
    ['http://democracy.tarrow.example', 'must begin with https://'],
    ['https://democracy.tarrow.example:8443', 'must not have a port number'],
    ['https://me:secret@democracy.tarrow.example', 'must not have a name or password'],
    ['our council', 'like democracy.council.gov.uk'],
  ])('%s is not asked, and comes back with the reason', async (address, words) => {
    const response = await ask(address);
    expect(response.status).toBe(400);
    expect(response.text).toContain('<title>Error: ');
    expect(mainText(response)).toContain(words);
    expect(response.text).toContain(`value="${address}"`);
    expect(untouched(response).what).toEqual(['committees']);
  });

  it('must be given, with what is wanted, and with a number for one meeting', async () => {
    const text = mainText(await ask('', { what: '' }));
    expect(text).toContain('Enter the address of your ModernGov');
    expect(text).toContain('Choose what to bring in');
    const number = mainText(await ask('https://127.0.0.1', { what: 'agenda', meetingId: '12x' }));
    expect(number).toContain('Enter the number of the meeting');
    expect(mainText(await ask('https://127.0.0.1', { what: 'agenda', meetingId: '12' }))).toContain(
      'leads inside a network',
    );
  });
});

describe('committees, then meetings, then councillors', () => {
  let page = '';

  it('are compared and proposed; what is wrong comes back with the words kept', async () => {
    await council.inUnit(async (uow) => {
      const quorum = { kind: 'number', members: 3 } as const;
      await app.get(Bodies).add(uow, { name: 'Cabinet', kind: 'executive', quorum });
      await app.get(Bodies).add(uow, { name: 'Rights of Way Panel', kind: 'committee', quorum });
    });
    page = await uploaded('GetCommittees.xml');
    const opened = await clerk.open(page);
    const text = mainText(opened);
    expect(text).toContain('Planning & Licensing Committee');
    expect(text).toContain('Here, and not there They stay as they are. Rights of Way Panel');
    expect(text).toContain('1 entry has no number');
    expect(text).toContain('2 committees that are deleted or expired there and unknown here are left out');
    const words = untouched(opened);
    expect(words).toMatchObject({
      ...{ 'what-0': 'new', 'kind-0': 'council', 'oneIn-0': '4', 'atLeast-0': '3' },
      ...{ 'what-1': expect.stringMatching(/^same:/), 'kind-3': 'overview-and-scrutiny' },
    });
    const refused = await answer(page, { 'atLeast-0': 'three', 'oneIn-0': '7', 'what-2': 'nonsense' });
    expect(refused.status).toBe(400);
    expect(mainText(refused)).toContain('Council: enter the fewest members who must be there');
    expect(mainText(refused)).toContain('Planning & Licensing Committee: choose what it is here');
    expect(untouched(refused)).toMatchObject({ 'atLeast-0': 'three', 'oneIn-0': '7' });
    const taken = await answer(page, { 'what-1': 'new' });
    expect(taken.status).toBe(400);
    expect(mainText(taken)).toContain('Cabinet: a body here has this name already');
  });

  it('are taken over, and then there is nothing to take over', async () => {
    const taken = await answer(page, { 'what-5': 'leave', 'oneIn-2': '' });
    expect([taken.status, taken.headers.location]).toEqual([303, page]);
    expect(mainText(await clerk.open(page))).toContain(
      '4 bodies were added 1 body here is known by its number now',
    );
    const bodies = await council.inUnit((uow) => app.get(Bodies).list(uow));
    expect(bodies.find(({ externalId }) => externalId === '103')?.quorum).toEqual({
      kind: 'number',
      members: 3,
    });
    expect(bodies.find(({ name }) => name === 'Council')?.quorum).toEqual({
      kind: 'fraction',
      oneIn: 4,
      atLeast: 3,
    });
    expect((await clerk.send(page, formOf(await clerk.open(DIRECTORY)).hidden)).status).toBe(409);
    const again = await uploaded('GetCommittees.xml');
    const left = await answer(again, { 'what-5': 'leave' });
    expect(left.status).toBe(303);
    expect(mainText(await clerk.open(again))).toContain('Nothing was changed');
  });

  it('bring their meetings, of which a provisional one is not ticked', async () => {
    page = await uploaded('GetMeetings.xml');
    const text = mainText(await clerk.open(page));
    expect(text).toContain('Tuesday 1 December 2026, 10am New. ModernGov says “Confirmed; Rescheduled');
    expect(text).toContain('Tuesday 19 January 2027: has no time there');
    expect(text).toContain('1 meeting lies in the past');
    expect((await answer(page)).status).toBe(303);
    expect(mainText(await clerk.open(page))).toContain(
      '2 meetings were added, without an agenda yet 1 meeting is cancelled',
    );
    const meetings = await council.inUnit((uow) => app.get(Meetings).list(uow));
    expect(meetings.map(({ meetsOn, status }) => `${meetsOn} ${status}`)).toEqual([
      ...['2026-12-01 confirmed', '2026-12-09 confirmed', '2026-12-15 cancelled'],
    ]);
    for (const { id } of meetings) expect((await clerk.open(`/meetings/${id}`)).status).toBe(200);
    expect(mainText(await clerk.open('/meetings'))).toContain('Council, Wednesday 9 December 2026');
    expect(mainText(await clerk.open(await uploaded('GetMeetings.xml')))).toContain(
      '3 meetings are the same there and here',
    );
  });

  it('bring their councillors, who take office only where it is ticked', async () => {
    const known = await council.inUnit(async (uow) => {
      const { id } = await app.get(Members).add(uow, { name: 'Gwenllian Marsh' });
      const office = { memberId: id, standing: 'elected', votesOn: 'any' } as const;
      done(await app.get(Members).takeOffice(uow, { ...office, becameMemberOn: civilDate('2021-05-10') }));
      return id;
    });
    page = await uploaded('GetCouncillorsByWard.xml');
    const opened = await clerk.open(page);
    const text = mainText(opened);
    expect(text).toContain('starts the 28 days in which the member must notify their interests');
    expect(text).toContain('In office here, and not listed there');
    expect(opened.text).not.toMatch(/Secret|ZZ99|01632|07700|mail\.example/);
    expect(untouched(opened).term).toBeUndefined();
    const refused = await answer(page, { 'groupsFrom-year': '2027', term: ['0'] });
    expect(refused.status).toBe(400);
    expect(mainText(refused)).toContain('The day from which the groups count must be today or in the past');
    expect(untouched(refused)).toMatchObject({ 'groupsFrom-year': '2027', term: ['0'] });
    const inOffice = await answer(page, { 'what-0': `same:${known}`, term: ['0'] });
    expect(inOffice.status).toBe(400);
    expect(mainText(inOffice)).toContain('Ottilie Brackwater: they hold office here already');
    expect((await answer(page, { term: ['0'], 'what-2': 'leave' })).status).toBe(303);
    expect(mainText(await clerk.open(page))).toContain(
      '2 members were added 1 member is in another group 1 term of office began',
    );
    const inOfficeNow = await council.inUnit((uow) =>
      app.get(Members).inOffice(uow, civilDate('2026-11-26')),
    );
    expect(inOfficeNow.map(({ member, term }) => `${member.name} ${term.becameMemberOn}`)).toEqual([
      ...['Gwenllian Marsh 2021-05-10', 'Ottilie Brackwater 2025-05-01'],
    ]);
  });

  it('wait on the first page until they are taken over or thrown away, and are nobody else’s', async () => {
    const waiting = await uploaded('GetCommittees.xml');
    const list = await clerk.open(DIRECTORY);
    expect(list.text).toContain(waiting);
    expect(mainText(list)).toContain('Committees from a file, read 26 November 2026 at 9am');
    const other = await foundCouncil(app);
    const stranger = await addOfficial('stranger@example.org', 'democratic-services', other);
    expect((await stranger.open(waiting)).status).toBe(404);
    const theirs = formOf(await stranger.open(DIRECTORY)).hidden;
    expect((await stranger.send(waiting, theirs)).status).toBe(404);
    expect((await stranger.send(`${waiting}/discard`, theirs)).status).toBe(409);
    expect((await clerk.fill(waiting, {}, { form: 'discard' })).status).toBe(303);
    expect((await clerk.open(waiting)).status).toBe(404);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Roles, type Role } from '../../src/identity/index.js';
import { Notifications, Register, type InterestDetails } from '../../src/register/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { done, foundCouncil, type Council } from '../support/council.js';
import { addMember, type SignedMember } from '../support/members.js';
import { notify } from '../support/notify.js';
import { formOf, mainText, type Visitor } from '../support/visitor.js';

const LAND: InterestDetails = {
  category: 'land',
  address: '3 Mill Lane',
  natureOfInterest: 'Owner',
  isHome: true,
};
const JOB: InterestDetails = { category: 'employment', role: 'Warden', employer: '3 Mill Lane' };
const STATEMENT = 'details of which are withheld under section 32(2) of the Localism Act 2011';

let app: TestApp;
let council: Council;
let member: SignedMember;
let ann: Visitor;
let officer: Visitor;
let people = 0;

beforeAll(async () => {
  app = await startApp({ at: '2017-10-16T09:00' });
});
beforeEach(async () => {
  app.moveClockTo('2017-10-16T09:00');
  council = await foundCouncil(app);
  member = await addMember(app, council, `ann-${++people}@example.org`, { on: '2017-05-08' });
  ann = await app.signIn(member.email);
  officer = await withRole('monitoring-officer');
});
afterAll(() => app.close());

async function withRole(role: Exclude<Role, 'member'>, name = role as string): Promise<Visitor> {
  const email = `${name}-${++people}@example.org`;
  const accountId = await app.addPerson(email, { name });
  await council.inUnit((uow) => app.get(Roles).grant(uow, { accountId, role, fromOn: '2017-01-01' }));
  return app.signIn(email);
}
async function registered(...interests: InterestDetails[]): Promise<string[]> {
  const answers = Object.fromEntries(
    interests.map((details) => [
      `${details.category}/self`,
      { answer: 'entries' as const, interests: [details] },
    ]),
  );
  const id = await notify(app, council, { ...member, answers });
  done(await council.inUnit((uow) => app.get(Register).enter(uow, id)));
  const entries = await council.inUnit((uow) => app.get(Register).current(uow, member.memberId));
  return interests.map(
    ({ category }) => entries.find(({ entry }) => entry.category === category)?.entry.id ?? '',
  );
}
const ask = async (address: string): Promise<void> => {
  const sent = await ann.fill(address, { reason: 'They came to the house.', step: 'send' });
  expect([sent.status, sent.headers.location]).toEqual([303, `${address}?done=asked`]);
};
/** The address of the request that waits. */
const waiting = async (): Promise<string> => {
  const { text } = await officer.open('/officer/sensitive');
  return /\/officer\/sensitive\/requests\/[0-9a-f-]+/.exec(text)?.[0] ?? 'nothing waits';
};
const agreed = { decision: 'agreed', reason: 'The police say so.' };
const reviewed = (day: string, month: string, year: string): Record<string, string> => ({
  ...{ 'reviewOn-day': day, 'reviewOn-month': month, 'reviewOn-year': year },
});
const IN_A_YEAR = reviewed('16', '10', '2018');
const publicPage = async (): Promise<string> =>
  mainText(await app.visitor().open(`/register/${council.slug}/${member.memberId}`));

describe('a member who asks for an interest to be treated as sensitive', () => {
  it('gives a reason, checks it, sends it, and sees what became of it', async () => {
    const [entry = ''] = await registered(LAND);
    const address = `/my/interests/${entry}/sensitive`;
    expect(mainText(await ann.open(address))).toContain(STATEMENT);
    const empty = await ann.fill(address, { reason: ' ' });
    expect(empty.status).toBe(400);
    expect(mainText(empty)).toContain(
      'Enter why publishing the details could lead to violence or intimidation',
    );
    const check = await ann.fill(address, { reason: 'They came to the house.' });
    expect([check.status, mainText(check)]).toEqual([
      200,
      expect.stringContaining('They came to the house.'),
    ]);
    expect(await publicPage()).toContain('3 Mill Lane');
    await ask(address);
    expect(mainText(await ann.open(address))).toContain('Waiting for the monitoring officer');
    expect(await publicPage()).not.toContain('3 Mill Lane');
  });

  it('asks for one that waits to be entered, and takes it back', async () => {
    const id = await notify(app, council, {
      ...member,
      answers: { 'land/self': { answer: 'entries', interests: [LAND] } },
    });
    const opened = await council.inUnit((uow) => app.get(Notifications).open(uow, id));
    const address = `/my/interests/pending/${opened?.interests[0]?.id ?? ''}/sensitive`;
    await ask(address);
    expect(mainText(await ann.open(`${address}/withdraw`))).toContain('when the monitoring officer enters');
    const taken = await ann.fill(`${address}/withdraw`, {});
    expect([taken.status, taken.headers.location]).toEqual([303, `${address}?done=withdrawn`]);
    expect(mainText(await ann.open(address))).toContain('You took it back');
    expect((await ann.open(`${address}/withdraw`)).status).toBe(404);
  });

  it('does so for nobody else’s interest', async () => {
    const [entry = ''] = await registered(LAND);
    const bob = await addMember(app, council, `bob-${++people}@example.org`, { on: '2017-05-08' });
    const visitor = await app.signIn(bob.email);
    for (const rest of ['', '/withdraw']) {
      expect((await visitor.open(`/my/interests/${entry}/sensitive${rest}`)).status).toBe(404);
      expect((await visitor.open(`/my/interests/pending/${entry}/sensitive${rest}`)).status).toBe(404);
    }
  });
});

describe('the monitoring officer', () => {
  it('reads the details, agrees with a reason and a day, and the public reads the statement alone', async () => {
    const [entry = ''] = await registered(LAND, JOB);
    await ask(`/my/interests/${entry}/sensitive`);
    const address = await waiting();
    const page = mainText(await officer.open(address));
    for (const words of ['3 Mill Lane', 'They came to the house.', STATEMENT]) expect(page).toContain(words);
    // What tells the same is kept back with it, and waits for the officer too.
    expect(page).not.toContain('These entries are public');
    expect(await publicPage()).not.toContain('Warden');
    const decided = await officer.fill(address, { ...agreed, ...IN_A_YEAR });
    expect([decided.status, decided.headers.location]).toEqual([303, '/officer/sensitive?done=agreed']);
    expect(await publicPage()).toContain(STATEMENT);
    expect(await publicPage()).not.toContain('Owner');
    expect(mainText(await ann.open(`/my/interests/${entry}/sensitive`))).toContain('The police say so.');
    expect(mainText(await officer.open(address))).toContain('This request was decided');
    const { hidden } = formOf(await officer.open('/officer/register/practice'));
    expect((await officer.send(address, { ...hidden, ...agreed, ...IN_A_YEAR })).status).toBe(409);
  });

  it.each<[string, Record<string, string>, string]>([
    ['says nothing', {}, 'Choose whether you agree'],
    ['gives no reason', { decision: 'not-agreed' }, 'Enter your reason'],
    ['agrees without a day', agreed, 'Enter the day by which it is looked at again'],
    ['agrees until today', { ...agreed, ...reviewed('16', '10', '2017') }, 'must be after today'],
    [
      'agrees for more than four years',
      { ...agreed, ...reviewed('17', '10', '2021') },
      'no later than 16 October 2021',
    ],
    ['agrees until a day that is none', { ...agreed, ...reviewed('31', '2', '2018') }, 'must be a real date'],
  ])('who %s is told so, and nothing is decided', async (_, answers, text) => {
    const [entry = ''] = await registered(LAND);
    await ask(`/my/interests/${entry}/sensitive`);
    const address = await waiting();
    const refused = await officer.fill(address, answers);
    expect([refused.status, mainText(refused)]).toEqual([400, expect.stringContaining(text)]);
    expect(await waiting()).toBe(address);
  });

  it('who does not agree publishes it again', async () => {
    const [entry = ''] = await registered(LAND);
    await ask(`/my/interests/${entry}/sensitive`);
    await officer.fill(await waiting(), { decision: 'not-agreed', reason: 'It is in the telephone book.' });
    expect(await publicPage()).toContain('3 Mill Lane');
    expect(mainText(await ann.open(`/my/interests/${entry}/sensitive`))).toContain(
      'It is in the telephone book.',
    );
  });

  it('is told when the day of review has come, looks again, and ends it', async () => {
    const [entry = ''] = await registered(LAND);
    await ask(`/my/interests/${entry}/sensitive`);
    await officer.fill(await waiting(), { ...agreed, ...IN_A_YEAR });
    expect(mainText(await officer.open('/officer/sensitive'))).not.toContain('Overdue');
    app.moveClockTo('2018-10-16T09:00');
    expect(mainText(await officer.open('/officer/sensitive'))).toContain('16 October 2018 Overdue');
    const address = `/officer/sensitive/entries/${entry}`;
    expect((await officer.fill(address, IN_A_YEAR)).status).toBe(400);
    expect((await officer.fill(address, reviewed('16', '10', '2019'))).status).toBe(303);
    expect(mainText(await officer.open('/officer/sensitive'))).toContain('16 October 2019');
    expect((await officer.fill(`${address}/end`, { reason: '' })).status).toBe(400);
    expect((await officer.fill(`${address}/end`, { reason: 'They moved.' })).status).toBe(303);
    expect(await publicPage()).toContain('3 Mill Lane');
    expect((await officer.open(address)).status).toBe(404);
  });

  it('is audited for reading, and the audit tells no detail and no reason', async () => {
    const [entry = ''] = await registered(LAND);
    await ask(`/my/interests/${entry}/sensitive`);
    await officer.open(await waiting());
    const audit = mainText(await officer.open('/officer/audit'));
    expect(audit).toContain('Read the details of a sensitive interest');
    expect(audit).not.toContain('Mill Lane');
  });
});

describe('who may read sensitive details', () => {
  it('is a deputy once they are named, and no longer when that has ended', async () => {
    const deputy = await withRole('deputy-monitoring-officer', 'Dee Deputy');
    expect((await deputy.open('/officer/sensitive')).status).toBe(403);
    const page = await officer.open('/officer/sensitive/officers');
    const accountId = /name="accountId"[^>]*value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const named = await officer.fill('/officer/sensitive/officers', { accountId }, { form: '/officers"' });
    expect(named.status).toBe(303);
    expect((await deputy.open('/officer/sensitive')).status).toBe(200);
    const own = mainText(await deputy.open('/officer/sensitive/officers'));
    expect(own).toContain('Only the monitoring officer names who is on this list.');
    expect((await officer.fill('/officer/sensitive/officers', {}, { form: '/end"' })).status).toBe(303);
    expect((await deputy.open('/officer/sensitive')).status).toBe(403);
  });

  it('is nobody who is no deputy', async () => {
    await withRole('deputy-monitoring-officer');
    const refused = await officer.fill(
      '/officer/sensitive/officers',
      { accountId: member.accountId },
      { form: '/officers"' },
    );
    expect([refused.status, mainText(refused)]).toEqual([
      400,
      expect.stringContaining('Choose one of the deputies'),
    ]);
  });
});

describe('home addresses', () => {
  const practice = (answers: Record<string, string>): ReturnType<Visitor['fill']> =>
    officer.fill('/officer/register/practice', {
      ...{ namesOverdue: 'no', withholdsHomeAddresses: 'no', confirmEveryMonths: '12', inspectionPlace: '' },
      ...answers,
    });

  it('are left out by the council’s practice, shown when the member asks, and left out again', async () => {
    await registered(LAND);
    expect(mainText(await ann.open('/my/home-address'))).toContain('Today Shown');
    expect((await practice({ withholdsHomeAddresses: 'yes' })).status).toBe(303);
    expect(await publicPage()).toContain('It is this council’s own practice');
    const page = mainText(await ann.open('/my/home-address'));
    expect(page).toContain('Today Withheld');
    expect(page).not.toContain('32A');
    expect((await ann.fill('/my/home-address', {})).status).toBe(303);
    expect(await publicPage()).toContain('3 Mill Lane');
    expect((await ann.fill('/my/home-address', {})).status).toBe(303);
    expect(await publicPage()).not.toContain('3 Mill Lane');
    const history = mainText(await ann.open('/my/home-address'));
    expect(history).toContain('You asked in writing for your home address to be shown.');
    expect(history).toContain('You took that request back in writing.');
    const wrong = await ann.fill('/my/home-address', { asks: 'withhold' });
    expect(wrong.status).toBe(409);
  });

  it('are left out by law from the day that an administrator enters, in every council', async () => {
    await registered(LAND);
    await app.addPerson(`root-${++people}@example.org`, { name: 'Root', isAdministrator: true });
    const root = await app.signIn(`root-${people}@example.org`);
    const day = { 'from-day': '1', 'from-month': '5', 'from-year': '2026' };
    expect((await root.fill('/admin/installation', { isKnown: 'yes' })).status).toBe(400);
    expect(
      (await root.fill('/admin/installation', { isKnown: 'yes', ...day, 'from-year': '2025' })).status,
    ).toBe(400);
    expect((await root.fill('/admin/installation', { isKnown: 'yes', ...day })).status).toBe(303);
    expect(mainText(await ann.open('/my/home-address'))).toContain('From 1 May 2026');
    expect(await publicPage()).toContain('3 Mill Lane');
    app.moveClockTo('2026-05-01T09:00');
    expect((await root.fill('/admin/installation', { isKnown: 'yes', ...day })).status).toBe(303);
    expect(await publicPage()).toContain('section 32A of the Localism Act 2011');
    expect(await publicPage()).not.toContain('3 Mill Lane');
    expect((await root.fill('/admin/installation', { isKnown: 'no' })).status).toBe(303);
    expect(await publicPage()).toContain('3 Mill Lane');
    expect((await officer.open('/admin/installation')).status).toBe(403);
  });

  it.each<[string, Record<string, string>, string]>([
    ['no months', { confirmEveryMonths: '0' }, 'Enter a number of months from 1 to 48'],
    ['too many months', { confirmEveryMonths: '49' }, 'Enter a number of months from 1 to 48'],
    ['a place of 301 characters', { inspectionPlace: 'x'.repeat(301) }, '300 characters or less'],
  ])('and other practice: %s is refused with the words kept', async (_, answers, text) => {
    const refused = await practice(answers);
    expect([refused.status, mainText(refused)]).toEqual([400, expect.stringContaining(text)]);
  });

  it('and other practice: the figure for gifts, from a day on', async () => {
    const address = '/officer/register/practice/gift-threshold';
    const from = { 'fromOn-day': '1', 'fromOn-month': '4', 'fromOn-year': '2017' };
    expect((await officer.fill(address, { pence: '-5', registers: 'at-least', ...from })).status).toBe(400);
    expect((await officer.fill(address, { pence: '50', registers: 'at-least', ...from })).status).toBe(303);
    expect((await officer.fill(address, { pence: '60', registers: 'at-least', ...from })).status).toBe(400);
    expect(mainText(await officer.open('/officer/register/practice'))).toContain(
      '£50 or more, from 1 April 2017',
    );
    expect((await officer.open('/officer/register/practice/parish-website')).status).toBe(404);
  });

  it('and other practice: a parish’s website, and that it was seen there', async () => {
    council = await foundCouncil(app, 'parish', council.authorityId);
    officer = await withRole('monitoring-officer');
    const refused = await practice({ parishWebsite: 'javascript:alert(1)' });
    expect(refused.status).toBe(400);
    expect((await practice({ parishWebsite: 'https://parish.example' })).status).toBe(303);
    const address = '/officer/register/practice/parish-website';
    const seen = { 'seenOn-day': '16', 'seenOn-month': '10', 'seenOn-year': '2017' };
    const url = 'https://parish.example/register';
    expect((await officer.fill(address, { url, ...seen, 'seenOn-day': '17' })).status).toBe(400);
    expect((await officer.fill(address, { url, ...seen })).status).toBe(303);
    expect(mainText(await officer.open('/officer/register/practice'))).toContain(
      `Seen on 16 October 2017: ${url}`,
    );
  });
});

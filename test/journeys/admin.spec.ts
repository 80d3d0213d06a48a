import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FirstAdministrator } from '../../src/web/admin/index.js';
import { PASSWORD, startApp, type TestApp } from '../support/app.js';
import { formOf, mainText, type Visitor } from '../support/visitor.js';

let app: TestApp;
let admin: Visitor;

beforeAll(async () => {
  app = await startApp({ at: '2017-05-08T10:00' });
});
afterAll(() => app.close());

/** Where a form led to. */
const next = (answer: { status: number; headers: Record<string, string> }): [number, string | undefined] => [
  answer.status,
  answer.headers.location,
];

const firstPerson = { name: 'Priya Lindqvist', email: 'priya@wyre.example', password: PASSWORD };

describe('an installation on which nobody has an account', () => {
  it('asks for the code that the start printed, and makes nobody an administrator without it', async () => {
    const visitor = app.visitor();
    const answer = await visitor.fill('/set-up', { ...firstPerson, code: 'aaaaa-aaaaa-aaaaa-aaaaa' });
    expect(answer.status).toBe(400);
    expect(mainText(answer)).toContain('This is not the code that was printed');
    expect(answer.text).toContain('value="priya@wyre.example"');
    expect(answer.text).not.toContain(PASSWORD);
    await expect(app.get(FirstAdministrator).isNeeded()).resolves.toBe(true);
  });

  it('refuses a password of eleven characters', async () => {
    const { code } = app.get(FirstAdministrator);
    const answer = await app.visitor().fill('/set-up', { ...firstPerson, code, password: 'x'.repeat(11) });
    expect(answer.status).toBe(400);
    expect(mainText(answer)).toContain('The password must be 12 characters or more');
  });

  it('makes the first administrator, who signs in; afterwards the page is not there', async () => {
    const { code } = app.get(FirstAdministrator);
    const visitor = app.visitor();
    const form = formOf(await visitor.open('/set-up'));
    expect(next(await visitor.send('/set-up', { ...form.hidden, ...firstPerson, code }))).toEqual([
      303,
      '/sign-in',
    ]);
    await visitor.open('/set-up').expect(404);
    const again = { ...form.hidden, ...firstPerson, email: 'second@wyre.example', code };
    expect((await visitor.send('/set-up', again)).status).toBe(404);
    admin = await app.signIn('priya@wyre.example');
  });
});

describe('setting up a council', () => {
  const council = { name: 'Wyrefordshire County Council', slug: 'wyre', kind: 'county', executive: 'yes' };

  it('says what is missing, beside each field, and keeps the words', async () => {
    const answer = await admin.fill('/admin/authorities/add', {
      name: 'Wyrefordshire',
      slug: 'Wyre Council',
    });
    expect(answer.status).toBe(400);
    expect(mainText(answer)).toContain('The word for web addresses must be small letters and numbers');
    expect(mainText(answer)).toContain('Choose what kind of council it is');
    expect(answer.text).toContain('value="Wyre Council"');
    expect(mainText(await admin.open('/admin/authorities'))).toContain('None yet.');
  });

  it('adds it, and refuses a second one under the same word', async () => {
    const answer = await admin.fill('/admin/authorities/add', council);
    expect(next(answer)).toEqual([303, '/admin/authorities/wyre?done=authority']);
    const second = await admin.fill('/admin/authorities/add', { ...council, name: 'Another' });
    expect(second.status).toBe(400);
    expect(mainText(second)).toContain('Another council has this word already');
  });

  it('adds a parish only with the council that keeps its register', async () => {
    const parish = { name: 'Nether Brine Parish Council', slug: 'brine', kind: 'parish', executive: 'no' };
    const refused = await admin.fill('/admin/authorities/add', parish);
    expect(refused.status).toBe(400);
    expect(mainText(refused)).toContain(
      'Choose the council whose monitoring officer keeps the parish’s register',
    );
    const page = await admin.open('/admin/authorities/add');
    const principal = /<option value="([^"]+)">Wyrefordshire/.exec(page.text)?.[1] ?? '';
    expect((await admin.fill('/admin/authorities/add', { ...parish, principal })).status).toBe(303);
    expect(mainText(await admin.open('/admin/authorities'))).toContain(
      'Nether Brine Parish Council Parish or town council, its register is kept by Wyrefordshire County Council',
    );
  });

  it('records the code with its date, and refuses an absurd day and an earlier code', async () => {
    const path = '/admin/authorities/wyre/codes/adopt';
    const code = {
      code: 'worcestershire-2012',
      'fromOn-day': '31',
      'fromOn-month': '2',
      'fromOn-year': '2017',
    };
    const absurd = await admin.fill(path, code);
    expect(absurd.status).toBe(400);
    expect(mainText(absurd)).toContain('The day from which the code applies must be a real date');
    expect(
      (await admin.fill(path, { ...code, 'fromOn-day': '1', 'fromOn-month': '7', 'fromOn-year': '2012' }))
        .status,
    ).toBe(303);
    const earlier = await admin.fill(path, {
      ...code,
      'fromOn-day': '1',
      'fromOn-month': '7',
      'fromOn-year': '2012',
    });
    expect(mainText(earlier)).toContain(
      'A code that applies from this day or a later one is recorded already',
    );
    expect(mainText(await admin.open('/admin/authorities/wyre'))).toContain('From 1 July 2012');
  });

  it('records a standing order that excludes from the room, once', async () => {
    const path = '/admin/authorities/wyre/standing-orders/adopt';
    const day = { 'fromOn-day': '1', 'fromOn-month': '7', 'fromOn-year': '2012' };
    expect((await admin.fill(path, day)).status).toBe(303);
    expect(mainText(await admin.fill(path, day))).toContain('Such a standing order is in force already');
  });

  it('adds a body with its quorum, and refuses the same name and a quorum of nobody', async () => {
    const body = { name: 'Children and Families Panel', kind: 'overview-and-scrutiny' };
    const path = '/admin/authorities/wyre/add-body';
    const nobody = await admin.fill(path, { ...body, oneIn: '4', atLeast: '0' });
    expect(nobody.status).toBe(400);
    expect(mainText(nobody)).toContain(
      'Enter the fewest members who must be there, as a whole number from 1 to 99',
    );
    const added = await admin.fill(path, { ...body, oneIn: '4', atLeast: '3' });
    expect(added.status).toBe(303);
    expect(mainText(await admin.open(added.headers.location ?? ''))).toContain(
      'One in 4 of the seats, and at least 3',
    );
    const same = await admin.fill(path, { ...body, oneIn: '4', atLeast: '3' });
    expect(mainText(same)).toContain('This council has a body of this name already');
  });
});

describe('setting up people', () => {
  let person = '';

  it('adds somebody, who can sign in with exactly that password', async () => {
    const given = { name: 'Ada Okonjo', email: 'Ada@wyre.example', password: ' a long password  ' };
    const answer = await admin.fill('/admin/people/add', given);
    expect(answer.status).toBe(303);
    person = (answer.headers.location ?? '').replace('?done=person', '');
    const signedIn = await app
      .visitor()
      .fill('/sign-in', { email: 'ada@wyre.example', password: ' a long password  ' });
    expect(signedIn.status).toBe(303);
    const twice = await admin.fill('/admin/people/add', given);
    expect(mainText(twice)).toContain('Somebody has an account with this e-mail address already');
  });

  it('shows the last day at once: taking office on 8 May 2017 gives 4 June 2017', async () => {
    const office = {
      council: 'wyre',
      standing: 'elected',
      votesOn: 'any',
      ...dayOf('becameMemberOn', 8, 5, 2017),
    };
    const answer = await admin.fill(`${person}/add-office`, {
      ...office,
      ...dayOf('pollingDay', 4, 5, 2017),
    });
    expect(next(answer)).toEqual([303, `${person}/offices/wyre`]);
    const page = mainText(await admin.open(`${person}/offices/wyre`));
    expect(page).toContain('Last day to notify interests Sunday 4 June 2017');
    expect(page).toContain('Reminded by Wednesday 31 May 2017, counted from polling day');
  });

  it('shows that nothing is owed by a co-opted member without a vote', async () => {
    const added = await admin.fill('/admin/people/add', {
      ...{ name: 'Adviser', email: 'adviser@wyre.example', password: PASSWORD },
    });
    const path = (added.headers.location ?? '').replace('?done=person', '');
    await admin.fill(`${path}/add-office`, {
      ...{ council: 'wyre', standing: 'co-opted', votesOn: 'none' },
      ...dayOf('becameMemberOn', 8, 5, 2017),
    });
    expect(mainText(await admin.open(`${path}/offices/wyre`))).toContain('None: these rules do not apply');
  });

  it.each([
    [
      'the same office twice',
      dayOf('becameMemberOn', 9, 5, 2017),
      'They are a member of this council already',
    ],
    ['no day', {}, 'Enter the day on which they became a member'],
    ['a year of five digits', dayOf('becameMemberOn', 8, 5, 20177), 'Year must include 4 numbers'],
    ['a day years ahead', dayOf('becameMemberOn', 8, 5, 2020), 'must be within a year from today'],
    [
      'a polling day after the office',
      { ...dayOf('becameMemberOn', 8, 5, 2017), ...dayOf('pollingDay', 9, 5, 2017) },
      'Polling day must be the same as or before',
    ],
  ])('refuses %s', async (_, days, sentence) => {
    const office = { council: 'wyre', standing: 'elected', votesOn: 'any', ...days };
    const answer = await admin.fill(`${person}/add-office`, office);
    expect(answer.status).toBe(400);
    expect(mainText(answer)).toContain(sentence);
  });

  it('gives a role from a day, once', async () => {
    const role = { council: 'wyre', role: 'monitoring-officer', ...dayOf('fromOn', 1, 5, 2017) };
    expect((await admin.fill(`${person}/add-role`, role)).status).toBe(303);
    expect(mainText(await admin.open(person))).toContain(
      'Wyrefordshire County Council: Member, Monitoring officer',
    );
    const again = await admin.fill(`${person}/add-role`, role);
    expect(mainText(again)).toContain('They have this role at this council already');
  });

  it('seats a member on a vacant seat, and nobody on a seat that is held', async () => {
    const council = await admin.open('/admin/authorities/wyre');
    const body = /href="(\/admin\/authorities\/wyre\/bodies\/[^"]+)"/.exec(council.text)?.[1] ?? '';
    expect((await admin.fill(`${body}/add-seats`, { role: 'member', count: '2', note: '' })).status).toBe(
      303,
    );
    const page = await admin.open(body);
    expect(mainText(page).match(/Vacant/g)).toHaveLength(2);
    const [, fill = ''] = /href="([^"]+\/fill)"/.exec(page.text) ?? [];
    const [, memberId = ''] = /<option value="([^"]+)">Ada Okonjo/.exec((await admin.open(fill)).text) ?? [];
    const tooEarly = await admin.fill(fill, { memberId, ...dayOf('fromOn', 7, 5, 2017) });
    expect(mainText(tooEarly)).toContain('This person is not a member of the council on that day');
    expect((await admin.fill(fill, { memberId, ...dayOf('fromOn', 8, 5, 2017) })).status).toBe(303);
    expect(mainText(await admin.open(body))).toContain('Member Ada Okonjo');
    const held = await admin.fill(fill, { memberId, ...dayOf('fromOn', 9, 5, 2017) });
    expect(mainText(held)).toContain('Somebody holds the seat on that day already');
  });
});

describe('who may set up', () => {
  it('is an administrator, and not a member or monitoring officer', async () => {
    const officer = app.visitor();
    await officer.fill('/sign-in', { email: 'ada@wyre.example', password: ' a long password  ' });
    for (const path of [
      '/admin/authorities',
      '/admin/authorities/wyre',
      '/admin/people',
      '/admin/people/add',
    ]) {
      await officer.open(path).expect(403);
    }
    await app.visitor().open('/admin/people').expect(303);
  });

  it('finds no council, person or body that is not there', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000';
    for (const path of [
      '/admin/authorities/elsewhere',
      `/admin/people/${nobody}`,
      '/admin/people/x',
      `/admin/authorities/wyre/bodies/${nobody}`,
    ]) {
      await admin.open(path).expect(404);
    }
  });
});

describe('taking away', () => {
  let path = '';
  let clerk: Visitor;

  beforeAll(async () => {
    const accountId = await app.addPerson('leaver@wyre.example', { name: 'Lena Verity' });
    path = `/admin/people/${accountId}`;
    const role = { council: 'wyre', role: 'auditor', ...dayOf('fromOn', 1, 5, 2017) };
    await admin.fill(`${path}/add-role`, role);
    const office = { council: 'wyre', standing: 'elected', votesOn: 'any' };
    await admin.fill(`${path}/add-office`, { ...office, ...dayOf('becameMemberOn', 8, 5, 2017) });
    clerk = await app.signIn('leaver@wyre.example');
  });
  afterAll(() => {
    app.moveClockTo('2017-05-08T10:00');
  });

  it('ends a role: it opens its pages on the last day, and not on the day after', async () => {
    const [, end = ''] = /href="([^"]+\/end)">end/.exec((await admin.open(path)).text) ?? [];
    const early = await admin.fill(end, dayOf('lastDay', 30, 4, 2017));
    expect(early.status).toBe(400);
    expect(mainText(early)).toContain('The last day must be the same as or after 1 May 2017');
    expect(mainText(await admin.fill(end, {}))).toContain('Enter the last day');
    const form = { ...formOf(await admin.open(end)).hidden, ...dayOf('lastDay', 9, 5, 2017) };
    expect(next(await admin.send(end, form))).toEqual([303, `${path}?done=role-ended`]);
    expect((await admin.send(end, form)).status).toBe(409);
    expect(mainText(await admin.open(path))).toContain('from 1 May 2017 to 9 May 2017');
    app.moveClockTo('2017-05-09T23:59');
    await clerk.open('/officer').expect(200);
    app.moveClockTo('2017-05-10T00:00');
    await clerk.open('/officer').expect(403);
    await clerk.open('/my').expect(200);
  });

  it('empties a seat after its last day', async () => {
    const council = await admin.open('/admin/authorities/wyre');
    const body = /href="(\/admin\/authorities\/wyre\/bodies\/[^"]+)"/.exec(council.text)?.[1] ?? '';
    const [, empty = ''] = /href="([^"]+\/empty)"/.exec((await admin.open(body)).text) ?? [];
    const early = await admin.fill(empty, dayOf('lastDay', 7, 5, 2017));
    expect(mainText(early)).toContain('The last day must be the same as or after 8 May 2017');
    const answer = await admin.fill(empty, dayOf('lastDay', 10, 5, 2017));
    expect(next(answer)).toEqual([303, `${body}?done=emptied`]);
    expect(mainText(await admin.open(body))).toContain('Member Ada Okonjo');
    app.moveClockTo('2017-05-11T00:00');
    expect(mainText(await admin.open(body))).not.toContain('Ada Okonjo');
  });

  it('ends an office, and the seats that go with it, and their pages close the day after', async () => {
    const council = await admin.open('/admin/authorities/wyre');
    const body = /href="(\/admin\/authorities\/wyre\/bodies\/[^"]+)"/.exec(council.text)?.[1] ?? '';
    const [, fill = ''] = /href="([^"]+\/fill)"/.exec((await admin.open(body)).text) ?? [];
    const [, memberId = ''] = /<option value="([^"]+)">Lena/.exec((await admin.open(fill)).text) ?? [];
    await admin.fill(fill, { memberId, ...dayOf('fromOn', 11, 5, 2017) });
    const end = `${path}/offices/wyre/end`;
    expect((await admin.open(`${path}/offices/wyre`)).text).toContain(`href="${end}"`);
    const early = await admin.fill(end, dayOf('lastDay', 7, 5, 2017));
    expect(mainText(early)).toContain('The last day must be the same as or after 8 May 2017');
    const answer = await admin.fill(end, dayOf('lastDay', 12, 5, 2017));
    expect(next(answer)).toEqual([303, `${path}/offices/wyre?done=left`]);
    expect(mainText(await admin.open(`${path}/offices/wyre`))).toContain('Last day as a member 12 May 2017');
    await admin.open(end).expect(409);
    app.moveClockTo('2017-05-12T23:59');
    await clerk.open('/my').expect(200);
    expect(mainText(await admin.open(body))).toContain('Lena Verity');
    app.moveClockTo('2017-05-13T00:00');
    await clerk.open('/my').expect(403);
    expect(mainText(await admin.open(body))).not.toContain('Lena Verity');
  });

  it('disables an account: its open session ends, and it cannot sign in until it is enabled', async () => {
    expect((await admin.fill(path, {}, { form: 'disable' })).headers.location).toBe(`${path}?done=disabled`);
    expect(mainText(await admin.open(path))).toContain('No, the account is disabled');
    await clerk.open('/my').expect(303);
    await expect(app.signIn('leaver@wyre.example')).rejects.toThrow('could not sign in: 400');
    expect((await admin.fill(path, {}, { form: 'enable' })).headers.location).toBe(`${path}?done=enabled`);
    // The session of before does not come back with the account.
    await clerk.open('/my').expect(303);
    await app.signIn('leaver@wyre.example');
  });

  it('does not let administrators disable their own account', async () => {
    const people = (await admin.open('/admin/people')).text;
    const own = /href="(\/admin\/people\/[^"]+)">Priya/.exec(people)?.[1] ?? '';
    const page = await admin.open(own);
    expect(page.text).not.toContain(`${own}/disable`);
    const { hidden } = formOf(await admin.open(path), 'disable');
    const answer = await admin.send(`${own}/disable`, hidden);
    expect(answer.status).toBe(409);
    expect(mainText(answer)).toContain('You cannot disable your own account');
    await admin.open('/admin/people').expect(200);
  });

  it('is for administrators alone', async () => {
    const visitor = await app.signIn('leaver@wyre.example');
    await visitor.open(`${path}/offices/wyre/end`).expect(403);
    await app.visitor().open(`${path}/offices/wyre/end`).expect(303);
  });
});

describe('pages for everybody', () => {
  it.each(['/accessibility', '/privacy', '/outbox'])('%s opens', async (path) => {
    await app.visitor().open(path).expect(200);
  });

  it('say whether the process lives and can serve, to a program', async () => {
    expect((await app.visitor().open('/health/live').expect(200)).body).toEqual({ status: 'ok' });
    expect((await app.visitor().open('/health/ready').expect(200)).body).toEqual({
      status: 'ok',
      database: 'ok',
      queue: 'ok',
    });
  });

  it('keep the signed-in header on an address that does not exist', async () => {
    const { text } = await admin.open('/no/such/page').expect(404);
    expect(text).toContain('<strong>Priya Lindqvist</strong>');
  });
});

function dayOf(name: string, day: number, month: number, year: number): Record<string, string> {
  return { [`${name}-day`]: `${day}`, [`${name}-month`]: `${month}`, [`${name}-year`]: `${year}` };
}

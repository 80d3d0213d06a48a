import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request, { type Response } from 'supertest';
import { Authorities } from '../../src/authorities/index.js';
import { Roles, type Role } from '../../src/identity/index.js';
import { civilDate } from '../../src/law/index.js';
import { Observations } from '../../src/meetings/index.js';
import { Register } from '../../src/register/index.js';
import { PASSWORD, startApp, type TestApp } from '../support/app.js';
import { ABOUT_IT, COMPANY, EMPLOYMENT, ITEMS, sceneOfBriefings, type Scene } from '../support/briefed.js';
import type { SeatedMember } from '../support/briefed.js';
import { item } from '../support/clerk.js';
import { done } from '../support/council.js';
import { agreeSensitive } from '../support/sensitive.js';
import { formOf, mainText, type Visitor } from '../support/visitor.js';

const AT = '/officer/checks';
const MATCHED = `${AT}/matched-not-declared`;
const SECRET = 'Zanderwick Shelter';
const PERIOD = 'from=2017-10-01&to=2017-10-31';

let app: TestApp;
let scene: Scene;
let officer: Visitor;
let deputy: Visitor;
let auditor: Visitor;
let clerk: Visitor;
let ann: SeatedMember;
let bob: SeatedMember;
let meetingId: string;

async function official(role: Exclude<Role, 'member'>): Promise<Visitor> {
  const email = `${role}@example.org`;
  const accountId = await app.addPerson(email, { name: `A ${role}` });
  await scene.council.inUnit((uow) => app.get(Roles).grant(uow, { accountId, role, fromOn: '2017-01-01' }));
  return app.signIn(email);
}

beforeAll(async () => {
  app = await startApp({ at: '2017-10-16T09:00' });
  scene = await sceneOfBriefings(app);
  const { council } = scene;
  await council.inUnit(async (uow) =>
    done(
      await app.get(Authorities).adoptCode(uow, {
        ...{ code: 'worcestershire-2012', fromOn: civilDate('2012-07-01') },
      }),
    ),
  );
  officer = await official('monitoring-officer');
  deputy = await official('deputy-monitoring-officer');
  auditor = await official('auditor');
  clerk = await official('democratic-services');
  ann = await scene.seat({ name: '=Ann Agar' });
  bob = await scene.seat({ name: 'Bob Birch' });
  await scene.register(ann, EMPLOYMENT);
  await scene.register(bob, { category: 'employment', role: 'Warden', employer: SECRET });
  meetingId = await scene.meeting({ items: [...ITEMS, item('4', `Grant to ${SECRET}`)] });
  const [entry] = await council.inUnit((uow) => app.get(Register).current(uow, bob.memberId));
  await agreeSensitive(app, council, { ...bob, entryId: entry?.entry.id ?? '' });
  app.moveClockTo('2017-10-25T09:00');
});
afterAll(() => app.close());

const read = async (by: Visitor, path: string): Promise<string> => mainText(await by.open(path).expect(200));
/** The address of the question about Ann. */
const question = async (by = officer): Promise<string> => {
  const { text } = await by.open(`${MATCHED}?state=all&member=${ann.memberId}`);
  const href = new RegExp(`href="(${AT}/findings/[^"]+)"`).exec(text)?.[1] ?? 'there is no question';
  return href.replaceAll('&amp;', '&');
};

/** Sends a file by the upload page, as a browser does. */
async function upload(content: string | Buffer, name = 'officers.csv'): Promise<Response> {
  const agent = request.agent(app.url).set('Accept', 'text/html');
  const { hidden } = formOf(await agent.get('/sign-in'));
  await agent
    .post('/sign-in')
    .type('form')
    .send({ ...hidden, email: 'monitoring-officer@example.org', password: PASSWORD });
  const form = formOf(await agent.get(`${AT}/companies`));
  const sent = agent.post(`${AT}/companies`);
  for (const [field, value] of Object.entries(form.hidden)) void sent.field(field, value);
  return sent.attach('file', Buffer.from(content), name);
}

describe('the list of checks', () => {
  it('is reached from the officer’s page, counts what is open and closed, and says what cannot be told', async () => {
    expect((await officer.open('/officer')).text).toContain(`href="${AT}"`);
    const text = await read(officer, AT);
    expect(text).toContain('None of them says that anybody did wrong');
    expect(text).toMatch(
      /A registered interest matched an item, and nothing was declared .*? Open 2 Closed 0/,
    );
    expect(text).toMatch(/An agenda with too few clear days .*? Cannot tell of 1\. Open 0/);
  });

  it('looks at the days that the address gives, and keeps words that are no days', async () => {
    expect(await read(officer, `${AT}?from=2017-01-01&to=2017-09-30`)).toMatch(
      /nothing was declared .*? Open 0/,
    );
    const wrong = await officer.open(`${AT}?from=yesterday`).expect(400);
    expect(wrong.text).toContain('value="yesterday"');
    expect(mainText(wrong)).toContain('The first day must be a real date');
    await officer.open(`${AT}?from=2011-01-01`).expect(400);
    await officer.open(`${AT}/no-such-check`).expect(404);
  });

  it('is for officers and auditors, and an auditor closes nothing', async () => {
    await clerk.open(AT).expect(403);
    await app.visitor().open(AT).expect(303);
    expect(await read(auditor, await question(auditor))).not.toContain('Close it with a reason');
    const { hidden } = formOf(await officer.open(await question()));
    const path = (await question()).replace('?', '/close?');
    expect((await auditor.send(path, { ...hidden, reason: 'x' })).status).toBe(403);
  });
});

describe('a check', () => {
  it('asks questions, by state, member, body and days', async () => {
    const text = await read(officer, `${MATCHED}?${PERIOD}`);
    expect(text).toContain(
      `Was item 2, “${ABOUT_IT}” of the meeting of Highways Panel on 24 October 2017 about`,
    );
    expect(text).toContain('Cannot tell');
    expect(text).toContain('Localism Act 2011 s.31(2)');
    for (const [query, count] of [
      ['state=closed', 'There is no question here'],
      [`member=${ann.memberId}`, '1 question.'],
      [`body=${scene.clerk.panelId}&state=all`, '2 questions.'],
      [`body=${randomUUID()}`, 'There is no question here'],
      ['from=2017-10-25', 'There is no question here'],
      ['to=2017-10-24', '2 questions.'],
    ])
      expect(await read(officer, `${MATCHED}?${query ?? ''}`)).toContain(count);
    await officer.open(`${MATCHED}?state=guilty`).expect(400);
  });

  it('is a file too, in which no cell begins a formula', async () => {
    const { text, headers } = await officer.open(`${MATCHED}/findings.csv?${PERIOD}`).expect(200);
    expect(headers['content-disposition']).toBe('attachment; filename="matched-not-declared.csv"');
    expect(text.split('\r\n')).toHaveLength(4);
    expect(text).toContain(COMPANY);
    expect(text).not.toMatch(/(^|,|")=/m);
    await officer.open(`${MATCHED}/findings.csv?state=guilty`).expect(400);
    await clerk.open(`${MATCHED}/findings.csv`).expect(403);
  });
});

describe('what rests on a sensitive interest', () => {
  it('is not there for an officer who is not named, in no list, number, file or address', async () => {
    expect(await read(officer, `${MATCHED}?${PERIOD}`)).toContain(SECRET);
    for (const by of [deputy, auditor]) {
      const list = await read(by, `${MATCHED}?${PERIOD}`);
      expect(list).toContain('1 question.');
      expect(list).toContain('shown to the officers who are named for it');
      expect(list.replace(/Show some of them.*/, '')).not.toMatch(/Zanderwick|Bob/);
      const file = await by.open(`${MATCHED}/findings.csv?${PERIOD}`).expect(200);
      expect(file.text).not.toMatch(/Zanderwick|Bob/);
    }
    const { text } = await officer.open(`${MATCHED}?member=${bob.memberId}`);
    const href = new RegExp(`href="(${AT}/findings/[^"]+)"`).exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(href).not.toContain(bob.memberId);
    await officer.open(href).expect(200);
    await deputy.open(href).expect(404);
    const { hidden } = formOf(await deputy.open(await question(deputy)));
    expect((await deputy.send(href.replace('?', '/close?'), { ...hidden, reason: 'x' })).status).toBe(409);
  });
});

describe('a question', () => {
  it('says whom and what it is about, and why it is asked', async () => {
    const { text } = await officer.open(await question());
    expect(text).toContain(`href="/officer/members/${ann.memberId}"`);
    expect(text).toContain(`href="/meetings/${meetingId}"`);
    expect(mainText({ text })).toContain(
      `Employment, office, trade, profession or vocation: Director, ${COMPANY}`,
    );
  });

  it('is closed with a reason, opened again, and open by itself when the facts change', async () => {
    const address = await question();
    const close = address.replace('?', '/close?');
    const without = await officer.fill(address, { reason: '  ' }, { form: '/close' });
    expect(without.status).toBe(400);
    expect(mainText(without)).toContain('Give your reason');
    const sent = await officer.fill(address, { reason: 'She had left the room.' }, { form: '/close' });
    expect([sent.status, sent.headers.location]).toEqual([303, `${address}&done=closed`]);
    const closed = await read(officer, `${address}&done=closed`);
    expect(closed).toMatch(
      /Closed by A monitoring-officer, 25 October 2017 at .*?Their reason: She had left the room\./,
    );
    expect(await read(officer, `${MATCHED}?${PERIOD}`)).toContain('1 question.');
    // Of more at once than there are connections to the database, none may hold one and wait for another.
    const many = await Promise.all(Array.from({ length: 40 }, () => officer.open(address)));
    expect(new Set(many.map(({ status }) => status))).toEqual(new Set([200]));

    const { hidden } = formOf(await officer.open(address));
    expect((await officer.send(close, { ...hidden, reason: 'Again' })).status).toBe(409);
    await officer.fill(address, { reason: 'It was another item.' }, { form: '/open' });
    expect(await read(officer, address)).toContain('It was closed, and somebody opened it again.');

    await officer.fill(address, { reason: 'She had left the room.' }, { form: '/close' });
    await scene.council.inUnit((uow) =>
      app.get(Observations).record(uow, {
        meetingId,
        observations: [
          {
            ...{ id: randomUUID(), saidAt: new Date('2017-10-24T09:30:00Z') },
            seen: { kind: 'attendance', memberId: ann.memberId, as: 'present' },
          },
        ],
      }),
    );
    const open = await read(officer, address);
    expect(open).toContain('Open again');
    expect(open).toContain('the facts have changed since');
    const audit = mainText(await officer.open('/officer/audit'));
    expect(audit).toContain('Opened a question that a check asks again');
    expect(audit).not.toContain('left the room');
  });

  it('that the record asks no more is no page', async () => {
    await officer.open(`${AT}/findings/late-agenda.${'0'.repeat(32)}`).expect(404);
    await officer.open(`${AT}/findings/no-such-check.${'0'.repeat(32)}`).expect(404);
  });
});

describe('company officers', () => {
  const HEAD = 'company_number,company_name,officer_name,role,appointed_on,resigned_on,postcode';

  it('have a template and are refused whole with row and column', async () => {
    const page = await read(officer, `${AT}/companies`);
    expect(page).toContain('A likeness of names is never taken for the same person');
    expect((await officer.open(`${AT}/companies/template.csv`).expect(200)).text).toContain('officer_name');
    await auditor.open(`${AT}/companies`).expect(403);
    const wrong = await upload(`${HEAD}\n1234567,WEIR LTD,"BIRCH, Bob",director,soon,,\n`);
    expect(wrong.status).toBe(400);
    expect(mainText(wrong)).toContain('1 of 1 rows has something wrong');
    expect(mainText(wrong)).toContain('2 appointed_on appointed_on is no date.');
    const latin = await upload(Buffer.from(`${HEAD}\n1,Café,"BIRCH, Bob",director,,,\n`, 'latin1'));
    expect(mainText(latin)).toContain('The file is not in UTF-8');
    expect(mainText(await upload('role\nx\n'))).toContain('Missing: company_number');
    expect(mainText(await upload(''))).toContain('The file is empty');
  });

  it('that look like a member are questions, which a person decides', async () => {
    const taken = await upload(`${HEAD}\n1234567,WEIR LTD,"BIRCH, Bob",director,2016-01-31,,BL1 1AA\n`);
    expect([taken.status, taken.headers.location]).toEqual([303, `${AT}/companies?rows=1&alike=1&known=0`]);
    expect((await officer.open(taken.headers.location ?? '')).text).toContain(
      '1 row was read. 1 looks like a member; no other was kept.',
    );
    const list = await officer.open(`${AT}/company-officer`);
    expect(mainText(list)).toContain('Is this officer Bob Birch, or somebody else of that name?');
    expect(mainText(list)).toContain('Only the name is alike');
    const address = new RegExp(`href="(${AT}/findings/[^"]+)"`).exec(list.text)?.[1] ?? '';
    const blank = await officer.fill(address, { reason: 'I compared.' }, { form: '/decide' });
    expect([blank.status, mainText(blank).includes('Say whether it is the member')]).toEqual([400, true]);
    expect(blank.text).toContain('I compared.');
    const asks = { decision: 'ask-the-member', reason: 'Only the name.' };
    const asked = await officer.fill(address, asks, { form: '/decide' });
    expect(asked.headers.location).toBe(`${address}?done=decided`);
    expect(await read(officer, address)).toContain('Decided: ask the member');
    const decided = await officer.fill(
      address,
      { decision: 'somebody-else', reason: 'Another birthday.' },
      { form: '/decide' },
    );
    expect(decided.headers.location).toBe(`${AT}/company-officer?done=decided`);
    expect(await read(officer, `${AT}/company-officer`)).toContain('There is no question here');
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Roles, type Role } from '../../src/identity/index.js';
import { civilDate } from '../../src/law/index.js';
import { Member, Members, Seats } from '../../src/members/index.js';
import { Register } from '../../src/register/index.js';
import { Gathering, Planner } from '../../src/reminders/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { addPanel, foundCouncil, seatMember, type Council } from '../support/council.js';
import { notify } from '../support/notify.js';
import { agreeSensitive } from '../support/sensitive.js';
import { formOf, mainText, type Visitor } from '../support/visitor.js';

/** A member with an account of their own. */
interface Councillor {
  readonly memberId: string;
  readonly accountId: string;
}

let app: TestApp;
let wyre: Council;
let teme: Council;
let officer: Visitor;
let auditor: Visitor;
const councillors: Record<string, Councillor> = {};
let early = '';
let late = '';
let elsewhere = '';

async function addCouncillor(council: Council, name: string): Promise<Councillor> {
  const accountId = await app.addPerson(`${name.toLowerCase()}@example.org`, { name });
  return council.inUnit(async (uow) => {
    const { id: memberId } = await app.get(Members).add(uow, { name, accountId });
    await app.get(Members).takeOffice(uow, {
      ...{ memberId, standing: 'elected', votesOn: 'any' },
      becameMemberOn: civilDate('2017-05-08'),
    });
    return { memberId, accountId };
  });
}

async function addOfficial(council: Council, email: string, role: Exclude<Role, 'member'>): Promise<Visitor> {
  const accountId = await app.addPerson(email, { name: email });
  await council.inUnit((uow) => app.get(Roles).grant(uow, { accountId, role, fromOn: '2017-01-01' }));
  return app.signIn(email);
}

const land = {
  answer: 'entries',
  interests: [{ category: 'land', address: '14 Mill Lane', natureOfInterest: 'Owner' }],
} as const;
const job = {
  answer: 'entries',
  interests: [{ category: 'employment', role: 'Teacher', employer: 'Quay School' }],
} as const;

beforeAll(async () => {
  app = await startApp({ at: '2017-05-20T10:00' });
  wyre = await foundCouncil(app);
  teme = await foundCouncil(app, 'district');
  for (const name of ['Early', 'Late', 'Silent']) councillors[name] = await addCouncillor(wyre, name);
  const foreign = await addCouncillor(teme, 'Foreign');
  councillors.Foreign = foreign;

  early = await notify(app, wyre, {
    ...councillor('Early'),
    hasPartner: true,
    answers: { 'land/self': land, 'employment/partner': job },
  });
  app.moveClockTo('2017-06-05T00:30');
  late = await notify(app, wyre, { ...councillor('Late'), answers: { 'land/self': land } });
  elsewhere = await notify(app, teme, { ...foreign, answers: { 'land/self': land } });
  await wyre.inUnit(async (uow) => {
    const bodyId = await addPanel(uow, app, 'Children and Families Panel');
    await seatMember(uow, app, { name: 'Seated', bodyId, role: 'chairman', on: '2017-05-08' });
    await app.get(Seats).add(uow, { bodyId, role: 'parent-governor-representative' });
  });
  officer = await addOfficial(wyre, 'officer@example.org', 'monitoring-officer');
  auditor = await addOfficial(wyre, 'auditor@example.org', 'auditor');
});
afterAll(() => app.close());

function councillor(name: string): Councillor {
  const one = councillors[name];
  if (one === undefined) throw new Error(`No councillor ${name}.`);
  return one;
}

describe('the compliance board', () => {
  it('counts duties by state and lists them, the most urgent first', async () => {
    const page = mainText(await officer.open('/officer').expect(200));
    expect(page).toMatch(/No answer received 2/);
    expect(page).toMatch(/Notified late 1/);
    expect(page).toMatch(/To enter in the register 2/);
    expect(page).toContain('with 4 members in office');
    const list = page.slice(page.indexOf('What, with the reasons'));
    const order = ['Seated', 'Silent', 'Late', 'Early'].map((name) => list.indexOf(name));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(page).not.toMatch(/breach|overdue/i);
  });

  it('gives the last day of somebody who took office on 8 May 2017 as 4 June 2017', async () => {
    const page = mainText(await officer.open('/officer'));
    expect(page).toContain(
      'Silent Notify interests on taking office Elected, since 8 May 2017 No answer received Last day: 4 Jun 2017',
    );
  });

  it('has the reasons one click away, with their sources', async () => {
    const { text } = await officer.open('/officer?name=silent').expect(200);
    const [, href = ''] = /href="(\/officer\/members\/[^"]+\/duties)#taking-office-/.exec(text) ?? [];
    const page = mainText(await officer.open(href).expect(200));
    expect(page).toContain('What Silent owes, and why');
    expect(page).toContain('Last day 4 June 2017');
    expect(page).toContain('Localism Act 2011 s.30(1)');
  });

  it('keeps what is asked for in the address, and shows everybody for what there is not', async () => {
    const lateOnly = mainText(await officer.open('/officer?state=met-late'));
    expect(lateOnly).toContain('1 duty.');
    expect(lateOnly).not.toContain('Silent');
    expect(lateOnly).toMatch(/No answer received 2/);
    for (const address of ['state=guilty', 'kind=guilt', 'body=1', 'group=1', 'page=0', 'state=a&state=b'])
      expect(mainText(await officer.open(`/officer?${address}`).expect(200))).toContain('Silent');
    const named = await officer.open('/officer?name=SIL&kind=taking-office').expect(200);
    expect(mainText(named)).toContain('1 duty.');
    expect(named.text).toContain('/officer?state=overdue&amp;kind=taking-office&amp;name=SIL');
    expect(mainText(await officer.open('/officer?page=9'))).toContain('There are 4 duties, and fewer pages');
  });

  it('shows those with a seat on a body alone', async () => {
    const { text } = await officer.open('/officer');
    const [, body = ''] = /<option value="([0-9a-f-]{36})">Children and Families Panel/.exec(text) ?? [];
    const seated = mainText(await officer.open(`/officer?body=${body}`));
    expect(seated).toContain('1 duty.');
    expect(seated).toContain('Seated Notify interests on taking office');
  });

  it('gives the same list as a file, with what is asked for and nothing else', async () => {
    const { headers, text } = await officer.open('/officer/duties.csv?state=overdue').expect(200);
    expect(headers['content-type']).toContain('text/csv');
    const [head = '', ...rows] = text.replace('\uFEFF', '').trimEnd().split('\r\n');
    expect(head).toContain('member_id,member_name,group,kind');
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain(
      'On taking office,Notify interests on taking office,2017-05-08,2017-06-04,No answer received,',
    );
    expect(text).not.toContain('Mill Lane');
  });

  it('names the vacancies of bodies', async () => {
    expect(mainText(await officer.open('/officer'))).toContain(
      'Children and Families Panel Vacant: parent governor representative',
    );
  });

  it('shows trends as charts, each with words and the same figures in a table', async () => {
    const page = await officer.open('/officer/trends').expect(200);
    const text = mainText(page);
    expect(text).toContain(
      '4 members took office on 8 May 2017, which is day 1. Day 28, 4 June 2017, was the last day',
    );
    expect(text).toContain('By the end of day 28 these were 1 of 4, 25%. By now it is 2, 50%.');
    expect(text).toContain('June 2017 1 1 2');
    const drawings = page.text.match(/<svg class="probity-chart"[\s\S]*?<\/svg>/g) ?? [];
    expect(drawings.length).toBeGreaterThanOrEqual(2);
    for (const drawing of drawings) {
      const [, title = '', desc = ''] = /aria-labelledby="(\S+) (\S+)"/.exec(drawing) ?? [];
      expect(drawing).toContain('role="img"');
      expect(drawing).toContain(`<title id="${title}">`);
      expect(drawing).toContain(`<desc id="${desc}">`);
    }
    expect(page.text.match(/The same as a table/g)).toHaveLength(drawings.length);
  });
});

describe('parish councils beside their principal authority', () => {
  it('are counted as their own boards count them, for whoever answers for their registers alone', async () => {
    expect(mainText(await officer.open('/officer/parishes').expect(200))).toContain('No parish council here');
    const parish = await foundCouncil(app, 'parish', wyre.authorityId);
    const other = await foundCouncil(app, 'parish', teme.authorityId);
    await addCouncillor(parish, 'Parishioner');
    await addCouncillor(other, 'Stranger');
    const page = mainText(await officer.open('/officer/parishes').expect(200));
    expect(page).toMatch(/Council \d+ 1 1 0 1 0 Never All of them 1 1 0 1 0/);
    const file = await officer.open('/officer/parishes.csv').expect(200);
    expect(file.text).toContain(`${parish.slug},`);
    expect(file.text).not.toContain(`${other.slug},`);
    expect(file.text).toMatch(/,1,1,0,1,0,\r\n$/);
    await auditor.open('/officer/parishes').expect(403);
    await auditor.open('/officer/parishes.csv').expect(403);
  });
});

describe('the queue', () => {
  it('has the oldest first, with the last day and whether it was received in time', async () => {
    const page = mainText(await officer.open('/officer/notifications').expect(200));
    const [early = '', late = ''] = ['Early', 'Late'].map((name) => page.slice(page.indexOf(`${name} :`)));
    expect(early).toContain('Everything held 20 May 2017 at 10am 4 June 2017 Received in time None');
    // 23:30 UTC on the last day is half past midnight of the next day in London.
    expect(late).toContain('Everything held 5 June 2017 at 12:30am 4 June 2017 Received late None');
    expect(page.indexOf('Early')).toBeLessThan(page.indexOf('Late'));
    expect(page).not.toContain('Foreign');
  });

  it('shows everything that was said, for the member and the partner, "nothing" included', async () => {
    const page = mainText(await officer.open(`/officer/notifications/${early}`).expect(200));
    expect(page.indexOf('Employment, office')).toBeLessThan(page.indexOf('Land Member'));
    expect(page).toContain('Land Member Owner: 14 Mill Lane Spouse, civil partner or partner Nothing');
    expect(page).toContain(
      'Employment, office, trade, profession or vocation Member Nothing Spouse, civil partner or partner Teacher, Quay School',
    );
    expect(page).toContain('whether or not it turns out to be a disclosable pecuniary interest');
  });

  it('lets an auditor read and not enter', async () => {
    const page = await auditor.open(`/officer/notifications/${early}`).expect(200);
    expect(page.text).not.toContain('Enter in the register</button>');
    const token = formOf(await officer.open(`/officer/notifications/${early}`), 'enter').hidden;
    expect((await auditor.send(`/officer/notifications/${early}/enter`, token)).status).toBe(403);
    expect(mainText(await officer.open('/officer/notifications'))).toContain('Early');
  });

  it('refuses a wrong token, and enters nothing', async () => {
    const answer = await officer.send(`/officer/notifications/${early}/enter`, { _csrf: 'f'.repeat(64) });
    expect(answer.status).toBe(403);
    expect(mainText(answer)).toContain('Nothing was saved');
    expect(mainText(await officer.open('/officer/notifications'))).toContain('Early');
  });

  it('refuses a form that was made for another council', async () => {
    const { hidden } = formOf(await officer.open(`/officer/notifications/${early}`), 'enter');
    const answer = await officer.send(`/officer/notifications/${early}/enter`, {
      ...hidden,
      actingAuthority: teme.slug,
    });
    expect(answer.status).toBe(409);
    expect(mainText(answer)).toContain('you have switched to another council');
  });

  it('enters a notification once', async () => {
    const path = `/officer/notifications/${early}`;
    const form = formOf(await officer.open(path), 'enter');
    const answer = await officer.send(form.action ?? '', form.hidden);
    expect([answer.status, answer.headers.location]).toEqual([303, '/officer/notifications?entered=yes']);
    expect(mainText(await officer.open('/officer/notifications?entered=yes'))).toContain(
      'The notification is in the register.',
    );
    const again = await officer.send(form.action ?? '', form.hidden);
    expect(again.status).toBe(400);
    expect(mainText(again)).toContain('This notification is in the register already');
    expect((await officer.open(path)).text).not.toContain('Enter in the register</button>');
  });

  it('enters the notifications of one member in the order in which they came', async () => {
    const newer = await notify(app, wyre, { ...councillor('Late'), answers: { 'land/self': land } });
    const answer = await officer.fill(`/officer/notifications/${newer}`, {}, { form: 'enter' });
    expect(answer.status).toBe(400);
    expect(mainText(answer)).toContain('Enter that one first');
    expect((await officer.fill(`/officer/notifications/${late}`, {}, { form: 'enter' })).status).toBe(303);
    const later = mainText(await officer.open(`/officer/notifications/${newer}`));
    expect(later).toContain('Not the first of this term');
    expect((await officer.fill(`/officer/notifications/${newer}`, {}, { form: 'enter' })).status).toBe(303);
  });

  it('lets nobody enter what they notified themselves', async () => {
    const own = await addCouncillor(wyre, 'Both');
    await wyre.inUnit((uow) =>
      app
        .get(Roles)
        .grant(uow, { accountId: own.accountId, role: 'deputy-monitoring-officer', fromOn: '2017-01-01' }),
    );
    const id = await notify(app, wyre, { ...own, answers: { 'land/self': land } });
    const deputy = await app.signIn('both@example.org');
    const path = `/officer/notifications/${id}`;
    expect(mainText(await deputy.open(path))).toContain('Who can act: officer@example.org.');
    const { hidden } = formOf(await deputy.open(`/officer/notifications/${late}/step-aside`));
    const answer = await deputy.send(`${path}/enter`, hidden);
    expect(answer.status).toBe(400);
    expect(mainText(answer)).toContain('somebody else must enter it');
    expect((await officer.fill(`/officer/notifications/${id}`, {}, { form: 'enter' })).status).toBe(303);
  });
});

describe('a notification of every kind', () => {
  it('is shown with its dates and its limit', async () => {
    const holder = await addCouncillor(wyre, 'Full');
    const id = await notify(app, wyre, {
      ...holder,
      answers: {
        'sponsorship/self': {
          answer: 'entries',
          interests: [
            { category: 'sponsorship', payer: 'A Party', towards: 'election-expenses', madeOn: '2017-04-20' },
          ],
        },
        'licences/self': {
          answer: 'entries',
          interests: [{ category: 'licences', address: 'Plot 7', from: '2017-01-01', to: '2018-12-31' }],
        },
        'securities/self': {
          answer: 'entries',
          interests: [{ category: 'securities', company: 'Acme plc', nominalHeldPence: 2_600_000 }],
        },
      },
    });
    const page = mainText(await officer.open(`/officer/notifications/${id}`).expect(200));
    expect(page).toContain('A Party, towards election expenses, on 20 April 2017');
    expect(page).toMatch(/Licence to occupy Plot 7, .*1 January 2017.*31 December 2018/);
    expect(page).toMatch(/Acme plc .*£26,000/);
  });
});

describe('the page of a member', () => {
  it('gives the duty with its reasons and sources', async () => {
    const page = mainText(
      await officer.open(`/officer/members/${councillor('Silent').memberId}`).expect(200),
    );
    expect(page).toContain('No answer received');
    expect(page).toContain('Last day 4 June 2017');
    expect(page).toContain('Localism Act 2011 s.30(1)');
  });

  it('withholds what is agreed to be sensitive from who may not read it, in old notifications too', async () => {
    const { memberId } = councillor('Early');
    const path = `/officer/members/${memberId}`;
    expect(mainText(await auditor.open(path))).toContain('Owner: 14 Mill Lane');
    const entries = await wyre.inUnit((uow) => app.get(Register).current(uow, memberId));
    const entryId = entries.find(({ details }) => details.category === 'land')?.entry.id ?? '';
    await agreeSensitive(app, wyre, { ...councillor('Early'), entryId, reviewOn: civilDate('2018-06-05') });
    for (const page of [path, `/officer/notifications/${early}`]) {
      expect(mainText(await officer.open(page))).toContain('14 Mill Lane');
      const shown = mainText(await auditor.open(page).expect(200));
      expect(shown).not.toContain('14 Mill Lane');
      expect(shown).toContain('Details withheld: sensitive');
      expect(shown).toContain('Teacher, Quay School');
    }
    expect(mainText(await officer.open(path))).toContain('Agreed, to be looked at again on 5 June 2018');
  });
});

describe('what a member was told', () => {
  const paths: string[] = [];
  beforeAll(async () => {
    const { memberId } = councillor('Silent');
    await wyre.inUnit((uow) =>
      uow.manager.update(Member, { authorityId: wyre.authorityId, id: memberId }, { email: 's@example.org' }),
    );
    // At night nothing is written.
    app.moveClockTo('2017-06-05T09:00');
    await wyre.inUnit((uow) => app.get(Planner).plan(uow));
    await app.get(Gathering).gather(wyre.authorityId);
    const { text } = await officer.open(`/officer/members/${memberId}`);
    paths.push(...[...text.matchAll(/href="([^"]+\/messages\/[^"]+)"/g)].map(([, path = '']) => path));
  });

  it('is read word for word, and the reading is on the record', async () => {
    const [path = ''] = paths;
    const page = mainText(await officer.open(path).expect(200));
    expect(page).toContain('Message to Silent');
    expect(page).toContain('Sent No');
    expect(page).toContain('This is a reminder. You are responsible for your own interests');
    expect(mainText(await officer.open('/officer/audit'))).toMatch(
      /\d+\. Read the words of a message Silent by/,
    );
  });

  it('is withheld from who may not read sensitive details, once the member has one', async () => {
    const [path = ''] = paths;
    expect(mainText(await auditor.open(path).expect(200))).toContain('This is a reminder.');
    const silent = councillor('Silent');
    const id = await notify(app, wyre, { ...silent, answers: { 'land/self': land } });
    await officer.fill(`/officer/notifications/${id}`, {}, { form: 'enter' });
    const [opened] = await wyre.inUnit((uow) => app.get(Register).current(uow, silent.memberId));
    await agreeSensitive(app, wyre, { ...silent, entryId: opened?.entry.id ?? '' });
    const withheld = mainText(await auditor.open(path).expect(200));
    expect(withheld).toContain('Details withheld');
    expect(withheld).not.toContain('This is a reminder.');
    expect(mainText(await officer.open(path))).toContain('This is a reminder.');
  });

  it('is not there for a member, under another member or at another council', async () => {
    const [path = ''] = paths;
    await (await app.signIn('silent@example.org')).open(path).expect(403);
    await officer.open(path.replace(councillor('Silent').memberId, councillor('Late').memberId)).expect(404);
    await officer.open(path.replace(/messages/, 'briefings')).expect(404);
  });
});

describe('the audit', () => {
  it('tells who did what and when, in plain words, with position and hash', async () => {
    const page = mainText(await officer.open('/officer/audit').expect(200));
    expect(page).toContain(
      'Entered a notification in the register Both by officer@example.org 5 June 2017 at 12:30am',
    );
    expect(page).toMatch(/UTC, hash [0-9a-f]{12}/);
    expect(page).not.toMatch(/\d+\. [a-z]+\.[a-z]+ed\b/);
  });

  it('goes back page by page to the first event', async () => {
    const positions: number[] = [];
    for (let path = '/officer/audit'; path !== '';) {
      const { text } = await officer.open(path).expect(200);
      positions.push(...[...text.matchAll(/audit\/\d+">(\d+)\. /g)].map(([, position]) => Number(position)));
      path = /href="(\/officer\/audit\?before=\d+)"/.exec(text)?.[1] ?? '';
    }
    expect(positions).toEqual(Array.from(positions, (_, index) => positions.length - index));
    expect(positions.length).toBeGreaterThan(25);
  });

  it('takes an absurd position for none', async () => {
    await officer.open('/officer/audit?before=x').expect(200);
    await officer.open('/officer/audit?before=99999999999999999999999').expect(200);
    await officer.open('/officer/audit?before=1&before=2').expect(200);
  });
});

describe('who may see the officer’s pages', () => {
  const paths = (): string[] => [
    '/officer',
    '/officer/duties.csv',
    '/officer/trends',
    '/officer/parishes',
    `/officer/members/${councillor('Late').memberId}/duties`,
    '/officer/reminders',
    '/officer/notifications',
    `/officer/notifications/${late}`,
    `/officer/members/${councillor('Late').memberId}`,
    `/officer/members/${councillor('Late').memberId}/register`,
    '/officer/audit',
  ];

  it('is not a member, about themselves or others', async () => {
    const member = await app.signIn('late@example.org');
    for (const path of paths()) await member.open(path).expect(403);
  });
  it('is not a clerk', async () => {
    const clerk = await addOfficial(wyre, 'clerk@example.org', 'democratic-services');
    for (const path of paths()) await clerk.open(path).expect(403);
  });
  it('is not a visitor, who is asked to sign in', async () => {
    for (const path of paths()) await app.visitor().open(path).expect(303);
  });
  it('is the officer, but not for another council: its notifications and members are not there', async () => {
    await officer.open(`/officer/notifications/${elsewhere}`).expect(404);
    await officer.open(`/officer/members/${councillor('Foreign').memberId}`).expect(404);
    await officer.open(`/officer/members/${councillor('Foreign').memberId}/duties`).expect(404);
    // The token of the way out, which is on every page.
    const [, _csrf = ''] = /name="_csrf" value="([^"]+)"/.exec((await officer.open('/officer')).text) ?? [];
    expect((await officer.send(`/officer/notifications/${elsewhere}/enter`, { _csrf })).status).toBe(404);
    await officer.open('/officer/notifications/not-an-id').expect(404);
  });
});

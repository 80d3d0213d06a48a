import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Roles, type Role } from '../../src/identity/index.js';
import { civilDate } from '../../src/law/index.js';
import { Member, Members } from '../../src/members/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { changeAsOwner } from '../support/change-as-owner.js';
import { foundCouncil, type Council } from '../support/council.js';
import { reminded, type Reminded } from '../support/reminded.js';
import { formOf, mainText, type Visitor } from '../support/visitor.js';

const AT = '/officer/reminders';
const WITHOUT_A_FORM = '11111111-1111-4111-8111-111111111111';

let app: TestApp;
let wyre: Council;
let told: Reminded;
let officer: Visitor;
let auditor: Visitor;
let member: Visitor;
let foreigner: Visitor;
const ids: Record<string, string> = {};

async function official(council: Council, email: string, role: Exclude<Role, 'member'>): Promise<Visitor> {
  const accountId = await app.addPerson(email, { name: email.split('@')[0] ?? '' });
  await council.inUnit((uow) => app.get(Roles).grant(uow, { accountId, role, fromOn: '2017-01-01' }));
  return app.signIn(email);
}

async function councillor(name: string, email?: string): Promise<void> {
  const accountId = await app.addPerson(`${name.toLowerCase()}@example.org`, { name });
  await wyre.inUnit(async (uow) => {
    const { id } = await app
      .get(Members)
      .add(uow, { name, accountId, ...(email !== undefined && { email }) });
    const office = { memberId: id, standing: 'elected', votesOn: 'any' } as const;
    await app.get(Members).takeOffice(uow, { ...office, becameMemberOn: civilDate('2017-05-08') });
    ids[name] = id;
  });
}

const open = async (query = '', by = officer): Promise<string> =>
  mainText(await by.open(`${AT}${query}`).expect(200));

/** The page of a member's reminder. */
async function pageOf(name: string, step: string): Promise<string> {
  const { rows } = await app.owner.query<{ id: string }>(
    'select id from reminder where member_id = $1 and step = $2',
    [ids[name], step],
  );
  return `${AT}/${rows[0]?.id ?? ''}`;
}

/** What a button of a page does, sent as often as it is asked for. */
async function press(path: string, act: string, by = officer): ReturnType<Visitor['send']> {
  const { hidden } = formOf(await officer.open(`${AT}/pause`));
  return by.send(`${path}/${act}`, hidden);
}

const count = async (of: string): Promise<number> => {
  const { rows } = await app.owner.query<{ count: number }>(`select count(*)::int as count from ${of}`);
  return rows[0]?.count ?? -1;
};

beforeAll(async () => {
  app = await startApp({ at: '2017-05-08T08:00' });
  wyre = await foundCouncil(app);
  told = reminded(app, wyre);
  officer = await official(wyre, 'officer@example.org', 'monitoring-officer');
  auditor = await official(wyre, 'auditor@example.org', 'auditor');
  foreigner = await official(await foundCouncil(app), 'foreigner@example.org', 'monitoring-officer');
  await councillor('Ann', 'ann.mail@example.org');
  await councillor('Bob');
  await councillor('Cato', 'cato.mail@example.org');
  member = await app.signIn('ann@example.org');
  await told.plan();
});
afterAll(() => app.close());

describe('the list of reminders', () => {
  it('counts what is planned, and says what needs the officer once something is missed', async () => {
    const before = await open();
    expect(before).toContain('Planned 15');
    expect(before).not.toContain('What needs you');
    app.moveClockTo('2017-05-08T09:00');
    expect(await told.tell()).toBe(2);
    const after = await open();
    for (const figure of ['Planned 12', 'Sent 2', 'Missed 1']) expect(after).toContain(figure);
    expect(after).toContain('1 reminder of the last 30 days had nobody to go to');
    expect(after).toMatch(/Ann : .*Notifying interests on taking office .*Day 1 of 28/);
  });

  it('warns of what is due for more than an hour, and of no less', async () => {
    app.moveClockTo('2017-05-21T10:00');
    expect(await open()).not.toContain('for more than an hour');
    app.moveClockTo('2017-05-21T10:01');
    expect(await open()).toContain('3 reminders are due for more than an hour and not sent');
    app.moveClockTo('2017-05-08T09:00');
  });

  it('shows both sides of every filter, which stays in the address', async () => {
    const found = async (query: string): Promise<string | undefined> =>
      /(\d+ reminders?|No reminder was found)\b/.exec((await open(query)).split('Show all')[1] ?? '')?.[0];
    expect(await found('?outcome=missed')).toBe('1 reminder');
    expect(await open('?outcome=missed')).toContain('Could not be sent: there was no e-mail address');
    expect(await found('?outcome=sent')).toBe('2 reminders');
    expect(await found('?outcome=delivered')).toBe('No reminder was found');
    expect(await found(`?member=${ids.Ann ?? ''}`)).toBe('5 reminders');
    expect(await found('?member=officers')).toBe('No reminder was found');
    expect(await found('?about=england/localism-act-2011/s30(1)')).toBe('15 reminders');
    expect(await found('?about=briefing')).toBe('No reminder was found');
    expect(await found('?about=nothing-of-ours')).toBe('No reminder was found');
    expect(await found('?from=2017-05-08&to=2017-05-08')).toBe('3 reminders');
    expect(await found('?to=2017-05-07')).toBe('No reminder was found');
    expect(await found('?from=2017-05-09')).toBe('12 reminders');
    const { text } = await officer.open(`${AT}?outcome=sent&from=2017-05-08`);
    expect(text).toContain('reminders?outcome=missed&amp;from=2017-05-08');
    expect(text).toContain('value="2017-05-08"');
  });

  it('refuses a day that is none beside its field, with the words kept', async () => {
    const answer = await officer.open(`${AT}?from=2017-02-30`).expect(400);
    expect(mainText(answer)).toContain('The first day must be a real date');
    expect(answer.text).toContain('value="2017-02-30"');
    await officer.open(`${AT}?outcome=eaten`).expect(400);
    await officer.open(`${AT}?outcome=sent&outcome=held`).expect(400);
    await officer.open(`${AT}.csv?to=yesterday`).expect(400);
    // The calendar ends there, and the first instant after the day is asked for.
    for (const day of ['9999-12-31', '3000-01-01', '1899-12-31', '0001-01-01'])
      for (const query of [`?to=${day}`, `.csv?to=${day}`, `?from=${day}`, `.csv?from=${day}`])
        expect([query, (await officer.open(`${AT}${query}`)).status]).toEqual([query, 400]);
    await officer.open(`${AT}?from=1900-01-01&to=2999-12-31`).expect(200);
    await officer.open(`${AT}.csv?from=1900-01-01&to=2999-12-31`).expect(200);
  });

  it('is a file too, without the words of any message', async () => {
    const { text, headers } = await auditor.open(`${AT}.csv?outcome=sent`).expect(200);
    expect(headers['content-type']).toContain('text/csv');
    const [head, ...lines] = text.split('\r\n').filter((line) => line !== '');
    expect(head).toMatch(/^\uFEFFreminder_id,reader,reader_kind,about/);
    expect(lines).toHaveLength(2);
    expect(lines.find((line) => line.includes(',Ann,'))).toContain(
      'Ann,member,Notifying interests on taking office,,Day 1 of 28,2017-05-08T09:00,sent',
    );
    expect(text).not.toMatch(/ann\.mail|Register your interests/);
  });
});

describe('one reminder', () => {
  it('says why it was sent, by which rule, and where its words are read', async () => {
    const path = await pageOf('Ann', 'day-1');
    const page = await auditor.open(path).expect(200);
    const text = mainText(page);
    expect(text).toContain('A new member has 28 days to notify the monitoring officer');
    expect(text).toContain('Localism Act 2011 s.30(1)');
    expect(page.text).toContain('href="/rulebook/england/localism-act-2011/s30(1)"');
    expect(text).toContain('Sent 8 May 2017 at 9am');
    expect(text).toContain('Due 8 May 2017 at 9am Planned 8 May 2017 at 8am');
    expect(text).toContain('Day 28, the last day');
    const words = /href="(\/officer\/members\/[^"]+\/messages\/[^"]+)"/.exec(page.text)?.[1] ?? '';
    expect(mainText(await officer.open(words).expect(200))).toContain('This is a reminder.');
    expect(page.text).not.toContain('</button></form>');
    expect(text).not.toContain('Send it now');
  });

  it('is nobody else’s: not a member’s, not another council’s', async () => {
    const path = await pageOf('Ann', 'day-1');
    for (const page of [AT, `${AT}.csv`, path, `${AT}/settings`, `${AT}/dry-run`]) {
      await member.open(page).expect(403);
      expect((await app.visitor().open(page)).status).not.toBe(200);
    }
    await foreigner.open(path).expect(404);
    await foreigner.open(`${path}/words`).expect(404);
    await officer.open(`${path}/words`).expect(404);
    await officer.open(`${AT}/${WITHOUT_A_FORM}`).expect(404);
    expect((await press(`${AT}/${WITHOUT_A_FORM}`, 'send-now')).status).toBe(404);
    const { hidden } = formOf(await foreigner.open(`${AT}/pause`));
    for (const act of ['send-now', 'try-again'])
      expect((await foreigner.send(`${path}/${act}`, hidden)).status).toBe(404);
  });

  it('lets an auditor read and not act', async () => {
    const path = await pageOf('Ann', 'day-14');
    expect(mainText(await auditor.open(path).expect(200))).not.toContain('Send it now');
    const { hidden } = formOf(await officer.open(`${AT}/pause`));
    for (const act of [`${path}/send-now`, `${path}/try-again`, `${AT}/pause`, `${AT}/go-on`])
      expect([act, (await auditor.send(act, hidden)).status]).toEqual([act, 403]);
    await auditor.open(`${AT}/pause`).expect(403);
    await auditor.open(`${AT}/settings/change`).expect(403);
    expect(mainText(await auditor.open(`${AT}/settings`).expect(200))).toContain('1, 14, 21, 27, 28');
    expect(mainText(await officer.open(path))).toContain('Send it now');
  });

  it('is sent now once, whatever its time, and a second click is told so', async () => {
    const path = await pageOf('Ann', 'day-14');
    const [first, second] = await Promise.all([press(path, 'send-now'), press(path, 'send-now')]);
    expect([first.status, second.status].sort()).toEqual([303, 400]);
    const refused = first.status === 400 ? first : second;
    expect(mainText(refused)).toContain('Somebody has asked for that already');
    expect(mainText(await officer.open(`${path}?done=hurried`))).toContain('It goes with the next round.');
    const due = await app.owner.query('select * from authorities_with_due_reminders($1)', [
      new Date('2017-05-08T08:00:00Z'),
    ]);
    expect(due.rows).toEqual([{ authority_id: wyre.authorityId }]);
    await told.plan();
    expect(await told.gather()).toHaveLength(1);
    expect(await told.gather()).toEqual([]);
    const { rows } = await app.owner.query('select state, due_at from reminder where id = $1', [
      path.split('/').at(-1),
    ]);
    expect(rows).toEqual([{ state: 'planned', due_at: new Date('2017-05-21T08:00:00Z') }]);
    expect(mainText(await officer.open(path))).toMatch(/Sent by hand/);
    const again = await press(await pageOf('Ann', 'by-hand-1'), 'send-now');
    expect(again.status).toBe(400);
    expect(mainText(again)).toContain('It is in a message already');
    expect(await count(`audit_event where action = 'reminder.hurried'`)).toBe(1);
  });

  it('that had nobody to go to is sent once there is an address, and not before', async () => {
    const path = await pageOf('Bob', 'day-1');
    const refused = await press(path, 'send-now');
    expect([refused.status, mainText(refused)]).toEqual([400, expect.stringContaining('no e-mail address')]);
    await wyre.inUnit((uow) =>
      uow.manager.update(Member, { authorityId: wyre.authorityId, id: ids.Bob }, { email: 'b@example.org' }),
    );
    expect((await press(path, 'send-now')).status).toBe(303);
    expect(await told.gather()).toHaveLength(1);
    expect(await open('?outcome=missed')).toContain('No reminder was found');
  });

  it('that is of no use any more is refused', async () => {
    const path = await pageOf('Cato', 'day-21');
    const id = path.split('/').at(-1) ?? '';
    const useful = (until: string): Promise<void> =>
      changeAsOwner(app, wyre, `update reminder set useful_until = ${until} where id = '${id}'`);
    await useful(`'2017-05-08T08:00Z'`);
    expect(mainText(await press(path, 'send-now'))).toContain('Its time has passed');
    expect(mainText(await officer.open(path))).not.toContain('Send it now');
    await useful(`'2017-05-08T08:01Z'`);
    expect(mainText(await officer.open(path))).toContain('Send it now');
    await useful('null');
  });

  it('in a message that was given up is tried again once, with the same message', async () => {
    const path = await pageOf('Bob', 'day-1');
    const unsent = `sent_at is null and member_id = '${ids.Bob ?? ''}'`;
    const { rows } = await app.owner.query<{ id: string }>(`select id from message where ${unsent}`);
    await changeAsOwner(
      app,
      wyre,
      `update message set failed_reason = 'given-up', failed_at = '2017-05-08T08:00Z', tries = 9,
         last_error = 'server-said-451' where ${unsent}`,
    );
    const page = mainText(await officer.open(path));
    expect(page).toContain('Not delivered: it was tried again and again, and given up');
    expect(page).toContain('Tries 9 What went wrong last the mail server answered 451');
    expect(await open()).toContain('1 message of the last 30 days did not arrive');
    expect((await press(path, 'try-again')).headers.location).toBe(`${path}?done=tried-again`);
    const second = await press(path, 'try-again');
    expect([second.status, mainText(second)]).toEqual([
      400,
      expect.stringContaining('somebody has asked for that'),
    ]);
    await told.send(rows[0]?.id ?? '');
    expect(mainText(await officer.open(path))).toContain('Sent 8 May 2017 at 9am');
    expect((await press(await pageOf('Cato', 'day-27'), 'try-again')).status).toBe(404);
  });
});

describe('pausing', () => {
  it('holds everything back, and what became due goes once when reminders go on', async () => {
    expect(mainText(await officer.open(`${AT}/pause`))).toContain('statutory duties included');
    expect((await officer.fill(`${AT}/pause`, {})).headers.location).toBe(`${AT}?done=paused`);
    const again = await press(AT, 'pause');
    expect([again.status, mainText(again)]).toEqual([400, expect.stringContaining('paused already')]);
    app.moveClockTo('2017-05-28T12:00');
    expect(await told.tell()).toBe(0);
    const page = await open();
    expect(page).toContain('All reminders are paused since 8 May 2017 at 9am');
    expect(page).not.toContain('for more than an hour');
    expect(await open('?outcome=held')).toContain('Held back since all reminders were paused');
    const hurried = await pageOf('Cato', 'day-28');
    expect((await press(hurried, 'send-now')).status).toBe(303);
    expect(mainText(await officer.open(`${hurried}?done=hurried`))).toContain('it waits until they go on');
    expect(await told.tell()).toBe(0);
    expect((await officer.fill(AT, {}, { form: 'go-on' })).headers.location).toBe(`${AT}?done=gone-on`);
    expect((await press(AT, 'go-on')).status).toBe(400);
    expect([await told.tell(), await told.tell()]).toEqual([3, 0]);
    const audit = mainText(await officer.open('/officer/audit'));
    expect(audit).toMatch(/\d+\. Paused all reminders/);
    expect(audit).toMatch(/\d+\. Let reminders go on/);
  });
});

describe('when reminders go', () => {
  const good = {
    ...{ clockDays: '7, 28', clockAt: '8:30', escalateAfterDays: '2', daysBeforeEnd: '30' },
    ...{ daysBeforeMeeting: '2', daysBeforeAt: '10:00', eveningAt: '19:00', morningAt: '08:00' },
    ...{ quietFrom: '20:00', quietTo: '07:00', digestAt: '16:00', noticesHour: '', atOnceADay: '3' },
  };

  it.each([
    [{ clockDays: '1, 27' }, 'Keep day 28'],
    [{ clockDays: '0, 28' }, 'whole numbers from 1 to 28'],
    [{ clockDays: '28, 29' }, 'whole numbers from 1 to 28'],
    [{ clockDays: '' }, 'whole numbers from 1 to 28'],
    [{ clockDays: '1 2 3 4 5 6 7 8 9 10 28' }, 'must be ten or fewer'],
    [{ clockAt: '24:00' }, 'must be a time such as 09:00'],
    [{ eveningAt: '20:00' }, 'must be outside the quiet hours'],
    [{ digestAt: '06:59' }, 'must be outside the quiet hours'],
    [{ escalateAfterDays: '61' }, 'from 0 to 60'],
    [{ daysBeforeMeeting: '0' }, 'from 1 to 14'],
    [{ daysBeforeEnd: '366' }, 'from 1 to 365'],
    [{ noticesHour: '24' }, 'from 0 to 23'],
    [{ atOnceADay: '0' }, 'from 1 to 20'],
    [{ atOnceADay: '21' }, 'from 1 to 20'],
    [{ atOnceADay: '' }, 'from 1 to 20'],
  ])('%j is refused beside its field, with the words kept', async (wrong, message) => {
    const answer = await officer.fill(`${AT}/settings/change`, { ...good, ...wrong });
    expect(answer.status).toBe(400);
    expect(mainText(answer)).toContain(message);
    expect(answer.text).toContain('value="10:00"');
  });

  it('is saved, shown and followed by what is planned', async () => {
    await councillor('Dora', 'dora.mail@example.org');
    const answer = await officer.fill(`${AT}/settings/change`, {
      ...good,
      digestAt: '07:00',
      eveningAt: '19:59',
    });
    expect(answer.headers.location).toBe(`${AT}/settings?done=saved`);
    const page = mainText(await auditor.open(`${AT}/settings`));
    for (const words of ['Days of the 28 7, 28', 'At 8:30am', 'From 8pm to 7am', 'Not told'])
      expect(page).toContain(words);
    expect(page).toContain('Messages of a day that go at once 3 What comes up after those goes 7am');
    expect((await officer.open(`${AT}/settings/change`)).text).toMatch(/name="atOnceADay"[^>]*value="3"/);
    expect(await count(`audit_payload where payload->>'atOnceADay' = '3'`)).toBe(1);
    expect(page).not.toContain('Change');
    await told.plan();
    const { rows } = await app.owner.query(
      `select step, due_at from reminder where member_id = $1 and state = 'planned' order by due_at`,
      [ids.Dora],
    );
    expect(rows).toEqual([
      { step: 'day-7', due_at: new Date('2017-05-14T07:30:00Z') },
      { step: 'day-28', due_at: new Date('2017-06-04T07:30:00Z') },
    ]);
  });
});

describe('a message to an officer', () => {
  it('is read word for word by that officer alone', async () => {
    const deputy = await official(wyre, 'deputy@example.org', 'deputy-monitoring-officer');
    app.moveClockTo('2017-06-08T12:00');
    await told.tell();
    const page = await officer.open(`${AT}?member=officers&outcome=sent`).expect(200);
    const links = [...page.text.matchAll(/href="(\/officer\/reminders\/[0-9a-f-]{36})"/g)];
    const own: string[] = [];
    for (const [, path = ''] of links)
      if ((await officer.open(path)).text.includes(`${path}/words`)) own.push(path);
    const [path = ''] = own;
    expect(mainText(await officer.open(path))).toMatch(/To an officer officer About (Ann|Bob|Cato|Dora)/);
    expect(mainText(await officer.open(`${path}/words`).expect(200))).toContain('Message to officer');
    expect(mainText(await deputy.open(path).expect(200))).toContain('Only the officer to whom it went');
    await deputy.open(`${path}/words`).expect(404);
    await auditor.open(`${path}/words`).expect(404);
    expect(mainText(await officer.open('/officer/audit'))).toMatch(/\d+\. Read the words of a message/);
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Roles, type Role } from '../../src/identity/index.js';
import { civilDate } from '../../src/law/index.js';
import { Members } from '../../src/members/index.js';
import { MailRefused, Outbox } from '../../src/platform/mail/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { foundCouncil, type Council } from '../support/council.js';
import { reminded, type Reminded } from '../support/reminded.js';
import { formOf, mainText, type Visitor } from '../support/visitor.js';

let app: TestApp;
let wyre: Council;
let told: Reminded;
let officer: Visitor;
const ids: Record<string, string> = {};

async function official(council: Council, email: string, role: Exclude<Role, 'member'>): Promise<Visitor> {
  const accountId = await app.addPerson(email, { name: email.split('@')[0] ?? '' });
  await council.inUnit((uow) => app.get(Roles).grant(uow, { accountId, role, fromOn: '2017-01-01' }));
  return app.signIn(email);
}

async function councillor(name: string, email?: string): Promise<void> {
  await wyre.inUnit(async (uow) => {
    const { id } = await app.get(Members).add(uow, { name, ...(email !== undefined && { email }) });
    const office = { memberId: id, standing: 'elected', votesOn: 'any' } as const;
    await app.get(Members).takeOffice(uow, { ...office, becameMemberOn: civilDate('2017-05-08') });
    ids[name] = id;
  });
}

const pageOf = (name: string): string => `/officer/members/${ids[name] ?? ''}/email`;
const change = (name: string, email: string): ReturnType<Visitor['fill']> =>
  officer.fill(pageOf(name), { email });
const stepsOf = async (name: string, state: string): Promise<string[]> => {
  const { rows } = await app.owner.query<{ step: string }>(
    'select step from reminder where member_id = $1 and state = $2 order by due_at',
    [ids[name], state],
  );
  return rows.map(({ step }) => step);
};
/** What the record keeps of the newest events of an action, the newest first. */
const recorded = async (action: string): Promise<unknown[]> => {
  const { rows } = await app.owner.query<{ payload: unknown }>(
    `select p.payload from audit_event e join audit_payload p using (authority_id, position)
     where e.action = $1 order by e.position desc`,
    [action],
  );
  return rows.map(({ payload }) => payload);
};

beforeAll(async () => {
  app = await startApp({ at: '2017-05-08T09:00' });
  wyre = await foundCouncil(app);
  told = reminded(app, wyre);
  officer = await official(wyre, 'officer@example.org', 'monitoring-officer');
  await councillor('Ann', 'ann.old@example.org');
  await councillor('Bob');
});
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(() => app.close());

describe('the page on which a member’s e-mail address is changed', () => {
  it('is the monitoring officer’s and the deputies’ of that council alone', async () => {
    const deputy = await official(wyre, 'deputy@example.org', 'deputy-monitoring-officer');
    const auditor = await official(wyre, 'auditor@example.org', 'auditor');
    const clerk = await official(wyre, 'clerk@example.org', 'democratic-services');
    const foreigner = await official(await foundCouncil(app), 'foreigner@example.org', 'monitoring-officer');
    await deputy.open(pageOf('Ann')).expect(200);
    const member = `/officer/members/${ids.Ann ?? ''}`;
    expect((await officer.open(member)).text).toContain(pageOf('Ann'));
    expect((await auditor.open(member).expect(200)).text).not.toContain(pageOf('Ann'));
    const { hidden } = formOf(await officer.open(pageOf('Ann')));
    const theirs = formOf(await foreigner.open('/officer/reminders/pause'));
    for (const [by, form, status] of [
      [auditor, hidden, 403],
      [clerk, hidden, 403],
      [foreigner, theirs.hidden, 404],
    ] as const) {
      await by.open(pageOf('Ann')).expect(status);
      expect((await by.send(pageOf('Ann'), { ...form, email: 'eve@example.org' })).status).toBe(status);
    }
    expect(await recorded('member.email-changed')).toEqual([]);
  });

  it.each(['ann', 'ann@example.org, eve@example.org', 'Ann <ann@example.org>', 'ann@@example.org'])(
    'refuses %j beside the field, with the words kept',
    async (wrong) => {
      const answer = await change('Ann', wrong);
      expect(answer.status).toBe(400);
      expect(mainText(answer)).toContain('Enter one e-mail address, like name@example.com');
      const typed = wrong.replace('<', '&lt;').replace('>', '&gt;');
      expect(answer.text).toContain(`value="${typed}"`);
    },
  );

  it('empties nothing where the field was not sent, and saves nothing that was refused', async () => {
    const { hidden } = formOf(await officer.open(pageOf('Ann')));
    expect((await officer.send(pageOf('Ann'), hidden)).status).toBe(400);
    expect(mainText(await officer.open(`/officer/members/${ids.Ann ?? ''}`))).toContain(
      'ann.old@example.org',
    );
    expect(await recorded('member.email-changed')).toEqual([]);
  });
});

describe('once an address is corrected', () => {
  it('a message that was refused at the old one is tried again at the new one', async () => {
    jest.spyOn(app.get(Outbox), 'send').mockRejectedValueOnce(new MailRefused('address-refused'));
    expect(await told.tell()).toBe(1);
    const { rows } = await app.owner.query<{ id: string; message_id: string }>(
      'select id, message_id from reminder where member_id = $1 and message_id is not null',
      [ids.Ann],
    );
    const [{ id, message_id: messageId } = { id: '', message_id: '' }] = rows;
    const path = `/officer/reminders/${id}`;
    expect((await officer.open(path)).text).toContain(`href="${pageOf('Ann')}"`);
    const list = await officer.open('/officer/reminders');
    expect(mainText(list)).toContain('Change the e-mail address of Ann');
    expect(list.text).toContain(`href="${pageOf('Ann')}"`);
    const answer = await change('Ann', ' ann.new@example.org ');
    expect(answer.headers.location).toBe(`/officer/members/${ids.Ann ?? ''}?done=email`);
    const page = mainText(await officer.open(answer.headers.location ?? ''));
    expect(page).toContain('The e-mail address is saved.');
    expect(page).toContain('E-mail address ann.new@example.org');
    expect(mainText(await officer.open('/officer/reminders'))).not.toContain('address of Ann');
    expect((await officer.fill(path, {}, { form: 'try-again' })).status).toBe(303);
    await told.send(messageId);
    expect(await told.outbox('ann.old@example.org')).toEqual([]);
    const [mail, second] = await told.outbox('ann.new@example.org');
    expect([mail?.messageId, second]).toEqual([`<${messageId}@probity>`, undefined]);
    const [tried] = await recorded('message.tried-again');
    expect(tried).toEqual({
      ...{ memberId: ids.Ann, failedReason: 'address-refused', tries: 0, toAnotherAddress: true },
    });
    expect(await recorded('member.email-changed')).toEqual([{ hasAddress: true }]);
    expect(mainText(await officer.open('/officer/audit'))).toMatch(
      /\d+\. Changed the e-mail address of a member/,
    );
  });

  it('the same address again is recorded no second time', async () => {
    expect((await change('Ann', 'ann.new@example.org')).status).toBe(303);
    expect(await recorded('member.email-changed')).toHaveLength(1);
  });

  it('what was missed for want of one is told once: the newest step, and only while it is owed', async () => {
    app.moveClockTo('2017-05-22T09:00');
    await told.tell();
    expect(await stepsOf('Bob', 'missed')).toEqual(['day-1', 'day-14']);
    expect(mainText(await officer.open('/officer/reminders'))).toContain('Change the e-mail address of Bob');
    // Without an address nothing comes back, however often it is planned.
    expect((await told.plan()).planned).toBe(0);
    expect((await change('Bob', 'bob@example.org')).status).toBe(303);
    expect(mainText(await officer.open('/officer/reminders'))).not.toContain('What needs you');
    // A dry run is of the same mind.
    const today = mainText(await officer.open('/officer/reminders/dry-run?day=2017-05-22'));
    expect(today).toMatch(/1 message to 1 reader.*Bob At 9am.*Day 14 of 28/);
    expect(await told.tell()).toBe(1);
    expect(await stepsOf('Bob', 'missed')).toEqual(['day-1']);
    expect(await stepsOf('Bob', 'in-message')).toEqual(['day-14']);
    expect(await told.tell()).toBe(0);
    expect(await told.outbox('bob@example.org')).toHaveLength(1);
  });

  it('what was missed of an office that has ended is not told any more', async () => {
    await councillor('Cato');
    await told.tell();
    expect(await stepsOf('Cato', 'missed')).toEqual(['day-14']);
    await wyre.inUnit((uow) => app.get(Members).leaveOffice(uow, ids.Cato ?? '', civilDate('2017-05-21')));
    await change('Cato', 'cato@example.org');
    expect(await told.tell()).toBe(0);
    expect(await stepsOf('Cato', 'missed')).toEqual(['day-14']);
  });
});

describe('once an address is taken away', () => {
  it('nothing goes to it any more, and a message that failed is not tried again', async () => {
    jest.spyOn(app.get(Outbox), 'send').mockRejectedValueOnce(new MailRefused('address-refused'));
    app.moveClockTo('2017-05-28T09:00');
    await told.plan();
    const [ours = ''] = await told.gather();
    await told.send(ours);
    const { rows } = await app.owner.query<{ id: string; member_id: string; name: string }>(
      `select r.id, r.member_id, m.name from reminder r join member m on m.id = r.member_id
       where r.message_id = $1`,
      [ours],
    );
    const [{ id, name } = { id: '', name: '' }] = rows;
    expect((await change(name, '')).status).toBe(303);
    expect((await recorded('member.email-changed'))[0]).toEqual({ hasAddress: false });
    const refused = await officer.fill(`/officer/reminders/${id}`, {}, { form: 'try-again' });
    expect([refused.status, mainText(refused)]).toEqual([
      400,
      expect.stringContaining('no e-mail address to send it to'),
    ]);
  });
});

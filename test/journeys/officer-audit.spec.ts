import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { Audit } from '../../src/audit/index.js';
import { RegisterSettings } from '../../src/authorities/index.js';
import { Roles, type Role } from '../../src/identity/index.js';
import { civilDate } from '../../src/law/index.js';
import { CaseFiles } from '../../src/oversight/index.js';
import { Register } from '../../src/register/index.js';
import { actionInWords } from '../../src/web/officer-audit/action-words.js';
import { startApp, type TestApp } from '../support/app.js';
import { agendaAbout, clerkOfNewCouncil, type Clerk } from '../support/clerk.js';
import { done, foundCouncil, type Council } from '../support/council.js';
import { addMember, type SignedMember } from '../support/members.js';
import { notify } from '../support/notify.js';
import { tamper } from '../support/tampering.js';
import { formOf, mainText, type Visitor } from '../support/visitor.js';

const LAND = { category: 'land', address: '3 Mill Lane, Tarrow', natureOfInterest: 'Owner' } as const;

let app: TestApp;
let clerk: Clerk;
let council: Council;
let officer: Visitor;
let ada: SignedMember;
let bea: SignedMember;
let meetingId: string;
let itemId: string;
let entryId: string;

async function holding(role: Exclude<Role, 'member'>, name: string): Promise<Visitor> {
  const email = `${name.toLowerCase().replace(/ /g, '.')}@example.org`;
  const accountId = await app.addPerson(email, { name });
  await council.inUnit((uow) => app.get(Roles).grant(uow, { accountId, role, fromOn: '2017-01-01' }));
  return app.signIn(email);
}

/** Something is recorded by the council's own clerk. Gives its position. */
async function recorded(
  action: string,
  subject: { type: string; id: string },
  payload: Record<string, unknown> = {},
): Promise<string> {
  await council.inUnit((uow) => {
    app.get(Audit).record(uow, { action, subject, payload });
    return Promise.resolve();
  });
  return newest();
}

async function newest(): Promise<string> {
  const { rows } = await app.owner.query<{ position: string }>(
    'select position from audit_head where authority_id = $1',
    [council.authorityId],
  );
  return rows[0]?.position ?? '';
}

beforeAll(async () => {
  app = await startApp({ at: '2017-10-16T09:00' });
  clerk = await clerkOfNewCouncil(app);
  council = clerk.council;
  officer = await holding('monitoring-officer', 'Olive Officer');
  ada = await addMember(app, council, 'ada@example.org', { on: '2017-05-08' });
  bea = await addMember(app, council, 'bea@example.org', { on: '2017-05-08' });
  ({ meetingId } = await clerk.saved(agendaAbout('Mill Lane')));
  const { rows } = await app.owner.query<{ id: string }>('select id from agenda_item where meeting_id = $1', [
    meetingId,
  ]);
  itemId = rows[0]?.id ?? '';
  const answers = { 'land/self': { answer: 'entries', interests: [LAND] } } as const;
  const notificationId = await notify(app, council, { ...ada, answers });
  await council.inUnit(async (uow) => {
    await app.get(Register).enter(uow, notificationId);
    entryId = (await app.get(Register).current(uow, ada.memberId))[0]?.entry.id ?? '';
  });
  await notify(app, council, { ...bea, answers });
});
afterAll(() => app.close());

/** The events that a page lists, by what happened: '7. Seated a member on a body'. */
const rowsOf = (text: string): string[] =>
  [...text.matchAll(/<a class="govuk-link" href="\/officer\/audit\/\d+">\d+\. ([^<]*)<\/a>/g)].map(
    ([, what = '']) => what,
  );
const listed = async (query: string): Promise<string[]> => {
  const page = await officer.open(`/officer/audit?${query}`);
  expect(page.status).toBe(200);
  return rowsOf(page.text);
};

describe('following one thing through the record', () => {
  it('a member: what is about them, what says so, and what names them among others', async () => {
    const other = { type: 'test', id: randomUUID() };
    await recorded('test.about', { type: 'member', id: ada.memberId });
    await recorded('test.said', other, { memberId: ada.memberId });
    await recorded('dispensation.invited', other, { memberIds: [bea.memberId, ada.memberId] });
    await recorded(
      'meeting.observed',
      { type: 'meeting', id: meetingId },
      {
        observations: [{ kind: 'attendance', memberId: bea.memberId }, { memberId: ada.memberId }],
      },
    );
    await recorded('test.other-member', other, { memberId: bea.memberId });
    await recorded('dispensation.invited', other, { memberIds: [bea.memberId] });
    await recorded('test.deeper', other, { about: { memberId: ada.memberId } });
    const found = await listed(`member=${ada.memberId.toUpperCase()}`);
    expect(found.slice(0, 4)).toEqual([
      ...['Recorded what happened at a meeting', 'Invited members to ask for a dispensation'],
      ...['test.said', 'test.about'],
    ]);
    expect(found).toEqual(
      expect.arrayContaining(['Notified interests', 'Recorded that a member took office']),
    );
    expect(found).not.toContain('test.other-member');
  });

  it('a meeting: with its items, and what says that it was there', async () => {
    await recorded('test.item', { type: 'agenda-item', id: itemId });
    await recorded('test.at-meeting', { type: 'disclosure', id: randomUUID() }, { meetingId });
    await recorded('test.elsewhere', { type: 'disclosure', id: randomUUID() }, { meetingId: randomUUID() });
    const found = await listed(`meeting=${meetingId}`);
    expect(found.slice(0, 2)).toEqual(['test.at-meeting', 'test.item']);
    expect(found).toContain('Saved a meeting with its agenda');
    expect(found).not.toContain('test.elsewhere');
  });

  it('an entry in the register: from the notification to its entering, and no other one', async () => {
    expect(await listed(`entry=${entryId}`)).toEqual([
      'Entered a notification in the register',
      'Notified interests',
    ]);
    expect(await listed(`entry=${randomUUID()}`)).toEqual([]);
  });

  it('a person who acted', async () => {
    const found = await listed(`person=${ada.accountId}`);
    expect(found).toEqual(['Notified interests']);
  });

  it('several at once, with what happened and on which days', async () => {
    app.moveClockTo('2017-10-20T23:30');
    await recorded('test.said', { type: 'member', id: ada.memberId });
    app.moveClockTo('2017-10-21T00:00');
    await recorded('test.next-day', { type: 'member', id: ada.memberId });
    const of = `member=${ada.memberId}`;
    expect(await listed(`${of}&from=2017-10-20&to=2017-10-20`)).toEqual(['test.said']);
    expect(await listed(`${of}&from=2017-10-21`)).toEqual(['test.next-day']);
    expect(await listed(`${of}&kind=register`)).toEqual([
      'Entered a notification in the register',
      'Notified interests',
    ]);
    expect(await listed(`${of}&kind=notification.received&person=${ada.accountId}`)).toEqual([
      'Notified interests',
    ]);
    expect(await listed(`${of}&meeting=${meetingId}`)).toEqual(['Recorded what happened at a meeting']);
    const page = await officer.open(`/officer/audit?${of}&kind=register`);
    expect(mainText(page)).toContain('Everything about ada');
    expect(page.text).toContain('href="/officer/audit?kind=register">Stop following this');
  });

  it('page by page, and what is asked for stays asked for', async () => {
    await council.inUnit((uow) => {
      for (let time = 0; time < 30; time += 1)
        app.get(Audit).record(uow, { action: 'sign-in.failed', subject: { type: 'test', id: `${time}` } });
      return Promise.resolve();
    });
    const first = await officer.open('/officer/audit?kind=sign-in.failed');
    expect(rowsOf(first.text)).toHaveLength(25);
    const older = /href="([^"]*)">Older events/.exec(first.text)?.[1]?.replace(/&amp;/g, '&') ?? '';
    const second = await officer.open(older).expect(200);
    expect(rowsOf(second.text)).toHaveLength(5);
    expect(second.text).toContain('value="sign-in.failed" selected');
    expect(second.text).not.toContain('Older events');
    expect(second.text).toContain('href="/officer/audit?kind=sign-in.failed">Newest events');
  });

  it('keeps the words and says what is wrong beside them, with 400', async () => {
    const page = await officer.open('/officer/audit?kind=guess&from=16+October&to=2017-10-20&person=x');
    expect(page.status).toBe(400);
    const text = mainText(page);
    for (const sentence of [
      'Choose what happened from the list',
      'The first day must be a real date',
      'Choose who did it',
    ])
      expect(text).toContain(sentence);
    expect(page.text).toMatch(/name="from" type="text" value="16 October"/);
    expect(page.text).toMatch(/name="to" type="date" value="2017-10-20"/);
    expect(rowsOf(page.text)).toEqual([]);
  });
});

describe('one event', () => {
  it('says who, what, when by both clocks, what was said, and that its link holds', async () => {
    const position = await recorded(
      'dispensation.granted',
      { type: 'dispensation', id: randomUUID() },
      {
        memberId: ada.memberId,
        decidedBy: ada.accountId,
        reason: 'Most members live there',
        on: '2017-10-20',
      },
    );
    const page = await officer.open(`/officer/audit/${position}`).expect(200);
    const text = mainText(page);
    expect(text).toContain('Granted a dispensation');
    expect(text).toContain('21 October 2017 at midnight');
    expect(text).toMatch(/By the computer’s own clock \d{4}-\d\d-\d\d [\d:.]{12} UTC/);
    expect(text).toContain('For or about which member ada');
    expect(text).toContain('Decided by ada');
    expect(text).toContain('Why Most members live there');
    expect(text).toContain('On 20 October 2017');
    expect(text).toContain('Holds Its hashes were worked out again just now');
    expect(page.text).toContain(`href="/officer/audit?member=${ada.memberId}">Everything about ada`);
    expect(page.text).toContain(`href="/officer/audit/${Number(position) - 1}"`);
    expect(page.text).not.toContain('The event after');
  });

  it('leads from a notification to its entries in the register', async () => {
    const list = await officer.open(`/officer/audit?entry=${entryId}`);
    const [, position] = /href="\/officer\/audit\/(\d+)">\d+\. Notified/.exec(list.text) ?? [];
    const page = await officer.open(`/officer/audit/${position}`);
    expect(page.text).toContain(`href="/officer/audit?entry=${entryId}"`);
    expect(page.text).not.toContain('Mill Lane, Tarrow');
  });

  it('of a change says what stood there before, and which event had said so', async () => {
    const set = (inspectionPlace: string): Promise<void> =>
      council.inUnit((uow) => app.get(RegisterSettings).set(uow, { inspectionPlace }));
    await set('The old hall');
    const first = await newest();
    await set('The new hall');
    const text = mainText(await officer.open(`/officer/audit/${await newest()}`));
    expect(text).toContain(`The new hall Before: The old hall ( event ${first} )`);
    expect(mainText(await officer.open(`/officer/audit/${first}`))).not.toContain('Before:');
  });

  it('that retention has emptied says so, and still holds; one that was changed does not', async () => {
    const [erased, altered] = [
      await recorded('test.said', { type: 'test', id: '1' }, { secret: 'gone' }),
      await recorded('test.said', { type: 'test', id: '2' }, { secret: 'kept' }),
    ];
    await council.inUnit((uow) =>
      uow.manager.query('delete from audit_payload where position = $1', [erased]),
    );
    const text = mainText(await officer.open(`/officer/audit/${erased}`));
    expect(text).toContain('What was said was erased by retention');
    expect(text).toContain('Holds Its hashes');
    await tamper(app, council, `update audit_event set action = 'test.else' where position = ${altered}`);
    expect(mainText(await officer.open(`/officer/audit/${altered}`))).toContain(
      `Does not hold Event ${altered} was changed after it was written.`,
    );
    await tamper(app, council, `update audit_event set action = 'test.said' where position = ${altered}`);
  });

  it.each(['0', 'x', '999999', '-1', '9'.repeat(19)])('%s is not there', async (position) => {
    expect((await officer.open(`/officer/audit/${position}`)).status).toBe(404);
  });
});

describe('the export', () => {
  const path = '/officer/audit/export';

  /** The download, as its bytes. */
  async function download(
    visitor: Visitor,
    answers: Record<string, string>,
  ): Promise<Record<string, Uint8Array>> {
    const { hidden } = formOf(await visitor.open(path), 'novalidate');
    const answer = await visitor.download(path, { ...hidden, ...answers });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('application/zip');
    expect(answer.headers['content-disposition']).toMatch(
      /filename=audit-council-\d+-2017-10-21-events-\d+-\d+\.zip$/,
    );
    return unzipSync(answer.body as Uint8Array);
  }

  it('is the whole record as a ZIP, whose last event tells of it', async () => {
    const files = await download(await holding('auditor', 'Aud Ames'), { from: '', to: '' });
    expect(Object.keys(files).sort()).toEqual([
      ...['MANUAL.md', 'anchors.jsonl', 'events.jsonl', 'export.json', 'verify.py'],
    ]);
    const events = strFromU8(files['events.jsonl'] ?? new Uint8Array())
      .trim()
      .split('\n');
    expect(`${events.length}`).toBe(await newest());
    expect(JSON.parse(events.at(-1) ?? '')).toMatchObject({ action: 'audit.exported', actor_kind: 'person' });
  });

  it('of some days holds those alone, and is recorded with them', async () => {
    const files = await download(officer, { from: '2017-10-20', to: '2017-10-20' });
    const events = strFromU8(files['events.jsonl'] ?? new Uint8Array())
      .trim()
      .split('\n');
    expect(events).toHaveLength(1);
    const text = mainText(await officer.open(`/officer/audit/${await newest()}`));
    expect(text).toContain('Took a copy of the audit record with them');
    expect(text).toContain('From 20 October 2017 at midnight');
  });

  it.each([
    [{ from: '2017-10-20', to: '2017-10-19' }, 'The last day must be the same as or after the first day'],
    [{ from: '', to: '2001-01-01' }, 'There are no events on these days'],
    [{ from: 'May', to: '' }, 'The first day must be a real date'],
  ])('of %j is refused, and not recorded', async (answers, sentence) => {
    const before = await newest();
    const answer = await officer.fill(path, answers, { form: 'novalidate' });
    expect(answer.status).toBe(400);
    expect(mainText(answer)).toContain(sentence);
    expect(await newest()).toBe(before);
  });

  it('is not for a member, a clerk, a stranger, or a wrong token', async () => {
    const member = await app.signIn(ada.email);
    for (const visitor of [member, await holding('democratic-services', 'Cleo Clerk')]) {
      expect((await visitor.open(path)).status).toBe(403);
      expect((await visitor.open('/officer/audit/1')).status).toBe(403);
    }
    expect((await app.visitor().open(path)).status).toBe(303);
    expect((await officer.send(path, { _csrf: 'f'.repeat(64) })).status).toBe(403);
  });
});

it('each council sees its own record alone', async () => {
  const other = await foundCouncil(app);
  const email = 'elsewhere@example.org';
  const accountId = await app.addPerson(email);
  await other.inUnit((uow) =>
    app.get(Roles).grant(uow, { accountId, role: 'auditor', fromOn: civilDate('2017-01-01') }),
  );
  const elsewhere = await app.signIn(email);
  const page = await elsewhere.open(`/officer/audit?member=${ada.memberId}`);
  expect(rowsOf(page.text)).toEqual([]);
  expect(mainText(page)).toContain('a member who is not known here');
  expect((await elsewhere.open('/officer/audit/9')).status).toBe(404);
});

it('a member or a meeting is followed with what became of a case file about them', async () => {
  app.moveClockTo('2017-10-25T09:00');
  await council.inUnit(async (uow) => {
    const about = { memberId: ada.memberId, meetingId, agendaItemId: null, offenceOn: undefined };
    const evidence = { evidenceKnownOn: null, certifiedOn: null };
    const opened = done(await app.get(CaseFiles).open(uow, { ...about, alleged: 'Something.', evidence }));
    done(await app.get(CaseFiles).note(uow, opened.id, 'Heard.'));
  });
  for (const followed of [`member=${ada.memberId}`, `meeting=${meetingId}`])
    expect((await listed(followed)).slice(0, 2)).toEqual([
      actionInWords('case-file.noted'),
      actionInWords('case-file.opened'),
    ]);
  app.moveClockTo('2017-10-16T09:00');
});

it('is read by more at once than there are connections to the database', async () => {
  // A process opens twenty at most. One that held a connection and waited for a second would wait for ever.
  const pages = await Promise.all(Array.from({ length: 40 }, () => officer.open('/officer/audit')));
  expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([200]));
}, 20_000);

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Authorities } from '../../src/authorities/index.js';
import { Disclosures } from '../../src/disclosures/index.js';
import { DispensationDecisions, DispensationRequests } from '../../src/dispensations/index.js';
import { Accounts, Roles, type Role } from '../../src/identity/index.js';
import { civilDate } from '../../src/law/index.js';
import { Meetings, type CorrectedAgenda } from '../../src/meetings/index.js';
import { Members } from '../../src/members/index.js';
import type { UnitOfWork } from '../../src/platform/database/index.js';
import { NamedOfficers, Notifications, Queries, Register, Sensitivities } from '../../src/register/index.js';
import { ReminderPractices, Wishes } from '../../src/reminders/index.js';
import { BRIEFING } from '../../src/reminders/topics/meetings.js';
import {
  AFTER_DISCLOSURE_OVERDUE,
  DISPENSATION_ENDS,
  MEETING_CANCELLED,
  NOTICES_CLOSED,
  SENSITIVE_REVIEW,
  TAKING_OFFICE_OVERDUE,
} from '../../src/reminders/topics/rules.js';
import { startApp, type TestApp } from '../support/app.js';
import { ABOUT_IT, EMPLOYMENT, sceneOfBriefings, type Scene, type SeatedMember } from '../support/briefed.js';
import { changeAsOwner } from '../support/change-as-owner.js';
import { addAccount, done, SYSTEM } from '../support/council.js';
import { asked as askedFor, grant } from '../support/dispensations.js';
import { reminded } from '../support/reminded.js';
import { agreeSensitive } from '../support/sensitive.js';
import { topicsAsked, words, type TopicsAsked } from '../support/topics-asked.js';

const MARK = 'Quexleybury';

let app: TestApp;
let scene: Scene;
let asked: TopicsAsked;
let people = 0;

beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  app.moveClockTo('2017-05-08T09:00');
  scene = await sceneOfBriefings(app);
  asked = topicsAsked(app, scene.council);
});
afterAll(() => app.close());

const inUnit = <T>(work: (uow: UnitOfWork) => Promise<T>): Promise<T> => scene.council.inUnit(work);
const as = <T>(accountId: string, work: (uow: UnitOfWork) => Promise<T>): Promise<T> =>
  app.database.unitOfWork(
    { authorityId: scene.council.authorityId, actor: { kind: 'person', accountId } },
    work,
  );
/** Somebody with a role: their account, and the id of the holding. */
async function withRole(role: Exclude<Role, 'member'>): Promise<{ accountId: string; id: string }> {
  const accountId = await addAccount(app, `office-${++people}@example.org`);
  const { id } = await inUnit((uow) => app.get(Roles).grant(uow, { accountId, role, fromOn: '2017-01-01' }));
  return { accountId, id };
}
const readers = async (rule: string, on?: string): Promise<(string | null)[]> =>
  [...new Set((await asked.wanted(rule, on)).map(({ reader }) => reader.accountId))].sort();
const adoptWorcestershires = (): Promise<unknown> =>
  inUnit((uow) =>
    app.get(Authorities).adoptCode(uow, { code: 'worcestershire-2012', fromOn: civilDate('2012-07-01') }),
  );
const cancel = (id: string): Promise<unknown> =>
  inUnit(async (uow) => done(await app.get(Meetings).cancel(uow, id)));

describe('what is overdue by the Act', () => {
  test('is told to the monitoring officer and deputies after the legal last day, and accuses nobody', async () => {
    const [officer, deputy] = [
      await withRole('monitoring-officer'),
      await withRole('deputy-monitoring-officer'),
    ];
    await withRole('auditor');
    const ann = await scene.seat({ name: 'Ann Agar' });
    expect(await asked.wanted(TAKING_OFFICE_OVERDUE, '2017-06-04')).toEqual([]);
    expect(await asked.steps(TAKING_OFFICE_OVERDUE, '2017-06-05')).toEqual([
      'overdue 2017-06-05T09:00',
      'week-1-after 2017-06-11T09:00',
    ]);
    expect(await readers(TAKING_OFFICE_OVERDUE, '2017-06-05')).toEqual(
      [officer.accountId, deputy.accountId].sort(),
    );
    app.moveClockTo('2017-06-05T09:00');
    expect([await asked.plan(), await asked.plan()].map(({ planned }) => planned > 0)).toEqual([true, false]);
    const said = words(await asked.says(TAKING_OFFICE_OVERDUE));
    expect(said).toContain('Ann Agar');
    expect(said).toContain('The last day was Sunday 4 June 2017 (Localism Act 2011 s.30(1))');
    expect(said).toContain('This is no finding of a breach');
    expect(said).toContain(`/officer/members/${ann.memberId}`);
    await scene.notify(ann, EMPLOYMENT);
    expect(await asked.says(TAKING_OFFICE_OVERDUE)).toEqual(['no-longer-owed']);
  });

  test('is counted from the legal last day, not from polling day, and by the council’s own number of days', async () => {
    await withRole('monitoring-officer');
    await inUnit(async (uow) => {
      const { id: memberId } = await app.get(Members).add(uow, { name: 'Cai Ford' });
      const office = { memberId, standing: 'elected', votesOn: 'any' } as const;
      const days = { becameMemberOn: civilDate('2017-05-08'), pollingDay: civilDate('2017-05-04') };
      done(await app.get(Members).takeOffice(uow, { ...office, ...days }));
      await app.get(ReminderPractices).set(uow, { escalateAfterDays: 3 });
    });
    expect(await asked.wanted(TAKING_OFFICE_OVERDUE, '2017-06-04')).toEqual([]);
    expect((await asked.steps(TAKING_OFFICE_OVERDUE, '2017-06-05'))[0]).toBe('overdue 2017-06-07T09:00');
  });

  test('after a disclosure it names the meeting and not what was declared', async () => {
    await withRole('monitoring-officer');
    const ann = await scene.seat({ name: 'Ann Agar' });
    await scene.notify(ann);
    const meetingId = await scene.meeting();
    app.moveClockTo('2017-10-24T10:30');
    await inUnit(async (uow) => {
      const item = (await app.get(Meetings).items(uow, meetingId)).find(({ title }) => title === ABOUT_IT);
      const said = { id: randomUUID(), memberId: ann.memberId, meetingId, intends: 'leaves' } as const;
      const interest = { kind: 'dpi', heldBy: 'self', category: 'employment' } as const;
      const of = { item: { id: item?.id ?? '', title: ABOUT_IT }, interest, nature: `Warden of ${MARK}` };
      done(await app.get(Disclosures).declare(uow, { ...said, ...of }));
    });
    expect(await asked.wanted(AFTER_DISCLOSURE_OVERDUE, '2017-11-20')).toEqual([]);
    expect((await asked.steps(AFTER_DISCLOSURE_OVERDUE, '2017-11-21'))[0]).toBe('overdue 2017-11-21T09:00');
    app.moveClockTo('2017-11-21T09:00');
    await asked.plan();
    const said = words(await asked.says(AFTER_DISCLOSURE_OVERDUE));
    expect(said).toContain('Highways Panel on Tuesday 24 October 2017');
    expect(said).toContain('The last day was Monday 20 November 2017 (Localism Act 2011 s.31(3)).');
    expect(await asked.allWords()).not.toContain(MARK);
  });

  test('is not told to an officer whose role has ended or whose account is closed', async () => {
    const [leaver, closed] = [await withRole('monitoring-officer'), await withRole('monitoring-officer')];
    await scene.seat();
    app.moveClockTo('2017-06-05T09:00');
    await asked.plan();
    await inUnit(async (uow) => done(await app.get(Roles).end(uow, leaver.id, civilDate('2017-06-10'))));
    done(await app.get(Accounts).disable(closed.accountId, SYSTEM));
    expect(await readers(TAKING_OFFICE_OVERDUE, '2017-06-10')).toEqual([leaver.accountId]);
    expect(await readers(TAKING_OFFICE_OVERDUE, '2017-06-11')).toEqual([]);
    app.moveClockTo('2017-06-11T00:00');
    expect(await asked.says(TAKING_OFFICE_OVERDUE)).toEqual(['reader-has-left']);
  });
});

describe('a dispensation that ends', () => {
  let ann: SeatedMember;
  let officer: string;
  const granted = async (from: string, to: string): Promise<string> => {
    const days = { from: civilDate(from), to: civilDate(to) };
    const matter = `The rebuilding of ${MARK}`;
    const id = await as(
      ann.accountId,
      async (uow) =>
        done(await app.get(DispensationRequests).ask(uow, ann.memberId, askedFor({ ...days, matter }))).id,
    );
    await as(officer, async (uow) =>
      done(await app.get(DispensationDecisions).decide(uow, id, grant({ ...days, cases: matter }))),
    );
    return id;
  };
  beforeEach(async () => {
    app.moveClockTo('2017-10-16T09:00');
    ann = await scene.seat({ name: 'Ann Agar' });
    officer = (await withRole('monitoring-officer')).accountId;
  });

  test('is told to the member and the officer some days before, until the end of its last day', async () => {
    await withRole('deputy-monitoring-officer');
    const id = await granted('2017-10-16', '2017-12-31');
    expect(await asked.steps(DISPENSATION_ENDS)).toEqual([
      '60-days-before-end 2017-11-01T09:00',
      '28-days-before-end 2017-12-03T09:00',
      '7-days-before-end 2017-12-24T09:00',
    ]);
    const wanted = await asked.wanted(DISPENSATION_ENDS);
    expect(wanted.map(({ reader }) => reader.memberId ?? reader.accountId).sort()).toEqual(
      [ann.memberId, officer].sort(),
    );
    expect(wanted[0]?.usefulUntil).toEqual(new Date('2018-01-01T00:00:00Z'));
    expect(await asked.wanted(DISPENSATION_ENDS, '2017-12-31')).toHaveLength(2);
    expect(await asked.wanted(DISPENSATION_ENDS, '2018-01-01')).toEqual([]);
    await asked.plan();
    const text = await asked.allWords();
    expect(text).toContain('Your dispensation ends on Sunday 31 December 2017');
    expect(text).toContain('A dispensation of Ann Agar ends on Sunday 31 December 2017');
    expect(text).toContain(`/officer/dispensations/${id}`);
    expect(text).not.toContain(MARK);
    app.moveClockTo('2018-01-01T00:00');
    expect(await asked.says(DISPENSATION_ENDS)).toEqual(['too-late']);
  });

  test('is not told of before it begins, and may be turned off by the member alone', async () => {
    await granted('2017-11-20', '2017-12-20');
    expect(await asked.steps(DISPENSATION_ENDS)).toEqual([
      '28-days-before-end 2017-11-22T09:00',
      '7-days-before-end 2017-12-13T09:00',
    ]);
    await inUnit((uow) => app.get(Wishes).set(uow, ann.memberId, new Set(['dispensation-ends'])));
    const told = (await asked.wanted(DISPENSATION_ENDS)).filter(({ steps }) => steps.length > 0);
    expect(told.map(({ reader }) => reader.accountId)).toEqual([officer]);
  });

  test('of a member who has left is nobody’s any more', async () => {
    await granted('2017-10-16', '2017-12-31');
    await asked.plan();
    await inUnit(async (uow) =>
      done(await app.get(Members).leaveOffice(uow, ann.memberId, civilDate('2017-10-16'))),
    );
    expect(await asked.wanted(DISPENSATION_ENDS)).toHaveLength(2);
    app.moveClockTo('2017-10-17T00:00');
    expect(await asked.wanted(DISPENSATION_ENDS)).toEqual([]);
    expect(new Set(await asked.says(DISPENSATION_ENDS))).toEqual(
      new Set(['reader-has-left', 'no-longer-owed']),
    );
  });
});

describe('the review of a sensitive interest', () => {
  test('is told to those alone who may read it, names nobody, and goes on until somebody has looked', async () => {
    app.moveClockTo('2017-10-16T09:00');
    const [officer, deputy, named] = [
      await withRole('monitoring-officer'),
      await withRole('deputy-monitoring-officer'),
      await withRole('deputy-monitoring-officer'),
    ];
    // Being named opens nothing to somebody who is no deputy.
    const stranger = await withRole('democratic-services');
    for (const { accountId } of [named, stranger])
      await inUnit(async (uow) => done(await app.get(NamedOfficers).name(uow, accountId)));
    const ann = await scene.seat({ name: 'Ann Agar' });
    await scene.register(ann, { category: 'employment', role: 'Warden', employer: MARK });
    const [entry] = await inUnit((uow) => app.get(Register).current(uow, ann.memberId));
    const entryId = entry?.entry.id ?? '';
    await agreeSensitive(app, scene.council, { ...ann, entryId, reviewOn: civilDate('2020-02-29') });
    expect(await asked.steps(SENSITIVE_REVIEW)).toEqual([
      '60-days-before-end 2019-12-31T09:00',
      '28-days-before-end 2020-02-01T09:00',
      '7-days-before-end 2020-02-22T09:00',
      'on-the-day 2020-02-29T09:00',
    ]);
    expect((await asked.steps(SENSITIVE_REVIEW, '2020-02-29')).at(-1)).toBe('week-1-after 2020-03-07T09:00');
    expect(await readers(SENSITIVE_REVIEW)).toEqual([officer.accountId, named.accountId].sort());
    expect(await readers(SENSITIVE_REVIEW)).not.toContain(deputy.accountId);
    app.moveClockTo('2020-02-29T09:00');
    await asked.plan();
    const said = words(await asked.says(SENSITIVE_REVIEW));
    expect(said).toContain('/officer/sensitive');
    const wanted = JSON.stringify(await asked.wanted(SENSITIVE_REVIEW));
    for (const whose of ['Ann', MARK, ann.memberId, entryId, ann.accountId]) {
      expect(said).not.toContain(whose);
      expect(wanted).not.toContain(whose);
    }
    await as(officer.accountId, async (uow) =>
      done(await app.get(Sensitivities).review(uow, entryId, civilDate('2021-02-28'))),
    );
    expect(await asked.says(SENSITIVE_REVIEW)).toEqual(['no-longer-owed']);
    expect(await asked.steps(SENSITIVE_REVIEW)).toContain('on-the-day 2021-02-28T09:00');
  });

  test('is not told of while nothing is agreed, or where the member took it back', async () => {
    app.moveClockTo('2017-10-16T09:00');
    await withRole('monitoring-officer');
    const ann = await scene.seat();
    await scene.register(ann, EMPLOYMENT);
    expect(await asked.wanted(SENSITIVE_REVIEW)).toEqual([]);
    const [entry] = await inUnit((uow) => app.get(Register).current(uow, ann.memberId));
    await agreeSensitive(app, scene.council, { ...ann, entryId: entry?.entry.id ?? '' });
    expect(await asked.wanted(SENSITIVE_REVIEW)).toHaveLength(1);
    await inUnit(async (uow) => {
      const [request] = await app.get(Sensitivities).list(uow, ann.memberId);
      done(await app.get(Sensitivities).withdraw(uow, ann.memberId, request?.request.id ?? ''));
    });
    expect(await asked.wanted(SENSITIVE_REVIEW)).toEqual([]);
  });

  test('is told of what was agreed while it waited to be entered, until the member takes the interest back', async () => {
    app.moveClockTo('2017-10-16T09:00');
    const [officer, ann] = [await withRole('monitoring-officer'), await scene.seat()];
    const land = { category: 'land', address: '3 Mill Lane', natureOfInterest: 'Owner' } as const;
    const notificationId = await scene.notify(ann, EMPLOYMENT, land);
    const opened = await inUnit((uow) => app.get(Notifications).open(uow, notificationId));
    const [taken = '', kept = ''] = (opened?.interests ?? []).map(({ id }) => id);
    await agreeSensitive(app, scene.council, { ...ann, interestId: taken });
    const reviewOn = civilDate('2019-02-28');
    await agreeSensitive(app, scene.council, { ...ann, interestId: kept, reviewOn });
    expect(await asked.wanted(SENSITIVE_REVIEW)).toHaveLength(2);
    const about = { notificationId, interestId: taken, question: 'Is this right?' };
    const query = await as(officer.accountId, async (uow) => done(await app.get(Queries).ask(uow, about)));
    const answer = { queryId: query.id, answer: 'No.', withdraws: true };
    await as(ann.accountId, async (uow) => done(await app.get(Queries).answer(uow, ann.memberId, answer)));
    expect((await asked.wanted(SENSITIVE_REVIEW)).map(({ edition }) => edition)).toEqual([reviewOn]);
  });
});

describe('notices of public participation', () => {
  beforeEach(async () => {
    app.moveClockTo('2017-10-16T09:00');
    await withRole('democratic-services');
  });
  const meeting = (meetsOn: string, more: Partial<CorrectedAgenda> = {}): Promise<string> =>
    scene.meeting({ meetsOn: civilDate(meetsOn), ...more });

  test.each([
    ['on the Monday before a Tuesday', '2017-10-24', '2017-10-23T09:00'],
    ['on the Friday before a Monday, across the change of the clocks', '2017-10-30', '2017-10-27T09:00'],
  ])('close by the council’s practice %s', async (_, meetsOn, at) => {
    await adoptWorcestershires();
    await meeting(meetsOn);
    expect(await asked.steps(NOTICES_CLOSED)).toEqual([`notices-closed ${at}`]);
  });

  test('leave out a bank holiday', async () => {
    app.moveClockTo('2018-03-20T09:00');
    await adoptWorcestershires();
    await meeting('2018-04-03');
    expect(await asked.steps(NOTICES_CLOSED)).toEqual(['notices-closed 2018-03-29T09:00']);
  });

  test('close at the council’s own hour, and are told of by none that has set it to none', async () => {
    await adoptWorcestershires();
    await meeting('2017-10-24');
    await inUnit((uow) => app.get(ReminderPractices).set(uow, { noticesHour: 12 }));
    expect(await asked.steps(NOTICES_CLOSED)).toEqual(['notices-closed 2017-10-23T12:00']);
    await inUnit((uow) => app.get(ReminderPractices).set(uow, { noticesHour: null }));
    expect(await asked.wanted(NOTICES_CLOSED)).toEqual([]);
  });

  test('of a council without such a practice close at the printed moment, or not at all', async () => {
    await meeting('2017-10-24');
    expect(await asked.wanted(NOTICES_CLOSED)).toEqual([]);
    const id = await meeting('2017-10-26', { participationBy: '2017-10-25T12:00' });
    expect(await asked.steps(NOTICES_CLOSED)).toEqual(['notices-closed 2017-10-25T12:00']);
    app.moveClockTo('2017-10-25T12:00');
    await asked.plan();
    const said = words(await asked.says(NOTICES_CLOSED));
    expect(said).toContain('was due by midday on Wednesday 25 October 2017. The agenda says so.');
    expect(said).toContain(`/meetings/${id}`);
  });

  test('are told of once to each clerk until the meeting begins, and not where it is cancelled', async () => {
    await adoptWorcestershires();
    await withRole('parish-clerk');
    await withRole('monitoring-officer');
    const id = await meeting('2017-10-24');
    const wanted = await asked.wanted(NOTICES_CLOSED);
    expect(wanted).toHaveLength(2);
    expect(wanted[0]?.usefulUntil).toEqual(new Date('2017-10-24T09:00:00Z'));
    app.moveClockTo('2017-10-23T09:00');
    await asked.plan();
    await asked.plan();
    expect(await asked.count(NOTICES_CLOSED)).toBe(2);
    expect(words(await asked.says(NOTICES_CLOSED))).toContain('Worcestershire County Council agenda');
    app.moveClockTo('2017-10-24T09:59');
    expect(await asked.says(NOTICES_CLOSED)).toHaveLength(1);
    app.moveClockTo('2017-10-24T10:00');
    expect(await asked.says(NOTICES_CLOSED)).toEqual(['too-late']);
    app.moveClockTo('2017-10-23T09:00');
    await cancel(id);
    expect(await asked.says(NOTICES_CLOSED)).toEqual(['meeting-cancelled']);
    expect(await asked.wanted(NOTICES_CLOSED)).toEqual([]);
  });
});

describe('a meeting that is cancelled', () => {
  let ann: SeatedMember;
  let meetingId: string;
  const email = (): string => `told-${people}@example.org`;
  beforeEach(async () => {
    app.moveClockTo('2017-10-16T09:00');
    people += 1;
    ann = await scene.seat({ email: email() });
    await scene.register(ann, EMPLOYMENT);
    meetingId = await scene.meeting();
  });

  test('is told once to whom a message told of it, at the moment of cancelling, until it would have begun', async () => {
    const told = reminded(app, scene.council);
    expect(await told.tell()).toBe(1);
    expect(await asked.wanted(MEETING_CANCELLED)).toEqual([]);
    // Somebody who was never told of it need not be told that it is off.
    const bob = await scene.seat({ name: 'Bob Birch' });
    await scene.register(bob);
    app.moveClockTo('2017-10-20T11:17');
    await cancel(meetingId);
    app.moveClockTo('2017-10-20T12:00');
    expect(await asked.steps(MEETING_CANCELLED)).toEqual(['cancelled 2017-10-20T11:17']);
    const [one, second] = await asked.wanted(MEETING_CANCELLED);
    expect(one).toMatchObject({ reader: { memberId: ann.memberId }, subject: meetingId });
    expect(one?.usefulUntil).toEqual(new Date('2017-10-24T09:00:00Z'));
    expect(second).toBeUndefined();
    await asked.plan();
    await asked.plan();
    expect(await asked.count(MEETING_CANCELLED)).toBe(1);
    expect(words(await asked.says(MEETING_CANCELLED))).toContain(
      'Cancelled: Highways Panel on Tuesday 24 October 2017',
    );
    expect(words(await asked.says(MEETING_CANCELLED))).not.toContain('Hartlebrook');
    app.moveClockTo('2017-10-24T09:59');
    expect(await asked.wanted(MEETING_CANCELLED)).toHaveLength(1);
    // A message that reached nobody told nothing.
    await changeAsOwner(app, scene.council, `update message set failed_reason = 'address-refused'`);
    expect(await asked.wanted(MEETING_CANCELLED)).toEqual([]);
    expect(await asked.says(MEETING_CANCELLED)).toEqual(['no-longer-owed']);
    app.moveClockTo('2017-10-24T10:00');
    expect(await asked.wanted(MEETING_CANCELLED)).toEqual([]);
    expect(await asked.says(MEETING_CANCELLED)).toEqual(['too-late']);
  });

  test('is told to nobody where no message had gone, and not to a member who has left', async () => {
    await asked.plan();
    await cancel(meetingId);
    expect(await asked.count(BRIEFING)).toBeGreaterThan(0);
    expect(await asked.wanted(MEETING_CANCELLED)).toEqual([]);
    const other = await scene.meeting({ meetsOn: civilDate('2017-10-26') });
    await reminded(app, scene.council).tell();
    await cancel(other);
    await asked.plan();
    await inUnit(async (uow) =>
      done(await app.get(Members).leaveOffice(uow, ann.memberId, civilDate('2017-10-20'))),
    );
    app.moveClockTo('2017-10-20T12:00');
    expect(await asked.wanted(MEETING_CANCELLED)).toHaveLength(1);
    app.moveClockTo('2017-10-21T12:00');
    expect(await asked.wanted(MEETING_CANCELLED)).toEqual([]);
    expect(await asked.says(MEETING_CANCELLED)).toEqual(['reader-has-left']);
  });
});

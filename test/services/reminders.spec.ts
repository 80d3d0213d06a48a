import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Editions } from '../../src/briefings/index.js';
import { RelevanceAnswers } from '../../src/disclosures/index.js';
import { civilDate } from '../../src/law/index.js';
import { Meetings } from '../../src/meetings/index.js';
import { Members } from '../../src/members/index.js';
import { JobQueue } from '../../src/platform/queue/index.js';
import { Planner, Rounds } from '../../src/reminders/index.js';
import type { TestApp } from '../support/app.js';
import { EMPLOYMENT, ITEMS, sceneOfBriefings, type Scene, type SeatedMember } from '../support/briefed.js';
import { item } from '../support/clerk.js';
import { changeAsOwner } from '../support/change-as-owner.js';
import { done } from '../support/council.js';
import { reminded, type Reminded } from '../support/reminded.js';
import { reminderSuite } from '../support/reminder-suite.js';

const suite = reminderSuite('reader');
const { plan, gather, send, tell, reminders, steps, outbox } = suite;
let app: TestApp;
let scene: Scene;
let told: Reminded;
let email: string;
beforeEach(() => {
  ({ app, scene, told, email } = suite.now());
});

describe('planning', () => {
  test('cuts the 28 days of a new member into days 1, 14, 21, 27 and 28, and twice changes nothing', async () => {
    await scene.seat({ email });
    expect(await plan()).toEqual({ planned: 5, withdrawn: 0, unread: 0 });
    expect(await steps('planned')).toEqual(['day-1', 'day-14', 'day-21', 'day-27', 'day-28']);
    expect(await plan()).toEqual({ planned: 0, withdrawn: 0, unread: 0 });
    expect(await scene.clerk.audited('reminders.planned')).toBe(1);
  });

  test('by two workers at once plans everything once', async () => {
    await scene.seat({ email });
    const planned = await Promise.all([plan(), plan(), plan()]);
    expect(planned.reduce((sum, one) => sum + one.planned, 0)).toBe(5);
    expect(await reminders()).toHaveLength(5);
  });

  test('late, tells the newest step alone and once', async () => {
    app.moveClockTo('2017-06-01T08:00');
    await scene.seat({ email });
    await plan();
    expect(await steps('planned')).toEqual(['day-21', 'day-27', 'day-28']);
    expect([await tell(), await tell()]).toEqual([true, false]);
    expect(await outbox()).toHaveLength(1);
  });

  test('goes on every week for as long as nothing is answered', async () => {
    await scene.seat({ email });
    for (const day of [
      '2017-05-08',
      '2017-05-21',
      '2017-05-28',
      '2017-06-03',
      '2017-06-04',
      '2017-06-11',
      '2017-06-18',
    ]) {
      app.moveClockTo(`${day}T08:59:59`);
      expect([day, await tell()]).toEqual([day, false]);
      app.moveClockTo(`${day}T09:00`);
      expect([day, await tell(), await tell()]).toEqual([day, true, false]);
    }
    expect(await outbox()).toHaveLength(7);
  });

  test('withdraws what is left when the duty is met; what was told stays told', async () => {
    const ann = await scene.seat({ email });
    app.moveClockTo('2017-05-08T09:00');
    await tell();
    await scene.notify(ann);
    expect(await plan()).toEqual({ planned: 0, withdrawn: 4, unread: 0 });
    expect(await steps('withdrawn')).toEqual(['day-14', 'day-21', 'day-27', 'day-28']);
    expect(await steps('in-message')).toEqual(['day-1']);
    app.moveClockTo('2017-06-05T09:00');
    expect(await tell()).toBe(false);
  });

  test('reminds of no duty where there is none: co-opted without a vote', async () => {
    await scene.council.inUnit(async (uow) => {
      const { id } = await app.get(Members).add(uow, { name: 'Adviser', email });
      const office = { memberId: id, standing: 'co-opted', votesOn: 'none' } as const;
      await app.get(Members).takeOffice(uow, { ...office, becameMemberOn: civilDate('2017-05-08') });
    });
    expect(await plan()).toEqual({ planned: 0, withdrawn: 0, unread: 0 });
  });
});

describe('a meeting', () => {
  let ann: SeatedMember;
  beforeEach(async () => {
    app.moveClockTo('2017-10-16T09:00');
    ann = await scene.seat({ email });
    await scene.register(ann, EMPLOYMENT);
  });

  test('is told when the agenda is there, three days, the evening and the morning before', async () => {
    await scene.meeting();
    for (const when of ['2017-10-16T09:00', '2017-10-21T09:00', '2017-10-23T18:00', '2017-10-24T07:30']) {
      app.moveClockTo(when);
      expect([when, await tell(), await tell()]).toEqual([when, true, false]);
    }
    const [newest] = await outbox();
    expect(newest?.subject).toContain('1 item may touch your interests');
    expect(newest?.body).toContain('If this item is about your interest');
    expect(newest?.body).toContain('Hartlebrook');
  });

  test('that is cancelled is told no more: neither planned, nor sent from what was planned', async () => {
    const meetingId = await scene.meeting();
    await plan();
    await scene.council.inUnit(async (uow) => done(await app.get(Meetings).cancel(uow, meetingId)));
    expect(await gather()).toEqual([]);
    expect((await reminders('briefing'))[0]).toMatchObject({
      state: 'withdrawn',
      reason: 'meeting-cancelled',
    });
    await plan();
    expect(await steps('planned', 'briefing')).toEqual([]);
    expect(await outbox()).toEqual([]);
  });

  test('that has begun is missed, and one that begins in a second is told', async () => {
    await scene.meeting();
    await plan();
    app.moveClockTo('2017-10-24T10:00');
    expect(await gather()).toEqual([]);
    expect(
      new Set((await reminders('briefing')).map(({ state, reason }) => `${state} ${reason ?? ''}`)),
    ).toEqual(new Set(['missed too-late']));
    const other = await sceneOfBriefings(app);
    app.moveClockTo('2017-10-16T09:00');
    const bob = await other.seat({ email });
    await other.register(bob);
    await other.meeting();
    app.moveClockTo('2017-10-24T09:59:59');
    expect(await reminded(app, other.council).tell()).toBe(1);
  });

  test('whose agenda is revised is told anew, and what said the old is not sent', async () => {
    await scene.meeting();
    await tell();
    await scene.meeting({ items: [...ITEMS, item('4', 'A late item')] });
    // Gathered before the planner came round: nothing of the old edition is due, and nothing is sent.
    expect(await gather()).toEqual([]);
    app.moveClockTo('2017-10-21T09:00');
    expect(await gather()).toEqual([]);
    expect((await reminders('briefing')).map(({ reason }) => reason)).toContain('something-else-is-told-now');
    expect(await tell()).toBe(true);
    expect(await outbox()).toHaveLength(2);
    const editions = await scene.clerk.rowsIn('briefing_edition');
    expect(editions).toBe(2);
  });

  test('is not told again for what the member has just said of it', async () => {
    const meetingId = await scene.meeting();
    await tell();
    const [, about] = await scene.clerk.items(meetingId);
    const { rows } = await app.owner.query<{ id: string }>(
      'select id from register_entry where authority_id = $1',
      [scene.council.authorityId],
    );
    await scene.council.inUnit((uow) =>
      app.get(RelevanceAnswers).record(uow, {
        memberId: ann.memberId,
        agendaItemId: about?.id ?? '',
        itemTitle: about?.title ?? '',
        interestId: rows[0]?.id ?? '',
        answer: 'about-it',
      }),
    );
    expect(await tell()).toBe(false);
    app.moveClockTo('2017-10-21T09:00');
    expect(await tell()).toBe(true);
    expect((await outbox())[0]?.body).toContain('You told us that this item is about your interest');
  });

  test('that is near when it is first known is told once, and not a step at a time', async () => {
    app.moveClockTo('2017-10-24T08:00');
    await scene.meeting();
    expect([await tell(), await tell()]).toEqual([true, false]);
    expect(await outbox()).toHaveLength(1);
  });

  test('moved back to what was told first is wanted again where that was withdrawn', async () => {
    const was = { items: ITEMS, venue: 'Town Hall, Ashford Magna' };
    await scene.meeting(was);
    await plan();
    await scene.meeting({ ...was, venue: 'Guildhall' });
    await plan();
    expect(await steps('withdrawn', 'briefing')).toHaveLength(4);
    await scene.meeting(was);
    await plan();
    expect(await steps('withdrawn', 'briefing')).toHaveLength(4);
    expect(await steps('planned', 'briefing')).toHaveLength(4);
    expect(await tell()).toBe(true);
    expect((await outbox())[0]?.body).toContain('Town Hall, Ashford Magna');
  });

  test('moved back to what was told first is told again, because something else was told since', async () => {
    const was = { items: ITEMS, venue: 'Town Hall, Ashford Magna' };
    const later = { ...was, items: [...ITEMS, item('4', 'A late item')] };
    const days = [
      ['2017-10-16T09:00', was],
      ['2017-10-16T17:00', { ...was, venue: 'Guildhall' }],
      ['2017-10-17T09:00', later],
      ['2017-10-17T17:00', { ...was, venue: 'Guildhall', items: [...ITEMS] }],
    ] as const;
    for (const [when, agenda] of days) {
      app.moveClockTo(when);
      await scene.meeting(agenda);
      expect([when, await tell(), await tell()]).toEqual([when, true, false]);
    }
    const subjects = (await outbox()).map(({ subject }) => subject.startsWith('Changed: '));
    expect(subjects).toEqual([true, true, true, false]);
  });

  test('that changes twice on a day is told in one more message, at the time of the digest', async () => {
    await told.oneADay();
    await scene.meeting();
    expect(await tell()).toBe(true);
    app.moveClockTo('2017-10-16T11:00');
    await scene.meeting({ venue: 'Guildhall' });
    expect(await tell()).toBe(false);
    app.moveClockTo('2017-10-16T15:00');
    await scene.meeting({ venue: 'Corn Exchange' });
    expect(await tell()).toBe(false);
    app.moveClockTo('2017-10-16T16:59:59');
    expect(await tell()).toBe(false);
    app.moveClockTo('2017-10-16T17:00');
    expect([await tell(), await tell()]).toEqual([true, false]);
    const [second, ...before] = await outbox();
    expect(before).toHaveLength(1);
    expect(second?.body).toContain('Corn Exchange');
  });

  test('is told to everybody else when one member’s interests cannot be read', async () => {
    await scene.seat({ email });
    await changeAsOwner(app, scene.council, `update register_entry set details = 'v1.gone'`);
    await scene.meeting();
    await plan();
    expect(await gather()).toHaveLength(1);
  });

  test('is recorded as sent when the message has left, and not before', async () => {
    const meetingId = await scene.meeting();
    const sentAt = async (): Promise<Date | null | undefined> =>
      (await scene.council.inUnit((uow) => app.get(Editions).newest(uow, meetingId, ann.memberId)))?.sentAt;
    await plan();
    const fixed = await gather();
    expect(await sentAt()).toBeNull();
    app.moveClockTo('2017-10-16T09:05');
    await send(fixed[0] ?? '');
    expect(await sentAt()).toEqual(new Date('2017-10-16T08:05:00Z'));
    app.moveClockTo('2017-10-21T09:00');
    expect(await tell()).toBe(true);
    expect(await sentAt()).toEqual(new Date('2017-10-16T08:05:00Z'));
    expect(await scene.clerk.audited('briefing.sent')).toBe(1);
  });
});

describe('a round', () => {
  test('plans every authority, hands on what is due by id, and does not plan again while nothing changes', async () => {
    await scene.seat({ email });
    const planned = jest.spyOn(app.get(Planner), 'plan');
    const added = jest.spyOn(app.get(JobQueue), 'addAll').mockResolvedValue(undefined);
    app.moveClockTo('2017-05-08T09:00');
    await app.get(Rounds).run();
    expect(added.mock.calls.flatMap(([name, ids]) => (name === 'reminders.gather' ? ids : []))).toContain(
      scene.council.authorityId,
    );
    // What was planned is itself recorded, so the round after looks once more and finds nothing to do.
    await app.get(Rounds).run();
    planned.mockClear();
    await app.get(Rounds).run();
    expect(planned).not.toHaveBeenCalled();
    app.moveClockTo('2017-05-08T23:59:59');
    await app.get(Rounds).run();
    expect(planned).not.toHaveBeenCalled();
    app.moveClockTo('2017-05-09T00:00');
    await app.get(Rounds).run();
    expect(planned).toHaveBeenCalled();
  });

  test('in which one authority cannot be planned keeps no other from its reminders', async () => {
    await scene.seat({ email });
    const broken = await sceneOfBriefings(app);
    const planner = app.get(Planner);
    const plain = planner.plan.bind(planner);
    jest
      .spyOn(planner, 'plan')
      .mockImplementation((uow) =>
        uow.authorityId === broken.council.authorityId ? Promise.reject(new Error('broken')) : plain(uow),
      );
    const added = jest.spyOn(app.get(JobQueue), 'addAll').mockResolvedValue(undefined);
    app.moveClockTo('2017-05-08T09:00');
    await app.get(Rounds).run();
    expect(added.mock.calls.flatMap(([name, ids]) => (name === 'reminders.gather' ? ids : []))).toContain(
      scene.council.authorityId,
    );
  });
});

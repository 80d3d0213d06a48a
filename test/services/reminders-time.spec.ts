import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { civilDate } from '../../src/law/index.js';
import { Meeting, Meetings } from '../../src/meetings/index.js';
import { Members } from '../../src/members/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { EMPLOYMENT, ITEMS, sceneOfBriefings, type Scene, type SeatedMember } from '../support/briefed.js';
import { item } from '../support/clerk.js';
import { done } from '../support/council.js';
import { reminded, type Reminded } from '../support/reminded.js';

let app: TestApp;
let scene: Scene;
let told: Reminded;
let email: string;
let ann: SeatedMember;
let people = 0;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

/** A council at a moment, with one member in office since 8 May 2017 whose interests are registered by then. */
async function begin(moment: string): Promise<void> {
  app.moveClockTo(moment);
  scene = await sceneOfBriefings(app);
  told = reminded(app, scene.council);
  email = `timely-${++people}@example.org`;
  ann = await scene.seat({ email });
}
/** What goes out at each of some moments, where every tick comes twice. */
async function ticks(...moments: string[]): Promise<string[]> {
  const went: string[] = [];
  for (const moment of moments) {
    app.moveClockTo(moment);
    const [first, second] = [await told.tell(), await told.tell()];
    went.push(`${moment} ${first}${second === 0 ? '' : ` and again ${second}`}`);
  }
  return went;
}

describe('a clock of 28 days', () => {
  test('is told once at each of its steps, however often the clock ticks, and to the second', async () => {
    await begin('2017-05-08T00:00');
    expect(
      await ticks(
        '2017-05-08T08:59:59',
        '2017-05-08T09:00',
        '2017-05-08T09:00:01',
        '2017-05-21T08:59:59',
        '2017-05-21T09:00',
      ),
    ).toEqual([
      '2017-05-08T08:59:59 0',
      '2017-05-08T09:00 1',
      '2017-05-08T09:00:01 0',
      '2017-05-21T08:59:59 0',
      '2017-05-21T09:00 1',
    ]);
  });

  test('after three days without a worker is told once, late, and goes on as planned', async () => {
    await begin('2017-05-08T00:00');
    expect(await ticks('2017-05-08T09:00', '2017-06-01T10:00')).toEqual([
      '2017-05-08T09:00 1',
      '2017-06-01T10:00 1',
    ]);
    // Down from 1 to 4 June: days 27 and 28 were both due, and one message tells of them.
    expect(await ticks('2017-06-04T11:00', '2017-06-10T12:00', '2017-06-11T09:00')).toEqual([
      '2017-06-04T11:00 1',
      '2017-06-10T12:00 0',
      '2017-06-11T09:00 1',
    ]);
    expect(await told.steps('in-message')).toEqual([
      'day-1',
      'day-14',
      'day-21',
      'day-27',
      'day-28',
      'week-1-after',
    ]);
  });

  test('tells nothing twice when the clock is set back an hour', async () => {
    await begin('2017-05-08T00:00');
    expect(
      await ticks(
        '2017-05-08T09:00',
        '2017-05-08T08:00',
        '2017-05-08T08:59:59',
        '2017-05-08T09:00',
        '2017-05-08T10:00',
      ),
    ).toEqual([
      '2017-05-08T09:00 1',
      '2017-05-08T08:00 0',
      '2017-05-08T08:59:59 0',
      '2017-05-08T09:00 0',
      '2017-05-08T10:00 0',
    ]);
  });

  test('stops when the member leaves office: the last day in office still counts, the day after does not', async () => {
    await begin('2017-05-08T00:00');
    await ticks('2017-05-08T09:00');
    const leave = (on: string): Promise<unknown> =>
      scene.council.inUnit(async (uow) =>
        done(await app.get(Members).leaveOffice(uow, ann.memberId, civilDate(on))),
      );
    await leave('2017-05-21');
    expect(await ticks('2017-05-21T09:00', '2017-05-28T09:00', '2017-06-04T09:00')).toEqual([
      '2017-05-21T09:00 1',
      '2017-05-28T09:00 0',
      '2017-06-04T09:00 0',
    ]);
    expect(await told.steps('planned')).toEqual([]);
  });
});

describe('at a change of clocks and on a leap day', () => {
  test.each([
    ['forward', '2026-03-29', '2026-03-28T18:00', '2026-03-29T07:29:59', '2026-03-29T07:30'],
    ['back', '2026-10-25', '2026-10-24T18:00', '2026-10-25T07:29:59', '2026-10-25T07:30'],
    ['on a leap day', '2028-02-29', '2028-02-28T18:00', '2028-02-29T07:29:59', '2028-02-29T07:30'],
  ])(
    '%s, a meeting is told in the evening and the morning by the clock on the wall',
    async (_, day, evening, before, morning) => {
      await begin(`${day.slice(0, 8)}01T09:00`);
      await scene.register(ann, EMPLOYMENT);
      await scene.meeting({ meetsOn: civilDate(day) });
      const [year, month] = day.split('-');
      const [agenda] = [`${year ?? ''}-${month ?? ''}-01T09:00`];
      await ticks(agenda);
      const threeDays = new Date(`${day}T09:00Z`);
      threeDays.setUTCDate(threeDays.getUTCDate() - 3);
      await ticks(`${threeDays.toISOString().slice(0, 10)}T09:00`);
      expect(await ticks(evening, before, morning)).toEqual([`${evening} 1`, `${before} 0`, `${morning} 1`]);
    },
  );

  test('day 28 of a clock that begins on 2 February is 29 February in a leap year and 1 March in another', async () => {
    const lastDay = async (year: string, ...moments: string[]): Promise<string[]> => {
      app.moveClockTo(`${year}-02-01T09:00`);
      scene = await sceneOfBriefings(app);
      told = reminded(app, scene.council);
      await scene.council.inUnit(async (uow) => {
        const { id: memberId } = await app
          .get(Members)
          .add(uow, { name: 'Bea Crane', email: `leap-${year}@example.org` });
        const office = { memberId, standing: 'elected', votesOn: 'any' } as const;
        done(
          await app.get(Members).takeOffice(uow, { ...office, becameMemberOn: civilDate(`${year}-02-02`) }),
        );
      });
      await ticks(`${year}-02-15T09:00`, `${year}-02-22T09:00`, `${year}-02-28T09:00`);
      return ticks(...moments);
    };
    expect(await lastDay('2028', '2028-02-29T08:59:59', '2028-02-29T09:00')).toEqual([
      '2028-02-29T08:59:59 0',
      '2028-02-29T09:00 1',
    ]);
    expect(await lastDay('2027', '2027-03-01T08:59:59', '2027-03-01T09:00')).toEqual([
      '2027-03-01T08:59:59 0',
      '2027-03-01T09:00 1',
    ]);
  });
});

describe('a meeting', () => {
  const move = { items: ITEMS } as const;
  beforeEach(async () => {
    await begin('2017-10-16T09:00');
    await scene.register(ann, EMPLOYMENT);
  });
  const cancel = (meetingId: string): Promise<unknown> =>
    scene.council.inUnit(async (uow) => done(await app.get(Meetings).cancel(uow, meetingId)));

  test('that was missed while no worker ran is shown as missed, and not told when it is over', async () => {
    await scene.meeting();
    await ticks('2017-10-16T09:00');
    expect(await ticks('2017-10-24T10:00')).toEqual(['2017-10-24T10:00 0']);
    expect(await told.steps('missed', 'briefing')).toEqual(['days-before', 'evening-before', 'morning-of']);
  });

  test('is still told a second before it begins, when the worker comes back', async () => {
    await scene.meeting();
    await ticks('2017-10-16T09:00');
    expect(await ticks('2017-10-24T09:59:59')).toEqual(['2017-10-24T09:59:59 1']);
    expect(await told.steps('missed', 'briefing')).toEqual([]);
  });

  test('moved to an earlier time on the day is told anew, and its morning comes at the morning', async () => {
    await told.oneADay();
    const meetingId = await scene.meeting();
    await ticks('2017-10-16T09:00');
    await moved(meetingId, '2017-10-24', '08:30');
    expect(await ticks('2017-10-16T16:59', '2017-10-16T17:00')).toEqual([
      '2017-10-16T16:59 0',
      '2017-10-16T17:00 1',
    ]);
    await ticks('2017-10-21T09:00', '2017-10-23T18:00');
    expect(await ticks('2017-10-24T07:30', '2017-10-24T08:30')).toEqual([
      '2017-10-24T07:30 1',
      '2017-10-24T08:30 0',
    ]);
    expect((await told.outbox(email))[0]?.body).toContain('8:30am');
  });

  test('moved to a later day is told anew at once, then before its new day and not before the old one', async () => {
    const meetingId = await scene.meeting();
    await ticks('2017-10-16T09:00', '2017-10-21T09:00');
    await moved(meetingId, '2017-11-07', '14:00');
    expect(
      await ticks('2017-10-21T17:00', '2017-10-23T18:00', '2017-10-24T07:30', '2017-11-04T09:00'),
    ).toEqual(['2017-10-21T17:00 1', '2017-10-23T18:00 0', '2017-10-24T07:30 0', '2017-11-04T09:00 1']);
  });

  test('cancelled is withdrawn: none of its steps comes', async () => {
    const meetingId = await scene.meeting();
    await told.plan();
    await cancel(meetingId);
    expect(
      await ticks('2017-10-16T09:00', '2017-10-21T09:00', '2017-10-23T18:00', '2017-10-24T07:30'),
    ).toEqual(['2017-10-16T09:00 0', '2017-10-21T09:00 0', '2017-10-23T18:00 0', '2017-10-24T07:30 0']);
    expect(await told.steps('withdrawn', 'briefing')).toHaveLength(4);
  });

  test('whose agenda is revised tells what is new, once, and keeps its other steps', async () => {
    await scene.meeting();
    await ticks('2017-10-16T09:00');
    app.moveClockTo('2017-10-18T12:00');
    await scene.meeting({ ...move, items: [...ITEMS, item('4', 'Lease of the Weavers Hall')] });
    expect(
      await ticks('2017-10-18T12:00', '2017-10-21T09:00', '2017-10-23T18:00', '2017-10-24T07:30'),
    ).toEqual(['2017-10-18T12:00 1', '2017-10-21T09:00 1', '2017-10-23T18:00 1', '2017-10-24T07:30 1']);
  });

  test('that an interest comes to touch an hour before it begins is told again at once', async () => {
    const bob = await scene.seat({ name: 'Bob Crane', email });
    await scene.register(bob);
    await scene.meeting();
    await ticks('2017-10-16T09:00', '2017-10-21T09:00', '2017-10-23T18:00', '2017-10-24T07:30');
    const before = (await told.outbox(email)).length;
    app.moveClockTo('2017-10-24T09:00');
    await scene.register(bob, EMPLOYMENT);
    expect(await ticks('2017-10-24T09:00')).toEqual(['2017-10-24T09:00 1']);
    const [newest, ...rest] = await told.outbox(email);
    expect(rest).toHaveLength(before);
    expect(newest?.subject).toContain('Changed: ');
    expect(newest?.subject).toContain('1 item may touch your interests');
  });

  /** As a directory import moves it: the meeting keeps its id. */
  async function moved(meetingId: string, meetsOn: string, startsAt: string): Promise<void> {
    await scene.council.inUnit((uow) =>
      uow.manager.update(Meeting, { authorityId: uow.authorityId, id: meetingId }, { meetsOn, startsAt }),
    );
  }
});

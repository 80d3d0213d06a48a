import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { civilDate } from '../../src/law/index.js';
import { Members } from '../../src/members/index.js';
import { ByHand } from '../../src/reminders/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { sceneOfBriefings, type Scene, type SeatedMember } from '../support/briefed.js';
import { done } from '../support/council.js';
import { reminded, type Reminded } from '../support/reminded.js';
import { topicsAsked } from '../support/topics-asked.js';

const TAKING_OFFICE = 'england/localism-act-2011/s30(1)';

let app: TestApp;
let scene: Scene;
let told: Reminded;
let people = 0;

beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  app.moveClockTo('2017-05-08T08:00');
  scene = await sceneOfBriefings(app);
  told = reminded(app, scene.council);
});
afterAll(() => app.close());

/** Elected on 4 May 2017, and in office from the fourth day after. */
const elected = (): Promise<void> =>
  scene.council.inUnit(async (uow) => {
    const members = app.get(Members);
    const { id: memberId } = await members.add(uow, {
      ...{ name: 'Una Birch', email: `last-day-${++people}@example.org` },
    });
    const days = { pollingDay: civilDate('2017-05-04'), becameMemberOn: civilDate('2017-05-08') };
    done(await members.takeOffice(uow, { memberId, standing: 'elected', votesOn: 'any', ...days }));
  });

describe('the 28 days of a member who was elected, chased from polling day', () => {
  test('are told of on day 28 of those, on the legal last day once more, and weekly from that day on', async () => {
    await elected();
    const asked = topicsAsked(app, scene.council);
    expect(await asked.steps(TAKING_OFFICE, '2017-06-11')).toEqual([
      'day-1 2017-05-04T09:00',
      'day-14 2017-05-17T09:00',
      'day-21 2017-05-24T09:00',
      'day-27 2017-05-30T09:00',
      'day-28 2017-05-31T09:00',
      'last-day 2017-06-04T09:00',
      'week-1-after 2017-06-11T09:00',
      'week-2-after 2017-06-18T09:00',
    ]);
    const went: string[] = [];
    for (const [when, times] of [
      ...[['2017-05-31T09:00', 1] as const, ['2017-06-04T08:59:59', 0] as const],
      ...[['2017-06-04T09:00', 1] as const, ['2017-06-07T09:00', 0] as const],
      ...[['2017-06-11T08:59:59', 0] as const, ['2017-06-11T09:00', 1] as const],
    ]) {
      app.moveClockTo(when);
      if ((await told.tell()) !== times) went.push(when);
    }
    expect(went).toEqual([]);
    expect(await told.steps('in-message')).toEqual(['day-28', 'last-day', 'week-1-after']);
  });

  test('end for the planned rows when the legal last day is over, and not when day 28 is', async () => {
    await elected();
    await told.plan();
    const { rows } = await app.owner.query('select distinct act_by from reminder where authority_id = $1', [
      scene.council.authorityId,
    ]);
    // Midnight in London, in summer.
    expect(rows).toEqual([{ act_by: new Date('2017-06-04T23:00:00Z') }]);
  });
});

describe('a reminder of a later day that is sent now', () => {
  let ann: SeatedMember;
  beforeEach(async () => {
    ann = await scene.seat({ email: `by-hand-${++people}@example.org` });
    app.moveClockTo('2017-05-08T09:00');
    expect(await told.tell()).toBe(1);
    app.moveClockTo('2017-05-12T10:00');
  });
  const idOf = async (step: string): Promise<string> => {
    const { rows } = await app.owner.query<{ id: string }>(
      'select id from reminder where authority_id = $1 and step = $2',
      [scene.council.authorityId, step],
    );
    return rows[0]?.id ?? '';
  };
  const sendNow = async (step: string): ReturnType<ByHand['sendNow']> => {
    const id = await idOf(step);
    return scene.council.inUnit((uow) => app.get(ByHand).sendNow(uow, id));
  };

  test('goes as one more: its own day keeps its reminder', async () => {
    expect(await sendNow('day-28')).toEqual({ hurried: true });
    expect(await told.steps('planned')).toEqual(['by-hand-1', 'day-14', 'day-21', 'day-27', 'day-28']);
    // What nobody planned is not taken back by the planning.
    expect(await told.plan()).toMatchObject({ planned: 0, withdrawn: 0 });
    expect([await told.tell(), await told.tell()]).toEqual([1, 0]);
    expect(await told.steps('in-message')).toEqual(['day-1', 'by-hand-1']);
    for (const day of ['2017-05-21', '2017-05-28', '2017-06-03', '2017-06-04']) {
      app.moveClockTo(`${day}T09:00`);
      expect([day, await told.tell()]).toEqual([day, 1]);
    }
    expect(await scene.clerk.audited('reminder.hurried')).toBe(1);
  });

  test('is asked for once while it waits, by whichever of its days, and again once it has gone', async () => {
    const [one, other] = await Promise.all([sendNow('day-14'), sendNow('day-28')]);
    expect([one, other]).toEqual(expect.arrayContaining([{ hurried: true }, { refused: 'hurried-already' }]));
    expect(await sendNow('by-hand-1')).toEqual({ refused: 'hurried-already' });
    expect(await told.tell()).toBe(1);
    expect(await sendNow('day-28')).toEqual({ hurried: true });
    expect(await told.tell()).toBe(1);
    expect(await told.steps('in-message')).toEqual(['day-1', 'by-hand-1', 'by-hand-2']);
  });

  test('is asked once more whether it is owed', async () => {
    await sendNow('day-28');
    await scene.notify(ann);
    expect(await told.tell()).toBe(0);
    expect(await told.steps('withdrawn')).toContain('by-hand-1');
  });

  test('is the reminder itself from the moment on at which it is due', async () => {
    app.moveClockTo('2017-05-21T08:59:59');
    await sendNow('day-14');
    expect(await told.steps('planned')).toContain('by-hand-1');
    app.moveClockTo('2017-05-28T09:00');
    await sendNow('day-21');
    expect((await told.reminders()).filter(({ step }) => step.startsWith('by-hand'))).toHaveLength(1);
    expect(await told.gather()).toHaveLength(1);
    expect(await told.steps('in-message')).toContain('day-21');
  });
});

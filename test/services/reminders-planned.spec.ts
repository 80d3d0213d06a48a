import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Disclosures } from '../../src/disclosures/index.js';
import { AfterDisclosure } from '../../src/duties/index.js';
import { Roles } from '../../src/identity/index.js';
import { civilDate } from '../../src/law/index.js';
import { Meetings } from '../../src/meetings/index.js';
import { LOGGER, type Logger } from '../../src/platform/logging/index.js';
import { JobQueue } from '../../src/platform/queue/index.js';
import { DryRun, Planner, ReminderPractices, Rounds, Wishes } from '../../src/reminders/index.js';
import { BRIEFING } from '../../src/reminders/topics/meetings.js';
import { AFTER_DISCLOSURE, AFTER_DISCLOSURE_OVERDUE } from '../../src/reminders/topics/rules.js';
import { TAKING_OFFICE } from '../../src/reminders/topics/taking-office.js';
import { Topics } from '../../src/reminders/topics/topics.js';
import type { TestApp } from '../support/app.js';
import { ABOUT_IT, EMPLOYMENT, sceneOfBriefings, type Scene, type SeatedMember } from '../support/briefed.js';
import { changeAsOwner } from '../support/change-as-owner.js';
import { done } from '../support/council.js';
import { reminded, type Reminded } from '../support/reminded.js';
import { reminderSuite } from '../support/reminder-suite.js';

const suite = reminderSuite('planned');
let app: TestApp;
let scene: Scene;
let told: Reminded;
let email: string;
beforeEach(() => {
  ({ app, scene, told, email } = suite.now());
});

const states = async (rule: string): Promise<string[]> => [
  ...new Set((await told.reminders(rule)).map(({ state }) => state)),
];
/** By the token that Nest knows it by, which is no class. */
const loggerOf = (rooms: { get(token: unknown): unknown }): Logger => rooms.get(LOGGER) as Logger;
const change = (statement: string): Promise<void> => changeAsOwner(app, scene.council, statement);
/** Whether something came to its end within some time of the machine's. */
const within = (milliseconds: number, work: Promise<unknown>): Promise<boolean> =>
  Promise.race([
    work.then(() => true),
    new Promise<false>((resolve) => void setTimeout(resolve, milliseconds, false)),
  ]);

describe('of a member who cannot be read', () => {
  let ann: SeatedMember;
  beforeEach(async () => {
    app.moveClockTo('2017-10-16T09:00');
    ann = await scene.seat({ email });
    await scene.enter(await scene.notify(ann));
    const meetingId = await scene.meeting();
    app.moveClockTo('2017-10-24T10:30');
    await declareAt(meetingId);
  });

  const declareAt = (meetingId: string): Promise<unknown> =>
    scene.council.inUnit(async (uow) => {
      const items = await app.get(Meetings).items(uow, meetingId);
      const item = { id: items.find(({ title }) => title === ABOUT_IT)?.id ?? '', title: ABOUT_IT };
      const interest = { kind: 'dpi', heldBy: 'self', category: 'employment' } as const;
      const said = { memberId: ann.memberId, meetingId, item, intends: 'leaves', interest } as const;
      return done(await app.get(Disclosures).declare(uow, { ...said, id: randomUUID(), nature: 'A job' }));
    });
  const failing = () => jest.spyOn(app.get(AfterDisclosure), 'ofMember');

  test('what is planned stands, and is told on the last day', async () => {
    await told.plan();
    const before = await told.reminders(AFTER_DISCLOSURE);
    expect(before).toHaveLength(5);
    failing().mockRejectedValueOnce(new Error('away'));
    expect(await told.plan()).toMatchObject({ withdrawn: 0, unread: 1 });
    expect(await told.reminders(AFTER_DISCLOSURE)).toEqual(before);
    app.moveClockTo('2017-11-20T09:00');
    expect(await told.gather()).toHaveLength(1);
    expect(await told.steps('in-message', AFTER_DISCLOSURE)).toContain('day-28');
  });

  test('the same of the others is withdrawn where it is over, and of the member by other topics', async () => {
    const bob = await scene.seat();
    await told.plan();
    const withdrawnOf = async ({ memberId }: SeatedMember): Promise<number> =>
      scene.council.inUnit(async ({ manager }) => {
        const query = `select from reminder where member_id = $1 and state = 'withdrawn'`;
        return (await manager.query<unknown[]>(query, [memberId])).length;
      });
    await scene.notify(bob);
    failing().mockRejectedValueOnce(new Error('away'));
    await told.plan();
    expect(await withdrawnOf(bob)).toBeGreaterThan(0);
    expect(await withdrawnOf(ann)).toBe(0);
  });

  test('what an officer is told of them stands too', async () => {
    const { accountId } = await scene.seat();
    const role = { accountId, role: 'monitoring-officer', fromOn: '2017-01-01' } as const;
    await scene.council.inUnit((uow) => app.get(Roles).grant(uow, role));
    app.moveClockTo('2017-11-21T00:00');
    await told.plan();
    expect(await states(AFTER_DISCLOSURE_OVERDUE)).toEqual(['planned']);
    failing().mockRejectedValue(new Error('away'));
    expect(await told.plan()).toMatchObject({ unread: 2 });
    app.moveClockTo('2017-11-22T09:00');
    await told.gather();
    expect(await told.steps('withdrawn', AFTER_DISCLOSURE_OVERDUE)).toEqual([]);
    expect(await states(AFTER_DISCLOSURE_OVERDUE)).toContain('failed');
  });

  test('what is due is not worded, and is neither taken for over nor told; over, it is withdrawn', async () => {
    await told.plan();
    failing().mockRejectedValue(new Error('away'));
    expect(await told.gather()).toEqual([]);
    expect(await told.steps('failed', AFTER_DISCLOSURE)).toEqual(['day-1']);
    jest.restoreAllMocks();
    // Still owed, it is neither planned anew nor withdrawn: it is tried again where it is gathered.
    expect(await told.plan()).toMatchObject({ planned: 0, withdrawn: 0 });
    expect(await told.steps('failed', AFTER_DISCLOSURE)).toEqual(['day-1']);
    await scene.notify(ann, EMPLOYMENT);
    await told.plan();
    expect(await states(AFTER_DISCLOSURE)).toEqual(['withdrawn']);
  });

  test('a meeting that was planned stays planned', async () => {
    app.moveClockTo('2017-10-25T09:00');
    const held = { meetsOn: civilDate('2017-11-07') };
    await scene.meeting(held);
    await scene.register(ann, EMPLOYMENT);
    await told.plan();
    const before = (await told.steps('planned', BRIEFING)).length;
    expect(before).toBeGreaterThan(0);
    await change(`update register_entry set details = 'v1.gone'`);
    expect(await told.plan()).toMatchObject({ withdrawn: 0 });
    expect(await told.steps('planned', BRIEFING)).toHaveLength(before);
  });
});

test('a reminder that could not be worded in time is missed', async () => {
  app.moveClockTo('2017-10-16T09:00');
  const ann = await scene.seat({ email });
  await scene.register(ann, EMPLOYMENT);
  await scene.meeting();
  await told.plan();
  await change(
    `update reminder set state = 'failed', reason = 'could-not-be-written' where rule = 'briefing'`,
  );
  app.moveClockTo('2017-10-24T09:59:59');
  await told.plan();
  expect(await states(BRIEFING)).toEqual(['failed']);
  app.moveClockTo('2017-10-24T10:00');
  await told.plan();
  expect(await states(BRIEFING)).toEqual(['missed']);
});

test('a round in which something could not be read is made again, and says so once in an hour', async () => {
  await scene.seat({ email });
  jest.spyOn(app.get(JobQueue), 'addAll').mockResolvedValue(undefined);
  const said = jest.spyOn(loggerOf(app), 'error');
  const topic = app.get(Topics).of(TAKING_OFFICE);
  const plain = topic.wanted.bind(topic);
  const { authorityId } = scene.council;
  let isAway = true;
  const asked = jest
    .spyOn(topic, 'wanted')
    .mockImplementation((uow, planning) =>
      isAway && uow.authorityId === authorityId ? Promise.reject(new Error('away')) : plain(uow, planning),
    );
  const round = async (): Promise<number> => {
    asked.mockClear();
    await app.get(Rounds).run();
    return asked.mock.calls.filter(([uow]) => uow.authorityId === authorityId).length;
  };
  const complaints = (): number =>
    said.mock.calls.filter(([facts]) => (facts as { authorityId?: string }).authorityId === authorityId)
      .length;
  expect([await round(), await round()]).toEqual([1, 1]);
  expect(complaints()).toBe(1);
  isAway = false;
  // The third try comes after two rounds, and is the last.
  expect([await round(), await round(), await round(), await round()]).toEqual([0, 1, 0, 0]);
  expect(await told.steps('planned', TAKING_OFFICE)).toHaveLength(5);
});

describe('two plans of one authority', () => {
  test('follow one another: the one that began first does not undo the other', async () => {
    const ann = await scene.seat({ email });
    const topic = app.get(Topics).of(TAKING_OFFICE);
    const plain = topic.wanted.bind(topic);
    let goOn: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    const hasRead = new Promise<void>((resolve) => {
      jest.spyOn(topic, 'wanted').mockImplementationOnce(async (uow, planning) => {
        const wanted = await plain(uow, planning);
        resolve();
        await held;
        return wanted;
      });
    });
    const first = told.plan();
    await hasRead;
    await scene.notify(ann);
    const second = told.plan();
    await within(300, second);
    goOn();
    await Promise.all([first, second]);
    expect(await told.steps('planned', TAKING_OFFICE)).toEqual([]);
  });

  test('of two authorities wait for nobody', async () => {
    await scene.seat({ email });
    const other = await sceneOfBriefings(app);
    await other.seat();
    await scene.council.inUnit(async (uow) => {
      await app.get(Planner).plan(uow);
      expect(await within(5_000, reminded(app, other.council).plan())).toBe(true);
    });
  });
});

test('a row that somebody is telling holds up no plan that changes nothing of it', async () => {
  await scene.seat({ email });
  await told.plan();
  await scene.seat();
  const client = await app.owner.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('probity.authority_ids', $1, true)`, [
      `{${scene.council.authorityId}}`,
    ]);
    const { rowCount } = await client.query('select from reminder for update');
    expect(rowCount).toBe(5);
    const plan = told.plan();
    const isDone = await within(5_000, plan);
    await client.query('rollback');
    expect([isDone, await plan]).toEqual([true, { planned: 5, withdrawn: 0, unread: 0 }]);
  } finally {
    client.release(true);
  }
});

describe('the newest of the steps that have passed', () => {
  const turnOff = (memberId: string): Promise<void> =>
    scene.council.inUnit((uow) => app.get(Wishes).set(uow, memberId, new Set(['agenda-published'])));

  test.each(['told', 'not told'])('turned off and %s, brings no older one in its place', async (was) => {
    app.moveClockTo('2017-10-22T10:00');
    const ann = await scene.seat({ email });
    await scene.register(ann, EMPLOYMENT);
    await scene.meeting();
    if (was === 'told') expect(await told.tell()).toBe(1);
    await turnOff(ann.memberId);
    await told.plan();
    expect(await told.steps('planned', BRIEFING)).toEqual(['evening-before', 'morning-of']);
    app.moveClockTo('2017-10-22T10:01');
    const today = civilDate('2017-10-22');
    const { going } = await scene.council.inUnit((uow) => app.get(DryRun).of(uow, today));
    const rules = going.flatMap(({ messages }) =>
      messages.flatMap(({ rows }) => rows.map(({ rule }) => rule)),
    );
    expect(rules).not.toContain(BRIEFING);
  });

  test.each([
    ['before what was told, is not told again', [1, 10, 21], []],
    ['after it, is told', [1, 15, 21], ['day-15']],
  ])('by days that were set anew, %s', async (_, clockDays, expected) => {
    app.moveClockTo('2017-05-22T09:00');
    await scene.seat({ email });
    expect(await told.tell()).toBe(1);
    expect(await told.steps('in-message', TAKING_OFFICE)).toEqual(['day-14']);
    app.moveClockTo('2017-05-23T08:00');
    await scene.council.inUnit((uow) => app.get(ReminderPractices).set(uow, { clockDays }));
    await told.plan();
    expect(await told.steps('planned', TAKING_OFFICE)).toEqual([...expected, 'day-21']);
  });
});

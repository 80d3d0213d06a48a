import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RegisterSettings } from '../../src/authorities/index.js';
import { Disclosures } from '../../src/disclosures/index.js';
import { DispensationDecisions, DispensationRequests } from '../../src/dispensations/index.js';
import { civilDate } from '../../src/law/index.js';
import { Members } from '../../src/members/index.js';
import {
  ComplianceBoard,
  filtered,
  Parishes,
  Trends,
  type BoardDuty,
  type ComplianceBoardOfDay,
  type TrendsOfDay,
} from '../../src/oversight/index.js';
import { Confirmations, Register } from '../../src/register/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { ABOUT_IT, EMPLOYMENT, sceneOfBriefings, type Scene, type SeatedMember } from '../support/briefed.js';
import { done, foundCouncil } from '../support/council.js';
import { asked, grant } from '../support/dispensations.js';
import { agreeSensitive } from '../support/sensitive.js';

/**
 * A council on 14 November 2017. Silent has told nothing since May; Told notified in time, declared on 24 October what is
 * in no register, and has a dispensation until the end of the year; Late notified late, and has a sensitive interest.
 */
let app: TestApp;
let scene: Scene;
const members: Record<'Silent' | 'Told' | 'Late', SeatedMember> = {} as never;

const as = (account: string) =>
  ({ authorityId: scene.council.authorityId, actor: { kind: 'person', accountId: account } }) as const;

beforeAll(async () => {
  app = await startApp({ at: '2017-05-08T09:00' });
  scene = await sceneOfBriefings(app);
  for (const name of ['Silent', 'Told', 'Late'] as const) members[name] = await scene.seat({ name });
  app.moveClockTo('2017-05-20T09:00');
  await scene.register(members.Told, EMPLOYMENT);
  app.moveClockTo('2017-06-10T09:00');
  await scene.register(members.Late, { category: 'land', address: '3 Mill Lane', natureOfInterest: 'Owner' });
  const [entry] = await scene.council.inUnit((uow) => app.get(Register).current(uow, members.Late.memberId));
  const reviewOn = civilDate('2018-01-02');
  await agreeSensitive(app, scene.council, { ...members.Late, entryId: entry?.entry.id ?? '', reviewOn });
  app.moveClockTo('2017-10-16T09:00');
  const meetingId = await scene.meeting();
  await dispense();
  app.moveClockTo('2017-10-24T10:30');
  await declare(meetingId);
  app.moveClockTo('2017-11-14T09:00');
});
afterAll(() => app.close());

async function dispense(): Promise<void> {
  const { memberId, accountId } = members.Told;
  const { id } = await app.database.unitOfWork(as(accountId), async (uow) =>
    done(await app.get(DispensationRequests).ask(uow, memberId, asked())),
  );
  await app.database.unitOfWork(scene.council.acting, async (uow) =>
    done(await app.get(DispensationDecisions).decide(uow, id, grant())),
  );
}

async function declare(meetingId: string): Promise<void> {
  const found = (await scene.clerk.items(meetingId)).find(({ title }) => title === ABOUT_IT);
  await scene.council.inUnit(async (uow) =>
    done(
      await app.get(Disclosures).declare(uow, {
        ...{ id: randomUUID(), memberId: members.Told.memberId, meetingId, intends: 'leaves' },
        item: { id: found?.id ?? '', title: ABOUT_IT },
        interest: { kind: 'dpi', heldBy: 'self', category: 'land' },
        nature: 'I own Weavers Row',
      }),
    ),
  );
}

async function boardOn(day?: string): Promise<ComplianceBoardOfDay> {
  const board = await scene.council.inUnit((uow) =>
    app.get(ComplianceBoard).of(uow, day === undefined ? undefined : civilDate(day)),
  );
  if (board.kind === 'not-encoded') throw new Error(`No law is encoded for ${board.on}.`);
  return board;
}

const inShort = ({ kind, member, state, lastDay }: BoardDuty): string =>
  `${member?.name ?? 'officers'}: ${kind}, ${state}, ${lastDay ?? 'none'}`;

describe('the board', () => {
  test('has every kind of duty in one list, worst first', async () => {
    const { duties } = await boardOn();
    expect(duties.map(inShort)).toEqual([
      'Silent: taking-office, overdue, 2017-06-04',
      'Told: after-disclosure, due-soon, 2017-11-20',
      'Told: dispensation-ends, on-time, 2017-12-31',
      'officers: sensitive-review, on-time, 2018-01-02',
      'Late: taking-office, met-late, 2017-06-04',
      'Told: taking-office, met, 2017-06-04',
    ]);
  });

  test('names nobody who has a sensitive interest, and tells nothing of any interest', async () => {
    const { duties } = await boardOn();
    const row = duties.find(({ kind }) => kind === 'sensitive-review');
    expect(row).toMatchObject({ member: undefined, about: '2018-01-02' });
    expect(JSON.stringify(row)).not.toContain(members.Late.memberId);
  });

  test('tells of one member what it tells of them among all', async () => {
    const { duties } = await boardOn();
    for (const { memberId } of Object.values(members)) {
      const own = await scene.council.inUnit((uow) => app.get(ComplianceBoard).ofMember(uow, memberId));
      expect(own.map(inShort)).toEqual(duties.filter(({ member }) => member?.id === memberId).map(inShort));
    }
  });

  test('asks for the regular confirmation once it is due, by the council’s own period', async () => {
    const due = async (day: string): Promise<string[]> =>
      (await boardOn(day)).duties.filter(({ kind }) => kind === 'confirmation').map(inShort);
    expect(await due('2018-04-21')).toEqual([]);
    expect(await due('2018-04-22')).toEqual(['Told: confirmation, on-time, 2018-05-20']);
    expect(await due('2018-05-21')).toEqual([
      'Told: confirmation, overdue, 2018-05-20',
      'Late: confirmation, on-time, 2018-06-10',
    ]);
    await scene.council.inUnit((uow) => app.get(RegisterSettings).set(uow, { confirmEveryMonths: 24 }));
    expect(await due('2018-05-21')).toEqual([]);
    await scene.council.inUnit((uow) => app.get(RegisterSettings).set(uow, { confirmEveryMonths: 12 }));
  });

  test('finds by state, kind, body, group and a part of the name', async () => {
    const { memberId } = members.Silent;
    await scene.council.inUnit((uow) =>
      app.get(Members).joinGroup(uow, { memberId, groupName: 'Riverside', fromOn: civilDate('2017-05-08') }),
    );
    const { duties, places } = await boardOn();
    const [body] = places.bodies;
    const found = (filter: Parameters<typeof filtered>[1]): number => filtered(duties, filter, places).length;
    expect(found({})).toBe(6);
    expect(found({ state: 'met' })).toBe(1);
    expect(found({ kind: 'taking-office' })).toBe(3);
    expect(found({ group: 'Riverside' })).toBe(1);
    expect(found({ name: 'tOL' })).toBe(3);
    expect(found({ name: 'tol', kind: 'dispensation-ends' })).toBe(1);
    // What officers owe is on no body.
    expect(found({ body: body?.id ?? '' })).toBe(5);
    expect(found({ body: randomUUID() })).toBe(0);
  });

  test('is of a past day as it stood then', async () => {
    expect((await boardOn('2017-05-19')).duties.map(inShort)).toEqual(
      ['Late', 'Silent', 'Told'].map((name) => `${name}: taking-office, on-time, 2017-06-04`),
    );
  });
});

describe('the trends', () => {
  const trendsOn = async (day?: string): Promise<TrendsOfDay> => {
    const trends = await scene.council.inUnit((uow) =>
      app.get(Trends).of(uow, day === undefined ? undefined : civilDate(day)),
    );
    if (trends.kind === 'not-encoded') throw new Error(`No law is encoded for ${trends.on}.`);
    return trends;
  };

  test('count who had told by the end of each day after an election', async () => {
    const { election } = await trendsOn();
    expect(election).toMatchObject({
      on: '2017-05-08',
      lastDay: '2017-06-04',
      lastDayNumber: 28,
      members: 3,
    });
    // 20 May is day 13.
    expect(election?.toldBy).toEqual(Array.from({ length: 28 }, (_, index) => (index < 12 ? 0 : 1)));
    expect(election?.toldInAll).toBe(2);
    expect((await trendsOn('2017-05-20')).election?.toldBy).toHaveLength(13);
  });

  test('count by the month of the last day what was answered in time, later and not', async () => {
    const { months } = await trendsOn();
    expect(months).toHaveLength(12);
    expect(months.map(({ month }) => month)).toContain('2017-06-01');
    expect(months.filter(({ inTime, late, noAnswer }) => inTime + late + noAnswer > 0)).toEqual([
      { month: '2017-06-01', inTime: 1, late: 1, noAnswer: 1 },
    ]);
    const after = (await trendsOn('2017-11-21')).months.at(-1);
    expect(after).toEqual({ month: '2017-11-01', inTime: 0, late: 0, noAnswer: 1 });
  });

  test('count entries by age, and by whether their members confirmed the register since', async () => {
    const agesOn = async (day: string): Promise<unknown> =>
      (await trendsOn(day)).ages.map(({ confirmed, notConfirmed }) => [confirmed, notConfirmed]);
    expect(await agesOn('2017-11-14')).toEqual([
      [0, 2],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    await app.database.unitOfWork(as(members.Told.accountId), (uow) =>
      app.get(Confirmations).confirm(uow, members.Told.memberId),
    );
    // On the day a year later an entry is a year old.
    expect(await agesOn('2018-05-20')).toEqual([
      [0, 1],
      [1, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  test('count declarations by body, those that stand', async () => {
    const { bodies } = await trendsOn();
    expect(bodies).toEqual([{ body: 'Highways Panel', meetings: 1, pecuniary: 1, other: 0 }]);
    expect((await trendsOn('2017-10-23')).bodies).toEqual([]);
  });
});

describe('the parishes of a principal authority', () => {
  test('are counted as their own boards are, and no other’s parishes with them', async () => {
    const parish = await foundCouncil(app, 'parish', scene.council.authorityId);
    const other = await foundCouncil(app, 'district');
    await foundCouncil(app, 'parish', other.authorityId);
    await parish.inUnit(async (uow) => {
      const office = {
        standing: 'elected',
        votesOn: 'any',
        becameMemberOn: civilDate('2017-10-20'),
      } as const;
      for (const name of ['Ann', 'Bob']) {
        const { id: memberId } = await app.get(Members).add(uow, { name });
        done(await app.get(Members).takeOffice(uow, { ...office, memberId }));
      }
      await app.get(RegisterSettings).recordParishPublication(uow, {
        ...{ url: 'https://parish.example', seenOn: civilDate('2017-11-01') },
      });
    });
    const standing = await app.get(Parishes).of(scene.council.acting);
    expect(standing).toMatchObject([
      {
        ...{ id: parish.authorityId, slug: parish.slug, members: 2 },
        ...{ notAnswered: 2, dueSoon: 2, overdue: 0, toEnter: 0, lastSeenOn: '2017-11-01' },
      },
    ]);
    const own = await parish.inUnit((uow) => app.get(ComplianceBoard).of(uow));
    expect(own.kind === 'board' && own.duties.map(({ state }) => state)).toEqual(['due-soon', 'due-soon']);
  });
});

describe('what was told before the first day', () => {
  test('counts on the board and in the trends alike: all of it for a first term, from the poll on for a later one', async () => {
    const before = scene;
    app.moveClockTo('2013-05-20T09:00');
    scene = await sceneOfBriefings(app);
    const seats = { First: await scene.seat(), Again: await scene.seat(), Old: await scene.seat() };
    for (const { memberId } of [seats.Again, seats.Old])
      await scene.council.inUnit(async (uow) => {
        await uow.manager.query(
          `insert into term_of_office (authority_id, id, member_id, standing, votes_on, became_member_on, ended_on)
           values ($1, $3, $2, 'elected', 'any', '2013-05-07', '2017-05-07')`,
          [uow.authorityId, memberId, randomUUID()],
        );
        await uow.manager.query(
          `update term_of_office set polling_day = '2017-05-04'
           where authority_id = $1 and member_id = $2 and became_member_on = '2017-05-08'`,
          [uow.authorityId, memberId],
        );
      });
    await scene.register(seats.Old, EMPLOYMENT);
    app.moveClockTo('2017-05-04T09:00');
    await scene.register(seats.First, EMPLOYMENT);
    await scene.register(seats.Again, EMPLOYMENT);
    const { duties } = await boardOn('2017-06-20');
    const stateOf = ({ memberId }: SeatedMember) => {
      const duty = duties.find(({ kind, member }) => kind === 'taking-office' && member?.id === memberId);
      return [duty?.state, duty?.metOn];
    };
    expect(stateOf(seats.First)).toEqual(['met', '2017-05-04']);
    expect(stateOf(seats.Again)).toEqual(['met', '2017-05-04']);
    expect(stateOf(seats.Old)).toEqual(['overdue', undefined]);
    const trends = await scene.council.inUnit((uow) => app.get(Trends).of(uow, civilDate('2017-06-20')));
    if (trends.kind === 'not-encoded') throw new Error('No law is encoded for that day.');
    expect(trends.months.at(-1)).toMatchObject({ inTime: 2, late: 0, noAnswer: 1 });
    expect(trends.election).toMatchObject({ members: 3, toldInAll: 2 });
    expect(trends.election?.toldBy[0]).toBe(2);
    scene = before;
  });
});

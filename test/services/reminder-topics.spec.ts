import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Authorities, RegisterSettings } from '../../src/authorities/index.js';
import { Disclosures, type DeclaredInterest } from '../../src/disclosures/index.js';
import { addDays, civilDate, type CivilDate } from '../../src/law/index.js';
import { Meetings } from '../../src/meetings/index.js';
import { Members } from '../../src/members/index.js';
import type { UnitOfWork } from '../../src/platform/database/index.js';
import {
  Confirmations,
  Drafts,
  Notifications,
  type Draft,
  type GiftDetails,
  type InterestDetails,
} from '../../src/register/index.js';
import { Wishes } from '../../src/reminders/index.js';
import {
  AFTER_DISCLOSURE,
  CODES_ON_A_CHANGE,
  CODES_ON_GIFTS,
  CODES_ON_TAKING_OFFICE,
  CONFIRMATION,
} from '../../src/reminders/topics/rules.js';
import { startApp, type TestApp } from '../support/app.js';
import { ABOUT_IT, EMPLOYMENT, sceneOfBriefings, type Scene, type SeatedMember } from '../support/briefed.js';
import { changeAsOwner } from '../support/change-as-owner.js';
import { done } from '../support/council.js';
import { topicsAsked, words, type TopicsAsked } from '../support/topics-asked.js';

/** Stands in what was declared and written down, and must stand in no message. */
const MARK = 'Quexleybury';
const OF_THE_MODEL_CODE = 'lga-model-2020';
const rule = (rules: readonly string[], code = OF_THE_MODEL_CODE): string =>
  rules.find((id) => id.includes(code)) ?? '';

let app: TestApp;
let scene: Scene;
let ann: SeatedMember;
let asked: TopicsAsked;

beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  app.moveClockTo('2017-10-16T09:00');
  scene = await sceneOfBriefings(app);
  ann = await scene.seat();
  asked = topicsAsked(app, scene.council);
});
afterAll(() => app.close());

const as = <T>({ accountId }: SeatedMember, work: (uow: UnitOfWork) => Promise<T>): Promise<T> =>
  app.database.unitOfWork(
    { authorityId: scene.council.authorityId, actor: { kind: 'person', accountId } },
    work,
  );
const adopt = (code: string, on: string): Promise<unknown> =>
  scene.council.inUnit(async (uow) =>
    done(await app.get(Authorities).adoptCode(uow, { code, fromOn: civilDate(on) })),
  );
/** Declares at the meeting that is on at the time. */
const declare = (meetingId: string, more: Partial<DeclaredInterest> = {}): Promise<string> =>
  scene.council.inUnit(async (uow) => {
    const items = await app.get(Meetings).items(uow, meetingId);
    const item = { id: items.find(({ title }) => title === ABOUT_IT)?.id ?? '', title: ABOUT_IT };
    const said = { id: randomUUID(), memberId: ann.memberId, meetingId, item, intends: 'leaves' } as const;
    const interest = { kind: 'dpi', heldBy: 'self', category: 'employment' } as const;
    const nature = `I am the warden of ${MARK}`;
    return done(await app.get(Disclosures).declare(uow, { ...said, interest, nature, ...more })).id;
  });
const tell = (details: InterestDetails, member = ann): Promise<unknown> =>
  as(member, (uow) =>
    app.get(Notifications).receiveChange(uow, member.memberId, { act: 'add', heldBy: 'self', details }),
  );
const leave = (on: string): Promise<unknown> =>
  scene.council.inUnit(async (uow) =>
    done(await app.get(Members).leaveOffice(uow, ann.memberId, civilDate(on))),
  );

describe('after a disclosure at a meeting', () => {
  let meetingId: string;
  beforeEach(async () => {
    meetingId = await scene.meeting();
    app.moveClockTo('2017-10-24T10:30');
  });

  test('the 28 days are counted from the day of the meeting, across the change of the clocks', async () => {
    await declare(meetingId);
    expect(await asked.steps(AFTER_DISCLOSURE)).toEqual([
      'day-1 2017-10-24T09:00',
      'day-14 2017-11-06T09:00',
      'day-21 2017-11-13T09:00',
      'day-27 2017-11-19T09:00',
      'day-28 2017-11-20T09:00',
    ]);
    const [one] = await asked.wanted(AFTER_DISCLOSURE);
    expect(one).toMatchObject({ reader: { memberId: ann.memberId }, edition: '2017-11-20' });
    expect(one?.actBy).toEqual(new Date('2017-11-21T00:00:00Z'));
    expect((await asked.steps(AFTER_DISCLOSURE, '2017-11-27')).slice(5)).toEqual([
      'week-1-after 2017-11-27T09:00',
      'week-2-after 2017-12-04T09:00',
    ]);
  });

  test('planned twice, and put right in other words, it is one', async () => {
    const id = await declare(meetingId);
    await asked.plan();
    const rows = await asked.count(AFTER_DISCLOSURE);
    await asked.plan();
    await declare(meetingId, { corrects: id, nature: `Better: I am paid by ${MARK}` });
    await asked.plan();
    expect([rows, await asked.count(AFTER_DISCLOSURE)]).toEqual([5, 5]);
    expect(await asked.says(AFTER_DISCLOSURE)).toHaveLength(1);
  });

  test('it names the meeting and the last day, and not what was declared', async () => {
    await declare(meetingId);
    await asked.plan();
    const said = words(await asked.says(AFTER_DISCLOSURE));
    expect(said).toContain('Highways Panel on Tuesday 24 October 2017');
    expect(said).toContain(
      'Notify the monitoring officer of it by Monday 20 November 2017 (Localism Act 2011 s.31(3)).',
    );
    expect(said).toMatch(/\/my$/);
    expect(await asked.allWords()).not.toContain(MARK);
    app.moveClockTo('2017-11-20T23:59');
    expect(words(await asked.says(AFTER_DISCLOSURE))).toContain('the last day is Monday');
    app.moveClockTo('2017-11-21T00:00');
    expect(words(await asked.says(AFTER_DISCLOSURE))).toContain('The last day to notify');
  });

  test('what a clerk recorded is a question and no accusation', async () => {
    await declare(meetingId, { atMeeting: true });
    await asked.plan();
    const said = words(await asked.says(AFTER_DISCLOSURE));
    expect(said).toContain('Is it in the register');
    expect(said).not.toContain('that is not in the register');
  });

  test('met since, it is not said and not planned any more', async () => {
    await declare(meetingId);
    await asked.plan();
    await tell(EMPLOYMENT);
    expect(await asked.says(AFTER_DISCLOSURE)).toEqual(['no-longer-owed']);
    await asked.plan();
    expect([await asked.count(AFTER_DISCLOSURE), await asked.count(AFTER_DISCLOSURE, 'withdrawn')]).toEqual([
      0, 5,
    ]);
  });

  test('a member who has left is told until their last day', async () => {
    await declare(meetingId);
    await asked.plan();
    await leave('2017-11-10');
    expect(await asked.wanted(AFTER_DISCLOSURE, '2017-11-10')).toHaveLength(1);
    expect(await asked.wanted(AFTER_DISCLOSURE, '2017-11-11')).toEqual([]);
    app.moveClockTo('2017-11-11T00:00');
    expect(await asked.says(AFTER_DISCLOSURE)).toEqual(['no-longer-owed']);
  });

  test('one member’s interests that cannot be read keep nobody else from being told', async () => {
    await declare(meetingId);
    await changeAsOwner(app, scene.council, `update disclosure set details = 'v1.gone'`);
    ann = await scene.seat({ name: 'Bob Birch' });
    await declare(meetingId);
    expect((await asked.wanted(AFTER_DISCLOSURE)).map(({ reader }) => reader.memberId)).toEqual([
      ann.memberId,
    ]);
  });
});

describe('by the council’s code', () => {
  const onTakingOffice = rule(CODES_ON_TAKING_OFFICE);
  const aChange = rule(CODES_ON_A_CHANGE);
  let meetingId: string;
  const inOfficeSince2021 = async (
    code = OF_THE_MODEL_CODE,
    adoptedOn = '2021-05-01',
    more: { readonly pollingDay?: CivilDate } = {},
  ): Promise<void> => {
    app.moveClockTo('2021-06-01T09:00');
    await adopt(code, adoptedOn);
    await leave('2021-05-09');
    await scene.council.inUnit(async (uow) => {
      const office = { memberId: ann.memberId, standing: 'elected', votesOn: 'any' } as const;
      const days = { becameMemberOn: civilDate('2021-05-10'), ...more };
      done(await app.get(Members).takeOffice(uow, { ...office, ...days }));
    });
  };

  test('a heading that the code adds has the code’s reminders once the Act’s are answered, and none before', async () => {
    await inOfficeSince2021();
    expect(await asked.wanted(onTakingOffice)).toEqual([]);
    // The Act's seven headings alone: what a paper form of another council asks.
    await scene.notify(ann, EMPLOYMENT);
    await asked.plan();
    expect(await asked.steps(onTakingOffice)).toEqual([
      'day-1 2021-05-10T09:00',
      'day-14 2021-05-23T09:00',
      'day-21 2021-05-30T09:00',
      'day-27 2021-06-05T09:00',
      'day-28 2021-06-06T09:00',
      'last-day 2021-06-07T09:00',
    ]);
    const said = words(await asked.says(onTakingOffice));
    expect(said).toContain('To be safe, do it by Sunday 6 June 2021');
    expect(said).toContain('Monday 7 June 2021');
    expect(said).toContain('no offence');
    expect(said).not.toContain('Localism Act');
    app.moveClockTo('2021-06-07T23:00');
    expect(words(await asked.says(onTakingOffice))).not.toContain('The last day by your council’s code was');
    app.moveClockTo('2021-06-08T00:00');
    expect(words(await asked.says(onTakingOffice))).toContain('The last day by your council’s code was');
    await tell({ category: 'other-bodies', body: MARK, role: 'Trustee' });
    expect(await asked.says(onTakingOffice)).toEqual(['no-longer-owed']);
    expect(await asked.wanted(onTakingOffice)).toEqual([]);
  });

  test.each([
    ['a code that came after the day of taking office', OF_THE_MODEL_CODE, '2021-05-11'],
    ['a code that adds no heading', 'worcestershire-2012', '2012-07-01'],
  ])('%s asks for nothing more', async (_, code, adoptedOn) => {
    await inOfficeSince2021(code, adoptedOn);
    await scene.notify(ann, EMPLOYMENT);
    for (const id of [...CODES_ON_TAKING_OFFICE]) expect(await asked.wanted(id)).toEqual([]);
  });

  test('a code that came on the day of taking office asks', async () => {
    await inOfficeSince2021(OF_THE_MODEL_CODE, '2021-05-10');
    await scene.notify(ann, EMPLOYMENT);
    expect(await asked.wanted(onTakingOffice)).toHaveLength(1);
  });

  test.each([
    ['on the day before the earliest day that can be argued for, is asked for again', '2021-05-05', 1],
    ['on that day, is told', '2021-05-06', 0],
  ])('the heading that the code adds, told %s', async (_, toldOn, wanted) => {
    app.moveClockTo(`${toldOn}T09:00`);
    await tell({ category: 'other-bodies', body: MARK, role: 'Trustee' });
    await inOfficeSince2021(OF_THE_MODEL_CODE, '2021-05-01', { pollingDay: civilDate('2021-05-06') });
    await scene.notify(ann, EMPLOYMENT);
    expect(await asked.wanted(onTakingOffice)).toHaveLength(wanted);
  });

  const ori = { interest: { kind: 'ori', heldBy: 'self' }, nature: `I am a trustee of ${MARK}` } as const;

  test('an interest that only the code registers is reminded from the day on which it was declared', async () => {
    app.moveClockTo('2024-02-01T09:00');
    await adopt(OF_THE_MODEL_CODE, '2021-05-01');
    meetingId = await scene.meeting({ meetsOn: civilDate('2024-02-05') });
    app.moveClockTo('2024-02-05T10:30');
    await declare(meetingId, ori);
    // The Act reminds of a disclosable pecuniary interest already.
    await declare(meetingId);
    await asked.plan();
    // 28 days across the leap day.
    expect(await asked.steps(aChange)).toEqual([
      'day-1 2024-02-05T09:00',
      'day-14 2024-02-18T09:00',
      'day-21 2024-02-25T09:00',
      'day-27 2024-03-02T09:00',
      'day-28 2024-03-03T09:00',
      'last-day 2024-03-04T09:00',
    ]);
    expect((await asked.steps(aChange, '2024-03-11'))[6]).toBe('week-1-after 2024-03-11T09:00');
    expect((await asked.wanted(aChange)).map(({ actBy }) => actBy)).toEqual([
      new Date('2024-03-05T00:00:00Z'),
    ]);
    expect(await asked.wanted(AFTER_DISCLOSURE)).toHaveLength(1);
    expect(words(await asked.says(aChange))).toContain('Highways Panel on Monday 5 February 2024');
    expect(await asked.allWords()).not.toContain(MARK);
    // Under another heading it is something else.
    await tell({ category: 'land', address: '3 Mill Lane', natureOfInterest: 'Owner' });
    expect(await asked.says(aChange)).toHaveLength(1);
    await tell({ category: 'other-bodies', body: MARK, role: 'Trustee' });
    expect(await asked.says(aChange)).toEqual(['no-longer-owed']);
  });

  test('a code that does not register it, a partner’s, and what is known already are not reminded of', async () => {
    app.moveClockTo('2024-02-01T09:00');
    await adopt('worcestershire-2012', '2012-07-01');
    meetingId = await scene.meeting({ meetsOn: civilDate('2024-02-05') });
    const later = await scene.meeting({ meetsOn: civilDate('2024-03-05') });
    app.moveClockTo('2024-02-05T10:30');
    await declare(meetingId, ori);
    expect(await asked.wanted(aChange)).toEqual([]);
    await adopt(OF_THE_MODEL_CODE, '2024-03-01');
    app.moveClockTo('2024-03-05T10:30');
    await declare(later, { ...ori, interest: { kind: 'ori', heldBy: 'partner' } });
    // What was declared under the old code is not registered by the new one's days.
    expect(await asked.wanted(aChange)).toEqual([]);
    await declare(later, ori);
    expect(await asked.wanted(aChange)).toHaveLength(1);
  });
});

describe('a gift that was written down and not sent', () => {
  const gifts = rule(CODES_ON_GIFTS);
  const gift = (more: Partial<GiftDetails> = {}): GiftDetails => ({
    ...{ category: 'gifts', donor: MARK, what: `A hamper of ${MARK}`, valuePence: 6_000, valueIs: 'known' },
    ...{ offeredOn: '2024-02-05', accepted: true, asCouncillor: true, ...more },
  });
  const write = (...interests: GiftDetails[]): Promise<unknown> =>
    as(ann, async (uow) => {
      const owner = { memberId: ann.memberId, channel: 'web' } as const;
      const { version } = await app.get(Drafts).find(uow, owner);
      const draft: Draft = { answers: { 'gifts/self': { answer: 'entries', interests } } };
      return done(await app.get(Drafts).save(uow, owner, draft, version));
    });
  beforeEach(async () => {
    app.moveClockTo('2024-02-10T09:00');
    await adopt(OF_THE_MODEL_CODE, '2021-05-01');
  });

  test('is reminded of by the code’s safe day, and nothing of it is said', async () => {
    await write(gift(), gift({ what: 'A lunch' }));
    await asked.plan();
    expect((await asked.steps(gifts)).slice(4)).toEqual([
      'day-28 2024-03-03T09:00',
      'last-day 2024-03-04T09:00',
    ]);
    expect((await asked.wanted(gifts)).map(({ actBy }) => actBy)).toEqual([new Date('2024-03-05T00:00:00Z')]);
    const said = words(await asked.says(gifts));
    expect(said).toContain('do it by Sunday 3 March 2024');
    expect(said).not.toMatch(/hamper|lunch|£/);
    expect(await asked.allWords()).not.toContain(MARK);
  });

  test.each([
    ['below the figure', gift({ valuePence: 4_999 })],
    ['refused', gift({ accepted: false })],
    ['not as a councillor', gift({ asCouncillor: false })],
    ['to be received tomorrow', gift({ offeredOn: '2024-02-11' })],
    ['of a day before the code', gift({ offeredOn: '2021-04-30' })],
  ])('is not reminded of where it is %s', async (_, one) => {
    await write(one);
    expect(await asked.wanted(gifts)).toEqual([]);
  });

  test('is reminded of from the very day on which it was received', async () => {
    await write(gift({ offeredOn: '2024-02-10' }));
    expect((await asked.wanted(gifts)).map(({ steps }) => steps[0]?.name)).toEqual(['day-1']);
  });

  test('adds up with another of the same donor that waits; exactly the figure is registered', async () => {
    await write(gift({ valuePence: 3_000 }));
    expect(await asked.wanted(gifts)).toEqual([]);
    await tell(gift({ valuePence: 2_000, what: 'Another' }));
    expect(await asked.wanted(gifts)).toHaveLength(1);
  });

  test('is a question where the council’s figure is not known', async () => {
    await adopt('worcestershire-2012', '2024-02-01');
    await write(gift());
    await asked.plan();
    expect(words(await asked.says(rule(CODES_ON_GIFTS, 'worcestershire')))).toContain('We cannot tell');
  });

  test('told since, written away, or of a member who left, it is no longer said', async () => {
    await write(gift());
    await asked.plan();
    await tell(gift());
    expect(await asked.says(gifts)).toEqual(['no-longer-owed']);
    await write(gift({ what: 'Something else' }));
    expect(await asked.says(gifts)).toHaveLength(1);
    await write();
    expect(await asked.says(gifts)).toEqual(['no-longer-owed']);
    await write(gift({ what: 'Something else' }));
    await leave('2024-02-09');
    expect(await asked.says(gifts)).toEqual(['no-longer-owed']);
  });
});

describe('the regular confirmation', () => {
  beforeEach(async () => {
    app.moveClockTo('2017-05-10T09:00');
    await scene.register(ann, EMPLOYMENT);
  });

  test('is reminded of on the day and for four weeks, and then no more', async () => {
    expect(await asked.steps(CONFIRMATION, '2018-03-10')).toEqual([]);
    expect(await asked.steps(CONFIRMATION, '2018-03-11')).toEqual(['on-the-day 2018-05-10T09:00']);
    expect(await asked.steps(CONFIRMATION, '2018-06-13')).toEqual([
      'on-the-day 2018-05-10T09:00',
      'week-1-after 2018-05-17T09:00',
      'week-2-after 2018-05-24T09:00',
      'week-3-after 2018-05-31T09:00',
      'week-4-after 2018-06-07T09:00',
    ]);
    expect(await asked.steps(CONFIRMATION, '2018-06-14')).toEqual([]);
  });

  test('says that no Act asks for it, and is over once it is given', async () => {
    app.moveClockTo('2018-05-10T09:00');
    await asked.plan();
    const said = words(await asked.says(CONFIRMATION));
    expect(said).toContain('No Act asks for it');
    expect(said).toContain('Your day is Thursday 10 May 2018');
    expect(said).not.toContain('Hartlebrook');
    await as(ann, (uow) => app.get(Confirmations).confirm(uow, ann.memberId));
    expect(await asked.says(CONFIRMATION)).toEqual(['no-longer-owed']);
    expect(await asked.steps(CONFIRMATION, '2019-05-10')).toContain('on-the-day 2019-05-10T09:00');
  });

  test('moves with the council’s practice, and told under the old day it is not said', async () => {
    app.moveClockTo('2018-05-10T09:00');
    await asked.plan();
    await scene.council.inUnit((uow) => app.get(RegisterSettings).set(uow, { confirmEveryMonths: 13 }));
    expect(await asked.says(CONFIRMATION)).toEqual(['something-else-is-told-now']);
    expect(await asked.steps(CONFIRMATION)).toEqual(['on-the-day 2018-06-10T09:00']);
  });

  test('is asked of nobody who turned it off, who took office anew, or who left', async () => {
    await scene.council.inUnit((uow) => app.get(Wishes).set(uow, ann.memberId, new Set(['confirmation'])));
    expect(await asked.steps(CONFIRMATION, '2018-05-10')).toEqual([]);
    await scene.council.inUnit((uow) => app.get(Wishes).set(uow, ann.memberId, new Set()));
    await leave('2018-05-09');
    expect(await asked.steps(CONFIRMATION, '2018-05-09')).not.toEqual([]);
    expect(await asked.steps(CONFIRMATION, '2018-05-10')).toEqual([]);
    await scene.council.inUnit(async (uow) => {
      const office = { memberId: ann.memberId, standing: 'elected', votesOn: 'any' } as const;
      done(await app.get(Members).takeOffice(uow, { ...office, becameMemberOn: civilDate('2018-05-10') }));
    });
    expect(await asked.steps(CONFIRMATION, '2018-05-10')).toEqual([]);
  });

  test.each([
    ['on the very day of a new term, counts in that term', '2017-05-10', ['on-the-day 2018-05-10T09:00']],
    ['on the day before a new term, does not', '2017-05-11', []],
  ])('what was told %s', async (_, newTerm, steps) => {
    const becameMemberOn = civilDate(newTerm);
    await leave(addDays(becameMemberOn, -1));
    await scene.council.inUnit(async (uow) => {
      const office = { memberId: ann.memberId, standing: 'elected', votesOn: 'any' } as const;
      done(await app.get(Members).takeOffice(uow, { ...office, becameMemberOn }));
    });
    expect(await asked.steps(CONFIRMATION, '2018-05-09')).toEqual(steps);
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Authorities } from '../../src/authorities/index.js';
import {
  Disclosures,
  DisclosuresModule,
  KnownInterests,
  type DeclaredInterest,
} from '../../src/disclosures/index.js';
import { AfterDisclosure, DutiesModule, type DisclosureDuty } from '../../src/duties/index.js';
import { civilDate } from '../../src/law/index.js';
import { Meetings, Observations } from '../../src/meetings/index.js';
import { Notifications, RegisterModule, type InterestDetails } from '../../src/register/index.js';
import { ABOUT_IT, EMPLOYMENT, sceneOfBriefings, type Scene, type SeatedMember } from '../support/briefed.js';
import { done } from '../support/council.js';
import { startRooms, type Rooms } from '../support/rooms.js';

/** The meeting is on 24 October 2017: the 28 days that begin with it end on 20 November. */
const LAST_DAY = '2017-11-20';

let rooms: Rooms;
let scene: Scene;
let ann: SeatedMember;
let meetingId: string;
let item: { id: string; title: string };

beforeAll(async () => {
  rooms = await startRooms({ also: [RegisterModule, DisclosuresModule, DutiesModule] });
});
beforeEach(async () => {
  rooms.moveClockTo('2017-10-16T09:00');
  scene = await sceneOfBriefings(rooms);
  ann = await scene.seat();
  meetingId = await scene.meeting();
  const found = (await scene.clerk.items(meetingId)).find(({ title }) => title === ABOUT_IT);
  item = { id: found?.id ?? '', title: ABOUT_IT };
  rooms.moveClockTo('2017-10-24T10:30');
});
afterAll(() => rooms.close());

const declare = (more: Partial<DeclaredInterest> = {}): Promise<string> =>
  scene.council.inUnit(
    async (uow) =>
      done(
        await rooms.get(Disclosures).declare(uow, {
          ...{ id: randomUUID(), memberId: ann.memberId, meetingId, item, intends: 'leaves' },
          interest: { kind: 'dpi', heldBy: 'self', category: 'employment' },
          nature: 'I am a director of Hartlebrook',
          ...more,
        }),
      ).id,
  );
const duties = (): Promise<DisclosureDuty[]> =>
  scene.council.inUnit((uow) => rooms.get(AfterDisclosure).ofMember(uow, ann.memberId));
const states = async (): Promise<string[]> => (await duties()).map(({ state }) => state);
const tell = (details: InterestDetails, heldBy: 'self' | 'partner' = 'self'): Promise<unknown> =>
  rooms.database.unitOfWork(
    { authorityId: scene.council.authorityId, actor: { kind: 'person', accountId: ann.accountId } },
    (uow) =>
      rooms.get(Notifications).receiveChange(uow, ann.memberId, {
        ...{ act: 'add', heldBy, details },
        effectiveOn: civilDate('2017-10-01'),
      }),
  );

describe('a disclosable pecuniary interest that is told to a meeting and to nobody else', () => {
  test('must be notified within 28 days that begin with the day of the meeting', async () => {
    await declare();
    const [duty] = await duties();
    expect(duty).toMatchObject({
      lastDay: LAST_DAY,
      state: 'on-time',
      category: 'employment',
      heldBy: 'self',
    });
    expect(duty?.notify.reasons.map(({ citation, sanction }) => [citation.text, sanction])).toEqual([
      ['Localism Act 2011 s.31(3)', 'criminal'],
    ]);
  });

  test.each([
    ['2017-11-13T23:59', 'on-time'],
    ['2017-11-14T00:00', 'due-soon'],
    ['2017-11-20T23:59', 'due-soon'],
    ['2017-11-21T00:00', 'overdue'],
  ])('at %s is %s', async (at, state) => {
    await declare();
    rooms.moveClockTo(at);
    expect(await states()).toEqual([state]);
  });

  test.each([
    ['2017-11-20T23:59', 'met'],
    ['2017-11-21T00:00', 'met-late'],
  ])('notified at %s is %s', async (at, state) => {
    await declare();
    rooms.moveClockTo(at);
    await tell(EMPLOYMENT);
    rooms.moveClockTo('2017-12-01T09:00');
    expect(await states()).toEqual([state]);
  });

  test('is not met by another heading, the partner’s, or what was told before it was declared', async () => {
    rooms.moveClockTo('2017-10-23T09:00');
    await tell({ category: 'employment', role: 'Baker', employer: 'Tarrow Bakery' });
    rooms.moveClockTo('2017-10-24T10:30');
    await declare();
    await tell({ category: 'land', address: '3 Mill Lane', natureOfInterest: 'Owner' });
    await tell({ category: 'employment', role: 'Teacher', employer: 'A school' }, 'partner');
    // Told again in the same words, it is no news.
    await tell({ category: 'employment', role: 'Baker', employer: 'Tarrow Bakery' });
    expect(await states()).toEqual(['on-time']);
    await tell(EMPLOYMENT);
    expect(await states()).toEqual(['met']);
  });

  test('one notification does not meet two interests, and meets one that was declared twice', async () => {
    await declare();
    await declare();
    await declare({ nature: 'I am paid by Tarrow Bakery' });
    await tell(EMPLOYMENT);
    expect((await states()).sort()).toEqual(['met', 'met', 'on-time']);
  });

  test('told between the declaration before the meeting and the meeting is met', async () => {
    rooms.moveClockTo('2017-10-20T09:00');
    const before = await declare();
    rooms.moveClockTo('2017-10-21T09:00');
    await tell(EMPLOYMENT);
    expect(await duties()).toEqual([]);
    rooms.moveClockTo('2017-10-24T10:30');
    await scene.council.inUnit(async (uow) =>
      done(
        await rooms.get(Disclosures).confirm(uow, {
          ...{ id: randomUUID(), memberId: ann.memberId, meetingId, confirms: before },
        }),
      ),
    );
    expect(await states()).toEqual(['met']);
  });

  test('is met by pointing to what was notified, under whatever heading', async () => {
    const id = await declare();
    await tell({ category: 'contracts', contractor: 'Hartlebrook', subject: 'Support' });
    const [known] = await scene.council.inUnit((uow) => rooms.get(KnownInterests).of(uow, ann.memberId));
    await declare({ corrects: id, interest: { known: known?.id ?? '' } });
    expect(await states()).toEqual(['met']);
  });

  test('stands on everybody’s board', async () => {
    await declare();
    const board = await scene.council.inUnit((uow) => rooms.get(AfterDisclosure).board(uow));
    expect(board.map(({ disclosure }) => disclosure.memberId)).toEqual([ann.memberId]);
  });
});

describe('what a clerk recorded, of which nobody said whether it is in the register', () => {
  const heard = (nature: string): Promise<string> =>
    declare({ atMeeting: true, interest: { kind: 'dpi', heldBy: 'self' }, nature });

  test('runs a clock that is not certain, until the member points to an entry, also after the meeting', async () => {
    rooms.moveClockTo('2017-10-20T09:00');
    await scene.register(ann, { category: 'land', address: '3 Mill Lane', natureOfInterest: 'Owner' });
    rooms.moveClockTo('2017-10-24T10:30');
    const id = await heard('Has a house nearby');
    expect(await duties()).toMatchObject([{ isCertain: false, lastDay: LAST_DAY, state: 'on-time' }]);
    rooms.moveClockTo('2017-11-10T09:00');
    const [known] = await scene.council.inUnit((uow) => rooms.get(KnownInterests).of(uow, ann.memberId));
    await declare({ corrects: id, interest: { known: known?.id ?? '' }, nature: 'I own 3 Mill Lane' });
    expect(await duties()).toEqual([]);
  });

  test('runs none where the register has what the words name', async () => {
    await scene.register(ann, EMPLOYMENT);
    await heard('Director of Hartlebrook Family Support');
    expect(await duties()).toEqual([]);
  });

  test('is met by what is told afterwards, under any heading', async () => {
    await heard('Owns a shop there');
    await tell({ category: 'land', address: '9 High Street', natureOfInterest: 'Owner' });
    expect(await states()).toEqual(['met']);
  });
});

type TakenBack = Awaited<ReturnType<Disclosures['takeBack']>>;
const takeBack = (takesBack: string, by: { atMeeting?: boolean } = {}): Promise<TakenBack> =>
  scene.council.inUnit((uow) =>
    rooms.get(Disclosures).takeBack(uow, {
      ...{ id: randomUUID(), memberId: ann.memberId, meetingId, takesBack, ...by },
    }),
  );

describe('the clock of what was said to the meeting stays', () => {
  test('when the member would take it back the next day', async () => {
    const id = await declare();
    rooms.moveClockTo('2017-10-25T10:00');
    expect(await takeBack(id)).toEqual({ refused: 'said-to-the-meeting' });
    expect(await takeBack(id, { atMeeting: true })).toEqual({ refused: 'not-heard-by-a-clerk' });
    expect(await states()).toEqual(['on-time']);
  });

  test('when the member calls it something else once it is overdue, and in the words of then', async () => {
    const id = await declare();
    rooms.moveClockTo('2017-12-01T09:00');
    await declare({
      corrects: id,
      interest: { kind: 'odi', heldBy: 'other' },
      nature: 'My uncle works there',
    });
    expect(await duties()).toMatchObject([
      { state: 'overdue', category: 'employment', disclosure: { id, details: { stood: 'nowhere' } } },
    ]);
    await tell(EMPLOYMENT);
    expect(await states()).toEqual(['met-late']);
  });

  test('when the member would pass it off as something that they notified and that is of another kind', async () => {
    const body = { category: 'other-bodies', body: 'Tarrow Bridge Trust', role: 'Trustee' } as const;
    await scene.council.inUnit((uow) =>
      rooms.get(Authorities).adoptCode(uow, { code: 'worcestershire-2012', fromOn: civilDate('2012-07-01') }),
    );
    await tell(body);
    const [known] = await scene.council.inUnit((uow) => rooms.get(KnownInterests).of(uow, ann.memberId));
    const interest = { kind: 'dpi', heldBy: 'self' } as const;
    const heard = await declare({ atMeeting: true, interest, nature: 'Owns a shop there' });
    await declare({ corrects: heard, interest: { known: known?.id ?? '' }, nature: 'I am a trustee' });
    expect(await duties()).toMatchObject([{ disclosure: { id: heard } }]);
  });

  test('when the member calls what a clerk heard something else, until the clerk says that it was misheard', async () => {
    const interest = { kind: 'dpi', heldBy: 'self' } as const;
    const heard = await declare({ atMeeting: true, interest, nature: 'Owns a shop there' });
    await declare({ corrects: heard, interest: { kind: 'odi', heldBy: 'other' }, nature: 'My aunt owns it' });
    const [corrected] = await scene.council.inUnit((uow) => rooms.get(Disclosures).standing(uow, meetingId));
    const standingId = corrected?.id;
    expect(await duties()).toMatchObject([{ isCertain: false, disclosure: { id: heard }, standingId }]);
    done(await takeBack(heard, { atMeeting: true }));
    expect(await duties()).toEqual([]);
    expect(await takeBack(heard, { atMeeting: true })).toEqual({ refused: 'not-standing' });
    const standing = await scene.council.inUnit((uow) => rooms.get(Disclosures).standing(uow, meetingId));
    expect(standing).toMatchObject([{ interestKind: 'odi', details: { nature: 'My aunt owns it' } }]);
  });
});

describe('no clock runs', () => {
  test('before the meeting, and after a clerk takes back what they recorded wrongly', async () => {
    rooms.moveClockTo('2017-10-23T10:00');
    await takeBack(await declare());
    expect(await duties()).toEqual([]);
    rooms.moveClockTo('2017-10-24T10:30');
    const heard = await declare({ atMeeting: true });
    expect(await duties()).toHaveLength(1);
    done(await takeBack(heard, { atMeeting: true }));
    expect(await duties()).toEqual([]);
  });

  test('for what was declared beforehand alone, also when it is put right after the meeting', async () => {
    rooms.moveClockTo('2017-10-23T10:00');
    const id = await declare();
    rooms.moveClockTo('2017-10-26T10:00');
    await declare({ corrects: id, nature: 'I am the director of Hartlebrook' });
    expect(await duties()).toEqual([]);
  });

  test('for somebody else’s interest, which a clerk heard called a disclosable pecuniary one', async () => {
    await declare({
      atMeeting: true,
      interest: { kind: 'dpi', heldBy: 'other' },
      nature: 'My son works there',
    });
    expect(await duties()).toEqual([]);
  });

  test('for a meeting that is cancelled, unless it was recorded that it began', async () => {
    await declare();
    await scene.council.inUnit((uow) => rooms.get(Meetings).cancel(uow, meetingId));
    expect(await duties()).toEqual([]);
    const other = await scene.meeting({ meetsOn: civilDate('2017-10-25') });
    const [first] = await scene.clerk.items(other);
    rooms.moveClockTo('2017-10-25T10:30');
    await declare({ meetingId: other, item: { id: first?.id ?? '', title: first?.title ?? '' } });
    const opened = {
      id: randomUUID(),
      saidAt: new Date('2017-10-25T09:00:00Z'),
      seen: { kind: 'opened' },
    } as const;
    await scene.council.inUnit(async (uow) => {
      await rooms.get(Observations).record(uow, { meetingId: other, observations: [opened] });
      await rooms.get(Meetings).cancel(uow, other);
    });
    expect((await duties()).map(({ meeting }) => meeting.id)).toEqual([other]);
  });

  test('for what is in the register or pending, and for what only a code knows', async () => {
    await scene.register(ann, EMPLOYMENT);
    await scene.notify(ann, { category: 'land', address: '3 Mill Lane', natureOfInterest: 'Owner' });
    const known = await scene.council.inUnit((uow) => rooms.get(KnownInterests).of(uow, ann.memberId));
    for (const { id } of known) await declare({ interest: { known: id } });
    await declare({ interest: { kind: 'odi', heldBy: 'self' } });
    expect(known.map(({ state }) => state)).toEqual(['entered', 'pending']);
    expect(await duties()).toEqual([]);
  });
});

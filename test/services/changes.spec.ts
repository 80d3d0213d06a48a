import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Audit } from '../../src/audit/index.js';
import { DutiesModule } from '../../src/duties/index.js';
import { civilDate } from '../../src/law/index.js';
import { Members } from '../../src/members/index.js';
import type { UnitOfWork } from '../../src/platform/database/index.js';
import {
  Notifications,
  Queries,
  Register,
  RegisterModule,
  type InterestDetails,
  type OpenedEntry,
  type ToldInterest,
} from '../../src/register/index.js';
import { MyRegister } from '../../src/web/my-interests/index.js';
import type { Subject } from '../../src/web/my-interests/tell/subject.js';
import { Telling } from '../../src/web/my-interests/tell/telling.js';
import { addAccount, done, foundCouncil, type Council } from '../support/council.js';
import { notify } from '../support/notify.js';
import { startRooms, type Rooms } from '../support/rooms.js';
import { tablesThatSay } from '../support/tables-that-say.js';

let rooms: Rooms;
let council: Council;
let memberId: string;
let accountId: string;
let people = 0;

const LAND = { category: 'land', address: '3 Mill Lane', natureOfInterest: 'Owner' } as const;
const LET = { ...LAND, natureOfInterest: 'Landlord' } as const;

beforeAll(async () => {
  rooms = await startRooms({
    also: [RegisterModule, { module: DutiesModule, providers: [Telling, MyRegister] }],
  });
});
afterAll(() => rooms.close());
/** A member whose register holds one piece of land since 16 October 2017. */
beforeEach(async () => {
  rooms.moveClockTo('2017-10-16T09:00');
  council = await foundCouncil(rooms);
  accountId = await addAccount(rooms, `changer-${++people}@example.org`);
  memberId = await council.inUnit(
    async (uow) => (await rooms.get(Members).add(uow, { name: 'Ann Agar', accountId })).id,
  );
  const answers = { 'land/self': { answer: 'entries', interests: [LAND] } } as const;
  await enter(await notify(rooms, council, { memberId, accountId, answers }));
  rooms.moveClockTo('2017-11-06T09:00');
});

const asMember = <T>(work: (uow: UnitOfWork) => Promise<T>): Promise<T> =>
  rooms.database.unitOfWork({ authorityId: council.authorityId, actor: { kind: 'person', accountId } }, work);
const enter = (id: string): ReturnType<Register['enter']> =>
  council.inUnit((uow) => rooms.get(Register).enter(uow, id));
const history = (): Promise<OpenedEntry[]> =>
  council.inUnit((uow) => rooms.get(Register).history(uow, memberId));
const receive = (told: ToldInterest): Promise<{ id: string }> =>
  asMember((uow) => rooms.get(Notifications).receiveChange(uow, memberId, told));
/** Every wording that the register ever held, in words that are easy to compare. */
const story = async (): Promise<string[]> =>
  (await history()).map(({ entry, details }) => {
    const what = 'natureOfInterest' in details ? details.natureOfInterest : details.category;
    const ended = entry.endedBecause === null ? 'held' : `${entry.endedBecause} ${entry.ceasedOn ?? '-'}`;
    return `${what} from ${entry.beganOn ?? '-'}: ${ended}`;
  });

async function theEntry(): Promise<OpenedEntry> {
  const [first] = await history();
  if (first === undefined) throw new Error('The land is in the register.');
  return first;
}

async function tell(
  act: 'change' | 'end' | 'correct',
  details: InterestDetails,
  days: Pick<ToldInterest, 'effectiveOn' | 'awareOn'> = {},
): Promise<string> {
  const { entry } = await theEntry();
  return (await receive({ act, heldBy: 'self', details, aboutEntryId: entry.id, ...days })).id;
}

describe('what the register holds after', () => {
  test('a change: the new wording, from the day it changed; the old one in history; one interest throughout', async () => {
    const effectiveOn = civilDate('2017-11-01');
    const id = await tell('change', LET, { effectiveOn, awareOn: civilDate('2017-11-03') });
    expect(await story()).toEqual(['Owner from -: held']);
    expect(await enter(id)).toMatchObject({ entered: 1, ended: 0, waiting: 0 });
    expect(await story()).toEqual(['Owner from -: changed 2017-11-01', 'Landlord from 2017-11-01: held']);
    expect(new Set((await history()).map(({ entry }) => entry.thingId)).size).toBe(1);
  });

  test('an end: nothing, and the last day in history', async () => {
    const id = await tell('end', LAND, { effectiveOn: civilDate('2017-11-02') });
    expect(await enter(id)).toMatchObject({ entered: 0, ended: 1 });
    expect(await story()).toEqual(['Owner from -: ended 2017-11-02']);
    const [ended] = await history();
    expect(ended?.entry.endedOn).toBe('2017-11-06');
  });

  test('a correction: what it should have said, from the same day as before', async () => {
    await enter(await tell('change', LET, { effectiveOn: civilDate('2017-11-01') }));
    const current = (await history()).find(({ entry }) => entry.endedOn === null);
    const details = { ...LET, natureOfInterest: 'Joint landlord' };
    const aboutEntryId = current?.entry.id ?? '';
    rooms.moveClockTo('2017-11-07T09:00');
    await enter((await receive({ act: 'correct', heldBy: 'self', details, aboutEntryId })).id);
    expect(await story()).toEqual([
      'Owner from -: changed 2017-11-01',
      'Landlord from 2017-11-01: corrected -',
      'Joint landlord from 2017-11-01: held',
    ]);
  });

  test('a new interest: it beside the others, from its own day', async () => {
    const details = { category: 'employment', role: 'Clerk', employer: 'Tarrow Build' } as const;
    const told = { act: 'add', heldBy: 'partner', details, effectiveOn: civilDate('2017-11-01') } as const;
    expect(await enter((await receive(told)).id)).toMatchObject({ entered: 1 });
    expect(await story()).toEqual(['Owner from -: held', 'employment from 2017-11-01: held']);
  });

  test('two changes of one interest, told one after the other: both of them, each in history', async () => {
    const first = await tell('change', LET, { effectiveOn: civilDate('2017-11-01') });
    const second = await tell('end', LAND, { effectiveOn: civilDate('2017-11-02') });
    await enter(first);
    await enter(second);
    expect(await story()).toEqual([
      'Owner from -: changed 2017-11-01',
      'Landlord from 2017-11-01: ended 2017-11-02',
    ]);
  });
});

test('a change is told whole, sealed, and leaves no word of it anywhere', async () => {
  const id = await tell(
    'change',
    { ...LET, address: 'Zanzibar House' },
    { effectiveOn: civilDate('2017-11-01') },
  );
  const opened = await council.inUnit((uow) => rooms.get(Notifications).open(uow, id));
  expect(opened?.notification).toMatchObject({ kind: 'change', channel: 'web', receivedOn: '2017-11-06' });
  expect(opened?.interests).toMatchObject([
    {
      act: 'change',
      effectiveOn: '2017-11-01',
      awareOn: null,
      fate: null,
      details: { address: 'Zanzibar House' },
    },
  ]);
  expect(await tablesThatSay(rooms, 'Zanzibar')).toEqual([]);
  const [event] = await council.inUnit((uow) => rooms.get(Audit).newest(uow, 1));
  expect(event).toMatchObject({ action: 'notification.received', payload: { act: 'change' } });
});

describe('telling once', () => {
  const subject = async (): Promise<Subject> => {
    const { entry } = await theEntry();
    const about = await council.inUnit((uow) => rooms.get(Telling).about(uow, memberId, entry.id));
    if (about === undefined) throw new Error('The land is the member’s.');
    return { act: 'change', category: 'land', heldBy: 'self', about: done(about) };
  };
  const press = async (said: Parameters<Telling['tell']>[3]): ReturnType<Telling['tell']> => {
    const about = await subject();
    return asMember((uow) => rooms.get(Telling).tell(uow, memberId, about, said));
  };
  const changes = async (): Promise<number> =>
    (await council.inUnit((uow) => rooms.get(Notifications).list(uow, memberId))).filter(
      ({ kind }) => kind === 'change',
    ).length;
  const said = { details: LET, effectiveOn: civilDate('2017-11-01'), awareOn: civilDate('2017-11-01') };

  test('is what two presses of the button do, also at the same moment', async () => {
    const [first, second] = await Promise.all([press(said), press(said)]);
    expect(done(first).id).toBe(done(second).id);
    expect(done(await press(said)).id).toBe(done(first).id);
    expect(await changes()).toBe(1);
  });

  test('another time, when anything in it is different', async () => {
    await press(said);
    await press({ ...said, details: { ...LET, address: '5 Mill Lane' } });
    await press({ ...said, awareOn: civilDate('2017-11-02') });
    expect(await changes()).toBe(3);
    const about = await subject();
    expect(about.about?.toldSince).toEqual(LET);
  });

  test('nothing more of an entry of which it is told already that it has ended', async () => {
    const about = await subject();
    await tell('end', LAND, { effectiveOn: civilDate('2017-11-02') });
    const told = asMember((uow) => rooms.get(Telling).tell(uow, memberId, about, said));
    expect(await told).toEqual({ refused: 'end-is-pending' });
  });

  test('nothing of an entry of another member', async () => {
    const { entry } = await theEntry();
    const other = await council.inUnit((uow) => rooms.get(Members).add(uow, { name: 'Bob' }));
    const about = council.inUnit((uow) => rooms.get(Telling).about(uow, other.id, entry.id));
    expect(await about).toBeUndefined();
  });

  test('of an entry that was ended since the page was opened is refused', async () => {
    const about = await subject();
    await enter(await tell('end', LAND, { effectiveOn: civilDate('2017-11-02') }));
    const told = asMember((uow) => rooms.get(Telling).tell(uow, memberId, about, said));
    expect(await told).toEqual({ refused: 'ended-meanwhile' });
  });

  test('what was taken back may be told again', async () => {
    const { id } = done(await press(said));
    const opened = await council.inUnit((uow) => rooms.get(Notifications).open(uow, id));
    const interestId = opened?.interests[0]?.id ?? '';
    const asked = { notificationId: id, interestId, question: 'Is this right?' };
    const query = done(await council.inUnit((uow) => rooms.get(Queries).ask(uow, asked)));
    const answer = { queryId: query.id, answer: 'No.', withdraws: true };
    done(await asMember((uow) => rooms.get(Queries).answer(uow, memberId, answer)));
    expect(done(await press(said)).id).not.toBe(id);
  });
});

describe('the regular confirmation', () => {
  const dueOn = async (today: string): Promise<string | undefined> => {
    rooms.moveClockTo(`${today}T09:00`);
    const { confirmation: due } = await council.inUnit((uow) =>
      rooms.get(MyRegister).standing(uow, memberId),
    );
    return due && `${due.state} ${due.lastDay}`;
  };
  test.each([
    ['2018-09-17', 'not-yet 2018-10-16'],
    ['2018-09-18', 'due 2018-10-16'],
    ['2018-10-16', 'due 2018-10-16'],
    ['2018-10-17', 'overdue 2018-10-16'],
  ])('on %s is %s', async (today, state) => {
    expect(await dueOn(today)).toBe(state);
  });
  test('is not put off by a single change', async () => {
    await tell('change', LET);
    expect(await dueOn('2018-10-16')).toBe('due 2018-10-16');
  });
});

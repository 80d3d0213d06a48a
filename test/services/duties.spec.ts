import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Duties, DutiesModule, type Board, type MemberDuty } from '../../src/duties/index.js';
import { civilDate } from '../../src/law/index.js';
import { Members, type Standing, type VotesOn } from '../../src/members/index.js';
import { Register, RegisterModule, type InterestDetails } from '../../src/register/index.js';
import { addAccount, done, foundCouncil, type Council } from '../support/council.js';
import { notify } from '../support/notify.js';
import { startRooms, type Rooms } from '../support/rooms.js';

let rooms: Rooms;
let council: Council;

beforeAll(async () => {
  rooms = await startRooms({ also: [RegisterModule, DutiesModule] });
});
beforeEach(async () => {
  rooms.moveClockTo('2017-05-08T09:00');
  council = await foundCouncil(rooms);
});
afterAll(() => rooms.close());

const LAND: InterestDetails = { category: 'land', address: '3 Mill Lane', natureOfInterest: 'Owner' };
const HOLDS = { 'land/self': { answer: 'entries', interests: [LAND] } } as const;

interface Somebody {
  readonly memberId: string;
  readonly accountId: string;
}

let people = 0;
async function addMember(
  name: string,
  office: { on?: string; standing?: Standing; votesOn?: VotesOn; pollingDay?: string } = {},
  at = council,
): Promise<Somebody> {
  const { on = '2017-05-08', standing = 'elected', votesOn = 'any', pollingDay } = office;
  const accountId = await addAccount(rooms, `duty-${++people}@example.org`);
  return at.inUnit(async (uow) => {
    const { id: memberId } = await rooms.get(Members).add(uow, { name, accountId });
    const polling = pollingDay === undefined ? {} : { pollingDay: civilDate(pollingDay) };
    done(
      await rooms
        .get(Members)
        .takeOffice(uow, { memberId, standing, votesOn, becameMemberOn: civilDate(on), ...polling }),
    );
    return { memberId, accountId };
  });
}

async function boardOn(day: string, at = council): Promise<Board> {
  const board = await at.inUnit((uow) => rooms.get(Duties).board(uow, civilDate(day)));
  if ('kind' in board) throw new Error(`No law is encoded for ${board.on}.`);
  return board;
}

async function dutyOn(day: string, { memberId }: Somebody): Promise<MemberDuty> {
  const duty = (await boardOn(day)).duties.find(({ member }) => member.id === memberId);
  if (duty === undefined) throw new Error(`Not in office on ${day}.`);
  return duty;
}

const stateOn = async (day: string, somebody: Somebody): Promise<string> =>
  (await dutyOn(day, somebody)).state;
const notifyAt = (when: string, somebody: Somebody, answers: object = HOLDS): Promise<string> => {
  rooms.moveClockTo(when);
  return notify(rooms, council, { ...somebody, answers });
};

describe('a member who took office on Monday 8 May 2017', () => {
  test('has until Sunday 4 June 2017, and no weekend moves it', async () => {
    const ann = await addMember('Ann');
    expect((await dutyOn('2017-05-08', ann)).answer.clock).toEqual({
      startsOn: '2017-05-08',
      lastDay: '2017-06-04',
      chaseFrom: '2017-05-08',
      chaseBy: '2017-06-04',
    });
  });

  test.each([
    ['2017-05-08', 'on-time'],
    ['2017-05-28', 'on-time'],
    ['2017-05-29', 'due-soon'],
    ['2017-06-04', 'due-soon'],
    ['2017-06-05', 'overdue'],
    ['2018-06-05', 'overdue'],
  ])('and has said nothing: on %s the board shows "%s"', async (day, state) => {
    expect(await stateOn(day, await addMember('Ann'))).toBe(state);
  });

  test.each([
    ['2017-06-04T22:30:00Z', 'in-time', 'met', '2017-06-04'],
    ['2017-06-04T22:59:59Z', 'in-time', 'met', '2017-06-04'],
    ['2017-06-04T23:00:00Z', 'late', 'met-late', '2017-06-05'],
    ['2017-06-04T23:30:00Z', 'late', 'met-late', '2017-06-05'],
  ])('and notifies at %s is %s', async (instant, received, state, day) => {
    const ann = await addMember('Ann');
    await notifyAt(instant, ann);
    const duty = await dutyOn('2017-06-05', ann);
    expect([duty.answer.received, duty.state, duty.notifications[0]?.receivedOn]).toEqual([
      received,
      state,
      day,
    ]);
    expect(duty.answer.conclusion.kind).toBe('not-owed');
  });

  test('and has nothing to register has met nothing late, whenever that is said', async () => {
    const [ann, bob] = [await addMember('Ann'), await addMember('Bob')];
    await notifyAt('2017-05-20T09:00', ann, {});
    await notifyAt('2017-07-20T09:00', bob, {});
    expect(await stateOn('2017-05-20', ann)).toBe('nothing-to-register');
    expect(await stateOn('2017-07-19', bob)).toBe('overdue');
    expect(await stateOn('2017-07-20', bob)).toBe('nothing-to-register');
  });

  test('and adds another interest in July has met the duty by what was said in May', async () => {
    const ann = await addMember('Ann');
    const first = await notifyAt('2017-05-20T09:00', ann);
    await council.inUnit((uow) => rooms.get(Register).enter(uow, first));
    const two = {
      'land/self': { answer: 'entries', interests: [LAND, { ...LAND, address: '4 Mill Lane' }] },
    };
    await notifyAt('2017-07-20T09:00', ann, two);
    expect(await stateOn('2017-07-20', ann)).toBe('met');
  });

  test('and was declared elected on polling day is chased from there; the legal last day stays', async () => {
    const ann = await addMember('Ann', { pollingDay: '2017-05-04' });
    const { clock } = (await dutyOn('2017-05-08', ann)).answer;
    expect(clock).toMatchObject({ lastDay: '2017-06-04', chaseFrom: '2017-05-04', chaseBy: '2017-05-31' });
    expect(await stateOn('2017-05-24', ann)).toBe('on-time');
    expect(await stateOn('2017-05-25', ann)).toBe('due-soon');
    expect(await stateOn('2017-06-01', ann)).toBe('due-soon');
    expect(await stateOn('2017-06-05', ann)).toBe('overdue');
  });
});

describe('the board of a past day', () => {
  test('does not know what was received later', async () => {
    const ann = await addMember('Ann');
    await notifyAt('2017-06-02T12:00', ann);
    expect(await stateOn('2017-06-01', ann)).toBe('due-soon');
    expect((await dutyOn('2017-06-01', ann)).notifications).toEqual([]);
    expect((await dutyOn('2017-06-01', ann)).pending).toBe(0);
    expect(await stateOn('2017-06-02', ann)).toBe('met');
    expect((await dutyOn('2017-06-02', ann)).pending).toBe(1);
  });

  test('before the Act began is not encoded, which is no answer; on its first day there is one', async () => {
    const dayBefore = await council.inUnit((uow) => rooms.get(Duties).board(uow, civilDate('2012-06-30')));
    expect(dayBefore).toEqual({ kind: 'not-encoded', what: 'england', on: '2012-06-30' });
    expect(await boardOn('2012-07-01')).toEqual({ asAt: '2012-07-01', duties: [] });
  });

  test('is today’s when no day is given', async () => {
    rooms.moveClockTo('2017-06-04T23:30:00Z');
    expect(await council.inUnit((uow) => rooms.get(Duties).board(uow))).toMatchObject({ asAt: '2017-06-05' });
  });
});

describe('who is on the board', () => {
  const names = async (day: string, at = council): Promise<string[]> =>
    (await boardOn(day, at)).duties.map(({ member }) => member.name);

  test('is in office on the day, from the first to the last one', async () => {
    const ann = await addMember('Ann');
    await council.inUnit(async (uow) =>
      done(await rooms.get(Members).leaveOffice(uow, ann.memberId, civilDate('2017-06-20'))),
    );
    expect(await names('2017-05-07')).toEqual([]);
    expect(await names('2017-05-08')).toEqual(['Ann']);
    expect(await names('2017-06-20')).toEqual(['Ann']);
    expect(await stateOn('2017-06-20', ann)).toBe('overdue');
    expect(await names('2017-06-21')).toEqual([]);
    const duty = await council.inUnit((uow) =>
      rooms.get(Duties).ofMember(uow, ann.memberId, civilDate('2017-06-21')),
    );
    expect(duty).toBeUndefined();
  });

  test('owes nothing where co-opted without a vote; with a vote on education alone it is owed', async () => {
    const without = await addMember('Ann', { standing: 'co-opted', votesOn: 'none' });
    const education = await addMember('Bob', { standing: 'co-opted', votesOn: 'education' });
    expect(await stateOn('2018-05-08', without)).toBe('not-owed');
    expect((await dutyOn('2018-05-08', without)).answer.clock).toBeNull();
    expect(await stateOn('2018-05-08', education)).toBe('overdue');
  });

  test('stands with the worst first, and by the day and the name where it is the same', async () => {
    await addMember('Zoe', { on: '2017-05-20' });
    await addMember('Bob', { on: '2017-06-10' });
    await addMember('Ann', { on: '2017-06-10' });
    await addMember('Old', { on: '2017-01-01' });
    const met = await addMember('Met', { on: '2017-06-10' });
    await notifyAt('2017-06-11T09:00', met);
    // On 12 June: Old is overdue since January, Zoe’s last day is 16 June.
    expect(await names('2017-06-12')).toEqual(['Old', 'Zoe', 'Ann', 'Bob', 'Met']);
  });

  test('is one authority’s: the same person at two councils owes each of them apart', async () => {
    const theirs = await foundCouncil(rooms);
    const here = await addMember('Ann');
    await theirs.inUnit(async (uow) => {
      const { id: memberId } = await rooms
        .get(Members)
        .add(uow, { name: 'Ann there', accountId: here.accountId });
      const office = { memberId, standing: 'elected', votesOn: 'any' } as const;
      await rooms.get(Members).takeOffice(uow, { ...office, becameMemberOn: civilDate('2017-05-08') });
    });
    await notifyAt('2017-05-20T09:00', here);
    expect(await names('2017-05-20')).toEqual(['Ann']);
    expect(await names('2017-05-20', theirs)).toEqual(['Ann there']);
    expect(await stateOn('2017-05-20', here)).toBe('met');
    expect((await boardOn('2017-05-20', theirs)).duties[0]?.state).toBe('on-time');
  });
});

describe('a second term', () => {
  test('owes what is not in the register yet; with it entered, only silence on the rest is left', async () => {
    const ann = await addMember('Ann', { on: '2013-05-06' });
    const first = await notifyAt('2013-05-20T09:00', ann);
    await council.inUnit(async (uow) => {
      const members = rooms.get(Members);
      done(await members.leaveOffice(uow, ann.memberId, civilDate('2017-05-07')));
      const office = { memberId: ann.memberId, standing: 'elected', votesOn: 'any' } as const;
      done(await members.takeOffice(uow, { ...office, becameMemberOn: civilDate('2017-05-08') }));
    });
    const conclusion = async (): Promise<object> => (await dutyOn('2017-05-10', ann)).answer.conclusion;
    expect(await conclusion()).toMatchObject({ kind: 'owed', lastDay: '2017-06-04' });
    await council.inUnit((uow) => rooms.get(Register).enter(uow, first));
    expect(await conclusion()).toMatchObject({ kind: 'cannot-tell', missing: ['answers'] });
  });
});

test('what was received and is not in the register yet is counted, until it is entered', async () => {
  const ann = await addMember('Ann');
  const id = await notifyAt('2017-05-20T09:00', ann);
  expect((await dutyOn('2017-05-20', ann)).pending).toBe(1);
  await council.inUnit((uow) => rooms.get(Register).enter(uow, id));
  expect((await dutyOn('2017-05-20', ann)).pending).toBe(0);
});

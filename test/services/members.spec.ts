import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Audit } from '../../src/audit/index.js';
import { civilDate } from '../../src/law/index.js';
import { CalendarKeys, Members, Seats } from '../../src/members/index.js';
import { addAccount, addPanel, done, foundCouncil, seatMember, type Council } from '../support/council.js';
import { startRooms, type Rooms } from '../support/rooms.js';

let rooms: Rooms;
let council: Council;

beforeAll(async () => {
  rooms = await startRooms();
});
beforeEach(async () => {
  council = await foundCouncil(rooms);
});
afterAll(() => rooms.close());

const FIRST_DAY = civilDate('2017-05-08');
const office = (memberId: string, becameMemberOn = FIRST_DAY) =>
  ({ memberId, standing: 'elected', votesOn: 'any', becameMemberOn }) as const;

describe('terms of office', () => {
  test('a term covers its first and its last day, and neither the day before nor the day after', async () => {
    const namesOn = (day: string): Promise<string[]> =>
      council.inUnit(async (uow) =>
        (await rooms.get(Members).inOffice(uow, civilDate(day))).map(({ member }) => member.name),
      );
    await council.inUnit(async (uow) => {
      const { id } = await rooms.get(Members).add(uow, { name: ' Ann Agar ' });
      done(await rooms.get(Members).takeOffice(uow, office(id)));
      done(await rooms.get(Members).leaveOffice(uow, id, civilDate('2021-05-10')));
    });
    expect(await namesOn('2017-05-07')).toEqual([]);
    expect(await namesOn('2017-05-08')).toEqual(['Ann Agar']);
    expect(await namesOn('2021-05-10')).toEqual(['Ann Agar']);
    expect(await namesOn('2021-05-11')).toEqual([]);
  });

  test('a second term begins on the day after the first one ended, and not on its last day', async () => {
    const answers = await council.inUnit(async (uow) => {
      const members = rooms.get(Members);
      const { id } = await members.add(uow, { name: 'Ann Agar' });
      done(await members.takeOffice(uow, office(id)));
      const stillInOffice = await members.takeOffice(uow, office(id, civilDate('2021-05-10')));
      done(await members.leaveOffice(uow, id, civilDate('2021-05-10')));
      const onTheLastDay = await members.takeOffice(uow, office(id, civilDate('2021-05-10')));
      const onTheDayAfter = await members.takeOffice(uow, office(id, civilDate('2021-05-11')));
      return { stillInOffice, onTheLastDay, onTheDayAfter };
    });
    expect(answers.stillInOffice).toEqual({ refused: 'already-in-office' });
    expect(answers.onTheLastDay).toEqual({ refused: 'already-in-office' });
    expect(answers.onTheDayAfter).toHaveProperty('id');
  });

  test('nobody leaves an office before taking it, or twice', async () => {
    const members = rooms.get(Members);
    await council.inUnit(async (uow) => {
      const { id } = await members.add(uow, { name: 'Ann Agar' });
      const leave = (day: string): Promise<object> => members.leaveOffice(uow, id, civilDate(day));
      expect(await leave('2017-05-08')).toEqual({ refused: 'not-in-office' });
      done(await members.takeOffice(uow, office(id)));
      expect(await leave('2017-05-07')).toEqual({ refused: 'not-in-office' });
      expect(await leave('2017-05-08')).toHaveProperty('id');
      expect(await leave('2017-05-09')).toEqual({ refused: 'not-in-office' });
    });
  });

  test('of eight terms begun at once, one is, and the others are refused', async () => {
    const members = rooms.get(Members);
    const { id } = await council.inUnit((uow) => members.add(uow, { name: 'Ann Agar' }));
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => council.inUnit((uow) => members.takeOffice(uow, office(id)))),
    );
    expect(answers.filter((answer) => 'refused' in answer).length).toBe(7);
  });

  test('the database itself keeps a member from holding two terms on one day', async () => {
    const insert = council.inUnit(async (uow) => {
      const { id } = await rooms.get(Members).add(uow, { name: 'Ann Agar' });
      done(await rooms.get(Members).takeOffice(uow, office(id)));
      await uow.manager.query(
        `insert into term_of_office values ($1, gen_random_uuid(), $2, 'elected', 'any', '2030-01-01', null, null)`,
        [council.authorityId, id],
      );
    });
    await expect(insert).rejects.toThrow('term_of_office_one_at_a_time');
  });

  test('one account is one member of an authority, and may be another one elsewhere', async () => {
    const accountId = await addAccount(rooms, `two-hats-${council.slug}@example.org`);
    const neighbour = await foundCouncil(rooms, 'district');
    const add = (where: Council): Promise<object> =>
      where.inUnit((uow) => rooms.get(Members).add(uow, { name: 'Ann Agar', accountId }));
    await add(council);
    await add(neighbour);
    await expect(add(council)).rejects.toThrow('member_account_is_unique');
  });
});

describe('seats', () => {
  test('the membership of a body on a day is printed in order, with roles, notes and vacancies', async () => {
    const seats = await council.inUnit(async (uow) => {
      const bodyId = await addPanel(uow, rooms, 'Children and Families Panel');
      const on = FIRST_DAY;
      await seatMember(uow, rooms, { name: 'Fay Orb', bodyId, role: 'chairman', on });
      await rooms.get(Seats).add(uow, { bodyId, role: 'parent-governor-representative' });
      const { id: seatId } = await rooms
        .get(Seats)
        .add(uow, { bodyId, role: 'church-representative', note: 'Church of England' });
      const { id: memberId } = await rooms.get(Members).add(uow, { name: 'Bryn All' });
      done(await rooms.get(Seats).fill(uow, { seatId, memberId, fromOn: on }));
      return rooms.get(Seats).ofBody(uow, bodyId, on);
    });
    expect(seats.map(({ role, note, holder }) => [role, note, holder?.name])).toEqual([
      ['chairman', undefined, 'Fay Orb'],
      ['parent-governor-representative', undefined, undefined],
      ['church-representative', 'Church of England', 'Bryn All'],
    ]);
  });

  test('a seat is held from its first to its last day, and is a vacancy on the days around', async () => {
    const { bodyId, seatId, memberId } = await council.inUnit(async (uow) => {
      const body = await addPanel(uow, rooms, 'Panel');
      const place = { name: 'Fay Orb', bodyId: body, role: 'member', on: '2017-05-25' } as const;
      return { bodyId: body, ...(await seatMember(uow, rooms, place)) };
    });
    await council.inUnit((uow) =>
      uow.manager.query(`update seat_holding set to_on = '2017-10-23' where seat_id = $1`, [seatId]),
    );
    const on = (day: string): Promise<[string | undefined, string[]]> =>
      council.inUnit(async (uow) => [
        (await rooms.get(Seats).ofBody(uow, bodyId, civilDate(day)))[0]?.holder?.name,
        await rooms.get(Seats).bodiesOf(uow, memberId, civilDate(day)),
      ]);
    expect(await on('2017-05-24')).toEqual([undefined, []]);
    expect(await on('2017-05-25')).toEqual(['Fay Orb', [bodyId]]);
    expect(await on('2017-10-23')).toEqual(['Fay Orb', [bodyId]]);
    expect(await on('2017-10-24')).toEqual([undefined, []]);
  });

  test('a seat that is held is not given to somebody else, until the day after it became free', async () => {
    await council.inUnit(async (uow) => {
      const bodyId = await addPanel(uow, rooms, 'Panel');
      const { seatId } = await seatMember(uow, rooms, {
        name: 'Fay Orb',
        bodyId,
        role: 'member',
        on: FIRST_DAY,
      });
      const { id: memberId } = await rooms.get(Members).add(uow, { name: 'Sue Web' });
      const fill = (day: string): Promise<object> =>
        rooms.get(Seats).fill(uow, { seatId, memberId, fromOn: civilDate(day) });
      expect(await fill('2018-01-01')).toEqual({ refused: 'seat-is-held' });
      await uow.manager.query(`update seat_holding set to_on = '2018-01-01' where seat_id = $1`, [seatId]);
      expect(await fill('2018-01-01')).toEqual({ refused: 'seat-is-held' });
      expect(await fill('2018-01-02')).toHaveProperty('id');
    });
  });

  test('a seat is emptied after its last day, not before it was taken, and once', async () => {
    await council.inUnit(async (uow) => {
      const seats = rooms.get(Seats);
      const bodyId = await addPanel(uow, rooms, 'Panel');
      const place = { name: 'Fay Orb', bodyId, role: 'member', on: '2017-05-25' } as const;
      const { seatId } = await seatMember(uow, rooms, place);
      const empty = (day: string): Promise<object> => seats.empty(uow, seatId, civilDate(day));
      expect(await empty('2017-05-24')).toEqual({ refused: 'before-it-began' });
      expect(await empty('2017-05-25')).toHaveProperty('id');
      expect(await empty('2017-05-26')).toEqual({ refused: 'nobody-holds-it' });
      expect((await seats.ofBody(uow, bodyId, civilDate('2017-05-25')))[0]?.holder?.name).toBe('Fay Orb');
      expect((await seats.ofBody(uow, bodyId, civilDate('2017-05-26')))[0]?.holder).toBeUndefined();
    });
  });

  test('who leaves all seats keeps none after the last day, and nobody else loses one', async () => {
    await council.inUnit(async (uow) => {
      const seats = rooms.get(Seats);
      const bodyId = await addPanel(uow, rooms, 'Panel');
      const place = { bodyId, role: 'member', on: '2017-05-25' } as const;
      const { memberId } = await seatMember(uow, rooms, { ...place, name: 'Fay Orb' });
      await seatMember(uow, rooms, { ...place, name: 'Sue Web' });
      await seats.leaveAll(uow, memberId, civilDate('2017-06-30'));
      const on = async (day: string): Promise<(string | undefined)[]> =>
        (await seats.ofBody(uow, bodyId, civilDate(day))).map(({ holder }) => holder?.name);
      expect(await on('2017-06-30')).toEqual(['Fay Orb', 'Sue Web']);
      expect(await on('2017-07-01')).toEqual([undefined, 'Sue Web']);
    });
  });

  test('of eight who fill one seat at once, one does, and the others are refused', async () => {
    const { seatId, memberId } = await council.inUnit(async (uow) => {
      const bodyId = await addPanel(uow, rooms, 'Panel');
      const seat = await rooms.get(Seats).add(uow, { bodyId, role: 'member' });
      return { seatId: seat.id, memberId: (await rooms.get(Members).add(uow, { name: 'Sue Web' })).id };
    });
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        council.inUnit((uow) => rooms.get(Seats).fill(uow, { seatId, memberId, fromOn: FIRST_DAY })),
      ),
    );
    expect(answers.filter((answer) => 'refused' in answer).length).toBe(7);
  });

  test('the database itself keeps a seat from being held by two on one day', async () => {
    const insert = council.inUnit(async (uow) => {
      const bodyId = await addPanel(uow, rooms, 'Panel');
      const place = { name: 'Fay Orb', bodyId, role: 'member', on: FIRST_DAY } as const;
      const { seatId, memberId } = await seatMember(uow, rooms, place);
      await uow.manager.query(
        `insert into seat_holding values ($1, gen_random_uuid(), $2, $3, '2030-01-01', null)`,
        [council.authorityId, seatId, memberId],
      );
    });
    await expect(insert).rejects.toThrow('seat_holding_one_at_a_time');
  });

  test('eight seats added to one body at once each get a place of their own', async () => {
    const bodyId = await council.inUnit((uow) => addPanel(uow, rooms, 'Panel'));
    await Promise.all(
      Array.from({ length: 8 }, () =>
        council.inUnit((uow) => rooms.get(Seats).add(uow, { bodyId, role: 'member' })),
      ),
    );
    const seats = await council.inUnit((uow) => rooms.get(Seats).ofBody(uow, bodyId, FIRST_DAY));
    expect(seats.length).toBe(8);
  });
});

describe('the key of a member’s calendar', () => {
  let memberId: string;
  beforeEach(async () => {
    ({ id: memberId } = await council.inUnit((uow) => rooms.get(Members).add(uow, { name: 'Ann Agar' })));
  });

  const keys = (): CalendarKeys => rooms.get(CalendarKeys);
  const make = async (): Promise<string> => (await council.inUnit((uow) => keys().make(uow, memberId))).key;
  const withdraw = (): Promise<object> => council.inUnit((uow) => keys().withdraw(uow, memberId));
  const opens = async (key: unknown): Promise<boolean> => (await keys().holderOf(key)) !== undefined;

  async function audited(): Promise<string[]> {
    const events = await council.inUnit((uow) => rooms.get(Audit).newest(uow, 10));
    const actions = events.map(({ action }) => action).filter((action) => action.startsWith('calendar-key.'));
    return actions.reverse();
  }

  async function rows(): Promise<{ standing: number; all: string; hashes: Buffer[] }> {
    const { rows: found } = await rooms.owner.query<{ line: string; key_hash: Buffer; stands: boolean }>(
      `select k::text as line, key_hash, withdrawn_at is null as stands from calendar_key k where member_id = $1`,
      [memberId],
    );
    return {
      standing: found.filter(({ stands }) => stands).length,
      all: found.map(({ line }) => line).join(),
      hashes: found.map(({ key_hash }) => key_hash),
    };
  }

  test('a key is 32 random bytes, opens its member’s calendar, and is kept as a hash alone', async () => {
    const key = await make();
    expect(Buffer.from(key, 'base64url')).toHaveLength(32);
    expect(await keys().holderOf(key)).toEqual({ authorityId: council.authorityId, memberId });
    const { all, hashes } = await rows();
    expect(hashes).toEqual([createHash('sha256').update(key).digest()]);
    expect(all).not.toContain(key);
    expect(await audited()).toEqual(['calendar-key.made']);
    const [event] = await council.inUnit((uow) => rooms.get(Audit).newest(uow, 1));
    expect(JSON.stringify(event)).not.toContain(key);
  });

  test('a new key takes the place of the old one, and both are on the record', async () => {
    const old = await make();
    const fresh = await make();
    expect([await opens(old), await opens(fresh)]).toEqual([false, true]);
    expect(await audited()).toEqual(['calendar-key.made', 'calendar-key.withdrawn', 'calendar-key.made']);
  });

  test('a withdrawn key opens nothing, and is withdrawn once', async () => {
    const key = await make();
    expect(await withdraw()).toHaveProperty('id');
    expect(await opens(key)).toBe(false);
    expect(await withdraw()).toEqual({ refused: 'none-stands' });
    expect(await council.inUnit((uow) => keys().standing(uow, memberId))).toBeUndefined();
    expect(await audited()).toEqual(['calendar-key.made', 'calendar-key.withdrawn']);
  });

  test('of keys that are made at once one stands, and nobody is refused', async () => {
    const made = await Promise.all([make(), make(), make()]);
    expect(new Set(made).size).toBe(3);
    expect((await rows()).standing).toBe(1);
    const opening = await Promise.all(made.map(opens));
    expect(opening.filter((does) => does)).toHaveLength(1);
  });

  test('what is no key opens nothing', async () => {
    const key = await make();
    const flipped = `${key.startsWith('A') ? 'B' : 'A'}${key.slice(1)}`;
    for (const wrong of [
      '',
      key.slice(1),
      `${key}A`,
      ` ${key}`,
      flipped,
      `${key.slice(0, -1)}=`,
      [key],
      null,
    ])
      expect({ wrong, opens: await opens(wrong) }).toEqual({ wrong, opens: false });
  });

  test('another authority neither sees nor withdraws it', async () => {
    const key = await make();
    const other = await foundCouncil(rooms);
    expect(await other.inUnit((uow) => keys().standing(uow, memberId))).toBeUndefined();
    expect(await other.inUnit((uow) => keys().withdraw(uow, memberId))).toEqual({ refused: 'none-stands' });
    await expect(other.inUnit((uow) => keys().make(uow, memberId))).rejects.toThrow();
    expect(await opens(key)).toBe(true);
  });
});

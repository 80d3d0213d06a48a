import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Audit } from '../../src/audit/index.js';
import { CalendarKeys, Members } from '../../src/members/index.js';
import { foundCouncil, type Council } from '../support/council.js';
import { startRooms, type Rooms } from '../support/rooms.js';

let rooms: Rooms;
let council: Council;
let memberId: string;

beforeAll(async () => {
  rooms = await startRooms();
});
beforeEach(async () => {
  council = await foundCouncil(rooms);
  ({ id: memberId } = await council.inUnit((uow) => rooms.get(Members).add(uow, { name: 'Ann Agar' })));
});
afterAll(() => rooms.close());

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
  for (const wrong of ['', key.slice(1), `${key}A`, ` ${key}`, flipped, `${key.slice(0, -1)}=`, [key], null])
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

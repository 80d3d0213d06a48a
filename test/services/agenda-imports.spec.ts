import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Audit } from '../../src/audit/index.js';
import { AGENDA_MOST_BYTES, AgendaImports } from '../../src/meetings/index.js';
import { AGENDA, clerkOfNewCouncil, ITEMS, type Clerk } from '../support/clerk.js';
import { done, foundCouncil, SYSTEM } from '../support/council.js';
import { startRooms, type Rooms } from '../support/rooms.js';

let rooms: Rooms;
let clerk: Clerk;

beforeAll(async () => {
  rooms = await startRooms();
});
beforeEach(async () => {
  clerk = await clerkOfNewCouncil(rooms);
});
afterAll(() => rooms.close());

describe('receiving an agenda', () => {
  test('a text is read and waits as a draft, and the event holds counts and no names', async () => {
    const id = await clerk.received(AGENDA);
    const draft = await clerk.council.inUnit((uow) => rooms.get(AgendaImports).find(uow, id));
    expect(draft).toMatchObject({
      fileName: 'agenda.txt',
      content: AGENDA,
      recordedBy: clerk.council.accountId,
      receivedAt: new Date('2017-10-16T08:00:00Z'),
    });
    expect(draft?.reading).toMatchObject({ body: 'Highways Panel', date: '2017-10-24', time: '10:00' });
    expect(draft?.reading.items.map((one) => one.title)).toEqual(ITEMS.map((one) => one.title));
    const [event] = await clerk.council.inUnit((uow) => rooms.get(Audit).newest(uow, 1));
    expect(event).toMatchObject({ action: 'agenda.received', subjectType: 'agenda-import', subjectId: id });
    expect(Object.keys(event?.payload ?? {}).sort()).toEqual(['bytes', 'contentHash', 'items', 'warnings']);
  });

  const refusals: [what: string, bytes: () => Uint8Array, refusal: object][] = [
    [
      'a file of one byte more than 2 MB',
      () => padded(AGENDA_MOST_BYTES + 1),
      { refused: 'too-large', mostBytes: 2_097_152 },
    ],
    [
      'a file of 20 MB',
      () => Buffer.alloc(20 * 1024 * 1024, 'a'),
      { refused: 'too-large', mostBytes: AGENDA_MOST_BYTES },
    ],
    ['a PDF', () => Buffer.from('%PDF-1.7\n1 0 obj'), { refused: 'not-text' }],
    ['binary', () => Buffer.from([0x41, 0x00, 0x42]), { refused: 'not-text' }],
    ['text that is not UTF-8', () => Buffer.from([0x41, 0x92, 0x73]), { refused: 'not-text' }],
    ['an empty file', () => Buffer.alloc(0), { refused: 'no-items' }],
    ['a text without items', () => Buffer.from('Dear all,\n\nsee you there.\n'), { refused: 'no-items' }],
  ];
  test.each(refusals)('%s is refused and nothing is saved', async (_, bytes, refusal) => {
    expect(await clerk.receive(bytes())).toEqual(refusal);
    expect(await clerk.rowsIn('agenda_import')).toBe(0);
    expect(await clerk.audited('agenda.received')).toBe(0);
  });

  test('a file of exactly 2 MB is read', async () => {
    expect(await clerk.receive(padded(AGENDA_MOST_BYTES))).toHaveProperty('id');
  });

  test('an agenda that was saved before is refused, and the meeting is named', async () => {
    const { meetingId } = await clerk.saved(AGENDA);
    const meeting = { bodyName: 'Highways Panel', meetsOn: '2017-10-24', startsAt: '10:00' };
    const refusal = { refused: 'already-imported', saved: { meetingId, ...meeting, revision: 1 } };
    expect(await clerk.receive(AGENDA)).toEqual(refusal);
    // Sent by mail, its lines may end otherwise: it is the same agenda.
    expect(await clerk.receive(AGENDA.replaceAll('\n', '\r\n'), 'copy.txt')).toEqual(refusal);
    expect(await clerk.rowsIn('agenda_import')).toBe(0);
  });

  test('another council may receive the same agenda', async () => {
    await clerk.saved(AGENDA);
    const neighbour = await clerkOfNewCouncil(rooms);
    expect(await neighbour.receive(AGENDA)).toHaveProperty('id');
  });

  test('a file name loses its folders and what a database cannot keep', async () => {
    const nameOf = async (name: string): Promise<string | undefined> => {
      const { id } = done(await clerk.receive(AGENDA, name));
      return (await clerk.council.inUnit((uow) => rooms.get(AgendaImports).find(uow, id)))?.fileName;
    };
    expect(await nameOf('C:\\clerk\\Agenda 24 October.txt')).toBe('Agenda 24 October.txt');
    expect(await nameOf('../../etc/\u0000passwd')).toBe('passwd');
    expect(await nameOf('   ')).toBe('agenda.txt');
    expect(await nameOf(`${'a'.repeat(199)}😀.txt`)).toBe(`${'a'.repeat(199)}\uFFFD`);
  });

  test('a reading that cut a character in half is kept all the same', async () => {
    // The reader quotes the first 80 characters of what it did not understand: here the 80th is half of one.
    const text = AGENDA.replace(
      'Agenda\n\nItem No',
      `Membership\n\n${'x'.repeat(79)}😀 y\n\nAgenda\n\nItem No`,
    );
    const draft = await clerk.council.inUnit(async (uow) =>
      rooms.get(AgendaImports).find(uow, await clerk.received(text)),
    );
    expect(draft?.reading.warnings.join()).toContain(`${'x'.repeat(79)}\uFFFD`);
    expect(draft?.content).toContain('😀');
  });

  test('the system itself cannot give an agenda: a person answers for it', async () => {
    const bytes = new TextEncoder().encode(AGENDA);
    const receiving = rooms.database.unitOfWork({ ...clerk.council.acting, actor: SYSTEM }, (uow) =>
      rooms.get(AgendaImports).receive(uow, { fileName: 'agenda.txt', bytes }),
    );
    await expect(receiving).rejects.toThrow('a person with an account');
  });

  test('a draft that is discarded is gone, and is not discarded twice', async () => {
    const id = await clerk.received(AGENDA);
    const discard = () => clerk.council.inUnit((uow) => rooms.get(AgendaImports).discard(uow, id));
    expect(await discard()).toEqual({ id });
    expect(await discard()).toEqual({ refused: 'import-gone' });
    expect(await clerk.save(id)).toEqual({ refused: 'import-gone' });
    expect(await clerk.audited('agenda.discarded')).toBe(1);
  });

  test('another council’s draft is not there', async () => {
    const id = await clerk.received(AGENDA);
    const neighbour = await foundCouncil(rooms);
    const imports = rooms.get(AgendaImports);
    expect(await neighbour.inUnit((uow) => imports.find(uow, id))).toBeUndefined();
    expect(await neighbour.inUnit((uow) => imports.discard(uow, id))).toEqual({ refused: 'import-gone' });
  });
});

/** The agenda, made up to so many bytes with a long last line. */
function padded(bytes: number): Uint8Array {
  return Buffer.from(AGENDA + 'x'.repeat(bytes - Buffer.byteLength(AGENDA)));
}

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Audit } from '../../src/audit/index.js';
import type { FileRefusal } from '../../src/files/index.js';
import { civilDate } from '../../src/law/index.js';
import { AGENDA_MOST_BYTES, AgendaImports, Meetings } from '../../src/meetings/index.js';
import { pdfOfLines, wordOfLines } from '../cli/agenda-made.js';
import { AGENDA, agendaAbout, clerkOfNewCouncil, item, ITEMS, type Clerk } from '../support/clerk.js';
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

const unreadable = (why: FileRefusal) => ({ refused: 'unreadable', why });

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
    ['a file of more than 40 MB', () => new Uint8Array(AGENDA_MOST_BYTES + 1), unreadable('too-large')],
    ['a text of more than 10 MB', () => padded(10 * 1024 * 1024 + 1), unreadable('too-large')],
    ['a PDF that is cut off', () => Buffer.from('%PDF-1.7\n1 0 obj'), unreadable('damaged')],
    ['binary', () => Buffer.from([0x41, 0x00, 0x42]), unreadable('unknown-format')],
    ['text that is not UTF-8', () => Buffer.from([0x41, 0x92, 0x73]), unreadable('not-utf-8')],
    ['an empty file', () => Buffer.alloc(0), { refused: 'no-items' }],
    ['a text without items', () => Buffer.from('Dear all,\n\nsee you there.\n'), { refused: 'no-items' }],
  ];
  test.each(refusals)('%s is refused and nothing is saved', async (_, bytes, refusal) => {
    expect(await clerk.receive(bytes())).toEqual(refusal);
    expect(await clerk.rowsIn('agenda_import')).toBe(0);
    expect(await clerk.audited('agenda.received')).toBe(0);
  });

  test('a PDF and a Word document of it are read like the text', async () => {
    for (const make of [pdfOfLines, wordOfLines]) {
      const { id } = done(await clerk.receive(await make(AGENDA), 'agenda.bin'));
      const draft = await clerk.council.inUnit((uow) => rooms.get(AgendaImports).find(uow, id));
      expect(draft?.reading).toMatchObject({ body: 'Highways Panel', date: '2017-10-24', time: '10:00' });
      expect(draft?.reading.items.map((one) => one.title)).toEqual(ITEMS.map((one) => one.title));
      expect(draft?.content).toContain('Resurfacing of Mill Lane');
    }
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

describe('a supplementary agenda', () => {
  const more = [
    item('2A', 'Closure of Tallow Bridge', { text: 'From May.' }),
    item('3', 'Resurfacing of Mill Lane', { text: 'A late report.' }),
  ];

  test('adds to the one before: nothing is withdrawn, and what it does not say again stays', async () => {
    const issuedOn = civilDate('2017-10-13');
    const { meetingId } = await clerk.saved(AGENDA, { issuedOn });
    const before = await clerk.items(meetingId);
    const saved = await clerk.saved(agendaAbout('Mill Lane, and Tallow Bridge'), {
      kind: 'supplementary',
      items: more,
    });
    expect(saved).toEqual({ meetingId, revision: 2 });
    const after = await clerk.items(meetingId);
    expect(after.map(({ number, title, position }) => [number, title, position])).toEqual([
      ['1', 'Apologies and Welcome', 1],
      ['2', 'Declarations of Interest', 2],
      ['2A', 'Closure of Tallow Bridge', 3],
      ['3', 'Resurfacing of Mill Lane', 4],
    ]);
    expect(after.filter(({ number }) => number !== '2A').map(({ id }) => id)).toEqual(
      before.map(({ id }) => id),
    );
    expect(after.at(-1)?.text).toBe('A late report.');
    const { rows } = await rooms.owner.query(
      `select number, kind from agenda_revision where meeting_id = $1 order by number`,
      [meetingId],
    );
    expect(rows).toEqual([
      { number: 1, kind: 'whole' },
      { number: 2, kind: 'supplementary' },
    ]);
    const meeting = await clerk.council.inUnit((uow) => rooms.get(Meetings).find(uow, meetingId));
    expect(meeting?.issuedOn).toBe(issuedOn);
  });

  test('a revised agenda with the same items withdraws the others', async () => {
    const { meetingId } = await clerk.saved(AGENDA);
    await clerk.saved(agendaAbout('Mill Lane, and Tallow Bridge'), { items: more });
    expect((await clerk.items(meetingId)).map(({ number }) => number)).toEqual(['2A', '3']);
  });
});

describe('an agenda from ModernGov', () => {
  const xml = (title: string, status = 'Confirmed') => `<?xml version="1.0" encoding="utf-8"?>
<meeting><meetingid>4711</meetingid><meetingdate>24/10/2017</meetingdate><meetingstatus>${status}</meetingstatus>
<meetingtime>10.00 am</meetingtime><meetinglocation>Town Hall</meetinglocation><agendaitems>
<agendaitem><agendaitemid>91</agendaitemid><agendaitemtitle>${title}</agendaitemtitle><fulldisplaynumberformat>1.</fulldisplaynumberformat>
<refertocommittee>Highways Panel</refertocommittee><isrestricted>False</isrestricted></agendaitem></agendaitems></meeting>`;

  test('an item keeps its id by the id that it has there, whatever its number and title become', async () => {
    const first = await clerk.received(xml('Tolls'));
    const { meetingId } = done(
      await clerk.save(first, { items: [item('1', 'Tolls', { externalId: '91' })] }),
    );
    const [before] = await clerk.items(meetingId);
    expect(before).toMatchObject({ source: 'moderngov', externalId: '91' });
    const meeting = await clerk.council.inUnit((uow) => rooms.get(Meetings).find(uow, meetingId));
    expect(meeting).toMatchObject({ source: 'moderngov', externalId: '4711' });
    const again = await clerk.received(xml('Bridge charges'));
    done(await clerk.save(again, { items: [item('7', 'Bridge charges', { externalId: '91' })] }));
    expect((await clerk.items(meetingId)).map(({ id, title }) => [id, title])).toEqual([
      [before?.id, 'Bridge charges'],
    ]);
  });

  test('of a cancelled meeting says so to the clerk', async () => {
    const id = await clerk.received(xml('Tolls', 'Cancelled'));
    const draft = await clerk.council.inUnit((uow) => rooms.get(AgendaImports).find(uow, id));
    expect(draft?.reading.warnings.join()).toContain('this meeting is cancelled');
  });
});

/** The agenda, made up to so many bytes with a long last line. */
function padded(bytes: number): Uint8Array {
  return Buffer.from(AGENDA + 'x'.repeat(bytes - Buffer.byteLength(AGENDA)));
}

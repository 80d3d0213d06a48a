import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DutiesModule } from '../../src/duties/index.js';
import { Members } from '../../src/members/index.js';
import { Attachments, RegisterModule } from '../../src/register/index.js';
import { addAccount, done, foundCouncil, type Council } from '../support/council.js';
import { notify } from '../support/notify.js';
import { startRooms, type Rooms } from '../support/rooms.js';
import { tablesThatSay } from '../support/tables-that-say.js';

let rooms: Rooms;
let council: Council;
let memberId: string;
let accountId: string;

beforeAll(async () => {
  rooms = await startRooms({ also: [RegisterModule, DutiesModule] });
  council = await foundCouncil(rooms);
  accountId = await addAccount(rooms, 'member@example.org');
  memberId = await council.inUnit(
    async (uow) => (await rooms.get(Members).add(uow, { name: 'Ann Agar', accountId })).id,
  );
});
afterAll(() => rooms.close());

describe('the scan of a paper form', () => {
  const PDF = Buffer.from('%PDF-1.4 a form of Quay House');
  const attach = (id: string, content: Buffer): ReturnType<Attachments['attach']> =>
    council.inUnit((uow) => rooms.get(Attachments).attach(uow, id, content));

  test('comes back as it was, and lies in the database unreadable', async () => {
    const id = await notify(rooms, council, { memberId, accountId });
    const { id: scan } = done(await attach(id, PDF));
    const opened = await council.inUnit((uow) => rooms.get(Attachments).open(uow, scan));
    expect([opened?.attachment.mediaType, opened?.content.equals(PDF)]).toEqual(['application/pdf', true]);
    expect(await tablesThatSay(rooms, 'a form of Quay House')).toEqual([]);
    expect(await tablesThatSay(rooms, PDF.toString('base64'))).toEqual([]);
  });

  const MOST = 10 * 1024 * 1024;
  test.each([
    ['is refused when it only says that it is one', Buffer.from('<script>%PDF-'), { refused: 'not-a-scan' }],
    ['is refused when it is empty', Buffer.alloc(0), { refused: 'not-a-scan' }],
    [
      'is refused one byte above 10 MB',
      Buffer.concat([PDF, Buffer.alloc(MOST + 1 - PDF.length)]),
      { refused: 'too-large' },
    ],
  ])('%s', async (_, content, refused) => {
    const id = await notify(rooms, council, { memberId, accountId });
    expect(await attach(id, content)).toEqual(refused);
    expect(await council.inUnit((uow) => rooms.get(Attachments).of(uow, id))).toEqual([]);
  });

  test('is taken at exactly 10 MB', async () => {
    const id = await notify(rooms, council, { memberId, accountId });
    expect(await attach(id, Buffer.concat([PDF, Buffer.alloc(MOST - PDF.length)]))).toHaveProperty('id');
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Audit } from '../../src/audit/index.js';
import { DutiesModule } from '../../src/duties/index.js';
import type { RequiredCategory } from '../../src/law/index.js';
import { Members } from '../../src/members/index.js';
import type { UnitOfWork } from '../../src/platform/database/index.js';
import {
  asked,
  Drafts,
  Notifications,
  Register,
  RegisterModule,
  Sensitivities,
  type Draft,
  type DraftAnswer,
  type InterestDetails,
} from '../../src/register/index.js';
import { changeAsOwner } from '../support/change-as-owner.js';
import { addAccount, foundCouncil, type Council } from '../support/council.js';
import { notify, type GivenNotification } from '../support/notify.js';
import { startRooms, type Rooms } from '../support/rooms.js';
import { agreeSensitive } from '../support/sensitive.js';
import { tablesThatSay } from '../support/tables-that-say.js';

let rooms: Rooms;
let council: Council;
let memberId: string;
let accountId: string;

beforeAll(async () => {
  rooms = await startRooms({ also: [RegisterModule, DutiesModule] });
});
let people = 0;
beforeEach(async () => {
  rooms.moveClockTo('2017-10-16T09:00');
  council = await foundCouncil(rooms);
  accountId = await addAccount(rooms, `member-${++people}@example.org`);
  memberId = await council.inUnit(
    async (uow) => (await rooms.get(Members).add(uow, { name: 'Ann Agar', accountId })).id,
  );
});
afterAll(() => rooms.close());

const REQUIRED: readonly RequiredCategory[] = [
  { category: 'employment', asksPartner: true },
  { category: 'sponsorship', asksPartner: false },
  { category: 'land', asksPartner: true },
];
const NOTHING: DraftAnswer = { answer: 'nothing', interests: [] };
const some = (...interests: InterestDetails[]): DraftAnswer => ({ answer: 'entries', interests });
const land = (address: string): InterestDetails => ({ category: 'land', address, natureOfInterest: 'Owner' });
const job = (employer: string): InterestDetails => ({ category: 'employment', role: 'Clerk', employer });
const COMPLETE: Draft = {
  hasPartner: false,
  answers: {
    'employment/self': NOTHING,
    'sponsorship/self': NOTHING,
    'land/self': some(land('3 Mill Lane')),
  },
};

const asMember = <T>(work: (uow: UnitOfWork) => Promise<T>): Promise<T> =>
  rooms.database.unitOfWork({ authorityId: council.authorityId, actor: { kind: 'person', accountId } }, work);
const save = (draft: Draft, seen: number): Promise<object> =>
  asMember((uow) => rooms.get(Drafts).save(uow, { memberId, channel: 'web' }, draft, seen));
const receive = (seen: number): ReturnType<Notifications['receive']> =>
  asMember((uow) => rooms.get(Notifications).receive(uow, memberId, REQUIRED, seen));
const notified = (
  answers: GivenNotification['answers'],
  more: Partial<GivenNotification> = {},
): Promise<string> => notify(rooms, council, { memberId, accountId, ...(answers && { answers }), ...more });
const enter = (id: string): ReturnType<Register['enter']> =>
  council.inUnit((uow) => rooms.get(Register).enter(uow, id));
/** The entries of the member today, in their words, each with whether it is sensitive. */
const current = (): Promise<string[]> =>
  council.inUnit(async (uow) =>
    (await rooms.get(Register).current(uow, memberId))
      .map(({ entry, details }) => `${JSON.stringify(details)} ${entry.sensitive}`)
      .sort(),
  );
const published = (): Promise<string[]> =>
  council.inUnit(async (uow) =>
    (await rooms.get(Register).published(uow, memberId)).flatMap(({ words }) => words ?? []).sort(),
  );
const rows = async <T extends object>(sql: string): Promise<T[]> =>
  (await rooms.owner.query<T>(sql, [council.authorityId])).rows;

describe('a draft', () => {
  test('is empty before it is saved, and comes back as it was saved on another day', async () => {
    const find = (): Promise<object> =>
      asMember((uow) => rooms.get(Drafts).find(uow, { memberId, channel: 'web' }));
    expect(await find()).toEqual({ draft: { answers: {} }, version: 0 });
    const half: Draft = { hasPartner: true, answers: { 'land/self': some(land('3 Mill Lane')) } };
    expect(await save(half, 0)).toEqual({ version: 1 });
    rooms.moveClockTo('2017-10-20T21:00');
    expect(await find()).toEqual({ draft: half, version: 1 });
    expect(await save(COMPLETE, 1)).toEqual({ version: 2 });
    expect(await find()).toEqual({ draft: COMPLETE, version: 2 });
  });

  test('of a second tab is not written over the first one’s, at the first saving and at a later one', async () => {
    expect(await Promise.all([save(COMPLETE, 0), save({ answers: {} }, 0)])).toEqual(
      expect.arrayContaining([{ version: 1 }, { refused: 'changed-elsewhere' }]),
    );
    expect(await Promise.all([save(COMPLETE, 1), save({ answers: {} }, 1)])).toEqual(
      expect.arrayContaining([{ version: 2 }, { refused: 'changed-elsewhere' }]),
    );
    expect(await save(COMPLETE, 7)).toEqual({ refused: 'changed-elsewhere' });
  });

  test('is the member’s in this authority, and no other member’s', async () => {
    await save(COMPLETE, 0);
    const other = await council.inUnit((uow) => rooms.get(Members).add(uow, { name: 'Bob' }));
    const { version } = await asMember((uow) =>
      rooms.get(Drafts).find(uow, { memberId: other.id, channel: 'web' }),
    );
    expect(version).toBe(0);
  });
});

describe('receiving a notification', () => {
  test.each([
    ['nothing at all is answered', { answers: {} }, 3],
    [
      'one question is not answered',
      { ...COMPLETE, answers: { ...COMPLETE.answers, 'land/self': undefined } },
      1,
    ],
    [
      'there are some, and none is written down',
      { ...COMPLETE, answers: { ...COMPLETE.answers, 'land/self': some() } },
      1,
    ],
    ['nobody said whether there is a partner', { answers: COMPLETE.answers }, 0],
    ['the partner’s questions are not answered', { ...COMPLETE, hasPartner: true }, 2],
  ])('is refused while %s', async (_, draft, howMany) => {
    // JSON drops what is undefined, as the sealer does.
    await save(draft as Draft, 0);
    const answer = await receive(1);
    expect(answer).toMatchObject({ refused: 'unanswered' });
    expect('unanswered' in answer && answer.unanswered).toHaveLength(howMany);
    expect(await rows('select 1 from notification where authority_id = $1')).toEqual([]);
  });

  test('is refused for a draft that was changed since it was checked, and for one that was sent already', async () => {
    await save(COMPLETE, 0);
    await save(COMPLETE, 1);
    expect(await receive(1)).toEqual({ refused: 'changed-elsewhere' });
    expect(await receive(2)).toHaveProperty('id');
    expect(await receive(2)).toEqual({ refused: 'changed-elsewhere' });
  });

  test('happens once when the button is pressed twice', async () => {
    await save(COMPLETE, 0);
    const answers = await Promise.all([receive(1), receive(1), receive(1)]);
    expect(answers.filter((answer) => 'id' in answer)).toHaveLength(1);
    expect(await rows('select 1 from notification where authority_id = $1')).toHaveLength(1);
  });

  test('keeps a nil return as an answer to every question, which is not silence', async () => {
    const id = await notified({});
    const opened = await asMember((uow) => rooms.get(Notifications).open(uow, id));
    expect(opened?.interests).toEqual([]);
    expect(opened?.answers.map(({ answer }) => answer)).toEqual(Array.from({ length: 7 }, () => 'nothing'));
    expect(await enter(id)).toEqual({ entered: 0, unchanged: 0, ended: 0, waiting: 0 });
  });

  test.each([
    ['2017-06-04T22:59:59Z', '2017-06-04'],
    ['2017-06-04T23:00:00Z', '2017-06-05'],
    ['2017-06-04T23:30:00Z', '2017-06-05'],
    ['2017-12-04T23:59:59Z', '2017-12-04'],
    ['2017-12-05T00:00:00Z', '2017-12-05'],
  ])('at %s is on the London day %s', async (instant, day) => {
    rooms.moveClockTo(instant);
    const id = await notified({});
    const [row] = await rows<{ day: string; at: Date }>(
      'select received_on::text as day, received_at as at from notification where authority_id = $1',
    );
    expect(row).toEqual({ day, at: new Date(instant) });
    expect(id).not.toBe('');
  });

  test('discards the draft, so that the next notification begins empty', async () => {
    await notified({});
    const { version } = await asMember((uow) => rooms.get(Drafts).find(uow, { memberId, channel: 'web' }));
    expect(version).toBe(0);
  });
});

describe('at rest', () => {
  const MARKER = 'Zyxwalder';

  test('no table holds a word of an interest that was drafted, or notified and not yet entered', async () => {
    const draft: Draft = { ...COMPLETE, answers: { 'land/self': some(land(`1 ${MARKER} Lane`)) } };
    await save(draft, 0);
    expect(await tablesThatSay(rooms, MARKER)).toEqual([]);
    await notified({ 'land/self': some(land(`2 ${MARKER} Lane`)), 'employment/self': some(job(MARKER)) });
    expect(await tablesThatSay(rooms, MARKER)).toEqual([]);
  });

  test('after it is entered only what is published says it: the search finds what is there', async () => {
    const word = 'Quuxminster';
    await enter(await notified({ 'land/self': some(land(`2 ${word} Lane`)) }));
    expect(await tablesThatSay(rooms, word)).toEqual(['public_line']);
  });

  test('a sealed value that was copied into another row does not open there', async () => {
    const id = await notified({ 'land/self': some(land('3 Mill Lane'), land('4 Mill Lane')) });
    await changeAsOwner(
      rooms,
      council,
      `
      update notified_interest a set details = b.details from notified_interest b
      where a.authority_id = b.authority_id and a.position = 1 and b.position = 2`,
    );
    await expect(asMember((uow) => rooms.get(Notifications).open(uow, id))).rejects.toThrow();
  });

  test('details of a later form are refused, not guessed at', async () => {
    const id = await notified({ 'land/self': some(land('3 Mill Lane')) });
    await changeAsOwner(rooms, council, 'update notified_interest set schema_version = 99');
    await expect(asMember((uow) => rooms.get(Notifications).open(uow, id))).rejects.toThrow(
      'Details of form 99 cannot be read by this version.',
    );
  });
});

describe('entering a notification', () => {
  test('takes it from pending to the register and publishes it', async () => {
    const pending = (): Promise<number> =>
      council.inUnit(async (uow) => (await rooms.get(Notifications).pending(uow)).length);
    const id = await notified({ 'land/self': some(land('3 Mill Lane')) });
    expect([await pending(), await current(), await published()]).toEqual([1, [], []]);
    expect(await enter(id)).toEqual({ entered: 1, unchanged: 0, ended: 0, waiting: 0 });
    expect(await pending()).toBe(0);
    expect(await published()).toEqual(['Owner: 3 Mill Lane']);
    expect(await current()).toEqual([`${JSON.stringify(land('3 Mill Lane'))} no`]);
  });

  test('by two officers at once happens once', async () => {
    const id = await notified({ 'land/self': some(land('3 Mill Lane')) });
    const answers = await Promise.all([enter(id), enter(id), enter(id)]);
    expect(answers.filter((answer) => 'entered' in answer)).toHaveLength(1);
    expect(
      answers.filter((answer) => 'refused' in answer && answer.refused === 'already-entered'),
    ).toHaveLength(2);
    expect(await published()).toEqual(['Owner: 3 Mill Lane']);
    const events = await council.inUnit((uow) => rooms.get(Audit).newest(uow, 50));
    expect(events.filter(({ action }) => action === 'notification.entered')).toHaveLength(1);
  });

  test('is refused for what is not there, and for what another authority received', async () => {
    const id = await notified({});
    expect(await enter('00000000-0000-4000-8000-000000000000')).toEqual({ refused: 'not-found' });
    const theirs = await foundCouncil(rooms);
    const answer = await theirs.inUnit((uow) => rooms.get(Register).enter(uow, id));
    expect(answer).toEqual({ refused: 'not-found' });
  });

  test('is refused to whoever sent it, and done for anybody else', async () => {
    const id = await notified({});
    expect(await asMember((uow) => rooms.get(Register).enter(uow, id))).toEqual({
      refused: 'own-notification',
    });
    expect(await enter(id)).toHaveProperty('entered');
    expect(await enter(id)).toEqual({ refused: 'already-entered' });
  });

  test('waits for an earlier one of the same member, and for nobody else’s', async () => {
    const first = await notified({ 'land/self': some(land('3 Mill Lane')) });
    rooms.moveClockTo('2017-10-16T09:01');
    const second = await notified({});
    const other = await council.inUnit((uow) => rooms.get(Members).add(uow, { name: 'Bob' }));
    const others = await notify(rooms, council, { memberId: other.id, accountId });
    expect(await enter(second)).toEqual({ refused: 'earlier-one-pending' });
    expect(await enter(others)).toHaveProperty('entered');
    expect(await enter(first)).toHaveProperty('entered');
    expect(await enter(second)).toEqual({ entered: 0, unchanged: 0, ended: 1, waiting: 0 });
  });

  test('a second notification keeps what it repeats, ends the rest, and history stays', async () => {
    await enter(await notified({ 'land/self': some(land('3 Mill Lane'), land('4 Mill Lane')) }));
    const before = await rows<{ id: string }>('select id from register_entry where authority_id = $1');
    rooms.moveClockTo('2017-11-20T10:00');
    const second = await notified({
      'land/self': some(land('4 Mill Lane')),
      'employment/self': some(job('Fotherby Ltd')),
    });
    expect(await enter(second)).toEqual({ entered: 1, unchanged: 1, ended: 1, waiting: 0 });
    expect(await published()).toEqual(['Clerk, Fotherby Ltd', 'Owner: 4 Mill Lane']);
    const history = await rows<{ id: string; ended: string | null }>(
      'select id, ended_on::text as ended from register_entry where authority_id = $1 order by ended_on',
    );
    expect(history).toHaveLength(3);
    expect(history.map(({ ended }) => ended)).toEqual(['2017-11-20', null, null]);
    expect(history.map(({ id }) => id)).toEqual(expect.arrayContaining(before.map(({ id }) => id)));
  });

  test('the same words twice are two entries, and one of them is ended when it is named once', async () => {
    await enter(await notified({ 'land/self': some(land('3 Mill Lane'), land('3 Mill Lane')) }));
    expect(await current()).toHaveLength(2);
    rooms.moveClockTo('2017-11-20T10:00');
    const answer = await enter(await notified({ 'land/self': some(land('3 Mill Lane')) }));
    expect(answer).toEqual({ entered: 0, unchanged: 1, ended: 1, waiting: 0 });
  });

  test('the partner’s interest in the same words is another one', async () => {
    await enter(await notified({ 'land/self': some(land('3 Mill Lane')) }));
    rooms.moveClockTo('2017-11-20T10:00');
    const partners = { 'land/partner': some(land('3 Mill Lane')) };
    const answer = await enter(await notified(partners, { hasPartner: true }));
    expect(answer).toEqual({ entered: 1, unchanged: 0, ended: 1, waiting: 0 });
  });

  test('counts every change of what the public may read, and none where nothing changed', async () => {
    const version = async (): Promise<number> =>
      Number(await council.inUnit((uow) => rooms.get(Register).version(uow)));
    const before = await version();
    await enter(await notified({}));
    const after = await version();
    expect(after).toBeGreaterThan(before);
    await enter(await notified({}));
    expect(await version()).toBe(after);
    await enter(await notified({ 'land/self': some(land('3 Mill Lane')) }));
    expect(await version()).toBeGreaterThan(after);
  });
});

describe('a sensitive interest', () => {
  const agree = async (where: string): Promise<void> => {
    const entries = await council.inUnit((uow) => rooms.get(Register).current(uow, memberId));
    const found = entries.find(({ details }) => JSON.stringify(details).includes(where));
    await agreeSensitive(rooms, council, { memberId, accountId, entryId: found?.entry.id ?? '' });
  };

  test('is published no longer from the moment at which it is agreed; the others are', async () => {
    await enter(await notified({ 'land/self': some(land('Quarry Cottage'), land('3 Mill Lane')) }));
    expect(await published()).toHaveLength(2);
    await agree('Quarry');
    expect(await published()).toEqual(['Owner: 3 Mill Lane']);
    expect(await tablesThatSay(rooms, 'Quarry Cottage')).toEqual([]);
  });

  test('stays agreed and unpublished when it is notified again in the same words', async () => {
    await enter(await notified({ 'land/self': some(land('Quarry Cottage')) }));
    await agree('Quarry');
    await enter(
      await notified({ 'land/self': some(land('Quarry Cottage')), 'employment/self': some(job('X Ltd')) }),
    );
    expect(await current()).toContain(`${JSON.stringify(land('Quarry Cottage'))} agreed`);
    expect(await published()).toEqual(['Clerk, X Ltd']);
  });

  test('is held back when it is notified in other words; another category is not', async () => {
    await enter(await notified({ 'land/self': some(land('Quarry Cottage')) }));
    await agree('Quarry');
    await enter(
      await notified({
        'land/self': some(land('Quarry Cottage, Fallow Hill')),
        'employment/self': some(job('X Ltd')),
      }),
    );
    expect(await current()).toContain(`${JSON.stringify(land('Quarry Cottage, Fallow Hill'))} claimed`);
    expect(await published()).toEqual(['Clerk, X Ltd']);
    expect(await tablesThatSay(rooms, 'Fallow Hill')).toEqual([]);
  });

  test('is still held back after a notification that left it out', async () => {
    await enter(await notified({ 'land/self': some(land('Quarry Cottage')) }));
    await agree('Quarry');
    await enter(await notified({}));
    await enter(await notified({ 'land/self': some(land('Quarry Cottage')) }));
    expect(await current()).toEqual([`${JSON.stringify(land('Quarry Cottage'))} claimed`]);
    expect(await published()).toEqual([]);
  });

  test('keeps back what may be the same place beside it, and lets the rest be published', async () => {
    await enter(await notified({ 'land/self': some(land('Quarry Cottage')) }));
    await agree('Quarry');
    await enter(
      await notified({
        'land/self': some(land('Quarry Cottage'), land('Quarry Cottage, joint owner')),
        'employment/self': some(job('X Ltd')),
      }),
    );
    expect(await published()).toEqual(['Clerk, X Ltd']);
  });

  test('of another authority cannot be asked for', async () => {
    await enter(await notified({ 'land/self': some(land('Quarry Cottage')) }));
    const [row] = await rows<{ id: string }>('select id from register_entry where authority_id = $1');
    const theirs = await foundCouncil(rooms);
    const asked = { entryId: row?.id ?? '', reason: 'Threats were made.' };
    const answer = await theirs.inUnit((uow) => rooms.get(Sensitivities).request(uow, memberId, asked));
    expect(answer).toEqual({ refused: 'not-found' });
    expect(await published()).toHaveLength(1);
  });
});

test('every question of the law is asked: of the partner too where there is one, but sponsorship', () => {
  expect(asked({ hasPartner: false }, REQUIRED)).toHaveLength(3);
  expect(asked({ hasPartner: true }, REQUIRED)).toHaveLength(5);
  expect(asked({}, REQUIRED)).toHaveLength(3);
});

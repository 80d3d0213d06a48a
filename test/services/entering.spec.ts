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
  Sensitivities,
  SteppingAside,
  type InterestDetails,
  type OpenedEntry,
  type ToldInterest,
} from '../../src/register/index.js';
import { addAccount, done, foundCouncil, type Council } from '../support/council.js';
import { notify, type GivenNotification } from '../support/notify.js';
import { startRooms, type Rooms } from '../support/rooms.js';
import { agreeSensitive } from '../support/sensitive.js';
import { tablesThatSay } from '../support/tables-that-say.js';

let rooms: Rooms;
let council: Council;
let memberId: string;
let accountId: string;
let deputyId: string;

beforeAll(async () => {
  rooms = await startRooms({ also: [RegisterModule, DutiesModule] });
});
let people = 0;
beforeEach(async () => {
  rooms.moveClockTo('2017-10-16T09:00');
  council = await foundCouncil(rooms);
  accountId = await addAccount(rooms, `member-${++people}@example.org`);
  deputyId = await addAccount(rooms, `deputy-${people}@example.org`);
  memberId = await council.inUnit(
    async (uow) => (await rooms.get(Members).add(uow, { name: 'Ann Agar', accountId })).id,
  );
});
afterAll(() => rooms.close());

const land = (address: string): InterestDetails => ({ category: 'land', address, natureOfInterest: 'Owner' });
const job = (employer: string): InterestDetails => ({ category: 'employment', role: 'Clerk', employer });
const GIFT: InterestDetails = {
  ...{ category: 'gifts', donor: 'Quay Events', what: 'A lunch', valuePence: 6000, valueIs: 'known' },
  ...{ offeredOn: '2017-10-10', accepted: true },
};
const ON = civilDate('2017-10-01');

/** Work by somebody in particular. */
const as = <T>(account: string, work: (uow: UnitOfWork) => Promise<T>): Promise<T> =>
  rooms.database.unitOfWork(
    { authorityId: council.authorityId, actor: { kind: 'person', accountId: account } },
    work,
  );
const whole = (...interests: InterestDetails[]): Promise<string> => {
  const given = interests.map(({ category }) => [
    `${category}/self`,
    { answer: 'entries', interests: interests.filter((one) => one.category === category) },
  ]);
  const answers = Object.fromEntries(given) as NonNullable<GivenNotification['answers']>;
  return notify(rooms, council, { memberId, accountId, answers });
};
const tell = async (told: ToldInterest): Promise<string> =>
  (await as(accountId, (uow) => rooms.get(Notifications).receiveChange(uow, memberId, told))).id;
const add = (details: InterestDetails): Promise<string> => tell({ act: 'add', heldBy: 'self', details });
const enter = (id: string, waiting: readonly string[] = []): ReturnType<Register['enter']> =>
  council.inUnit((uow) => rooms.get(Register).enter(uow, id, waiting));
const ask = (id: string, interestId?: string): ReturnType<Queries['ask']> =>
  council.inUnit((uow) =>
    rooms.get(Queries).ask(uow, {
      ...{ notificationId: id, question: 'Which of the two houses?' },
      ...(interestId !== undefined && { interestId }),
    }),
  );
const answer = async (queryId: string, withdraws = false): ReturnType<Queries['answer']> =>
  as(accountId, (uow) =>
    rooms.get(Queries).answer(uow, memberId, { queryId, answer: 'The one in the lane.', withdraws }),
  );
/** The ids of what a notification tells, by their words. */
const told = (id: string): Promise<Record<string, string>> =>
  council.inUnit(async (uow) => {
    const opened = await rooms.get(Notifications).open(uow, id);
    return Object.fromEntries((opened?.interests ?? []).map((one) => [words(one.details), one.id]));
  });
const words = (details: InterestDetails): string => {
  if (details.category === 'land') return details.address;
  return details.category === 'employment' ? details.employer : details.category;
};
const current = (): Promise<string[]> =>
  council.inUnit(async (uow) =>
    (await rooms.get(Register).current(uow, memberId)).map(({ details }) => words(details)).sort(),
  );
const history = (): Promise<OpenedEntry[]> =>
  council.inUnit((uow) => rooms.get(Register).history(uow, memberId));
const entryOf = async (address: string): Promise<OpenedEntry> => {
  const found = (await history()).find(({ details }) => words(details) === address);
  if (found === undefined) throw new Error(`No entry says ${address}.`);
  return found;
};
const isPending = (id: string): Promise<boolean> =>
  council.inUnit(async (uow) => (await rooms.get(Notifications).pending(uow)).some((one) => one.id === id));
const published = (): Promise<(string | null)[]> =>
  council.inUnit(async (uow) =>
    (await rooms.get(Register).published(uow, memberId))
      .filter(({ kind }) => kind === 'entry')
      .map(({ words: line }) => line),
  );

describe('entering part of a notification', () => {
  test('leaves the rest pending, ends nothing yet, and is finished later', async () => {
    await enter(await whole(land('3 Mill Lane')));
    const id = await whole(land('Quay House'), job('Quay School'));
    const { 'Quay House': house = '' } = await told(id);
    expect(await enter(id, [house])).toEqual({ entered: 1, unchanged: 0, ended: 0, waiting: 1 });
    expect([await current(), await isPending(id)]).toEqual([['3 Mill Lane', 'Quay School'], true]);
    expect(await enter(id)).toEqual({ entered: 1, unchanged: 0, ended: 1, waiting: 0 });
    expect([await current(), await isPending(id)]).toEqual([['Quay House', 'Quay School'], false]);
  });

  test('does not enter the same one a second time', async () => {
    const id = await whole(land('3 Mill Lane'), land('Quay House'));
    const { 'Quay House': house = '' } = await told(id);
    await enter(id, [house]);
    await enter(id, [house]);
    expect(await history()).toHaveLength(1);
    await enter(id);
    expect(await history()).toHaveLength(2);
    expect(await enter(id)).toEqual({ refused: 'already-entered' });
  });

  test('is on the record each time, with counts and no words', async () => {
    const id = await whole(land('3 Mill Lane'), land('Quay House'));
    await enter(id, Object.values(await told(id)).slice(1));
    const [newest] = await council.inUnit((uow) => rooms.get(Audit).newest(uow, 1));
    expect(newest?.action).toBe('notification.entered');
    expect(newest?.payload).toEqual({ memberId, entered: 1, unchanged: 0, ended: 0, waiting: 1 });
  });
});

describe('an interest that the member took back when asked', () => {
  test('is entered no more, and what was told of it stays in the notification', async () => {
    const id = await whole(land('3 Mill Lane'), land('Quay House'));
    const { 'Quay House': house = '' } = await told(id);
    const { id: query } = done(await ask(id, house));
    expect(await answer(query, true)).toEqual({ id: query });
    expect(await enter(id)).toEqual({ entered: 1, unchanged: 0, ended: 0, waiting: 0 });
    expect(await current()).toEqual(['3 Mill Lane']);
    expect(Object.keys(await told(id))).toContain('Quay House');
  });

  test('closes a change that tells nothing else, with nothing entered', async () => {
    const id = await add(land('Quay House'));
    const { 'Quay House': house = '' } = await told(id);
    await answer(done(await ask(id, house)).id, true);
    expect([await current(), await isPending(id)]).toEqual([[], false]);
    expect(await enter(id)).toEqual({ refused: 'already-entered' });
  });

  test('is not taken back once it is entered', async () => {
    const id = await whole(land('Quay House'));
    const { id: query } = done(await ask(id, (await told(id))['Quay House']));
    await enter(id);
    await answer(query, true);
    expect(await current()).toEqual(['Quay House']);
  });
});

describe('a question to the member', () => {
  test('is refused about what is entered, about another notification’s interest, and by whom it concerns', async () => {
    const id = await whole(land('3 Mill Lane'), land('Quay House'));
    const other = await told(await add(job('Quay School')));
    const { '3 Mill Lane': lane = '', 'Quay House': house = '' } = await told(id);
    await enter(id, [house]);
    expect(await ask(id, lane)).toEqual({ refused: 'already-entered' });
    expect(await ask(id, other['Quay School'])).toEqual({ refused: 'not-found' });
    const own = await as(accountId, (uow) =>
      rooms.get(Queries).ask(uow, { notificationId: id, question: 'Is it so?' }),
    );
    expect(own).toEqual({ refused: 'own-notification' });
    expect(await ask(id, house)).toHaveProperty('id');
  });

  test('is answered once, by that member alone, and neither side’s words lie in the database', async () => {
    const id = await whole(land('Quay House'));
    const { id: queryId } = done(await ask(id));
    const stranger = await council.inUnit((uow) => rooms.get(Members).add(uow, { name: 'Bob' }));
    const given = { queryId, answer: 'The one in the lane.', withdraws: false };
    const foreign = await as(accountId, (uow) => rooms.get(Queries).answer(uow, stranger.id, given));
    expect(foreign).toEqual({ refused: 'not-found' });
    expect(await answer(queryId)).toEqual({ id: queryId });
    expect(await answer(queryId)).toEqual({ refused: 'answered-already' });
    expect(await tablesThatSay(rooms, 'in the lane')).toEqual([]);
    expect(await tablesThatSay(rooms, 'Which of the two')).toEqual([]);
  });

  test('waits for the member until it is answered', async () => {
    const id = await whole(land('Quay House'));
    const { id: query } = done(await ask(id));
    const waiting = (): Promise<string[]> =>
      council.inUnit(async (uow) =>
        (await rooms.get(Queries).waitingFor(uow, memberId)).map(({ question }) => question),
      );
    expect(await waiting()).toEqual(['Which of the two houses?']);
    await answer(query);
    expect(await waiting()).toEqual([]);
  });
});

describe('the order of a member’s notifications', () => {
  test('holds: the earlier one first, unless it waits for an answer', async () => {
    const first = await whole(land('3 Mill Lane'));
    const second = await add(job('Quay School'));
    expect(await enter(second)).toEqual({ refused: 'earlier-one-pending' });
    const { id: query } = done(await ask(first));
    expect(await enter(second)).toMatchObject({ entered: 1 });
    await answer(query);
    expect(await enter(await add(job('Teme Press')))).toEqual({ refused: 'earlier-one-pending' });
  });

  test('a whole one that is entered late leaves standing what was told after it', async () => {
    const first = await whole(land('3 Mill Lane'));
    await ask(first);
    await enter(await add(job('Quay School')));
    expect(await enter(first)).toMatchObject({ entered: 1, ended: 0 });
    expect(await current()).toEqual(['3 Mill Lane', 'Quay School']);
  });

  test.each([
    ['a whole one', () => whole(land('3 Mill Lane'), job('Quay School'))],
    ['an addition', () => add(job('Quay School'))],
  ])('%s that is entered after a later whole one holds only what that one repeats', async (_, tellsFirst) => {
    const first = await tellsFirst();
    await ask(first);
    await enter(await whole(land('3 Mill Lane')));
    await enter(first);
    expect(await current()).toEqual(['3 Mill Lane']);
    const { entry } = await entryOf('Quay School');
    expect([entry.endedBecause, entry.endedOn]).toEqual(['not-repeated', '2017-10-16']);
    expect(await published()).toEqual(['Owner: 3 Mill Lane']);
  });

  test.each([
    ['a change', 'change', ['3a Mill Lane']],
    ['a correction', 'correct', ['3a Mill Lane']],
    ['an end', 'end', []],
  ] as const)('%s that was told after a whole one is not undone by it', async (_, act, held) => {
    await enter(await whole(land('3 Mill Lane')));
    const { entry } = await entryOf('3 Mill Lane');
    const again = await whole(land('3 Mill Lane'));
    await ask(again);
    await enter(await tell({ act, heldBy: 'self', details: land('3a Mill Lane'), aboutEntryId: entry.id }));
    expect(await enter(again)).toMatchObject({ entered: 0, unchanged: 1, ended: 0 });
    expect(await current()).toEqual(held);
  });

  test('what ended and is told again later is entered again', async () => {
    await enter(await whole(land('3 Mill Lane')));
    const { entry } = await entryOf('3 Mill Lane');
    const end = { heldBy: 'self', details: land('3 Mill Lane'), aboutEntryId: entry.id } as const;
    await enter(await tell({ ...end, act: 'end', effectiveOn: ON }));
    expect(await enter(await whole(land('3 Mill Lane')))).toMatchObject({ entered: 1 });
    expect(await current()).toEqual(['3 Mill Lane']);
  });
});

describe('of two officers at once', () => {
  test('the second is refused, and each interest is entered once', async () => {
    const id = await whole(land('3 Mill Lane'), job('Quay School'));
    const both = await Promise.all([enter(id), as(deputyId, (uow) => rooms.get(Register).enter(uow, id))]);
    expect(both).toEqual(
      expect.arrayContaining([
        { refused: 'already-entered' },
        { entered: 2, unchanged: 0, ended: 0, waiting: 0 },
      ]),
    );
    expect(await history()).toHaveLength(2);
  });
});

describe('an officer with an interest of their own', () => {
  const stepAside = (): Promise<void> =>
    council.inUnit((uow) => rooms.get(SteppingAside).stepAside(uow, memberId));

  test('leaves this member to a deputy: enters and asks no more, and the deputy does', async () => {
    const id = await whole(land('3 Mill Lane'));
    await stepAside();
    expect(await enter(id)).toEqual({ refused: 'stepped-aside' });
    expect(await ask(id)).toEqual({ refused: 'stepped-aside' });
    expect(await as(deputyId, (uow) => rooms.get(Register).enter(uow, id))).toMatchObject({ entered: 1 });
  });

  test('is recorded once, however often the button is pressed', async () => {
    await stepAside();
    await stepAside();
    const steps = await council.inUnit((uow) => rooms.get(SteppingAside).of(uow, memberId));
    expect(steps.map((one) => one.accountId)).toEqual([council.accountId]);
    const events = await council.inUnit((uow) => rooms.get(Audit).newest(uow, 50));
    expect(events.filter(({ action }) => action === 'officer.stepped-aside')).toHaveLength(1);
  });

  test('still enters other members’', async () => {
    await stepAside();
    const other = await council.inUnit((uow) => rooms.get(Members).add(uow, { name: 'Bob' }));
    const id = await notify(rooms, council, { memberId: other.id, accountId });
    expect(await enter(id)).not.toHaveProperty('refused');
  });
});

describe('a change, an end and a correction', () => {
  let first: OpenedEntry;
  beforeEach(async () => {
    await enter(await whole(land('3 Mill Lane'), job('Quay School')));
    rooms.moveClockTo('2017-11-20T09:00');
    first = await entryOf('3 Mill Lane');
  });
  const about = (act: 'change' | 'end' | 'correct', address: string, on = '2017-11-01'): Promise<string> =>
    tell({
      ...{ act, heldBy: 'self', details: land(address), aboutEntryId: first.entry.id },
      ...(act === 'correct' ? {} : { effectiveOn: civilDate(on) }),
    });

  test('a change keeps the thing, and says from which day it was another', async () => {
    expect(await enter(await about('change', '3a Mill Lane'))).toMatchObject({ entered: 1, ended: 0 });
    const before = (await entryOf('3 Mill Lane')).entry;
    const after = (await entryOf('3a Mill Lane')).entry;
    expect(after.thingId).toBe(before.thingId);
    expect([before.endedBecause, before.endedOn, before.ceasedOn]).toEqual([
      ...['changed', '2017-11-20', '2017-11-01'],
    ]);
    expect([after.beganOn, after.enteredOn, after.endedOn]).toEqual(['2017-11-01', '2017-11-20', null]);
    expect(await current()).toEqual(['3a Mill Lane', 'Quay School']);
  });

  test('an end keeps the entry in history, with the day on which it ceased', async () => {
    expect(await enter(await about('end', '3 Mill Lane'))).toMatchObject({ entered: 0, ended: 1 });
    const { entry } = await entryOf('3 Mill Lane');
    expect([entry.endedBecause, entry.endedOn, entry.ceasedOn]).toEqual([
      ...['ended', '2017-11-20', '2017-11-01'],
    ]);
    expect(await current()).toEqual(['Quay School']);
  });

  test('a correction keeps the thing and the day on which it began, and nothing ceased', async () => {
    await enter(await about('change', '3a Mill Lane'));
    first = await entryOf('3a Mill Lane');
    await enter(await about('correct', '3b Mill Lane'));
    const wrong = (await entryOf('3a Mill Lane')).entry;
    const right = (await entryOf('3b Mill Lane')).entry;
    expect([right.thingId, right.beganOn]).toEqual([wrong.thingId, '2017-11-01']);
    expect([wrong.endedBecause, wrong.ceasedOn]).toEqual(['corrected', null]);
  });

  test('of what was changed since is of what it has become', async () => {
    const change = await about('change', '3a Mill Lane');
    const end = await about('end', '3 Mill Lane', '2017-11-15');
    await enter(change);
    expect(await enter(end)).toMatchObject({ ended: 1 });
    expect((await entryOf('3a Mill Lane')).entry.endedBecause).toBe('ended');
    expect(await current()).toEqual(['Quay School']);
  });

  test('of what has ended meanwhile is refused, and changes nothing', async () => {
    const end = await about('end', '3 Mill Lane');
    const change = await about('change', '3a Mill Lane');
    await enter(end);
    expect(await enter(change)).toEqual({ refused: 'entry-ended-meanwhile' });
    expect(await current()).toEqual(['Quay School']);
    await answer(done(await ask(change, (await told(change))['3a Mill Lane'])).id, true);
    expect(await isPending(change)).toBe(false);
  });

  test('what the register held stays what it held on each past day', async () => {
    await enter(await about('change', '3a Mill Lane'));
    const asAt = (day: string): Promise<string[]> =>
      council.inUnit(async (uow) =>
        (await rooms.get(Register).asAt(uow, memberId, civilDate(day)))
          .map(({ details }) => words(details))
          .sort(),
      );
    expect(await asAt('2017-10-15')).toEqual([]);
    expect(await asAt('2017-10-16')).toEqual(['3 Mill Lane', 'Quay School']);
    expect(await asAt('2017-11-19')).toEqual(['3 Mill Lane', 'Quay School']);
    expect(await asAt('2017-11-20')).toEqual(['3a Mill Lane', 'Quay School']);
  });
});

test('a gift is never ended by a whole notification that does not repeat it', async () => {
  await enter(await add(GIFT));
  await enter(await add(job('Quay School')));
  expect(await enter(await whole(land('3 Mill Lane')))).toMatchObject({ entered: 1, ended: 1 });
  expect(await current()).toEqual(['3 Mill Lane', 'gifts']);
});

describe('what is sensitive', () => {
  test('stays so through a change, and its history is withheld with it', async () => {
    await enter(await whole(land('3 Hidden Farm')));
    const { entry } = await entryOf('3 Hidden Farm');
    const reviewOn = await agreeSensitive(rooms, council, { memberId, accountId, entryId: entry.id });
    const change = { heldBy: 'self', details: land('4 Hidden Farm'), aboutEntryId: entry.id } as const;
    await enter(await tell({ ...change, act: 'change', effectiveOn: ON }));
    const changed = (await entryOf('4 Hidden Farm')).entry;
    expect([changed.sensitive, changed.sensitiveReviewOn]).toEqual(['agreed', reviewOn]);
    expect(await published()).toEqual([]);
    expect(await tablesThatSay(rooms, 'Hidden Farm')).toEqual([]);
  });

  const requestsOpen = (): Promise<string[]> =>
    council.inUnit(async (uow) =>
      (await rooms.get(Sensitivities).list(uow, memberId))
        .filter(({ request }) => request.decision === null)
        .map(({ reason }) => reason),
    );

  test('or asked to be, before it is entered, is not published when it is', async () => {
    const id = await whole(land('3 Mill Lane'));
    const interestId = (await told(id))['3 Mill Lane'] ?? '';
    await as(accountId, (uow) =>
      rooms.get(Sensitivities).request(uow, memberId, { interestId, reason: 'Threats were made.' }),
    );
    await enter(id);
    expect((await entryOf('3 Mill Lane')).entry.sensitive).toBe('claimed');
    expect(await published()).toEqual([]);
    expect(await requestsOpen()).toEqual(['Threats were made.']);
  });

  test('or asked to be of what was changed since, is asked of what it has become', async () => {
    await enter(await whole(land('3 Mill Lane')));
    const { entry } = await entryOf('3 Mill Lane');
    const again = await whole(land('3 Mill Lane'));
    await ask(again);
    const change = { heldBy: 'self', details: land('3a Mill Lane'), aboutEntryId: entry.id } as const;
    await enter(await tell({ ...change, act: 'change', effectiveOn: ON }));
    const interestId = (await told(again))['3 Mill Lane'] ?? '';
    await as(accountId, (uow) =>
      rooms.get(Sensitivities).request(uow, memberId, { interestId, reason: 'Threats were made.' }),
    );
    await enter(again);
    expect((await entryOf('3a Mill Lane')).entry.sensitive).toBe('claimed');
    expect(await published()).toEqual([]);
  });

  test('or asked to be and not decided, is asked once of what it is changed into', async () => {
    await enter(await whole(land('3 Mill Lane')));
    const { entry } = await entryOf('3 Mill Lane');
    await as(accountId, (uow) =>
      rooms.get(Sensitivities).request(uow, memberId, { entryId: entry.id, reason: 'Threats were made.' }),
    );
    const change = { heldBy: 'self', details: land('3a Mill Lane'), aboutEntryId: entry.id } as const;
    await enter(await tell({ ...change, act: 'change', effectiveOn: ON }));
    expect(await requestsOpen()).toEqual(['Threats were made.']);
    const [open] = await council.inUnit((uow) => rooms.get(Sensitivities).list(uow, memberId));
    const reviewOn = civilDate('2018-10-16');
    const decision = { decision: 'agreed', reason: 'The police confirm it.', reviewOn } as const;
    await council.inUnit((uow) => rooms.get(Sensitivities).decide(uow, open?.request.id ?? '', decision));
    expect((await entryOf('3a Mill Lane')).entry.sensitive).toBe('agreed');
  });
});

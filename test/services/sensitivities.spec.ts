import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { addDays, addMonths, civilDate, type CivilDate } from '../../src/law/index.js';
import { Members } from '../../src/members/index.js';
import type { UnitOfWork } from '../../src/platform/database/index.js';
import {
  Notifications,
  PublicLines,
  Register,
  RegisterModule,
  Sensitivities,
  SteppingAside,
  type DraftAnswer,
  type InterestDetails,
} from '../../src/register/index.js';
import { addAccount, done, foundCouncil, type Council } from '../support/council.js';
import { notify } from '../support/notify.js';
import { startRooms, type Rooms } from '../support/rooms.js';
import { tablesThatSay } from '../support/tables-that-say.js';

const TODAY = civilDate('2017-10-16');
const IN_A_YEAR = addMonths(TODAY, 12);

let rooms: Rooms;
let council: Council;
let memberId: string;
let accountId: string;
let people = 0;

beforeAll(async () => {
  rooms = await startRooms({ also: [RegisterModule] });
});
beforeEach(async () => {
  rooms.moveClockTo('2017-10-16T09:00');
  council = await foundCouncil(rooms);
  accountId = await addAccount(rooms, `asks-${++people}@example.org`);
  memberId = await council.inUnit(
    async (uow) => (await rooms.get(Members).add(uow, { name: 'Ann Agar', accountId })).id,
  );
});
afterAll(() => rooms.close());

const land = (address: string): InterestDetails => ({ category: 'land', address, natureOfInterest: 'Owner' });
const job = (employer: string): InterestDetails => ({ category: 'employment', role: 'Clerk', employer });
const some = (...interests: InterestDetails[]): DraftAnswer => ({ answer: 'entries', interests });

const asMember = <T>(work: (uow: UnitOfWork) => Promise<T>): Promise<T> =>
  rooms.database.unitOfWork({ authorityId: council.authorityId, actor: { kind: 'person', accountId } }, work);
const asOfficer = <T>(work: (uow: UnitOfWork) => Promise<T>): Promise<T> => council.inUnit(work);
const service = (): Sensitivities => rooms.get(Sensitivities);

const notified = (answers: Record<string, DraftAnswer>): Promise<string> =>
  notify(rooms, council, { memberId, accountId, answers });
const entered = async (id: string): Promise<void> => {
  done(await asOfficer((uow) => rooms.get(Register).enter(uow, id)));
};
const registered = async (...interests: InterestDetails[]): Promise<void> => {
  const answers: Record<string, DraftAnswer> = {};
  for (const details of interests) {
    const before = answers[`${details.category}/self`]?.interests ?? [];
    answers[`${details.category}/self`] = some(...before, details);
  }
  await entered(await notified(answers));
};
/** The current entry whose details hold these words. */
const entryOf = async (
  words: string,
): Promise<{ id: string; sensitive: string; reviewOn: string | null }> => {
  const entries = await asOfficer((uow) => rooms.get(Register).current(uow, memberId));
  const entry = entries.find(({ details }) => JSON.stringify(details).includes(words))?.entry;
  if (entry === undefined) throw new Error(`No entry says ${words}.`);
  return { id: entry.id, sensitive: entry.sensitive, reviewOn: entry.sensitiveReviewOn };
};
const interestOf = async (notificationId: string, words: string): Promise<string> => {
  const opened = await asOfficer((uow) => rooms.get(Notifications).open(uow, notificationId));
  const told = opened?.interests.find(({ details }) => JSON.stringify(details).includes(words));
  if (told === undefined) throw new Error(`Nothing notified says ${words}.`);
  return told.id;
};
const ask = (about: { entryId: string } | { interestId: string }): ReturnType<Sensitivities['request']> =>
  asMember((uow) => service().request(uow, memberId, { ...about, reason: 'Threats were made.' }));
const asked = async (about: { entryId: string } | { interestId: string }): Promise<string> =>
  done(await ask(about)).id;
const agree = (id: string, reviewOn: CivilDate = IN_A_YEAR): ReturnType<Sensitivities['decide']> =>
  asOfficer((uow) =>
    service().decide(uow, id, { decision: 'agreed', reason: 'The police agree.', reviewOn }),
  );
const refuse = (id: string): ReturnType<Sensitivities['decide']> =>
  asOfficer((uow) => service().decide(uow, id, { decision: 'not-agreed', reason: 'It is known anyway.' }));
/** What the public reads of the member on a day: words, or by what they are withheld. Categories said to be empty are left out. */
const publicOn = async (day: string): Promise<string[]> => {
  const lines = await asOfficer((uow) => rooms.get(PublicLines).standing(uow, civilDate(day), memberId));
  return lines
    .filter(({ kind }) => kind !== 'nothing')
    .map(({ words, withheldBy }) => words ?? `(${withheldBy ?? ''})`);
};

describe('the first key', () => {
  test('keeps the details off the public register at once, and puts nothing in their place', async () => {
    await registered(land('3 Mill Lane'));
    rooms.moveClockTo('2017-10-20T09:00');
    const { id: entryId } = await entryOf('3 Mill Lane');
    await asked({ entryId });
    expect(await publicOn('2017-10-20')).toEqual([]);
    expect((await entryOf('3 Mill Lane')).sensitive).toBe('claimed');
  });

  test('is refused while one waits, and where it is agreed already', async () => {
    await registered(land('3 Mill Lane'));
    const { id: entryId } = await entryOf('3 Mill Lane');
    const id = await asked({ entryId });
    expect(await ask({ entryId })).toEqual({ refused: 'asked-already' });
    done(await agree(id));
    expect(await ask({ entryId })).toEqual({ refused: 'asked-already' });
  });

  test('is refused for what is another member’s, is not there, or is held no longer', async () => {
    await registered(land('3 Mill Lane'));
    const { id: entryId } = await entryOf('3 Mill Lane');
    const other = await asOfficer(
      async (uow) => (await rooms.get(Members).add(uow, { name: 'Bo Birch' })).id,
    );
    const another = await asMember((uow) => service().request(uow, other, { entryId, reason: 'x' }));
    expect(another).toEqual({ refused: 'not-found' });
    expect(await ask({ entryId: memberId })).toEqual({ refused: 'not-found' });
    expect(await ask({ interestId: memberId })).toEqual({ refused: 'not-found' });
    await registered(job('Oakham Mills'));
    expect(await ask({ entryId })).toEqual({ refused: 'not-found' });
  });

  test('turned while the interest is pending, it is never published when it is entered', async () => {
    const id = await notified({ 'land/self': some(land('3 Mill Lane')) });
    const interestId = await interestOf(id, '3 Mill Lane');
    await asked({ interestId });
    expect(await ask({ interestId })).toEqual({ refused: 'asked-already' });
    expect([...(await asOfficer((uow) => service().askedWhilePending(uow)))]).toEqual([interestId]);
    await entered(id);
    expect(await publicOn('2017-10-16')).toEqual([]);
    expect((await entryOf('3 Mill Lane')).sensitive).toBe('claimed');
  });

  test('turned for an interest that was entered meanwhile, it is about the entry', async () => {
    const id = await notified({ 'land/self': some(land('3 Mill Lane')) });
    const interestId = await interestOf(id, '3 Mill Lane');
    await entered(id);
    expect(await publicOn('2017-10-16')).toEqual(['Owner: 3 Mill Lane']);
    await asked({ interestId });
    expect((await entryOf('3 Mill Lane')).sensitive).toBe('claimed');
    expect(await publicOn('2017-10-16')).toEqual([]);
  });

  test('turned for an interest that repeats, changes or corrects a public entry, it takes that entry down at once', async () => {
    await registered(land('3 Mill Lane'));
    const id = await notified({ 'land/self': some(land('3 Mill Lane')) });
    const requestId = await asked({ interestId: await interestOf(id, '3 Mill Lane') });
    expect(await publicOn('2017-10-16')).toEqual([]);
    done(await agree(requestId));
    expect(await publicOn('2017-10-16')).toEqual(['(s32)']);
    await entered(id);
    expect(await entryOf('3 Mill Lane')).toMatchObject({ sensitive: 'agreed', reviewOn: IN_A_YEAR });
    expect(await publicOn('2017-10-16')).toEqual(['(s32)']);
  });

  test('taken back by the member, the details are public again, before and after the officer agreed', async () => {
    await registered(land('3 Mill Lane'));
    const { id: entryId } = await entryOf('3 Mill Lane');
    for (const agreed of [false, true]) {
      const id = await asked({ entryId });
      if (agreed) done(await agree(id));
      done(await asMember((uow) => service().withdraw(uow, memberId, id)));
      expect(await publicOn('2017-10-16')).toEqual(['Owner: 3 Mill Lane']);
      expect((await entryOf('3 Mill Lane')).sensitive).toBe('no');
      const again = await asMember((uow) => service().withdraw(uow, memberId, id));
      expect(again).toEqual({ refused: 'not-found' });
    }
  });

  test('is not another member’s to take back', async () => {
    await registered(land('3 Mill Lane'));
    const id = await asked({ entryId: (await entryOf('3 Mill Lane')).id });
    const other = await asOfficer(
      async (uow) => (await rooms.get(Members).add(uow, { name: 'Bo Birch' })).id,
    );
    expect(await asMember((uow) => service().withdraw(uow, other, id))).toEqual({ refused: 'not-found' });
  });
});

describe('the second key', () => {
  test('agreed: the statement stands instead of the details, on past days nothing, and the words are in no table', async () => {
    await registered(land('9 Kept Back Row'), job('Oakham Mills'));
    rooms.moveClockTo('2017-10-20T09:00');
    done(
      await agree(await asked({ entryId: (await entryOf('9 Kept Back Row')).id }), civilDate('2018-10-20')),
    );
    expect(await publicOn('2017-10-20')).toEqual(expect.arrayContaining(['Clerk, Oakham Mills', '(s32)']));
    expect(await publicOn('2017-10-19')).toEqual(['Clerk, Oakham Mills']);
    expect(await tablesThatSay(rooms, '9 Kept Back Row')).toEqual([]);
    expect(await entryOf('9 Kept Back Row')).toMatchObject({ sensitive: 'agreed', reviewOn: '2018-10-20' });
  });

  test('not agreed: the details stand again, and the past is as it was', async () => {
    await registered(land('3 Mill Lane'));
    rooms.moveClockTo('2017-10-20T09:00');
    done(await refuse(await asked({ entryId: (await entryOf('3 Mill Lane')).id })));
    expect(await publicOn('2017-10-20')).toEqual(['Owner: 3 Mill Lane']);
    expect(await publicOn('2017-10-17')).toEqual(['Owner: 3 Mill Lane']);
  });

  test.each<[string, CivilDate, boolean]>([
    ['today', TODAY, false],
    ['tomorrow', addDays(TODAY, 1), true],
    ['in four years', addMonths(TODAY, 48), true],
    ['a day later than that', addDays(addMonths(TODAY, 48), 1), false],
  ])('the review may be %s (%s): %s', async (_, day, may) => {
    await registered(land('3 Mill Lane'));
    const { id: entryId } = await entryOf('3 Mill Lane');
    const id = await asked({ entryId });
    expect(await agree(id, day)).toEqual(may ? { id } : { refused: 'review-day' });
    if (!may) done(await agree(id));
    const reviewed = await asOfficer((uow) => service().review(uow, entryId, day));
    expect(reviewed).toEqual(may ? { id: entryId } : { refused: 'review-day' });
  });

  test('of two officers at once, the second finds it decided', async () => {
    await registered(land('3 Mill Lane'));
    const id = await asked({ entryId: (await entryOf('3 Mill Lane')).id });
    const answers = await Promise.all([agree(id), refuse(id)]);
    expect(answers).toEqual(expect.arrayContaining([{ id }, { refused: 'decided-already' }]));
  });

  test('nobody turns both keys, and whoever stepped aside turns none: not to decide, review or end', async () => {
    await registered(land('3 Mill Lane'));
    const { id: entryId } = await entryOf('3 Mill Lane');
    const id = await asked({ entryId });
    const own = await asMember((uow) =>
      service().decide(uow, id, { decision: 'agreed', reason: 'x', reviewOn: IN_A_YEAR }),
    );
    expect(own).toEqual({ refused: 'own-interest' });
    done(await agree(id));
    expect(await asMember((uow) => service().review(uow, entryId, IN_A_YEAR))).toEqual({
      refused: 'own-interest',
    });
    expect(await asMember((uow) => service().end(uow, entryId, 'x'))).toEqual({ refused: 'own-interest' });
    await asOfficer((uow) => rooms.get(SteppingAside).stepAside(uow, memberId));
    expect(await asOfficer((uow) => service().review(uow, entryId, IN_A_YEAR))).toEqual({
      refused: 'stepped-aside',
    });
    expect(await asOfficer((uow) => service().end(uow, entryId, 'x'))).toEqual({ refused: 'stepped-aside' });
  });

  test('ended by the officer, the details are public from that day and not before', async () => {
    await registered(land('3 Mill Lane'));
    const { id: entryId } = await entryOf('3 Mill Lane');
    const id = await asked({ entryId });
    done(await agree(id));
    rooms.moveClockTo('2017-11-20T09:00');
    done(await asOfficer((uow) => service().end(uow, entryId, 'They moved.')));
    expect(await publicOn('2017-11-20')).toEqual(['Owner: 3 Mill Lane']);
    expect(await publicOn('2017-11-19')).toEqual(['(s32)']);
    const opened = await asOfficer((uow) => service().find(uow, id));
    expect(opened).toMatchObject({ request: { decision: 'ended' }, decisionReason: 'They moved.' });
    expect(await asOfficer((uow) => service().end(uow, entryId, 'x'))).toEqual({ refused: 'not-found' });
  });
});

describe('what becomes of the interest afterwards', () => {
  const changed = async (entryId: string, details: InterestDetails): Promise<void> => {
    const told = {
      act: 'change',
      heldBy: 'self',
      details,
      aboutEntryId: entryId,
      effectiveOn: TODAY,
    } as const;
    const { id } = await asMember((uow) => rooms.get(Notifications).receiveChange(uow, memberId, told));
    await entered(id);
  };

  test('changed while agreed: the new version is as withheld, and the agreement is found by it', async () => {
    await registered(land('3 Mill Lane'));
    const id = await asked({ entryId: (await entryOf('3 Mill Lane')).id });
    done(await agree(id));
    await changed((await entryOf('3 Mill Lane')).id, land('4 Hill Street'));
    const entry = await entryOf('4 Hill Street');
    expect(entry).toMatchObject({ sensitive: 'agreed', reviewOn: IN_A_YEAR });
    expect(await publicOn('2017-10-16')).toEqual(['(s32)']);
    done(await asOfficer((uow) => service().end(uow, entry.id, 'They moved.')));
    expect(await publicOn('2017-10-16')).toEqual(['Owner: 4 Hill Street']);
    expect((await asOfficer((uow) => service().find(uow, id)))?.request.decision).toBe('ended');
  });

  test('changed while asked: one request waits, about the new version, and its answer holds for both', async () => {
    await registered(land('3 Mill Lane'));
    const id = await asked({ entryId: (await entryOf('3 Mill Lane')).id });
    await changed((await entryOf('3 Mill Lane')).id, land('4 Hill Street'));
    const waiting = (await asOfficer((uow) => service().list(uow, memberId))).filter(
      ({ request }) => request.decision === null,
    );
    expect(waiting.map(({ request }) => request.id)).toEqual([id]);
    done(await refuse(id));
    expect(await publicOn('2017-10-16')).toEqual(['Owner: 4 Hill Street']);
    const history = await asOfficer((uow) => rooms.get(Register).history(uow, memberId));
    expect(history.map(({ entry }) => entry.sensitive)).toEqual(['no', 'no']);
  });

  test('told again in other words: kept back for its likeness, which the officer decides and the member cannot', async () => {
    await registered(land('3 Mill Lane'));
    done(await agree(await asked({ entryId: (await entryOf('3 Mill Lane')).id })));
    await registered(land('The old mill'));
    expect(await publicOn('2017-10-16')).toEqual([]);
    const [like] = (await asOfficer((uow) => service().list(uow, memberId))).filter(
      ({ request }) => request.decision === null,
    );
    expect(like?.request.origin).toBe('likeness');
    const id = like?.request.id ?? '';
    expect(await asMember((uow) => service().withdraw(uow, memberId, id))).toEqual({
      refused: 'not-asked-by-member',
    });
    done(await refuse(id));
    expect(await publicOn('2017-10-16')).toEqual(['Owner: The old mill']);
  });

  test('agreed while pending, of a thing that was public before: no past day shows it', async () => {
    await registered(land('3 Mill Lane'));
    rooms.moveClockTo('2017-10-20T09:00');
    const details = land('3 Mill Lane, Oakham');
    const entryId = (await entryOf('3 Mill Lane')).id;
    const told = { act: 'correct', heldBy: 'self', details, aboutEntryId: entryId } as const;
    const { id } = await asMember((uow) => rooms.get(Notifications).receiveChange(uow, memberId, told));
    done(await agree(await asked({ interestId: await interestOf(id, 'Oakham') }), civilDate('2018-01-01')));
    await entered(id);
    expect(await publicOn('2017-10-20')).toEqual(['(s32)']);
    expect(await publicOn('2017-10-17')).toEqual([]);
  });
});

test('what was asked, decided and reviewed is audited, and no reason or detail is in it', async () => {
  await registered(land('3 Mill Lane'));
  const { id: entryId } = await entryOf('3 Mill Lane');
  done(await agree(await asked({ entryId })));
  done(await asOfficer((uow) => service().review(uow, entryId, addDays(IN_A_YEAR, 1))));
  done(await asOfficer((uow) => service().end(uow, entryId, 'They moved.')));
  const { rows } = await rooms.owner.query<{ action: string }>(
    `select action from audit_event where authority_id = $1 and action like 'sensitivity.%' order by position`,
    [council.authorityId],
  );
  expect(rows.map(({ action }) => action)).toEqual([
    'sensitivity.requested',
    'sensitivity.agreed',
    'sensitivity.reviewed',
    'sensitivity.ended',
  ]);
  for (const words of ['Threats were made', 'The police agree', 'They moved'])
    expect(await tablesThatSay(rooms, words)).toEqual([]);
});

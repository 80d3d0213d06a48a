import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { RegisterSettings } from '../../src/authorities/index.js';
import { addMonths, civilDate } from '../../src/law/index.js';
import { Members } from '../../src/members/index.js';
import { Clock } from '../../src/platform/clock/index.js';
import type { UnitOfWork } from '../../src/platform/database/index.js';
import { mayBeShown } from '../../src/publication/kept-back.js';
import {
  Notifications,
  PublicLine,
  PublicLines,
  Publishing,
  Register,
  RegisterModule,
  Sensitivities,
  type Act,
  type DraftAnswer,
  type InterestDetails,
} from '../../src/register/index.js';
import { addAccount, done, foundCouncil, type Council } from '../support/council.js';
import { notify } from '../support/notify.js';
import { startRooms, type Rooms } from '../support/rooms.js';

const TODAY = civilDate('2017-10-16');
const LATER = '2017-11-16';

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
  accountId = await addAccount(rooms, `public-${++people}@example.org`);
  memberId = await council.inUnit(
    async (uow) => (await rooms.get(Members).add(uow, { name: 'Ann Agar', accountId })).id,
  );
});
afterAll(() => rooms.close());

const land = (address: string): InterestDetails => ({ category: 'land', address, natureOfInterest: 'Owner' });
const home = (address: string): InterestDetails => ({ ...land(address), isHome: true }) as InterestDetails;
const job = (employer: string): InterestDetails => ({ category: 'employment', role: 'Clerk', employer });
const some = (...interests: InterestDetails[]): DraftAnswer => ({ answer: 'entries', interests });
const NOTHING: DraftAnswer = { answer: 'nothing', interests: [] };

const asMember = <T>(work: (uow: UnitOfWork) => Promise<T>): Promise<T> =>
  rooms.database.unitOfWork({ authorityId: council.authorityId, actor: { kind: 'person', accountId } }, work);
const asOfficer = <T>(work: (uow: UnitOfWork) => Promise<T>): Promise<T> => council.inUnit(work);
const notified = (answers: Record<string, DraftAnswer>, hasPartner = false): Promise<string> =>
  notify(rooms, council, { memberId, accountId, hasPartner, answers });
const entered = async (id: string): Promise<void> => {
  done(await asOfficer((uow) => rooms.get(Register).enter(uow, id)));
};
const entryOf = async (words: string, heldBy = 'self'): Promise<{ id: string; sensitive: string }> => {
  const entries = await asOfficer((uow) => rooms.get(Register).current(uow, memberId));
  const found = entries.find(
    ({ entry, details }) => entry.heldBy === heldBy && JSON.stringify(details).includes(words),
  );
  if (found === undefined) throw new Error(`No entry says ${words}.`);
  return found.entry;
};
const told = async (act: Act, details: InterestDetails, aboutEntryId?: string): Promise<string> => {
  const change = {
    act,
    heldBy: 'self',
    details,
    effectiveOn: TODAY,
    ...(aboutEntryId && { aboutEntryId }),
  } as const;
  return (await asMember((uow) => rooms.get(Notifications).receiveChange(uow, memberId, change))).id;
};
const interestIn = async (notificationId: string): Promise<string> => {
  const opened = await asOfficer((uow) => rooms.get(Notifications).open(uow, notificationId));
  return opened?.interests[0]?.id ?? '';
};
const ask = (about: { entryId: string } | { interestId: string }): ReturnType<Sensitivities['request']> =>
  asMember((uow) =>
    rooms.get(Sensitivities).request(uow, memberId, { ...about, reason: 'Threats were made.' }),
  );
const agreed = async (entryId: string): Promise<void> => {
  const { id } = done(await ask({ entryId }));
  const decision = {
    decision: 'agreed',
    reason: 'The police agree.',
    reviewOn: addMonths(TODAY, 12),
  } as const;
  done(await asOfficer((uow) => rooms.get(Sensitivities).decide(uow, id, decision)));
};
const withholdHomes = (): Promise<void> =>
  asOfficer(async (uow) => {
    await rooms.get(RegisterSettings).set(uow, { withholdsHomeAddresses: true });
    await rooms.get(Publishing).refreshAll(uow);
  });
const lines = (): Promise<PublicLine[]> =>
  asOfficer((uow) => uow.manager.findBy(PublicLine, { authorityId: council.authorityId, memberId }));
/** What stood at the end of a day: words, or by what they are withheld; "nothing" by its category. */
const publicOn = async (day: string, category?: string): Promise<string[]> => {
  const standing = await asOfficer((uow) => rooms.get(PublicLines).standing(uow, civilDate(day), memberId));
  return standing
    .filter((line) => (category === undefined ? line.kind !== 'nothing' : line.category === category))
    .map(({ kind, words, withheldBy }) => words ?? withheldBy ?? kind);
};
/** Two who meet: the first stops halfway until the second has begun. */
function gate(): {
  readonly reached: Promise<void>;
  readonly opens: Promise<void>;
  readonly reach: () => void;
  readonly open: () => void;
} {
  let reach = (): void => undefined;
  let open = (): void => undefined;
  const reached = new Promise<void>((resolve) => (reach = resolve));
  const opens = new Promise<void>((resolve) => (open = resolve));
  return {
    reached,
    opens,
    reach: () => {
      reach();
    },
    open: () => {
      open();
    },
  };
}

test('a change takes down what was and publishes what is in one moment, while the clock runs on', async () => {
  await entered(await notified({ 'land/self': some(land('3 Mill Lane')) }));
  const { id } = await entryOf('3 Mill Lane');
  const change = await told('change', land('5 Mill Lane'), id);
  const clock = rooms.get(Clock);
  const started = clock.now().getTime();
  let ticks = 0;
  clock.now = () => new Date(started + ++ticks);
  try {
    await entered(change);
  } finally {
    delete (clock as { now?: unknown }).now;
  }
  const [was, is] = (await lines())
    .filter(({ kind }) => kind === 'entry')
    .sort((a, b) => +a.publishedAt - +b.publishedAt);
  expect([was?.words, is?.words]).toEqual(['Owner: 3 Mill Lane', 'Owner: 5 Mill Lane']);
  expect(was?.closedAt).toEqual(is?.publishedAt);
});

test('a form on paper that arrived earlier and was typed in later does not replace what was received after it', async () => {
  rooms.moveClockTo('2017-10-20T09:00');
  await entered(await notified({ 'land/self': some(land('3 Newer Lane')) }));
  rooms.moveClockTo('2017-10-21T09:00');
  const paper = {
    memberId,
    channel: 'paper',
    receivedOn: civilDate('2017-10-01'),
    hasPartner: false,
    answers: { 'employment/self': some(job('Old Job Ltd')), 'land/self': NOTHING },
  } as const;
  await entered(done(await asOfficer((uow) => rooms.get(Notifications).record(uow, paper))).id);
  expect(await publicOn('2017-10-21', 'land')).toEqual(['Owner: 3 Newer Lane']);
  expect(await publicOn('2017-10-21', 'employment')).not.toContain('Clerk, Old Job Ltd');
});

test('asked of one share of a home, the partner’s share is kept back with it, and past days tell neither', async () => {
  const both = { 'land/self': some(land('3 Mill Lane')), 'land/partner': some(land('3 Mill Lane')) };
  await entered(await notified(both, true));
  rooms.moveClockTo(`${LATER}T09:00`);
  await agreed((await entryOf('3 Mill Lane')).id);
  expect(await publicOn(LATER)).toEqual(['s32']);
  expect((await entryOf('3 Mill Lane', 'partner')).sensitive).toBe('claimed');
});

test('asked of a later change that waits, the entry that an earlier change made is taken down', async () => {
  await entered(await notified({ 'land/self': some(land('3 Mill Lane')) }));
  const { id } = await entryOf('3 Mill Lane');
  const first = await told('change', land('4 Mill Lane'), id);
  const second = await told('change', land('40 Mill Lane'), id);
  await entered(first);
  done(await ask({ interestId: await interestIn(second) }));
  expect(await publicOn('2017-10-16')).toEqual([]);
});

test('asked while it is being entered, it is kept back all the same', async () => {
  const id = await notified({ 'land/self': some(land('3 Mill Lane')) });
  const interestId = await interestIn(id);
  const { reached, opens, reach, open } = gate();
  const entering = asOfficer(async (uow) => {
    done(await rooms.get(Register).enter(uow, id));
    reach();
    await opens;
  });
  await reached;
  const asking = ask({ interestId });
  setTimeout(open, 300);
  done(await asking);
  await entering;
  expect(await publicOn('2017-10-16')).toEqual([]);
  expect((await entryOf('3 Mill Lane')).sensitive).toBe('claimed');
});

test('asked of an entry that a notification is about to end, neither waits for the other in a circle', async () => {
  await entered(await notified({ 'land/self': some(land('3 Mill Lane')) }));
  const { id: entryId } = await entryOf('3 Mill Lane');
  const id = await notified({ 'employment/self': some(job('New Job Ltd')) });
  const { reached, opens, reach, open } = gate();
  const sensitivities = rooms.get(Sensitivities);
  const carryOver = sensitivities.carryOver.bind(sensitivities);
  sensitivities.carryOver = async (...given) => {
    await carryOver(...given);
    reach();
    await opens;
  };
  try {
    const entering = entered(id);
    await reached;
    const asking = ask({ entryId });
    setTimeout(open, 300);
    await entering;
    // It has ended meanwhile: there is nothing left to withhold, and that is said.
    expect(await asking).toEqual({ refused: 'not-found' });
  } finally {
    delete (sensitivities as { carryOver?: unknown }).carryOver;
  }
});

test('nothing, then added, then ended leaves silence: the member has not said "nothing" again', async () => {
  await entered(await notified({ 'employment/self': some(job('Mill Ltd')) }));
  expect(await publicOn('2017-10-16', 'land')).toEqual(['nothing']);
  rooms.moveClockTo('2017-10-17T09:00');
  await entered(await told('add', land('3 Mill Lane')));
  rooms.moveClockTo(`${LATER}T09:00`);
  await entered(await told('end', land('3 Mill Lane'), (await entryOf('3 Mill Lane')).id));
  expect(await publicOn(LATER, 'land')).toEqual([]);
});

test('a home that is withheld by practice, and then under s.32, is on no page of a past day by its category', async () => {
  await entered(await notified({ 'land/self': some(home('3 Mill Lane')) }));
  await withholdHomes();
  expect(await publicOn('2017-10-16')).toEqual(['practice']);
  rooms.moveClockTo(`${LATER}T09:00`);
  const { id } = await entryOf('3 Mill Lane');
  await agreed(id);
  const shown = (await lines()).filter((line) =>
    mayBeShown(line, { members: new Set([memberId]), things: new Set([id]) }),
  );
  expect(shown.map(({ category, withheldBy }) => [category, withheldBy])).toEqual([[null, 's32']]);
});

test('a home with a name of one word is withheld as the partner’s too', async () => {
  const both = { 'land/self': some(home('Rosebank')), 'land/partner': some(land('Rosebank')) };
  await entered(await notified(both, true));
  await withholdHomes();
  expect(await publicOn('2017-10-16')).toEqual(['practice', 'practice']);
});

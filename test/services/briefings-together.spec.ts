import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { Authorities } from '../../src/authorities/index.js';
import {
  Briefings,
  BriefingsModule,
  MeetingsOfMember,
  newsOf,
  type Briefing,
  type NoBriefing,
} from '../../src/briefings/index.js';
import {
  Associations,
  DisclosuresModule,
  Interviews,
  RelevanceAnswers,
} from '../../src/disclosures/index.js';
import { DispensationCoverages, DispensationsModule } from '../../src/dispensations/index.js';
import { DispensationDecisions, DispensationRequests } from '../../src/dispensations/index.js';
import { DutiesModule } from '../../src/duties/index.js';
import { Roles } from '../../src/identity/index.js';
import { civilDate } from '../../src/law/index.js';
import { Attendance, Meetings } from '../../src/meetings/index.js';
import { Members, Seats } from '../../src/members/index.js';
import type { UnitOfWork } from '../../src/platform/database/index.js';
import { Register, RegisterModule } from '../../src/register/index.js';
import { ABOUT_IT, COMPANY, EMPLOYMENT, ITEMS, sceneOfBriefings } from '../support/briefed.js';
import type { Scene, SeatedMember } from '../support/briefed.js';
import { changeAsOwner } from '../support/change-as-owner.js';
import { item } from '../support/clerk.js';
import { addAccount, done } from '../support/council.js';
import { asked, grant } from '../support/dispensations.js';
import { startRooms, type Rooms } from '../support/rooms.js';
import { agreeSensitive } from '../support/sensitive.js';

const HOME = {
  category: 'land',
  address: '3 Weavers Row, Ashford Magna',
  natureOfInterest: 'Owner',
} as const;
/** From this day on a code is in force: what an association is called depends on it. */
const CODE_FROM = civilDate('2017-11-01');

let rooms: Rooms;
let scene: Scene;
let meetings: string[];
/** By what is particular about each. */
let people: Record<string, string>;

const inUnit = <T>(work: (uow: UnitOfWork) => Promise<T>): Promise<T> => scene.council.inUnit(work);
const as = <T>(accountId: string, work: (uow: UnitOfWork) => Promise<T>): Promise<T> =>
  rooms.database.unitOfWork(
    { authorityId: scene.council.authorityId, actor: { kind: 'person', accountId } },
    work,
  );

beforeAll(async () => {
  rooms = await startRooms({
    also: [RegisterModule, DutiesModule, DisclosuresModule, DispensationsModule, BriefingsModule],
  });
});
beforeEach(async () => {
  rooms.moveClockTo('2017-10-16T09:00');
  scene = await sceneOfBriefings(rooms);
  meetings = [
    await scene.meeting({ items: [...ITEMS, item('4', 'Grant to Marlcombe Allotments Society')] }),
    await scene.meeting({ meetsOn: civilDate('2017-11-07'), items: [...ITEMS, item('4', 'Schools Forum')] }),
    await scene.meeting({ meetsOn: civilDate('2017-11-14'), items: [item('1', 'Apologies')] }),
  ];
  const seat = (name: string): Promise<SeatedMember> => scene.seat({ name });
  const nobody = await seat('Nora None');
  const entered = await seat('Ann Agar');
  await scene.register(entered, EMPLOYMENT, HOME);
  const pending = await seat('Bob Birch');
  // Like what another member withholds, which keeps nothing of this member's back.
  await scene.notify(pending, EMPLOYMENT, HOME);
  people = {
    'holds nothing': nobody.memberId,
    'has interests entered': entered.memberId,
    'has some pending': pending.memberId,
    'has a sensitive one, and one like it pending': await sensitive(await seat('Cat Cole')),
    'answered that it is about it, and more': await answered(await seat('Dan Dell')),
    'keeps a list': await associated(await seat('Eve Elm')),
    'has a dispensation': await dispensed(await seat('Fay Fern')),
    'votes on education alone': await coopted(),
    'leaves between the meetings': await leaving(await seat('Gus Gill')),
    'cannot be read': (await seat('Hal Hurst')).memberId,
  };
  await scene.register({ ...nobody, memberId: people['cannot be read'] ?? '' }, EMPLOYMENT);
  await changeAsOwner(
    rooms,
    scene.council,
    `update register_entry set details = 'v1.gone' where member_id = '${people['cannot be read'] ?? ''}'`,
  );
  await inUnit(async (uow) =>
    done(await rooms.get(Authorities).adoptCode(uow, { code: 'worcestershire-2012', fromOn: CODE_FROM })),
  );
});
afterAll(() => rooms.close());

async function sensitive(member: SeatedMember): Promise<string> {
  await scene.register(member, HOME);
  const [entry] = await inUnit((uow) => rooms.get(Register).current(uow, member.memberId));
  await agreeSensitive(rooms, scene.council, { ...member, entryId: entry?.entry.id ?? '' });
  await scene.notify(member, { ...HOME, address: 'The Old Dairy, 3 Weavers Row' }, EMPLOYMENT);
  return member.memberId;
}

async function answered(member: SeatedMember): Promise<string> {
  await scene.register(member, EMPLOYMENT);
  const [entry] = await inUnit((uow) => rooms.get(Register).current(uow, member.memberId));
  const [, about] = await scene.clerk.items(meetings[0] ?? '');
  const { memberId } = member;
  const which = {
    memberId,
    agendaItemId: about?.id ?? '',
    itemTitle: ABOUT_IT,
    interestId: entry?.entry.id ?? '',
  };
  await inUnit(async (uow) => {
    await rooms.get(RelevanceAnswers).record(uow, { ...which, answer: 'about-it' });
    await rooms.get(Interviews).record(uow, { ...which, fact: 'likelyToPrejudice', value: 'no' });
  });
  return memberId;
}

async function associated({ memberId }: SeatedMember): Promise<string> {
  const society = {
    kind: 'body',
    name: 'Marlcombe Allotments Society',
    otherNames: [],
    connection: '',
  } as const;
  const company = { kind: 'family', name: COMPANY, otherNames: [], connection: 'sister' } as const;
  await inUnit(async (uow) => {
    done(await rooms.get(Associations).add(uow, memberId, society));
    done(await rooms.get(Associations).add(uow, memberId, company));
  });
  return memberId;
}

async function dispensed(member: SeatedMember): Promise<string> {
  await scene.register(member, EMPLOYMENT);
  const officer = await addAccount(rooms, `grants-${member.memberId}@example.org`);
  await inUnit((uow) =>
    rooms.get(Roles).grant(uow, { accountId: officer, role: 'monitoring-officer', fromOn: '2017-01-01' }),
  );
  const { id } = done(
    await as(member.accountId, (uow) => rooms.get(DispensationRequests).ask(uow, member.memberId, asked())),
  );
  await as(officer, async (uow) => {
    done(await rooms.get(DispensationDecisions).decide(uow, id, grant()));
    const [, about] = await rooms.get(Meetings).items(uow, meetings[0] ?? '');
    if (about === undefined) throw new Error('There is no such item.');
    done(await rooms.get(DispensationCoverages).say(uow, id, about, true));
  });
  return member.memberId;
}

async function coopted(): Promise<string> {
  return inUnit(async (uow) => {
    const { id } = await rooms.get(Members).add(uow, { name: 'Ira Ingle' });
    const office = { memberId: id, standing: 'co-opted', votesOn: 'education' } as const;
    done(await rooms.get(Members).takeOffice(uow, { ...office, becameMemberOn: civilDate('2017-05-08') }));
    return id;
  });
}

async function leaving({ memberId }: SeatedMember): Promise<string> {
  await inUnit(async (uow) =>
    done(await rooms.get(Members).leaveOffice(uow, memberId, civilDate('2017-11-07'))),
  );
  return memberId;
}

type Made = Briefing | NoBriefing | 'failed';
const made = async (work: () => Made | Promise<Made>): Promise<Made> => {
  try {
    return await work();
  } catch {
    return 'failed';
  }
};

/** Everybody's briefings before every meeting, by the one way and by the other. */
async function everyPair(): Promise<{ who: string; together: Made; alone: Made }[]> {
  const pairs: { who: string; together: Made; alone: Made }[] = [];
  await inUnit(async (uow) => {
    const briefings = rooms.get(Briefings);
    const list = await rooms.get(Meetings).list(uow);
    const together = await briefings.together(uow, Object.values(people));
    for await (const { meeting, brief } of together.before(list)) {
      for (const [who, memberId] of Object.entries(people)) {
        pairs.push({
          who,
          together: await made(() => brief(memberId)),
          alone: await made(() => briefings.make(uow, meeting.id, memberId)),
        });
      }
    }
  });
  return pairs;
}

/** A rulebook is made anew for each reading, of functions: it is compared by its versions. */
const compared = (one: Made): unknown =>
  typeof one === 'object' && one.kind === 'briefing' ? { ...one, rulebook: one.rulebook.versions } : one;

test('made together, every briefing is what it is when it is made alone', async () => {
  const pairs = await everyPair();
  expect(pairs).toHaveLength(30);
  for (const { together, alone } of pairs) {
    expect(compared(together)).toEqual(compared(alone));
    if (typeof together === 'object' && together.kind === 'briefing')
      expect(newsOf(together)).toBe(newsOf(alone as Briefing));
  }
  const touching = Object.keys(people).map((who) => {
    const theirs = pairs.filter((pair) => pair.who === who).map(({ together }) => together);
    return [who, ...theirs.map(touches)];
  });
  expect(touching).toEqual([
    ['holds nothing', 0, 0, 0],
    ['has interests entered', 2, 2, 0],
    ['has some pending', 2, 2, 0],
    ['has a sensitive one, and one like it pending', 3, 3, 0],
    ['answered that it is about it, and more', 1, 1, 0],
    ['keeps a list', 2, 1, 0],
    ['has a dispensation', 1, 1, 0],
    ['votes on education alone', 0, 0, 0],
    ['leaves between the meetings', 0, 0, 'not-in-office'],
    ['cannot be read', 'failed', 'failed', 'failed'],
  ]);
});

function touches(one: Made): number | string {
  if (one === 'failed') return one;
  return one.kind === 'briefing' ? one.items.flatMap((briefed) => briefed.touches).length : one.kind;
}

test('more members and more meetings are read in no more statements', async () => {
  const statements = (memberIds: readonly string[], ids: readonly string[]): Promise<number> =>
    inUnit(async (uow) => {
      const found = await rooms.get(Meetings).found(uow, ids);
      const runner = uow.manager.queryRunner;
      if (runner === undefined) throw new Error('There is no statement to count.');
      const counted = jest.spyOn(runner, 'query');
      const together = await rooms.get(Briefings).together(uow, memberIds);
      for await (const { brief } of together.before([...found.values()]))
        for (const memberId of memberIds) await made(() => brief(memberId));
      return counted.mock.calls.length;
    });
  // Two of whom everything has to be asked: what somebody asked for, and what was decided of it, is asked of no others.
  const { 'has a sensitive one, and one like it pending': one = '', 'has a dispensation': two = '' } = people;
  const few = await statements([one, two], meetings.slice(0, 1));
  expect(few).toBeGreaterThan(5);
  expect(await statements(Object.values(people), meetings)).toBe(few);
});

test('whom a meeting is told to is the same whether one or several are asked about', async () => {
  const [first = ''] = meetings;
  const visitor = people['votes on education alone'] ?? '';
  const { accountId } = await scene.seat({ name: 'Kit Kerr' });
  await as(accountId, async (uow) =>
    done(await rooms.get(Attendance).says(uow, { meetingId: first, memberId: visitor, attends: true })),
  );
  await inUnit(async (uow) => {
    const list = await rooms.get(Meetings).list(uow);
    const briefed = await rooms.get(Briefings).membersBriefedBefore(uow, list);
    for (const meeting of list)
      expect(briefed(meeting)).toEqual(await rooms.get(Briefings).membersBriefed(uow, meeting));
    expect(list.map((meeting) => briefed(meeting).includes(visitor))).toEqual([true, false, false]);
    expect(list.map((meeting) => briefed(meeting).length)).toEqual([11, 10, 10]);
  });
});

test('a member’s meetings go to the last day of their seat and of their term, and not to the day after', async () => {
  const { 'holds nothing': emptied = '', 'leaves between the meetings': left = '', ...others } = people;
  await scene.meeting({ meetsOn: civilDate('2017-11-08') });
  await inUnit(async (uow) => {
    await rooms.get(Seats).leaveAll(uow, emptied, civilDate('2017-11-07'));
    const days = async (memberId = ''): Promise<string[]> => {
      const from = civilDate('2017-10-24');
      const theirs = await rooms.get(MeetingsOfMember).between(uow, memberId, { from });
      return theirs.map(({ meetsOn }) => meetsOn);
    };
    const toTheLastDay = ['2017-10-24', '2017-11-07'];
    expect([await days(emptied), await days(left)]).toEqual([toTheLastDay, toTheLastDay]);
    expect(await days(others['keeps a list'])).toEqual([...toTheLastDay, '2017-11-08', '2017-11-14']);
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Authorities } from '../../src/authorities/index.js';
import { BriefingsModule, Forecasts, type ChairedItem, type Forecast } from '../../src/briefings/index.js';
import {
  Associations,
  Disclosures,
  DisclosuresModule,
  RelevanceAnswers,
} from '../../src/disclosures/index.js';
import { DispensationsModule } from '../../src/dispensations/index.js';
import { DutiesModule } from '../../src/duties/index.js';
import { civilDate } from '../../src/law/index.js';
import { Attendance, Meetings } from '../../src/meetings/index.js';
import { Members } from '../../src/members/index.js';
import { Register, RegisterModule } from '../../src/register/index.js';
import { ABOUT_IT, EMPLOYMENT, sceneOfBriefings, type Scene, type SeatedMember } from '../support/briefed.js';
import { addAccount, done } from '../support/council.js';
import { startRooms, type Rooms } from '../support/rooms.js';
import { agreeSensitive } from '../support/sensitive.js';

let rooms: Rooms;
let scene: Scene;
let members: SeatedMember[];
let meetingId: string;

beforeAll(async () => {
  rooms = await startRooms({
    at: '2017-10-16T09:00',
    also: [RegisterModule, DutiesModule, DisclosuresModule, DispensationsModule, BriefingsModule],
  });
});
afterAll(() => rooms.close());

/** A panel of so many members with a quorum of 2; the first of them are directors of the company on the agenda. */
async function panelOf(count: number, directors: number, code = 'worcestershire-2012'): Promise<void> {
  scene = await sceneOfBriefings(rooms);
  await scene.council.inUnit(async (uow) => {
    done(await rooms.get(Authorities).adoptCode(uow, { code, fromOn: civilDate('2012-07-01') }));
  });
  members = [];
  for (let index = 0; index < count; index += 1) members.push(await scene.seat({ name: `Member ${index}` }));
  for (const member of members.slice(0, directors)) await scene.register(member, EMPLOYMENT);
  meetingId = await scene.meeting(code === 'lga-model-2020' ? { meetsOn: civilDate('2021-06-08') } : {});
}

const forecast = (): Promise<Forecast> =>
  scene.council.inUnit(async (uow) => {
    const meeting = await rooms.get(Meetings).find(uow, meetingId);
    if (meeting === undefined) throw new Error('There is no meeting.');
    return rooms.get(Forecasts).make(uow, meeting);
  });

const theItem = async (): Promise<ChairedItem> => {
  const item = (await forecast()).items.find(({ item }) => item.title === ABOUT_IT);
  if (item === undefined) throw new Error('There is no item.');
  return item;
};

const standingOf = ({ standings }: ChairedItem, member: SeatedMember): unknown => {
  const one = standings.find(({ memberId }) => memberId === member.memberId);
  return one && [one.part, one.because];
};

const says = async (member: SeatedMember, answer: 'about-it' | 'not-about-it'): Promise<void> => {
  const { item } = await theItem();
  await scene.council.inUnit(async (uow) => {
    const [entry] = await rooms.get(Register).current(uow, member.memberId);
    await rooms.get(RelevanceAnswers).record(uow, {
      ...{ memberId: member.memberId, agendaItemId: item.id, itemTitle: item.title },
      ...{ interestId: entry?.entry.id ?? '', answer },
    });
  });
};

describe('who is expected to be out', () => {
  test('an item that names an interest of the register is expected to send its holder out, until they say', async () => {
    await panelOf(4, 1);
    const [director, other] = members as [SeatedMember, SeatedMember];
    const before = await theItem();
    expect(standingOf(before, director)).toEqual(['leaves', 'expected']);
    expect(standingOf(before, other)).toEqual(['takes-part', null]);
    expect(before.forecast).toMatchObject({ expected: 4, voting: { atMost: 4, atLeast: 3 }, quorate: 'yes' });
    await says(director, 'about-it');
    expect(standingOf(await theItem(), director)).toEqual(['leaves', 'said']);
    expect((await theItem()).forecast.voting).toEqual({ atMost: 3, atLeast: 3 });
    await says(director, 'not-about-it');
    expect(standingOf(await theItem(), director)).toEqual(['takes-part', null]);
  });

  test('below the quorum it says so, and names ground (a)', async () => {
    await panelOf(4, 3);
    expect((await theItem()).forecast).toMatchObject({ quorate: 'at-risk', grounds: ['a'] });
    for (const member of members.slice(0, 3)) await says(member, 'about-it');
    expect((await theItem()).forecast).toMatchObject({ quorate: 'no', voting: { atMost: 1 } });
  });

  test('the balance of the groups is that of the day', async () => {
    await panelOf(5, 1);
    await scene.council.inUnit(async (uow) => {
      for (const [index, { memberId }] of members.entries()) {
        const groupName = index < 3 ? 'Blue' : 'Green';
        await rooms.get(Members).joinGroup(uow, { memberId, groupName, fromOn: civilDate('2017-05-08') });
      }
    });
    expect((await theItem()).forecast).toMatchObject({
      groups: [
        { group: 'Blue', before: 3, after: { atMost: 3, atLeast: 2 } },
        { group: 'Green', before: 2, after: { atMost: 2, atLeast: 2 } },
      ],
      grounds: ['b'],
    });
  });
});

/** What a member tells of the item beforehand, by their own account. */
const declares = async (
  member: SeatedMember,
  what: 'interest' | 'arrears',
  interest: { kind: 'dpi' | 'nri'; heldBy: 'self' } = { kind: 'dpi', heldBy: 'self' },
): Promise<void> => {
  const { item } = await theItem();
  const said = {
    id: randomUUID(),
    memberId: member.memberId,
    meetingId,
    item: { id: item.id, title: item.title },
  };
  await rooms.database.unitOfWork(
    { authorityId: scene.council.authorityId, actor: { kind: 'person', accountId: member.accountId } },
    async (uow) =>
      done(
        await (what === 'arrears'
          ? rooms.get(Disclosures).declareArrears(uow, said)
          : rooms.get(Disclosures).declare(uow, {
              ...{ ...said, intends: 'leaves', nature: 'I am a director of the contractor.' },
              interest: { ...interest, category: 'employment' },
            })),
      ),
  );
};

describe('what was declared', () => {
  test('a disclosable pecuniary interest takes the vote away for certain, whatever the code still asks', async () => {
    await panelOf(3, 0, 'lga-model-2020');
    for (const member of members.slice(0, 2)) await declares(member, 'interest');
    const { forecast, standings } = await theItem();
    expect(forecast).toMatchObject({ voting: { atMost: 1, atLeast: 1 }, quorate: 'no' });
    expect(standings.map(({ because }) => because)).toEqual(['declared', 'declared', null]);
  });
  test('council tax that is owed takes the vote away, and nothing else', async () => {
    await panelOf(3, 0);
    const [first] = members as [SeatedMember];
    await declares(first, 'arrears');
    const item = await theItem();
    expect(standingOf(item, first)).toEqual(['speaks-only', 'declared']);
    expect(item.forecast).toMatchObject({ voting: { atMost: 2 }, inTheRoom: { atLeast: 3 } });
  });
});

describe('what only a member may know', () => {
  test('a sensitive interest sends nobody out on the sheet until it is declared, and then by its existence', async () => {
    await panelOf(4, 1);
    const [director] = members as [SeatedMember];
    const [own] = await scene.council.inUnit((uow) => rooms.get(Register).current(uow, director.memberId));
    await agreeSensitive(rooms, scene.council, { ...director, entryId: own?.entry.id ?? '' });
    const before = await theItem();
    expect(standingOf(before, director)).toEqual(['takes-part', null]);
    const { item } = before;
    await rooms.database.unitOfWork(
      { authorityId: scene.council.authorityId, actor: { kind: 'person', accountId: director.accountId } },
      async (uow) =>
        done(
          await rooms.get(Disclosures).declare(uow, {
            ...{ id: randomUUID(), memberId: director.memberId, meetingId },
            ...{ item: { id: item.id, title: item.title }, intends: 'leaves' },
            interest: { known: own?.entry.id ?? '' },
          }),
        ),
    );
    const after = await theItem();
    expect(standingOf(after, director)).toEqual(['leaves', 'declared']);
    expect(JSON.stringify(after)).not.toContain('Director');
  });

  test('their own list sends nobody out', async () => {
    await panelOf(3, 0);
    const [first] = members as [SeatedMember];
    await scene.council.inUnit(async (uow) =>
      done(
        await rooms.get(Associations).add(uow, first.memberId, {
          ...{ kind: 'body', name: 'Hartlebrook Family Support Ltd', otherNames: [], connection: 'trustee' },
        }),
      ),
    );
    expect(standingOf(await theItem(), first)).toEqual(['takes-part', null]);
  });
});

describe('who is counted', () => {
  test('when everybody stays away, each item is still there and none can be decided', async () => {
    await panelOf(3, 0);
    await scene.council.inUnit(async (uow) => {
      for (const { memberId } of members)
        done(await rooms.get(Attendance).says(uow, { meetingId, memberId, attends: false }));
    });
    const { items, expected } = await forecast();
    expect(expected).toBe(0);
    expect(items.map((one) => one.forecast.quorate)).toEqual(['no', 'no', 'no']);
  });

  test('a member without a seat who will attend is bound and has no vote; one who stays away is not counted', async () => {
    await panelOf(4, 1);
    const accountId = await addAccount(rooms, `visitor-${randomUUID()}@example.org`);
    const visitorId = await scene.council.inUnit(async (uow) => {
      const { id } = await rooms.get(Members).add(uow, { name: 'Vi Sitor', accountId });
      const office = { memberId: id, standing: 'elected', votesOn: 'any' } as const;
      done(await rooms.get(Members).takeOffice(uow, { ...office, becameMemberOn: civilDate('2017-05-08') }));
      return id;
    });
    await scene.register({ memberId: visitorId, accountId }, EMPLOYMENT);
    const last = members.at(-1)?.memberId ?? '';
    await scene.council.inUnit(async (uow) => {
      done(await rooms.get(Attendance).says(uow, { meetingId, memberId: visitorId, attends: true }));
      done(await rooms.get(Attendance).says(uow, { meetingId, memberId: last, attends: false }));
    });
    const item = await theItem();
    expect(item.visitors.map(({ name, part }) => [name, part])).toEqual([['Vi Sitor', 'leaves']]);
    expect(item.forecast.expected).toBe(3);
  });
});

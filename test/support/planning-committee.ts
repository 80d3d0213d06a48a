import { Authorities, Bodies } from '../../src/authorities/index.js';
import { Roles } from '../../src/identity/index.js';
import { civilDate } from '../../src/law/index.js';
import { Members, Seats } from '../../src/members/index.js';
import {
  AgendaImports,
  matchBody,
  Meetings,
  proposedFacts,
  type AgendaItem,
} from '../../src/meetings/index.js';
import { Register, type InterestDetails } from '../../src/register/index.js';
import type { TestApp } from './app.js';
import { done, foundCouncil, type Council } from './council.js';
import { addMember, type SignedMember } from './members.js';
import { notify } from './notify.js';

/** The agenda as its clerk uploads it: a planning list with references and addresses. */
export const PLANNING_AGENDA = `Marlbury District Council

Planning Committee

Thursday, 9 November 2023 at 6.30 pm

Council Chamber, Market House, Marlbury

AGENDA

1. Apologies for Absence
2. Declarations of Interest
3. Minutes of the Meeting held on 12 October 2023
4. 23/00411/FUL – Land at Orchard Farm, Cider Lane, Marlbury – Twelve dwellings
5. 23/00502/HOU – 7 Tanyard Row, Marlbury ML4 7QX – Rear extension
6. Market Square: Licence to Trade – Market Square Stalls Ltd
7. Marlbury Cricket Club – Lease of the Recreation Ground
`;

/** Eleven members and the clerk and officer of a district council under the model code. */
export interface Committee {
  readonly council: Council;
  readonly meetingId: string;
  /** By the part of their mail address before the @. */
  readonly members: ReadonlyMap<string, SignedMember>;
  readonly clerk: string;
  readonly officer: string;
  /** Those who trade in the market square. */
  readonly traders: readonly SignedMember[];
  /** Of the item that begins with these words. */
  itemId(words: string): string;
  titleOf(words: string): string;
}

/** How the item begins in which most of them trade. */
export const STALL_ITEM = 'Market Square';

const NAMES = [
  ...['ashdown', 'birtle', 'coyne', 'deverell', 'eastlake', 'farrow'],
  ...['garrity', 'holloway', 'iveson', 'jessop', 'kendrew'],
] as const;
type Name = (typeof NAMES)[number];

const STALL: InterestDetails = {
  category: 'employment',
  role: 'Proprietor',
  employer: 'Market Square Stalls Ltd',
};

/** What each of them has registered. Most of the committee trades in the market square. */
const REGISTERED: Partial<Record<Name, readonly InterestDetails[]>> = {
  birtle: [{ category: 'land', address: 'Orchard Farm, Cider Lane, Marlbury', natureOfInterest: 'Owner' }],
  coyne: [{ category: 'land', address: '7 Tanyard Row, Marlbury ML4 7QX', natureOfInterest: 'Tenant' }],
};

/** The council with its committee, its interests entered, and the agenda uploaded, on 1 November 2023. */
export async function planningCommittee(app: TestApp): Promise<Committee> {
  const council = await foundCouncil(app, 'district');
  const clerk = await officer(app, council, 'committee-clerk@example.org', 'democratic-services');
  const monitoring = await officer(app, council, 'monitoring@example.org', 'monitoring-officer');
  const bodyId = await council.inUnit(async (uow) => {
    const since = civilDate('2021-05-10');
    done(await app.get(Authorities).adoptCode(uow, { code: 'lga-model-2020', fromOn: since }));
    const quorum = { kind: 'fraction', oneIn: 3, atLeast: 3 } as const;
    return done(await app.get(Bodies).add(uow, { name: 'Planning Committee', kind: 'committee', quorum })).id;
  });
  const members = new Map<string, SignedMember>();
  for (const [index, name] of NAMES.entries()) {
    const member = await addMember(app, council, `${name}@example.org`, { on: '2023-05-09' });
    members.set(name, member);
    await council.inUnit(async (uow) => {
      const seat = { bodyId, role: index === 0 ? 'chairman' : 'member' } as const;
      const { id: seatId } = await app.get(Seats).add(uow, seat);
      const { memberId } = member;
      const fromOn = civilDate('2023-05-09');
      done(await app.get(Seats).fill(uow, { seatId, memberId, fromOn }));
      const groupName = index < 6 ? 'Independent' : 'Residents';
      await app.get(Members).joinGroup(uow, { memberId, groupName, fromOn });
    });
    // The last nine trade in the square: with them out, an item about it cannot be decided.
    const own = [...(REGISTERED[name] ?? []), ...(index >= 2 ? [STALL] : [])];
    if (own.length > 0) await register(app, council, member, own);
  }
  const meetingId = await agenda(app, council);
  const items = await council.inUnit((uow) => app.get(Meetings).items(uow, meetingId));
  const find = (words: string): AgendaItem => {
    const found = items.find(({ title }) => title.startsWith(words));
    if (found === undefined) throw new Error(`No item begins with “${words}”.`);
    return found;
  };
  return {
    ...{ council, members, clerk, officer: monitoring, meetingId },
    traders: [...members.values()].slice(2),
    itemId: (words) => find(words).id,
    titleOf: (words) => find(words).title,
  };
}

async function officer(
  app: TestApp,
  council: Council,
  email: string,
  role: 'democratic-services' | 'monitoring-officer',
): Promise<string> {
  const accountId = await app.addPerson(email, { name: email });
  await council.inUnit((uow) => app.get(Roles).grant(uow, { accountId, role, fromOn: '2023-05-01' }));
  return email;
}

async function register(
  app: TestApp,
  council: Council,
  member: SignedMember,
  own: readonly InterestDetails[],
): Promise<void> {
  const answers = Object.fromEntries(
    own.map(({ category }) => [
      `${category}/self`,
      { answer: 'entries' as const, interests: own.filter((one) => one.category === category) },
    ]),
  );
  const id = await notify(app, council, { ...member, answers });
  done(await council.inUnit((uow) => app.get(Register).enter(uow, id)));
}

/** Reads the agenda as an upload is read, and saves it as it was read. */
async function agenda(app: TestApp, council: Council): Promise<string> {
  return council.inUnit(async (uow) => {
    const bytes = new TextEncoder().encode(PLANNING_AGENDA);
    const { id } = done(await app.get(AgendaImports).receive(uow, { fileName: 'agenda.txt', bytes }));
    const reading = (await app.get(AgendaImports).find(uow, id))?.reading;
    const bodyId = matchBody(reading?.body ?? null, await app.get(Bodies).list(uow));
    if (reading?.date == null || reading.time === null || bodyId === undefined)
      throw new Error(`The agenda was not read: ${JSON.stringify(reading)}`);
    const items = reading.items.map((item) => ({
      ...{ number: item.number, title: item.title, text: item.text ?? '', restricted: false },
      facts: proposedFacts(item.facts, 'committee'),
    }));
    const corrected = {
      ...{ bodyId, meetsOn: civilDate(reading.date), startsAt: reading.time, items },
      venue: reading.venue ?? '',
    };
    return done(await app.get(Meetings).saveFromImport(uow, id, corrected)).meetingId;
  });
}

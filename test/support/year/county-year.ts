import { Authorities, Bodies } from '../../../src/authorities/index.js';
import { addDays, civilDate } from '../../../src/law/index.js';
import { Sealer } from '../../../src/platform/sealing/index.js';
import { done, foundCouncil, type Council } from '../council.js';
import type { Rooms } from '../rooms.js';
import { CouncilYear, type Held, type YearMeeting, type YearMember } from './council-year.js';
import { FAULTS, HOUSEHOLDS, type Expected, type Fault } from './faults.js';
import { MadeUpWords } from './words.js';

export interface YearSize {
  readonly county: CouncilSize;
  readonly parishes: number;
  readonly parish: CouncilSize;
}
export interface CouncilSize {
  readonly members: number;
  readonly bodies: number;
  readonly seatsOnEach: number;
  readonly meetingsOfEach: number;
  /** How many times every fault happens here; in a parish one of them happens, each in its turn. */
  readonly rounds: number;
}

/** A council of the year, and all that its checks should find on the last day of April. */
export interface YearOfCouncil {
  readonly council: Council;
  readonly expected: readonly Expected[];
  readonly members: readonly YearMember[];
  readonly meetings: readonly YearMeeting[];
  readonly interests: number;
}

const ELECTED_ON = '2017-05-08';
const LONG_AGO = '2013-05-06';
/** The place among the meetings of a body of the one whose agenda came late. */
const LATE = 1;
/** The places, from the last one, of the meetings that another system counted: the first of these differs. */
const COUNTED = [1, 2];
const FIRST_MEETING = '2017-06-06';
/** The last day of the year that is looked at. */
export const YEAR_ENDS_ON = '2018-04-30';

/** A county with its parishes from the election of May 2017 to the end of April 2018, with planted faults. */
export async function seedYear(rooms: Rooms, size: YearSize): Promise<YearOfCouncil[]> {
  const words = new MadeUpWords();
  const county = await foundCouncil(rooms);
  const years = [await seedCouncil(rooms, county, size.county, FAULTS, words)];
  for (let parish = 0; parish < size.parishes; parish += 1) {
    const council = await foundCouncil(rooms, 'parish', county.authorityId);
    const fault = FAULTS[parish % FAULTS.length];
    years.push(await seedCouncil(rooms, council, size.parish, fault === undefined ? [] : [fault], words));
  }
  return years;
}

/** What is to happen to one member at one meeting of a body. */
interface Planned {
  readonly fault: Fault;
  readonly company: string;
  readonly member: YearMember;
  readonly bodyId: string;
  /** The place of the meeting among those of its body. */
  readonly at: number;
}

async function seedCouncil(
  rooms: Rooms,
  council: Council,
  size: CouncilSize,
  faults: readonly Fault[],
  words: MadeUpWords,
): Promise<YearOfCouncil> {
  const bodyIds = await bodiesOf(rooms, council, size.bodies);
  const year = new CouncilYear(council.authorityId, council.accountId, rooms.get(Sealer));
  const stories = Array.from({ length: size.rounds }, () => faults).flat();
  const seats = size.bodies * size.seatsOnEach;
  if (stories.length > seats) throw new Error(`${stories.length} stories need as many seats, not ${seats}.`);
  if (size.members < seats + 2 * HOUSEHOLDS.length) throw new Error('More members must be there than seats.');

  const expected: Expected[] = [];
  const held = new Map<string, readonly Held[]>();
  const members = Array.from({ length: size.members }, (_, index) => {
    const becameOn = stories[index]?.longInOffice === true ? LONG_AGO : ELECTED_ON;
    const member = year.member(`${words.next()} ${words.next()}`, becameOn);
    return { ...member, becameOn };
  });
  const planned: Planned[] = [];
  for (const [index, member] of members.slice(0, seats).entries()) {
    const bodyId = bodyIds[index % bodyIds.length] ?? '';
    year.seat(bodyId, member.id, member.becameOn);
    const fault = stories[index];
    if (fault === undefined) continue;
    const company = `${words.next()} ${words.next()} Ltd`;
    // The first half of the year, so that something can happen later.
    const at = Math.floor(index / bodyIds.length) % Math.max(1, Math.floor(size.meetingsOfEach / 2));
    planned.push({ fault, company, member, bodyId, at });
    held.set(member.id, (fault.held ?? employed)(company));
  }
  for (const [place, household] of HOUSEHOLDS.entries()) {
    const [one, other] = members.slice(seats + 2 * place, seats + 2 * place + 2);
    if (one === undefined || other === undefined) continue;
    const address = `${place + 1} ${words.next()} Lane, ${words.next()}`;
    const company = `${words.next()} ${words.next()} Ltd`;
    held.set(one.id, household.one(company, address));
    held.set(other.id, household.other(company, address));
    if (household.differs)
      expected.push({ check: 'household-differs', key: [one.id, other.id].sort().join('/') });
  }

  let interests = 0;
  let counted = 0;
  const entries = new Map<string, readonly string[]>();
  for (const [index, member] of members.entries()) {
    const on = member.becameOn === ELECTED_ON ? '2017-05-22' : '2013-05-20';
    const planted = held.get(member.id);
    const all = planted ?? interestsOf(words, index);
    interests += all.length;
    entries.set(member.id, year.notified(member.id, on, all));
  }

  const meetings: YearMeeting[] = [];
  for (const bodyId of bodyIds) {
    const seated = members.slice(0, seats).filter((_, index) => bodyIds[index % bodyIds.length] === bodyId);
    const its: YearMeeting[] = [];
    const happenings = planned.filter((one) => one.bodyId === bodyId);
    for (let at = 0; at < size.meetingsOfEach; at += 1) {
      const on = addDays(civilDate(FIRST_MEETING), Math.floor((at * 320) / size.meetingsOfEach));
      const about = happenings.filter(({ fault }) => fault.onTheAgenda !== false);
      const titles = [
        'Apologies and welcome',
        ...about
          .filter((one) => one.at === at)
          .map(({ company }) => `Contract with ${company} for winter works`),
        ...about
          .filter((one) => one.fault.again === true && at === size.meetingsOfEach - 1)
          .map(({ company }) => `Further contract with ${company}`),
        ...Array.from({ length: 6 }, () => `Report on the ${words.next()} scheme`),
      ];
      const isLate = at === LATE;
      const fromLast = size.meetingsOfEach - 1 - at;
      const externalId = COUNTED.includes(fromLast) ? String(++counted) : undefined;
      const meeting = year.meeting(bodyId, on, titles, {
        issuedOn: addDays(on, isLate ? -2 : -14),
        ...(externalId !== undefined && { origin: { source: 'moderngov', externalId } }),
      });
      if (isLate) expected.push({ check: 'late-agenda', key: meeting.id });
      if (externalId !== undefined) {
        // Nobody declares anything at these meetings. Elsewhere one of them has two declarations at its last item.
        const differs = fromLast === COUNTED[0];
        year.counted(
          meeting,
          externalId,
          titles.map((_, index) => (differs && index === titles.length - 1 ? 2 : 0)),
        );
        if (differs) expected.push({ check: 'declaration-count', key: meeting.id });
      }
      for (const { id } of seated) {
        const absent = happenings.some((one) => one.at === at && one.member.id === id && one.fault.absent);
        year.attended(meeting, id, absent ? 'apologies' : 'present');
      }
      its.push(meeting);
    }
    for (const { fault, company, member, at } of happenings) {
      const meeting = its[at];
      const last = its.at(-1);
      const item = meeting?.items.find(({ title }) => title.includes(company)) ?? meeting?.items[0];
      const again = last?.items.find(({ title }) => title.startsWith('Further') && title.includes(company));
      if (meeting === undefined || item === undefined) throw new Error('A story has no meeting.');
      const later = last && again && { meeting: last, item: again };
      const scene = { year, member, company, entries: entries.get(member.id) ?? [], meeting, item, later };
      expected.push(...(fault.happens?.(scene) ?? []));
    }
    meetings.push(...its);
  }
  await council.inUnit((uow) => year.write(uow));
  return { council, expected, members, meetings, interests };
}

const employed = (company: string): readonly Held[] => [
  { details: { category: 'employment', role: 'Director', employer: company } },
];

async function bodiesOf(rooms: Rooms, council: Council, count: number): Promise<string[]> {
  return council.inUnit(async (uow) => {
    const code = { code: 'worcestershire-2012', fromOn: civilDate('2012-07-01') };
    done(await rooms.get(Authorities).adoptCode(uow, code));
    const ids: string[] = [];
    for (let body = 1; body <= count; body += 1) {
      const quorum = { kind: 'fraction', oneIn: 3, atLeast: 2 } as const;
      const added = await rooms
        .get(Bodies)
        .add(uow, { name: `Committee ${body}`, kind: 'committee', quorum });
      ids.push(done(added).id);
    }
    return ids;
  });
}

/** Five interests, and six of every fifth member, all of things that no agenda names. */
function interestsOf(words: MadeUpWords, index: number): Held[] {
  const company = (): string => `${words.next()} ${words.next()}`;
  const address = `${(index % 90) + 1} ${words.next()} Row, ${words.next()}`;
  const all: Held[] = [
    { details: { category: 'employment', role: 'Bookkeeper', employer: `${company()} Ltd` } },
    {
      details: {
        ...{ category: 'land', address, natureOfInterest: 'Owner', gives: 'occupation' },
        ...{ inArea: true, isHome: true },
      },
    },
    {
      details: {
        category: 'licences',
        address: `Plot 3, ${company()} Meadow`,
        from: '2016-01-01',
        inArea: true,
      },
    },
    { details: { category: 'employment', role: 'Adviser', employer: `${company()} Partnership` } },
    {
      details: {
        ...{
          category: 'land',
          address: `The barn, ${company()} Farm`,
          natureOfInterest: 'Receives the rent',
        },
        ...{ gives: 'income', inArea: true, isHome: false },
      },
    },
  ];
  return index % 5 === 0
    ? [
        ...all,
        {
          details: {
            category: 'licences',
            address: `Stall 9, ${company()} Market`,
            from: '2015-04-01',
            inArea: true,
          },
        },
      ]
    : all;
}

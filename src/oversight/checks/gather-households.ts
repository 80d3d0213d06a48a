import { Injectable } from '@nestjs/common';
import type { CivilDate } from '../../law/index.js';
import { Members } from '../../members/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import {
  describeInterest,
  namesAndAddresses,
  Register,
  sameDetails,
  samePlace,
  tellsOf,
  type OpenedEntry,
} from '../../register/index.js';
import { evidenceOfEntry, openedOr } from './gather-register.js';
import type { Household, ListedByOne } from './household-differs.js';
import { plainPostcode, wordsOfName } from './names.js';

/** A name of more words than this is looked up by no more of them. */
const MOST_WORDS = 5;
type Entries = ReadonlyMap<string, readonly OpenedEntry[]>;
type KnownBy = Household['knownBy'][number];

/** Members who seem to live together: by one home, or because a partner’s interest of one names the other. */
@Injectable()
export class GatherHouseholds {
  constructor(
    private readonly members: Members,
    private readonly register: Register,
  ) {}

  async of(uow: UnitOfWork, asAt: CivilDate): Promise<{ facts: Household[]; untold: number }> {
    const inOffice = await this.members.inOffice(uow, asAt);
    const ids = inOffice.map(({ member }) => member.id);
    const current = await this.register.currentOf(uow, ids);
    const entries = new Map<string, readonly OpenedEntry[]>();
    for (const id of ids) {
      const opened = openedOr(() => current(id));
      if (opened !== undefined)
        entries.set(
          id,
          opened.filter(({ entry }) => entry.enteredOn <= asAt),
        );
    }
    const names = new Map(inOffice.map(({ member }) => [member.id, member.name]));
    const facts = [...pairsIn(entries, names)].map(([pair, knownBy]) => householdOf(pair, knownBy, entries));
    return { facts, untold: ids.length - entries.size };
  }
}

/** Every pair once, by its two ids in order, with how it is known. */
function pairsIn(entries: Entries, names: ReadonlyMap<string, string>): Map<string, Set<KnownBy>> {
  const pairs = new Map<string, Set<KnownBy>>();
  const add = (one: string, other: string, by: KnownBy): void => {
    if (one === other) return;
    const key = [one, other].sort().join('/');
    pairs.set(key, (pairs.get(key) ?? new Set<KnownBy>()).add(by));
  };
  for (const [one, other] of bySameHome(entries)) add(one, other, 'same-home');
  for (const [one, other] of byName(entries, names)) add(one, other, 'named-as-partner');
  return pairs;
}

const isHome = ({ details }: OpenedEntry): boolean => 'isHome' in details && details.isHome;
const homesIn = (opened: readonly OpenedEntry[]): OpenedEntry[] => opened.filter(isHome);
/** A place of which nobody said whether it is a home may be the home that the other has there. */
const mayBeHome = ({ details }: OpenedEntry): boolean =>
  (details.category === 'land' || details.category === 'licences') && details.isHome !== false;

/** Homes are compared within one postcode, or within one first word of the address where none is given. */
function bySameHome(entries: Entries): [string, string][] {
  const places = new Map<string, { memberId: string; home: OpenedEntry }[]>();
  for (const [memberId, opened] of entries)
    for (const home of opened.filter(mayBeHome))
      for (const key of keysOf(home)) places.set(key, [...(places.get(key) ?? []), { memberId, home }]);
  return [...places.values()].flatMap((together) =>
    together.flatMap((one, index) =>
      together
        .slice(index + 1)
        .filter(({ home }) => isHome(one.home) || isHome(home))
        .filter(({ home }) => samePlace(one.home.details, home.details))
        .map(({ memberId }): [string, string] => [one.memberId, memberId]),
    ),
  );
}

function keysOf({ details }: OpenedEntry): string[] {
  if (!('address' in details)) return [];
  const [first = '', second = ''] = wordsOfName(details.address);
  const postcode = plainPostcode(details.postcode);
  return [`${first} ${second}`, ...(postcode === '' ? [] : [postcode])];
}

/** A partner’s interest names the other where the whole name stands in it, in either order of its words. */
function byName(entries: Entries, names: ReadonlyMap<string, string>): [string, string][] {
  const called = new Map<string, string[]>();
  for (const [id, name] of names) {
    const words = wordsOfName(name);
    if (words.length < 2) continue;
    const key = words.join(' ');
    called.set(key, [...(called.get(key) ?? []), id]);
  }
  return [...entries].flatMap(([memberId, opened]) =>
    opened
      .filter(({ entry }) => entry.heldBy === 'partner')
      .flatMap(({ details }) => namedIn(describeInterest(details), called))
      .map((other): [string, string] => [memberId, other]),
  );
}

function namedIn(text: string, called: ReadonlyMap<string, readonly string[]>): string[] {
  const words = wordsOfName(text);
  return words.flatMap((_, from) =>
    Array.from({ length: MOST_WORDS - 1 }, (__, more) =>
      words.slice(from, from + more + 2).join(' '),
    ).flatMap((run) => called.get(run) ?? []),
  );
}

function householdOf(pair: string, knownBy: ReadonlySet<KnownBy>, entries: Entries): Household {
  const [one = '', other = ''] = pair.split('/');
  const [ours, theirs] = [entries.get(one) ?? [], entries.get(other) ?? []];
  const homes = [...homesIn(ours), ...homesIn(theirs)];
  return {
    memberIds: [one, other],
    knownBy: [...knownBy],
    homeIsSensitive: knownBy.has('same-home') && homes.some(({ entry }) => entry.sensitive !== 'no'),
    listed: [...listedBy(ours, theirs), ...listedBy(theirs, ours)],
  };
}

function listedBy(ours: readonly OpenedEntry[], theirs: readonly OpenedEntry[]): ListedByOne[] {
  const partners = ours.filter(({ entry }) => entry.heldBy === 'partner' && entry.category !== 'gifts');
  const homes = homesIn(ours).filter(({ entry }) => entry.heldBy === 'self');
  return [
    ...partners.map((listed) => ({
      ...{ evidence: evidenceOfEntry(listed), what: 'partners-interest' as const },
      inTheOthers: theirs.some((held) => held.entry.heldBy === 'self' && isTheSame(listed, held)),
    })),
    ...homes.map((listed) => ({
      ...{ evidence: evidenceOfEntry(listed), what: 'home' as const },
      inTheOthers: theirs.some((held) => isTheSame(listed, held)),
    })),
  ];
}

/** In the same words, of the same place, or with a name in common under the same heading. */
function isTheSame({ details }: OpenedEntry, held: OpenedEntry): boolean {
  const other = held.details;
  if (sameDetails(details, other) || samePlace(details, other)) return true;
  if (details.category !== other.category) return false;
  const { names, addresses } = namesAndAddresses(details);
  return names.length + addresses.length > 0 && tellsOf(details, other);
}

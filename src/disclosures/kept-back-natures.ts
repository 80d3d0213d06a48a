import { Injectable } from '@nestjs/common';
import type { RegisterCategory } from '../law/index.js';
import { onceEach, type UnitOfWork } from '../platform/database/index.js';
import {
  namesAndAddresses,
  Register,
  type OpenedEntry,
  type PublicLine,
  type Sensitivity,
} from '../register/index.js';
import type { OpenedDisclosure } from './disclosure-details.js';
import { KnownInterests, type KnownInterest } from './known-interests.js';

type Kept = Exclude<Sensitivity, 'no'>;

/** What must not be told today of what a member declared, whenever that was. */
export interface KeptBackNatures {
  /** For people of the council: agreed to be sensitive, or waiting for the officer to say; undefined where it may be told. */
  fromEverybody(disclosure: OpenedDisclosure): Kept | undefined;
  /** For anybody: also what is not entered yet, a home address that is left out of the register, and what may tell of them. */
  fromThePublic(disclosure: OpenedDisclosure): Kept | 'not-shown' | undefined;
}

/** Something of a member’s that is kept back, and the words that would tell it. */
interface Hidden extends Told {
  readonly is: Kept | 'home-address';
}

interface Told {
  readonly ids: readonly string[];
  readonly category: RegisterCategory;
  readonly is: Sensitivity | 'home-address';
  readonly words: ReadonlySet<string>;
}

/**
 * An interest can become sensitive after its nature was declared. What was said aloud was said; no page, file or minute
 * that is made from then on repeats it, also where the member put it in other words. Meant to be true too often rather
 * than too seldom.
 */
@Injectable()
export class NaturesKeptBack {
  constructor(
    private readonly known: KnownInterests,
    private readonly register: Register,
  ) {}

  /** Of these members, in one reading. Opened when a member is asked about, and once. */
  async ofMembers(
    uow: UnitOfWork,
    memberIds: readonly string[],
  ): Promise<(memberId: string) => KeptBackNatures> {
    // What is opened once is not opened again: to unseal is the dearest part.
    const history = onceEach(await this.register.historyOf(uow, memberIds));
    const published = await this.register.publishedOf(uow, memberIds);
    const known = await this.known.ofMembers(uow, memberIds, (id) =>
      history(id).filter(({ entry }) => entry.endedOn === null),
    );
    return onceEach((id) => keptBackIn(history(id), published(id), known(id)));
  }

  /** As everybody may read them: without a nature that is kept back by now. */
  async readable(uow: UnitOfWork, rows: readonly OpenedDisclosure[]): Promise<OpenedDisclosure[]> {
    const asked = rows.filter(tellsItsNature);
    if (asked.length === 0) return [...rows];
    const ofMember = await this.ofMembers(uow, [...new Set(asked.map(({ memberId }) => memberId))]);
    return rows.map((row) => {
      if (!tellsItsNature(row)) return row;
      const withheld = ofMember(row.memberId).fromEverybody(row);
      return withheld === undefined ? row : withoutNature(row, withheld);
    });
  }
}

const tellsItsNature = ({ kind, natureWithheld }: OpenedDisclosure): boolean =>
  kind === 'interest' && !natureWithheld;

function keptBackIn(
  history: readonly OpenedEntry[],
  published: readonly PublicLine[],
  known: readonly KnownInterest[],
): KeptBackNatures {
  const homes = new Set(
    published.flatMap(({ withheldBy, thingId }) =>
      withheldBy === null || thingId === null ? [] : [thingId],
    ),
  );
  const entered = history.map(({ entry, details }): Told => {
    const { names, addresses } = namesAndAddresses(details);
    const is = entry.sensitive === 'no' && homes.has(entry.thingId) ? 'home-address' : entry.sensitive;
    const ids = [entry.id, entry.thingId, entry.notifiedInterestId];
    return { ids, category: entry.category, is, words: tellingWords([...names, ...addresses]) };
  });
  const pending = known
    .filter(({ state }) => state === 'pending')
    .map(({ knownAs, category, sensitive, names }): Told => ({
      ...{ ids: knownAs, category, is: sensitive, words: tellingWords(names) },
    }));
  const hidden = [...entered, ...pending].filter((one): one is Hidden => one.is !== 'no');
  const enteredIds = new Set(entered.flatMap(({ ids }) => ids));
  return {
    fromEverybody: (disclosure) =>
      fromEverybody(
        disclosure,
        hidden.filter(({ is }) => is !== 'home-address'),
      ),
    fromThePublic: (disclosure) => fromThePublic(disclosure, hidden, enteredIds),
  };
}

function withoutNature(row: OpenedDisclosure, withheld: Kept): OpenedDisclosure {
  const { interestId, stood, category, heard } = row.details;
  const told = { ...(interestId && { interestId }), ...(stood && { stood }), ...(category && { category }) };
  return { ...row, natureWithheld: true, details: { ...told, ...(heard && { heard }), withheld } };
}

function fromEverybody(disclosure: OpenedDisclosure, hidden: readonly Hidden[]): Kept | undefined {
  const { natureWithheld, details } = disclosure;
  if (natureWithheld) return details.withheld ?? 'agreed';
  const same = hidden.find(({ ids }) => details.interestId !== undefined && ids.includes(details.interestId));
  if (same !== undefined) return same.is === 'agreed' ? 'agreed' : 'claimed';
  return namesOneOf(details.nature, hidden) ? 'claimed' : undefined;
}

function fromThePublic(
  disclosure: OpenedDisclosure,
  hidden: readonly Hidden[],
  entered: ReadonlySet<string>,
): Kept | 'not-shown' | undefined {
  const kept = fromEverybody(disclosure, hidden);
  const { interestId, category, heard = false } = disclosure.details;
  // Of what a clerk recorded, one answer for all: else the page would tell who has a sensitive entry (s.32(2)).
  if (kept !== undefined) return kept === 'agreed' && !heard ? 'agreed' : 'not-shown';
  // What waits for the officer may yet become sensitive. What nobody notified may be what is withheld, in other words.
  const mayTell =
    interestId === undefined ? hidden.some((one) => one.category === category) : !entered.has(interestId);
  return mayTell ? 'not-shown' : undefined;
}

function namesOneOf(nature: string | undefined, hidden: readonly Hidden[]): boolean {
  const said = tellingWords([nature ?? '']);
  return hidden.some(({ words }) => [...words].some((word) => said.has(word)));
}

/** Words long enough to name somebody or some place; 'Ltd', 'Lane' and numbers name nobody by themselves. */
export function tellingWords(texts: readonly string[]): ReadonlySet<string> {
  const words = texts.flatMap(
    (text) =>
      text
        .normalize('NFKC')
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [],
  );
  return new Set(words.filter((word) => word.length >= 5 && !NAMES_NOBODY.has(word)));
}

const NAMES_NOBODY = new Set([
  'limited',
  'company',
  'street',
  'avenue',
  'council',
  'services',
  'county',
  'group',
]);

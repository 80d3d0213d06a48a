import {
  namesAndAddresses,
  sameDetails,
  type InterestDetails,
  type OpenedEntry,
  type OpenedInterest,
} from '../../../register/index.js';
import { fieldChanges, type FieldChange } from './field-words.js';

/**
 * How an interest that was told stands to what the register holds.
 * - new: the register holds nothing like it
 * - unchanged: it says the same
 * - changed: the same thing told otherwise
 * - end: it is held no longer, as the member said
 * - gone: what was to be changed, corrected or ended is in the register no longer
 */
export type Stands = 'new' | 'unchanged' | 'changed' | 'end' | 'gone';

export interface ComparedInterest {
  readonly interest: OpenedInterest;
  readonly stands: Stands;
  /** The entry that it is compared with. */
  readonly entry: OpenedEntry | undefined;
  /** Which field, from what to what; empty unless it is changed. */
  readonly changes: readonly FieldChange[];
}

export interface Comparison {
  /** Each interest that is still pending, in the order in which it was told. */
  readonly told: readonly ComparedInterest[];
  /** Entries that this notification tells no longer: they end once all of it is entered. */
  readonly noLongerTold: readonly OpenedEntry[];
}

/** What the register holds of the member. */
export interface Held {
  /** Every entry, ended ones too. */
  readonly history: readonly OpenedEntry[];
  /** What was told after this notification: silence here does not end the entries that it has made or repeated. */
  readonly toldLater: readonly OpenedInterest[];
}

/** Compares what is pending in a notification with what the register holds, as entering it would. */
export function compare(
  kind: 'whole' | 'change',
  interests: readonly OpenedInterest[],
  { history, toldLater }: Held,
): Comparison {
  const pending = interests.filter(({ fate }) => fate === null);
  const current = history.filter(({ entry }) => entry.endedOn === null);
  const decided = entriesOf(interests, current);
  const free = new Set(current.filter((one) => !decided.has(one)));
  const later = entriesOf(toldLater, current);
  const take = (entry: OpenedEntry | undefined): OpenedEntry | undefined => {
    if (entry !== undefined) free.delete(entry);
    return entry;
  };

  const told = new Map<OpenedInterest, ComparedInterest>();
  const unnamed: OpenedInterest[] = [];
  for (const interest of pending) {
    if (interest.aboutEntryId === null) unnamed.push(interest);
    else told.set(interest, named(interest, take(meant(interest.aboutEntryId, history))));
  }
  // What says the same finds its entry first, so that what says nearly the same does not take it away.
  for (const interest of unnamed) {
    const entry = take([...free].find((one) => isSame(interest, one)));
    if (entry !== undefined) told.set(interest, { interest, entry, stands: 'unchanged', changes: [] });
  }
  for (const interest of unnamed.filter((one) => !told.has(one))) {
    const entry = kind === 'whole' ? take(likest(interest, [...free])) : undefined;
    told.set(interest, entry === undefined ? isNew(interest) : changed(interest, entry));
  }
  return {
    told: pending.flatMap((interest) => told.get(interest) ?? []),
    noLongerTold:
      kind === 'change' ? [] : [...free].filter((one) => one.entry.category !== 'gifts' && !later.has(one)),
  };
}

const isNew = (interest: OpenedInterest): ComparedInterest => ({
  ...{ interest, entry: undefined, stands: 'new', changes: [] },
});

const changed = (interest: OpenedInterest, entry: OpenedEntry): ComparedInterest => ({
  ...{ interest, entry, stands: 'changed', changes: fieldChanges(entry.details, interest.details) },
});

/** An interest that names the entry which it changes, corrects or ends. */
function named(interest: OpenedInterest, entry: OpenedEntry | undefined): ComparedInterest {
  if (entry === undefined) return { ...isNew(interest), stands: 'gone' };
  if (interest.act === 'end') return { interest, entry, stands: 'end', changes: [] };
  return changed(interest, entry);
}

/** The current entry of the thing that was named; it is another one where something was entered since. */
function meant(entryId: string, history: readonly OpenedEntry[]): OpenedEntry | undefined {
  const thing = history.find(({ entry }) => entry.id === entryId)?.entry.thingId;
  return history.find(({ entry }) => entry.thingId === thing && entry.endedOn === null);
}

/** The current entries that these interests have made or repeated. */
function entriesOf(
  interests: readonly OpenedInterest[],
  current: readonly OpenedEntry[],
): ReadonlySet<OpenedEntry> {
  const done = interests.filter(({ fate }) => fate === 'entered' || fate === 'repeated');
  const made = new Set<OpenedEntry>();
  for (const interest of done) {
    const its = current.find(
      (one) => !made.has(one) && (one.entry.notifiedInterestId === interest.id || isSame(interest, one)),
    );
    if (its !== undefined) made.add(its);
  }
  return made;
}

const isOfKind = (interest: OpenedInterest, { entry }: OpenedEntry): boolean =>
  entry.category === interest.category && entry.heldBy === interest.heldBy;

const isSame = (interest: OpenedInterest, opened: OpenedEntry): boolean =>
  isOfKind(interest, opened) && sameDetails(interest.details, opened.details);

/** Of the entries that name what the interest names, the one in which the fewest fields differ. */
function likest(interest: OpenedInterest, entries: readonly OpenedEntry[]): OpenedEntry | undefined {
  return entries
    .filter((one) => isOfKind(interest, one) && namesTheSame(interest.details, one.details))
    .map((one) => ({ one, differ: fieldChanges(one.details, interest.details).length }))
    .sort((a, b) => a.differ - b.differ)[0]?.one;
}

function namesTheSame(a: InterestDetails, b: InterestDetails): boolean {
  const theirs = wordsOf(b);
  return wordsOf(a).some((one) => theirs.some((other) => isTheSameName(one, other)));
}

/** Equal, or one begins with the other: 'Quay House, WR1 1AA' with 'Quay House'. Three letters begin too many names. */
function isTheSameName(a: string, b: string): boolean {
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  return shorter === longer || (shorter.length > 3 && longer.startsWith(shorter));
}

/** Names and addresses without the marks between their letters. */
function wordsOf(details: InterestDetails): string[] {
  const { names, addresses } = namesAndAddresses(details);
  return [...names, ...addresses].map((text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
}

import {
  civilDate,
  type Asked,
  type CivilDate,
  type HeldBy,
  type RegisterCategory,
} from '../../law/index.js';
import {
  sameDetails,
  type Draft,
  type DraftAnswer,
  type GiftDetails,
  type InterestDetails,
  type OpenedEntry,
  type OpenedInterest,
  type OpenedNotification,
  type Question,
} from '../../register/index.js';
import { questionKey } from './draft.js';

/** What there is of a member: entries of the register as they stand, and notifications, oldest first. */
export interface ToldSoFar {
  readonly entries: readonly OpenedEntry[];
  /** The last whole one, every one of which something is pending, and the last of all. */
  readonly notifications: readonly OpenedNotification[];
}

/** What a member has said up to now, as a draft, and when they said it last. */
export interface LastSaid {
  readonly draft: Draft;
  readonly on: CivilDate;
}

/** One interest that stands as said. */
interface Standing {
  readonly entryId: string | undefined;
  readonly category: RegisterCategory;
  readonly heldBy: HeldBy;
  readonly details: InterestDetails;
}

/**
 * What a member has said they hold: what the register has or, while a whole notification is pending, what that says; with
 * the changes told since. Gifts are no part of it, because each is told of once. Undefined while nothing was said.
 */
export function lastSaid({ entries, notifications }: ToldSoFar): LastSaid | undefined {
  const whole = notifications.findLast(({ notification }) => notification.kind === 'whole');
  const later = whole === undefined ? notifications : notifications.slice(notifications.indexOf(whole) + 1);
  const changes = later.flatMap(({ interests }) => interests).filter(({ fate }) => fate === null);
  const standing = changes
    .reduce(withChange, base(whole, entries))
    .filter(({ category }) => category !== 'gifts');
  const questions = new Set<Question>([
    ...(whole?.answers ?? []).filter(({ category }) => category !== 'gifts').map(questionKey),
    ...standing.map(questionKey),
  ]);
  const days = notifications.length > 0 ? notifications.map(receivedOn) : entries.map(enteredOn);
  const on = days.toSorted().at(-1);
  if (questions.size === 0 || on === undefined) return undefined;
  const answers = Object.fromEntries(
    [...questions].map((question) => [question, answerIn(standing, question)]),
  );
  const { hasPartner } = whole?.notification ?? {};
  return {
    draft: { ...(typeof hasPartner === 'boolean' ? { hasPartner } : {}), answers },
    on: civilDate(on),
  };
}

/** The gifts that were told of and are not in the register yet. */
export function giftsNotYetRegistered(notifications: readonly OpenedNotification[]): GiftDetails[] {
  return notifications
    .flatMap(({ interests }) => interests)
    .filter(({ fate }) => fate === null)
    .map(({ details }) => details)
    .filter((details) => details.category === 'gifts');
}

function base(whole: OpenedNotification | undefined, entries: readonly OpenedEntry[]): Standing[] {
  if (whole?.notification.enteredAt !== null) return entries.map(standingEntry);
  return whole.interests
    .filter(({ fate }) => fate !== 'withdrawn')
    .map((interest) => ({
      entryId: entries.find((entry) => isRepeatedBy(entry, interest))?.entry.id,
      ...{ category: interest.category, heldBy: interest.heldBy, details: interest.details },
    }));
}

function withChange(standing: readonly Standing[], change: OpenedInterest): Standing[] {
  const { act, aboutEntryId, category, heldBy, details } = change;
  const at = standing.findIndex(({ entryId }) => entryId !== undefined && entryId === aboutEntryId);
  const said: Standing = { entryId: aboutEntryId ?? undefined, category, heldBy, details };
  if (act === 'end') return at === -1 ? [...standing] : standing.toSpliced(at, 1);
  return at === -1 ? [...standing, said] : standing.toSpliced(at, 1, said);
}

const standingEntry = ({ entry, details }: OpenedEntry): Standing => ({
  entryId: entry.id,
  ...{ category: entry.category, heldBy: entry.heldBy, details },
});

const isRepeatedBy = ({ entry, details }: OpenedEntry, interest: OpenedInterest): boolean =>
  entry.heldBy === interest.heldBy && sameDetails(details, interest.details);

/** A category whose last interest has ended holds nothing: that is what was said of it in the end. */
function answerIn(standing: readonly Standing[], question: Question): DraftAnswer {
  const interests = standing
    .filter((one: Asked) => questionKey(one) === question)
    .map(({ details }) => details);
  return { answer: interests.length > 0 ? 'entries' : 'nothing', interests };
}

const receivedOn = ({ notification }: OpenedNotification): string => notification.receivedOn;
const enteredOn = ({ entry }: OpenedEntry): string => entry.enteredOn;

import { civilDate, type CivilDate, type RegisterCategory } from '../law/index.js';
import type { PublicLine } from '../register/index.js';
import { categoryInWords, withheldInWords } from '../wording/index.js';
import { mayBeShown, type KeptBack } from './kept-back.js';

/** One thing that changed in the public register on a London day. */
export interface RegisterChange {
  /** The same at every reading; of the line that was published or taken down. */
  readonly id: string;
  readonly on: CivilDate;
  readonly at: Date;
  readonly memberId: string;
  readonly memberName: string;
  /** Undefined for what is withheld under s.32. */
  readonly category: RegisterCategory | undefined;
  /** 'Added to land: Owner: 3 Mill Lane.' A sentence of its own, without the member's name. */
  readonly words: string;
}

export interface ToTellChanges {
  /**
   * Everything published or taken down in the period, in any order. Lines that stood through the period, or when it
   * began, may be among them: they tell nothing themselves, but a second s.32 notice beside one is then left out.
   */
  readonly lines: readonly PublicLine[];
  /** Members to tell of, by id. Lines of others are left out. */
  readonly names: ReadonlyMap<string, string>;
  readonly keptBack: KeptBack;
  /** The period: after the end of `from`, until the end of `to`. */
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/**
 * What changed between two days, in words, newest first. A line that is taken down in the moment in which another one
 * of the same interest is published is one change. Nil returns of a member who has, or had, a sensitive interest are
 * not told: the heading whose nil return ended without an entry in its place would be the withheld one. Of notices under
 * s.32 the page shows one, however many interests are withheld: only when the first comes and the last goes it is told.
 */
export function tellChanges({ lines, names, keptBack, from, to }: ToTellChanges): RegisterChange[] {
  const within = (day: string | null): boolean => day !== null && day > from && day <= to;
  const told = lines.filter((line) => names.has(line.memberId) && mayBeShown(line, keptBack));
  const notices = told.filter(isNotice);
  const published = told.filter((line) => within(line.publishedOn) && !notices.some(stoodBefore(line)));
  const closed = told.filter((line) => within(line.closedOn) && !notices.some(standsAfter(line)));
  const earlierOf = pairsOf(published, closed);
  const superseded = new Set(earlierOf.values());
  return [
    ...published.map((line) => change(line, names, 'published', earlierOf.get(line))),
    ...closed.filter((line) => !superseded.has(line)).map((line) => change(line, names, 'taken-down')),
  ].sort(newestFirst);
}

const isNotice = ({ kind, withheldBy }: PublicLine): boolean => kind === 'withheld' && withheldBy === 's32';

/** Whether another notice of the member stood already when this one was published. */
const stoodBefore =
  (line: PublicLine) =>
  (other: PublicLine): boolean => {
    if (!isNotice(line) || other.id === line.id || other.memberId !== line.memberId) return false;
    const [at, otherAt] = [line.publishedAt.getTime(), other.publishedAt.getTime()];
    const isEarlier = otherAt < at || (otherAt === at && other.id < line.id);
    return isEarlier && endOf(other) >= at;
  };

/** Whether another notice of the member still stands, or takes its place, when this one is taken down. */
const standsAfter =
  (line: PublicLine) =>
  (other: PublicLine): boolean => {
    if (!isNotice(line) || other.id === line.id || other.memberId !== line.memberId) return false;
    const isLater = endOf(other) > endOf(line) || (endOf(other) === endOf(line) && other.id > line.id);
    return isLater && other.publishedAt.getTime() <= endOf(line);
  };

const endOf = ({ closedAt }: PublicLine): number => closedAt?.getTime() ?? Infinity;

/** To each line that took another one's place, that other one. */
function pairsOf(
  published: readonly PublicLine[],
  closed: readonly PublicLine[],
): ReadonlyMap<PublicLine, PublicLine> {
  const closedThings = new Map(
    closed.flatMap((line) =>
      line.kind === 'entry' && line.thingId !== null
        ? [[`${line.thingId} ${String(line.closedAt?.getTime())}`, line]]
        : [],
    ),
  );
  return new Map(
    published.flatMap((line) => {
      if (line.kind !== 'entry' || line.thingId === null) return [];
      const earlier = closedThings.get(`${line.thingId} ${line.publishedAt.getTime()}`);
      return earlier === undefined || earlier === line ? [] : [[line, earlier]];
    }),
  );
}

function change(
  line: PublicLine,
  names: ReadonlyMap<string, string>,
  what: 'published' | 'taken-down',
  earlier?: PublicLine,
): RegisterChange {
  const closed = what === 'taken-down';
  return {
    id: `${line.id}/${what}`,
    on: civilDate((closed ? line.closedOn : line.publishedOn) ?? line.publishedOn),
    at: (closed ? line.closedAt : line.publishedAt) ?? line.publishedAt,
    memberId: line.memberId,
    memberName: names.get(line.memberId) ?? '',
    category: line.category ?? undefined,
    words: closed ? takenDown(line) : publishedInWords(line, earlier),
  };
}

function publishedInWords(line: PublicLine, earlier: PublicLine | undefined): string {
  const heading = headingOf(line);
  if (line.kind === 'nothing') return `${heading}nothing to register.`;
  if (line.withheldBy !== null) return `${heading}${withheldInWords(line.withheldBy)}`;
  if (earlier === undefined) return `${heading}added “${line.words ?? ''}”.`;
  return earlier.words === line.words
    ? `${heading}the details of “${line.words ?? ''}” changed.`
    : `${heading}“${earlier.words ?? ''}” changed to “${line.words ?? ''}”.`;
}

function takenDown(line: PublicLine): string {
  const heading = headingOf(line);
  if (line.kind === 'nothing') return `${heading}no longer said to be nothing.`;
  if (line.withheldBy !== null) return `${heading}no longer stated: ${withheldInWords(line.withheldBy)}`;
  return `${heading}removed “${line.words ?? ''}”.`;
}

const headingOf = ({ category }: PublicLine): string =>
  category === null ? '' : `${categoryInWords(category).name}: `;

function newestFirst(a: RegisterChange, b: RegisterChange): number {
  return (
    b.at.getTime() - a.at.getTime() || a.memberName.localeCompare(b.memberName) || (a.id < b.id ? -1 : 1)
  );
}

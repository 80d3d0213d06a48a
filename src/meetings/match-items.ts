/** What tells one item of an agenda from another. */
export interface Titled {
  readonly number: string | null;
  readonly title: string;
  /** Its id in the system that the agenda came from. */
  readonly externalId?: string | null;
}

/** Which former item each item of a revised agenda is. */
export interface MatchedItems<Former, Revised> {
  readonly items: readonly { readonly revised: Revised; readonly former: Former | undefined }[];
  /** Former items that the revised agenda no longer has. */
  readonly withdrawn: readonly Former[];
}

/**
 * Pairs the items of a revised agenda with those of the one before. The id in the system that both came from decides
 * where there is one, and else the title, because numbers move when an
 * item is put in; of several items with one title ("Exempt report") the one with the same number is taken first. What
 * is left is paired by number: a title that was mended.
 */
export function matchItems<Former extends Titled, Revised extends Titled>(
  former: readonly Former[],
  revised: readonly Revised[],
): MatchedItems<Former, Revised> {
  const free = new Set(former);
  const pairs = new Map<Revised, Former>();
  for (const isSame of [sameExternalId, sameTitleAndNumber, sameTitle, sameNumber]) {
    for (const item of revised) {
      if (pairs.has(item)) continue;
      const match = [...free].find((candidate) => isSame(candidate, item));
      if (match === undefined) continue;
      pairs.set(item, match);
      free.delete(match);
    }
  }
  return { items: revised.map((item) => ({ revised: item, former: pairs.get(item) })), withdrawn: [...free] };
}

/** The least share of its words that a title keeps when it is only worded a little differently. */
const SHARE_OF_A_MENDED_TITLE = 2 / 3;

/**
 * Whether a former item and the revised one that it was paired with are one matter, so that what a clerk said of it
 * still holds: the same title, or the same number and a title that shares most of its words. A word with a digit in it
 * (a reference, a year) must be in both: it is what tells two matters of one kind apart.
 */
export function sameMatter(one: Titled, other: Titled): boolean {
  if (sameTitle(one, other)) return true;
  const digits = ({ title }: Titled): string =>
    wordsIn(title)
      .filter((word) => /\p{N}/u.test(word))
      .join(' ');
  return (
    sameNumber(one, other) &&
    digits(one) === digits(other) &&
    shareOfWords(one.title, other.title) >= SHARE_OF_A_MENDED_TITLE
  );
}

/** How much of the longer title stands in the shorter one too, word by word: from 0 to 1. */
export function shareOfWords(one: string, other: string): number {
  const [words, left] = [wordsIn(one), wordsIn(other)];
  const most = Math.max(words.length, left.length);
  let both = 0;
  for (const word of words) {
    const at = left.indexOf(word);
    if (at === -1) continue;
    left.splice(at, 1);
    both += 1;
  }
  return most === 0 ? 0 : both / most;
}

/** Whether two titles are the same words; capitals and spacing are how they were set, not what they say. */
export function sameTitle(one: Titled, other: Titled): boolean {
  return wordsOf(one.title) === wordsOf(other.title);
}

function sameExternalId(one: Titled, other: Titled): boolean {
  return one.externalId != null && one.externalId === other.externalId;
}

function sameNumber(one: Titled, other: Titled): boolean {
  return one.number !== null && one.number === other.number;
}

function sameTitleAndNumber(one: Titled, other: Titled): boolean {
  return sameTitle(one, other) && one.number === other.number;
}

function wordsOf(title: string): string {
  return title.trim().toLowerCase().replace(/\s+/g, ' ');
}

/** The words themselves: 'Half-Year Report.' is half, year, report. */
function wordsIn(title: string): string[] {
  return title
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** What tells one item of an agenda from another. */
export interface Titled {
  readonly number: string | null;
  readonly title: string;
}

/** Which former item each item of a revised agenda is. */
export interface MatchedItems<Former, Revised> {
  readonly items: readonly { readonly revised: Revised; readonly former: Former | undefined }[];
  /** Former items that the revised agenda no longer has. */
  readonly withdrawn: readonly Former[];
}

/**
 * Pairs the items of a revised agenda with those of the one before. The title decides, because numbers move when an
 * item is put in; of several items with one title ("Exempt report") the one with the same number is taken first. What
 * is left is paired by number: a title that was mended.
 */
export function matchItems<Former extends Titled, Revised extends Titled>(
  former: readonly Former[],
  revised: readonly Revised[],
): MatchedItems<Former, Revised> {
  const free = new Set(former);
  const pairs = new Map<Revised, Former>();
  for (const isSame of [sameTitleAndNumber, sameTitle, sameNumber]) {
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

/** Whether two titles are the same words; capitals and spacing are how they were set, not what they say. */
export function sameTitle(one: Titled, other: Titled): boolean {
  return wordsOf(one.title) === wordsOf(other.title);
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

/** Where a page stands in a list that is too long for one. */
export interface InPages {
  /** From 1. */
  readonly page: number;
  /** How many a page holds. */
  readonly size: number;
  /** How many there are in all. */
  readonly count: number;
}

/** The links to the page before and the page after, for govukPagination; undefined where one page holds all. */
export function pagesOf(
  { page, size, count }: InPages,
  hrefOf: (page: number) => string,
): object | undefined {
  const last = Math.ceil(count / size);
  if (last <= 1) return undefined;
  return {
    ...(page > 1 && { previous: { href: hrefOf(Math.min(page - 1, last)) } }),
    ...(page < last && { next: { href: hrefOf(page + 1) } }),
  };
}

/** '107 reminders, of which these are 51 to 100.' @param all '107 reminders' */
export function shownInWords(
  all: string,
  { page, size, count }: InPages,
  onPage: number,
  which: 'which' | 'whom' = 'which',
): string {
  const first = (page - 1) * size + 1;
  return count <= size ? `${all}.` : `${all}, of ${which} these are ${first} to ${first + onPage - 1}.`;
}

/** The page that an address asks for; anything but a number of one is the first. */
export function pageIn(asked: unknown): number {
  return typeof asked === 'string' && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1;
}

import type { Disclosure } from './disclosure.entity.js';

/** What tells how rows of disclosures follow one another. */
type Row = Pick<
  Disclosure,
  'id' | 'position' | 'memberId' | 'meetingId' | 'kind' | 'confirmsId' | 'correctsId'
>;

/**
 * What stands of everything that was declared: without what a later row corrected, confirmed or took back. "I have
 * nothing to declare" stands only until the same member declares something at the same meeting.
 * @param rows in the order in which they were recorded
 */
export function standingOf<R extends Row>(rows: readonly R[]): R[] {
  const replaced = new Set(rows.flatMap(({ confirmsId, correctsId }) => [confirmsId, correctsId]));
  const left = rows.filter(({ id, kind }) => kind !== 'taken-back' && !replaced.has(id));
  return left.filter((row) => row.kind !== 'nothing' || !left.some((other) => isLater(other, row)));
}

/** Said after it by the same member at the same meeting. A second "nothing" takes the place of the first. */
function isLater(other: Row, row: Row): boolean {
  return (
    other.memberId === row.memberId &&
    other.meetingId === row.meetingId &&
    BigInt(other.position) > BigInt(row.position)
  );
}

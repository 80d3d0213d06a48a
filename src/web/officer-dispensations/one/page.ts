import { suggests, type OpenedDispensation } from '../../../dispensations/index.js';
import type { CivilDate } from '../../../law/index.js';
import {
  askedRows,
  decidedRows,
  lateText,
  tagOf,
  type Row,
  type StateTag,
} from '../../my-dispensations/index.js';
import type { KnownOfOne } from '../known.js';
import type { MeetingInPeriod } from '../reach/meetings-in-period.js';

export interface OneView {
  readonly title: string;
  readonly backHref: string;
  readonly tag: StateTag;
  readonly asked: readonly Row[];
  readonly decided: readonly Row[];
  /** That it was recorded when a meeting had begun. */
  readonly late: string | undefined;
  readonly wordsWithheld: boolean;
  readonly isOwn: boolean;
  readonly decideHref: string | undefined;
  readonly parishDecides: boolean;
  /** Undefined where it lifts nothing at a meeting. */
  readonly meetings:
    | readonly { readonly name: string; readonly href: string | undefined; readonly says: string }[]
    | undefined;
}

/** Rows that tell what a member or whoever decided has written. */
const WRITTEN = ['Asked for this item', 'Matter', 'Decision', 'Reason', 'In these cases', 'Reasons'];

interface Meetings {
  /** Those to come. */
  readonly meetings: readonly MeetingInPeriod[];
  /** The names of those that had begun when it was recorded. */
  readonly begunBefore: readonly string[];
}

export function oneView(
  known: KnownOfOne,
  { meetings, begunBefore }: Meetings,
  mayRead: boolean,
  today: CivilDate,
): OneView {
  const { one, memberName, names, mayDecide, isOwn } = known;
  const { id, kind } = one.request;
  const readable = (rows: Row[]): Row[] => rows.filter(({ name }) => mayRead || !WRITTEN.includes(name));
  return {
    title: memberName,
    backHref: '/officer/dispensations',
    tag: tagOf(one, today),
    asked: readable(askedRows(one, names)),
    decided: readable(decidedRows(one, names)),
    late: lateText(begunBefore),
    wordsWithheld: !mayRead,
    isOwn,
    decideHref: mayDecide && one.state === 'waiting' ? `/officer/dispensations/${id}/decide` : undefined,
    parishDecides: names.isParish && mayRead && !mayDecide && !isOwn,
    meetings:
      one.state === 'granted' && kind === 'restriction'
        ? meetings.map((meeting) => ({
            name: meeting.name,
            href: mayDecide ? `/officer/dispensations/${id}/meetings/${meeting.id}` : undefined,
            says: reachInShort(one, meeting),
          }))
        : undefined,
  };
}

function reachInShort(one: OpenedDispensation, { items }: MeetingInPeriod): string {
  const reached = items.filter(({ covers }) => covers === true).length;
  const suggested = items.filter((item) => item.covers === undefined && suggests(one, item) !== undefined);
  if (suggested.length > 0) return 'An item may be meant: say whether it is';
  if (reached > 0) return reached === 1 ? 'Reaches one item' : `Reaches ${reached} items`;
  return items.every(({ covers }) => covers === false) ? 'Reaches no item' : 'Not said yet for every item';
}

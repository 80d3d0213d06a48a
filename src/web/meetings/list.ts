import { civilDate, type CivilDate } from '../../law/index.js';
import type { Meeting } from '../../meetings/index.js';
import { dayAndDateInWords } from '../../wording/index.js';
import { timeInWords } from '../page/index.js';

/** One meeting in a list. */
interface MeetingRow {
  readonly href: string;
  readonly body: string;
  readonly when: string;
  readonly venue: string;
  readonly cancelled: boolean;
}

export interface MeetingsView {
  readonly title: string;
  readonly mayImport: boolean;
  readonly coming: readonly MeetingRow[];
  readonly past: readonly MeetingRow[];
}

/** Meetings from today on, the next one first; and those before, the latest first. */
export function meetingsView(
  meetings: readonly Meeting[],
  bodies: ReadonlyMap<string, string>,
  today: CivilDate,
  mayImport: boolean,
): MeetingsView {
  const rowOf = (meeting: Meeting): MeetingRow => ({
    href: `/meetings/${meeting.id}`,
    body: bodies.get(meeting.bodyId) ?? '',
    when: `${dayAndDateInWords(civilDate(meeting.meetsOn))}, ${timeInWords(meeting.startsAt)}`,
    venue: meeting.venue,
    cancelled: meeting.status === 'cancelled',
  });
  return {
    title: 'Meetings',
    mayImport,
    coming: meetings.filter(({ meetsOn }) => meetsOn >= today).map(rowOf),
    past: meetings
      .filter(({ meetsOn }) => meetsOn < today)
      .map(rowOf)
      .reverse(),
  };
}

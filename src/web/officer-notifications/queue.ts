import type { Board } from '../../duties/index.js';
import { civilDate, type CivilDate } from '../../law/index.js';
import type { Notification } from '../../register/index.js';
import { dateInWords } from '../../wording/index.js';
import { instantInWords } from '../page/index.js';

/** How a notification stands to the last day of the member’s duty on taking office. */
export interface Timing {
  readonly lastDay: string;
  readonly inTime: string;
}

/** One row of the queue. */
export interface QueueRow extends Timing {
  readonly name: string;
  readonly href: string;
  readonly received: string;
}

/** Pending notifications in the order in which they came, with how each stands to its last day. */
export function queueRows(
  pending: readonly Notification[],
  names: ReadonlyMap<string, string>,
  board: Board | undefined,
): QueueRow[] {
  return pending.map((notification) => ({
    name: names.get(notification.memberId) ?? 'A former member',
    href: `/officer/notifications/${notification.id}`,
    received: instantInWords(notification.receivedAt),
    ...timingOf(notification, board),
  }));
}

/**
 * The clock of section 30(1) is for the first notification of a term. A later one tells of changes, and for those
 * the Act sets no day of its own.
 */
export function timingOf(notification: Notification, board: Board | undefined): Timing {
  const duty = board?.duties.find(({ member }) => member.id === notification.memberId);
  const clock = duty?.answer.clock;
  if (duty === undefined || clock === undefined || clock === null)
    return { lastDay: 'None', inTime: 'No last day applies' };
  const lastDay = dateInWords(clock.lastDay);
  if (notification.receivedOn < duty.term.becameMemberOn)
    return { lastDay, inTime: 'Received before this term' };
  if (duty.notifications[0]?.id !== notification.id)
    return { lastDay, inTime: 'A change to an earlier notification' };
  return { lastDay, inTime: inTime(civilDate(notification.receivedOn), clock.lastDay) };
}

function inTime(receivedOn: CivilDate, lastDay: CivilDate): string {
  return receivedOn <= lastDay ? 'Received in time' : 'Received late';
}

import type { OpenedNotification } from '../../../register/index.js';
import { kindInWords } from '../kinds.js';
import { receivedInWords, type Timing } from '../timing.js';

/** One row of the queue. */
export interface QueueRow extends Timing {
  readonly name: string;
  readonly href: string;
  readonly kind: string;
  readonly received: string;
  /** 'Waiting for an answer', 'Answered', or 'None'. */
  readonly question: string;
}

/** A pending notification with what the queue says about it. */
export interface Waiting {
  readonly opened: OpenedNotification;
  readonly timing: Timing;
  readonly question: 'waiting' | 'answered' | undefined;
}

const QUESTIONS = { waiting: 'Waiting for an answer', answered: 'Answered' };

/** Pending notifications in the order in which they came, with how each stands to its last day. */
export function queueRows(pending: readonly Waiting[], names: ReadonlyMap<string, string>): QueueRow[] {
  return pending.map(({ opened, timing, question }) => ({
    name: names.get(opened.notification.memberId) ?? 'A former member',
    href: `/officer/notifications/${opened.notification.id}`,
    kind: kindInWords(opened),
    received: receivedInWords(opened.notification),
    ...timing,
    question: question === undefined ? 'None' : QUESTIONS[question],
  }));
}

import type { Message, Reminder } from '../../reminders/index.js';
import { instantInWords } from '../page/index.js';

/** One reminder to a member, and what became of it. */
export interface ReminderRow {
  readonly about: string;
  readonly step: string;
  readonly due: string;
  readonly outcome: string;
  /** Where the message is read; undefined where there is none. */
  readonly messageHref: string | undefined;
}

/**
 * The reminders of a member, newest first. `meetings` gives the words of each meeting by id; `fromPollingDay` holds the
 * terms whose days are counted from polling day, the earlier arguable one.
 */
export function reminderRows(
  reminders: readonly Reminder[],
  messages: readonly Message[],
  meetings: ReadonlyMap<string, string>,
  fromPollingDay: ReadonlySet<string>,
): ReminderRow[] {
  return [...reminders]
    .sort((a, b) => b.dueAt.getTime() - a.dueAt.getTime())
    .map((reminder) => ({
      about:
        reminder.rule === 'briefing'
          ? (meetings.get(reminder.subject) ?? 'A meeting')
          : 'Notifying interests on taking office',
      step: stepInWords(reminder.step, fromPollingDay.has(reminder.subject)),
      due: instantInWords(reminder.dueAt),
      outcome: outcomeOf(
        reminder,
        messages.find(({ id }) => id === reminder.messageId),
      ),
      messageHref:
        reminder.messageId === null
          ? undefined
          : `/officer/members/${reminder.memberId}/messages/${reminder.messageId}`,
    }));
}

const STEPS: Readonly<Record<string, string>> = {
  'agenda-published': 'When the agenda was ready',
  'three-days-before': 'Three days before',
  'evening-before': 'The evening before',
  'morning-of': 'On the morning',
};

/** Counted from polling day, day 28 may come before the last day that the law gives. */
function stepInWords(step: string, fromPollingDay: boolean): string {
  const [, day] = /^day-(\d+)$/.exec(step) ?? [];
  const [, weeks] = /^week-(\d+)-after$/.exec(step) ?? [];
  const after = weeks === undefined ? '' : `${weeks} week${weeks === '1' ? '' : 's'} after `;
  const counted = 'counted from polling day';
  if (weeks !== undefined) return `${after}${fromPollingDay ? `day 28, ${counted}` : 'the last day'}`;
  if (day === undefined) return STEPS[step] ?? step;
  if (day === '28') return `Day 28, ${fromPollingDay ? counted : 'the last day'}`;
  return `Day ${day} of 28${fromPollingDay ? `, ${counted}` : ''}`;
}

const REASONS: Readonly<Record<string, string>> = {
  'no-longer-owed': 'it was no longer needed',
  'no-longer-owed-or-changed': 'it was no longer needed, or what there was to tell had changed',
  'something-else-is-told-now': 'what there was to tell had changed, and a newer reminder tells it',
  'meeting-cancelled': 'the meeting was cancelled',
  'too-late': 'its time had passed',
  'member-has-no-mail-address': 'the member has no e-mail address',
};

function outcomeOf({ state, reason }: Reminder, message: Message | undefined): string {
  const why = reason === null ? '' : `: ${REASONS[reason] ?? reason}`;
  if (state === 'planned') return 'To be sent';
  if (state === 'withdrawn') return `Not sent${why}`;
  if (state === 'missed') return `Could not be sent${why}`;
  return message?.sentAt ? `Sent ${instantInWords(message.sentAt)}` : 'Being sent';
}

import {
  stepInWords,
  topicInWords,
  type KnownReminder,
  type ReminderPractice,
} from '../../reminders/index.js';
import { outcomeInWords } from '../officer-reminders/outcome-words.js';
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
  reminders: readonly KnownReminder[],
  practice: ReminderPractice,
  meetings: ReadonlyMap<string, string>,
  fromPollingDay: ReadonlySet<string>,
): ReminderRow[] {
  return [...reminders]
    .sort((a, b) => b.reminder.dueAt.getTime() - a.reminder.dueAt.getTime())
    .map((known) => {
      const { memberId, messageId, rule, subject, step, dueAt } = known.reminder;
      return {
        about: meetings.get(subject) ?? topicInWords(rule).about,
        step: stepOf(step, fromPollingDay.has(subject)),
        due: instantInWords(dueAt),
        outcome: outcomeInWords(known, practice),
        messageHref:
          messageId === null ? undefined : `/officer/members/${memberId ?? ''}/messages/${messageId}`,
      };
    });
}

/** Counted from polling day, day 28 may come before the last day that the law gives. */
function stepOf(step: string, fromPollingDay: boolean): string {
  const words = stepInWords(step);
  if (!fromPollingDay) return words;
  if (/^week-\d+-after$/.test(step)) return words.replace('the last day', 'day 28, counted from polling day');
  return `${step === 'day-28' ? 'Day 28' : words}, counted from polling day`;
}

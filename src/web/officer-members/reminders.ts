import {
  stepOfReminderInWords,
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

/** The reminders of a member, newest first. `meetings` gives the words of each meeting by id. */
export function reminderRows(
  reminders: readonly KnownReminder[],
  practice: ReminderPractice,
  meetings: ReadonlyMap<string, string>,
): ReminderRow[] {
  return [...reminders]
    .sort((a, b) => b.reminder.dueAt.getTime() - a.reminder.dueAt.getTime())
    .map((known) => {
      const { memberId, messageId, rule, subject, dueAt } = known.reminder;
      return {
        about: meetings.get(subject) ?? topicInWords(rule).about,
        step: stepOfReminderInWords(known.reminder),
        due: instantInWords(dueAt),
        outcome: outcomeInWords(known, practice),
        messageHref:
          messageId === null ? undefined : `/officer/members/${memberId ?? ''}/messages/${messageId}`,
      };
    });
}

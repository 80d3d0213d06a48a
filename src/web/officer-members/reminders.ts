import type { Message, Reminder } from '../../reminders/index.js';
import { instantInWords } from '../page/index.js';

/** One reminder to a member, and what became of it. */
export interface ReminderRow {
  readonly about: string;
  readonly step: string;
  readonly due: string;
  readonly outcome: string;
}

/** The reminders of a member, newest first. `meetings` gives the words of each meeting by id. */
export function reminderRows(
  reminders: readonly Reminder[],
  messages: readonly Message[],
  meetings: ReadonlyMap<string, string>,
): ReminderRow[] {
  return [...reminders]
    .sort((a, b) => b.dueAt.getTime() - a.dueAt.getTime())
    .map((reminder) => ({
      about:
        reminder.rule === 'briefing'
          ? (meetings.get(reminder.subject) ?? 'A meeting')
          : 'Notifying interests on taking office',
      step: stepInWords(reminder.step),
      due: instantInWords(reminder.dueAt),
      outcome: outcomeOf(
        reminder,
        messages.find(({ id }) => id === reminder.messageId),
      ),
    }));
}

const STEPS: Readonly<Record<string, string>> = {
  'agenda-published': 'When the agenda was ready',
  'three-days-before': 'Three days before',
  'evening-before': 'The evening before',
  'morning-of': 'On the morning',
  'day-28': 'Day 28, the last day',
};

function stepInWords(step: string): string {
  const known = STEPS[step];
  if (known !== undefined) return known;
  const [, day] = /^day-(\d+)$/.exec(step) ?? [];
  if (day !== undefined) return `Day ${day} of 28`;
  const [, weeks] = /^week-(\d+)-after$/.exec(step) ?? [];
  return weeks === undefined ? step : `${weeks} week${weeks === '1' ? '' : 's'} after the last day`;
}

const REASONS: Readonly<Record<string, string>> = {
  'no-longer-owed': 'no longer needed',
  'no-longer-owed-or-changed': 'no longer needed, or something newer is told',
  'something-else-is-told-now': 'something newer is told',
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

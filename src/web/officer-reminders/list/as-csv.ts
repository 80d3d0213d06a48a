import { csvCell } from '../../../publication/index.js';
import {
  stepOfReminderInWords,
  topicInWords,
  type KnownReminder,
  type ReminderPractice,
} from '../../../reminders/index.js';
import type { ReminderNames } from '../known.js';
import { momentInFile, outcomeInWords } from '../outcome-words.js';

/** The columns, in their order. Names stay; new ones are added at the end. The words of a message are in none. */
const COLUMNS = [
  'reminder_id',
  'reader',
  'reader_kind',
  'about',
  'subject',
  'step',
  'due_at',
  'outcome',
  'outcome_in_words',
  'planned_at',
  'held_until',
  'written_at',
  'sent_at',
  'delivered_at',
  'channel',
  'rule',
] as const;

type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** Reminders as a table: RFC 4180 in UTF-8, with a byte order mark for spreadsheets. Times are London's. */
export function remindersAsCsv(
  reminders: readonly KnownReminder[],
  names: ReminderNames,
  practice: ReminderPractice,
): string {
  const lines = reminders
    .map((one) => rowOf(one, names, practice))
    .map((row) => COLUMNS.map((column) => csvCell(row[column])).join(','));
  return `\uFEFF${[COLUMNS.join(','), ...lines].join('\r\n')}\r\n`;
}

function rowOf(known: KnownReminder, names: ReminderNames, practice: ReminderPractice): Row {
  const { reminder, message, outcome } = known;
  const { id, rule, memberId, dueAt, plannedAt, heldUntil } = reminder;
  return {
    ...{
      reminder_id: id,
      reader: names.reader(reminder),
      reader_kind: memberId === null ? 'officer' : 'member',
    },
    ...{
      about: topicInWords(rule).about,
      subject: names.subject(reminder),
      step: stepOfReminderInWords(reminder),
    },
    ...{ due_at: momentInFile(dueAt), outcome, outcome_in_words: outcomeInWords(known, practice) },
    ...{ planned_at: momentInFile(plannedAt), held_until: momentInFile(heldUntil) },
    ...{ written_at: momentInFile(message?.fixedAt), sent_at: momentInFile(message?.sentAt) },
    delivered_at: message?.delivery === 'delivered' ? momentInFile(message.deliveryAt) : '',
    ...{ channel: message?.channel ?? '', rule },
  };
}

import type { Reminder } from '../reminder.entity.js';
import type { DropReason, Part, Tellings } from './topic.js';

/** What each of some reminders says, or why it says nothing any more. */
export function tellEach(
  reminders: readonly Reminder[],
  part: (reminder: Reminder) => Part | DropReason,
): Tellings {
  return new Map(reminders.map((reminder) => [reminder.id, part(reminder)]));
}

/** The same for reminders to these accounts: somebody who has the role no longer is told nothing of it. */
export function tellAccounts(
  reminders: readonly Reminder[],
  holders: readonly string[],
  part: (reminder: Reminder) => Part | DropReason,
): Tellings {
  return tellEach(reminders, (reminder) =>
    holders.includes(reminder.accountId ?? '') ? part(reminder) : 'reader-has-left',
  );
}

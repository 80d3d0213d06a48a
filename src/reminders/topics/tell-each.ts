import type { Reminder } from '../reminder.entity.js';
import type { DropReason, Part, Tellings } from './topic.js';

/** Undefined where it cannot be known now: such a reminder is left out, and asked again later. */
type Said = Part | DropReason | undefined;

/** What each of some reminders says, or why it says nothing any more. */
export function tellEach(reminders: readonly Reminder[], part: (reminder: Reminder) => Said): Tellings {
  const tellings = new Map<string, Part | DropReason>();
  for (const reminder of reminders) {
    const said = part(reminder);
    if (said !== undefined) tellings.set(reminder.id, said);
  }
  return tellings;
}

/** The same for reminders to these accounts: somebody who has the role no longer is told nothing of it. */
export function tellAccounts(
  reminders: readonly Reminder[],
  holders: readonly string[],
  part: (reminder: Reminder) => Said,
): Tellings {
  return tellEach(reminders, (reminder) =>
    holders.includes(reminder.accountId ?? '') ? part(reminder) : 'reader-has-left',
  );
}

/** Nothing was found to be owed: that is an answer only where the member could be read. */
export function notOwed(memberId: string | null, unread: ReadonlySet<string>): DropReason | undefined {
  return unread.has(memberId ?? '') ? undefined : 'no-longer-owed';
}

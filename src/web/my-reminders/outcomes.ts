import type { Message, Reminder } from '../../reminders/index.js';
import { instantInWords } from '../page/index.js';

/** What became of a reminder that is no longer waiting, in the words of whoever it was for. */
export function outcomeInWords(reminder: Reminder, message: Message | undefined): string {
  if (reminder.state === 'failed')
    return 'Not sent: it could not be written. The council can see that it failed.';
  if (message === undefined) {
    return reminder.reason === 'no-mail-address'
      ? 'Not sent: we had no e-mail address for you.'
      : 'Not sent: by the time it could go, it was of no use any more.';
  }
  const { failedReason, delivery, sentAt } = message;
  if (delivery === 'permanent-failure') return 'Sent, and it came back: it could not be delivered.';
  if (failedReason === 'address-refused' || failedReason === 'address-invalid')
    return 'Not sent: the e-mail address was refused.';
  if (failedReason !== null) return 'Not sent: we tried, and gave up. The council can see that it failed.';
  if (delivery === 'delivered')
    return `Delivered to your mail server, sent on ${instantInWords(sentAt ?? message.fixedAt)}.`;
  return sentAt === null ? 'On its way.' : `Sent on ${instantInWords(sentAt)}.`;
}

/** Whether a message says that nothing reaches the address to which it went. */
export function isUnreachable({ failedReason }: Message): boolean {
  return failedReason === 'address-refused' || failedReason === 'address-invalid';
}

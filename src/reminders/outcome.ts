import type { Message, Reminder } from './reminder.entity.js';

/** What has become of a reminder so far, as an officer asks. A reminder has exactly one. */
export const OUTCOMES = [
  'planned',
  'held',
  'sending',
  'sent',
  'delivered',
  'undelivered',
  'missed',
  'withdrawn',
  'failed',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What became of a message, without its sealed words: a long list must not carry them. */
export type KnownMessage = Omit<Message, 'details'>;

/** One reminder, the message in which it stands, and what has become of it. */
export interface KnownReminder {
  readonly reminder: Reminder;
  readonly message: KnownMessage | null;
  readonly outcome: Outcome;
}

/**
 * The outcome in SQL, over `reminder` joined with its `message`: the one definition, by which rows are counted,
 * filtered and shown. Parameters: `:now`, and `:paused`, whether nothing goes at all.
 */
export const OUTCOME_IN_SQL = `case
  when reminder.state = 'planned' then
    case when coalesce(reminder.held_until > :now, false) or (:paused and (reminder.due_at <= :now or reminder.hurried))
      then 'held' else 'planned' end
  when reminder.state <> 'in-message' then reminder.state
  when message.failed_reason is not null then 'undelivered'
  when message.sent_at is null then 'sending'
  when message.delivery = 'delivered' then 'delivered'
  else 'sent' end`;

import { londonWallClock } from '../../platform/clock/index.js';
import {
  endOfQuiet,
  type KnownReminder,
  type Outcome,
  type ReminderPractice,
} from '../../reminders/index.js';
import { instantInWords } from '../page/index.js';

/** An outcome as a tag: its words, and the colour that GOV.UK's tag gives it. */
export interface OutcomeTag {
  readonly text: string;
  readonly colour: string;
}

const TAGS: Readonly<Record<Outcome, OutcomeTag>> = {
  planned: { text: 'Planned', colour: 'blue' },
  held: { text: 'Held back', colour: 'yellow' },
  sending: { text: 'Being sent', colour: 'blue' },
  sent: { text: 'Sent', colour: 'green' },
  delivered: { text: 'Delivered', colour: 'green' },
  undelivered: { text: 'Not delivered', colour: 'red' },
  missed: { text: 'Missed', colour: 'red' },
  withdrawn: { text: 'Not needed', colour: 'grey' },
  failed: { text: 'Could not be written', colour: 'red' },
};

export function outcomeTag(outcome: Outcome): OutcomeTag {
  return TAGS[outcome];
}

const REASONS: Readonly<Record<string, string>> = {
  'no-longer-owed': 'it was no longer needed',
  'no-longer-owed-or-changed': 'it was no longer needed, or what there was to tell had changed',
  'something-else-is-told-now': 'what there was to tell had changed, and a newer reminder tells it',
  'meeting-cancelled': 'the meeting was cancelled',
  'too-late': 'its time had passed',
  'turned-off': 'the member has turned reminders of this kind off',
  'reader-has-left': 'whoever it was for has left',
  'no-mail-address': 'there was no e-mail address',
  'member-has-no-mail-address': 'the member has no e-mail address',
  'could-not-be-written': 'its words could not be made',
};

/** Why a message did not arrive. */
const FAILURES: Readonly<Record<string, string>> = {
  'address-refused': 'the address was refused',
  'address-invalid': 'the address is not a working e-mail address',
  'message-refused': 'the mail server refused the message',
  'given-up': 'it was tried again and again, and given up',
};

/** When the authority wants reminders to go, as far as it explains what waits. */
type Hours = Pick<ReminderPractice, 'quietFrom' | 'quietTo' | 'pausedAt'>;

/** What became of a reminder, with the reason: 'Sent 20 May 2017 at 9am', 'Not sent: the meeting was cancelled'. */
export function outcomeInWords({ reminder, message, outcome }: KnownReminder, hours: Hours): string {
  const why = reminder.reason === null ? '' : `: ${REASONS[reminder.reason] ?? reminder.reason}`;
  switch (outcome) {
    case 'planned':
      return reminder.hurried ? 'To be sent now: an officer asked for it' : 'To be sent';
    case 'held':
      return `Held back ${heldInWords(reminder, hours)}`;
    case 'withdrawn':
      return `Not sent${why}`;
    case 'missed':
    case 'failed':
      return `Could not be sent${why}`;
    case 'sending':
      return 'Being sent';
    case 'undelivered':
      return `Not delivered: ${FAILURES[message?.failedReason ?? ''] ?? 'it came back'}`;
    case 'delivered':
      return `Delivered ${momentOf(message?.deliveryAt)}`;
    case 'sent':
      return `Sent ${momentOf(message?.sentAt)}`;
  }
}

function heldInWords({ heldUntil, dueAt }: KnownReminder['reminder'], hours: Hours): string {
  if (hours.pausedAt !== null && (heldUntil === null || dueAt > heldUntil))
    return `since all reminders were paused, ${instantInWords(hours.pausedAt)}`;
  if (heldUntil === null) return '';
  return `until ${instantInWords(heldUntil)}: ${whyHeld(heldUntil, hours)}`;
}

/** Only two things put a reminder off: what ends when quiet hours end was put off by them. */
function whyHeld(heldUntil: Date, hours: Hours): string {
  const end = endOfQuiet(new Date(heldUntil.getTime() - 60_000), hours);
  return end?.getTime() === heldUntil.getTime()
    ? 'nothing is sent in quiet hours'
    : 'this reader has had a message on that day already';
}

const momentOf = (instant: Date | null | undefined): string =>
  instant === null || instant === undefined ? '' : instantInWords(instant);

/** The kind of the last error, which was kept without addresses or words. */
export function errorInWords(kind: string): string {
  const [, status] = /^server-said-(\d+)$/.exec(kind) ?? [];
  if (status !== undefined) return `the mail server answered ${status}`;
  if (kind.startsWith('notify-')) return `GOV.UK Notify did not take it (${kind.slice('notify-'.length)})`;
  if (kind.endsWith('-failure')) return `it came back: ${kind.replace(/-/g, ' ')}`;
  return `the mail server could not be reached or did not take it (${kind})`;
}

const DELIVERIES: Readonly<Record<string, string>> = {
  delivered: 'Delivered',
  'temporary-failure': 'Could not be delivered for now',
  'permanent-failure': 'Could not be delivered: the address does not exist or takes no mail',
  'technical-failure': 'Could not be delivered for a technical reason',
};

export function deliveryInWords(delivery: string): string {
  return DELIVERIES[delivery] ?? delivery;
}

/** '2017-10-24T09:00' on the clock in London, for the cells of a file; '' where there is none. */
export function momentInFile(instant: Date | null | undefined): string {
  if (instant === null || instant === undefined) return '';
  const { date, time } = londonWallClock(instant);
  return `${date}T${time}`;
}

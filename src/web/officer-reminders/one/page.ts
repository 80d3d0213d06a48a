import { ALL_RULES } from '../../../law/index.js';
import {
  stepOfReminderInWords,
  topicInWords,
  whyNotHurried,
  type KnownMessage,
  type KnownReminder,
  type Reminder,
  type ReminderPractice,
} from '../../../reminders/index.js';
import { instantInWords } from '../../page/index.js';
import type { ReminderNames } from '../known.js';
import { rowOf, type ReminderRow } from '../list/page.js';
import {
  deliveryInWords,
  errorInWords,
  outcomeInWords,
  outcomeTag,
  type OutcomeTag,
} from '../outcome-words.js';

const AT = '/officer/reminders';

interface Fact {
  readonly name: string;
  readonly value: string;
  readonly href?: string;
}

export interface ReminderView {
  readonly title: string;
  readonly backHref: string;
  readonly who: string;
  readonly tag: OutcomeTag;
  readonly outcome: string;
  /** Why somebody is told of this at all. */
  readonly why: string;
  readonly facts: readonly Fact[];
  /** The provision, and where it is read with its worked cases; undefined where it is a practice and no law. */
  readonly citation: { readonly text: string; readonly href?: string } | undefined;
  readonly nature: string;
  /** Undefined where it is in no message yet. */
  readonly message: { readonly facts: readonly Fact[]; readonly wordsHref: string | undefined } | undefined;
  /** What was done, or will be, about the same to the same reader. */
  readonly others: readonly ReminderRow[];
  readonly sendNowHref: string | undefined;
  readonly tryAgainHref: string | undefined;
  /** Where the address of its member is changed; undefined where that is not this reader’s to do. */
  readonly emailHref: string | undefined;
}

/** What the page is made of. */
export interface KnownOfReminder {
  readonly known: KnownReminder;
  readonly others: readonly KnownReminder[];
  readonly names: ReminderNames;
  readonly practice: ReminderPractice;
  readonly now: Date;
  readonly mayManage: boolean;
  /** The account that reads: an officer’s own message is theirs alone to open. */
  readonly accountId: string;
}

export function reminderView(all: KnownOfReminder): ReminderView {
  const { known, names, practice, now, mayManage } = all;
  const { reminder, message } = known;
  const topic = topicInWords(reminder.rule);
  const mayHurry = mayManage && whyNotHurried(reminder, now) === undefined;
  const mayTryAgain = mayManage && mayStillArrive(message, now);
  return {
    title: topic.about,
    backHref: AT,
    who: names.reader(reminder),
    ...{ tag: outcomeTag(known.outcome), outcome: outcomeInWords(known, practice), why: topic.why },
    facts: factsOf(reminder, names),
    citation: topic.citation === null ? undefined : citationOf(reminder.rule, topic.citation),
    nature: topic.statutory
      ? 'An Act lays this duty down, so that its reminders cannot be turned off.'
      : 'No Act lays down a duty of which this reminds.',
    message: message === null ? undefined : messageOf(reminder, message, all.accountId),
    others: all.others.map((one) => rowOf(one, names, practice)),
    sendNowHref: mayHurry ? `${AT}/${reminder.id}/send-now` : undefined,
    tryAgainHref: mayTryAgain ? `${AT}/${reminder.id}/try-again` : undefined,
    emailHref:
      mayManage && reminder.memberId !== null ? `/officer/members/${reminder.memberId}/email` : undefined,
  };
}

function mayStillArrive(message: KnownMessage | null, now: Date): boolean {
  if (message?.failedReason == null) return false;
  return message.usefulUntil === null || message.usefulUntil > now;
}

/** A rule of law has a page of its own at its id; the name of a practice follows a rule, and its words cite that one. */
function citationOf(rule: string, text: string): ReminderView['citation'] {
  const law =
    ALL_RULES.find(({ id }) => id === rule) ?? ALL_RULES.find(({ citation }) => citation.text === text);
  return { text, ...(law !== undefined && { href: `/rulebook/${law.id}` }) };
}

function factsOf(reminder: Reminder, names: ReminderNames): Fact[] {
  const { memberId, dueAt, plannedAt, heldUntil, usefulUntil, hurried } = reminder;
  const subject = names.subject(reminder);
  return [
    {
      ...{ name: memberId === null ? 'To an officer' : 'To a member', value: names.reader(reminder) },
      ...(memberId !== null && { href: `/officer/members/${memberId}` }),
    },
    ...(subject === '' ? [] : [{ name: 'About', value: subject }]),
    { name: 'Step', value: stepOfReminderInWords(reminder) },
    { name: 'Due', value: instantInWords(dueAt) },
    { name: 'Planned', value: instantInWords(plannedAt) },
    ...(heldUntil === null ? [] : [{ name: 'Held until', value: instantInWords(heldUntil) }]),
    ...(usefulUntil === null ? [] : [{ name: 'Of use until', value: instantInWords(usefulUntil) }]),
    ...(hurried ? [{ name: 'Sent early', value: 'An officer asked for it' }] : []),
  ];
}

const CHANNELS: Readonly<Record<KnownMessage['channel'], string>> = {
  mail: 'E-mail',
  notify: 'GOV.UK Notify',
};

function messageOf(
  { id, memberId, accountId }: Reminder,
  message: KnownMessage,
  reader: string,
): NonNullable<ReminderView['message']> {
  const { sentAt, delivery, deliveryAt, failedAt, tries, lastError } = message;
  const reported =
    delivery === null || deliveryAt === null
      ? 'Nothing yet'
      : `${deliveryInWords(delivery)}, ${instantInWords(deliveryAt)}`;
  const ofMember = memberId === null ? undefined : `/officer/members/${memberId}/messages/${message.id}`;
  return {
    facts: [
      { name: 'To', value: message.toAddress },
      { name: 'By', value: CHANNELS[message.channel] },
      { name: 'Written', value: instantInWords(message.fixedAt) },
      { name: 'Sent', value: sentAt === null ? 'No' : instantInWords(sentAt) },
      // A mail server takes a message and reports nothing; only Notify does.
      ...(message.channel === 'notify' || delivery !== null
        ? [{ name: 'What Notify reported', value: reported }]
        : []),
      ...(failedAt === null ? [] : [{ name: 'Given up', value: instantInWords(failedAt) }]),
      ...(tries === 0 ? [] : [{ name: 'Tries', value: String(tries) }]),
      ...(lastError === null ? [] : [{ name: 'What went wrong last', value: errorInWords(lastError) }]),
    ],
    wordsHref: ofMember ?? (accountId === reader ? `${AT}/${id}/words` : undefined),
  };
}

import type { Notification } from '../../../register/index.js';
import { listInWords } from '../../../wording/index.js';
import { blankForm, type FormState } from '../../form/index.js';
import { instantInWords } from '../../page/index.js';
import { kindInWords } from '../kinds.js';
import type { KnownOfNotification, Standing } from '../reading.js';
import { receivedInWords } from '../timing.js';
import { DETAILS_WITHHELD } from '../withholding.js';
import { comparedSections, fateRows, headingOf, type ComparedSection, type FateRow } from './compared.js';
import { detailsFor, saidIn, type SaidOfCategory } from './said.js';

/** A question that was sent to the member, and what came back. */
interface QuestionRow {
  readonly about: string;
  readonly asked: string;
  /** By lines, as it was typed. */
  readonly question: readonly string[];
  /** Undefined while it waits. */
  readonly answered: string | undefined;
  readonly answer: readonly string[];
}

export interface NotificationView {
  readonly title: string;
  readonly backHref: string;
  readonly form: FormState;
  readonly path: string;
  readonly memberHref: string;
  readonly memberName: string;
  readonly facts: readonly {
    readonly name: string;
    readonly value: string;
    readonly href?: string | undefined;
  }[];
  /** Everything that a whole notification says; empty for a change. */
  readonly said: readonly SaidOfCategory[];
  readonly compared: readonly ComparedSection[];
  readonly fates: readonly FateRow[];
  readonly outdated: boolean;
  readonly questions: readonly QuestionRow[];
  readonly scans: readonly { readonly href: string; readonly text: string }[];
  readonly scansWithheld: boolean;
  readonly standing: Standing;
  /** Whether anything is still to be entered or closed. */
  readonly isPending: boolean;
  /** What can be entered now or left waiting; empty where there is no choice. */
  readonly choices: readonly {
    readonly value: string;
    readonly text: string;
    readonly hint: { text: string };
  }[];
  /** 'Olive Orr left this member’s interests to others.' */
  readonly aside: readonly string[];
  /** 'Dan Dale'; undefined where nobody else can act. */
  readonly others: string | undefined;
}

/** One notification as the officer reads it, with what the register makes of it. */
export function notificationView(
  known: KnownOfNotification,
  form: FormState = blankForm(),
): NotificationView {
  const { opened, member, withheld, standing, names } = known;
  const { notification, interests } = opened;
  const isPending = notification.enteredAt === null;
  const pending = interests.filter(({ fate }) => fate === null);
  const path = `/officer/notifications/${notification.id}`;
  const nameOf = (id: string): string => names.get(id) ?? 'Somebody';
  const others = known.canAct.map(nameOf);
  return {
    title: `Notification from ${member.name}`,
    backHref: '/officer/notifications',
    form,
    path,
    memberHref: `/officer/members/${member.id}`,
    memberName: member.name,
    facts: factsOf(known),
    said: notification.kind === 'whole' ? saidIn(opened, known.order, withheld) : [],
    compared: isPending ? comparedSections(known) : [],
    fates: fateRows(known),
    outdated: isPending && known.outdated,
    questions: questionRows(known),
    scans: withheld.words
      ? []
      : known.scans.map(({ id, mediaType, bytes }) => ({
          href: `${path}/scans/${id}`,
          text: `${MEDIA[mediaType]}, ${sizeInWords(bytes)}`,
        })),
    scansWithheld: withheld.words && known.scans.length > 0,
    standing,
    isPending,
    choices:
      pending.length < 2
        ? []
        : pending.map((one) => ({
            value: one.id,
            text: detailsFor(one, withheld),
            hint: { text: headingOf(one) },
          })),
    aside: known.aside.map((id) => `${nameOf(id)} left this member’s interests to others.`),
    others: others.length === 0 ? undefined : listInWords(others, 'or'),
  };
}

const CHANNELS: Readonly<Record<Notification['channel'], string>> = {
  web: 'On this website',
  paper: 'On paper',
  import: 'From a register that was taken over',
};
const MEDIA = { 'application/pdf': 'PDF', 'image/jpeg': 'JPEG', 'image/png': 'PNG' };

function factsOf({ opened, timing, names }: KnownOfNotification): NotificationView['facts'] {
  const { notification } = opened;
  const { channel, recordedAt, recordedBy, hasPartner } = notification;
  const typed = `${instantInWords(recordedAt)}, by ${names.get(recordedBy) ?? 'somebody'}`;
  return [
    { name: 'What', value: kindInWords(opened) },
    { name: channel === 'web' ? 'Received' : 'Arrived', value: receivedInWords(notification) },
    ...(channel === 'web' ? [] : [{ name: 'Typed in', value: typed }]),
    { name: 'How', value: CHANNELS[channel] },
    { name: 'Last day', value: timing.lastDay },
    ...(timing.source ? [{ name: 'Source', value: timing.source.text, href: timing.source.url }] : []),
    { name: 'In time?', value: timing.inTime },
    ...(hasPartner === null
      ? []
      : [{ name: 'Has a spouse, civil partner or partner', value: hasPartner ? 'Yes' : 'No' }]),
    {
      name: 'Entered in the register',
      value: enteredInWords(opened),
    },
  ];
}

function enteredInWords({ notification, interests }: KnownOfNotification['opened']): string {
  const { enteredAt } = notification;
  if (enteredAt === null) return interests.some(({ fate }) => fate !== null) ? 'In part' : 'Not yet';
  const isTakenBack = interests.length > 0 && interests.every(({ fate }) => fate === 'withdrawn');
  return isTakenBack ? `No: taken back on ${instantInWords(enteredAt)}` : instantInWords(enteredAt);
}

function questionRows({ opened, queries, withheld, names }: KnownOfNotification): QuestionRow[] {
  return queries.map(({ query, question, answer }) => {
    const about = opened.interests.find(({ id }) => id === query.notifiedInterestId);
    const shown = (words: string): string[] => (withheld.words ? [DETAILS_WITHHELD] : words.split('\n'));
    return {
      about:
        about === undefined
          ? 'The whole notification'
          : `${headingOf(about)}: ${detailsFor(about, withheld)}`,
      asked: `${instantInWords(query.askedAt)}, by ${names.get(query.askedBy) ?? 'somebody'}`,
      question: shown(question),
      answered: query.answeredAt === null ? undefined : instantInWords(query.answeredAt),
      answer: answer === null ? [] : shown(answer),
    };
  });
}

/** '3 KB', '1.5 MB'. */
function sizeInWords(bytes: number): string {
  const kilobytes = Math.ceil(bytes / 1024);
  return kilobytes < 1024 ? `${kilobytes} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

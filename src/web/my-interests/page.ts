import { civilDate, type HeldBy, type RequiredCategory } from '../../law/index.js';
import type {
  ConfirmationDue,
  NotificationAnswer,
  OpenedEntry,
  OpenedInterest,
  OpenedNotification,
  OpenedQuery,
  WithheldBy,
} from '../../register/index.js';
import { categoryInWords, dateInWords } from '../../wording/index.js';
import { inFull } from '../notify-interests/interest/kinds.js';
import { confirmationPrompt, type ConfirmationPrompt } from './confirm/page.js';
import { questionRow, type QuestionRow } from '../my-queries/questions.js';
import { receiptRow, type ReceiptRow } from './receipts.js';
import { pastWording, thingsIn, type PastWording, type Thing } from './things.js';
import { ACTS } from './told/page.js';
import { WHOSE } from './whose.js';

/** One interest, as its member may see it. */
interface InterestRow {
  readonly text: string;
  /** 'Yours', 'Your spouse or partner’s'. */
  readonly whose: string;
  /** 'Entered', 'Pending' or 'Sensitive'. */
  readonly state: string;
  /** When it was entered, or why the public does not see it. */
  readonly note: string;
  /** What was told of it and waits to be entered: 'It has ended', with its receipt. */
  readonly waiting: readonly { readonly text: string; readonly href: string }[];
  /** What the member can do about it. Nothing once they told that it has ended. */
  readonly links: readonly { readonly text: string; readonly href: string }[];
  readonly history: readonly PastWording[];
}

/** One category: what is held, what was held, and what was said to be nothing. */
export interface CategoryView {
  readonly name: string;
  readonly rows: readonly InterestRow[];
  /** What has ended. */
  readonly past: readonly PastWording[];
  /** 'You said on 3 June 2017: nothing to register.' */
  readonly said: readonly string[];
}

export interface MyInterestsView {
  readonly title: string;
  readonly categories: readonly CategoryView[];
  readonly giftsHref: string | undefined;
  readonly questions: readonly QuestionRow[];
  readonly confirmation: ConfirmationPrompt | undefined;
  readonly receipts: readonly ReceiptRow[];
}

/** What the page is drawn from; entries, ended ones too, and notifications, the oldest first. */
export interface HeldOfMe {
  readonly required: readonly RequiredCategory[];
  readonly entries: readonly OpenedEntry[];
  readonly notifications: readonly OpenedNotification[];
  /** By entry: what keeps its details back from the public as a home address. */
  readonly withheldHomes: ReadonlyMap<string, WithheldBy>;
  readonly questions: readonly OpenedQuery[];
  readonly confirmation: ConfirmationDue | undefined;
}

export function myInterestsView(held: HeldOfMe): MyInterestsView {
  const registersGifts = held.required.some(({ category }) => category === 'gifts');
  return {
    title: 'My interests and receipts',
    categories: categoriesOf(held).map((required) => categoryView(required, held)),
    giftsHref: registersGifts ? '/my/interests/gifts' : undefined,
    questions: held.questions.map(questionRow),
    confirmation: confirmationPrompt(held.confirmation),
    receipts: held.notifications.map(receiptRow).reverse(),
  };
}

/** What is asked about today, and what is held although it is asked about no more. Gifts have a page of their own. */
function categoriesOf({ required, entries }: HeldOfMe): RequiredCategory[] {
  const asked = required.map(({ category }) => category);
  const others = new Set(entries.map(({ entry }) => entry.category).filter((one) => !asked.includes(one)));
  return [...required, ...[...others].map((category) => ({ category, asksPartner: false }))].filter(
    ({ category }) => category !== 'gifts',
  );
}

function categoryView({ category, asksPartner }: RequiredCategory, held: HeldOfMe): CategoryView {
  const things = thingsIn(held.entries.filter(({ entry }) => entry.category === category));
  const pending = pendingIn(held).filter(({ interest }) => interest.category === category);
  const holders: readonly HeldBy[] = asksPartner ? ['self', 'partner'] : ['self'];
  const current = things.filter(({ current }) => current !== undefined);
  const rows = [
    ...current.flatMap((thing) => enteredRow(thing, pending, held)),
    ...pending.filter(({ interest }) => isNew(interest, held)).map(pendingRow),
  ];
  return {
    name: categoryInWords(category).name,
    rows,
    past: things
      .filter(({ current }) => current === undefined)
      .flatMap(({ earlier }) => earlier.map(pastWording)),
    said: holders.flatMap((heldBy) => saidOf({ category, heldBy }, held)),
  };
}

interface Pending {
  readonly notification: OpenedNotification['notification'];
  readonly interest: OpenedInterest;
}

const pendingIn = ({ notifications }: HeldOfMe): Pending[] =>
  notifications
    .filter(({ notification }) => notification.enteredAt === null)
    .flatMap(({ notification, interests }) =>
      interests.filter(({ fate }) => fate === null).map((interest) => ({ notification, interest })),
    );

/** What is repeated from an entry, or is about one, is in the register already. A partner's equal interest is another. */
const isNew = ({ act, heldBy, details }: OpenedInterest, { entries }: HeldOfMe): boolean =>
  (act === 'hold' || act === 'add') &&
  !entries.some(
    ({ entry, details: entered }) =>
      entry.endedOn === null && entry.heldBy === heldBy && inFull(entered) === inFull(details),
  );

function enteredRow({ current, earlier }: Thing, pending: readonly Pending[], held: HeldOfMe): InterestRow[] {
  if (current === undefined) return [];
  const { entry, details } = current;
  const ids = [current, ...earlier].map((one) => one.entry.id);
  const waiting = pending.filter(({ interest }) => ids.includes(interest.aboutEntryId ?? ''));
  return [
    {
      text: inFull(details),
      whose: WHOSE[entry.heldBy],
      state: entry.sensitive === 'no' ? 'Entered' : 'Sensitive',
      note: enteredNote(entry, held.withheldHomes.get(entry.id)),
      waiting: waiting.map(waitingWords),
      links: waiting.some(({ interest }) => interest.act === 'end') ? [] : linksOf(current),
      history: earlier.map(pastWording),
    },
  ];
}

function enteredNote(entry: OpenedEntry['entry'], withheldBy: WithheldBy | undefined): string {
  const began = entry.beganOn === null ? '' : `Since ${dateInWords(civilDate(entry.beganOn))}. `;
  const enteredOn = `${began}Entered on ${dateInWords(civilDate(entry.enteredOn))}`;
  switch (entry.sensitive) {
    case 'no':
      return `${enteredOn}. ${withheldBy === undefined ? 'Public, except whose interest it is.' : HOME_WITHHELD[withheldBy]}`;
    case 'claimed':
      return `${enteredOn}. Withheld from the public until the monitoring officer decides whether it is sensitive.`;
    case 'agreed':
      return `${enteredOn}. Withheld from the public: you and the monitoring officer consider it sensitive (Localism Act 2011 s.32).${reviewInWords(entry.sensitiveReviewOn)}`;
  }
}

const HOME_WITHHELD: Readonly<Record<WithheldBy, string>> = {
  s32: 'Withheld from the public.',
  s32a: 'Withheld from the public, because it has the address of your home (Localism Act 2011 s.32A).',
  practice:
    'Withheld from the public, because it has the address of your home. This is your council’s practice.',
};

const reviewInWords = (on: string | null): string =>
  on === null ? '' : ` To be looked at again by ${dateInWords(civilDate(on))}.`;

function linksOf({ entry: { id, sensitive }, details }: OpenedEntry): InterestRow['links'] {
  const path = `/my/interests/${id}`;
  const isHome = 'isHome' in details && details.isHome;
  return [
    { text: 'Change', href: `${path}/change` },
    { text: 'It has ended', href: `${path}/end` },
    { text: 'Correct a mistake', href: `${path}/correct` },
    { text: sensitive === 'no' ? 'Ask to treat as sensitive' : 'Your request', href: `${path}/sensitive` },
    ...(isHome ? [{ text: 'Show or withhold your home', href: '/my/home-address' }] : []),
  ];
}

function waitingWords({ notification, interest }: Pending): InterestRow['waiting'][number] {
  const { act, details } = interest;
  const now = act === 'end' ? '' : `: ${inFull(details)}`;
  return { text: `${ACTS[act]}${now}`, href: `/my/interests/told/${notification.id}` };
}

function pendingRow({ interest: { id, details, heldBy } }: Pending): InterestRow {
  return {
    text: inFull(details),
    whose: WHOSE[heldBy],
    state: 'Pending',
    note: 'Notified, waiting to be entered in the register.',
    links: [{ text: 'Ask to treat as sensitive', href: `/my/interests/pending/${id}/sensitive` }],
    ...{ waiting: [], history: [] },
  };
}

interface Asked {
  readonly category: RequiredCategory['category'];
  readonly heldBy: HeldBy;
}

/** What was answered where nothing is held. Silence is said to be silence. */
function saidOf({ category, heldBy }: Asked, { notifications }: HeldOfMe): string[] {
  const whole = notifications.filter(({ notification }) => notification.kind === 'whole');
  const last = whole.at(-1)?.notification;
  if (heldBy === 'partner' && last?.hasPartner === false) return [];
  const about = heldBy === 'self' ? 'You' : 'Your spouse or partner';
  const newest = newestAnswer(notifications, (one) => one.category === category && one.heldBy === heldBy);
  if (newest === undefined) {
    // Nobody knows of a partner before the member has spoken of one.
    return heldBy === 'partner' && last === undefined ? [] : [`${about}: not answered yet.`];
  }
  if (newest.answer === 'entries') return [];
  return [`${about}: nothing to register, as you said on ${dateInWords(civilDate(newest.receivedOn))}.`];
}

interface DatedAnswer {
  readonly answer: NotificationAnswer['answer'];
  readonly receivedOn: string;
}

function newestAnswer(
  notifications: readonly OpenedNotification[],
  wanted: (answer: NotificationAnswer) => boolean,
): DatedAnswer | undefined {
  return notifications
    .flatMap(({ notification, answers }) =>
      answers.filter(wanted).map(({ answer }) => ({ answer, receivedOn: notification.receivedOn })),
    )
    .at(-1);
}

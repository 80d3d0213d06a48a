import { civilDate, type HeldBy, type RequiredCategory } from '../../law/index.js';
import type { NotificationAnswer, OpenedEntry, OpenedNotification } from '../../register/index.js';
import { categoryInWords, dateInWords } from '../../wording/index.js';
import { inFull } from '../notify-interests/interest/kinds.js';
import { receiptOf, type Receipt } from '../notify-interests/sent/page.js';

/** One interest, as its member may see it. */
interface InterestRow {
  readonly text: string;
  /** 'Yours', 'Your spouse or partner’s'. */
  readonly whose: string;
  /** 'Entered', 'Pending' or 'Sensitive'. */
  readonly state: string;
  /** When it was entered, or why the public does not see it. */
  readonly note: string;
}

/** One category: what is held, and what was said to be nothing. */
export interface CategoryView {
  readonly name: string;
  readonly rows: readonly InterestRow[];
  /** 'You said on 3 June 2017: nothing to register.' */
  readonly said: readonly string[];
}

export interface MyInterestsView {
  readonly title: string;
  readonly categories: readonly CategoryView[];
  readonly receipts: readonly Receipt[];
}

/** What the page is drawn from; notifications oldest first. */
export interface HeldOfMe {
  readonly required: readonly RequiredCategory[];
  readonly entries: readonly OpenedEntry[];
  readonly notifications: readonly OpenedNotification[];
}

export function myInterestsView(held: HeldOfMe): MyInterestsView {
  return {
    title: 'My interests and receipts',
    categories: held.required.map((required) => categoryView(required, held)),
    receipts: held.notifications.map((opened) => receiptOf(opened, held.required)).reverse(),
  };
}

function categoryView({ category, asksPartner }: RequiredCategory, held: HeldOfMe): CategoryView {
  const entered = held.entries.filter(({ entry }) => entry.category === category).map(enteredRow);
  const pending = held.notifications
    .filter(({ notification }) => notification.enteredAt === null)
    .flatMap(({ interests }) => interests)
    .filter((interest) => interest.category === category)
    .filter((interest) => !held.entries.some((entered) => isRepeated(interest, entered)))
    .map(pendingRow);
  const holders: readonly HeldBy[] = asksPartner ? ['self', 'partner'] : ['self'];
  return {
    name: categoryInWords(category).name,
    rows: [...entered, ...pending],
    said: holders.flatMap((heldBy) =>
      saidOf(
        heldBy,
        newestAnswer(held, (answer) => answer.category === category && answer.heldBy === heldBy),
        held,
      ),
    ),
  };
}

/** What is repeated from an entry is in the register already. A partner's equal interest is another one. */
const isRepeated = (
  { heldBy, details }: OpenedNotification['interests'][number],
  { entry, details: entered }: OpenedEntry,
): boolean => entry.heldBy === heldBy && inFull(entered) === inFull(details);

const WHOSE: Readonly<Record<HeldBy, string>> = { self: 'Yours', partner: 'Your spouse or partner’s' };

function enteredRow({ entry, details }: OpenedEntry): InterestRow {
  const enteredOn = `Entered on ${dateInWords(civilDate(entry.enteredOn))}`;
  const notes = {
    no: `${enteredOn}. Public, except whose interest it is.`,
    claimed: `${enteredOn}. Withheld from the public until the monitoring officer decides whether it is sensitive.`,
    agreed: `${enteredOn}. Withheld from the public: you and the monitoring officer consider it sensitive (Localism Act 2011 s.32).${reviewInWords(entry.sensitiveReviewOn)}`,
  };
  return {
    text: inFull(details),
    whose: WHOSE[entry.heldBy],
    state: entry.sensitive === 'no' ? 'Entered' : 'Sensitive',
    note: notes[entry.sensitive],
  };
}

const reviewInWords = (on: string | null): string =>
  on === null ? '' : ` To be looked at again by ${dateInWords(civilDate(on))}.`;

function pendingRow({ details, heldBy }: OpenedNotification['interests'][number]): InterestRow {
  return {
    text: inFull(details),
    whose: WHOSE[heldBy],
    state: 'Pending',
    note: 'Notified, waiting to be entered in the register.',
  };
}

interface DatedAnswer {
  readonly answer: NotificationAnswer['answer'];
  readonly receivedOn: string;
}

function newestAnswer(
  { notifications }: HeldOfMe,
  wanted: (answer: NotificationAnswer) => boolean,
): DatedAnswer | undefined {
  return notifications
    .flatMap(({ notification, answers }) =>
      answers.filter(wanted).map(({ answer }) => ({ answer, receivedOn: notification.receivedOn })),
    )
    .at(-1);
}

/** What was answered where nothing is held. Silence is said to be silence. */
function saidOf(heldBy: HeldBy, newest: DatedAnswer | undefined, { notifications }: HeldOfMe): string[] {
  const last = notifications.at(-1)?.notification;
  if (heldBy === 'partner' && last?.hasPartner === false) return [];
  const about = heldBy === 'self' ? 'You' : 'Your spouse or partner';
  if (newest === undefined) {
    // Nobody knows of a partner before the member has spoken of one.
    return heldBy === 'partner' && last === undefined ? [] : [`${about}: not answered yet.`];
  }
  if (newest.answer === 'entries') return [];
  return [`${about}: nothing to register, as you said on ${dateInWords(civilDate(newest.receivedOn))}.`];
}

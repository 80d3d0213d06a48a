import { civilDate } from '../../../law/index.js';
import {
  sameDetails,
  type GiftDetails,
  type OpenedEntry,
  type OpenedInterest,
  type OpenedNotification,
} from '../../../register/index.js';
import { dateInWords, moneyInWords } from '../../../wording/index.js';
import { donorTotals, type DonorTotal } from './donors.js';

/** One gift as its member sees it. */
interface GiftRow {
  /** 'Dinner for two', from whom and when, what it was worth, whether it was accepted. */
  readonly what: string;
  readonly donor: string;
  readonly on: string;
  readonly value: string;
  readonly accepted: string;
  readonly reason: string | undefined;
  /** 'Entered' or 'Pending'. */
  readonly state: string;
  readonly waiting: string | undefined;
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

interface DonorRow {
  readonly donor: string;
  /** '3 accepted, worth about £95 together; 1 refused'. */
  readonly says: string;
}

export interface GiftsView {
  readonly title: string;
  readonly backHref: string;
  readonly gifts: readonly GiftRow[];
  readonly donors: readonly DonorRow[];
  readonly registersGifts: boolean;
}

/** What the page is drawn from. */
export interface MyGifts {
  /** Current entries of every category. */
  readonly entries: readonly OpenedEntry[];
  readonly notifications: readonly OpenedNotification[];
  /** Whether the council's code of today has gifts registered. */
  readonly registersGifts: boolean;
}

export function giftsView({ entries, notifications, registersGifts }: MyGifts): GiftsView {
  const told = notifications.flatMap(({ notification, interests }) =>
    interests.filter(({ fate }) => fate === null).map((interest) => ({ id: notification.id, interest })),
  );
  const entered = entries.flatMap(({ entry, details }) =>
    details.category === 'gifts' ? [{ id: entry.id, details }] : [],
  );
  const pending = told.flatMap(({ id, interest }) => newGift(id, interest, entered));
  const rows = [
    ...entered.map(({ id, details }) => ({ details, row: enteredRow(id, details, told) })),
    ...pending.map(({ id, details }) => ({ details, row: pendingRow(id, details) })),
  ].sort((a, b) => (a.details.offeredOn < b.details.offeredOn ? 1 : -1));
  return {
    title: 'My gifts and hospitality',
    backHref: '/my/interests',
    gifts: rows.map(({ row }) => row),
    donors: donorTotals(rows.map(({ details }) => details)).map(donorRow),
    registersGifts,
  };
}

interface Gift {
  readonly id: string;
  readonly details: GiftDetails;
}

/** A gift that was told of and is not one of the register's already. */
function newGift(id: string, { act, details }: OpenedInterest, entered: readonly Gift[]): Gift[] {
  if (details.category !== 'gifts' || (act !== 'add' && act !== 'hold')) return [];
  return entered.some((one) => sameDetails(one.details, details)) ? [] : [{ id, details }];
}

type Told = readonly { readonly id: string; readonly interest: OpenedInterest }[];

function enteredRow(id: string, details: GiftDetails, told: Told): GiftRow {
  const waiting = told.find(({ interest }) => interest.aboutEntryId === id);
  const correct = { text: 'Correct a mistake', href: `/my/interests/${id}/correct` };
  return {
    ...giftWords(details),
    state: 'Entered',
    waiting: waiting && 'You told of a correction, which is waiting to be entered.',
    links:
      waiting === undefined ? [correct] : [{ text: 'Receipt', href: `/my/interests/told/${waiting.id}` }],
  };
}

const pendingRow = (id: string, details: GiftDetails): GiftRow => ({
  ...giftWords(details),
  state: 'Pending',
  waiting: undefined,
  links: [{ text: 'Receipt', href: `/my/interests/told/${id}` }],
});

function giftWords(gift: GiftDetails): Omit<GiftRow, 'state' | 'waiting' | 'links'> {
  const { what, donor, offeredOn, valuePence, valueIs, accepted, reason } = gift;
  return {
    ...{ what, donor, reason, on: dateInWords(civilDate(offeredOn)) },
    value: `${valueIs === 'an-estimate' ? 'about ' : ''}${moneyInWords(valuePence)}`,
    accepted: accepted ? 'Accepted' : 'Refused',
  };
}

function donorRow({ donor, accepted, acceptedPence, estimated, refused }: DonorTotal): DonorRow {
  const sum = `${accepted} accepted, worth ${estimated ? 'about ' : ''}${moneyInWords(acceptedPence)}${accepted > 1 ? ' together' : ''}`;
  const parts = [accepted > 0 ? sum : undefined, refused > 0 ? `${refused} refused` : undefined];
  return { donor, says: parts.filter((part) => part !== undefined).join('; ') };
}

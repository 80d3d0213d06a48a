import type { OpenedInterest, OpenedNotification } from '../../register/index.js';
import { categoryInWords } from '../../wording/index.js';
import { instantInWords } from '../page/index.js';
import { ACTS } from './told/page.js';

/** A receipt in the list of them: of everything at once, or of one change. */
export interface ReceiptRow {
  readonly text: string;
  readonly href: string;
}

/** 'Everything you hold, received on 3 June 2017 at 10am, entered' */
export function receiptRow({ notification, interests }: OpenedNotification): ReceiptRow {
  const { id, kind, receivedAt, enteredAt } = notification;
  const what = kind === 'whole' ? 'Everything you hold' : whatChanged(interests[0]);
  const state = enteredAt === null ? 'waiting to be entered' : 'entered';
  return {
    text: `${what}, received on ${instantInWords(receivedAt)}, ${state}`,
    href: kind === 'whole' ? `/my/interests/receipts/${id}` : `/my/interests/told/${id}`,
  };
}

function whatChanged(interest: OpenedInterest | undefined): string {
  if (interest === undefined) return 'A change';
  const { act, category } = interest;
  const what = category === 'gifts' && act === 'add' ? 'A gift or hospitality' : ACTS[act];
  return category === 'gifts' ? what : `${what}: ${categoryInWords(category).name}`;
}

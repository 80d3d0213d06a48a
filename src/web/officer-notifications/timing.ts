import type { Board } from '../../duties/index.js';
import {
  civilDate,
  type Citation,
  type CivilDate,
  type Rulebook,
  type WithinDaysOf,
} from '../../law/index.js';
import type { GiftDetails, Notification, OpenedNotification } from '../../register/index.js';
import { changeClockInWords, dateInWords } from '../../wording/index.js';
import { clockOf } from '../my-interests/law-says/clock.js';
import { instantInWords } from '../page/index.js';

/** How a notification stands to the last day of the duty that it answers. */
export interface Timing {
  readonly lastDay: string;
  readonly inTime: string;
  /** Where the last day comes from, where it is not the Act's. */
  readonly source?: Citation | undefined;
}

const NO_CLOCK: Timing = { lastDay: 'None', inTime: 'No last day applies' };

/**
 * The clock of section 30(1) is for the first whole notification of a term. A later one tells of changes, and for those
 * the Act sets no day of its own.
 */
export function wholeTiming(notification: Notification, board: Board | undefined): Timing {
  const duty = board?.duties.find(({ member }) => member.id === notification.memberId);
  const clock = duty?.answer.clock;
  if (duty === undefined || clock === undefined || clock === null) return NO_CLOCK;
  const lastDay = dateInWords(clock.lastDay);
  if (notification.receivedOn < duty.term.becameMemberOn)
    return { lastDay, inTime: 'Received before this term' };
  const [first] = duty.notifications.filter(({ kind }) => kind === 'whole');
  if (first?.id !== notification.id) return { lastDay: 'None', inTime: 'Not the first of this term' };
  const inTime = notification.receivedOn <= clock.lastDay ? 'Received in time' : 'Received late';
  return { lastDay, inTime };
}

/**
 * What is told of one interest runs by the council's code alone, where it has a clock.
 * @param otherGifts the gifts that the member had told of before, which may add up with this one
 */
export function changeTiming(
  { notification, interests }: OpenedNotification,
  rulebook: Rulebook | undefined,
  otherGifts: readonly GiftDetails[] = [],
): Timing {
  const [interest] = interests;
  const finding = interest && rulebook && clockOf({ ...interest, otherGifts }, rulebook);
  if (finding === undefined || finding === null) return NO_CLOCK;
  const receivedOn = civilDate(notification.receivedOn);
  const { citation } = changeClockInWords(finding, receivedOn);
  const source = citation ?? undefined;
  if (finding.kind === 'cannot-tell') return { lastDay: 'Cannot tell', inTime: 'A fact is missing', source };
  return finding.value === null ? NO_CLOCK : { ...byTheDays(finding.value, receivedOn), source };
}

/** Between the two arguable last days nothing is called late. */
function byTheDays({ safeLastDay, latestArguableLastDay }: WithinDaysOf, receivedOn: CivilDate): Timing {
  const lastDay = `${dateInWords(safeLastDay)} or, arguably, ${dateInWords(latestArguableLastDay)}, by the code`;
  if (receivedOn <= safeLastDay) return { lastDay, inTime: 'Received in time' };
  return {
    lastDay,
    inTime: receivedOn <= latestArguableLastDay ? 'Received on the arguable last day' : 'Received late',
  };
}

/** What stops the clock: on this website the moment of sending, otherwise the day on which it arrived. */
export function receivedInWords({ channel, receivedAt, receivedOn }: Notification): string {
  return channel === 'web' ? instantInWords(receivedAt) : dateInWords(civilDate(receivedOn));
}

import type { Board } from '../../duties/index.js';
import {
  civilDate,
  type Citation,
  type CivilDate,
  type Finding,
  type Rulebook,
  type WithinDaysOf,
} from '../../law/index.js';
import type { Notification, OpenedInterest, OpenedNotification } from '../../register/index.js';
import { changeClockInWords, dateInWords } from '../../wording/index.js';
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

/** A new or changed interest runs by the council's code alone, where it has a clock, from the day of becoming aware. */
export function changeTiming(
  { notification, interests }: OpenedNotification,
  rulebook: Rulebook | undefined,
): Timing {
  const [interest] = interests;
  const finding = interest && rulebook && clockOf(interest, rulebook);
  if (finding === undefined || finding === null) return NO_CLOCK;
  const receivedOn = civilDate(notification.receivedOn);
  const { citation } = changeClockInWords(finding, receivedOn);
  const source = citation ?? undefined;
  if (finding.kind === 'cannot-tell') return { lastDay: 'Cannot tell', inTime: 'A fact is missing', source };
  return finding.value === null ? NO_CLOCK : { ...byTheDays(finding.value, receivedOn), source };
}

function clockOf(interest: OpenedInterest, rulebook: Rulebook): Finding<WithinDaysOf | null> | null {
  const { act, awareOn, category, details } = interest;
  if (act !== 'add' && act !== 'change') return null;
  if (details.category === 'gifts') {
    const { valuePence, asCouncillor, accepted, significant, offeredOn } = details;
    const received = { receivedAsCouncillor: asCouncillor, receivedOn: civilDate(offeredOn) };
    return rulebook.gift({ valuePence, accepted, significant, ...received })?.clock ?? null;
  }
  return rulebook.aChange({
    kind: category === 'other-bodies' ? 'ori' : 'dpi',
    ...(awareOn !== null && { becameAwareOfChangeOn: civilDate(awareOn) }),
  });
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

import {
  civilDate,
  type CivilDate,
  type Finding,
  type Rulebook,
  type WithinDaysOf,
} from '../../../law/index.js';
import { giftFacts, type Act, type GiftDetails, type InterestDetails } from '../../../register/index.js';
import { changeClockInWords, dayAndDateInWords, type ChangeClockWords } from '../../../wording/index.js';

/** What the clock of a change is worked out from. */
export interface Clocked {
  readonly act: Act;
  readonly details: InterestDetails;
  readonly effectiveOn: string | null;
  readonly awareOn: string | null;
  readonly otherGifts?: readonly GiftDetails[];
}

/** By when a change has to be told, and whether it was. */
export interface ClockWords {
  readonly says: readonly string[];
  readonly citation: ChangeClockWords['citation'];
}

const NO_CLOCK_FOR_A_MISTAKE =
  'No day is set for putting a mistake right. Do it as soon as you notice it: what you gave with an earlier notification has to be true and complete.';
const FROM_THE_END =
  'A code counts from the day on which you became aware. We counted from the day on which it ended, which is the earliest that this can be.';

/** The words before it is sent: by when. */
export function clockBefore(told: Clocked, rulebook: Rulebook, today: CivilDate): ClockWords {
  if (told.act === 'correct') return { says: [NO_CLOCK_FOR_A_MISTAKE], citation: null };
  const { says, because, citation } = changeClockInWords(clockOf(told, rulebook), today);
  return { says: [says, ...because, ...countedFrom(told)], citation };
}

/** The words on the receipt: told in time, or not. */
export function clockAfter(told: Clocked, rulebook: Rulebook, receivedOn: CivilDate): ClockWords {
  if (told.act === 'correct') return { says: [NO_CLOCK_FOR_A_MISTAKE], citation: null };
  const finding = clockOf(told, rulebook);
  const words = changeClockInWords(finding, receivedOn);
  if (finding?.kind !== 'decided' || finding.value === null)
    return { says: finding === null ? [NOT_LATE] : [words.says, ...words.because], citation: words.citation };
  return { says: [inTime(finding.value, receivedOn), ...countedFrom(told)], citation: words.citation };
}

const NOT_LATE =
  'No law sets a day for telling of a change between meetings, and your council’s code sets none either. So there was no day to miss.';

/** The day by whose code an interest is judged: a gift by that of the day on which it was received. */
export const judgedOn = (details: InterestDetails, receivedOn: CivilDate): CivilDate =>
  details.category === 'gifts' ? civilDate(details.offeredOn) : receivedOn;

/**
 * By when one interest has to be told, for the member and for the officer alike. An end is a change, counted from the day
 * on which it ended; a gift is counted from its receipt, with the others of its donor. Null where nothing sets a day: for
 * a mistake, for what a whole notification repeats, and for a gift that is over.
 */
export function clockOf(
  { act, details, effectiveOn, awareOn, otherGifts = [] }: Clocked,
  rulebook: Rulebook,
): Finding<WithinDaysOf | null> | null {
  if (act === 'hold' || act === 'correct') return null;
  if (details.category === 'gifts')
    return act === 'end' ? null : (rulebook.gift(giftFacts(details, otherGifts))?.clock ?? null);
  const aware = act === 'end' ? effectiveOn : awareOn;
  return rulebook.aChange({
    kind: details.category === 'other-bodies' ? 'ori' : 'dpi',
    becameAwareOfChangeOn: aware === null ? undefined : civilDate(aware),
  });
}

const countedFrom = ({ act }: Clocked): string[] => (act === 'end' ? [FROM_THE_END] : []);

/** "Within 28 days of" can be counted in two ways; nothing is late before both last days are over. */
function inTime({ safeLastDay, latestArguableLastDay }: WithinDaysOf, receivedOn: CivilDate): string {
  const [safe, latest] = [dayAndDateInWords(safeLastDay), dayAndDateInWords(latestArguableLastDay)];
  if (receivedOn <= safeLastDay)
    return `You told of it in time. Your council’s code gave you until ${safe}, however the days are counted.`;
  if (receivedOn <= latestArguableLastDay)
    return `You told of it on ${latest}, the last day if the first day is not counted. If it is counted, the last day by your council’s code was ${safe}.`;
  return `You told of it after the last day by your council’s code: ${safe} or, at the latest that can be argued for, ${latest}. Being late with this is no offence. It is good that you told of it now.`;
}

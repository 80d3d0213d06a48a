import { civilDate, type CivilDate } from '../../law/index.js';
import { londonWallClock } from '../../platform/clock/index.js';
import { dateInWords, timeInWords } from '../../wording/index.js';

/** '24 October 2017 at 10:05am' on the clock in London, or '24 October 2017' where no time of day is known. */
export function momentInWords(at: Date | CivilDate): string {
  if (typeof at === 'string') return dateInWords(at);
  const { date, time } = londonWallClock(at);
  return `${dateInWords(civilDate(date))} at ${timeInWords(time)}`;
}

/** A date of a row, which may not be there. */
export const dayInWords = (day: string | null, otherwise = 'Not known'): string =>
  day === null ? otherwise : dateInWords(civilDate(day));

import { civilDate, type CivilDate } from '../../law/index.js';
import { londonWallClock } from '../../platform/clock/index.js';
import { dateInWords, timeInWords } from '../../wording/index.js';

/** '24 October 2017 at 10:05am', on the clock in London. */
export function instantInWords(instant: Date): string {
  const { date, time } = londonWallClock(instant);
  return `${dateInWords(civilDate(date))} at ${timeInWords(time)}`;
}

/** '24 Oct 2017', for the cells of a table, where GOV.UK lets a month be cut short. */
export function shortDate(date: CivilDate): string {
  const [day = '', month = '', year = ''] = dateInWords(date).split(' ');
  return `${day} ${month.slice(0, 3)} ${year}`;
}

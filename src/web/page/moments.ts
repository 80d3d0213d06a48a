import { civilDate, type CivilDate } from '../../law/index.js';
import { londonWallClock } from '../../platform/clock/index.js';
import { dateInWords } from '../../wording/index.js';

/** '24 October 2017 at 10:05am', on the clock in London. */
export function instantInWords(instant: Date): string {
  const { date, time } = londonWallClock(instant);
  return `${dateInWords(civilDate(date))} at ${timeInWords(time)}`;
}

/** '10:05' as '10:05am', '10:00' as '10am'; twelve o’clock by name, because 12am and 12pm are misread. */
export function timeInWords(time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  if (minutes === 0 && hours % 12 === 0) return hours === 0 ? 'midnight' : 'midday';
  const hour = hours % 12 === 0 ? 12 : hours % 12;
  const past = minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`;
  return `${hour}${past}${hours < 12 ? 'am' : 'pm'}`;
}

/** '24 Oct 2017', for the cells of a table, where GOV.UK lets a month be cut short. */
export function shortDate(date: CivilDate): string {
  const [day = '', month = '', year = ''] = dateInWords(date).split(' ');
  return `${day} ${month.slice(0, 3)} ${year}`;
}

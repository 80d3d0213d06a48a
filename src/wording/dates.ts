import { weekday } from '../law/index.js';
import type { CivilDate } from '../law/index.js';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const WEEKDAYS = {
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
  6: 'Saturday',
  7: 'Sunday',
} as const;

/** '24 October 2017'. */
export function dateInWords(date: CivilDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day ?? ''} ${MONTHS[(month ?? 1) - 1] ?? ''} ${year ?? ''}`;
}

/** 'Tuesday 24 October 2017'. */
export function dayAndDateInWords(date: CivilDate): string {
  return `${WEEKDAYS[weekday(date)]} ${dateInWords(date)}`;
}

/** '10:05' as '10:05am', '10:00' as '10am'; twelve o’clock by name, because 12am and 12pm are misread. */
export function timeInWords(time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  if (minutes === 0 && hours % 12 === 0) return hours === 0 ? 'midnight' : 'midday';
  const hour = hours % 12 === 0 ? 12 : hours % 12;
  const past = minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`;
  return `${hour}${past}${hours < 12 ? 'am' : 'pm'}`;
}

/** 'a', 'a or b', 'a, b or c'. */
export function listInWords(parts: readonly string[], joiner: 'and' | 'or'): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${joiner} ${parts.at(-1) ?? ''}`;
}

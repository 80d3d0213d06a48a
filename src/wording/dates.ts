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

/** 'a', 'a or b', 'a, b or c'. */
export function listInWords(parts: readonly string[], joiner: 'and' | 'or'): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${joiner} ${parts.at(-1) ?? ''}`;
}

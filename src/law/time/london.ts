import type { CivilDate } from './civil-date.js';

const LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/**
 * The day that it was in London at that instant. Legal days run to midnight London time (Interpretation Act 1978
 * s.9), so 23:30 UTC on 4 June 2017 is already 5 June. Throws a RangeError for an invalid Date.
 */
export function londonDateOf(instant: Date): CivilDate {
  const parts = new Map(LONDON.formatToParts(instant).map((part) => [part.type, part.value]));
  return `${parts.get('year') ?? ''}-${parts.get('month') ?? ''}-${parts.get('day') ?? ''}` as CivilDate;
}

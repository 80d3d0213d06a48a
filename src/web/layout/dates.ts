const inWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const withDay = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** '2017-05-08' -> '8 May 2017'. UTC only carries the civil date through; nothing is shifted. */
export const civilDateInWords = (date: string): string => inWords.format(midnight(date));

/** '2017-05-08' -> 'Monday 8 May 2017'. */
export const civilDateWithDay = (date: string): string => withDay.format(midnight(date)).replace(',', '');

const midnight = (date: string): Date => new Date(`${date}T00:00:00Z`);

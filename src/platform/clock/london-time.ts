const LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The wall clock in London at an instant: a civil date and 'HH:MM'. */
export function londonWallClock(instant: Date): { date: string; time: string } {
  const part = Object.fromEntries(LONDON.formatToParts(instant).map(({ type, value }) => [type, value]));
  return {
    date: `${part.year ?? ''}-${part.month ?? ''}-${part.day ?? ''}`,
    time: `${part.hour ?? ''}:${part.minute ?? ''}`,
  };
}

/**
 * The instant at which a London clock shows this date and time ('HH:MM' or 'HH:MM:SS').
 * A time that British Summer Time skips (01:00-02:00 on the last Sunday of March) is read with winter's offset; one
 * that it repeats is the first of the two. Both are an hour in the night in which no council meets.
 */
export function londonInstant(date: string, time: string): Date {
  const asUtc = new Date(`${date}T${time.length === 5 ? `${time}:00` : time}Z`);
  const summer = new Date(asUtc.getTime() - 3_600_000);
  const shown = londonWallClock(summer);
  return shown.date === date && shown.time === time.slice(0, 5) ? summer : asUtc;
}

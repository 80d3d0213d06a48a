/**
 * A day on the calendar, 'YYYY-MM-DD', with no time and no zone. Days compare with < and >, because the text
 * sorts as the calendar does. The brand keeps an unchecked string from being taken for a day.
 */
export type CivilDate = string & { readonly [civilDateBrand]: true };
declare const civilDateBrand: unique symbol;

/** Monday is 1 and Sunday is 7, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

interface CalendarParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MILLISECONDS_A_DAY = 86_400_000;

/** The day that the text names, or undefined when it is not a real day written 'YYYY-MM-DD'. */
export function parseCivilDate(text: string): CivilDate | undefined {
  const match = SHAPE.exec(text);
  if (!match) return undefined;
  const day = fromParts(Number(match[1]), Number(match[2]), Number(match[3]));
  // The calendar rolls 30 February over into March: a day that comes back changed was never a day.
  return day === text ? day : undefined;
}

/** As {@link parseCivilDate}, for text that the caller vouches for. Throws a RangeError that quotes it otherwise. */
export function civilDate(text: string): CivilDate {
  const day = parseCivilDate(text);
  if (day === undefined) throw new RangeError(`'${text}' is not a day written YYYY-MM-DD.`);
  return day;
}

/** The day n days later, or earlier when n is negative. Counts days, never hours, so clock changes do not matter. */
export function addDays(date: CivilDate, n: number): CivilDate {
  const { year, month, day } = partsOf(date);
  return fromParts(year, month, day + n);
}

/** How many days from the first to the second: 0 for the same day, negative when the second is earlier. */
export function daysBetween(first: CivilDate, second: CivilDate): number {
  return Math.round((startOf(second) - startOf(first)) / MILLISECONDS_A_DAY);
}

/**
 * The same day of the month n months later, or the last day of that month where it has no such day
 * (31 January and one month is 28 or 29 February). n may be negative.
 */
export function addMonths(date: CivilDate, n: number): CivilDate {
  const { year, month, day } = partsOf(date);
  const lastOfMonth = partsOf(fromParts(year, month + n + 1, 0));
  return fromParts(lastOfMonth.year, lastOfMonth.month, Math.min(day, lastOfMonth.day));
}

/** The day of the month, 1 to 31. */
export function dayOfMonth(date: CivilDate): number {
  return partsOf(date).day;
}

/** The day of the week: Monday 1 to Sunday 7. */
export function weekday(date: CivilDate): Weekday {
  return (((new Date(startOf(date)).getUTCDay() + 6) % 7) + 1) as Weekday;
}

/** The earlier of two days. */
export function earlier(a: CivilDate, b: CivilDate): CivilDate {
  return a < b ? a : b;
}

function partsOf(date: CivilDate): CalendarParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

function startOf(date: CivilDate): number {
  const { year, month, day } = partsOf(date);
  return Date.UTC(year, month - 1, day);
}

/** UTC is used as a calendar only: it has no clock changes. Months and days beyond their range roll over. */
function fromParts(year: number, month: number, day: number): CivilDate {
  const date = new Date(Date.UTC(year, month - 1, day));
  return `${digits(date.getUTCFullYear(), 4)}-${digits(date.getUTCMonth() + 1, 2)}-${digits(date.getUTCDate(), 2)}` as CivilDate;
}

function digits(n: number, width: number): string {
  return String(n).padStart(width, '0');
}

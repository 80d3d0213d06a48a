/** Dates and times as agendas print them. Civil dates are strings; nothing here knows what day it is. */

export interface FoundDate {
  /** 'YYYY-MM-DD' */
  date: string;
  /** The day of the week that is printed with it, 0 for Sunday. */
  weekday?: number;
  start: number;
  end: number;
}

export interface FoundTime {
  /** 'HH:MM' */
  time: string;
  start: number;
  end: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
/** "Tuesday, 24 October 2017", "7th NOVEMBER 2017", "the 8th of March 2017"; the year may be missing. */
const DATE_IN_WORDS = new RegExp(
  `\\b(?:(${WEEKDAYS.join('|')}),? )?(?:the )?(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${MONTH})\\b(?:,? (\\d{4})\\b)?`,
  'gi',
);
const DATE_IN_FIGURES = /\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/g;
const ISO_DATE = /\b(\d{4})-(\d{2})-(\d{2})\b/g;

const CLOCK_TIME = /\b(\d{1,2})(?:[.:](\d{2}))? ?(?:([ap])\.?m\b\.?|(noon|midday)\b)/gi;
const TWENTY_FOUR_HOURS = /\b([01]\d|2[0-3]):([0-5]\d)\b/g;

/** All dates in the text, in order. A date without a year takes `yearWhenMissing`, and is passed over without one. */
export function findDates(text: string, yearWhenMissing?: number): FoundDate[] {
  const found: FoundDate[] = [];
  const add = (match: RegExpMatchArray, year: number, month: number, day: number, weekday?: string) => {
    const date = isoDate(year, month, day);
    const start = match.index ?? 0;
    if (date === undefined) return;
    const days = weekday === undefined ? {} : { weekday: WEEKDAYS.indexOf(weekday.toLowerCase()) };
    found.push({ date, ...days, start, end: start + match[0].length });
  };
  for (const match of text.matchAll(DATE_IN_WORDS)) {
    const [, weekday, day, month = '', year = yearWhenMissing] = match;
    if (year !== undefined) {
      add(match, Number(year), MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1, Number(day), weekday);
    }
  }
  for (const match of text.matchAll(DATE_IN_FIGURES))
    add(match, Number(match[3]), Number(match[2]), Number(match[1]));
  for (const match of text.matchAll(ISO_DATE))
    add(match, Number(match[1]), Number(match[2]), Number(match[3]));
  return found.sort((a, b) => a.start - b.start);
}

/** All times of day in the text, in order: "10.00 am", "7.30pm", "12 noon", "19:30". */
export function findTimes(text: string): FoundTime[] {
  const found: FoundTime[] = [];
  const add = (match: RegExpMatchArray, hour: number, minute: number) => {
    if (hour > 23 || minute > 59) return;
    const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
    const start = match.index ?? 0;
    if (found.some((other) => start >= other.start && start < other.end)) return;
    found.push({ time, start, end: start + match[0].length });
  };
  for (const match of text.matchAll(CLOCK_TIME)) {
    const hour = Number(match[1]);
    if (hour > 12) continue;
    const afternoon = match[3] === undefined || match[3].toLowerCase() === 'p';
    add(match, (hour % 12) + (afternoon ? 12 : 0), Number(match[2] ?? 0));
  }
  for (const match of text.matchAll(TWENTY_FOUR_HOURS)) add(match, Number(match[1]), Number(match[2]));
  return found.sort((a, b) => a.start - b.start);
}

/** The day of the week of a civil date, in words. */
export function weekdayOf(date: string): string {
  return inWords(new Date(`${date}T00:00:00Z`).getUTCDay());
}

/** 0 -> 'Sunday'. */
export function inWords(weekday: number): string {
  const name = WEEKDAYS[weekday] ?? '';
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Undefined when there is no such day (31 June). */
function isoDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}

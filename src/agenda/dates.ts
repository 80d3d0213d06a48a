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

const WEEKDAY =
  'sun(?:day)?|mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?';
const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
/** "Tuesday, 24 October 2017", "7th NOVEMBER 2017", "the 8th day of March 2017", "4-Mar-26"; the year may be missing. */
const DATE_IN_WORDS = new RegExp(
  `\\b(?:(${WEEKDAY})\\.?,? ?(?:the )?)?(?:the )?(\\d{1,2}) ?(?:st|nd|rd|th)?,?[ -]?(?:day )?(?:of )?(${MONTH})\\b(?:[.,]{0,2}[ -](\\d{4}|’?'?\\d{2}(?![\\d.:]|(?: ?[ap]\\.?m)))\\b)?`,
  'gi',
);
/** "March 10th, 2026". */
const MONTH_FIRST = new RegExp(
  `\\b(?:(${WEEKDAY})\\.?,? )?(${MONTH}) (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`,
  'gi',
);
const DATE_IN_FIGURES = new RegExp(
  `\\b(?:(${WEEKDAY})\\.?,? ?)?(\\d{1,2})([/.-])(\\d{1,2})\\3(\\d{4}|\\d{2})\\b(?![/.-]\\d)`,
  'gi',
);
const ISO_DATE = /\b(\d{4})-(\d{2})-(\d{2})\b/g;

const CLOCK_TIME =
  /\b(\d{1,2})(?: ?[.:;] ?(\d{2}))? ?(?:([ap])\.? ?m\b\.?|(noon|midday)\b|(o['’]?clock\b(?: in the (?:morning|afternoon|evening))?))/gi;
/** "2.00 - 4.30 pm": the beginning has its half of the day from the end. */
const FROM_TO =
  /\b(\d{1,2})(?:[.:]([0-5]\d))? ?(?:-|–|to) ?(1[0-2]|0?[1-9])(?:[.:][0-5]\d)? ?([ap])\.? ?m\b\.?/gi;
const TWENTY_FOUR_HOURS = /\b([01]?\d|2[0-3]):([0-5]\d)\b(?! ?[ap]\.?m)/gi;
const HOURS_IN_FIGURES = /\b([01]\d|2[0-3])[.:]?([0-5]\d) ?(?:hrs?|hours)\b/gi;
/** "at 19.30": a full stop parts the hours and minutes only where the words before say that it is a time. */
const AT_A_TIME = /\b(?:at|time:?|from|commencing|starting|start:?) (1[3-9]|2[0-3])\.([0-5]\d)\b/gi;
const IN_WORDS = /\b(?:12 )?(noon|midday)\b/gi;

/** All dates in the text, in order. A date without a year takes `yearWhenMissing`, and is passed over without one. */
export function findDates(text: string, yearWhenMissing?: number): FoundDate[] {
  const found: FoundDate[] = [];
  const add = (match: RegExpMatchArray, year: number, month: number, day: number, weekday?: string) => {
    const date = isoDate(year < 100 ? 2000 + year : year, month, day);
    const start = match.index ?? 0;
    if (
      date === undefined ||
      found.some((other) => start < other.end && start + match[0].length > other.start)
    )
      return;
    const days = weekday === undefined ? {} : { weekday: placeIn(WEEKDAYS, weekday) };
    found.push({ date, ...days, start, end: start + match[0].length });
  };
  for (const match of text.matchAll(DATE_IN_WORDS)) {
    const [, weekday, day, month = '', printed] = match;
    const year = printed?.replace(/\D/g, '') ?? yearWhenMissing;
    if (year !== undefined) add(match, Number(year), placeIn(MONTHS, month) + 1, Number(day), weekday);
  }
  for (const match of text.matchAll(MONTH_FIRST)) {
    const [, weekday, month = '', day, year] = match;
    add(match, Number(year), placeIn(MONTHS, month) + 1, Number(day), weekday);
  }
  for (const match of text.matchAll(DATE_IN_FIGURES)) {
    const [, weekday, day, , month, year] = match;
    add(match, Number(year), Number(month), Number(day), weekday);
  }
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
  for (const match of text.matchAll(FROM_TO)) {
    const [first, last] = [Number(match[1]) % 12, Number(match[3]) % 12];
    // "11 - 1 pm" begins in the morning, "2.00 - 4.30 pm" in the afternoon.
    const isLate = (match[4] ?? '').toLowerCase() === 'p' && first <= last;
    if (Number(match[1]) <= 12) add(match, first + (isLate ? 12 : 0), Number(match[2] ?? 0));
  }
  for (const match of text.matchAll(CLOCK_TIME)) {
    const [, hourPrinted, minute, half, , oClock] = match;
    const hour = Number(hourPrinted);
    if (hour > 12) {
      // "19.30pm" is a slip that leaves no doubt.
      if (half?.toLowerCase() === 'p' && minute !== undefined && hour > 13) add(match, hour, Number(minute));
      continue;
    }
    // Councils meet in the evening when they say "7 o'clock".
    const isLate =
      half === undefined
        ? !/morning/i.test(oClock ?? '') && (oClock === undefined || hour < 9)
        : half.toLowerCase() === 'p';
    add(match, (hour % 12) + (isLate ? 12 : 0), Number(minute ?? 0));
  }
  for (const pattern of [HOURS_IN_FIGURES, TWENTY_FOUR_HOURS, AT_A_TIME]) {
    for (const match of text.matchAll(pattern)) add(match, Number(match[1]), Number(match[2]));
  }
  for (const match of text.matchAll(IN_WORDS)) add(match, 12, 0);
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

/** 'Weds' is among the days of the week, and 'SEPT' among the months. */
function placeIn(names: readonly string[], name: string): number {
  return names.findIndex((each) => each.startsWith(name.slice(0, 3).toLowerCase()));
}

/** Undefined when there is no such day (31 June). */
function isoDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}

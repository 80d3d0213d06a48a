import ical, {
  escape,
  foldLines,
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalCalendar,
  type ICalEventData,
} from 'ical-generator';
import { addDays, civilDate, type CivilDate } from '../law/index.js';
import { londonInstant } from '../platform/clock/index.js';
import type { Briefing } from './briefing.js';

/** Where an event leads, and how often what it tells was changed: a program replaces what has a lower number. */
interface Particulars {
  readonly address: string;
  readonly sequence: number;
}

/** A meeting as a calendar tells it. */
export type MeetingInCalendar = Pick<Briefing, 'meeting' | 'bodyName'> & Particulars;

/** The last day of a duty, in words that tell nothing of what it is about. */
export interface LastDayInCalendar {
  /** The duty and its subject; the same for as long as it is owed. */
  readonly id: string;
  readonly lastDay: CivilDate;
  readonly title: string;
  readonly address: string;
}

/** No agenda says when a meeting ends; a meeting without a length is shown as none. */
const SHOWN_FOR_MS = 2 * 60 * 60_000;
const EVENING = '18:00';
const MORNING = '09:00';
const DAYS_BEFORE_A_LAST_DAY = [7, 1];
const ASKED_AGAIN_AFTER_SECONDS = 60 * 60;

/**
 * A meeting as a calendar file (RFC 5545). It names the meeting and leads to the briefing, and says nothing of
 * interests: calendars are shared, and copied to places that nobody here knows.
 */
export function meetingAsCalendar(
  told: Pick<Briefing, 'meeting' | 'bodyName'>,
  { stampedAt, ...particulars }: Particulars & { readonly stampedAt: Date },
): string {
  const calendar = published();
  addMeeting(calendar, { ...told, ...particulars }, stampedAt);
  return written(calendar);
}

/**
 * A member's meetings and last days as a calendar file. It says no more of each than its time, its place and its name.
 * @param stampedAt the moment as at which all of this holds
 */
export function asCalendar(
  known: {
    readonly name: string;
    readonly meetings: readonly MeetingInCalendar[];
    readonly lastDays: readonly LastDayInCalendar[];
  },
  stampedAt: Date,
): string {
  const calendar = published();
  // The library writes this one text as it is given.
  calendar.name(escape(clean(known.name).replaceAll('\n', ' '), false));
  calendar.ttl(ASKED_AGAIN_AFTER_SECONDS);
  for (const meeting of known.meetings) addMeeting(calendar, meeting, stampedAt);
  for (const lastDay of known.lastDays) addLastDay(calendar, lastDay, stampedAt);
  return written(calendar);
}

function published(): ICalCalendar {
  return ical({
    prodId: { company: 'Probity', product: 'calendar', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  });
}

/**
 * Every line ends with a line break, the last one too, which the library leaves out. It also looks at each letter of each
 * line to fold it, which took nine tenths of the time: of the events only lines that are too long are given to it.
 */
function written(calendar: ICalCalendar): string {
  const events = calendar.events().map((event) => event.toString());
  calendar.clear();
  const head = calendar.toString().slice(0, -END.length);
  const lines = events.join('').split('\r\n');
  return `${head}${lines.map(folded).join('\r\n')}${END}\r\n`;
}

const END = 'END:VCALENDAR';
/** In bytes, by RFC 5545. */
const LONGEST_LINE = 75;
const folded = (line: string): string => (Buffer.byteLength(line) <= LONGEST_LINE ? line : foldLines(line));

function addMeeting(
  calendar: ICalCalendar,
  { meeting, bodyName, address, sequence }: MeetingInCalendar,
  stampedAt: Date,
): void {
  const day = civilDate(meeting.meetsOn);
  const start = londonInstant(day, meeting.startsAt);
  const cancelled = meeting.status === 'cancelled';
  const event = calendar.createEvent({
    id: `${meeting.id}@probity`,
    ...{ sequence, stamp: stampedAt, start, end: new Date(start.getTime() + SHOWN_FOR_MS) },
    // Not every program shows the status, so the name says it too.
    summary: clean(cancelled ? `Cancelled: ${bodyName}` : bodyName),
    ...(meeting.venue.trim() !== '' && { location: clean(meeting.venue) }),
    url: address,
    description: cancelled
      ? `This meeting is cancelled.\n${address}`
      : `Your briefing: ${address}\nThe agenda does not say when the meeting ends. Two hours are shown.`,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: cancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
  });
  if (!cancelled) ringAt(event, [londonInstant(addDays(day, -1), EVENING)], stampedAt);
}

function addLastDay(
  calendar: ICalCalendar,
  { id, lastDay, title, address }: LastDayInCalendar,
  stampedAt: Date,
): void {
  const event = calendar.createEvent({
    id: `${id}@probity`,
    stamp: stampedAt,
    ...wholeDay(lastDay),
    summary: clean(title),
    url: address,
    description: `See what is due, and why: ${address}`,
    // It takes no time of the day.
    transparency: ICalEventTransparency.TRANSPARENT,
  });
  const days = DAYS_BEFORE_A_LAST_DAY.map((before) => londonInstant(addDays(lastDay, -before), MORNING));
  ringAt(event, days, stampedAt);
}

/** A date without a time is written from midnight in Universal Time; the end is the first day that is not in it. */
function wholeDay(day: CivilDate): Pick<ICalEventData, 'allDay' | 'start' | 'end'> {
  const midnight = (on: CivilDate): Date => new Date(`${on}T00:00:00Z`);
  return { allDay: true, start: midnight(day), end: midnight(addDays(day, 1)) };
}

/**
 * Rings at instants and not some hours before: the hours between nine o’clock in London and a day or a meeting are
 * others when the clocks change in between. What would have rung already is left out, because a program that sees it
 * only now would ring at once.
 */
function ringAt(
  event: ReturnType<ICalCalendar['createEvent']>,
  instants: readonly Date[],
  stampedAt: Date,
): void {
  for (const trigger of instants.filter((instant) => instant > stampedAt))
    event.createAlarm({ type: ICalAlarmType.display, trigger, description: event.summary() });
}

/** Without the control characters that a file of this kind may not have: a venue is copied out of agendas. */
function clean(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/(?!\n)\p{Cc}+/gu, ' ');
}

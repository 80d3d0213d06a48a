import { CalendarFileController } from './calendar-file.controller.js';
import { CalendarController } from './calendar.controller.js';
import { LastDays } from './last-days.js';
import { MyCalendar } from './my-calendar.js';

/** A member's meetings and last days in their own calendar program. */
export const myCalendarControllers = [CalendarController, CalendarFileController];
export const myCalendarProviders = [LastDays, MyCalendar];

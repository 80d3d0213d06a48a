import { addDays, civilDate, parseCivilDate, type CivilDate } from '../../../law/index.js';
import { londonWallClock } from '../../../platform/clock/index.js';
import {
  stepOfReminderInWords,
  topicInWords,
  type DayPlayed,
  type WouldGo,
} from '../../../reminders/index.js';
import { dayAndDateInWords, timeInWords } from '../../../wording/index.js';
import { blankForm, refusedForm, type FormState } from '../../form/index.js';
import { pagesOf, shownInWords } from '../../page/index.js';
import type { ReminderNames } from '../known.js';

/** Readers on one page. */
const READERS_A_PAGE = 50;
/** No further ahead: by then too much has changed for an answer to be worth reading. */
const MOST_DAYS_AHEAD = 400;
const AT = '/officer/reminders/dry-run';

/** The day that is asked for; without one, why not. An address that asks for none is no mistake. */
type AskedDay =
  | { readonly day: CivilDate; readonly form: FormState }
  | { readonly day: undefined; readonly form: FormState };

export function askedDay(asked: unknown, today: CivilDate): AskedDay {
  if (asked === undefined) return { day: undefined, form: blankForm({ day: addDays(today, 1) }) };
  const typed = typeof asked === 'string' ? asked.trim() : '';
  const day = parseCivilDate(typed);
  const problem = day === undefined ? NO_DAY : problemWith(day, today);
  if (day !== undefined && problem === undefined) return { day, form: blankForm({ day }) };
  const errors = [{ field: 'day', href: '#day', text: problem ?? NO_DAY }];
  return { day: undefined, form: refusedForm({ words: { day: typed.slice(0, 100) }, errors }) };
}

const NO_DAY = 'The day must be a real date written as year-month-day, such as 2026-10-24';

function problemWith(day: CivilDate, today: CivilDate): string | undefined {
  if (day < today)
    return 'The day must be today or in the future. What went out on a past day is in the list of reminders';
  if (day > addDays(today, MOST_DAYS_AHEAD)) return `The day must be at most ${MOST_DAYS_AHEAD} days ahead`;
  return undefined;
}

interface MessageView {
  readonly at: string;
  readonly told: readonly string[];
}

interface DryRunView {
  readonly title: string;
  readonly backHref: string;
  readonly form: FormState;
  /** Undefined until a day is chosen. */
  readonly day: string | undefined;
  readonly found: string;
  readonly isPaused: boolean;
  /** What could not be worked out, by its headings. */
  readonly notKnown: readonly string[];
  readonly readers: readonly {
    readonly name: string;
    readonly href: string | undefined;
    readonly hasAddress: boolean;
    readonly messages: readonly MessageView[];
  }[];
  readonly pages: object | undefined;
}

export const dayForm = (form: FormState): DryRunView => ({
  ...{ title: 'What would go out on a day', backHref: '/officer/reminders', form },
  ...{ day: undefined, found: '', isPaused: false, notKnown: [], readers: [], pages: undefined },
});

export function dryRunView(
  { day, form }: { day: CivilDate; form: FormState },
  played: DayPlayed,
  { names, page, isPaused }: { names: ReminderNames; page: number; isPaused: boolean },
): DryRunView {
  const { going, notKnown } = played;
  const shown = going.slice((page - 1) * READERS_A_PAGE, page * READERS_A_PAGE);
  return {
    ...dayForm(form),
    ...{ day: dayAndDateInWords(day), isPaused },
    found: foundInWords(going, page, shown.length),
    notKnown: [...new Set(notKnown.map((rule) => topicInWords(rule).about))],
    readers: shown.map(({ reader, messages }) => ({
      name: reader.name,
      href: reader.memberId === null ? undefined : `/officer/members/${reader.memberId}`,
      hasAddress: reader.address !== undefined,
      messages: messages.map(({ at, rows }) => ({
        at: timeInWords(londonWallClock(at).time),
        told: rows.map((row) => {
          const subject = names.subject({ ...reader, subject: row.subject });
          const about = topicInWords(row.rule).about;
          const due = dueInWords(row.dueAt, at, day);
          return `${subject === '' ? about : `${about}: ${subject}`}. ${stepOfReminderInWords(row)}${due}`;
        }),
      })),
    })),
    pages: pagesOf(
      { page, count: going.length, size: READERS_A_PAGE },
      (number) => `${AT}?day=${day}${number === 1 ? '' : `&page=${number}`}`,
    ),
  };
}

/** Said where something does not go at its own time. */
function dueInWords(dueAt: Date, at: Date, day: CivilDate): string {
  if (dueAt.getTime() === at.getTime()) return '';
  const { date, time } = londonWallClock(dueAt);
  const on = date === day ? '' : ` on ${dayAndDateInWords(civilDate(date))}`;
  return `, due${on} at ${timeInWords(time)}`;
}

function foundInWords(going: readonly WouldGo[], page: number, onPage: number): string {
  if (going.length === 0) return 'Nothing would go out.';
  const messages = going.reduce((sum, one) => sum + one.messages.length, 0);
  const readers = going.length === 1 ? '1 reader' : `${going.length.toLocaleString('en-GB')} readers`;
  const all = `${messages === 1 ? '1 message' : `${messages.toLocaleString('en-GB')} messages`} to ${readers}`;
  if (onPage === 0) return `There would be ${all}, and there are fewer pages than that.`;
  return shownInWords(all, { page, count: going.length, size: READERS_A_PAGE }, onPage, 'whom');
}

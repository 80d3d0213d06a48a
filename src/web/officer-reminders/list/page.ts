import type { Member } from '../../../members/index.js';
import {
  OUTCOMES,
  stepOfReminderInWords,
  topicInWords,
  type KnownReminder,
  type Outcome,
  type ReminderPractice,
} from '../../../reminders/index.js';
import type { FormState } from '../../form/index.js';
import { instantInWords, pagesOf, shownInWords, type InPages } from '../../page/index.js';
import type { ReminderNames } from '../known.js';
import { outcomeInWords, outcomeTag, type OutcomeTag } from '../outcome-words.js';
import { queryOf, type Area } from './filter.js';
import type { Warning } from './warnings.js';

/** Reminders on one page. */
export const PAGE_SIZE = 50;
const AT = '/officer/reminders';

/** One reminder as a row. */
export interface ReminderRow {
  readonly who: string;
  readonly about: string;
  /** The meeting or the member that it is about; '' where its heading says all. */
  readonly subject: string;
  readonly step: string;
  readonly due: string;
  readonly tag: OutcomeTag;
  readonly outcome: string;
  readonly href: string;
}

interface Choice {
  readonly value: string;
  readonly text: string;
}

export interface RemindersView {
  readonly title: string;
  readonly backHref: string;
  readonly warnings: readonly Warning[];
  readonly isPaused: boolean;
  readonly mayManage: boolean;
  readonly stats: readonly { value: number; label: string; href: string; alarm: boolean }[];
  readonly form: FormState;
  readonly outcomes: readonly Choice[];
  readonly members: readonly Choice[];
  readonly areas: readonly Choice[];
  readonly found: string;
  readonly rows: readonly ReminderRow[];
  readonly csvHref: string;
  /** GOV.UK's pagination; undefined where all fits on one page. */
  readonly pages: object | undefined;
}

/** What the page is made of. */
export interface KnownReminders {
  readonly practice: ReminderPractice;
  readonly warnings: readonly Warning[];
  readonly counts: ReadonlyMap<Outcome, number>;
  readonly reminders: readonly KnownReminder[];
  readonly names: ReminderNames;
  readonly members: readonly Member[];
  readonly areas: readonly Area[];
  readonly mayManage: boolean;
}

export function remindersView(known: KnownReminders, form: FormState, page: number): RemindersView {
  const { counts, practice, reminders } = known;
  const outcome = form.errorList.length > 0 ? '' : wordOf(form, 'outcome');
  const count = OUTCOMES.filter((one) => outcome === '' || one === outcome).reduce(
    (sum, one) => sum + (counts.get(one) ?? 0),
    0,
  );
  const list = { page, count, size: PAGE_SIZE };
  const isRefused = form.errorList.length > 0;
  return {
    title: 'Reminders',
    backHref: '/officer',
    ...{ warnings: known.warnings, isPaused: practice.pausedAt !== null, mayManage: known.mayManage, form },
    stats: OUTCOMES.map((one) => statOf(one, counts.get(one) ?? 0, form)),
    outcomes: [
      { value: '', text: 'Any outcome' },
      ...OUTCOMES.map((one) => ({ value: one, text: outcomeTag(one).text })),
    ],
    members: [
      { value: '', text: 'Everybody' },
      { value: 'officers', text: 'Officers and clerks' },
      ...known.members.map(({ id, name }) => ({ value: id, text: name })),
    ],
    areas: [{ value: '', text: 'Anything' }, ...known.areas.map(({ value, text }) => ({ value, text }))],
    found: isRefused ? '' : foundInWords(list, reminders.length),
    rows: reminders.map((one) => rowOf(one, known.names, practice)),
    csvHref: `${AT}.csv${queryOf(form.words)}`,
    pages: isRefused
      ? undefined
      : pagesOf(
          list,
          (number) => `${AT}${queryOf(form.words, { page: number === 1 ? '' : String(number) })}`,
        ),
  };
}

const wordOf = ({ words }: FormState, name: string): string => {
  const word = words[name];
  return typeof word === 'string' ? word : '';
};

/** The figures are of the same members, subjects and days as the list, and each leads to its own part of it. */
function statOf(outcome: Outcome, value: number, form: FormState): RemindersView['stats'][number] {
  const { text, colour } = outcomeTag(outcome);
  const href = `${AT}${queryOf(form.words, { outcome })}`;
  return { value, label: text, href, alarm: colour === 'red' && value > 0 };
}

export function rowOf(known: KnownReminder, names: ReminderNames, practice: ReminderPractice): ReminderRow {
  const { reminder, outcome } = known;
  return {
    who: names.reader(reminder),
    about: topicInWords(reminder.rule).about,
    subject: names.subject(reminder),
    step: stepOfReminderInWords(reminder),
    due: instantInWords(reminder.dueAt),
    tag: outcomeTag(outcome),
    outcome: outcomeInWords(known, practice),
    href: `${AT}/${reminder.id}`,
  };
}

function foundInWords(list: InPages, onPage: number): string {
  const { count } = list;
  if (count === 0) return 'No reminder was found.';
  const all = count === 1 ? '1 reminder' : `${count.toLocaleString('en-GB')} reminders`;
  return onPage === 0 ? `There are ${all}, and fewer pages than that.` : shownInWords(all, list, onPage);
}

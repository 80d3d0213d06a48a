import type { CivilDate } from '../../law/index.js';
import {
  monthsUpTo,
  type ReportDocument,
  type ReportName,
  type ReportPeriod,
  type ReportSection,
  type WhyNoReport,
} from '../../oversight/index.js';
import { dateInWords } from '../../wording/index.js';
import {
  DateField,
  validateForm,
  wordsOfDate,
  type FormError,
  type FormState,
  type Words,
} from '../form/index.js';
import { instantInWords } from '../page/index.js';

export type Query = Readonly<Record<string, unknown>>;

/** The days that a report is about. */
class PeriodForm {
  @DateField({ enter: 'Enter the first day', name: 'The first day', mustBe: 'today or in the past' })
  from: CivilDate;

  @DateField({ enter: 'Enter the last day', name: 'The last day', mustBe: 'today or in the past' })
  to: CivilDate;
}

interface Refused {
  readonly errors: readonly FormError[];
  readonly words: Words;
}

/** The period that an address asks for; without one, the last twelve months, or for gifts the last three. */
export function periodIn(
  name: ReportName,
  query: Query,
  today: CivilDate,
): { readonly period: ReportPeriod; readonly words: Words } | Refused {
  if (!Object.keys(query).some((key) => /^(from|to)\b/.test(key)))
    return { period: monthsUpTo(today, name === 'annual' ? 12 : 3), words: {} };
  const form = validateForm(PeriodForm, query, { today });
  return form.ok ? { period: form.value, words: form.words } : form;
}

/** What the period form says when no report can be made, beside the day that is wrong. */
export function refusedBy(refused: WhyNoReport, words: Words): Refused {
  const at = (text: string): Refused => ({ errors: [{ field: 'to', href: '#to-day', text }], words });
  switch (refused.refused) {
    case 'ends-before-it-begins':
      return at('The last day must be the same as or after the first day');
    case 'in-the-future':
      return at('The last day must be today or in the past');
    case 'before-the-council':
      return at(
        `The last day must be the same as or after ${dateInWords(refused.firstDay)}, the first day of which anything of this council is recorded`,
      );
  }
}

interface Link {
  readonly text: string;
  readonly href: string;
}

export interface ReportsView {
  readonly title: string;
  readonly backHref: string;
  readonly form: FormState;
  readonly years: readonly Link[];
  readonly quarters: readonly Link[];
}

export function reportsView(
  offered: { readonly years: readonly ReportPeriod[]; readonly quarters: readonly ReportPeriod[] },
  form: FormState,
): ReportsView {
  return {
    ...{ title: 'Reports', backHref: '/officer', form },
    years: offered.years.map((period) => linkOf('annual', period)),
    quarters: offered.quarters.map((period) => linkOf('gifts', period)),
  };
}

const linkOf = (name: ReportName, period: ReportPeriod): Link => ({
  ...{ text: periodInWords(period), href: `/officer/reports/${name}?${queryOf(period)}` },
});

const periodInWords = ({ from, to }: ReportPeriod): string => `${dateInWords(from)} to ${dateInWords(to)}`;

function queryOf({ from, to }: ReportPeriod): string {
  const words = { ...wordsOfDate('from', from), ...wordsOfDate('to', to) };
  const pairs = Object.entries(words).map(([name, word]): [string, string] => [name, String(word)]);
  return new URLSearchParams(pairs).toString();
}

export interface ReportView {
  readonly title: string;
  readonly backHref: string;
  readonly period: string;
  readonly made: string;
  readonly notes: readonly string[];
  readonly sections: readonly ReportSection[];
  readonly downloads: readonly Link[];
}

export function reportView(name: ReportName, report: ReportDocument): ReportView {
  const query = queryOf(report.period);
  const at = `/officer/reports/${name}`;
  return {
    ...{ title: report.title, backHref: '/officer/reports', period: periodInWords(report.period) },
    ...{ made: instantInWords(report.madeAt), notes: report.notes, sections: report.sections },
    downloads: [
      { text: 'Download as a Word document', href: `${at}.docx?${query}` },
      { text: 'Download as CSV', href: `${at}.csv?${query}` },
    ],
  };
}

import { IsIn, IsOptional, Matches, ValidateBy, type ValidationOptions } from 'class-validator';
import { parseCivilDate } from '../../../law/index.js';
import { OUTCOMES, topicInWords, type Outcome, type ReminderFilter } from '../../../reminders/index.js';
import type { FormState } from '../../form/index.js';

/** No reminder is of a day outside these, and a day at the very end of the calendar has no next one to count up to. */
const EARLIEST = '1900-01-01';
const LATEST = '2999-12-31';

/** Either nothing, which asks for every day, or a day written as 2026-10-24. */
const DayOrNothing = (options: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'dayOrNothing',
      validator: {
        validate: (day) => day === '' || (typeof day === 'string' && isDay(day)),
      },
    },
    options,
  );

const isDay = (day: string): boolean => parseCivilDate(day) !== undefined && day >= EARLIEST && day <= LATEST;

/** What the address asks for. Each may be empty, as a form sends what was not chosen. */
export class FilterForm {
  @IsOptional()
  @IsIn(['', ...OUTCOMES], { message: 'Choose an outcome from the list' })
  outcome?: Outcome | '';

  @IsOptional()
  @Matches(/^(|officers|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i, {
    message: 'Choose a member from the list',
  })
  member?: string;

  @IsOptional()
  @Matches(/^[^\0]{0,200}$/, { message: 'Choose a subject from the list' })
  about?: string;

  @IsOptional()
  @DayOrNothing({
    message: 'The first day must be a real date written as year-month-day, such as 2026-10-24',
  })
  from?: string;

  @IsOptional()
  @DayOrNothing({ message: 'The last day must be a real date written as year-month-day, such as 2026-10-24' })
  to?: string;
}

/** A subject area: everything that is told under one heading, by whichever rule. */
export interface Area {
  /** The first of its rules, which stands in the address. */
  readonly value: string;
  readonly text: string;
  readonly rules: readonly string[];
}

/** The subject areas, by their headings: what several codes ask for in the same words is one. */
export function areasOf(rules: readonly string[]): Area[] {
  const areas = new Map<string, string[]>();
  for (const rule of rules) {
    const { about } = topicInWords(rule);
    areas.set(about, [...(areas.get(about) ?? []), rule]);
  }
  return [...areas]
    .map(([text, ofArea]) => ({ text, value: ofArea[0] ?? '', rules: ofArea }))
    .sort((a, b) => a.text.localeCompare(b.text, 'en-GB'));
}

/** What is asked for. A subject that is none of ours finds nothing, rather than everything. */
export function filterIn(form: FilterForm, areas: readonly Area[]): ReminderFilter {
  const { outcome = '', member = '', about = '', from = '', to = '' } = form;
  return {
    outcome: outcome === '' ? undefined : outcome,
    reader: readerIn(member),
    rules: about === '' ? undefined : (areas.find(({ value }) => value === about)?.rules ?? []),
    from: from === '' ? undefined : parseCivilDate(from),
    to: to === '' ? undefined : parseCivilDate(to),
  };
}

function readerIn(member: string): ReminderFilter['reader'] {
  if (member === '') return undefined;
  return member === 'officers' ? 'officers' : { memberId: member };
}

const FIELDS = ['outcome', 'member', 'about', 'from', 'to'] as const;

/** The query of an address that asks for the same, but for what is given. */
export function queryOf(
  words: FormState['words'],
  changed: Partial<Record<(typeof FIELDS)[number] | 'page', string>> = {},
): string {
  const asked = FIELDS.map((name): [string, string] => {
    const word = words[name];
    return [name, changed[name] ?? (typeof word === 'string' ? word : '')];
  });
  const all = [...asked, ['page', changed.page ?? '']].filter(([, word]) => word !== '') as [
    string,
    string,
  ][];
  const query = new URLSearchParams(all).toString();
  return query === '' ? '' : `?${query}`;
}

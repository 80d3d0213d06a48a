import { IsIn, IsOptional, Matches } from 'class-validator';
import type { Followed, TrailFilter } from '../../audit/index.js';
import { addDays, parseCivilDate } from '../../law/index.js';
import { londonInstant } from '../../platform/clock/index.js';
import type { FormState } from '../form/index.js';
import { actionsOfKind, kindsByArea } from './action-areas.js';
import { DayOrNothing, NotBefore } from './days.js';

const ID_OR_NOTHING = /^(|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

const KINDS = kindsByArea().flatMap(({ kinds }) => kinds.map(({ value }) => value));

/** What the address asks for. Each may be empty, as a form sends what was not chosen. */
export class FilterForm {
  @IsOptional()
  @IsIn(['', ...KINDS], { message: 'Choose what happened from the list' })
  kind?: string;

  @IsOptional()
  @Matches(ID_OR_NOTHING, { message: 'Choose who did it from the list' })
  person?: string;

  @IsOptional()
  @Matches(ID_OR_NOTHING, { message: 'Choose a member from the list' })
  member?: string;

  @IsOptional()
  @Matches(ID_OR_NOTHING, { message: 'Choose a meeting from the list' })
  meeting?: string;

  @IsOptional()
  @Matches(ID_OR_NOTHING, { message: 'Open the register entry again, and follow it from there' })
  entry?: string;

  @IsOptional()
  @DayOrNothing({
    message: 'The first day must be a real date written as year-month-day, such as 2026-10-24',
  })
  from?: string;

  @IsOptional()
  @NotBefore('from', { message: 'The last day must be the same as or after the first day' })
  @DayOrNothing({ message: 'The last day must be a real date written as year-month-day, such as 2026-10-24' })
  to?: string;
}

/** The filter of a form; `followed` is found by who knows what belongs to a member, a meeting or an entry. */
export function filterIn(
  { kind = '', person = '', from = '', to = '' }: FilterForm,
  followed: readonly Followed[],
): TrailFilter {
  const [first, last] = [parseCivilDate(from), parseCivilDate(to)];
  const actions = actionsOfKind(kind);
  return {
    ...(actions && { actions }),
    ...(person !== '' && { personId: person.toLowerCase() }),
    ...(first && { from: londonInstant(first, '00:00') }),
    ...(last && { before: londonInstant(addDays(last, 1), '00:00') }),
    ...(followed.length > 0 && { followed }),
  };
}

const FIELDS = ['kind', 'person', 'member', 'meeting', 'entry', 'from', 'to'] as const;
export type FilterField = (typeof FIELDS)[number];

/** The address that asks for the same, but for what is given. */
export function addressOf(
  words: FormState['words'],
  changed: Partial<Record<FilterField | 'before', string>> = {},
): string {
  const asked = FIELDS.map((name): [string, string] => {
    const word = words[name];
    return [name, changed[name] ?? (typeof word === 'string' ? word : '')];
  });
  const all = [...asked, ['before', changed.before ?? ''] as [string, string]].filter(
    ([, word]) => word !== '',
  );
  const query = new URLSearchParams(all).toString();
  return query === '' ? '/officer/audit' : `/officer/audit?${query}`;
}

/** Whether anything is asked for at all. */
export const asksForSome = (words: FormState['words']): boolean =>
  FIELDS.some((name) => typeof words[name] === 'string' && words[name] !== '');

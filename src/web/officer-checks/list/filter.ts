import { IsIn, IsOptional, Matches } from 'class-validator';
import { CHECKS_OF_MEETINGS, type CheckId, type Finding } from '../../../oversight/index.js';
import type { NamesOfFindings } from '../known.js';
import { DayOrNothing, type Days } from '../period.js';

const ID_OR_NOTHING = /^(|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** What the address asks for. Each may be empty, as a form sends what was not chosen. */
export class FindingsForm {
  @IsOptional()
  @IsIn(['', 'open', 'closed', 'all'], { message: 'Choose open, closed or all' })
  state?: 'open' | 'closed' | 'all' | '';

  @IsOptional()
  @Matches(ID_OR_NOTHING, { message: 'Choose a member from the list' })
  member?: string;

  @IsOptional()
  @Matches(ID_OR_NOTHING, { message: 'Choose a body from the list' })
  body?: string;

  @IsOptional()
  @DayOrNothing({ message: 'The first day must be a real date written as 2026-10-24, from 1 July 2012 on' })
  from?: string;

  @IsOptional()
  @DayOrNothing({ message: 'The last day must be a real date written as 2026-10-24, from 1 July 2012 on' })
  to?: string;
}

/** What the words of the form are while nothing else was chosen. */
export const wordsOfFilter = (form: FindingsForm, check: CheckId, days: Days): Record<string, string> => ({
  ...{
    state: form.state === undefined || form.state === '' ? 'open' : form.state,
    member: form.member ?? '',
  },
  ...(CHECKS_OF_MEETINGS.includes(check) && { body: form.body ?? '', from: days.from, to: days.to }),
});

export function chosen(findings: readonly Finding[], form: FindingsForm, names: NamesOfFindings): Finding[] {
  const { state = '', member = '', body = '' } = form;
  return findings.filter(
    (finding) =>
      (state === 'all' || (finding.closing !== undefined) === (state === 'closed')) &&
      (member === '' || finding.memberIds.includes(member)) &&
      (body === '' || (finding.meetingId !== undefined && names.bodyOf(finding.meetingId) === body)),
  );
}

/** The query of an address that asks for the same, and for a page of it. */
export function queryOf(words: Readonly<Record<string, string>>, page = ''): string {
  const all = [...Object.entries(words), ['page', page]].filter(([, word]) => word !== '') as [
    string,
    string,
  ][];
  return all.length === 0 ? '' : `?${new URLSearchParams(all).toString()}`;
}

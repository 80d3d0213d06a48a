import { IsOptional } from 'class-validator';
import { MOST_EVENTS, type ExportedRange, type Period } from '../../../audit/index.js';
import { addDays, parseCivilDate, type CivilDate } from '../../../law/index.js';
import { londonInstant } from '../../../platform/clock/index.js';
import { DayOrNothing, NotBefore } from '../days.js';

/** A period of days; the whole record where both are empty. */
export class ExportForm {
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

export function periodIn({ from = '', to = '' }: ExportForm): Period {
  const [first, last] = [parseCivilDate(from), parseCivilDate(to)];
  return {
    ...(first && { from: londonInstant(first, '00:00') }),
    ...(last && { before: londonInstant(addDays(last, 1), '00:00') }),
  };
}

export const REFUSALS = {
  'nothing-there': 'There are no events on these days. Choose other ones',
  'too-many': `These are more than ${MOST_EVENTS.toLocaleString('en-GB')} events. Choose fewer days`,
} as const;

/** 'audit-wyrefordshire-2026-11-27-events-1-48213.zip' */
export function fileName(slug: string | undefined, today: CivilDate, { first, last }: ExportedRange): string {
  return `audit-${slug ?? 'record'}-${today}-events-${first}-${last}.zip`;
}

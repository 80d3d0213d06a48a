import {
  IsIn,
  IsNotEmpty,
  IsOptional,
  MaxLength,
  Validate,
  ValidatorConstraint,
  type ValidatorConstraintInterface,
} from 'class-validator';
import { addDays, civilDate, type CivilDate } from '../../law/index.js';
import type { AgendaKind } from '../../meetings/index.js';
import { DateField, type FormError } from '../form/index.js';
import { readClockTime } from './clock-time.js';

@ValidatorConstraint()
class ClockTime implements ValidatorConstraintInterface {
  validate(text: unknown): boolean {
    return typeof text === 'string' && (text === '' || readClockTime(text) !== undefined);
  }
}

export const AGENDA_KINDS: readonly AgendaKind[] = ['whole', 'supplementary'];

/** Meetings before this day are not what anybody means: it is a slip of the finger. */
const EARLIEST = civilDate('2000-01-01');
/** No agenda is written further ahead. */
const DAYS_AHEAD = 2 * 366;

/** What the clerk corrects of a meeting, besides its items. */
export class ReviewForm {
  @IsIn(AGENDA_KINDS, { message: 'Choose whether this is the whole agenda or a supplementary one' })
  kind: AgendaKind;

  @IsNotEmpty({ message: 'Choose the body that meets' })
  bodyId: string;

  @DateField({ enter: 'Enter the date of the meeting', name: 'The date of the meeting', earliest: EARLIEST })
  meetsOn: CivilDate;

  @Validate(ClockTime, { message: 'The time must be a time of day, like 10am or 19:30' })
  @IsNotEmpty({ message: 'Enter the time at which the meeting starts' })
  startsAt: string;

  @MaxLength(300, { message: 'The place must be 300 characters or less' })
  @IsNotEmpty({ message: 'Enter where the meeting is held' })
  venue: string;

  @DateField({ enter: '', name: 'The date of issue', earliest: EARLIEST, optional: true })
  issuedOn?: CivilDate;

  @DateField({ enter: '', name: 'The last day to ask to take part', earliest: EARLIEST, optional: true })
  participationOn?: CivilDate;

  @IsOptional()
  @Validate(ClockTime, { message: 'The time must be a time of day, like 9am or 17:00' })
  participationAt?: string;
}

/** What is wrong between the answers: each may be right by itself and the meeting still impossible. */
export function datesThatDisagree(form: ReviewForm, today: CivilDate): FormError[] {
  const errors: FormError[] = [];
  const wrong = (field: string, text: string): void =>
    void errors.push({ field, href: `#${field}-day`, text });
  if (form.meetsOn > addDays(today, DAYS_AHEAD)) {
    wrong('meetsOn', 'The date of the meeting must be within two years from today');
  }
  if (form.issuedOn !== undefined && form.issuedOn > form.meetsOn) {
    wrong('issuedOn', 'The date of issue must be the same as or before the date of the meeting');
  }
  const { participationOn } = form;
  const at = form.participationAt ?? '';
  if (participationOn !== undefined && participationOn > form.meetsOn) {
    wrong(
      'participationOn',
      'The last day to ask to take part must be the same as or before the date of the meeting',
    );
  }
  if (participationOn === undefined && at !== '') {
    wrong('participationOn', 'Enter the last day to ask to take part, or leave its time empty');
  }
  if (participationOn !== undefined && at === '') {
    errors.push({
      field: 'participationAt',
      href: '#participationAt',
      text: 'Enter the time until which people may ask to take part',
    });
  }
  return errors;
}

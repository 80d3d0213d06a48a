import { Transform } from 'class-transformer';
import { IsString } from 'class-validator';
import type { OpenedNotification } from '../../../register/index.js';
import { refusedForm, type FormResult, type FormState, type Words } from '../../form/index.js';

/** The interests that are to be entered now, by their ids. */
export class PartForm {
  // One box that is ticked posts text, several a list.
  @Transform(({ value }: { value: unknown }) => [value ?? []].flat())
  @IsString({ each: true, message: 'Select what you want to enter now' })
  now: string[] = [];
}

/** The pending interests that were not selected, or that none was. */
export function unselected({ interests }: OpenedNotification, form: FormResult<PartForm>): string[] | 'all' {
  const pending = interests.filter(({ fate }) => fate === null).map(({ id }) => id);
  const waiting = pending.filter((id) => !form.ok || !form.value.now.includes(id));
  return waiting.length === pending.length ? 'all' : waiting;
}

export const nothingSelected = (words: Words): FormState =>
  refusedForm({ words, errors: [{ field: 'now', href: '#now', text: 'Select what you want to enter now' }] });

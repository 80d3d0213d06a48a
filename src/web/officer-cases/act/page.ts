import type { OpenedCaseFile } from '../../../oversight/index.js';
import type { FormState } from '../../form/index.js';

/** A page on which an officer does one thing with a case file. */
export function actView(
  { id, reference }: Pick<OpenedCaseFile, 'id' | 'reference'>,
  page: { readonly title: string; readonly button: string; readonly form: FormState },
): object {
  const at = `/officer/cases/${id}`;
  return { ...page, reference, backHref: at, secondary: { text: 'Cancel', href: at } };
}

export const CLOSED = 'This case file is closed. Add a note to it instead.';

import type { Citation } from '../../../citation.js';
import { civilDate } from '../../../time/civil-date.js';
import { paragraph } from '../code.js';

export const TITLE = 'Worcestershire County Council code of conduct 2012';

/** The first day on which a code under the Act could be in force. */
export const FROM = civilDate('2012-07-01');

/** A paragraph by its subject: the numbers are not known, because the text was not found (docs/law-changes.md). */
export function named(subject: string): Citation {
  return paragraph(TITLE, subject);
}

import type { Citation } from '../../citation.js';
import { civilDate } from '../../time/civil-date.js';

/** The day from which the present code has effect. Earlier codes are not encoded. */
export const CODE_FROM = civilDate('2021-12-07');

/** A section of the statutory code: `section(4)` is Councillors' Code of Conduct (Scotland) section 4. */
export function section(number: number): Citation {
  return {
    text: `Councillors' Code of Conduct (Scotland) section ${number}`,
    url: 'https://www.gov.scot/publications/code-conduct-councillors-2/',
  };
}

import type { Citation } from '../../../citation.js';
import { civilDate } from '../../../time/civil-date.js';

export const CODE = 'lga-model-2020';
export const TITLE = 'LGA Model Councillor Code of Conduct 2020';

/** [M] The day on which it was published. When a council adopted it is that council's data. */
export const PUBLISHED = civilDate('2020-12-03');

/** A provision of the code, as the national text numbers it: `modelCode('App B para 4')`. */
export function modelCode(provision: string): Citation {
  return {
    text: `LGA Model Code 2020 ${provision}`,
    url: 'https://www.local.gov.uk/publications/local-government-association-model-councillor-code-conduct-2020',
  };
}

import type { Citation } from '../../citation.js';
import type { Rule } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';

/** The day on which SI 2016/84 amended the code. Earlier texts are not encoded. */
const AS_AMENDED_FROM = civilDate('2016-04-01');

type Common = Pick<Rule<never, unknown>, 'id' | 'citation' | 'source' | 'inForceFrom'>;

/** What every rule of the model code shares: `paragraph('12(2)')` is SI 2008/788 (W.82) Sch para 12(2). */
export function paragraph(number: string): Common {
  return {
    id: `wales/model-code-2008/para${number}`,
    citation: modelCode(number),
    source: 'code-of-conduct',
    inForceFrom: AS_AMENDED_FROM,
  };
}

function modelCode(number: string): Citation {
  return {
    text: `SI 2008/788 (W.82) Sch para ${number}`,
    url: 'https://www.legislation.gov.uk/wsi/2008/788/schedule',
  };
}

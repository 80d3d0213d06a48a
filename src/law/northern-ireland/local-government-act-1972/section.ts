import type { Rule } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';

type Common = Pick<Rule<never, unknown>, 'id' | 'citation' | 'source' | 'inForceFrom'>;

/** The day on which the district councils took up their functions. */
const FROM = civilDate('1973-10-01');

/** What every rule of the Act shares: `lgaNi1972('28(1)')` is Local Government Act (NI) 1972 s.28(1). */
export function lgaNi1972(section: string): Common {
  const number = /^\d+/.exec(section)?.[0] ?? section;
  return {
    id: `northern-ireland/local-government-act-1972/s${section}`,
    citation: {
      text: `Local Government Act (NI) 1972 s.${section}`,
      url: `https://www.legislation.gov.uk/apni/1972/9/section/${number}`,
    },
    source: 'statute',
    inForceFrom: FROM,
  };
}

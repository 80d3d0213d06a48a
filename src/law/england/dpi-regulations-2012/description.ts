import type { Citation } from '../../citation.js';
import type { Rule } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import type { Truth } from '../../truth.js';

/** One prescribed description of SI 2012/1464: are the elements of its row met, apart from whose interest it is? */
export type Description<F> = Rule<F, Truth>;

/** What the seven have in common: their source, their id and the day the regulations came into force. */
export function description<F>(
  name: string,
  citation: Citation,
  question: string,
  { says, reading }: { readonly says: string; readonly reading?: string },
  decide: (facts: F) => Truth,
): Description<F> {
  return {
    id: `england/dpi-regulations-2012/${name}`,
    question,
    citation,
    source: 'regulations',
    says,
    ...(reading === undefined ? {} : { reading }),
    inForceFrom: civilDate('2012-07-01'),
    decide,
  };
}

import type { Rule } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import type { Truth } from '../../truth.js';
import type { Definition } from './definitions.js';

/** One prescribed description of SI 2012/1464: are the elements of its row met, apart from whose interest it is? */
export interface Description<F> extends Rule<F, Truth> {
  /** The definitions that its words rest on, given as reasons beside it. */
  readonly definitions: readonly Definition[];
}

/** What the seven have in common: their source, and the day the regulations came into force. */
export function description<F>(one: Omit<Description<F>, 'source' | 'inForceFrom'>): Description<F> {
  return { ...one, source: 'regulations', inForceFrom: civilDate('2012-07-01') };
}

import type { CodeOfConduct } from './code.js';
import { statuteFaithful } from './statute-faithful.js';
import { worcestershire2012 } from './worcestershire-2012.js';

/** Every version of every code that is encoded. A code that is not here answers "not encoded". */
export const CODES: readonly CodeOfConduct[] = [statuteFaithful, worcestershire2012];

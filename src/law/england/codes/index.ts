import type { CodeOfConduct } from './code.js';
import { statuteFaithful } from './statute-faithful.js';
import { worcestershire2012 } from './worcestershire-2012.js';

/** Every version of every code that is encoded. A code that is not here answers "not encoded". */
export const CODES: readonly CodeOfConduct[] = [statuteFaithful, worcestershire2012];

/** The codes that an authority can be said to have adopted: the id, and what people call it. */
export const KNOWN_CODES: readonly { readonly code: string; readonly title: string }[] = CODES.filter(
  ({ code }, index) => CODES.findIndex((other) => other.code === code) === index,
).map(({ code, title }) => ({ code, title }));

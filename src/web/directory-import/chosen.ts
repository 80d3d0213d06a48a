import type { Choices } from '../../exchange/index.js';
import type { FormError } from '../form/index.js';

/** What was chosen, or everything that is wrong with it. */
export type Chosen = { readonly choices: Choices } | { readonly errors: readonly FormError[] };

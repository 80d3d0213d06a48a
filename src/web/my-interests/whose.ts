import type { HeldBy } from '../../law/index.js';

/** Whose interest it is, to the member. */
export const WHOSE: Readonly<Record<HeldBy, string>> = { self: 'Yours', partner: 'Your spouse or partner’s' };

import type { Register } from '../../register/index.js';

type Refused = Extract<Awaited<ReturnType<Register['enter']>>, { refused: unknown }>['refused'];

/** Why a notification is not entered, to the officer who pressed the button. */
export const WHY_NOT_ENTERED: Record<Exclude<Refused, 'not-found'>, string> = {
  'already-entered': 'This notification is in the register already. Nothing was changed.',
  'earlier-one-pending':
    'An earlier notification from this member has not been entered yet. Enter that one first, so that the newer one stands. Nothing was changed.',
  'own-notification':
    'You gave this notification yourself, so somebody else must enter it: the monitoring officer or a deputy. Nothing was changed.',
};

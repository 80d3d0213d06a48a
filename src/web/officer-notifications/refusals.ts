import type { Queries, Register } from '../../register/index.js';

type RefusedBy<Answer> = Exclude<Extract<Awaited<Answer>, { refused: unknown }>['refused'], 'not-found'>;

/** Why a notification is not entered, to the officer who pressed the button. */
export const WHY_NOT_ENTERED: Record<RefusedBy<ReturnType<Register['enter']>>, string> = {
  'already-entered': 'This notification is in the register already. Nothing was changed.',
  'earlier-one-pending':
    'An earlier notification from this member has not been entered yet. Enter that one first, so that the newer one stands. Nothing was changed.',
  'own-notification':
    'You gave this notification yourself, so somebody else must enter it: the monitoring officer or a deputy. Nothing was changed.',
  'stepped-aside':
    'You have left this member’s interests to a deputy, because you have an interest in them. Nothing was changed.',
  'entry-ended-meanwhile':
    'This is about an interest that is no longer in the register: it has ended meanwhile. Ask the member what they mean. Nothing was changed.',
};

/** Why a question is not sent to the member. */
export const WHY_NOT_ASKED: Record<RefusedBy<ReturnType<Queries['ask']>>, string> = {
  'already-entered':
    'This is in the register already, or the member took it back. Your question was not sent.',
  'own-notification':
    'You gave this notification yourself, so somebody else must ask. Your question was not sent.',
  'stepped-aside':
    'You have left this member’s interests to a deputy, because you have an interest in them. Your question was not sent.',
};

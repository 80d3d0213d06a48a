import type { ImportFailure } from '../../exchange/index.js';

/** Why a member's part cannot be entered, and what to do about it. */
export const WHY_NOT_TAKEN_OVER: Readonly<Record<ImportFailure['why'], string>> = {
  'not-yet': 'the day of receipt has not come yet. Enter a day up to today.',
  'not-found': 'the notification could not be found again. Try once more.',
  'already-entered': 'it is in the register already.',
  'earlier-one-pending':
    'a notification that the member sent earlier waits to be entered. Enter that one first, then take this over.',
  'own-notification': 'this is your own register. Another officer must take it over.',
  'stepped-aside': 'you have left this member’s register to another officer, who must take it over.',
  'entry-ended-meanwhile': 'an entry that it is about has ended. Look at the member’s register first.',
};

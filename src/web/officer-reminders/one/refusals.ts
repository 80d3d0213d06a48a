import type { WhyNotHurried, WhyNotTriedAgain } from '../../../reminders/index.js';

/** Why a reminder cannot be sent now. What does not exist is no refusal but another address. */
export const WHY_NOT_HURRIED: Readonly<Record<Exclude<WhyNotHurried, 'not-found'>, string>> = {
  'in-a-message': 'It is in a message already, so it was not sent again.',
  'hurried-already': 'Somebody has asked for that already. It goes with the next round.',
  'too-late': 'Its time has passed, so it would be of no use. Nothing was sent.',
  'not-wanted': 'It is no longer needed, so it was not sent.',
  'no-mail-address':
    'There is no e-mail address to send it to. Tell its reader in another way until there is one.',
};

export const WHY_NOT_TRIED_AGAIN: Readonly<Record<Exclude<WhyNotTriedAgain, 'not-found'>, string>> = {
  'not-failed': 'It is on its way, or somebody has asked for that already. Nothing was changed.',
  'too-late': 'Its time has passed, so it would be of no use. Nothing was sent.',
  'no-mail-address':
    'There is no e-mail address to send it to. Tell its reader in another way until there is one.',
};

import type { WhyNotTold } from './telling.js';

/** Why a change of an entry was not taken, and what to do instead. */
const WORDS: Readonly<Record<WhyNotTold, { title: string; says: readonly string[] }>> = {
  'ended-meanwhile': {
    title: 'This is no longer in the register',
    says: [
      'The entry has been ended, changed or corrected since. Nothing was sent.',
      'Look at what the register holds now. If something is still wrong or missing, tell of it from there.',
    ],
  },
  'end-is-pending': {
    title: 'You have told that this has ended',
    says: [
      'That it has ended is waiting to be entered in the register. Nothing more was sent.',
      'If it has not ended after all, tell of it as a new interest.',
    ],
  },
};

export interface RefusalView {
  readonly title: string;
  readonly says: readonly string[];
}

export const refusalView = (why: WhyNotTold): RefusalView => WORDS[why];

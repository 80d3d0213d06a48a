import type { MeetingInterest } from '../../law/index.js';

const STATES = {
  no: 'no',
  'claimed by member only': 'claimed',
  'agreed by monitoring officer': 'agreed',
} as const satisfies Record<string, MeetingInterest['sensitive']>;

/** How far a sensitive interest has come, in the words of the cases. */
export const SENSITIVE = {
  words: Object.keys(STATES) as (keyof typeof STATES)[],
  read: (word: keyof typeof STATES | undefined): (typeof STATES)[keyof typeof STATES] | undefined =>
    word && STATES[word],
};

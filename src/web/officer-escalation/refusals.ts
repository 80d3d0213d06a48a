import type { NotEscalated } from '../../oversight/index.js';
import type { FormError, Words } from '../form/index.js';
import { errorAt } from '../my-dispensations/index.js';

/** Beside the day, whose first box the summary leads to. */
function onDay(text: string): FormError {
  return { field: 'on', href: '#on-day', text };
}

export const DAY_OF_POSTING_MISSING = onDay('Enter the day of posting');

type Why = Exclude<NotEscalated['refused'], 'not-found'>;

const WHY_NOT: Readonly<Record<Why, FormError>> = {
  closed: {
    field: '',
    href: '#main-content',
    text: 'This has closed by itself meanwhile. There is nothing more to send or to record',
  },
  'changed-meanwhile': {
    field: '',
    href: '#main-content',
    text: 'Somebody has recorded a step here since you opened this page. Look at what was done, then decide again',
  },
  'own-duty': {
    field: '',
    href: '#main-content',
    text: 'This duty is your own. Another officer must do this',
  },
  'stepped-aside': {
    field: '',
    href: '#main-content',
    text: 'You have left this member’s register to another officer, who must do this',
  },
  'no-mail-address': errorAt(
    'how',
    'The member has no e-mail address. Choose to send the letter by post, or add an address on the member’s page first',
  ),
  'bad-mail-address': errorAt(
    'how',
    'The e-mail address of the member cannot be used. Choose to send the letter by post, or correct it on the member’s page first',
  ),
  'in-the-future': onDay('The day must be today or in the past'),
  'before-the-duty': onDay('The day must not be before the duty began'),
  'no-such-body': errorAt('bodyId', 'Choose the committee'),
  'no-such-meeting': errorAt('meetingId', 'Choose a meeting of this committee, or that none is named'),
};

const CONFLICTS: readonly Why[] = ['closed', 'changed-meanwhile', 'own-duty', 'stepped-aside'];

/** Why nothing was sent or recorded, beside the question that it is about. */
export const whyNot = (why: Why): FormError => WHY_NOT[why];

/** What somebody else did meanwhile, or must do, is a conflict; everything else can be put right in the form. */
export const statusOf = (why: Why): 400 | 409 => (CONFLICTS.includes(why) ? 409 : 400);

/** The officer's own words. After a conflict the page has been read again, and so counts the steps again. */
export function keptWords(words: Words, status: 400 | 409): Words {
  if (status === 400) return words;
  return Object.fromEntries(Object.entries(words).filter(([name]) => name !== 'seen'));
}

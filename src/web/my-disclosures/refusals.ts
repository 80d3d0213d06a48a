import type { Response } from 'express';
import type { NoOccasion } from '../../disclosures/index.js';
import { found } from '../page/index.js';

/** Why nothing can be declared, to a member who may see the meeting. */
export type WhyNotDeclared =
  | Exclude<NoOccasion, 'not-found' | 'not-in-office'>
  | 'not-standing'
  | 'unknown-interest'
  | 'confirmed-already'
  | 'dpi-of-another'
  | 'said-to-the-meeting';

export const DPI_OF_ANOTHER =
  'A disclosable pecuniary interest is yours, or your spouse or partner’s. Go back and choose another interest if it is somebody else’s';

const WORDS: Readonly<Record<WhyNotDeclared, { title: string; says: readonly string[] }>> = {
  'meeting-cancelled': {
    title: 'This meeting is cancelled',
    says: ['Nothing can be declared at it, and nothing was recorded.'],
  },
  'meeting-over': {
    title: 'This meeting is over',
    says: [
      'Nothing can be declared to a meeting afterwards, and nothing was recorded.',
      'If you took part in an item in which you have an interest, tell the monitoring officer now.',
    ],
  },
  'meeting-not-begun': {
    title: 'The meeting has not begun',
    says: ['You can say that you have declared this once the meeting has begun. Nothing was recorded.'],
  },
  'item-changed': {
    title: 'The agenda has changed',
    says: [
      'The agenda was revised while this page was open, and this item is called something else now. Nothing was recorded.',
      'Read the item again. If you have an interest in it, declare it from there.',
    ],
  },
  'unknown-interest': {
    title: 'This interest is no longer there',
    says: [
      'It has been changed, ended or taken back since. Nothing was recorded. Begin again from the agenda.',
    ],
  },
  'not-standing': {
    title: 'This declaration was changed already',
    says: ['It has been corrected, confirmed or taken back since. Nothing more was recorded.'],
  },
  'dpi-of-another': {
    title: 'This is not a disclosable pecuniary interest',
    says: [`${DPI_OF_ANOTHER}.`, 'Nothing was recorded.'],
  },
  'said-to-the-meeting': {
    title: 'This was said to the meeting',
    says: [
      'What you said to a meeting stays on the record, so you cannot take it back. Nothing was changed.',
      'If it was not right, put it right from the page of what you have declared, or tell the monitoring officer.',
    ],
  },
  'confirmed-already': {
    title: 'This was declared at the meeting already',
    says: ['Nothing more was recorded.'],
  },
};

/** Who is no member on the day, another council’s meeting and an id that is another’s are not found. */
export function refusalFor(
  refused: WhyNotDeclared | 'not-found' | 'not-in-office' | 'taken-id' | 'not-heard-by-a-clerk',
): WhyNotDeclared {
  // The last is an answer to clerks alone.
  const missing =
    refused === 'not-found' ||
    refused === 'not-in-office' ||
    refused === 'taken-id' ||
    refused === 'not-heard-by-a-clerk';
  return found(missing ? undefined : refused);
}

/** Says why, and where to go on. */
export function refusedPage(response: Response, meetingId: string, why: WhyNotDeclared): void {
  const back = `/my/meetings/${meetingId}`;
  response
    .status(409)
    .render('web/my-disclosures/refused.njk', { ...WORDS[why], backHref: back, meetingHref: back });
}

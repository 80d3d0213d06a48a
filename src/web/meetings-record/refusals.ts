import type { IncompleteDeclaration, NoOccasion } from '../../disclosures/index.js';
import type { ObservationRefusal } from '../../meetings/index.js';
import { reasonInWords } from '../../wording/index.js';
import type { FormError } from '../form/index.js';

/** Why a declaration has no place to be recorded at. */
export interface NotDisclosed {
  readonly refused:
    | NoOccasion
    | 'unknown-interest'
    | 'not-standing'
    | 'taken-id'
    | 'has-declared'
    | 'confirmed-already'
    | 'dpi-of-another'
    | 'said-to-the-meeting'
    | 'not-heard-by-a-clerk';
}

const OBSERVATIONS: Readonly<Record<ObservationRefusal, string>> = {
  'unknown-meeting': 'There is no such meeting',
  'cancelled-meeting': 'This meeting is cancelled, so nothing can be recorded of it',
  'unknown-item':
    'This item is not on the agenda of this meeting. Reload the page, then choose the item again',
  'unknown-member': 'This member is not known at this council. Reload the page, then choose the member again',
  'unknown-correction':
    'What this corrects is not recorded at this meeting. Reload the page to see what is recorded now',
  'said-in-the-future': 'The time is later than now. Record it again',
  'meeting-not-begun':
    'This meeting has not begun. Until an hour before it, only apologies, absences and substitutes are recorded',
  'other-content':
    'This form was sent before with other answers, which were kept. Reload the page to see what is recorded now',
};

/** Why something seen was not recorded, and what to do. */
export const observationRefusedInWords = (refused: ObservationRefusal): string => OBSERVATIONS[refused];

const DECLARATIONS: Readonly<Record<Exclude<NotDisclosed['refused'], 'not-found'>, string>> = {
  'not-in-office': 'This member does not hold office on the day of the meeting',
  'meeting-cancelled': 'This meeting is cancelled, so nothing can be recorded of it',
  'meeting-over': 'This meeting is over',
  'meeting-not-begun':
    'This meeting is not today yet. Until it is, members declare on their own pages, and it is shown here',
  'item-changed': 'The agenda was revised, and this item has changed. Reload the page, then record it again',
  'unknown-interest': 'This interest is not one of the member’s. Reload the page, then record it again',
  'not-standing':
    'This declaration was corrected or taken back meanwhile. Reload the page to see what stands now',
  'taken-id':
    'This form was sent before with other answers, which were kept. Reload the page to see what is recorded now',
  'has-declared': 'This member has declared something at this meeting',
  'dpi-of-another':
    'A disclosable pecuniary interest is the member’s own, or their spouse or partner’s. Ask the member which interest it is',
  'said-to-the-meeting':
    'This was said to the meeting, so it stays on the record. Only the member can put it right',
  'not-heard-by-a-clerk':
    'The member recorded this themselves, so it stays on the record. Only the member can put it right',
  'confirmed-already': 'This declaration is recorded as made at the meeting already',
};

const LACKS: Readonly<Record<IncompleteDeclaration['lacks'], string>> = {
  nature:
    'Enter what the interest is: “as noted” or “as registered” is not enough. Ask the member to say what it is',
  'specific-item': 'A declaration must be about this item alone. Ask the member what their interest in it is',
};

/** Why a declaration was not recorded; beside the field where the member must be asked for more. */
export function declarationRefusedInWords(refused: NotDisclosed | IncompleteDeclaration): FormError {
  if (refused.refused === 'incomplete') {
    const because = refused.reasons.map((reason) => `${reasonInWords(reason)} (${reason.citation.text})`);
    return { field: 'nature', href: '', text: [`${LACKS[refused.lacks]}.`, ...new Set(because)].join(' ') };
  }
  const text = refused.refused === 'not-found' ? 'There is no such item' : DECLARATIONS[refused.refused];
  return { field: '', href: '', text };
}

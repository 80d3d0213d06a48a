import type { AgendaRefusal, SaveRefusal } from '../../meetings/index.js';
import { Refusal } from '../../platform/errors/index.js';

const NOTHING = 'Nothing was changed.';

/** Why an agenda was not saved, as a problem. */
export function refusalOf(refused: AgendaRefusal | SaveRefusal): Refusal {
  switch (refused.refused) {
    case 'already-imported':
      return new Refusal(
        409,
        `This agenda was saved before, as revision ${refused.saved.revision}. ${NOTHING}`,
        [],
        {
          existing: refused.saved.meetingId,
        },
      );
    case 'meeting-cancelled':
      return new Refusal(409, `The meeting is cancelled. ${NOTHING}`, [], { existing: refused.meetingId });
    case 'unknown-body':
      return wrong('bodyId', 'The council has no such body.');
    case 'item-title':
      return wrong(`items.${refused.position - 1}.title`, 'It must have words.');
    case 'no-items':
    case 'unreadable':
    case 'import-gone':
      return wrong('items', 'It must have items.');
  }
}

export const alreadyCancelled = (): Refusal => new Refusal(409, `It is cancelled already. ${NOTHING}`);

const wrong = (field: string, text: string): Refusal =>
  new Refusal(422, `What was sent cannot be used. ${NOTHING}`, [{ field, text }]);

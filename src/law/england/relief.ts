import type { MeetingAnswer } from '../conclusion.js';
import type { Dispensation, MeetingFacts, Restriction } from '../facts.js';
import { possible } from '../finding.js';
import type { Relievable } from '../rulebook.js';
import { grounds } from './localism-act-2011/s33-2-grounds.js';

/** Which point of an answer each restriction is about. */
const ABOUT = { discussion: 'discuss', vote: 'vote' } as const satisfies Record<
  Restriction,
  keyof MeetingAnswer
>;

/**
 * What one more dispensation could relieve: the answer is worked out again as if it had been granted, so that whatever
 * no dispensation reaches (a rule beside the interest rules, say) is never promised.
 */
export function relievable(
  facts: MeetingFacts,
  meeting: (facts: MeetingFacts) => { readonly effective: MeetingAnswer },
  executiveArrangements: boolean | undefined,
): readonly Relievable[] {
  const asItIs = meeting(facts).effective;
  return (['discussion', 'vote'] as const).flatMap((restriction) => {
    const dispensations = [...(facts.dispensations ?? []), grantedFor(restriction, facts)];
    const would = meeting({ ...facts, dispensations }).effective;
    const before = possible(asItIs[ABOUT[restriction]]);
    const after = possible(would[ABOUT[restriction]]);
    const relieves = before.includes(false) && !after.includes(false);
    return relieves
      ? [{ restriction, would, grounds: grounds.decide({ executiveArrangements }, facts.meetingDate) }]
      : [];
  });
}

function grantedFor(restriction: Restriction, { meetingDate }: MeetingFacts): Dispensation {
  return {
    id: 'as if granted',
    requestedInWriting: true,
    grantedOn: meetingDate,
    from: meetingDate,
    to: meetingDate,
    coversThisMatter: true,
    relieves: [restriction],
  };
}

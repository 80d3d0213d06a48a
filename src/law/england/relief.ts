import type { MeetingAnswer } from '../conclusion.js';
import type { Dispensation, MeetingFacts, Restriction } from '../facts.js';
import { possible } from '../finding.js';
import type { MeetingResult, Relievable } from '../rulebook.js';
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
  meeting: (facts: MeetingFacts) => Pick<MeetingResult, 'byLaw' | 'effective'>,
  executiveArrangements: boolean | undefined,
): readonly Relievable[] {
  const asItIs = meeting(facts);
  return (['discussion', 'vote'] as const).flatMap((restriction) => {
    const point = ABOUT[restriction];
    const dispensations = [...(facts.dispensations ?? []), grantedFor(restriction, facts)];
    const would = meeting({ ...facts, dispensations }).effective;
    if (!isBarred(asItIs.effective[point]) || isBarred(would[point])) return [];
    const byAct = isBarred(asItIs.byLaw[point]);
    const open = byAct ? grounds.decide({ executiveArrangements }, facts.meetingDate) : null;
    return [{ restriction, would, grounds: open }];
  });
}

/** May the member, for all that is known, not do it, or do it only as the public may? */
function isBarred(finding: MeetingAnswer['discuss']): boolean {
  return possible(finding).some((may) => may !== true);
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

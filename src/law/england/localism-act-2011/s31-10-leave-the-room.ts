import { localismAct } from '../../citation.js';
import type { Finding, Leave } from '../../conclusion.js';
import { decided, together, when } from '../../finding.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import { condition } from '../../truth.js';
import type { Participation } from './s31-4-no-part.js';

/** What the member may do after s.33, and whether the authority has such a standing order on the day, where that is known. */
export interface ExclusionFacts extends Participation {
  readonly standingOrdersExclude: boolean | undefined;
}

export const s31_10: Rule<ExclusionFacts, Finding<Leave>> = {
  id: 'england/localism-act-2011/s31(10)',
  question: 'Do standing orders make the member leave the room?',
  citation: localismAct('31(10)'),
  source: 'standing-orders',
  inForceFrom: civilDate('2012-07-01'),
  says: 's.31(10): standing orders may provide for the exclusion of a member from a meeting “while any discussion or vote takes place” in which they may not participate.',
  reading:
    'Without such an order, or a rule of the code, nobody has to leave. With one, only while the bar stands: a member who is dispensed for the discussion leaves for the vote (the safe reading; docs/law-changes.md).',
  decide({ discuss, vote, standingOrdersExclude }) {
    const excludes = condition('standingOrdersExclude', standingOrdersExclude, 'no-standing-order-excludes');
    return when<Leave>(
      excludes,
      () => outWhileBarred(discuss, vote),
      () => decided<Leave>(false, reason(s31_10, excludes.otherwise, excludes.facts)),
    );
  },
};

function outWhileBarred(discuss: Finding<boolean>, vote: Finding<boolean>): Finding<Leave> {
  const out = leaveWhileBarred(discuss, vote);
  const stays = out.kind !== 'cannot-tell' && out.value === false;
  const point = stays ? 'not-barred-so-may-stay' : 'standing-order-excludes';
  const sanction = stays ? 'none' : 'standards-complaint';
  return { ...out, reasons: [reason(s31_10, point, ['dispensations', 'standingOrdersExclude'], sanction)] };
}

/** Out of the room for what one may not take part in, and no longer. */
export function leaveWhileBarred(discuss: Finding<boolean>, vote: Finding<boolean>): Finding<Leave> {
  return together(discuss, vote, (mayDiscuss, mayVote): Leave => {
    if (mayDiscuss) return mayVote ? false : 'vote_only';
    return mayVote ? 'discussion_only' : true;
  });
}

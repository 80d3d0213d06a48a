import type { Decided, Finding } from '../../conclusion.js';
import type { Facts } from '../../facts.js';
import { decided, when } from '../../finding.js';
import type { Point } from '../../point.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import type { Overlay } from '../../rulebook.js';
import { civilDate } from '../../time/civil-date.js';
import type { CivilDate } from '../../time/civil-date.js';
import { all, condition } from '../../truth.js';

export type ProhibitedWhipFacts = Facts<{
  /** A meeting of an overview and scrutiny committee or of its sub-committee. */
  overviewAndScrutiny: boolean;
  /** The member was given a prohibited party whip on the question; by the chair's ruling, where it is disputed. */
  prohibitedPartyWhip: boolean;
}>;

export interface ProhibitedWhipAnswer {
  readonly mustDeclareWhip: Finding<boolean>;
  readonly mayVote: Finding<boolean>;
  /** What becomes of a vote that is cast all the same. */
  readonly voteIfCast: Finding<'disregarded' | 'counted'>;
  readonly recordInMinutes: Finding<boolean>;
  readonly isAnInterest: Decided<boolean>;
  readonly mustLeaveRoom: Decided<boolean>;
}

export const s78: Rule<ProhibitedWhipFacts, ProhibitedWhipAnswer> = {
  id: 'wales/local-government-measure-2011/s78',
  question: 'May a member of a scrutiny committee vote under a party whip?',
  citation: {
    text: 'Local Government (Wales) Measure 2011 s.78',
    url: 'https://www.legislation.gov.uk/mwa/2011/4/section/78',
  },
  source: 'statute',
  inForceFrom: civilDate('2012-04-30'),
  says: 's.78: a member of an overview and scrutiny committee who was given a prohibited party whip on a question must declare it and must not vote on the question; a vote so given is disregarded; the minutes record the declaration.',
  reading:
    '[M] All of the detail. A whip is an instruction for a political group how to vote that could lead to discipline if it is not followed. The person who chairs rules where it is disputed: the ruling is the fact. Nobody has to leave for it, and it is no interest.',
  decide(facts) {
    const whipped = all(
      condition('overviewAndScrutiny', facts.overviewAndScrutiny, 'not-overview-and-scrutiny'),
      condition('prohibitedPartyWhip', facts.prohibitedPartyWhip, 'no-prohibited-whip'),
    );
    const answer = <V>(yes: V, point: Point, no: V): Finding<V> =>
      when(
        whipped,
        () => decided(yes, reason(s78, point, whipped.facts)),
        () => decided(no, reason(s78, whipped.otherwise, whipped.facts)),
      );
    return {
      mustDeclareWhip: answer(true, 'declare-prohibited-whip', false),
      mayVote: answer(false, 'prohibited-whip-no-vote', true),
      voteIfCast: answer<'disregarded' | 'counted'>(
        'disregarded',
        'prohibited-whip-vote-disregarded',
        'counted',
      ),
      recordInMinutes: answer(true, 'prohibited-whip-minuted', false),
      isAnInterest: decided(false, reason(s78, 'party-whip-is-no-interest', [])),
      mustLeaveRoom: decided(false, reason(s78, 'party-whip-nobody-leaves', [])),
    };
  },
};

/** The whip beside the interest rules at a meeting. */
export function prohibitedWhipOverlay(facts: ProhibitedWhipFacts, asAt: CivilDate): Overlay {
  const { mayVote, mustDeclareWhip } = s78.decide(facts, asAt);
  return { rule: s78.id, vote: mayVote, declare: mustDeclareWhip };
}

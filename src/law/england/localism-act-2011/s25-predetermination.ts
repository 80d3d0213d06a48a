import { localismAct } from '../../citation.js';
import type { Decided, Finding, Reason } from '../../conclusion.js';
import type { Facts } from '../../facts.js';
import { decided, when } from '../../finding.js';
import { reason } from '../../rule.js';
import type { Rule, RuleSource } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import type { CivilDate } from '../../time/civil-date.js';
import { condition } from '../../truth.js';

export type PredeterminationFacts = Facts<{
  /** They said or did something before that showed what view they took, or would or might take. */
  previouslyIndicatedView: boolean;
  /** Something beside an earlier view shows that nothing could change their mind. */
  closedMindOtherwiseShown: boolean;
}>;

export interface PredeterminationAnswer {
  /** Always false: that is what the section says. */
  readonly closedMindInferredFromEarlierViewAlone: Decided<boolean>;
  readonly interestToDeclare: Decided<boolean>;
  /** `true` is that nothing here bars it. */
  readonly mayVote: Decided<boolean>;
  /** Could the decision be quashed, because a closed mind is shown? A warning, and never a bar. */
  readonly decisionAtRisk: Finding<boolean>;
}

export const s25: Rule<PredeterminationFacts, PredeterminationAnswer> = {
  id: 'england/localism-act-2011/s25',
  question: 'Does a view that the member showed before keep them from deciding?',
  citation: localismAct('25'),
  source: 'statute',
  inForceFrom: civilDate('2012-01-15'),
  says: 's.25(2): a decision-maker is not to be taken to have had, or to have appeared to have had, a closed mind “just because” they had previously done anything that directly or indirectly indicated what view they took, or would or might take, of a matter that was relevant to the decision.',
  reading:
    'Members may campaign and still vote. A view is no interest, and no rule on interests bars anybody for it. The section does not protect a mind that really is closed: that is common law, and puts the decision at risk.',
  decide({ previouslyIndicatedView, closedMindOtherwiseShown }) {
    const about = previouslyIndicatedView === undefined ? [] : (['previouslyIndicatedView'] as const);
    const closed = condition('closedMindOtherwiseShown', closedMindOtherwiseShown, 'no-closed-mind-shown');
    return {
      closedMindInferredFromEarlierViewAlone: decided(
        false,
        reason(s25, 'earlier-view-is-no-closed-mind', about),
      ),
      interestToDeclare: decided(false, reason(s25, 'earlier-view-is-no-interest', about)),
      mayVote: decided(true, reason(s25, 'earlier-view-bars-nothing', about)),
      decisionAtRisk: when(
        closed,
        () => decided(true, reason(predetermination, 'closed-mind-puts-decision-at-risk', closed.facts)),
        () => decided(false, reason(s25, closed.otherwise, closed.facts)),
      ),
    };
  },
};

/** The common law that s.25 leaves standing. [M] The citation. */
const predetermination: RuleSource = {
  id: 'england/common-law/predetermination',
  citation: { text: 'R (Lewis) v Redcar and Cleveland BC [2008] EWCA Civ 746' },
  source: 'common-law',
};

/** The warning to add to an answer about a meeting; none while no closed mind is shown. */
export function adviceOnPredetermination(facts: PredeterminationFacts, asAt: CivilDate): readonly Reason[] {
  const { decisionAtRisk } = s25.decide(facts, asAt);
  return decisionAtRisk.kind === 'decided' && decisionAtRisk.value ? decisionAtRisk.reasons : [];
}

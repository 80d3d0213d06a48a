import type { Decided, Finding, Reason } from '../../conclusion.js';
import { decided, when } from '../../finding.js';
import type { Point } from '../../point.js';
import { reason } from '../../rule.js';
import type { Rule, RuleSource } from '../../rule.js';
import type { Overlay } from '../../rulebook.js';
import type { CivilDate } from '../../time/civil-date.js';
import { all, condition } from '../../truth.js';
import type { Truth } from '../../truth.js';
import { s33 } from '../localism-act-2011/s33-dispensation.js';
import { S106_FROM, financeAct, s106_1, touchesCouncilTax } from './s106-1-unpaid.js';
import type { CouncilTaxFacts } from './s106-1-unpaid.js';

export interface CouncilTaxAnswer {
  readonly mustDiscloseThatSectionApplies: Finding<boolean>;
  /** Always true: the section leaves speaking alone. */
  readonly mayDiscuss: Decided<boolean>;
  readonly mayVote: Finding<boolean>;
  /** Always false: the section leaves staying alone. */
  readonly mustLeaveRoom: Decided<boolean>;
}

export const s106_2: Rule<CouncilTaxFacts, CouncilTaxAnswer> = {
  id: 'england/lgfa-1992/s106(2)',
  question: 'Must the member say that they owe council tax, and may they vote?',
  citation: financeAct('106(2)'),
  source: 'statute',
  inForceFrom: S106_FROM,
  says: 's.106(2): a member to whom the section applies, present at a meeting of the authority, a committee or the executive that considers (a) a council-tax calculation, (b) a recommendation, resolution or other decision which might affect one, or (c) functions about administering or enforcing council tax, “shall at the meeting and as soon as practicable after its commencement disclose the fact that this section applies to him and shall not vote”.',
  reading:
    '[M] Subsections (3) to (5): breaking it is an offence with a fine at level 3, unless they did not know; only the DPP prosecutes; only the Secretary of State can lift it. They may stay and speak. It is no interest, so no dispensation under s.33 of the Localism Act reaches it.',
  decide(facts, asAt) {
    const barred = all(
      s106_1.decide(facts, asAt),
      touchesCouncilTax(facts),
      condition('formalMeeting', facts.formalMeeting, 'not-a-formal-meeting'),
      condition('present', facts.present, 'not-present'),
    );
    const free = reason(s106_2, 'council-tax-may-stay-and-speak', []);
    return {
      mustDiscloseThatSectionApplies: when(
        barred,
        () =>
          decided(true, ...whyBound(barred), reason(s106_2, 'council-tax-declare', barred.facts, 'criminal')),
        () => decided(false, whyNotBound(barred, s106_2)),
      ),
      mayDiscuss: decided(true, free),
      mayVote: when(
        barred,
        () =>
          decided(
            false,
            ...whyBound(barred),
            reason(s106_2, 'council-tax-no-vote', barred.facts, 'criminal'),
            ...notDispensable(facts),
          ),
        () => decided(true, whyNotBound(barred, s106_2)),
      ),
      mustLeaveRoom: decided(false, free),
    };
  },
};

/** The section beside the interest rules at a meeting: the vote, and what must be declared. */
export function councilTaxOverlay(facts: CouncilTaxFacts, asAt: CivilDate): Overlay {
  const { mayVote, mustDiscloseThatSectionApplies } = s106_2.decide(facts, asAt);
  return { rule: s106_2.id, vote: mayVote, declare: mustDiscloseThatSectionApplies };
}

/** Subsection (1) is met. */
export function whyBound({ facts }: Truth): readonly Reason[] {
  return [reason(s106_1, 'council-tax-unpaid-two-months', facts)];
}

const SAID_BY_THE_FIRST: readonly Point[] = [
  'no-council-tax-payable',
  'council-tax-paid',
  'council-tax-unpaid-under-two-months',
];

/** What is missing: said by (1) if nothing is owed for so long, and otherwise by the subsection that binds. */
export function whyNotBound({ otherwise, facts }: Truth, binds: RuleSource): Reason {
  return reason(SAID_BY_THE_FIRST.includes(otherwise) ? s106_1 : binds, otherwise, facts);
}

/** Said to whoever has a dispensation: it relieves from s.31(4) of the Localism Act and from nothing else. */
export function notDispensable({ dispensationUnderS33 }: CouncilTaxFacts): readonly Reason[] {
  return dispensationUnderS33 === true
    ? [reason(s33, 'council-tax-bar-not-dispensable', ['dispensationUnderS33'])]
    : [];
}

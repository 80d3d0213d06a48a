import type { Facts } from '../../facts.js';
import type { Rule } from '../../rule.js';
import { all, condition } from '../../truth.js';
import type { Truth } from '../../truth.js';
import { paragraph } from './paragraph.js';

export type ScrutinyFacts = Facts<{
  /** Is the business before an overview and scrutiny committee or one of its sub-committees? */
  overviewAndScrutiny: boolean;
  /** Does it relate to a decision or action of a body of which the member was one then, being present? */
  aboutOwnDecision: boolean;
}>;

export const para13: Rule<ScrutinyFacts, Truth> = {
  ...paragraph('13'),
  question: 'Is the member scrutinising a decision that they took part in?',
  says: 'Para 13: a member “also” has a prejudicial interest in business before an overview and scrutiny committee that relates to a decision or action of the executive or another committee, of which the member was then a member, being present when it was made or taken.',
  reading:
    '[M] The wording. It takes no personal interest, and no exemption of para 12(2) helps. Attendance that the scrutiny committee itself requires under its statutory powers (para 14(3)) is not encoded.',
  decide: ({ overviewAndScrutiny, aboutOwnDecision }) =>
    all(
      condition('overviewAndScrutiny', overviewAndScrutiny, 'wales-not-before-scrutiny'),
      condition('aboutOwnDecision', aboutOwnDecision, 'wales-not-own-decision'),
    ),
};

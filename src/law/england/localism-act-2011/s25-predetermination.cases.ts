import type { CaseTable } from '../../case-table.js';
import { findingInShort, whyInShort } from '../../finding-in-short.js';
import { civilDate } from '../../time/civil-date.js';
import { s25 } from './s25-predetermination.js';
import type { PredeterminationAnswer, PredeterminationFacts } from './s25-predetermination.js';

export const PREDETERMINATION_CASES: CaseTable<
  PredeterminationFacts,
  PredeterminationAnswer,
  readonly string[]
> = {
  title: 'A view shown before the decision',
  rules: [s25.id],
  columns: [
    'Closed mind inferred from it alone',
    'Interest to declare',
    'May vote',
    'Decision at risk',
    'Why',
  ],
  decide: (facts) => s25.decide(facts, civilDate('2017-10-24')),
  summary: ({ closedMindInferredFromEarlierViewAlone, interestToDeclare, mayVote, decisionAtRisk }) => [
    ...[closedMindInferredFromEarlierViewAlone, interestToDeclare, mayVote, decisionAtRisk].map(
      findingInShort,
    ),
    whyInShort(decisionAtRisk),
  ],
  cases: [
    {
      name: 'campaigned against it before the election, and came with an open mind',
      facts: { previouslyIndicatedView: true, closedMindOtherwiseShown: false },
      expected: ['false', 'false', 'true', 'false', 'no-closed-mind-shown'],
    },
    {
      name: 'said that nothing at the meeting could change their mind: a warning, and no bar',
      facts: { previouslyIndicatedView: true, closedMindOtherwiseShown: true },
      expected: ['false', 'false', 'true', 'true', 'closed-mind-puts-decision-at-risk'],
    },
    {
      name: 'never said anything before',
      facts: { previouslyIndicatedView: false, closedMindOtherwiseShown: false },
      expected: ['false', 'false', 'true', 'false', 'no-closed-mind-shown'],
    },
    {
      name: 'whether anything else shows a closed mind is not known',
      facts: { previouslyIndicatedView: true },
      expected: ['false', 'false', 'true', '? closedMindOtherwiseShown', ''],
    },
    {
      name: 'nothing is known: no view bars anybody',
      facts: {},
      expected: ['false', 'false', 'true', '? closedMindOtherwiseShown', ''],
    },
  ],
};

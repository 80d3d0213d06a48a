import { describe, expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { PREDETERMINATION_CASES } from './s25-predetermination.cases.js';
import { adviceOnPredetermination, s25 } from './s25-predetermination.js';

caseTable(PREDETERMINATION_CASES);

const ON = civilDate('2017-10-24');

describe('s.25', () => {
  it.each([
    [{ previouslyIndicatedView: true }, ['previouslyIndicatedView']],
    [{ previouslyIndicatedView: false }, ['previouslyIndicatedView']],
    [{}, []],
  ])('speaks of an earlier view by its own citation: %j', (given, facts) => {
    const { closedMindInferredFromEarlierViewAlone, interestToDeclare, mayVote } = s25.decide(given, ON);
    const citation = { text: 'Localism Act 2011 s.25' };
    expect(closedMindInferredFromEarlierViewAlone.reasons).toMatchObject([
      { point: 'earlier-view-is-no-closed-mind', facts, citation },
    ]);
    expect(interestToDeclare.reasons).toMatchObject([
      { point: 'earlier-view-is-no-interest', facts, citation },
    ]);
    expect(mayVote.reasons).toMatchObject([{ point: 'earlier-view-bars-nothing', facts, citation }]);
  });

  it('warns in the name of the common law, once a closed mind is shown', () => {
    expect(adviceOnPredetermination({ closedMindOtherwiseShown: true }, ON)).toMatchObject([
      { rule: 'england/common-law/predetermination', layer: 'common-law', sanction: 'none' },
    ]);
    expect(adviceOnPredetermination({ closedMindOtherwiseShown: false }, ON)).toEqual([]);
    expect(adviceOnPredetermination({}, ON)).toEqual([]);
  });
});

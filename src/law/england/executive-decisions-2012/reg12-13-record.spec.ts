import { expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { ask } from '../../ask.js';
import { civilDate } from '../../time/civil-date.js';
import { EXECUTIVE_DECISION_RULES, RECORD_OF_DECISION_BY } from './index.js';
import { RECORD_CASES } from './reg12-13-record.cases.js';
import type { DecisionRecord } from './reg12-13-record.js';

caseTable(RECORD_CASES);

const both = { conflictDeclared: true, dispensedByHeadOfPaidService: true };
const ON = civilDate('2017-10-24');

it.each([
  ['meeting', '12(2)'],
  ['member', '13(2)'],
  ['officer', '13(4)'],
] as const)('whoever decides, the paragraph that binds them is cited: %s, reg %s', (by, paragraph) => {
  const rule = RECORD_OF_DECISION_BY[by];
  const { conflict, dispensation } = rule.decide(both, ON);
  const url = `https://www.legislation.gov.uk/uksi/2012/2089/regulation/${paragraph.slice(0, 2)}`;
  expect(rule).toMatchObject({
    id: `england/executive-decisions-2012/reg${paragraph}`,
    citation: { text: `SI 2012/2089 reg ${paragraph}`, url },
    source: 'regulations',
  });
  expect(conflict.reasons).toEqual([
    {
      rule: rule.id,
      point: 'record-states-the-conflict',
      facts: ['conflictDeclared'],
      citation: { text: `SI 2012/2089 reg ${paragraph}(d)`, url },
      layer: 'statute',
      sanction: 'none',
    },
  ]);
  expect(dispensation.reasons).toMatchObject([{ citation: { text: `SI 2012/2089 reg ${paragraph}(e)` } }]);
});

it('the Regulations are in force from 10 September 2012', () => {
  const kindOn = (day: string): string | undefined => {
    const answer: DecisionRecord | { readonly kind: string } = ask(
      RECORD_OF_DECISION_BY.meeting,
      both,
      civilDate(day),
    );
    return 'kind' in answer ? answer.kind : undefined;
  };
  expect(kindOn('2012-09-09')).toBe('not-encoded');
  expect(kindOn('2012-09-10')).toBeUndefined();
  expect(EXECUTIVE_DECISION_RULES).toHaveLength(3);
});

import { expect, it } from '@jest/globals';
import { decided } from './finding.js';
import { reason } from './rule.js';
import type { RuleSource } from './rule.js';
import { condition } from './truth.js';
import { yesOrNo } from './yes-or-no.js';

const rule: RuleSource = { id: 'a/rule', citation: { text: 'An Act s.1' }, source: 'statute' };
const answerFor = (present: boolean | undefined) =>
  yesOrNo(rule, condition('present', present, 'not-present'), 'section-31-applies');

it.each([
  [true, 'section-31-applies'],
  [false, 'not-present'],
] as const)('%s is answered with %s', (is, point) => {
  expect(answerFor(is)).toEqual(decided(is, reason(rule, point, ['present'])));
});

it('what is not known is left open both ways', () => {
  expect(answerFor(undefined)).toMatchObject({
    kind: 'cannot-tell',
    missing: ['present'],
    couldBe: [true, false],
  });
});

import { describe, expect, it } from '@jest/globals';
import { NEVER_OFF, type Topic } from './topic.js';
import { Topics } from './topics.js';

const topic = (...rules: string[]): Topic => ({
  rules,
  wishKind: NEVER_OFF,
  wanted: () => Promise.resolve([]),
  tell: () => Promise.resolve(new Map()),
});

describe('the topics', () => {
  it('are found by the rules that each has to itself', () => {
    const [one, other] = [topic('a', 'b'), topic('c')];
    expect(new Topics([one, other]).of('b')).toBe(one);
    expect(new Topics([one, other]).of('c')).toBe(other);
  });
  it('never share a rule, and know no rule that none of them has', () => {
    expect(() => new Topics([topic('a'), topic('b', 'a')])).toThrow('Two topics remind by the rule "a".');
    expect(() => new Topics([topic('a')]).of('z')).toThrow('No topic reminds by the rule "z".');
  });
});

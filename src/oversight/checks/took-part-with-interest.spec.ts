import { describe, expect, test } from '@jest/globals';
import { civilDate } from '../../law/index.js';
import type { InterestEvidence } from './finding.js';
import { tookPartWithInterest, type Bars, type PartInItem } from './took-part-with-interest.js';

const BARRED: Bars = { discuss: 'barred', vote: 'barred' };
const FREE: Bars = { discuss: 'free', vote: 'free' };
const evidence: InterestEvidence = {
  ...{ kind: 'interest', memberId: 'ann', id: 'e1', category: 'employment', heldBy: 'self' },
  ...{ description: 'Director, Hartlebrook Ltd', sensitive: false },
};
const match = (
  bars: Bars = BARRED,
  more: Partial<PartInItem['matched'][number]> = {},
): PartInItem['matched'][number] => ({
  ...{ ...bars, evidence, level: 'probable', said: undefined, toldByThen: true },
  ...more,
});
const facts = (more: Partial<PartInItem>): PartInItem => ({
  ...{ memberId: 'ann', meetingId: 'm1', item: { id: 'i5', number: '5', title: 'Contract' } },
  ...{ meetsOn: civilDate('2017-10-24'), votes: [], thereAtCount: false, intends: undefined },
  ...{ declared: [], matched: [] },
  ...more,
});
const tags = (more: Partial<PartInItem>) =>
  tookPartWithInterest.decide(facts(more), civilDate('2017-11-01')).map((one) => one.tags);

describe('a prescribed interest, and the record of taking part', () => {
  test.each<[string, Partial<PartInItem>, readonly string[]]>([
    ['declared and voted', { declared: [BARRED], votes: ['for'] }, ['voted', 'declared']],
    ['declared and abstained', { declared: [BARRED], votes: ['abstained'] }, ['abstained', 'declared']],
    ['matched and voted', { matched: [match()], votes: ['against'] }, ['voted', 'words-match']],
    [
      'said that the item is about it, and voted',
      { matched: [match(BARRED, { said: 'about-it', level: 'none' })], votes: ['for'] },
      ['voted', 'member-said-so'],
    ],
    [
      'in the room at a vote in numbers',
      { declared: [BARRED], thereAtCount: true },
      ['there-at-a-vote', 'cannot-tell', 'declared'],
    ],
    [
      'said that they would speak and leave',
      { declared: [BARRED], intends: 'speaks-and-leaves' },
      ['said-would-speak', 'declared'],
    ],
    [
      'said that they would take part',
      { declared: [BARRED], intends: 'takes-part' },
      ['said-would-take-part', 'declared'],
    ],
    [
      'a dispensation that may reach the item',
      { declared: [{ discuss: 'free', vote: 'dispensation-may-reach' }], votes: ['for'] },
      ['voted', 'cannot-tell', 'dispensation-may-reach', 'declared'],
    ],
  ])('%s is asked about', (_, given, expected) => {
    expect(tags(given)).toEqual([expected]);
  });

  test.each<[string, Partial<PartInItem>]>([
    ['nothing was seen', { declared: [BARRED] }],
    ['a dispensation lifts the bar', { declared: [FREE], votes: ['for'] }],
    [
      'it lifts the bar on speaking, and the member spoke and left',
      { declared: [{ discuss: 'free', vote: 'barred' }], intends: 'speaks-and-leaves' },
    ],
    ['the match is only possible', { matched: [match(BARRED, { level: 'possible' })], votes: ['for'] }],
    ['it is not about it', { matched: [match(BARRED, { said: 'not-about-it' })], votes: ['for'] }],
    ['it was told of later', { matched: [match(BARRED, { toldByThen: false })], votes: ['for'] }],
    ['no interest is prescribed', { matched: [match(FREE)], votes: ['for'] }],
  ])('is not asked where %s', (_, given) => {
    expect(tags(given)).toEqual([]);
  });

  test('what was declared aloud is no secret, what matched may be', () => {
    const sensitive = match(BARRED, { evidence: { ...evidence, sensitive: true } });
    const isSensitive = (more: Partial<PartInItem>) =>
      tookPartWithInterest
        .decide(facts({ votes: ['for'], matched: [sensitive], ...more }), civilDate('2017-11-01'))
        .map((one) => one.sensitive);
    expect(isSensitive({})).toEqual([true]);
    expect(isSensitive({ declared: [BARRED] })).toEqual([false]);
  });
});

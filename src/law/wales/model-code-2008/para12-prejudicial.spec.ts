import { describe, expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { PREJUDICIAL_CASES } from './para12-prejudicial.cases.js';
import { para12 } from './para12-prejudicial.js';
import type { PrejudiceFacts } from './para12-prejudicial.js';

caseTable(PREJUDICIAL_CASES);

const ON = para12.inForceFrom;
const whyOf = (facts: PrejudiceFacts) =>
  para12.decide(facts, ON).reasons.map(({ point, citation }) => [point, citation.text]);

describe('The reasons why an interest is prejudicial, or not', () => {
  it('are that nothing exempts it, and that it is significant', () => {
    expect(whyOf({ personalInterest: true, likelyToPrejudice: true, business: 'other' })).toEqual([
      ['wales-not-exempt-business', 'SI 2008/788 (W.82) Sch para 12(2)'],
      ['wales-prejudicial', 'SI 2008/788 (W.82) Sch para 12'],
    ]);
  });

  it('cite paragraph 10 where there is no personal interest, and 12 where it is not significant', () => {
    expect(whyOf({ personalInterest: false })).toEqual([
      ['wales-no-personal-interest', 'SI 2008/788 (W.82) Sch para 10'],
    ]);
    expect(whyOf({ likelyToPrejudice: false })).toEqual([
      ['wales-not-significant', 'SI 2008/788 (W.82) Sch para 12'],
    ]);
  });

  it('are the exemption alone where business is exempt', () => {
    expect(whyOf({ business: 'allowances' })).toEqual([
      ['wales-exempt-business', 'SI 2008/788 (W.82) Sch para 12(2)(b)(iv)'],
    ]);
  });

  it('are the judgement where somebody has given one', () => {
    expect(para12.decide({ prejudicial: false }, ON).reasons).toMatchObject([
      { rule: para12.id, point: 'wales-not-prejudicial', facts: ['prejudicial'], sanction: 'none' },
    ]);
  });

  it('name the facts that are missing, each once', () => {
    expect(para12.decide({}, ON)).toMatchObject({
      missing: ['personalInterest', 'likelyToPrejudice', 'business.sort'],
    });
  });
});

describe('A judgement that contradicts the facts is refused', () => {
  it.each<[string, PrejudiceFacts]>([
    ['prejudicial, with no personal interest', { prejudicial: true, personalInterest: false }],
    ['prejudicial, in exempt business', { prejudicial: true, business: 'allowances' }],
    ['prejudicial, and not significant', { prejudicial: true, likelyToPrejudice: false }],
    [
      'not prejudicial, and significant in business that is not exempt',
      { prejudicial: false, personalInterest: true, likelyToPrejudice: true, business: 'other' },
    ],
  ])('%s', (_, facts) => {
    expect(() => para12.decide(facts, ON)).toThrow(RangeError);
    expect(() => para12.decide(facts, ON)).toThrow(`prejudicial cannot be ${String(facts.prejudicial)}`);
  });

  it('and one that agrees with them is not', () => {
    const facts = { personalInterest: true, likelyToPrejudice: true, business: 'other' } as const;
    expect(para12.decide({ ...facts, prejudicial: true }, ON)).toMatchObject({ value: true });
  });
});

import { describe, expect, it } from '@jest/globals';
import { civilDate, rulebookFor } from '../../law/index.js';
import type { Draft, GiftDetails, InterestDetails } from '../../register/index.js';
import { lawOnEach, lawSays, type GivenUnder, type LawSays } from './law-says.js';

const today = civilDate('2026-05-20');
function lawWith(...codes: readonly string[]): GivenUnder {
  const adopted = codes.map((code) => ({ code, from: civilDate('2021-06-01') }));
  const rulebook = rulebookFor({ jurisdiction: 'england', codes: adopted, standingOrdersExclude: [] }, today);
  if (rulebook.kind !== 'rulebook') throw new Error('The law of 2026 is held here.');
  return { rulebook, today, earlierGifts: [], rulebooksOfGifts: new Map() };
}
const model = lawWith('lga-model-2020');
const says = (details: InterestDetails, law = model): LawSays | undefined => lawSays(law, 'self', details);

const land = { category: 'land', address: '3 Mill Lane', natureOfInterest: 'Owner', gives: 'both' } as const;
const dinner = (change: Partial<GiftDetails> = {}): GiftDetails => ({
  ...{ category: 'gifts', donor: 'Tarrow Build', what: 'Dinner', valuePence: 3000, valueIs: 'known' },
  ...{ offeredOn: '2026-05-01', accepted: true, asCouncillor: true },
  ...change,
});
const gifts = (...interests: readonly GiftDetails[]): Draft => ({
  answers: { 'gifts/self': { answer: 'entries', interests } },
});
const ofGifts = { category: 'gifts', heldBy: 'self' } as const;

describe('the law’s answer on an interest', () => {
  it('is that it must be registered, why, and where that is written', () => {
    expect(says({ ...land, inArea: true })).toMatchObject({
      verdict: 'must',
      says: expect.stringContaining('You must register this, because it is a beneficial interest in land'),
      citation: { text: 'SI 2012/1464 Sch (land)' },
    });
  });
  it('is that it need not be, but may', () => {
    expect(says({ ...land, inArea: false })).toMatchObject({
      verdict: 'need-not',
      says: expect.stringContaining('You need not register this, but you may'),
    });
  });
  it('is a question, while the fact is not said', () => {
    expect(says(land)).toMatchObject({
      verdict: 'cannot-tell',
      says: expect.stringContaining('Is the land in the council’s area?'),
    });
  });
  it('of what only a code registers comes from the code; without one there is no answer', () => {
    const place = { category: 'other-bodies', body: 'T', role: 'Trustee', sort: 'charitable' } as const;
    expect(says(place)?.verdict).toBe('must');
    expect(says(place, lawWith())).toBeUndefined();
    expect(says(dinner(), lawWith())).toBeUndefined();
  });
});

describe('how it was worked out', () => {
  const holding = (figures: object): readonly string[] | undefined =>
    says({ category: 'securities', company: 'Tarrow plc', bodyInArea: true, ...figures })?.workings;
  it.each<[string, object, string[]]>([
    ['no figures', {}, []],
    [
      '£25,000 exactly',
      { nominalHeldPence: 2_500_000 },
      ['The nominal value held, £25,000, is not more than £25,000.'],
    ],
    [
      'a penny more',
      { nominalHeldPence: 2_500_001 },
      ['The nominal value held, £25,000.01, is more than £25,000.'],
    ],
    [
      'one hundredth exactly',
      { sharesHeldPence: 1_000_000, issuedShareCapitalPence: 100_000_000 },
      [
        'One hundredth of the issued share capital, £1,000,000, is £10,000. The shares held, £10,000, are not more than that.',
      ],
    ],
    [
      'more, by less than a penny',
      { sharesHeldPence: 124, issuedShareCapitalPence: 12_345 },
      [
        'One hundredth of the issued share capital, £123.45, is £1.2345. The shares held, £1.24, are more than that.',
      ],
    ],
    [
      'a class',
      { shareClass: { name: 'B', heldPence: 200, issuedPence: 10_000 } },
      ['One hundredth of the class “B”, £100, is £1. The shares held of it, £2, are more than that.'],
    ],
    [
      'one class only, which is the capital',
      { shareClass: { name: 'the only class', heldPence: 2, issuedPence: 3 } },
      [],
    ],
  ])('%s', (_, figures, lines) => {
    expect(holding(figures)).toEqual(lines);
  });
});

describe('gifts of one donor add up', () => {
  const verdicts = (law: GivenUnder, ...given: readonly GiftDetails[]): (string | undefined)[] =>
    lawOnEach(law, gifts(...given), ofGifts).map((one) => one?.verdict);

  it('in one notification', () => {
    expect(verdicts(model, dinner())).toEqual(['need-not']);
    expect(verdicts(model, dinner(), dinner({ donor: 'tarrow  BUILD' }))).toEqual(['must', 'must']);
    expect(verdicts(model, dinner(), dinner({ donor: 'Somebody else' }))).toEqual(['need-not', 'need-not']);
    const [first] = lawOnEach(model, gifts(dinner(), dinner({ valuePence: 2050 })), ofGifts);
    expect(first?.workings).toEqual([
      'From the same donor you have told us of other gifts worth £20.50 that are not in the register yet: £50.50 together.',
    ]);
  });
  it('with what was told earlier and is not in the register yet', () => {
    expect(verdicts({ ...model, earlierGifts: [dinner()] }, dinner())).toEqual(['must']);
  });
  it('and each is judged by the code of its day', () => {
    const before = new Map([['2026-05-01', lawWith().rulebook]]);
    expect(verdicts({ ...model, rulebooksOfGifts: before }, dinner({ valuePence: 9000 }))).toEqual([
      undefined,
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { GIFT_CASES } from './gifts.cases.js';
import type { GiftFacts } from './gifts.js';
import { GIFT_RULES } from './index.js';

GIFT_CASES.forEach(caseTable);

const ON = civilDate('2023-12-11');
const gift: GiftFacts = {
  valuePence: 6000,
  fromSameDonorPence: 0,
  receivedAsCouncillor: true,
  accepted: true,
  receivedOn: ON,
  threshold: null,
};
const decide = (facts: GiftFacts, code = 'lga-model-2020') => {
  const rule = GIFT_RULES.find((one) => one.code === code);
  if (rule === undefined) throw new Error(`No rule on gifts for ${code}.`);
  return rule.decide(facts, ON);
};

describe('The model code on gifts cites', () => {
  const LGA = 'LGA Model Code 2020';
  it.each<[string, GiftFacts, object[]]>([
    [
      'para 10.2 for what is received',
      gift,
      [{ point: 'register-gift', citation: { text: `${LGA} para 10.2` }, sanction: 'standards-complaint' }],
    ],
    [
      'para 10.2 for what is worth too little',
      { ...gift, valuePence: 1 },
      [{ point: 'gift-below-threshold', citation: { text: `${LGA} para 10.2` }, sanction: 'none' }],
    ],
    [
      'the guidance as well for what adds up',
      { ...gift, valuePence: 4000, fromSameDonorPence: 1000 },
      [
        { point: 'register-gift', citation: { text: `${LGA} para 10.2` } },
        {
          point: 'gifts-from-one-donor-add-up',
          citation: { text: 'LGA guidance on the Model Code' },
          layer: 'guidance',
        },
      ],
    ],
    [
      'para 10.3 for what is refused',
      { ...gift, accepted: false, significant: true },
      [
        {
          point: 'register-refused-gift',
          citation: { text: `${LGA} para 10.3` },
          sanction: 'standards-complaint',
        },
      ],
    ],
    [
      'para 10.3 for what is refused and not significant',
      { ...gift, accepted: false, significant: false },
      [{ point: 'refused-gift-not-significant', citation: { text: `${LGA} para 10.3` }, sanction: 'none' }],
    ],
    [
      'the guidance for what is not related to the role',
      { ...gift, receivedAsCouncillor: false },
      [
        {
          point: 'gift-not-in-the-role',
          citation: { text: 'LGA guidance on the Model Code' },
          sanction: 'none',
        },
      ],
    ],
  ])('%s', (_, facts, reasons) => {
    const { mustRegister } = decide(facts);
    expect(mustRegister.reasons).toHaveLength(reasons.length);
    expect(mustRegister.reasons).toMatchObject(reasons);
  });

  it('the safe day of the clock, and why there is none', () => {
    expect(decide(gift).clock.reasons).toMatchObject([
      { point: 'register-gift', lastDay: '2024-01-07', facts: ['gift.receivedOn'] },
    ]);
    expect(decide({ ...gift, accepted: false, significant: true }).clock.reasons).toMatchObject([
      { point: 'refused-gift-has-no-day', facts: ['gift.accepted'] },
    ]);
  });
});

it('Worcestershire cites its own code', () => {
  const citation = { text: 'Worcestershire County Council code of conduct 2012, gifts and hospitality' };
  const noRole = decide({ ...gift, receivedAsCouncillor: false }, 'worcestershire-2012');
  expect(noRole.mustRegister.reasons).toMatchObject([{ point: 'gift-not-in-the-role', citation }]);
  const refused = decide({ ...gift, accepted: false }, 'worcestershire-2012');
  expect(refused.mustRegister.reasons).toMatchObject([
    { point: 'refused-gift-not-registered', citation, facts: ['gift.accepted'] },
  ]);
});

it.each([
  ['valuePence', { valuePence: -1 }],
  ['valuePence', { valuePence: 0.5 }],
  ['valuePence', { valuePence: Number.NaN }],
  ['fromSameDonorPence', { fromSameDonorPence: -1 }],
  ['threshold', { threshold: { pence: -1, registers: 'at-least' } }],
] as const)('an absurd %s is refused: %j', (field, absurd) => {
  expect(() => decide({ ...gift, ...absurd })).toThrow(RangeError);
  expect(() => decide({ ...gift, ...absurd })).toThrow(
    new RegExp(`^${field} must be a whole number of pence`),
  );
});

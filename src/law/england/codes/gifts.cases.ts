import type { Case, CaseTable } from '../../case-table.js';
import { findingInShort, whyInShort } from '../../finding-in-short.js';
import { civilDate } from '../../time/civil-date.js';
import { clockInShort } from './clock-in-short.js';
import type { GiftAnswer, GiftFacts, GiftRule } from './gifts.js';
import { modelGifts } from './lga-model-2020/para-10-gifts.js';
import { worcestershireGifts } from './worcestershire-2012/gifts.js';

type Cases = readonly Case<GiftFacts, readonly string[]>[];

/** Received as a councillor on a day in December, nothing else from the same source, the code's own figure. */
const hamper = {
  valuePence: 6000,
  fromSameDonorPence: 0,
  receivedAsCouncillor: true,
  accepted: true,
  significant: false,
  receivedOn: civilDate('2023-12-11'),
  threshold: null,
} as const satisfies GiftFacts;
const REGISTER = ['true', 'register-gift', '2024-01-07', '2024-01-08'];
const TOGETHER = ['true', 'register-gift, gifts-from-one-donor-add-up', '2024-01-07', '2024-01-08'];
const TOO_LITTLE = ['false', 'gift-below-threshold', 'none', ''];
const NOT_IN_THE_ROLE = ['false', 'gift-not-in-the-role', 'none', ''];
const waitsFor = (fact: string) => [`? ${fact}`, '', `? ${fact}`, ''];

const RECEIVED: Cases = [
  { name: 'worth £60.00', facts: hamper, expected: REGISTER },
  { name: 'worth exactly £50.00', facts: { ...hamper, valuePence: 5000 }, expected: REGISTER },
  { name: 'worth £49.99', facts: { ...hamper, valuePence: 4999 }, expected: TOO_LITTLE },
  { name: 'worth nothing', facts: { ...hamper, valuePence: 0 }, expected: TOO_LITTLE },
  {
    name: 'worth £20.00, with £30.00 before from the same source',
    facts: { ...hamper, valuePence: 2000, fromSameDonorPence: 3000 },
    expected: TOGETHER,
  },
  {
    name: 'worth £20.00, with £29.99 before from the same source',
    facts: { ...hamper, valuePence: 2000, fromSameDonorPence: 2999 },
    expected: TOO_LITTLE,
  },
  {
    name: 'a present from the family, whatever it is worth',
    facts: { ...hamper, receivedAsCouncillor: false },
    expected: NOT_IN_THE_ROLE,
  },
  {
    name: 'worth £25.00 at a council that set its own figure of £25',
    facts: { ...hamper, valuePence: 2500, threshold: { pence: 2500, registers: 'at-least' } },
    expected: REGISTER,
  },
  {
    name: 'worth £24.99 there',
    facts: { ...hamper, valuePence: 2499, threshold: { pence: 2500, registers: 'at-least' } },
    expected: TOO_LITTLE,
  },
  {
    name: 'worth £100.00 at a council that registers what is over £100',
    facts: { ...hamper, valuePence: 10000, threshold: { pence: 10000, registers: 'more-than' } },
    expected: TOO_LITTLE,
  },
  {
    name: 'worth £100.01 there',
    facts: { ...hamper, valuePence: 10001, threshold: { pence: 10000, registers: 'more-than' } },
    expected: REGISTER,
  },
];

const REFUSED: Cases = [
  {
    name: 'and significant: registered, and the code sets no day',
    facts: { ...hamper, accepted: false, significant: true },
    expected: ['true', 'register-refused-gift', 'none', ''],
  },
  {
    name: 'and not significant',
    facts: { ...hamper, accepted: false },
    expected: ['false', 'refused-gift-not-significant', 'none', ''],
  },
  {
    name: 'and not offered to a councillor as such',
    facts: { ...hamper, accepted: false, significant: true, receivedAsCouncillor: false },
    expected: NOT_IN_THE_ROLE,
  },
  {
    name: 'and what it was worth does not matter',
    facts: { receivedAsCouncillor: true, accepted: false, significant: true },
    expected: ['true', 'register-refused-gift', 'none', ''],
  },
  {
    name: 'and whether it was significant is not known',
    facts: { ...hamper, accepted: false, significant: undefined },
    expected: ['? gift.significant', '', 'none', ''],
  },
];

const UNKNOWN: Cases = [
  {
    name: 'what it is worth',
    facts: { ...hamper, valuePence: undefined },
    expected: waitsFor('gift.valuePence'),
  },
  {
    name: 'what else came from the same source, where it is worth too little alone',
    facts: { ...hamper, valuePence: 4999, fromSameDonorPence: undefined },
    expected: waitsFor('gift.fromSameDonorPence'),
  },
  {
    name: 'what else came from the same source, where it is worth enough alone',
    facts: { ...hamper, fromSameDonorPence: undefined },
    expected: REGISTER,
  },
  {
    name: 'whether the council set its own figure',
    facts: { ...hamper, threshold: undefined },
    expected: waitsFor('giftThreshold'),
  },
  {
    name: 'on which day it came',
    facts: { ...hamper, receivedOn: undefined },
    expected: ['true', 'register-gift', '? gift.receivedOn', ''],
  },
  {
    name: 'on which day it came, where it need not be registered',
    facts: { ...hamper, receivedOn: undefined, valuePence: 100 },
    expected: TOO_LITTLE,
  },
  {
    name: 'whether it was received as a councillor',
    facts: { ...hamper, receivedAsCouncillor: undefined },
    expected: waitsFor('gift.receivedAsCouncillor'),
  },
  {
    name: 'whether it was accepted',
    facts: { ...hamper, accepted: undefined },
    expected: waitsFor('gift.accepted'),
  },
  {
    name: 'whether it was accepted, where it is registered either way: by which day',
    facts: { ...hamper, accepted: undefined, significant: true },
    expected: ['true', 'register-gift', '? gift.accepted', ''],
  },
  {
    name: 'everything but that it is a present from the family',
    facts: { receivedAsCouncillor: false },
    expected: NOT_IN_THE_ROLE,
  },
];

const fifteenPounds = { pence: 1500, registers: 'at-least' } as const;
const AT_WORCESTERSHIRE: Cases = [
  {
    name: 'worth exactly the council’s figure',
    facts: { ...hamper, valuePence: 1500, threshold: fifteenPounds },
    expected: REGISTER,
  },
  {
    name: 'worth a penny less',
    facts: { ...hamper, valuePence: 1499, threshold: fifteenPounds },
    expected: TOO_LITTLE,
  },
  {
    name: 'small gifts are not added up',
    facts: { ...hamper, valuePence: 1499, fromSameDonorPence: 9000, threshold: fifteenPounds },
    expected: TOO_LITTLE,
  },
  {
    name: 'the council set no figure, and the code’s is not known',
    facts: { ...hamper, threshold: null },
    expected: waitsFor('giftThreshold'),
  },
  {
    name: 'a significant one that was refused',
    facts: { ...hamper, accepted: false, significant: true, threshold: fifteenPounds },
    expected: ['false', 'refused-gift-not-registered', 'none', ''],
  },
  {
    name: 'a present from the family, whatever the figure is',
    facts: { ...hamper, receivedAsCouncillor: false },
    expected: NOT_IN_THE_ROLE,
  },
];

function table(
  rule: GiftRule,
  title: string,
  cases: Cases,
): CaseTable<GiftFacts, GiftAnswer, readonly string[]> {
  return {
    title,
    rules: [rule.id],
    columns: ['Must be registered', 'Why', 'Safe last day', 'Late only after'],
    decide: (facts) => rule.decide(facts, hamper.receivedOn),
    summary: ({ mustRegister, clock }) => [
      findingInShort(mustRegister),
      whyInShort(mustRegister),
      ...clockInShort(clock),
    ],
    cases,
  };
}

export const GIFT_CASES = [
  table(modelGifts, 'LGA model code: a gift that was received', RECEIVED),
  table(modelGifts, 'LGA model code: a gift that was refused', REFUSED),
  table(modelGifts, 'LGA model code: what is not known of a gift', UNKNOWN),
  table(worcestershireGifts, 'Worcestershire 2012: gifts', AT_WORCESTERSHIRE),
];

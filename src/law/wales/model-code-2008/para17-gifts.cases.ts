import type { CaseTable } from '../../case-table.js';
import type { Finding } from '../../conclusion.js';
import { civilDate } from '../../time/civil-date.js';
import type { WithinDaysOf } from '../../time/counting.js';
import { daysInShort } from './para15-register.cases.js';
import { para17 } from './para17-gifts.js';
import type { WelshGiftFacts } from './para17-gifts.js';

const hamper = {
  valuePence: 2_501,
  registerAbovePence: 2_500,
  receivedOn: civilDate('2023-12-05'),
} as const satisfies WelshGiftFacts;

export const WELSH_GIFT_CASES: CaseTable<WelshGiftFacts, Finding<WithinDaysOf | null>, readonly string[]> = {
  title: 'Wales: registering gifts and hospitality',
  rules: [para17.id],
  columns: ['Safe last day', 'Latest arguable last day', 'Why'],
  decide: (facts) => para17.decide(facts, para17.inForceFrom),
  summary: daysInShort,
  cases: [
    {
      name: 'a penny above the authority’s figure',
      facts: hamper,
      expected: ['2024-01-01', '2024-01-02', 'wales-register-gift'],
    },
    {
      name: 'exactly the authority’s figure is not above it',
      facts: { ...hamper, valuePence: 2_500 },
      expected: ['none', 'none', 'wales-gift-within-figure'],
    },
    {
      name: 'anything at all, where the figure is nothing',
      facts: { ...hamper, valuePence: 1, registerAbovePence: 0 },
      expected: ['2024-01-01', '2024-01-02', 'wales-register-gift'],
    },
    {
      name: 'the authority’s figure is not known',
      facts: { ...hamper, registerAbovePence: undefined },
      expected: ['? giftThreshold', '? giftThreshold', ''],
    },
    {
      name: 'the value is not known',
      facts: { ...hamper, valuePence: undefined },
      expected: ['? gift.valuePence', '? gift.valuePence', ''],
    },
    {
      name: 'the day is not known',
      facts: { ...hamper, receivedOn: undefined },
      expected: ['? gift.receivedOn', '? gift.receivedOn', ''],
    },
  ],
};

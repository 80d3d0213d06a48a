import { describe, expect, test } from '@jest/globals';
import { matchItems } from './match-items.js';

/** 'former number title' pairs, by the letter that each former item is called. */
const former = (...items: [id: string, number: string | null, title: string][]) =>
  items.map(([id, number, title]) => ({ id, number, title }));
const revised = (...items: [number: string | null, title: string][]) =>
  items.map(([number, title]) => ({ number, title }));

const cases: [
  sentence: string,
  before: ReturnType<typeof former>,
  now: ReturnType<typeof revised>,
  ids: (string | undefined)[],
  withdrawn: string[],
][] = [
  [
    'an item that moved keeps its id by its title, although its number is another’s now',
    former(['a', '1', 'Apologies'], ['b', '2', 'Budget']),
    revised(['1', 'Welcome'], ['2', 'Apologies'], ['3', 'Budget']),
    [undefined, 'a', 'b'],
    [],
  ],
  [
    'a mended title keeps its id by its number',
    former(['a', '1', 'Apologies'], ['b', '2', 'Bugdet']),
    revised(['1', 'Apologies'], ['2', 'Budget']),
    ['a', 'b'],
    [],
  ],
  [
    'capitals and spaces make no other title',
    former(['a', '1', 'Budget  Report']),
    revised(['7', ' BUDGET report']),
    ['a'],
    [],
  ],
  [
    'of two items with one title, each keeps its own id by its number',
    former(['a', '5', 'Exempt report'], ['b', '6', 'Exempt report']),
    revised(['6', 'Exempt report'], ['5', 'Exempt report']),
    ['b', 'a'],
    [],
  ],
  [
    'of two items with one title, the first one is taken where numbers say nothing',
    former(['a', '5', 'Exempt report'], ['b', '6', 'Exempt report']),
    revised(['9', 'Exempt report']),
    ['a'],
    ['b'],
  ],
  [
    'items without a number are never the same by their numbers',
    former(['a', null, 'Tribute']),
    revised([null, 'Presentation']),
    [undefined],
    ['a'],
  ],
  ['everything may be withdrawn', former(['a', '1', 'Apologies']), revised(), [], ['a']],
];

describe('pairing the items of a revised agenda with the former ones', () => {
  test.each(cases)('%s', (_, before, now, ids, withdrawn) => {
    const matched = matchItems(before, now);
    expect(matched.items.map((pair) => pair.former?.id)).toEqual(ids);
    expect(matched.items.map((pair) => pair.revised)).toEqual(now);
    expect(matched.withdrawn.map((item) => item.id)).toEqual(withdrawn);
  });
});

import { describe, expect, test } from '@jest/globals';
import { matchItems, sameMatter, shareOfWords } from './match-items.js';

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

describe('how much of its words a title keeps', () => {
  test.each([
    ['Half-Year Report', 'half year report.', 1],
    ['Update on School Places', 'Update on School Places Report', 4 / 5],
    ['Road Road', 'Road Works', 1 / 2],
    ['Budget', 'Roads', 0],
    ['', '', 0],
  ])('“%s” and “%s”: %d', (one, other, share) => {
    expect(shareOfWords(one, other)).toBeCloseTo(share);
    expect(shareOfWords(other, one)).toBeCloseTo(share);
  });
});

describe('whether what was said of an item still holds', () => {
  const same = (number: string, one: string, other: string): boolean =>
    sameMatter({ number: '5', title: one }, { number, title: other });
  test('it does where two thirds of the words are the same under the same number, and not where fewer are', () => {
    expect(same('5', 'Winter Gritting Plan', 'Winter Gritting')).toBe(true);
    expect(same('5', 'Winter Gritting Plan', 'Winter Works')).toBe(false);
  });
  test('it does not under another number, unless the title is the same', () => {
    expect(same('6', 'Winter Gritting Plan', 'Winter Gritting')).toBe(false);
    expect(same('6', 'Winter Gritting Plan', 'winter gritting plan')).toBe(true);
  });
  test('it does not where a reference or a year differs', () => {
    expect(same('5', 'Application 17/0012 Land at Mill Lane', 'Application 17/0013 Land at Mill Lane')).toBe(
      false,
    );
  });
});

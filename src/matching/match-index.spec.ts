import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { MatchIndex, matchPrepared, prepareInterest, prepareItem } from './index.js';

interface Pair {
  interest_text: string;
  category: string;
  agenda_item_title: string;
  agenda_item_text: string;
}
const pairs = readFileSync('test/fixtures/matching/pairs.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Pair);
const interests = pairs.map(({ interest_text: text, category }) => prepareInterest({ text, category }));
const items = pairs.map((pair) =>
  prepareItem({ title: pair.agenda_item_title, text: pair.agenda_item_text }),
);

test('the index answers as each pair alone does, every interest against every item', () => {
  const index = new MatchIndex(interests);
  let found = 0;
  for (const item of items) {
    const alone = interests
      .map((interest, place) => ({ interest: place, answer: matchPrepared(interest, item) }))
      .filter(({ answer }) => answer.level !== 'none');
    expect(index.touchedBy(item)).toEqual(alone);
    found += alone.length;
  }
  expect(found).toBeGreaterThan(100);
});

test('an index of nothing finds nothing', () => {
  expect(new MatchIndex([]).touchedBy(prepareItem({ title: 'Budget' }))).toEqual([]);
});

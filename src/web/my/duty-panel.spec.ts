import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../law/index.js';
import { daysLeftInWords, lastDayInWords, layerOf } from './duty-panel.js';

const lastDay = civilDate('2017-06-04');

describe('how long there is', () => {
  it.each([
    ['2017-05-08', '27 days left.'],
    ['2017-06-02', '2 days left.'],
    ['2017-06-03', 'That is tomorrow.'],
    ['2017-06-04', 'That is today.'],
    ['2017-06-05', 'That was yesterday.'],
    ['2017-06-07', 'That was 3 days ago.'],
  ])('on %s: %s', (today, words) => {
    expect(daysLeftInWords(lastDay, civilDate(today))).toBe(words);
  });

  it('names an earlier arguable last day until it has passed, and never as the last day', () => {
    const clock = {
      startsOn: civilDate('2017-05-08'),
      lastDay,
      chaseFrom: civilDate('2017-05-04'),
      chaseBy: civilDate('2017-05-31'),
    };
    const before = lastDayInWords(clock, civilDate('2017-05-31'));
    expect(before).toContain('Last day: Sunday 4 June 2017. 4 days left.');
    expect(before).toContain('To be safe, notify by Wednesday 31 May 2017');
    expect(lastDayInWords(clock, civilDate('2017-06-01'))).not.toContain('To be safe');
  });
});

it('a line keeps its own sources', () => {
  const citation = { text: 'Localism Act 2011 s.30(1)', url: 'https://example.org' };
  expect(
    layerOf('By law', [
      { text: 'One.', citations: [citation] },
      { text: 'Two.', citations: [] },
    ]),
  ).toEqual({
    label: 'By law',
    lines: [
      { text: 'One.', citations: [{ text: citation.text, href: citation.url }] },
      { text: 'Two.', citations: [] },
    ],
  });
});

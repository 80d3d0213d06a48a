import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../law/index.js';
import {
  POINTS,
  categoryInWords,
  dateInWords,
  dayAndDateInWords,
  listInWords,
  moneyInWords,
  questionFor,
  reasonInWords,
} from './index.js';

describe('The dictionary', () => {
  it.each(POINTS)('has a plain sentence for %s, with its day where it speaks of one', (point) => {
    const sentence = reasonInWords({ point, lastDay: civilDate('2017-06-04') });
    expect(sentence).toMatch(/^[A-Z].*\.$/);
    expect(sentence).not.toMatch(/undefined|null|\bM\b|  /);
  });

  it('writes the day of a duty out', () => {
    expect(reasonInWords({ point: 'notified-late', lastDay: civilDate('2017-06-04') })).toBe(
      'Your notification was received after the last day, Sunday 4 June 2017.',
    );
  });

  it('asks for a fact in plain words', () => {
    expect(questionFor('interest.inRegister').question).toBe('Is the interest in the register?');
  });

  it('names a category as the regulations do, with profession', () => {
    expect(categoryInWords('employment').name).toBe('Employment, office, trade, profession or vocation');
  });
});

describe('Days, money and lists', () => {
  it('are written out', () => {
    expect(dateInWords(civilDate('2017-10-24'))).toBe('24 October 2017');
    expect(dayAndDateInWords(civilDate('2017-10-24'))).toBe('Tuesday 24 October 2017');
    expect(dateInWords(civilDate('2018-01-01'))).toBe('1 January 2018');
    expect(moneyInWords(2_500_000)).toBe('£25,000');
    expect(moneyInWords(2_500_050)).toBe('£25,000.50');
    expect(listInWords([], 'and')).toBe('');
    expect(listInWords(['speak'], 'and')).toBe('speak');
    expect(listInWords(['stay', 'speak', 'vote'], 'and')).toBe('stay, speak and vote');
    expect(listInWords(['speak', 'vote'], 'or')).toBe('speak or vote');
  });
});

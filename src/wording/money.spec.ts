import { describe, expect, test } from '@jest/globals';
import { hundredthInWords, moneyInWords } from './money.js';

describe('pence as people read money', () => {
  test.each([
    [0, '£0'],
    [5, '£0.05'],
    [4999, '£49.99'],
    [5000, '£50'],
    [250_000_000, '£2,500,000'],
  ])('%d is %s', (pence, words) => {
    expect(moneyInWords(pence)).toBe(words);
  });
});

describe('one hundredth, exact between two pence too', () => {
  test.each([
    [0, '£0'],
    [1, '£0.0001'],
    [10, '£0.001'],
    [100, '£0.01'],
    [12_345, '£1.2345'],
    [12_340, '£1.234'],
    [100_000_000, '£10,000'],
    [100_000_050, '£10,000.005'],
    [100_005_000, '£10,000.50'],
  ])('of %d pence is %s', (pence, words) => {
    expect(hundredthInWords(pence)).toBe(words);
  });
});

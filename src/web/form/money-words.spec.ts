import { describe, expect, it } from '@jest/globals';
import { MoneyField, typedPounds, validateForm } from './index.js';

class Gift {
  @MoneyField({ enter: 'Enter what it is worth', name: 'The value', leastPence: 1 })
  valuePence: number;

  @MoneyField({ enter: '', name: 'The deposit', optional: true })
  depositPence?: number;
}

const worth = (typed: string): unknown => {
  const form = validateForm(Gift, { valuePence: typed });
  return form.ok ? form.value.valuePence : form.errors[0]?.text;
};

const NO_AMOUNT = 'The value must be an amount of money, like 1200 or 1,200.50';
const TOO_MUCH = 'The value must be £1,000,000,000 or less';

describe('an amount of money', () => {
  it.each([
    ['1200', 120_000],
    ['1200.5', 120_050],
    ['£1,200.50', 120_050],
    [' £ 1,200 ', 120_000],
    ['1 200', 120_000],
    ['12.', 1200],
    ['0.01', 1],
    ['007', 700],
    ['999,999,999.99', 99_999_999_999],
    ['1,000,000,000', 100_000_000_000],
    ['1,000,000,000.01', TOO_MUCH],
    ['9'.repeat(16), TOO_MUCH],
    ['9'.repeat(3000), TOO_MUCH],
    ['', 'Enter what it is worth'],
    ['0', 'The value must be more than £0'],
    ['-5', 'The value must not be less than £0'],
    ['−5', 'The value must not be less than £0'],
    ['£-5', 'The value must not be less than £0'],
    ['(5)', 'The value must not be less than £0'],
    ['1.234', 'The value must have no more than 2 digits for the pence'],
    ['1,20', NO_AMOUNT],
    ['12,34,567', NO_AMOUNT],
    ['1.200,50', NO_AMOUNT],
    ['.', NO_AMOUNT],
    ['12k', NO_AMOUNT],
    ['1e3', NO_AMOUNT],
    ['0x10', NO_AMOUNT],
    ['NaN', NO_AMOUNT],
    ['$5', NO_AMOUNT],
    ['١٢', NO_AMOUNT],
    ['about 50', NO_AMOUNT],
  ])('%j is %j', (typed, expected) => {
    expect(worth(typed)).toBe(expected);
  });

  it('that is optional may be left empty, may be nothing, and must be an amount all the same', () => {
    const deposit = (typed: string): unknown => {
      const form = validateForm(Gift, { valuePence: '1', depositPence: typed });
      return form.ok ? form.value.depositPence : form.errors[0]?.text;
    };
    expect(deposit('')).toBeUndefined();
    expect(deposit('0')).toBe(0);
    expect(deposit('some')).toBe('The deposit must be an amount of money, like 1200 or 1,200.50');
  });

  it('sent twice is none', () => {
    expect(validateForm(Gift, { valuePence: ['1', '2'] }).ok).toBe(false);
  });

  it.each([0, 1, 50, 5000, 120_050, 100_000_000_000])('of %d pence is read again as it was', (pence) => {
    const form = validateForm(Gift, { valuePence: '1', depositPence: typedPounds(pence) });
    expect(form.ok && form.value.depositPence).toBe(pence);
  });
});

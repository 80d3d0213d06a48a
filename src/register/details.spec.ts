import { describe, expect, test } from '@jest/globals';
import { DETAILS_VERSION, upgraded } from './details.js';

describe('details that were stored', () => {
  const land = { category: 'land', address: '3 Mill Lane', natureOfInterest: 'Owner' };

  test('in this form are read as they are', () => {
    expect(upgraded(DETAILS_VERSION, land)).toEqual(land);
  });
  test('in the first form are read without the limit, which told no figure', () => {
    expect(upgraded(1, { category: 'securities', company: 'Fotherby plc', over: 'nominal-25000' })).toEqual({
      category: 'securities',
      company: 'Fotherby plc',
    });
    expect(upgraded(1, land)).toEqual(land);
  });
  test.each([0, DETAILS_VERSION + 1])('in a form that nobody knows are refused: %d', (version) => {
    expect(() => upgraded(version, land)).toThrow(`Details of form ${version} cannot be read`);
  });
});

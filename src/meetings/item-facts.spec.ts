import { describe, expect, test } from '@jest/globals';
import { asConfirmed, keepConfirmed, proposedFacts } from './item-facts.js';

const UNKNOWN = { value: 'unknown', source: 'reader' };

describe('the facts of an item', () => {
  test('are unknown where the agenda has no words for them', () => {
    expect(proposedFacts(undefined, 'committee')).toEqual({
      planningOrRegulatory: UNKNOWN,
      educationFunction: UNKNOWN,
      scrutiny: UNKNOWN,
      councilTaxCalculation: UNKNOWN,
      publicMaySpeak: UNKNOWN,
    });
  });

  test('keep the words that led the reader to them', () => {
    const read = { value: 'yes', source: 'reader', words: 'school admissions' } as const;
    expect(proposedFacts({ educationFunction: read }).educationFunction).toEqual(read);
  });

  test('say scrutiny for all the business of a scrutiny body', () => {
    expect(proposedFacts(undefined, 'overview-and-scrutiny').scrutiny).toEqual({
      value: 'yes',
      source: 'body',
    });
  });

  test('are the clerk’s where the clerk spoke, an unknown too, and only there', () => {
    expect(asConfirmed({ scrutiny: 'no', publicMaySpeak: 'unknown' })).toEqual({
      scrutiny: { value: 'no', source: 'clerk' },
      publicMaySpeak: { value: 'unknown', source: 'clerk' },
    });
  });

  test('the clerk’s word stands against a reader’s, and gives way to the clerk’s newer one', () => {
    const before = { ...proposedFacts(undefined), ...asConfirmed({ scrutiny: 'no', publicMaySpeak: 'no' }) };
    const read = { value: 'yes', source: 'reader', words: 'scrutiny' } as const;
    const now = {
      ...proposedFacts({ scrutiny: read, educationFunction: read }),
      ...asConfirmed({ publicMaySpeak: 'yes' }),
    };
    const kept = keepConfirmed(before, now);
    expect(kept.scrutiny).toEqual({ value: 'no', source: 'clerk' });
    expect(kept.publicMaySpeak).toEqual({ value: 'yes', source: 'clerk' });
    expect(kept.educationFunction).toEqual(read);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Draft, LandDetails } from '../../register/index.js';
import { answerTo, interestsIn, withAnswer, withInterest, withoutInterest } from './draft.js';

const asked = { category: 'land', heldBy: 'self' } as const;
const land = (address: string): LandDetails => ({ category: 'land', address, natureOfInterest: 'Owner' });
const empty: Draft = { answers: {} };
const two = withInterest(withInterest(empty, asked, undefined, land('one')), asked, undefined, land('two'));
const addresses = (draft: Draft): string[] =>
  interestsIn(draft, asked).map((details) => (details as LandDetails).address);

describe('a draft', () => {
  it('adds after the last and changes in place', () => {
    expect(addresses(two)).toEqual(['one', 'two']);
    expect(addresses(withInterest(two, asked, 1, land('other')))).toEqual(['other', 'two']);
  });
  it('adds what was to be changed when that is gone, so that nothing typed is lost', () => {
    expect(addresses(withInterest(two, asked, 3, land('three')))).toEqual(['one', 'two', 'three']);
  });
  it('removes one, and with the last one the answer', () => {
    const one = withoutInterest(two, asked, 1);
    expect(addresses(one)).toEqual(['two']);
    expect(answerTo(withoutInterest(one, asked, 1), asked)).toBeUndefined();
  });
  it('with "nothing" counts none of what was added, and keeps it', () => {
    const nothing = withAnswer(two, asked, 'nothing');
    expect(addresses(nothing)).toEqual([]);
    expect(addresses(withAnswer(nothing, asked, 'entries'))).toEqual(['one', 'two']);
  });
  it('keeps the answers to other questions', () => {
    const partners = { category: 'land', heldBy: 'partner' } as const;
    const both = withAnswer(two, partners, 'nothing');
    expect(answerTo(withoutInterest(withoutInterest(both, asked, 1), asked, 1), partners)).toEqual({
      answer: 'nothing',
      interests: [],
    });
  });
  it('never changes the one before it', () => {
    withoutInterest(two, asked, 1);
    expect(addresses(two)).toEqual(['one', 'two']);
  });
});

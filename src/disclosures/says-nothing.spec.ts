import { describe, expect, test } from '@jest/globals';
import { isScattergun, saysNothing } from './says-nothing.js';

describe('words that say nothing of what an interest is', () => {
  test.each([
    'As noted',
    'as recorded.',
    'as registered',
    'As per register',
    'as per my register of interests',
    'See register',
    'see the council’s website',
    'As declared at the last meeting',
    'Already declared (item 5)',
    'My interests are as recorded in the register of members’ interests.',
    'I declare an interest',
    'Disclosable pecuniary interest',
    'interest previously disclosed',
    'Same as before',
    'n/a',
    'N.A.',
    'none',
    '-',
    '...',
    '5',
    '？',
    'tbc',
  ])('%s', (words) => {
    expect(saysNothing(words)).toBe(true);
  });

  test.each([
    'I am a director of Hartlebrook Family Support Ltd',
    'Director',
    'My wife works for the contractor',
    'I own 3 Mill Lane, as recorded in the register',
    'Trustee of the Weavers Trust, as registered',
    'Landlord',
    'My brother is the applicant',
    'Membership of Tarrow Parish Council',
    'Noted historian: I am paid by the museum',
  ])('not: %s', (words) => {
    expect(saysNothing(words)).toBe(false);
  });

  test('takes no longer for long words that are nearly nothing', () => {
    const began = performance.now();
    expect(saysNothing(`${'as noted in the register of interests '.repeat(3_000)}x-ray`)).toBe(false);
    expect(performance.now() - began).toBeLessThan(500);
  });
});

describe('one declaration for whatever may come up', () => {
  test.each([
    'I am a governor, and declare it for all items',
    'All agenda items about schools',
    'any item that concerns the trust',
    'Every matter on which the county votes',
    'anything to do with the hospital',
    'Chair of the trust, in case it comes up',
    'Trustee, should anything arise',
    'throughout the meeting',
  ])('%s', (words) => {
    expect(isScattergun(words)).toBe(true);
  });

  test.each([
    'I sell furniture items to the contractor',
    'Owner of a shop in which all sorts of goods are sold',
    'I was any good at nothing but farming the land next to the site',
    'Chairman of the Matters Trust',
  ])('not: %s', (words) => {
    expect(isScattergun(words)).toBe(false);
  });
});

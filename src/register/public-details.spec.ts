import { describe, expect, test } from '@jest/globals';
import type { InterestDetails } from './details.js';
import { includesHomeAddress, publicDetails } from './public-details.js';

/** One of each category with everything said, what the public may not read marked. */
const HIDDEN = 'only for the officer';
const ALL: readonly (readonly [InterestDetails, readonly string[]])[] = [
  [
    {
      ...{ category: 'employment', role: 'r', employer: 'e', companyNumber: '01234567' },
      forProfitOrGain: true,
    },
    ['forProfitOrGain'],
  ],
  [
    {
      ...{ category: 'sponsorship', payer: 'p', towards: 'election-expenses', madeOn: '2017-05-01' },
      amountPence: 1,
    },
    ['amountPence'],
  ],
  [
    {
      ...{ category: 'contracts', contractor: 'c', companyNumber: '01234567', subject: 's', valuePence: 1 },
      ...{ tie: 'director', fullyDischarged: false },
    },
    ['tie', 'fullyDischarged'],
  ],
  [
    {
      ...{ category: 'land', address: 'a', postcode: 'WR5 2NP', natureOfInterest: 'n' },
      ...{ titleNumber: HIDDEN, uprn: HIDDEN, gives: 'both', inArea: true, isHome: true },
    },
    ['titleNumber', 'uprn', 'gives', 'inArea', 'isHome'],
  ],
  [
    {
      ...{ category: 'licences', address: 'a', postcode: 'WR5 2NP', from: '2017-01-01', to: '2017-12-31' },
      ...{ inArea: true, isHome: false },
    },
    ['inArea', 'isHome'],
  ],
  [
    {
      ...{ category: 'corporate-tenancies', tenant: 't', companyNumber: '01234567', address: 'a' },
      ...{ postcode: 'WR5 2NP', tie: 'director' },
    },
    ['tie'],
  ],
  [
    {
      ...{ category: 'securities', company: 'c', companyNumber: '01234567', bodyInArea: true },
      ...{ nominalHeldPence: 3, sharesHeldPence: 2, issuedShareCapitalPence: 9 },
      shareClass: { name: HIDDEN, heldPence: 1, issuedPence: 2 },
    },
    ['bodyInArea', 'nominalHeldPence', 'sharesHeldPence', 'issuedShareCapitalPence', 'shareClass'],
  ],
  [
    { ...{ category: 'other-bodies', body: 'b', role: 'r', bodyNumber: '1123456' }, sort: 'charitable' },
    ['sort'],
  ],
  [
    {
      ...{
        category: 'gifts',
        donor: 'd',
        what: 'w',
        valuePence: 1,
        valueIs: 'known',
        offeredOn: '2017-05-01',
      },
      ...{ accepted: false, reason: 'r', asCouncillor: true, significant: true },
    },
    ['asCouncillor', 'significant'],
  ],
];

describe('the public part of an interest', () => {
  test.each(ALL)('of %j leaves out %j and nothing else', (details, hidden) => {
    const kept = Object.entries(details).filter(([field]) => !hidden.includes(field));
    expect(publicDetails(details)).toEqual(Object.fromEntries(kept));
    expect(JSON.stringify(publicDetails(details))).not.toContain(HIDDEN);
  });
});

describe('a home address', () => {
  const land = { category: 'land', address: 'a', natureOfInterest: 'n' } as const;
  const licence = { category: 'licences', address: 'a', from: '2017-01-01' } as const;
  test.each<[InterestDetails, boolean]>([
    [{ ...land, isHome: true }, true],
    [{ ...land, isHome: false }, false],
    [land, false],
    [{ ...licence, isHome: true }, true],
    [licence, false],
    [{ category: 'employment', role: 'r', employer: 'e' }, false],
  ])('%j: %s', (details, expected) => {
    expect(includesHomeAddress(details)).toBe(expected);
  });
});

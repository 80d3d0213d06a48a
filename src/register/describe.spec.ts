import { describe, expect, test } from '@jest/globals';
import { describeInterest, namesAndAddresses, sameDetails } from './describe.js';
import type { InterestDetails } from './details.js';

const CASES: readonly (readonly [InterestDetails, string, readonly string[], readonly string[]])[] = [
  [
    { category: 'employment', role: 'Director', employer: 'Fotherby Ltd' },
    'Director, Fotherby Ltd',
    ['Fotherby Ltd'],
    [],
  ],
  [
    {
      category: 'sponsorship',
      payer: 'Riverside Alliance',
      towards: 'election-expenses',
      madeOn: '2017-04-01',
    },
    'Riverside Alliance, towards election expenses',
    ['Riverside Alliance'],
    [],
  ],
  [
    { category: 'sponsorship', payer: 'Ann Agar', towards: 'expenses-as-a-member', madeOn: '2017-04-01' },
    'Ann Agar, towards expenses as a member',
    ['Ann Agar'],
    [],
  ],
  [
    { category: 'contracts', contractor: 'Fotherby Ltd', subject: 'Gritting' },
    'Fotherby Ltd: Gritting',
    ['Fotherby Ltd'],
    [],
  ],
  [
    { category: 'land', address: '3 Mill Lane', postcode: 'WV99 1AB', natureOfInterest: 'Owner' },
    'Owner: 3 Mill Lane, WV99 1AB',
    [],
    ['3 Mill Lane, WV99 1AB'],
  ],
  [
    { category: 'land', address: '3 Mill Lane', natureOfInterest: 'Tenant' },
    'Tenant: 3 Mill Lane',
    [],
    ['3 Mill Lane'],
  ],
  [
    { category: 'licences', address: 'Plot 4', from: '2017-01-01' },
    'Licence to occupy Plot 4',
    [],
    ['Plot 4'],
  ],
  [
    { category: 'corporate-tenancies', tenant: 'Fotherby Ltd', address: 'Unit 2', postcode: 'WV99 1AB' },
    'Fotherby Ltd: tenancy of Unit 2, WV99 1AB',
    ['Fotherby Ltd'],
    ['Unit 2, WV99 1AB'],
  ],
  [
    { category: 'securities', company: 'Fotherby Ltd', nominalHeldPence: 2_500_001 },
    'Shares or other securities of Fotherby Ltd',
    ['Fotherby Ltd'],
    [],
  ],
  [
    { category: 'other-bodies', body: 'Tarrow Trust', role: 'Trustee', sort: 'charitable' },
    'Trustee, Tarrow Trust',
    ['Tarrow Trust'],
    [],
  ],
  [
    {
      ...{ category: 'gifts', donor: 'Fotherby Ltd', what: 'Dinner for two', valuePence: 6500 },
      ...{ valueIs: 'known', offeredOn: '2017-05-01', accepted: true },
    },
    'Dinner for two, from Fotherby Ltd, £65, accepted',
    ['Fotherby Ltd'],
    [],
  ],
  [
    {
      ...{ category: 'gifts', donor: 'Ann Agar', what: 'A print', valuePence: 4999 },
      ...{ valueIs: 'an-estimate', offeredOn: '2017-05-01', accepted: false },
    },
    'A print, from Ann Agar, about £49.99, refused',
    ['Ann Agar'],
    [],
  ],
];

describe('an interest', () => {
  test.each(CASES)(
    '%o in one line, and what is looked for in an agenda',
    (details, line, names, addresses) => {
      expect(describeInterest(details)).toBe(line);
      expect(namesAndAddresses(details)).toEqual({ names, addresses });
    },
  );

  test('says the same in whatever order it was written, and another thing with one word changed or added', () => {
    const land = { category: 'land', address: '3 Mill Lane', natureOfInterest: 'Owner' } as const;
    expect(sameDetails(land, { natureOfInterest: 'Owner', address: '3 Mill Lane', category: 'land' })).toBe(
      true,
    );
    expect(sameDetails(land, { ...land, address: '3 Mill Lane ' })).toBe(false);
    expect(sameDetails(land, { ...land, postcode: 'WV99 1AB' })).toBe(false);
  });
});

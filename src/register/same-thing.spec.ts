import { describe, expect, it } from '@jest/globals';
import type { InterestDetails } from './details.js';
import { mayBeTheSame } from './same-thing.js';

const cottage: InterestDetails = {
  category: 'land',
  address: 'Quarry Cottage, Fallow Hill',
  postcode: 'WV99 7DN',
  natureOfInterest: 'Owner',
};

describe('an interest that may be one whose details are withheld', () => {
  it.each<[string, InterestDetails, boolean]>([
    ['land at another place', { ...cottage, address: '3 Mill Lane', postcode: 'WV99 1AA' }, true],
    [
      'a licence of the same place',
      { category: 'licences', address: 'quarry cottage', from: '2017-01-01' },
      true,
    ],
    [
      'a tenancy with the same postcode',
      { category: 'corporate-tenancies', tenant: 'X Ltd', address: 'The Barn', postcode: 'wv997dn' },
      true,
    ],
    [
      'a licence of another place',
      { category: 'licences', address: 'Unit 4, Tallow Lane', from: '2017-01-01' },
      false,
    ],
    ['a job', { category: 'employment', role: 'Farrier', employer: 'self-employed' }, false],
  ])('%s', (_, interest, expected) => {
    expect(mayBeTheSame(interest, cottage)).toBe(expected);
  });
});

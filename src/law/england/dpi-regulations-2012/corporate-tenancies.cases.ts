import { corporateTenancies } from './corporate-tenancies.js';
import { COUNTS, casesOf, not, waitsFor } from './prescribed-cases.js';
import type { DescriptionCases } from './prescribed-cases.js';

const tenancy = {
  category: 'corporate-tenancies',
  heldBy: 'self',
  landlordIsTheAuthority: true,
  connections: ['director'],
  knownToMember: true,
} as const;
const CASES: DescriptionCases = [
  { name: 'to a company they direct', facts: tenancy, expected: COUNTS },
  {
    name: 'that the member does not know of',
    facts: { ...tenancy, knownToMember: false },
    expected: not('not-known-to-member'),
  },
  {
    name: 'from another landlord',
    facts: { ...tenancy, landlordIsTheAuthority: false },
    expected: not('landlord-not-the-authority'),
  },
  {
    name: 'to a body they only work for',
    facts: { ...tenancy, connections: ['employee'] },
    expected: not('no-beneficial-interest-in-body'),
  },
  {
    name: 'known or not is not known',
    facts: { ...tenancy, knownToMember: undefined },
    expected: waitsFor('knownToMember'),
  },
];

export const CORPORATE_TENANCY_CASES = casesOf(corporateTenancies, 'A tenancy from the council', CASES);

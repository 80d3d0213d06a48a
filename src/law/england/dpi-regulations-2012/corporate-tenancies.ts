import { dpiSchedule } from '../../citation.js';
import type { CorporateTenancyFacts } from '../../facts.js';
import { all, condition } from '../../truth.js';
import { hasBeneficialInterestInBody } from './body-interest.js';
import { BODY_IN_WHICH } from './definitions.js';
import { description } from './description.js';

export const corporateTenancies = description({
  id: 'england/dpi-regulations-2012/corporate-tenancies',
  citation: dpiSchedule('corporate tenancies'),
  question: 'Does the member know of a tenancy from the authority to a body the person has an interest in?',
  says: 'Schedule, corporate tenancies: any tenancy where, “to M’s knowledge”, the landlord is the relevant authority and the tenant is a body in which the relevant person has a beneficial interest.',
  definitions: [BODY_IN_WHICH],
  decide: (facts: CorporateTenancyFacts) =>
    all(
      condition('landlordIsTheAuthority', facts.landlordIsTheAuthority, 'landlord-not-the-authority'),
      hasBeneficialInterestInBody(facts.connections),
      condition('knownToMember', facts.knownToMember, 'not-known-to-member'),
    ),
});

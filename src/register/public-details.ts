import type { InterestDetails } from './details.js';

/** What a reader of the register needs, and no more: never whose it is, what it is worth to them, or whether it is home. */
const PUBLIC_FIELDS: Readonly<Record<InterestDetails['category'], readonly string[]>> = {
  employment: ['role', 'employer', 'companyNumber'],
  sponsorship: ['payer', 'towards', 'madeOn'],
  contracts: ['contractor', 'companyNumber', 'subject', 'valuePence'],
  land: ['address', 'postcode', 'natureOfInterest'],
  licences: ['address', 'postcode', 'from', 'to'],
  'corporate-tenancies': ['tenant', 'companyNumber', 'address', 'postcode'],
  securities: ['company', 'companyNumber'],
  'other-bodies': ['body', 'role', 'bodyNumber'],
  gifts: ['donor', 'what', 'valuePence', 'valueIs', 'offeredOn', 'accepted', 'reason'],
};

/** The part of an interest's details that the public may read. */
export function publicDetails(details: InterestDetails): InterestDetails {
  const shown = ['category', ...PUBLIC_FIELDS[details.category]];
  return Object.fromEntries(
    Object.entries(details).filter(([field]) => shown.includes(field)),
  ) as unknown as InterestDetails;
}

/** Does it include the member's usual residential address? */
export function includesHomeAddress(details: InterestDetails): boolean {
  return (details.category === 'land' || details.category === 'licences') && details.isHome === true;
}

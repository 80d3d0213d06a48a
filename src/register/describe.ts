import { moneyInWords } from '../wording/index.js';
import type { InterestDetails } from './details.js';

/** An interest in one line: what the register prints and what a briefing names. */
export function describeInterest(details: InterestDetails): string {
  switch (details.category) {
    case 'employment':
      return `${details.role}, ${details.employer}`;
    case 'sponsorship':
      return `${details.payer}, towards ${details.towards === 'election-expenses' ? 'election expenses' : 'expenses as a member'}`;
    case 'contracts':
      return `${details.contractor}: ${details.subject}`;
    case 'land':
      return `${details.natureOfInterest}: ${placeOf(details)}`;
    case 'licences':
      return `Licence to occupy ${placeOf(details)}`;
    case 'corporate-tenancies':
      return `${details.tenant}: tenancy of ${placeOf(details)}`;
    case 'securities':
      return `Shares or other securities of ${details.company}`;
    case 'other-bodies':
      return `${details.role}, ${details.body}`;
    case 'gifts':
      return `${details.what}, from ${details.donor}, ${details.valueIs === 'known' ? '' : 'about '}${moneyInWords(details.valuePence)}, ${details.accepted ? 'accepted' : 'refused'}`;
  }
}

/** The names and addresses in it, for matching against an agenda. */
export function namesAndAddresses(details: InterestDetails): { names: string[]; addresses: string[] } {
  switch (details.category) {
    case 'employment':
      return { names: [details.employer], addresses: [] };
    case 'sponsorship':
      return { names: [details.payer], addresses: [] };
    case 'contracts':
      return { names: [details.contractor], addresses: [] };
    case 'land':
    case 'licences':
      return { names: [], addresses: [placeOf(details)] };
    case 'corporate-tenancies':
      return { names: [details.tenant], addresses: [placeOf(details)] };
    case 'securities':
      return { names: [details.company], addresses: [] };
    case 'other-bodies':
      return { names: [details.body], addresses: [] };
    case 'gifts':
      return { names: [details.donor], addresses: [] };
  }
}

/** Whether two say the same, in whatever order their properties were written. */
export function sameDetails(a: InterestDetails, b: InterestDetails): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)]);
}

function placeOf(details: { address: string; postcode?: string }): string {
  return details.postcode === undefined ? details.address : `${details.address}, ${details.postcode}`;
}

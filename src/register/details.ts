import type { Category } from '../law/index.js';

/** The version of the shapes below; kept with every stored interest, so that a later shape can tell. */
export const DETAILS_VERSION = 1;

/** Employment, office, trade, profession or vocation carried on for profit or gain. */
export interface EmploymentDetails {
  readonly category: 'employment';
  /** The job, office, trade, profession or vocation: 'Site manager'. */
  readonly role: string;
  /** The employer or business; 'self-employed' where there is none. */
  readonly employer: string;
}

/** A payment or benefit towards the member's own expenses, in the last twelve months. */
export interface SponsorshipDetails {
  readonly category: 'sponsorship';
  readonly payer: string;
  readonly towards: 'expenses-as-a-member' | 'election-expenses';
  /** Civil date. */
  readonly madeOn: string;
}

/** A contract with the authority that is not fully discharged. */
export interface ContractDetails {
  readonly category: 'contracts';
  /** Who contracts with the authority: a person's own name is not needed. */
  readonly contractor: string;
  /** What is provided or done. */
  readonly subject: string;
}

/** A beneficial interest in land in the authority's area. */
export interface LandDetails {
  readonly category: 'land';
  readonly address: string;
  readonly postcode?: string;
  /** 'Owner', 'Tenant', 'Receives the rent'. */
  readonly natureOfInterest: string;
}

/** A licence to occupy land in the area for a month or longer. */
export interface LicenceDetails {
  readonly category: 'licences';
  readonly address: string;
  readonly postcode?: string;
  /** Civil dates; without `to` it runs on. */
  readonly from: string;
  readonly to?: string;
}

/** A tenancy whose landlord is the authority and whose tenant is a body in which there is a beneficial interest. */
export interface CorporateTenancyDetails {
  readonly category: 'corporate-tenancies';
  readonly tenant: string;
  readonly address: string;
  readonly postcode?: string;
}

/** Securities of a body with a place of business or land in the area, over the threshold. */
export interface SecuritiesDetails {
  readonly category: 'securities';
  readonly company: string;
  /** Companies House number, where known. */
  readonly companyNumber?: string;
  /** Which limb of the threshold is passed. */
  readonly over: 'nominal-25000' | 'one-hundredth-of-capital' | 'one-hundredth-of-a-class';
}

/** What a member says of one interest: typed by category, the same shape in drafts, notifications and entries. */
export type InterestDetails =
  | EmploymentDetails
  | SponsorshipDetails
  | ContractDetails
  | LandDetails
  | LicenceDetails
  | CorporateTenancyDetails
  | SecuritiesDetails;

/** The details of one category. */
export type DetailsOf<C extends Category> = Extract<InterestDetails, { category: C }>;

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
      return `${details.natureOfInterest}: ${place(details)}`;
    case 'licences':
      return `Licence to occupy ${place(details)}`;
    case 'corporate-tenancies':
      return `${details.tenant}: tenancy of ${place(details)}`;
    case 'securities':
      return `Shares or other securities of ${details.company}`;
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
      return { names: [], addresses: [place(details)] };
    case 'corporate-tenancies':
      return { names: [details.tenant], addresses: [place(details)] };
    case 'securities':
      return { names: [details.company], addresses: [] };
  }
}

/** Whether two say the same, in whatever order their properties were written. */
export function sameDetails(a: InterestDetails, b: InterestDetails): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(details: InterestDetails): [string, unknown][] {
  return Object.entries(details).sort(([a], [b]) => (a < b ? -1 : 1));
}

function place(details: { address: string; postcode?: string }): string {
  return details.postcode === undefined ? details.address : `${details.address}, ${details.postcode}`;
}

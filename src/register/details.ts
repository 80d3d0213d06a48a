import type { BodyConnection, RegisterCategory } from '../law/index.js';

/** The version of the shapes below; kept with every stored interest, so that a later shape can tell. */
export const DETAILS_VERSION = 2;

/**
 * What is optional here was not said, and is never assumed: where the law needs it, it says that it cannot tell.
 * Money is in whole pence, dates are civil dates.
 */

/** Employment, office, trade, profession or vocation. */
export interface EmploymentDetails {
  readonly category: 'employment';
  /** The job, office, trade, profession or vocation: 'Site manager'. */
  readonly role: string;
  /** The employer or business; 'self-employed' where there is none. */
  readonly employer: string;
  readonly companyNumber?: string;
  readonly forProfitOrGain?: boolean;
}

/** A payment or benefit towards the member's own expenses, in the last twelve months. */
export interface SponsorshipDetails {
  readonly category: 'sponsorship';
  readonly payer: string;
  readonly towards: 'expenses-as-a-member' | 'election-expenses';
  readonly madeOn: string;
  readonly amountPence?: number;
}

/** A contract with the authority. */
export interface ContractDetails {
  readonly category: 'contracts';
  /** Who contracts with the authority: a person's own name is not needed. */
  readonly contractor: string;
  readonly companyNumber?: string;
  /** What is provided or done. */
  readonly subject: string;
  readonly valuePence?: number;
  /** How the person is tied to the contractor; 'the-person' where they contract themselves. */
  readonly tie?: BodyConnection | 'the-person';
  readonly fullyDischarged?: boolean;
}

/** An interest in land. */
export interface LandDetails {
  readonly category: 'land';
  readonly address: string;
  readonly postcode?: string;
  /** HM Land Registry's, such as 'WR123456'. */
  readonly titleNumber?: string;
  /** Unique property reference number, up to twelve digits. */
  readonly uprn?: string;
  /** 'Owner', 'Tenant', 'Receives the rent'. */
  readonly natureOfInterest: string;
  /** What the interest gives. */
  readonly gives?: 'occupation' | 'income' | 'both' | 'neither';
  readonly inArea?: boolean;
  /** Is it the member's usual home? Kept back from the public where the law or the council says so. */
  readonly isHome?: boolean;
}

/** A licence to occupy land for a month or longer. */
export interface LicenceDetails {
  readonly category: 'licences';
  readonly address: string;
  readonly postcode?: string;
  /** Without `to` it runs on. */
  readonly from: string;
  readonly to?: string;
  readonly inArea?: boolean;
  readonly isHome?: boolean;
}

/** A tenancy whose landlord is the authority and whose tenant is a body to which the person is tied. */
export interface CorporateTenancyDetails {
  readonly category: 'corporate-tenancies';
  readonly tenant: string;
  readonly companyNumber?: string;
  readonly address: string;
  readonly postcode?: string;
  readonly tie?: BodyConnection;
}

/** Securities of a body. Nominal values, never market values. */
export interface SecuritiesDetails {
  readonly category: 'securities';
  readonly company: string;
  /** Companies House number, where known. */
  readonly companyNumber?: string;
  readonly bodyInArea?: boolean;
  /** All the securities held in the body. */
  readonly nominalHeldPence?: number;
  /** Of these, shares. */
  readonly sharesHeldPence?: number;
  /** The body's total issued share capital. */
  readonly issuedShareCapitalPence?: number;
  /** One class of shares that is held, where there is more than one class. */
  readonly shareClass?: { readonly name: string; readonly heldPence: number; readonly issuedPence: number };
}

/** A place in a body that a code of conduct has registered beside the Act. */
export interface OtherBodyDetails {
  readonly category: 'other-bodies';
  readonly body: string;
  /** 'Trustee', 'Member', 'Unpaid director'. */
  readonly role: string;
  /** Companies House or Charity Commission number. */
  readonly bodyNumber?: string;
  readonly sort?:
    | 'unpaid-directorship'
    | 'appointed-by-the-authority'
    | 'public-functions'
    | 'charitable'
    | 'influences-opinion'
    | 'something-else';
}

/** A gift, or hospitality, that was offered: accepted or refused. */
export interface GiftDetails {
  readonly category: 'gifts';
  readonly donor: string;
  readonly what: string;
  readonly valuePence: number;
  readonly valueIs: 'known' | 'an-estimate';
  /** The day of receipt; of the offer where it was refused. */
  readonly offeredOn: string;
  readonly accepted: boolean;
  /** Why it was accepted or refused. */
  readonly reason?: string;
  readonly asCouncillor?: boolean;
  /** For one that was refused. */
  readonly significant?: boolean;
}

/** What a member says of one interest: typed by category, the same shape in drafts, notifications and entries. */
export type InterestDetails =
  | EmploymentDetails
  | SponsorshipDetails
  | ContractDetails
  | LandDetails
  | LicenceDetails
  | CorporateTenancyDetails
  | SecuritiesDetails
  | OtherBodyDetails
  | GiftDetails;

/** The details of one category. */
export type DetailsOf<C extends RegisterCategory> = Extract<InterestDetails, { category: C }>;

/**
 * Details that an earlier version stored, as this one has them.
 * @throws for a version that this program does not know.
 */
export function upgraded(version: number, stored: unknown): InterestDetails {
  if (version === DETAILS_VERSION) return stored as InterestDetails;
  if (version !== 1) throw new Error(`Details of form ${version} cannot be read by this version.`);
  // The first form had the limit that a holding was said to be above, and no figures.
  const kept = Object.entries(stored as object).filter(([field]) => field !== 'over');
  return Object.fromEntries(kept) as unknown as InterestDetails;
}

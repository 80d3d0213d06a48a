import type { CivilDate } from './time/civil-date.js';

/**
 * What the law is told. A fact that nobody gave is absent (or undefined) and is never assumed: where it matters, the
 * answer is "cannot tell". `null` is a fact: it says that there is none.
 */
export type Facts<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** The seven subjects of the schedule to the DPI Regulations 2012. */
export type Category =
  'employment' | 'sponsorship' | 'contracts' | 'land' | 'licences' | 'corporate-tenancies' | 'securities';

/** A heading of the register: the seven, and what a code of conduct adds to them. */
export type RegisterCategory = Category | 'other-bodies' | 'gifts';

/** Whose interest: the member's own, or their spouse's, civil partner's or the person's they live with as such. */
export type HeldBy = 'self' | 'partner';

/**
 * How the person sits on the authority.
 * - member: elected or appointed
 * - co-opted: not a member, and entitled to vote on any question
 * - co-opted-education: a church or parent governor representative, who votes on education functions only
 * - co-opted-no-vote: no vote on anything
 */
export type Person = 'member' | 'co-opted' | 'co-opted-education' | 'co-opted-no-vote';

/** What one person has told the authority about one category, for themselves or for their partner. */
export interface InterestAnswer {
  readonly category: Category;
  readonly heldBy: HeldBy;
  /** 'nothing' is an answer. A category that nobody answered has no entry in the list: silence is not "nothing". */
  readonly answer: 'holds' | 'nothing';
  /** Is it entered in this authority's register? Another authority's register does not count. */
  readonly inRegister?: boolean | undefined;
  /** The London day on which the monitoring officer received it; null when it has not been received. */
  readonly receivedOn?: CivilDate | null | undefined;
}

/** One term of office and what was notified: the facts of s.30. */
export type TakingOfficeFacts = Facts<{
  person: Person;
  /** The legal day of becoming a member or co-opted member. */
  becameMemberOn: CivilDate;
  /** An earlier day from which some would count, such as polling day: used to chase, never to call anything late. */
  earlierArguableStart: CivilDate;
  /** Re-elected or re-appointed, with entries in the register that are still kept. */
  returning: boolean;
  /** Every answer given, of this term and of earlier ones, those since corrected or ended included. */
  answers: readonly InterestAnswer[];
  /** True when the answers are known to be all that the person holds, so that the other categories are "nothing". */
  nothingElse: boolean;
  /** The day the person left office; null while they hold it. */
  leftOfficeOn: CivilDate | null;
}>;

/** A way of being tied to a firm or a company. */
export type BodyConnection =
  'partner-in-firm' | 'director' | 'committee-of-management' | 'holds-securities' | 'employee' | 'other';

/** A class of shares and how much of it is held, both at nominal value. */
export interface ShareClass {
  readonly name: string;
  readonly heldPence: number;
  readonly issuedPence: number;
}

/** Whose interest it is, for s.30(3): 'someone-else' is anybody who is neither the member nor such a partner. */
export interface OwnerFacts {
  heldBy: HeldBy | 'someone-else';
  /** For a partner's interest: does the member know that the partner has it? */
  memberAware: boolean;
}

export type EmploymentFacts = Facts<OwnerFacts & { forProfitOrGain: boolean }>;

export type SponsorshipFacts = Facts<
  OwnerFacts & {
    fromTheAuthority: boolean;
    towards: 'expenses-as-a-member' | 'election-expenses' | 'something-else';
    madeOn: CivilDate;
    notificationGivenOn: CivilDate;
  }
>;

export type ContractFacts = Facts<
  OwnerFacts & {
    withTheAuthority: boolean;
    /** Who contracts with the authority: the person themselves, or a body they are tied to. */
    contractor: 'the-person' | 'a-body';
    /** Every tie to that body. An empty list says that there is none. */
    connections: readonly BodyConnection[];
    forGoodsServicesOrWorks: boolean;
    fullyDischarged: boolean;
  }
>;

export type LandFacts = Facts<
  OwnerFacts & {
    beneficialInterest: boolean;
    inArea: boolean;
    /** Alone or with others. */
    rightToOccupy: boolean;
    rightToIncome: boolean;
  }
>;

export type LicenceFacts = Facts<
  OwnerFacts & {
    inArea: boolean;
    licenceToOccupy: boolean;
    from: CivilDate;
    /** The inclusive last day; null when it runs on. */
    to: CivilDate | null;
  }
>;

export type CorporateTenancyFacts = Facts<
  OwnerFacts & {
    landlordIsTheAuthority: boolean;
    /** Every tie to the tenant. */
    connections: readonly BodyConnection[];
    knownToMember: boolean;
  }
>;

export type SecuritiesFacts = Facts<
  OwnerFacts & {
    /** False for money deposited with a building society. */
    areSecurities: boolean;
    /** Has the body a place of business or land in the authority's area? */
    bodyInArea: boolean;
    knownToMember: boolean;
    /** Nominal value of all the securities held in the body, in pence. */
    nominalHeldPence: number;
    /** Nominal value of the shares among them, in pence. */
    sharesHeldPence: number;
    /** Nominal value of the body's total issued share capital, in pence. */
    issuedShareCapitalPence: number;
    /** Every class in which shares are held, where there is more than one class; null when there is one class. */
    classes: readonly ShareClass[] | null;
  }
>;

/** The facts of one interest, by the category it is put forward under. */
export type InterestFacts =
  | ({ readonly category: 'employment' } & EmploymentFacts)
  | ({ readonly category: 'sponsorship' } & SponsorshipFacts)
  | ({ readonly category: 'contracts' } & ContractFacts)
  | ({ readonly category: 'land' } & LandFacts)
  | ({ readonly category: 'licences' } & LicenceFacts)
  | ({ readonly category: 'corporate-tenancies' } & CorporateTenancyFacts)
  | ({ readonly category: 'securities' } & SecuritiesFacts);

/** An interest of a person, as it meets a matter at a meeting. */
export type MeetingInterest = Facts<{
  /**
   * dpi: of a prescribed description. The rest only codes know: odi, an "other disclosable interest"; ori, an "other
   * registerable interest"; nri, a "non-registerable interest", of the member or of a relative or close associate.
   */
  kind: 'dpi' | 'odi' | 'other-body-membership' | 'ori' | 'nri';
  heldBy: HeldBy;
  /** For a partner's interest: does the member know that the partner has it? */
  memberAwareOfPartners: boolean;
  inRegister: boolean;
  /** Notified to the monitoring officer and not yet entered (s.31(11)). */
  pending: boolean;
  /** 'agreed' needs the member and the monitoring officer; a claim alone has no effect. */
  sensitive: 'no' | 'claimed' | 'agreed';
}>;

/** What kind of matter it is: carried by the agenda item, each confirmed, or absent while unknown. */
export type MatterFacts = Facts<{
  planningOrRegulatory: boolean;
  educationFunction: boolean;
  /** The business is deciding whether to grant a dispensation (s.33(4)). */
  decidesOnDispensation: boolean;
  /** Are members of the public allowed to speak on it at the meeting? */
  publicMaySpeak: boolean;
}>;

/** How a matter stands to an interest: it is about it, has clear implications for it, or neither. */
export type Relation = 'directly-relates' | 'affects' | 'neither';

export type Restriction = 'discussion' | 'vote';

/** A dispensation granted to the person, as it stands to this matter. */
export interface Dispensation {
  readonly id: string;
  readonly requestedInWriting?: boolean | undefined;
  readonly grantedOn?: CivilDate | undefined;
  readonly from?: CivilDate | undefined;
  /** The inclusive last day; null when the grant states none. */
  readonly to?: CivilDate | null | undefined;
  readonly coversThisMatter?: boolean | undefined;
  readonly relieves?: readonly Restriction[] | undefined;
}

/** One person, one interest, one matter, one meeting. The day is part of the question, so it is always given. */
export type MeetingFacts = { readonly meetingDate: CivilDate } & Facts<{
  person: Person;
  /** A meeting of the authority, its executive, or a committee, sub-committee or joint one: not a briefing. */
  formalMeeting: boolean;
  /** A meeting of the executive or of one of its committees, which s.31(5) counts among the committees. */
  ofTheExecutive: boolean;
  /** Present at any part of it, in the room or joined from elsewhere. */
  present: boolean;
  /** null: no interest is known or claimed. */
  interest: MeetingInterest | null;
  /** Leave it out where only a match of words speaks for it, and suppose it: see `Supposition`. */
  interestIsInTheMatter: boolean;
  memberAwareItIs: boolean;
  matter: MatterFacts;
  /** Does the matter affect the member's own pecuniary interests? */
  affectsPecuniaryInterests: boolean;
  /** Would it be seen as likely to prejudice their judgement of the public interest? */
  likelyToPrejudice: boolean;
  /** For codes that tell "directly relates" from "affects". */
  relation: Relation;
  /** Does it affect the interest more than it affects most inhabitants of the ward, or of the area it affects? */
  affectsMoreThanMajorityOfWard: boolean;
  /** Would a reasonable member of the public who knew the facts believe that it affects the member's view? */
  reasonablePublicWouldThinkViewAffected: boolean;
  /** Every dispensation the person has; an empty list says that there is none. */
  dispensations: readonly Dispensation[];
}>;

/**
 * Facts taken for granted to answer "if …": what is supposed is kept with the answer, and the words become
 * conditional ("If this item is about …").
 */
export type Supposition = Pick<
  MeetingFacts,
  'present' | 'interestIsInTheMatter' | 'memberAwareItIs' | 'relation'
>;

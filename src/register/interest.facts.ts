import {
  civilDate,
  type CivilDate,
  type england,
  type HeldBy,
  type InterestFacts,
  type ShareClass,
} from '../law/index.js';
import type {
  ContractDetails,
  GiftDetails,
  InterestDetails,
  LandDetails,
  OtherBodyDetails,
  SecuritiesDetails,
} from './details.js';

/** An interest under one of the seven prescribed descriptions. */
export type PrescribedDetails = Exclude<InterestDetails, OtherBodyDetails | GiftDetails>;

/** What is said of an interest from outside its details. */
interface Told {
  readonly heldBy: HeldBy;
  /** The day on which the notification is given. */
  readonly givenOn: CivilDate;
}

/**
 * The name of the class in the details of a body that has one class of shares only: the holding of the class is then
 * that of all the shares.
 */
export const ONLY_CLASS = 'the only class';

/**
 * What the law is told of an interest. Each category is asked about with a question that settles a few of its facts:
 * whoever answers "a contract with the council for goods, services or works" has said both. What was not said is left
 * out. Whoever writes a partner's interest down is aware of it.
 */
export function interestFacts(details: PrescribedDetails, { heldBy, givenOn }: Told): InterestFacts {
  const owner = { heldBy, memberAware: true };
  switch (details.category) {
    case 'employment':
      return { category: 'employment', ...owner, forProfitOrGain: details.forProfitOrGain };
    case 'sponsorship':
      return {
        ...{ category: 'sponsorship', ...owner, fromTheAuthority: false, towards: details.towards },
        ...{ madeOn: civilDate(details.madeOn), notificationGivenOn: givenOn },
      };
    case 'contracts':
      return {
        ...{ category: 'contracts', ...owner, withTheAuthority: true, forGoodsServicesOrWorks: true },
        ...contractor(details),
        fullyDischarged: details.fullyDischarged,
      };
    case 'land':
      return {
        ...{ category: 'land', ...owner, beneficialInterest: true, inArea: details.inArea },
        ...rightsIn(details),
      };
    case 'licences':
      return {
        ...{ category: 'licences', ...owner, licenceToOccupy: true, inArea: details.inArea },
        ...{ from: civilDate(details.from), to: details.to === undefined ? null : civilDate(details.to) },
      };
    case 'corporate-tenancies':
      return {
        ...{ category: 'corporate-tenancies', ...owner, landlordIsTheAuthority: true, knownToMember: true },
        connections: details.tie && [details.tie],
      };
    case 'securities':
      return {
        ...{ category: 'securities', ...owner, areSecurities: true, knownToMember: true },
        ...{ bodyInArea: details.bodyInArea, nominalHeldPence: details.nominalHeldPence },
        sharesHeldPence: details.sharesHeldPence,
        issuedShareCapitalPence: details.issuedShareCapitalPence,
        classes: classesOf(details),
      };
  }
}

function contractor({
  tie,
}: ContractDetails): Pick<Extract<InterestFacts, { category: 'contracts' }>, 'contractor' | 'connections'> {
  if (tie === undefined) return {};
  return tie === 'the-person' ? { contractor: tie } : { contractor: 'a-body', connections: [tie] };
}

function rightsIn({ gives }: LandDetails): { rightToOccupy?: boolean; rightToIncome?: boolean } {
  if (gives === undefined) return {};
  return {
    rightToOccupy: gives === 'occupation' || gives === 'both',
    rightToIncome: gives === 'income' || gives === 'both',
  };
}

/** Null where there is one class, or where nobody holds any shares at all; undefined while that was not said. */
function classesOf({
  shareClass,
  sharesHeldPence,
}: SecuritiesDetails): readonly ShareClass[] | null | undefined {
  if (shareClass === undefined) return sharesHeldPence === 0 ? null : undefined;
  return shareClass.name === ONLY_CLASS ? null : [shareClass];
}

/** What a code is told of a place in a body. Whoever has a role there is a member of it or in its management. */
export function bodyFacts({ sort }: OtherBodyDetails): england.BodyFacts {
  const place = { memberOrInControl: true };
  if (sort === undefined) return place;
  switch (sort) {
    case 'unpaid-directorship':
      return { ...place, unpaidDirector: true };
    case 'appointed-by-the-authority':
      return { ...place, nominatedByAuthority: true };
    case 'public-functions':
      return { ...place, functionsOfPublicNature: true };
    case 'charitable':
      return { ...place, charitablePurposes: true };
    case 'influences-opinion':
      return { ...place, influencesOpinion: true };
    case 'something-else':
      return {
        ...place,
        ...{ unpaidDirector: false, nominatedByAuthority: false, functionsOfPublicNature: false },
        ...{ charitablePurposes: false, influencesOpinion: false },
      };
  }
}

/**
 * What a code is told of a gift. `others`: the other gifts that were told of and are not in the register yet; those of
 * the same donor may add up with it.
 */
export function giftFacts(
  gift: GiftDetails,
  others: readonly GiftDetails[],
): Omit<england.GiftFacts, 'threshold'> {
  return {
    valuePence: gift.valuePence,
    fromSameDonorPence: fromSameDonorPence(gift, others),
    receivedAsCouncillor: gift.asCouncillor,
    accepted: gift.accepted,
    significant: gift.significant,
    receivedOn: civilDate(gift.offeredOn),
  };
}

/** What the same donor gave besides, in pence. What was refused, or given to them otherwise than as a councillor, was not. */
export function fromSameDonorPence(gift: GiftDetails, others: readonly GiftDetails[]): number {
  const name = donorOf(gift);
  return others
    .filter((other) => other.accepted && other.asCouncillor !== false && donorOf(other) === name)
    .reduce((sum, { valuePence }) => sum + valuePence, 0);
}

/** The name of a donor, so that capitals and spaces make no other donor of it. */
const donorOf = ({ donor }: GiftDetails): string =>
  donor.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();

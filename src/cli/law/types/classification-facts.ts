import { isPartner, type BodyConnection, type InterestFacts } from '../../../law/index.js';
import { day, group, listOf, oneOf, orNone, pence, words, yesNo, type FactsOf } from '../fact-kinds.js';
import { readHolder } from '../holders.js';
import { ordinaryUnless } from '../ordinary.js';
import { readTies } from '../ties.js';

const CATEGORIES = [
  'employment',
  'sponsorship',
  'contracts',
  'land',
  'licences',
  'corporate tenancies',
  'securities',
] as const;

export const SCHEMA = {
  amountPence: pence,
  asset: words,
  beneficialInterest: yesNo,
  bodyHasPlaceOfBusinessOrLandInArea: yesNo,
  category: oneOf(...CATEGORIES),
  classes: orNone(listOf(group({ name: words, nominalHeldPence: pence, classIssuedPence: pence }))),
  connectionToContractor: words,
  contractFullyDischarged: yesNo,
  contractParty: words,
  divorced: yesNo,
  from: day,
  heldBy: words,
  inArea: yesNo,
  knownToMember: yesNo,
  landlord: words,
  livingTogether: yesNo,
  location: words,
  marketValuePence: pence,
  memberAware: yesNo,
  nominalHeldPence: pence,
  notificationGivenOn: day,
  paid: yesNo,
  paidOn: day,
  payer: words,
  purpose: words,
  right: words,
  rightToIncome: yesNo,
  rightToOccupy: yesNo,
  role: words,
  tenant: words,
  to: orNone(day),
  totalIssuedShareCapitalPence: pence,
};
export type Given = FactsOf<typeof SCHEMA>;

/** The interest that is put forward; somebody employed by the contractor also holds the employment itself. */
export function interestsOf(given: Given, strict: boolean): readonly InterestFacts[] {
  const owner = ownerOf(given, strict);
  const employed = /\bemployee\b|\bemployed\b|(?<!un)\bpaid\b/i.test(given.connectionToContractor ?? '');
  const job = { category: 'employment', ...owner, forProfitOrGain: true } as const;
  return [interestOf(given, owner, strict), ...(employed ? [job] : [])];
}

type Owner = Pick<InterestFacts, 'heldBy' | 'memberAware'>;

function ownerOf({ category, heldBy, divorced, livingTogether, memberAware }: Given, strict: boolean): Owner {
  const aware = memberAware ?? (strict ? undefined : true);
  // Sponsorship is of the member's own expenses, so its purpose says whose it is.
  if (heldBy === undefined) return strict && category !== 'sponsorship' ? {} : { heldBy: 'self' };
  const holder = readHolder(heldBy);
  if (holder.heldBy !== 'partner') return { heldBy: holder.heldBy };
  const relation = isPartner({
    marriedOrInCivilPartnership: holder.married === true && divorced !== true,
    livesWithMemberAsCouple:
      livingTogether ?? holder.livesWithMember ?? (strict ? undefined : divorced !== true),
  });
  if (relation.is === 'unknown') return {};
  return relation.is === 'yes' ? { heldBy: 'partner', memberAware: aware } : { heldBy: 'someone-else' };
}

function interestOf(given: Given, owner: Owner, strict: boolean): InterestFacts {
  const usual = ordinaryUnless(strict);
  const known = usual(given.knownToMember, true);
  switch (given.category) {
    case 'sponsorship':
      return {
        category: 'sponsorship',
        ...owner,
        fromTheAuthority: given.payer === undefined ? usual(undefined, false) : isTheAuthority(given.payer),
        towards: purposeOf(given.purpose),
        madeOn: given.paidOn,
        notificationGivenOn: given.notificationGivenOn,
      };
    case 'contracts':
      return {
        category: 'contracts',
        ...owner,
        withTheAuthority:
          given.contractParty === undefined ? usual(undefined, true) : isTheAuthority(given.contractParty),
        contractor: contractorOf(given.connectionToContractor) ?? usual(undefined, 'the-person'),
        connections: readTies(given.connectionToContractor),
        forGoodsServicesOrWorks: true,
        fullyDischarged: given.contractFullyDischarged,
      };
    case 'land':
      return {
        category: 'land',
        ...owner,
        beneficialInterest: usual(given.beneficialInterest, true),
        // A place that is named may be in the area or not.
        inArea: given.location === undefined ? usual(given.inArea, true) : given.inArea,
        // Land itself may be occupied; only of a right over it must that be said.
        rightToOccupy: given.rightToOccupy ?? (given.right === undefined ? true : undefined),
        rightToIncome: given.rightToIncome ?? (given.right === undefined ? false : undefined),
      };
    case 'licences':
      return {
        category: 'licences',
        ...owner,
        inArea: usual(given.inArea, true),
        licenceToOccupy: true,
        from: given.from,
        to: given.to,
      };
    case 'corporate tenancies':
      return {
        category: 'corporate-tenancies',
        ...owner,
        landlordIsTheAuthority:
          given.landlord === undefined ? usual(undefined, true) : isTheAuthority(given.landlord),
        connections: tiesToTenant(given),
        knownToMember: known,
      };
    case 'securities':
      return {
        category: 'securities',
        ...owner,
        areSecurities: isSecurity(given.asset),
        bodyInArea: usual(given.bodyHasPlaceOfBusinessOrLandInArea, true),
        knownToMember: known,
        nominalHeldPence: given.nominalHeldPence,
        sharesHeldPence: sharesOf(given),
        issuedShareCapitalPence: given.totalIssuedShareCapitalPence,
        classes: given.classes ? classesOf(given.classes) : usual(given.classes, null),
      };
    default:
      return { category: 'employment', ...owner, forProfitOrGain: given.paid };
  }
}

/** A sole trader is the contractor themselves; anybody else who is tied to it stands behind a body. */
function contractorOf(connection: string | undefined): 'the-person' | 'a-body' | undefined {
  if (connection === undefined) return undefined;
  return /\bsole trader\b|\bthemselves\b|\bself.employed\b/i.test(connection) ? 'the-person' : 'a-body';
}

/** The tenant's name may carry the tie, and so may the role of the person in it. */
function tiesToTenant({ role, tenant }: Given): readonly BodyConnection[] | undefined {
  const [byRole, byTenant] = [readTies(role), readTies(tenant)];
  return byRole === undefined && byTenant === undefined
    ? undefined
    : [...(byRole ?? []), ...(byTenant ?? [])];
}

/** Undefined for a council that the case does not call the authority: it may be another one. */
function isTheAuthority(text: string | undefined): boolean | undefined {
  if (text === undefined) return undefined;
  if (/^((the|this|own|our) )?(relevant |own )?(authority|council)( itself)?$/i.test(text.trim()))
    return true;
  if (/\b(another|other|neighbouring|different)\b/i.test(text)) return false;
  return /\b(authority|council)\b/i.test(text) ? undefined : false;
}

function purposeOf(
  text: string | undefined,
): 'expenses-as-a-member' | 'election-expenses' | 'something-else' | undefined {
  if (text === undefined) return undefined;
  if (/\b(another|other) (candidate|member|councillor)|\b(spouse|party)\b/i.test(text))
    return 'something-else';
  if (/\belection expenses\b/i.test(text)) return 'election-expenses';
  if (/\bexpenses\b.*\b(member|councillor|duties|office)\b/i.test(text)) return 'expenses-as-a-member';
  return /\b(expenses|costs)\b/i.test(text) ? undefined : 'something-else';
}

/** Money on deposit is no security, with a building society or a bank. */
function isSecurity(asset: string | undefined): boolean {
  return !/\b(building society|deposit|cash|savings account|current account)\b/i.test(asset ?? '');
}

/** Debentures, bonds and loan stock are securities, and no part of the share capital. */
function sharesOf({ asset, nominalHeldPence }: Given): number | undefined {
  return /\b(debentures?|bonds?|loan stock|loan notes?)\b/i.test(asset ?? '') ? 0 : nominalHeldPence;
}

/** A class of which a figure is missing leaves open whether any class is over the limit. */
function classesOf(classes: NonNullable<Given['classes']>): ClassesOfShares {
  const whole = classes.flatMap(({ name = '', nominalHeldPence, classIssuedPence }) =>
    nominalHeldPence === undefined || classIssuedPence === undefined
      ? []
      : [{ name, heldPence: nominalHeldPence, issuedPence: classIssuedPence }],
  );
  return whole.length === classes.length ? whole : undefined;
}

type ClassesOfShares = Extract<InterestFacts, { category: 'securities' }>['classes'];

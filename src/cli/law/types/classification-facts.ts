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
        fromTheAuthority: usual(isTheAuthority(given.payer), false),
        towards: purposeOf(given.purpose),
        madeOn: given.paidOn,
        notificationGivenOn: given.notificationGivenOn,
      };
    case 'contracts':
      return {
        category: 'contracts',
        ...owner,
        withTheAuthority: usual(isTheAuthority(given.contractParty), true),
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
        inArea: usual(given.inArea, true),
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
        landlordIsTheAuthority: usual(isTheAuthority(given.landlord), true),
        connections: tiesToTenant(given),
        knownToMember: known,
      };
    case 'securities':
      return {
        category: 'securities',
        ...owner,
        areSecurities: !/building society/i.test(given.asset ?? ''),
        bodyInArea: usual(given.bodyHasPlaceOfBusinessOrLandInArea, true),
        knownToMember: known,
        nominalHeldPence: given.nominalHeldPence,
        sharesHeldPence: given.nominalHeldPence,
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

function isTheAuthority(text: string | undefined): boolean | undefined {
  return text === undefined ? undefined : /^(the )?((relevant )?authority|council)$/i.test(text);
}

function purposeOf(
  text: string | undefined,
): 'expenses-as-a-member' | 'election-expenses' | 'something-else' | undefined {
  if (text === undefined) return undefined;
  if (/\b(another|other) (candidate|member|councillor)|\b(spouse|party)\b/i.test(text))
    return 'something-else';
  if (/\belection expenses\b/i.test(text)) return 'election-expenses';
  return /\bexpenses (as|in carrying out|of being)\b/i.test(text) ? 'expenses-as-a-member' : 'something-else';
}

function classesOf(
  classes: NonNullable<Given['classes']>,
): Extract<InterestFacts, { category: 'securities' }>['classes'] {
  return classes.flatMap(({ name = '', nominalHeldPence, classIssuedPence }) =>
    nominalHeldPence === undefined || classIssuedPence === undefined
      ? []
      : [{ name, heldPence: nominalHeldPence, issuedPence: classIssuedPence }],
  );
}

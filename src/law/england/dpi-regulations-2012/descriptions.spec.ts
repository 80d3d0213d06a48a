import { describe, expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import type { Case } from '../../case-table.js';
import type { InterestFacts } from '../../facts.js';
import { civilDate } from '../../time/civil-date.js';
import { englishRulebook } from '../rulebook.js';
import type { Prescribed, Rulebook } from '../../rulebook.js';

const NO_CODE = { jurisdiction: 'england', codes: [], standingOrdersExclude: [] } as const;
const book = englishRulebook(NO_CODE, civilDate('2021-05-20')) as Rulebook;

/** Whether it is a DPI and the point that says why; or the first question to ask. */
function summary({ finding }: Prescribed): string {
  if (finding.kind === 'cannot-tell') return `? ${finding.question}`;
  return `${finding.value ? 'yes' : 'no'}: ${finding.reasons[0]?.point ?? ''}`;
}

type Cases = readonly Case<InterestFacts, string>[];

const self = { heldBy: 'self' } as const;
const job = { category: 'employment', ...self, forProfitOrGain: true } as const;
const EMPLOYMENT: Cases = [
  { name: 'a paid job', facts: job, expected: 'yes: prescribed' },
  {
    name: 'an unpaid trustee',
    facts: { ...job, forProfitOrGain: false },
    expected: 'no: not-for-profit-or-gain',
  },
  {
    name: 'paid or not is not known',
    facts: { ...job, forProfitOrGain: undefined },
    expected: '? forProfitOrGain',
  },
  {
    name: 'a partner’s job that the member knows of',
    facts: { ...job, heldBy: 'partner', memberAware: true },
    expected: 'yes: prescribed',
  },
  {
    name: 'a partner’s job that the member does not know of',
    facts: { ...job, heldBy: 'partner', memberAware: false },
    expected: 'no: member-not-aware-of-partners',
  },
  {
    name: 'a daughter’s job',
    facts: { ...job, heldBy: 'someone-else' },
    expected: 'no: nobody-elses-interests-count',
  },
];

const gift = {
  category: 'sponsorship',
  ...self,
  fromTheAuthority: false,
  towards: 'election-expenses',
  madeOn: civilDate('2021-04-20'),
  notificationGivenOn: civilDate('2021-05-20'),
} as const;
const SPONSORSHIP: Cases = [
  { name: 'a payment to election expenses', facts: gift, expected: 'yes: prescribed' },
  {
    name: 'towards expenses as a member',
    facts: { ...gift, towards: 'expenses-as-a-member' },
    expected: 'yes: prescribed',
  },
  {
    name: 'towards something else',
    facts: { ...gift, towards: 'something-else' },
    expected: 'no: not-towards-such-expenses',
  },
  {
    name: 'from the authority',
    facts: { ...gift, fromTheAuthority: true },
    expected: 'no: paid-by-the-authority',
  },
  {
    name: 'on the first day of the twelve months',
    facts: { ...gift, madeOn: civilDate('2020-05-21') },
    expected: 'yes: prescribed',
  },
  {
    name: 'a day before them',
    facts: { ...gift, madeOn: civilDate('2020-05-20') },
    expected: 'no: outside-the-twelve-months',
  },
  {
    name: 'on the day of the notification',
    facts: { ...gift, madeOn: civilDate('2021-05-20') },
    expected: 'yes: prescribed',
  },
  {
    name: 'a day after it',
    facts: { ...gift, madeOn: civilDate('2021-05-21') },
    expected: 'no: outside-the-twelve-months',
  },
  {
    name: 'of a partner',
    facts: { ...gift, heldBy: 'partner', memberAware: true },
    expected: 'no: sponsorship-is-the-members-own',
  },
  { name: 'on an unknown day', facts: { ...gift, madeOn: undefined }, expected: '? madeOn' },
  {
    name: 'for a notification not given yet',
    facts: { ...gift, notificationGivenOn: undefined },
    expected: '? notificationGivenOn',
  },
];

const contract = {
  category: 'contracts',
  ...self,
  withTheAuthority: true,
  contractor: 'the-person',
  forGoodsServicesOrWorks: true,
  fullyDischarged: false,
} as const;
const viaBody = { ...contract, contractor: 'a-body' } as const;
const CONTRACTS: Cases = [
  { name: 'the person’s own', facts: contract, expected: 'yes: prescribed' },
  {
    name: 'with somebody else',
    facts: { ...contract, withTheAuthority: false },
    expected: 'no: not-with-the-authority',
  },
  {
    name: 'fully discharged',
    facts: { ...contract, fullyDischarged: true },
    expected: 'no: fully-discharged',
  },
  {
    name: 'not for goods, services or works',
    facts: { ...contract, forGoodsServicesOrWorks: false },
    expected: 'no: not-goods-services-or-works',
  },
  {
    name: 'of their firm',
    facts: { ...viaBody, connections: ['partner-in-firm'] },
    expected: 'yes: prescribed',
  },
  {
    name: 'of a company they direct',
    facts: { ...viaBody, connections: ['director'] },
    expected: 'yes: prescribed',
  },
  {
    name: 'of a society they help to manage',
    facts: { ...viaBody, connections: ['committee-of-management'] },
    expected: 'yes: prescribed',
  },
  {
    name: 'of a company they hold one share in',
    facts: { ...viaBody, connections: ['other', 'holds-securities'] },
    expected: 'yes: prescribed',
  },
  {
    name: 'of their employer',
    facts: { ...viaBody, connections: ['employee'] },
    expected: 'no: no-beneficial-interest-in-body',
  },
  {
    name: 'of a body they have no tie to',
    facts: { ...viaBody, connections: [] },
    expected: 'no: no-beneficial-interest-in-body',
  },
  { name: 'of a body, the tie unknown', facts: viaBody, expected: '? connections' },
  { name: 'of whom is not known', facts: { ...contract, contractor: undefined }, expected: '? contractor' },
];

const home = {
  category: 'land',
  ...self,
  inArea: true,
  beneficialInterest: true,
  rightToOccupy: true,
  rightToIncome: false,
} as const;
const LAND: Cases = [
  { name: 'a home in the area', facts: home, expected: 'yes: prescribed' },
  { name: 'a home elsewhere', facts: { ...home, inArea: false }, expected: 'no: outside-the-area' },
  {
    name: 'a bare right of way',
    facts: { ...home, rightToOccupy: false },
    expected: 'no: no-right-to-occupy-or-income',
  },
  {
    name: 'a right that yields income',
    facts: { ...home, rightToOccupy: false, rightToIncome: true },
    expected: 'yes: prescribed',
  },
  {
    name: 'held for somebody else',
    facts: { ...home, beneficialInterest: false },
    expected: 'no: no-beneficial-interest-in-land',
  },
  {
    name: 'with occupation unknown and no income',
    facts: { ...home, rightToOccupy: undefined },
    expected: '? rightToOccupy',
  },
];

const licence = {
  category: 'licences',
  ...self,
  inArea: true,
  licenceToOccupy: true,
  from: civilDate('2024-03-01'),
  to: civilDate('2024-03-31'),
} as const;
const LICENCES: Cases = [
  { name: 'of a calendar month', facts: licence, expected: 'yes: prescribed' },
  {
    name: 'of a day less',
    facts: { ...licence, to: civilDate('2024-03-30') },
    expected: 'no: shorter-than-a-month',
  },
  { name: 'that runs on', facts: { ...licence, to: null }, expected: 'yes: prescribed' },
  {
    name: 'to do something other than occupy',
    facts: { ...licence, licenceToOccupy: false },
    expected: 'no: not-a-licence-to-occupy',
  },
  { name: 'of land elsewhere', facts: { ...licence, inArea: false }, expected: 'no: outside-the-area' },
  { name: 'with an unknown start', facts: { ...licence, from: undefined }, expected: '? from' },
  { name: 'with an unknown end', facts: { ...licence, to: undefined }, expected: '? to' },
];

const tenancy = {
  category: 'corporate-tenancies',
  ...self,
  landlordIsTheAuthority: true,
  connections: ['director'],
  knownToMember: true,
} as const;
const TENANCIES: Cases = [
  { name: 'to a company they direct', facts: tenancy, expected: 'yes: prescribed' },
  {
    name: 'that the member does not know of',
    facts: { ...tenancy, knownToMember: false },
    expected: 'no: not-known-to-member',
  },
  {
    name: 'from another landlord',
    facts: { ...tenancy, landlordIsTheAuthority: false },
    expected: 'no: landlord-not-the-authority',
  },
  {
    name: 'to a body they only work for',
    facts: { ...tenancy, connections: ['employee'] },
    expected: 'no: no-beneficial-interest-in-body',
  },
  {
    name: 'known or not is not known',
    facts: { ...tenancy, knownToMember: undefined },
    expected: '? knownToMember',
  },
];

const shares = {
  category: 'securities',
  ...self,
  areSecurities: true,
  bodyInArea: true,
  knownToMember: true,
  nominalHeldPence: 10_000,
  sharesHeldPence: 10_000,
  issuedShareCapitalPence: 1_000_000,
  classes: null,
} as const;
const SECURITIES: Cases = [
  { name: 'exactly one hundredth of the capital', facts: shares, expected: 'no: below-the-thresholds' },
  {
    name: 'a penny more than one hundredth',
    facts: { ...shares, sharesHeldPence: 10_001 },
    expected: 'yes: prescribed',
  },
  {
    name: 'exactly £25,000 in a large company',
    facts: {
      ...shares,
      nominalHeldPence: 2_500_000,
      sharesHeldPence: 2_500_000,
      issuedShareCapitalPence: 1_000_000_000,
    },
    expected: 'no: below-the-thresholds',
  },
  {
    name: 'a penny more than £25,000, the capital unknown',
    facts: { ...shares, nominalHeldPence: 2_500_001, issuedShareCapitalPence: undefined, classes: undefined },
    expected: 'yes: prescribed',
  },
  {
    name: 'more than one hundredth of one class though not of the whole',
    facts: {
      ...shares,
      sharesHeldPence: 2_001,
      classes: [
        { name: 'A', heldPence: 0, issuedPence: 800_000 },
        { name: 'B', heldPence: 2_001, issuedPence: 200_000 },
      ],
    },
    expected: 'yes: prescribed',
  },
  {
    name: 'exactly one hundredth of a class',
    facts: {
      ...shares,
      sharesHeldPence: 2_000,
      classes: [{ name: 'B', heldPence: 2_000, issuedPence: 200_000 }],
    },
    expected: 'no: below-the-thresholds',
  },
  {
    name: 'a building society account',
    facts: { ...shares, areSecurities: false },
    expected: 'no: not-securities',
  },
  {
    name: 'in a body with nothing in the area',
    facts: { ...shares, bodyInArea: false },
    expected: 'no: body-not-in-area',
  },
  {
    name: 'in a body that the member does not know to be there',
    facts: { ...shares, knownToMember: false },
    expected: 'no: not-known-to-member',
  },
  {
    name: 'below by all that is known, the classes unknown',
    facts: { ...shares, classes: undefined },
    expected: '? classes',
  },
  {
    name: 'the capital unknown',
    facts: { ...shares, issuedShareCapitalPence: undefined },
    expected: '? issuedShareCapitalPence',
  },
];

const tables: readonly (readonly [string, Cases])[] = [
  ['Employment', EMPLOYMENT],
  ['Sponsorship', SPONSORSHIP],
  ['Contracts', CONTRACTS],
  ['Land', LAND],
  ['Licences', LICENCES],
  ['Corporate tenancies', TENANCIES],
  ['Securities', SECURITIES],
];
for (const [title, cases] of tables) {
  caseTable({
    title,
    decide: (facts: InterestFacts) => book.prescribed(facts),
    summary,
    cases,
    always: ['category'],
  });
}

describe('Amounts that cannot be', () => {
  it.each([
    ['nominalHeldPence', -1],
    ['sharesHeldPence', 0.5],
    ['issuedShareCapitalPence', Number.NaN],
  ])('%s of %p is refused by name', (field, pence) => {
    expect(() => book.prescribed({ ...shares, [field]: pence })).toThrow(
      `${field} must be a whole number of pence`,
    );
  });
});

import { contracts } from './contracts.js';
import { COUNTS, casesOf, not, waitsFor } from './prescribed-cases.js';
import type { DescriptionCases } from './prescribed-cases.js';

const contract = {
  category: 'contracts',
  heldBy: 'self',
  withTheAuthority: true,
  contractor: 'the-person',
  forGoodsServicesOrWorks: true,
  fullyDischarged: false,
} as const;
const viaBody = { ...contract, contractor: 'a-body' } as const;
const CASES: DescriptionCases = [
  { name: 'the person’s own', facts: contract, expected: COUNTS },
  {
    name: 'with somebody else',
    facts: { ...contract, withTheAuthority: false },
    expected: not('not-with-the-authority'),
  },
  {
    name: 'fully discharged',
    facts: { ...contract, fullyDischarged: true },
    expected: not('fully-discharged'),
  },
  {
    name: 'not for goods, services or works',
    facts: { ...contract, forGoodsServicesOrWorks: false },
    expected: not('not-goods-services-or-works'),
  },
  {
    name: 'of their firm',
    facts: { ...viaBody, connections: ['partner-in-firm'] },
    expected: COUNTS,
  },
  {
    name: 'of a company they direct',
    facts: { ...viaBody, connections: ['director'] },
    expected: COUNTS,
  },
  {
    name: 'of a society they help to manage',
    facts: { ...viaBody, connections: ['committee-of-management'] },
    expected: COUNTS,
  },
  {
    name: 'of a company they hold one share in',
    facts: { ...viaBody, connections: ['other', 'holds-securities'] },
    expected: COUNTS,
  },
  {
    name: 'of their employer',
    facts: { ...viaBody, connections: ['employee'] },
    expected: not('no-beneficial-interest-in-body'),
  },
  {
    name: 'of a body they have no tie to',
    facts: { ...viaBody, connections: [] },
    expected: not('no-beneficial-interest-in-body'),
  },
  { name: 'of a body, the tie unknown', facts: viaBody, expected: waitsFor('connections') },
  {
    name: 'of whom is not known',
    facts: { ...contract, contractor: undefined },
    expected: waitsFor('contractor'),
  },
];

export const CONTRACT_CASES = casesOf(contracts, 'A contract', CASES);

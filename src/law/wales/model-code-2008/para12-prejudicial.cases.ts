import type { CaseTable } from '../../case-table.js';
import type { Finding } from '../../conclusion.js';
import { para10 } from './para10-personal-interest.js';
import { exemptInShort } from './para12-exemptions.cases.js';
import { para12 } from './para12-prejudicial.js';
import type { PrejudiceFacts } from './para12-prejudicial.js';

const significant = {
  personalInterest: true,
  likelyToPrejudice: true,
  business: 'other',
} as const satisfies PrejudiceFacts;
const tenant = {
  business: 'housing',
  isCouncilTenant: true,
  rentArrearsOverTwoMonths: false,
  relatesParticularlyToOwnTenancy: false,
} as const satisfies PrejudiceFacts;

export const PREJUDICIAL_CASES: CaseTable<PrejudiceFacts, Finding<boolean>, readonly string[]> = {
  title: 'Wales: when a personal interest is prejudicial',
  rules: [para12.id, para10.id],
  columns: ['Prejudicial', 'Why'],
  decide: (facts) => para12.decide(facts, para12.inForceFrom),
  summary: exemptInShort,
  cases: [
    {
      name: 'a significant one in business that is not exempt',
      facts: significant,
      expected: ['true', 'wales-not-exempt-business'],
    },
    {
      name: 'one that the public would not think significant',
      facts: { ...significant, likelyToPrejudice: false },
      expected: ['false', 'wales-not-significant'],
    },
    {
      name: 'no personal interest',
      facts: { ...significant, personalInterest: false },
      expected: ['false', 'wales-no-personal-interest'],
    },
    {
      name: 'a council tenant without arrears and housing generally, whatever else is not known',
      facts: tenant,
      expected: ['false', 'wales-exempt-business'],
    },
    {
      name: 'a significant one in exempt business',
      facts: { ...significant, ...tenant },
      expected: ['false', 'wales-exempt-business'],
    },
    {
      name: 'a tenant in arrears, where the public would think it significant',
      facts: { ...significant, ...tenant, rentArrearsOverTwoMonths: true },
      expected: ['true', 'wales-rent-arrears'],
    },
    {
      name: 'a tenant in arrears, and what the public would think is not known',
      facts: { ...tenant, personalInterest: true, rentArrearsOverTwoMonths: true },
      expected: ['? likelyToPrejudice', ''],
    },
    {
      name: 'whether there is a personal interest is not known',
      facts: { ...significant, personalInterest: undefined },
      expected: ['? personalInterest', ''],
    },
    {
      name: 'a significant one in business of a sort that is not known',
      facts: { ...significant, business: undefined },
      expected: ['? business.sort', ''],
    },
    {
      name: 'the sort of business does not matter where it is not significant',
      facts: { personalInterest: true, likelyToPrejudice: false },
      expected: ['false', 'wales-not-significant'],
    },
    {
      name: 'judged already to be prejudicial',
      facts: { prejudicial: true },
      expected: ['true', 'wales-prejudicial'],
    },
    {
      name: 'judged already not to be',
      facts: { personalInterest: true, prejudicial: false },
      expected: ['false', 'wales-not-prejudicial'],
    },
    { name: 'nothing is known', facts: {}, expected: ['? personalInterest', ''] },
  ],
};

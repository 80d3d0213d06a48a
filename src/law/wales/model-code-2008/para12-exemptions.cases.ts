import type { CaseTable } from '../../case-table.js';
import type { Finding } from '../../conclusion.js';
import { findingInShort } from '../../finding-in-short.js';
import type { ExemptionFacts } from './exemption.js';
import { para12_3 } from './exemption.js';
import { EXEMPTIONS, para12_2 } from './para12-2-exemptions.js';

/** The answer, and why. */
export function exemptInShort(finding: Finding<boolean>): readonly string[] {
  return [findingInShort(finding), finding.kind === 'cannot-tell' ? '' : (finding.reasons[0]?.point ?? '')];
}

const tenant = {
  business: 'housing',
  isCouncilTenant: true,
  rentArrearsOverTwoMonths: false,
  relatesParticularlyToOwnTenancy: false,
} as const satisfies ExemptionFacts;
const family = {
  business: 'school-meals-and-travel',
  isPupilsParentOrGuardian: true,
  relatesParticularlyToTheSchool: false,
} as const satisfies ExemptionFacts;
const grant = {
  business: 'community-grant',
  authorityKind: 'community',
  grantPence: 50_000,
} as const satisfies ExemptionFacts;
const governor = {
  business: 'school-governor',
  determinesApproval: false,
  relatesParticularlyToTheSchool: false,
} as const satisfies ExemptionFacts;

const EXEMPT = ['true', 'wales-exempt-business'];
const common = {
  rules: [para12_2.id, para12_3.id, ...EXEMPTIONS.map(({ id }) => id)],
  columns: ['Exempt', 'Why'],
  decide: (facts: ExemptionFacts) => para12_2.decide(facts, para12_2.inForceFrom),
  summary: exemptInShort,
};

export const SERVICE_EXEMPTION_CASES: CaseTable<ExemptionFacts, Finding<boolean>, readonly string[]> = {
  ...common,
  title: 'Wales: business that is exempt because it is about a service',
  cases: [
    { name: 'a council tenant without arrears and housing generally', facts: tenant, expected: EXEMPT },
    {
      name: 'a tenant more than two months behind with the rent',
      facts: { ...tenant, rentArrearsOverTwoMonths: true },
      expected: ['false', 'wales-rent-arrears'],
    },
    {
      name: 'a tenant whose own tenancy it is about',
      facts: { ...tenant, relatesParticularlyToOwnTenancy: true },
      expected: ['false', 'wales-own-tenancy'],
    },
    {
      name: 'somebody who is not a tenant',
      facts: { ...tenant, isCouncilTenant: false },
      expected: ['false', 'wales-not-a-tenant'],
    },
    {
      name: 'whether they are a tenant is not known',
      facts: { ...tenant, isCouncilTenant: undefined },
      expected: ['? isCouncilTenant', ''],
    },
    {
      name: 'whether there are arrears is not known',
      facts: { ...tenant, rentArrearsOverTwoMonths: undefined },
      expected: ['? rentArrearsOverTwoMonths', ''],
    },
    {
      name: 'whether it is about their own tenancy is not known',
      facts: { ...tenant, relatesParticularlyToOwnTenancy: undefined },
      expected: ['? relatesParticularlyToOwnTenancy', ''],
    },
    {
      name: 'arrears settle it, whatever it is about',
      facts: { ...tenant, rentArrearsOverTwoMonths: true, relatesParticularlyToOwnTenancy: undefined },
      expected: ['false', 'wales-rent-arrears'],
    },
    {
      name: 'a tenant keeps the exemption where a licence is decided: only the exemptions of (2)(a) lose it',
      facts: { ...tenant, determinesApproval: true },
      expected: EXEMPT,
    },
    { name: 'a parent and school meals generally', facts: family, expected: EXEMPT },
    {
      name: 'a parent and the school of their child',
      facts: { ...family, relatesParticularlyToTheSchool: true },
      expected: ['false', 'wales-own-school'],
    },
    {
      name: 'somebody with no child at school',
      facts: { ...family, isPupilsParentOrGuardian: false },
      expected: ['false', 'wales-no-pupil'],
    },
    {
      name: 'whether it is about that school is not known',
      facts: { ...family, relatesParticularlyToTheSchool: undefined },
      expected: ['? relatesParticularlyToTheSchool', ''],
    },
    {
      name: 'sick pay and somebody who receives it',
      facts: { business: 'statutory-sick-pay', entitledToSickPay: true },
      expected: EXEMPT,
    },
    {
      name: 'sick pay and somebody who has no right to it',
      facts: { business: 'statutory-sick-pay', entitledToSickPay: false },
      expected: ['false', 'wales-no-sick-pay'],
    },
    {
      name: 'sick pay and somebody of whom that is not known',
      facts: { business: 'statutory-sick-pay' },
      expected: ['? entitledToSickPay', ''],
    },
    { name: 'members’ allowances', facts: { business: 'allowances' }, expected: EXEMPT },
    { name: 'a grant of £500 by a community council', facts: grant, expected: EXEMPT },
    {
      name: 'a grant of a penny more',
      facts: { ...grant, grantPence: 50_001 },
      expected: ['false', 'wales-grant-over-limit'],
    },
    {
      name: 'the same grant by a county council',
      facts: { ...grant, authorityKind: 'county' },
      expected: ['false', 'wales-not-a-community-council'],
    },
    {
      name: 'a grant of an amount that is not known',
      facts: { ...grant, grantPence: undefined },
      expected: ['? grantPence', ''],
    },
    {
      name: 'business of another sort',
      facts: { ...tenant, business: 'other' },
      expected: ['false', 'wales-not-exempt-business'],
    },
    {
      name: 'business of a sort that is not known',
      facts: { ...tenant, business: undefined },
      expected: ['? business.sort', ''],
    },
  ],
};

export const BODY_EXEMPTION_CASES: CaseTable<ExemptionFacts, Finding<boolean>, readonly string[]> = {
  ...common,
  title: 'Wales: business that is exempt because it is about another body',
  cases: [
    ...(['another-authority', 'public-body', 'body-by-appointment', 'local-health-board'] as const).flatMap(
      (business) => [
        { name: `${business}, in general`, facts: { business, determinesApproval: false }, expected: EXEMPT },
        {
          name: `${business}, where an approval or licence is decided`,
          facts: { business, determinesApproval: true },
          expected: ['false', 'wales-approval-or-licence'],
        },
        {
          name: `${business}, and whether an approval or licence is decided is not known`,
          facts: { business },
          expected: ['? determinesApproval', ''],
        },
      ],
    ),
    { name: 'a school governor and schools in general', facts: governor, expected: EXEMPT },
    {
      name: 'a school governor and their own school',
      facts: { ...governor, relatesParticularlyToTheSchool: true },
      expected: ['false', 'wales-own-school'],
    },
    {
      name: 'a school governor and a licence',
      facts: { ...governor, determinesApproval: true },
      expected: ['false', 'wales-approval-or-licence'],
    },
    {
      name: 'a school governor, and whether it is about their own school is not known',
      facts: { ...governor, relatesParticularlyToTheSchool: undefined },
      expected: ['? relatesParticularlyToTheSchool', ''],
    },
  ],
};

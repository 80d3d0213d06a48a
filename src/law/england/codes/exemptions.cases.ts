import type { Case, CaseTable } from '../../case-table.js';
import { findingInShort, whyInShort } from '../../finding-in-short.js';
import { civilDate } from '../../time/civil-date.js';
import { exemptionFor } from './exemptions.js';
import type { ExemptionAnswer, ExemptionFacts } from './exemptions.js';
import type { Exemption } from './parameters.js';

const EVERY: readonly Exemption[] = [
  'council-housing-tenant',
  'school-meals-or-transport',
  'statutory-sick-pay',
  'members-allowances',
  'ceremonial-honours',
  'setting-council-tax',
];

const allowances = {
  kind: 'nri',
  business: 'members-allowances',
  adopted: ['members-allowances', 'council-housing-tenant'],
  particularlyOwn: false,
} as const satisfies ExemptionFacts;
const EXEMPT = ['true', 'exempt-business', ''];
const NOT_ADOPTED = ['false', 'exemption-not-adopted', ''];
const NEVER = 'dpi-is-never-exempt';
const ADVICE = 'guidance-says-not-a-dpi-in-the-matter';

const CASES: readonly Case<ExemptionFacts, readonly string[]>[] = [
  ...(['odi', 'ori', 'nri', 'other-body-membership'] as const).map((kind) => ({
    name: `${kind}: business that the council’s code exempts`,
    facts: { ...allowances, kind },
    expected: EXEMPT,
  })),
  {
    name: 'business that it does not exempt',
    facts: { ...allowances, business: 'ceremonial-honours' },
    expected: NOT_ADOPTED,
  },
  {
    name: 'other business',
    facts: { ...allowances, business: null },
    expected: ['false', 'not-exempt-business', ''],
  },
  {
    name: 'council housing in general, and the member is a tenant',
    facts: { ...allowances, business: 'council-housing-tenant' },
    expected: EXEMPT,
  },
  {
    name: 'the member’s own tenancy',
    facts: { ...allowances, business: 'council-housing-tenant', particularlyOwn: true },
    expected: ['false', 'particularly-your-own', ''],
  },
  {
    name: 'the school that the member’s child goes to',
    facts: {
      ...allowances,
      business: 'school-meals-or-transport',
      adopted: ['school-meals-or-transport'],
      particularlyOwn: true,
    },
    expected: ['false', 'particularly-your-own', ''],
  },
];

/** For a disclosable pecuniary interest the code's list changes nothing; guidance is given all the same. */
const OF_A_DPI: readonly Case<ExemptionFacts, readonly string[]>[] = [
  ...EVERY.map((business) => ({
    name: `${business}: not lifted, and guidance is given`,
    facts: { kind: 'dpi', business, adopted: EVERY, particularlyOwn: false } as const,
    expected: ['false', NEVER, ADVICE],
  })),
  {
    name: 'guidance is given where the council exempts nothing',
    facts: { kind: 'dpi', business: 'setting-council-tax', adopted: [] },
    expected: ['false', NEVER, ADVICE],
  },
  {
    name: 'none is given about the member’s own tenancy',
    facts: { kind: 'dpi', business: 'council-housing-tenant', adopted: EVERY, particularlyOwn: true },
    expected: ['false', NEVER, ''],
  },
  {
    name: 'nor about other business, or where it is not known',
    facts: { kind: 'dpi', business: null, adopted: EVERY },
    expected: ['false', NEVER, ''],
  },
  {
    name: 'nor where the business is not known',
    facts: { kind: 'dpi', adopted: EVERY },
    expected: ['false', NEVER, ''],
  },
];

const UNKNOWN: readonly Case<ExemptionFacts, readonly string[]>[] = [
  {
    name: 'the kind of interest',
    facts: { ...allowances, kind: undefined },
    expected: ['? interest.kind', '', ''],
  },
  {
    name: 'the kind of interest, where nothing is exempt',
    facts: { ...allowances, kind: undefined, business: null },
    expected: ['false', NEVER, ''],
  },
  {
    name: 'the kind of business',
    facts: { ...allowances, business: undefined },
    expected: ['? exemption.business', '', ''],
  },
  {
    name: 'the kind of business, where it could be somebody’s own',
    facts: { ...allowances, business: undefined, particularlyOwn: true },
    expected: ['? exemption.business', '', ''],
  },
  {
    name: 'the kind of business, where the council exempts nothing',
    facts: { ...allowances, business: undefined, adopted: [] },
    expected: NOT_ADOPTED,
  },
  {
    name: 'what the council exempts',
    facts: { ...allowances, adopted: undefined },
    expected: ['? exemption.adopted', '', ''],
  },
  {
    name: 'whether it is about their own tenancy',
    facts: { ...allowances, business: 'council-housing-tenant', particularlyOwn: undefined },
    expected: ['? exemption.particularlyOwn', '', ''],
  },
  {
    name: 'whether it is about their own, which does not matter to allowances',
    facts: { ...allowances, particularlyOwn: undefined },
    expected: EXEMPT,
  },
];

function table(
  title: string,
  cases: readonly Case<ExemptionFacts, readonly string[]>[],
): CaseTable<ExemptionFacts, ExemptionAnswer, readonly string[]> {
  return {
    title,
    rules: [exemptionFor.id],
    columns: ['Is exempt', 'Why', 'Advice'],
    decide: (facts) => exemptionFor.decide(facts, civilDate('2021-02-23')),
    summary: ({ exempt, advice }) => [
      findingInShort(exempt),
      whyInShort(exempt),
      advice.map(({ point }) => point).join(', '),
    ],
    cases,
  };
}

export const EXEMPTION_CASES = [
  table('Exempt business: other interests', CASES),
  table('Exempt business: disclosable pecuniary interests', OF_A_DPI),
  table('Exempt business: what is not known', UNKNOWN),
];

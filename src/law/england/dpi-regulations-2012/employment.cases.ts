import { employment } from './employment.js';
import { COUNTS, casesOf, not, waitsFor } from './prescribed-cases.js';
import type { DescriptionCases } from './prescribed-cases.js';

const job = { category: 'employment', heldBy: 'self', forProfitOrGain: true } as const;
const CASES: DescriptionCases = [
  { name: 'a paid job', facts: job, expected: COUNTS },
  {
    name: 'an unpaid trustee',
    facts: { ...job, forProfitOrGain: false },
    expected: not('not-for-profit-or-gain'),
  },
  {
    name: 'paid or not is not known',
    facts: { ...job, forProfitOrGain: undefined },
    expected: waitsFor('forProfitOrGain'),
  },
  {
    name: 'a partner’s job that the member knows of',
    facts: { ...job, heldBy: 'partner', memberAware: true },
    expected: COUNTS,
  },
  {
    name: 'a partner’s job that the member does not know of',
    facts: { ...job, heldBy: 'partner', memberAware: false },
    expected: not('member-not-aware-of-partners'),
  },
  {
    name: 'a daughter’s job',
    facts: { ...job, heldBy: 'someone-else' },
    expected: not('nobody-elses-interests-count'),
  },
];

export const EMPLOYMENT_CASES = casesOf(employment, 'Work', CASES);

import type { CaseTable } from '../../case-table.js';
import type { Finding } from '../../conclusion.js';
import { civilDate } from '../../time/civil-date.js';
import { valueAndPoints } from './finding-in-short.js';
import { s32_1 } from './s32-1-two-keys.js';
import type { Sensitivity, TwoKeysFacts } from './s32-1-two-keys.js';

const CLAIMED = ['claimed', 'claimed-and-not-agreed'];
const NOT_CLAIMED = ['no', 'member-does-not-claim-it'];

export const TWO_KEYS_CASES: CaseTable<TwoKeysFacts, Finding<Sensitivity>, readonly string[]> = {
  title: 'Whether an interest is sensitive',
  rules: [s32_1.id],
  columns: ['Is', 'Because'],
  decide: (facts) => s32_1.decide(facts, civilDate('2017-10-24')),
  summary: valueAndPoints,
  cases: [
    {
      name: 'both consider it so',
      facts: { memberConsidersItSensitive: true, officerConsidersItSensitive: true },
      expected: ['agreed', 'agreed-by-both'],
    },
    {
      name: 'the officer does not agree',
      facts: { memberConsidersItSensitive: true, officerConsidersItSensitive: false },
      expected: CLAIMED,
    },
    {
      name: 'the officer has come to no view: a claim has no effect yet',
      facts: { memberConsidersItSensitive: true, officerConsidersItSensitive: null },
      expected: CLAIMED,
    },
    {
      name: 'the officer alone considers it so',
      facts: { memberConsidersItSensitive: false, officerConsidersItSensitive: true },
      expected: NOT_CLAIMED,
    },
    {
      name: 'the member does not claim it: nobody need ask the officer',
      facts: { memberConsidersItSensitive: false },
      expected: NOT_CLAIMED,
    },
    {
      name: 'what the officer considers is not known: that is the question',
      facts: { memberConsidersItSensitive: true },
      expected: ['? officerConsidersItSensitive', 'agreed-by-both, claimed-and-not-agreed'],
    },
    {
      name: 'what the member considers is not known: that is the question',
      facts: { officerConsidersItSensitive: true },
      expected: ['? memberConsidersItSensitive', 'agreed-by-both, member-does-not-claim-it'],
    },
  ],
};

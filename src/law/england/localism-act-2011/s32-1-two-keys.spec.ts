import { expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { TWO_KEYS_CASES } from './s32-1-two-keys.cases.js';
import { s32_1 } from './s32-1-two-keys.js';

caseTable(TWO_KEYS_CASES);

it('rests an agreement on both', () => {
  const both = { memberConsidersItSensitive: true, officerConsidersItSensitive: true };
  expect(s32_1.decide(both, civilDate('2017-10-24')).reasons).toMatchObject([
    {
      citation: { text: 'Localism Act 2011 s.32(1)' },
      facts: ['memberConsidersItSensitive', 'officerConsidersItSensitive'],
    },
  ]);
});

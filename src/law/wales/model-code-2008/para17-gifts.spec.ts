import { expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { para17 } from './para17-gifts.js';
import { WELSH_GIFT_CASES } from './para17-gifts.cases.js';

caseTable(WELSH_GIFT_CASES);

it.each([-1, 0.5, NaN])('%d pence is refused, by the name of the field', (pence) => {
  const must = `must be a whole number of pence, nothing or more, and is ${pence}.`;
  expect(() => para17.decide({ valuePence: pence }, para17.inForceFrom)).toThrow(`valuePence ${must}`);
  expect(() => para17.decide({ registerAbovePence: pence }, para17.inForceFrom)).toThrow(
    `registerAbovePence ${must}`,
  );
});

it('a gift worth nothing is not refused', () => {
  expect(para17.decide({ valuePence: 0, registerAbovePence: 0 }, para17.inForceFrom)).toMatchObject({
    value: null,
  });
});

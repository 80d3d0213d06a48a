import { describe, expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { DESCRIPTION_CASE_TABLES } from './case-tables.js';
import { securities } from './securities.js';

DESCRIPTION_CASE_TABLES.forEach(caseTable);

describe('Amounts that cannot be', () => {
  const on = securities.inForceFrom;

  it.each([
    ['nominalHeldPence', -1],
    ['sharesHeldPence', 0.5],
    ['issuedShareCapitalPence', Number.NaN],
  ])('%s of %p is refused by name', (field, pence) => {
    expect(() => securities.decide({ [field]: pence }, on)).toThrow(
      `${field} must be a whole number of pence`,
    );
  });

  it.each([
    ['held', { name: 'A', heldPence: -1, issuedPence: 100 }],
    ['issued', { name: 'A', heldPence: 0, issuedPence: 0.5 }],
  ])('so is what is %s of a class', (_, ofA) => {
    expect(() => securities.decide({ classes: [ofA] }, on)).toThrow(
      'classes must be a whole number of pence',
    );
  });

  it('nothing at all is an amount', () => {
    expect(() => securities.decide({ nominalHeldPence: 0, sharesHeldPence: 0 }, on)).not.toThrow();
  });
});

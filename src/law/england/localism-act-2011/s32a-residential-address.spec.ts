import { describe, expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { ask } from '../../ask.js';
import { civilDate } from '../../time/civil-date.js';
import { COMMENCED_ON, RESIDENTIAL_ADDRESS_CASES } from './s32a-residential-address.cases.js';
import { residentialAddressRule } from './s32a-residential-address.js';

caseTable(RESIDENTIAL_ADDRESS_CASES);

describe('The rule of s.32A', () => {
  const s32A = residentialAddressRule(COMMENCED_ON);
  const home = { includesHomeAddress: true, askedToShowAddress: false };

  it('is not there the day before it commences', () => {
    expect(ask(s32A, home, civilDate('2027-03-31'))).toEqual({
      kind: 'not-encoded',
      what: 'england/localism-act-2011/s32A',
      on: '2027-03-31',
    });
  });

  it('is there from the day on which it commences', () => {
    expect(ask(s32A, home, COMMENCED_ON)).toMatchObject({ withheld: { kind: 'decided', value: true } });
  });

  it('commences on the day that it is given', () => {
    expect(residentialAddressRule(civilDate('2030-01-01')).inForceFrom).toBe('2030-01-01');
  });

  it('says for each answer why, in its own name', () => {
    const { withheld, mustStateWithheld, needNotBeDisclosed } = s32A.decide(home, COMMENCED_ON);
    const because = (point: string): object => ({
      point,
      rule: s32A.id,
      citation: {
        text: 'Localism Act 2011 s.32A',
        url: 'https://www.legislation.gov.uk/ukpga/2011/20/section/32A',
      },
      facts: ['includesHomeAddress', 'askedToShowAddress'],
      layer: 'statute',
    });
    expect(withheld.reasons).toMatchObject([because('address-is-withheld')]);
    expect(mustStateWithheld.reasons).toMatchObject([because('address-withholding-must-be-stated')]);
    expect(needNotBeDisclosed.reasons).toMatchObject([because('address-need-not-be-disclosed')]);
  });

  it('says why not, in its own name', () => {
    const { withheld } = s32A.decide({ includesHomeAddress: false }, COMMENCED_ON);
    expect(withheld.reasons).toMatchObject([{ rule: s32A.id, facts: ['includesHomeAddress'] }]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { DESCRIPTION_CASE_TABLES } from './case-tables.js';
import { PRESCRIBED_DESCRIPTIONS } from './index.js';
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

it('each description is given with the definitions that its words rest on', () => {
  const definitionsOf = ({
    id,
    definitions,
  }: (typeof PRESCRIBED_DESCRIPTIONS)[number]): readonly string[] => [
    id.replace('england/dpi-regulations-2012/', ''),
    ...definitions.map(({ source, point }) => `${source.source}, ${source.citation.text}: ${point}`),
  ];
  const regulation = 'regulations, SI 2012/1464 reg 1(2):';
  expect(PRESCRIBED_DESCRIPTIONS.map(definitionsOf)).toEqual([
    ['employment'],
    ['sponsorship', `${regulation} definition-of-relevant-period`],
    ['contracts', `${regulation} definition-of-body`],
    ['land', `${regulation} definition-of-land`],
    ['licences', 'statute, Interpretation Act 1978 Sch 1 (month), s.23: month-is-a-calendar-month'],
    ['corporate-tenancies', `${regulation} definition-of-body`],
    ['securities', `${regulation} definition-of-securities`],
  ]);
  expect(PRESCRIBED_DESCRIPTIONS.every(({ source }) => source === 'regulations')).toBe(true);
});

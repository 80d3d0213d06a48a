import { describe, expect, it } from '@jest/globals';
import { civilDate, rulebookFor } from '../../../law/index.js';
import type { InterestDetails } from '../../../register/index.js';
import { validateForm } from '../../form/index.js';
import { inFull, kindOf } from './kinds.js';

const today = civilDate('2017-05-20');
const law = rulebookFor({ jurisdiction: 'england', codes: [], standingOrdersExclude: [] }, today);
if (law.kind !== 'rulebook') throw new Error('The law of 2017 is held here.');
const on = { heldBy: 'self', today, rulebook: law } as const;

const examples: readonly (readonly [InterestDetails, string])[] = [
  [{ category: 'employment', role: 'Site manager', employer: 'Tarrow Build' }, 'Site manager, Tarrow Build'],
  [
    { category: 'sponsorship', payer: 'A Party', towards: 'election-expenses', madeOn: '2017-05-03' },
    'A Party, towards election expenses, on 3 May 2017',
  ],
  [{ category: 'contracts', contractor: 'Tarrow Build', subject: 'Roofs' }, 'Tarrow Build: Roofs'],
  [
    { category: 'land', address: '3 Mill Lane', postcode: 'WR5 2NP', natureOfInterest: 'Owner' },
    'Owner: 3 Mill Lane, WR5 2NP',
  ],
  [
    { category: 'licences', address: 'Plot 14', from: '2017-01-01', to: '2017-12-31' },
    'Licence to occupy Plot 14, from 1 January 2017 to 31 December 2017',
  ],
  [
    { category: 'licences', address: 'Plot 14', from: '2017-01-01' },
    'Licence to occupy Plot 14, from 1 January 2017',
  ],
  [
    { category: 'corporate-tenancies', tenant: 'Tarrow Build', address: 'Unit 2' },
    'Tarrow Build: tenancy of Unit 2',
  ],
  [
    { category: 'securities', company: 'Tarrow plc', companyNumber: 'SC123456', over: 'nominal-25000' },
    'Shares or other securities of Tarrow plc (company number SC123456), nominal value over £25,000',
  ],
];

describe.each(examples)('%j', (details, words) => {
  const kind = kindOf(details.category);

  it('filled in again from what was said, says the same', () => {
    const form = validateForm(kind.form, kind.wordsOf(details), { today });
    expect(form.ok && kind.detailsOf(form.value)).toEqual(details);
  });
  it('counts, by the law of the day', () => {
    expect(kind.problem?.(details, on)).toBeUndefined();
  });
  it('is told in full', () => {
    expect(inFull(details)).toBe(words);
  });
});

describe('what the dates of an interest keep out', () => {
  it.each([
    ['the day before the twelve months', '2016-05-20', true],
    ['the first of the twelve months', '2016-05-21', false],
  ])('a payment on %s', (_, madeOn, refused) => {
    const details = { category: 'sponsorship', payer: 'A', towards: 'election-expenses', madeOn } as const;
    expect(kindOf('sponsorship').problem?.(details, on) !== undefined).toBe(refused);
  });
  it('says why, and what to do about it', () => {
    const payment = { category: 'sponsorship', payer: 'A', towards: 'election-expenses' } as const;
    expect(kindOf('sponsorship').problem?.({ ...payment, madeOn: '2016-05-20' }, on)?.text).toBe(
      'Sponsorship counts only in the 12 months that end with the day of the notification. Correct the date, or leave this payment out',
    );
  });
  it('a licence that ends before it begins, told before anything else', () => {
    const details = { category: 'licences', address: 'A', from: '2017-02-01', to: '2017-01-31' } as const;
    expect(kindOf('licences').problem?.(details, on)?.text).toContain('must be the same as or after');
  });
});

describe('a postcode', () => {
  const read = (postcode: string): unknown => {
    const form = validateForm(kindOf('land').form, { address: 'A', natureOfInterest: 'B', postcode });
    return form.ok ? (kindOf('land').detailsOf(form.value) as { postcode?: string }).postcode : 'refused';
  };
  it.each([
    ['wr52np', 'WR5 2NP'],
    [' WR5 2NP ', 'WR5 2NP'],
    ['sw1a1aa', 'SW1A 1AA'],
    ['', undefined],
    ['WR5', 'refused'],
    ['12345', 'refused'],
    ['WR5 2NP extra', 'refused'],
  ])('%j is %j', (typed, kept) => {
    expect(read(typed)).toBe(kept);
  });
});

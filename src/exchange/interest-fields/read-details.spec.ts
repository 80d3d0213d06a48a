import { describe, expect, it } from '@jest/globals';
import { civilDate, type RegisterCategory } from '../../law/index.js';
import type { FieldWords } from './read-details.js';
import { CATEGORIES, FIELDS, readDetails } from './index.js';

const today = civilDate('2026-03-10');
/** Words with which each heading is in order. */
const GOOD: Readonly<Record<RegisterCategory, FieldWords>> = {
  employment: { role: 'Site manager', employer: 'Tarrow Build' },
  sponsorship: {
    payer: 'A Party',
    towards: 'election-expenses',
    'made-on': '2025-05-03',
    amount: '£1,250.50',
  },
  contracts: { contractor: 'Tarrow Build', subject: 'Roofs', value: '100', tie: 'the-person' },
  land: { address: '3 Mill Lane', 'nature-of-interest': 'Owner', postcode: 'wr52np', 'is-home': 'Yes' },
  licences: { address: 'Plot 14', from: '1/1/2026', to: '31/12/2030' },
  'corporate-tenancies': { tenant: 'Tarrow Build', address: 'Unit 2', 'company-number': 'sc123456' },
  securities: { company: 'Tarrow plc', 'nominal-held': '500', 'shares-held': '500' },
  'other-bodies': { body: 'Almshouses', 'body-role': 'Trustee' },
  gifts: {
    ...{ what: 'Tickets', donor: 'Ashford Players', 'gift-value': '60', 'value-is': 'known' },
    ...{ 'offered-on': '2026-03-10', accepted: 'yes' },
  },
};
/** The problems of a heading in order but for what is changed. */
function problems(category: RegisterCategory, change: FieldWords): string[] {
  const reading = readDetails(category, { ...GOOD[category], ...change }, today);
  return reading.ok ? [] : reading.problems.map(({ field, wrong }) => `${field}: ${wrong}`);
}

it.each(CATEGORIES)('%s in order is read', (category) => {
  expect(problems(category, {})).toEqual([]);
});
it.each(
  CATEGORIES.flatMap((category) =>
    FIELDS[category].filter(({ required }) => required).map(({ name }) => [category, name] as const),
  ),
)('%s without its %s is told so, with what to write', (category, name) => {
  const reading = readDetails(category, { ...GOOD[category], [name]: ' ' }, today);
  expect(reading.ok || reading.problems).toMatchObject([
    { field: name, wrong: expect.stringContaining('is empty') as unknown },
  ]);
  expect(reading.ok || reading.problems[0]?.write).toMatch(/^Write [a-z]/);
});

it('keeps what was said, typed, and nothing that was not', () => {
  const details = (category: RegisterCategory): unknown => {
    const reading = readDetails(category, GOOD[category], today);
    return reading.ok && reading.details;
  };
  expect(details('sponsorship')).toEqual({
    ...{
      category: 'sponsorship',
      payer: 'A Party',
      towards: 'election-expenses',
      madeOn: '2025-05-03',
      amountPence: 125050,
    },
  });
  expect(details('land')).toEqual({
    ...{
      category: 'land',
      address: '3 Mill Lane',
      natureOfInterest: 'Owner',
      postcode: 'WR5 2NP',
      isHome: true,
    },
  });
  expect(details('corporate-tenancies')).toMatchObject({ companyNumber: 'SC123456' });
  expect(details('employment')).toEqual({
    category: 'employment',
    role: 'Site manager',
    employer: 'Tarrow Build',
  });
});

describe.each<[RegisterCategory, string, readonly (readonly [string, string | undefined])[]]>([
  [
    ...(['gifts', 'offered-on'] as const),
    [
      ['2026-03-10', undefined],
      ['2026-03-11', 'is after today'],
      ['1900-01-01', undefined],
      ['1899-12-31', 'is before 1900'],
      ['10/03/2026', undefined],
      ['10.3.2026', undefined],
      ['03/13/2026', 'is not a real day'],
      ['2026-02-30', 'is not a real day'],
      ['10/03/26', 'is not a real day'],
      ['yesterday', 'is not a real day'],
    ],
  ],
  [
    ...(['licences', 'to'] as const),
    [
      ['2026-01-01', undefined],
      ['2025-12-31', 'Last day of the licence is before its first day'],
      ['2099-12-31', undefined],
      ['2100-01-01', 'is after 2099'],
    ],
  ],
  [
    ...(['gifts', 'gift-value'] as const),
    [
      ['0', undefined],
      ['-1', 'is less than nothing'],
      ['-£0.01', 'is less than nothing'],
      ['1,000,000,000', undefined],
      ['1,000,000,000.01', 'is more than £1,000,000,000'],
      ['£ 12.5', undefined],
      ['12.345', 'is not an amount of money'],
      ['1,00', 'is not an amount of money'],
      ['about 50', 'is not an amount of money'],
      ['1e9', 'is not an amount of money'],
      ['99999999999999999999', 'is more than £1,000,000,000'],
    ],
  ],
  [
    ...(['employment', 'company-number'] as const),
    [
      ['01234567', undefined],
      ['OC12345R', undefined],
      ['1234567', 'is not of the right form'],
      ['012345678', 'is not of the right form'],
      ['S1234567', 'is not of the right form'],
    ],
  ],
  [
    ...(['land', 'postcode'] as const),
    [
      ['SW1A 1AA', undefined],
      ['WR5', 'is not of the right form'],
      ['12345', 'is not of the right form'],
    ],
  ],
  [
    ...(['land', 'uprn'] as const),
    [
      ['123456789012', undefined],
      ['1234567890123', 'is not of the right form'],
    ],
  ],
  [
    ...(['land', 'is-home'] as const),
    [
      ['no', undefined],
      ['perhaps', 'is neither yes nor no'],
    ],
  ],
  [
    ...(['land', 'gives'] as const),
    [
      ['Both', undefined],
      ['all', 'is not one of the words that are known'],
    ],
  ],
  [
    ...(['employment', 'role'] as const),
    [
      ['x'.repeat(200), undefined],
      ['x'.repeat(201), 'has 201 characters'],
      ['x'.repeat(10_000), 'has 10,000 characters'],
      ['a\u0000b', 'holds a control character'],
      ['a\u0007b', 'holds a control character'],
      ['a\u202eb', 'holds a character that turns the direction'],
      ['a\u2067b', 'holds a character that turns the direction'],
      ['a\tb', undefined],
      ['two\r\nlines', undefined],
      ['<script>alert(1)</script>', undefined],
      ['مدير', undefined],
    ],
  ],
])('%s: %s', (category, field, cases) => {
  it.each(cases)('%j', (words, wrong) => {
    const found = problems(category, { [field]: words });
    if (wrong === undefined) expect(found).toEqual([]);
    else expect(found).toEqual([expect.stringContaining(wrong)]);
  });
});

describe('a class of shares', () => {
  const all = { 'share-class': 'A', 'share-class-held': '10', 'share-class-issued': '1000' };
  it('is one thing once all of it is told', () => {
    const reading = readDetails('securities', { ...GOOD.securities, ...all }, today);
    expect(reading.ok && reading.details).toMatchObject({
      shareClass: { name: 'A', heldPence: 1000, issuedPence: 100000 },
    });
  });
  it.each(Object.keys(all))('is not told without %s', (name) => {
    expect(problems('securities', { ...all, [name]: '' })).toEqual([
      'share-class: Class of shares is told in part',
    ]);
  });
  it('is not held beyond what is issued', () => {
    expect(problems('securities', { ...all, 'share-class-held': '1000' })).toEqual([]);
    expect(problems('securities', { ...all, 'share-class-held': '1000.01' })).toHaveLength(1);
  });
  it('shares are no more than all that is held', () => {
    expect(problems('securities', { 'shares-held': '500.01' })).toHaveLength(1);
  });
});

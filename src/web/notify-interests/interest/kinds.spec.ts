import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../law/index.js';
import type { InterestDetails } from '../../../register/index.js';
import { validateForm } from '../../form/index.js';
import { withFirstPage, withMore } from './kind.js';
import { inFull, kindOf } from './kinds.js';

const today = civilDate('2017-05-20');

const examples: readonly (readonly [InterestDetails, string])[] = [
  [{ category: 'employment', role: 'Site manager', employer: 'Tarrow Build' }, 'Site manager, Tarrow Build'],
  [
    {
      ...{ category: 'employment', role: 'Site manager', employer: 'Tarrow Build Ltd' },
      ...{ companyNumber: '01234567', forProfitOrGain: true },
    },
    'Site manager, Tarrow Build Ltd (company number 01234567, for profit or gain)',
  ],
  [
    { category: 'sponsorship', payer: 'A Party', towards: 'election-expenses', madeOn: '2017-05-03' },
    'A Party, towards election expenses, on 3 May 2017',
  ],
  [
    {
      ...{ category: 'sponsorship', payer: 'A Union', towards: 'expenses-as-a-member', madeOn: '2017-05-03' },
      amountPence: 120_050,
    },
    'A Union, towards expenses as a member, on 3 May 2017, £1,200.50',
  ],
  [{ category: 'contracts', contractor: 'Tarrow Build', subject: 'Roofs' }, 'Tarrow Build: Roofs'],
  [
    {
      ...{ category: 'contracts', contractor: 'Tarrow Build', subject: 'Roofs', companyNumber: 'SC123456' },
      ...{ valuePence: 4_800_000, tie: 'director', fullyDischarged: false },
    },
    'Tarrow Build: Roofs (company number SC123456, worth £48,000, director, not yet fully discharged)',
  ],
  [
    { category: 'contracts', contractor: 'personally', subject: 'Roofs', tie: 'the-person' },
    'personally: Roofs (a contract of their own)',
  ],
  [
    { category: 'land', address: '3 Mill Lane', postcode: 'WR5 2NP', natureOfInterest: 'Owner' },
    'Owner: 3 Mill Lane, WR5 2NP',
  ],
  [
    {
      ...{ category: 'land', address: '3 Mill Lane', natureOfInterest: 'Owner', titleNumber: 'WR123456' },
      ...{ uprn: '100120667891', gives: 'both', inArea: true, isHome: true },
    },
    'Owner: 3 Mill Lane (title number WR123456, UPRN 100120667891, a right to occupy it and income from it, in the council’s area, the member’s usual home)',
  ],
  [
    { category: 'licences', address: 'Plot 14', from: '2017-01-01', to: '2017-12-31' },
    'Licence to occupy Plot 14, from 1 January 2017 to 31 December 2017',
  ],
  [
    { category: 'licences', address: 'Plot 14', from: '2017-01-01', inArea: false, isHome: false },
    'Licence to occupy Plot 14, from 1 January 2017 (outside the council’s area)',
  ],
  [
    { category: 'corporate-tenancies', tenant: 'Tarrow Build', address: 'Unit 2' },
    'Tarrow Build: tenancy of Unit 2',
  ],
  [
    {
      ...{ category: 'corporate-tenancies', tenant: 'Tarrow Build', address: 'Unit 2', postcode: 'WR5 2NP' },
      tie: 'holds-securities',
    },
    'Tarrow Build: tenancy of Unit 2, WR5 2NP (holds shares or other securities in it)',
  ],
  [
    { category: 'securities', company: 'Tarrow plc', companyNumber: 'SC123456' },
    'Shares or other securities of Tarrow plc (company number SC123456)',
  ],
  [
    {
      ...{ category: 'securities', company: 'Tarrow plc', bodyInArea: true, nominalHeldPence: 100_000 },
      ...{ sharesHeldPence: 90_000, issuedShareCapitalPence: 100_000_000 },
      shareClass: { name: 'the only class', heldPence: 90_000, issuedPence: 100_000_000 },
    },
    'Shares or other securities of Tarrow plc (in the council’s area, nominal value £1,000, of which shares £900, issued share capital £1,000,000, one class of shares only)',
  ],
  [
    {
      ...{ category: 'securities', company: 'Tarrow plc' },
      shareClass: { name: 'B', heldPence: 100, issuedPence: 9999 },
    },
    'Shares or other securities of Tarrow plc (class “B”: £1 of £99.99)',
  ],
  [
    {
      ...{ category: 'other-bodies', body: 'Tarrow Trust', role: 'Trustee', bodyNumber: '1123456' },
      sort: 'charitable',
    },
    'Trustee, Tarrow Trust (number 1123456, charitable)',
  ],
  [
    {
      ...{
        category: 'gifts',
        donor: 'Tarrow Build',
        what: 'Dinner',
        valuePence: 6500,
        valueIs: 'an-estimate',
      },
      ...{ offeredOn: '2017-05-03', accepted: true, reason: 'It was a launch', asCouncillor: true },
    },
    'Dinner, from Tarrow Build, about £65, accepted on 3 May 2017 (as a councillor, reason: “It was a launch”)',
  ],
  [
    {
      ...{ category: 'gifts', donor: 'Tarrow Build', what: 'A car', valuePence: 6500, valueIs: 'known' },
      ...{ offeredOn: '2017-05-03', accepted: false, significant: true },
    },
    'A car, from Tarrow Build, £65, refused on 3 May 2017 (significant)',
  ],
];

/** Both pages, filled in and sent. */
function filledIn(details: InterestDetails): unknown {
  const kind = kindOf(details.category);
  const first = validateForm(kind.form, kind.wordsOf(details), { today });
  if (!first.ok) return first.errors;
  const told = withFirstPage(kind, undefined, first.value);
  if (kind.more === undefined) return told;
  const second = validateForm(kind.more.form, kind.more.wordsOf(details), { today });
  return second.ok ? withMore(kind.more, told, second.value) : second.errors;
}

describe.each(examples)('%j', (details, words) => {
  const kind = kindOf(details.category);

  it('filled in again from what was said, says the same', () => {
    expect(filledIn(details)).toEqual(details);
  });
  it('is told in full', () => {
    expect(inFull(details)).toBe(words);
  });
  it('has nothing wrong with it', () => {
    expect([kind.problem?.(details), kind.more?.problem?.(details)]).toEqual([undefined, undefined]);
  });
  it('keeps what the second page was told, when the first is changed', () => {
    const first = validateForm(kind.form, kind.wordsOf(details), { today });
    expect(first.ok && withFirstPage(kind, details, first.value)).toEqual(details);
  });
});

describe('what cannot be, although each answer by itself can', () => {
  const holding = (figures: object): string | undefined =>
    kindOf('securities').more?.problem?.({ category: 'securities', company: 'A', ...figures })?.text;
  it.each<[string, object, string | undefined]>([
    [
      'shares worth more than all the securities',
      { nominalHeldPence: 1, sharesHeldPence: 2 },
      'The shares cannot',
    ],
    ['as many shares as securities', { nominalHeldPence: 2, sharesHeldPence: 2 }, undefined],
    [
      'more held than issued',
      { sharesHeldPence: 2, issuedShareCapitalPence: 1 },
      'The issued share capital cannot',
    ],
    ['all that was issued', { sharesHeldPence: 2, issuedShareCapitalPence: 2 }, undefined],
    [
      'more of a class than there is',
      { shareClass: { name: 'B', heldPence: 2, issuedPence: 1 } },
      'The shares of the class cannot',
    ],
    [
      'more of a class than of all classes',
      { sharesHeldPence: 1, shareClass: { name: 'B', heldPence: 2, issuedPence: 9 } },
      'The shares of one class cannot',
    ],
  ])('%s', (_, figures, begins) => {
    const text = holding(figures);
    expect(begins === undefined ? text : text?.startsWith(begins)).toBe(
      begins === undefined ? undefined : true,
    );
  });
  it('a licence that ends before it begins; one of a single day is left to the law', () => {
    const until = (to: string) =>
      kindOf('licences').problem?.({ category: 'licences', address: 'A', from: '2017-02-01', to })?.text;
    expect(until('2017-01-31')).toContain('must be the same as or after');
    expect(until('2017-02-01')).toBeUndefined();
  });
});

describe('how an answer is kept', () => {
  /** What is kept of one answer, or the message about it. */
  const kept = (category: InterestDetails['category'], field: string, typed: string): unknown => {
    const kind = kindOf(category);
    const whole = {
      ...{ role: 'A', employer: 'A', address: 'A', natureOfInterest: 'A', company: 'A', body: 'A' },
      [field]: typed,
    };
    const form = validateForm(kind.form, whole, { today });
    if (!form.ok) return form.errors.find((error) => error.field === field)?.text;
    return (kind.detailsOf(form.value) as unknown as Record<string, unknown>)[field];
  };
  const POSTCODE = 'Enter a full UK postcode, like WR5 2NP';
  const COMPANY = 'Company number must be 8 characters, like 01234567 or SC123456';
  const TITLE = 'Title number must be up to 3 letters and up to 6 numbers, like WR123456';
  const UPRN = 'UPRN must be up to 12 numbers, like 100120667891';
  const BODY = 'Company or charity number must be like 01234567, 1123456 or SC012345';

  it.each<[InterestDetails['category'], string, string, string | undefined]>([
    ['land', 'postcode', 'wr52np', 'WR5 2NP'],
    ['land', 'postcode', ' WR5 2NP ', 'WR5 2NP'],
    ['land', 'postcode', 'sw1a1aa', 'SW1A 1AA'],
    ['land', 'postcode', '', undefined],
    ['land', 'postcode', 'WR5', POSTCODE],
    ['land', 'postcode', '12345', POSTCODE],
    ['land', 'postcode', 'WR5 2NP extra', POSTCODE],
    ['land', 'titleNumber', 'wr123456', 'WR123456'],
    ['land', 'titleNumber', 'SGL 1', 'SGL1'],
    ['land', 'titleNumber', '123456', '123456'],
    ['land', 'titleNumber', 'WRXX123456', TITLE],
    ['land', 'titleNumber', 'WR1234567', TITLE],
    ['land', 'titleNumber', 'WR', TITLE],
    ['land', 'uprn', '100120667891', '100120667891'],
    ['land', 'uprn', '1', '1'],
    ['land', 'uprn', '1001206678912', UPRN],
    ['land', 'uprn', '12a', UPRN],
    ['land', 'address', '<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['land', 'address', 'רחוב הרצל 5', 'רחוב הרצל 5'],
    ['land', 'address', 'a'.repeat(300), 'a'.repeat(300)],
    ['land', 'address', 'a'.repeat(301), 'Address must be 300 characters or less'],
    ['land', 'address', 'a'.repeat(10_000), 'Address must be 300 characters or less'],
    ['securities', 'companyNumber', '1234567', '01234567'],
    ['securities', 'companyNumber', '01234567', '01234567'],
    ['securities', 'companyNumber', 'sc123456', 'SC123456'],
    ['securities', 'companyNumber', 'R0001234', 'R0001234'],
    ['securities', 'companyNumber', 'IP12345R', 'IP12345R'],
    ['securities', 'companyNumber', '123456', COMPANY],
    ['securities', 'companyNumber', '123456789', COMPANY],
    ['securities', 'companyNumber', 'ABC12345', COMPANY],
    ['other-bodies', 'bodyNumber', '1123456', '1123456'],
    ['other-bodies', 'bodyNumber', 'sc012345', 'SC012345'],
    ['other-bodies', 'bodyNumber', '1123456-1', '1123456-1'],
    ['other-bodies', 'bodyNumber', '12', BODY],
    ['employment', 'forProfitOrGain', 'not-sure', undefined],
    ['employment', 'forProfitOrGain', '', undefined],
    ['employment', 'forProfitOrGain', 'perhaps', 'Select one of the answers'],
  ])('%s, %s: %j', (category, field, typed, expected) => {
    expect(kept(category, field, typed)).toBe(expected);
  });

  it('yes and no are kept as facts', () => {
    expect([
      kept('employment', 'forProfitOrGain', 'yes'),
      kept('employment', 'forProfitOrGain', 'no'),
    ]).toEqual([true, false]);
  });
});

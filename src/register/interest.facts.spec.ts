import { describe, expect, test } from '@jest/globals';
import { civilDate, england, rulebookFor, type HeldBy } from '../law/index.js';
import type { GiftDetails, LandDetails, OtherBodyDetails } from './details.js';
import {
  bodyFacts,
  fromSameDonorPence,
  giftFacts,
  interestFacts,
  type PrescribedDetails,
} from './interest.facts.js';

const today = civilDate('2026-05-20');
const law = rulebookFor({ jurisdiction: 'england', codes: [], standingOrdersExclude: [] }, today);
if (law.kind !== 'rulebook') throw new Error('The law of 2026 is held here.');
const rulebook = law;

/** 'must', 'need not', or the fact that the answer waits for. */
function answerOn(details: PrescribedDetails, heldBy: HeldBy = 'self'): string {
  const { finding } = rulebook.prescribed(interestFacts(details, { heldBy, givenOn: today }));
  if (finding.kind === 'cannot-tell') return `ask ${finding.question}`;
  return finding.value ? 'must' : 'need not';
}

const job = { category: 'employment', role: 'Site manager', employer: 'Tarrow Build' } as const;
const payment = { category: 'sponsorship', payer: 'A Party', towards: 'election-expenses' } as const;
const contract = { category: 'contracts', contractor: 'Tarrow Build', subject: 'Roofs' } as const;
const land = { category: 'land', address: '3 Mill Lane', natureOfInterest: 'Owner' } as const;
const licence = { category: 'licences', address: 'Plot 14', from: '2026-01-01' } as const;
const tenancy = { category: 'corporate-tenancies', tenant: 'Tarrow Build', address: 'Unit 2' } as const;
const shares = { category: 'securities', company: 'Tarrow plc', bodyInArea: true } as const;
const onlyClass = (heldPence: number, issuedPence: number) => ({
  ...{ nominalHeldPence: heldPence, sharesHeldPence: heldPence, issuedShareCapitalPence: issuedPence },
  shareClass: { name: 'the only class', heldPence, issuedPence },
});

describe('what a member said, as the law is told of it', () => {
  test.each<[string, PrescribedDetails, string]>([
    ['work for gain', { ...job, forProfitOrGain: true }, 'must'],
    ['work without gain', { ...job, forProfitOrGain: false }, 'need not'],
    ['work, gain not said', job, 'ask forProfitOrGain'],
    ['a payment of a year ago today', { ...payment, madeOn: '2025-05-21' }, 'must'],
    ['a payment of the day before', { ...payment, madeOn: '2025-05-20' }, 'need not'],
    ['a contract, nothing else said', contract, 'ask contractor'],
    ['their own, not discharged', { ...contract, tie: 'the-person', fullyDischarged: false }, 'must'],
    ['their own, discharged', { ...contract, tie: 'the-person', fullyDischarged: true }, 'need not'],
    ['their own, not said whether discharged', { ...contract, tie: 'the-person' }, 'ask fullyDischarged'],
    ['of a body they direct', { ...contract, tie: 'director', fullyDischarged: false }, 'must'],
    [
      'of a body with one of their shares',
      { ...contract, tie: 'holds-securities', fullyDischarged: false },
      'must',
    ],
    ['of their employer', { ...contract, tie: 'employee', fullyDischarged: false }, 'need not'],
    [
      'of a body they are tied to otherwise',
      { ...contract, tie: 'other', fullyDischarged: false },
      'need not',
    ],
    ['land in the area to live on', { ...land, inArea: true, gives: 'occupation' }, 'must'],
    ['land in the area that pays rent', { ...land, inArea: true, gives: 'income' }, 'must'],
    ['land that gives both', { ...land, inArea: true, gives: 'both' }, 'must'],
    ['a right of way', { ...land, inArea: true, gives: 'neither' }, 'need not'],
    ['land outside', { ...land, inArea: false, gives: 'both' }, 'need not'],
    ['land, where not said', { ...land, gives: 'both' }, 'ask inArea'],
    ['land, not said what it gives', { ...land, inArea: true }, 'ask rightToOccupy'],
    ['a licence that runs on', { ...licence, inArea: true }, 'must'],
    ['a licence of a month', { ...licence, to: '2026-01-31', inArea: true }, 'must'],
    ['a licence of a day less', { ...licence, to: '2026-01-30', inArea: true }, 'need not'],
    ['a licence, where not said', licence, 'ask inArea'],
    ['a tenancy of a firm they are partner in', { ...tenancy, tie: 'partner-in-firm' }, 'must'],
    ['a tenancy of their employer', { ...tenancy, tie: 'employee' }, 'need not'],
    ['a tenancy, tie not said', tenancy, 'ask connections'],
    ['£25,000 exactly, of much', { ...shares, ...onlyClass(2_500_000, 900_000_000_00) }, 'need not'],
    ['a penny more', { ...shares, ...onlyClass(2_500_001, 900_000_000_00) }, 'must'],
    ['one hundredth exactly', { ...shares, ...onlyClass(100, 10_000) }, 'need not'],
    ['a penny more than one hundredth', { ...shares, ...onlyClass(101, 10_000) }, 'must'],
    ['over £25,000 and nothing else said', { ...shares, nominalHeldPence: 2_500_001 }, 'must'],
    ['in a body elsewhere', { ...shares, ...onlyClass(101, 10_000), bodyInArea: false }, 'need not'],
    [
      'over one hundredth of a class alone',
      {
        ...{ ...shares, nominalHeldPence: 200, sharesHeldPence: 200, issuedShareCapitalPence: 100_000 },
        shareClass: { name: 'B', heldPence: 101, issuedPence: 10_000 },
      },
      'must',
    ],
    [
      'not said whether there are classes',
      { ...shares, nominalHeldPence: 200, sharesHeldPence: 200, issuedShareCapitalPence: 100_000 },
      'ask classes',
    ],
    [
      'bonds alone, so that no class can matter',
      { ...shares, nominalHeldPence: 200, sharesHeldPence: 0, issuedShareCapitalPence: 100_000 },
      'need not',
    ],
  ])('%s', (_, details, expected) => {
    expect(answerOn(details)).toBe(expected);
  });

  test.each<[LandDetails['gives'], boolean | undefined, boolean | undefined]>([
    ['occupation', true, false],
    ['income', false, true],
    ['both', true, true],
    ['neither', false, false],
    [undefined, undefined, undefined],
  ])('land that gives %s', (gives, rightToOccupy, rightToIncome) => {
    const facts = interestFacts(gives === undefined ? land : { ...land, gives }, {
      heldBy: 'self',
      givenOn: today,
    });
    expect(facts).toMatchObject(gives === undefined ? {} : { rightToOccupy, rightToIncome });
    expect('rightToOccupy' in facts).toBe(gives !== undefined);
  });

  test('a partner’s interest that was written down is one that the member knows of', () => {
    expect(answerOn({ ...job, forProfitOrGain: true }, 'partner')).toBe('must');
    expect(answerOn({ ...payment, madeOn: '2026-05-01' }, 'partner')).toBe('need not');
  });
});

describe('a place in a body', () => {
  const place = { category: 'other-bodies', body: 'Tarrow Trust', role: 'Trustee' } as const;
  test.each<[OtherBodyDetails['sort'], boolean | 'cannot tell']>([
    ['unpaid-directorship', true],
    ['appointed-by-the-authority', true],
    ['public-functions', true],
    ['charitable', true],
    ['influences-opinion', true],
    ['something-else', false],
    [undefined, 'cannot tell'],
  ])('%s: %s', (sort, expected) => {
    const facts = bodyFacts(sort === undefined ? place : { ...place, sort });
    const finding = england.isOtherRegisterableInterest.decide(facts, today);
    expect(finding.kind === 'cannot-tell' ? 'cannot tell' : finding.value).toBe(expected);
  });
});

describe('gifts of one donor', () => {
  const gift = (change: Partial<GiftDetails> = {}): GiftDetails => ({
    ...{ category: 'gifts', donor: 'Tarrow Build', what: 'Dinner', valuePence: 2000, valueIs: 'known' },
    ...{ offeredOn: '2026-05-01', accepted: true, asCouncillor: true },
    ...change,
  });
  test.each<[string, Partial<GiftDetails>, number]>([
    ['the same name', {}, 2000],
    ['the same name in capitals, with more spaces', { donor: ' TARROW   build ' }, 2000],
    ['another name', { donor: 'Tarrow Builders' }, 0],
    ['one that was refused', { accepted: false }, 0],
    ['one that was not given to a councillor', { asCouncillor: false }, 0],
  ])('%s: %d pence', (_, other, pence) => {
    expect(fromSameDonorPence(gift(), [gift(other)])).toBe(pence);
  });
  test('all of them together, and what was not said left out', () => {
    const unsaid = Object.fromEntries(
      Object.entries(gift()).filter(([name]) => name !== 'asCouncillor'),
    ) as unknown as GiftDetails;
    expect(giftFacts(unsaid, [gift(), gift({ valuePence: 1 }), gift({ donor: 'X' })])).toEqual({
      ...{ valuePence: 2000, fromSameDonorPence: 2001, accepted: true, receivedOn: '2026-05-01' },
      ...{ receivedAsCouncillor: undefined, significant: undefined },
    });
  });
});

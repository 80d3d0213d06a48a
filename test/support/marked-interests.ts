import type { InterestDetails } from '../../src/register/index.js';

/** A name, an address, a number and an amount that nothing else has: wherever one of them stands, a detail was told. */
export const MARKS = [
  'zanderwick',
  'zk909090',
  'zk90 9zk',
  '909090909090',
  '90909090',
  '909,090.90',
] as const;

/** Is on an agenda too, so that a briefing names the interest that has it. */
export const ON_THE_AGENDA = 'Hartlebrook Family Support Ltd';

const NUMBER = 'ZK909090';
const PLACE = { address: '9 Zanderwick Row, Oakham', postcode: 'ZK90 9ZK' };
const AMOUNT = 90_909_090;

/** An interest of every category with a mark in every field that a person writes. */
export const MARKED: readonly InterestDetails[] = [
  {
    ...{ category: 'employment', role: 'Zanderwick warden', companyNumber: NUMBER },
    employer: `${ON_THE_AGENDA}, trading as Zanderwick`,
  },
  {
    ...{ category: 'sponsorship', payer: 'Zanderwick Union', towards: 'election-expenses' },
    ...{ madeOn: '2017-03-03', amountPence: AMOUNT },
  },
  {
    ...{ category: 'contracts', contractor: 'Zanderwick Paving', companyNumber: NUMBER },
    ...{
      subject: 'Paving of Zanderwick Square',
      valuePence: AMOUNT,
      tie: 'director',
      fullyDischarged: false,
    },
  },
  {
    ...{ category: 'land', ...PLACE, titleNumber: NUMBER, uprn: '909090909090' },
    ...{ natureOfInterest: 'Owner, as Zanderwick heir', gives: 'occupation', inArea: true, isHome: true },
  },
  { category: 'licences', ...PLACE, from: '2016-01-01', inArea: true },
  {
    category: 'corporate-tenancies',
    tenant: 'Zanderwick Stores',
    companyNumber: NUMBER,
    ...PLACE,
    tie: 'director',
  },
  {
    ...{ category: 'securities', company: 'Zanderwick Holdings', companyNumber: NUMBER },
    ...{
      nominalHeldPence: AMOUNT,
      sharesHeldPence: AMOUNT,
      issuedShareCapitalPence: 2 * AMOUNT,
      bodyInArea: true,
    },
    shareClass: { name: 'Zanderwick preference', heldPence: AMOUNT, issuedPence: 2 * AMOUNT },
  },
  { category: 'other-bodies', body: 'Zanderwick Trust', role: 'Zanderwick trustee', bodyNumber: NUMBER },
  {
    ...{ category: 'gifts', donor: 'Zanderwick Brewery', what: 'Zanderwick ale', valuePence: AMOUNT },
    ...{ valueIs: 'an-estimate', offeredOn: '2017-05-09', accepted: true, reason: 'The Zanderwick custom' },
  },
];

/** Which of the marks a text holds, however it is written. */
export function marksIn(text: string): string[] {
  const plain = text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .toLowerCase();
  return MARKS.filter((mark) => plain.includes(mark));
}

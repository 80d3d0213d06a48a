import type { RegisterCategory } from '../../law/index.js';
import type { Field, FieldKind } from './field.js';

const text = (most: number): FieldKind => ({ kind: 'text', most });
const money: FieldKind = { kind: 'money' };
const date: FieldKind = { kind: 'date' };
const yesNo: FieldKind = { kind: 'yes-no' };

const TIES = {
  'partner-in-firm': 'A partner in the firm',
  director: 'A director',
  'committee-of-management': 'On its committee of management',
  'holds-securities': 'Holds securities of it',
  employee: 'Employed by it',
  other: 'In another way',
};

const companyNumber: Field = {
  ...{ name: 'company-number', property: 'companyNumber', label: 'Company number' },
  write: 'the Companies House number, 8 characters such as 01234567 or SC123456, where it is known',
  reads: { kind: 'company-number' },
};
const address: Field = {
  ...{ name: 'address', property: 'address', label: 'Address', required: true },
  ...{ write: 'the address of the land', reads: text(300) },
};
const postcode: Field = {
  ...{ name: 'postcode', property: 'postcode', label: 'Postcode' },
  ...{ write: 'a full UK postcode such as WR5 2NP', reads: { kind: 'postcode' } },
};
const inArea: Field = {
  ...{ name: 'in-area', property: 'inArea', label: 'In the council’s area', reads: yesNo },
  write: 'yes or no: is it in the area of the council?',
};
const isHome: Field = {
  ...{ name: 'is-home', property: 'isHome', label: 'The member’s home', reads: yesNo },
  write: 'yes or no: is it the member’s usual home?',
};

/**
 * What may be said of an interest, by category: the same in an import file and on the page where an officer checks what
 * was read. What is not required may be left out, and is then not known; it is never filled in for anybody.
 */
export const FIELDS: Readonly<Record<RegisterCategory, readonly Field[]>> = {
  employment: [
    {
      ...{ name: 'role', property: 'role', label: 'Job', required: true, reads: text(200) },
      write: 'the job, office, trade, profession or vocation',
    },
    {
      ...{ name: 'employer', property: 'employer', label: 'Employer', required: true, reads: text(200) },
      write: 'the employer or business, or “self-employed”',
    },
    companyNumber,
    {
      ...{ name: 'for-profit', property: 'forProfitOrGain', label: 'For profit or gain', reads: yesNo },
      write: 'yes or no: is it carried on for profit or gain?',
    },
  ],
  sponsorship: [
    {
      ...{ name: 'payer', property: 'payer', label: 'Payer', required: true, reads: text(200) },
      write: 'who made the payment or gave the benefit',
    },
    {
      ...{ name: 'towards', property: 'towards', label: 'What it was towards', required: true },
      write: 'what it was towards',
      reads: {
        kind: 'choice',
        choices: {
          'expenses-as-a-member': 'Expenses as a member',
          'election-expenses': 'Election expenses',
        },
      },
    },
    {
      ...{ name: 'made-on', property: 'madeOn', label: 'Date of the payment', required: true, reads: date },
      write: 'the day on which it was made',
    },
    {
      ...{ name: 'amount', property: 'amountPence', label: 'Amount', reads: money },
      write: 'the amount in pounds, such as 1,250 or 99.50',
    },
  ],
  contracts: [
    {
      ...{ name: 'contractor', property: 'contractor', label: 'Contractor', required: true },
      ...{ write: 'who has the contract with the council', reads: text(200) },
    },
    {
      ...{ name: 'subject', property: 'subject', label: 'What the contract is for', required: true },
      ...{ write: 'what is provided or done', reads: text(500) },
    },
    companyNumber,
    {
      ...{ name: 'value', property: 'valuePence', label: 'Value', reads: money },
      write: 'the value in pounds, such as 1,250 or 99.50',
    },
    {
      ...{ name: 'tie', property: 'tie', label: 'Tie to the contractor' },
      write: 'how the person is tied to the contractor',
      reads: { kind: 'choice', choices: { 'the-person': 'They contract themselves', ...TIES } },
    },
    {
      ...{ name: 'fully-discharged', property: 'fullyDischarged', label: 'Fully discharged', reads: yesNo },
      write: 'yes or no: has everything in the contract been done and paid?',
    },
  ],
  land: [
    address,
    postcode,
    {
      ...{ name: 'nature-of-interest', property: 'natureOfInterest', label: 'Interest in the land' },
      ...{ required: true, write: 'the interest in the land, such as Owner or Tenant', reads: text(200) },
    },
    {
      ...{ name: 'title-number', property: 'titleNumber', label: 'Title number' },
      ...{ write: 'HM Land Registry’s number, such as WR123456', reads: { kind: 'title-number' } },
    },
    {
      ...{ name: 'uprn', property: 'uprn', label: 'Unique property reference number' },
      ...{ write: 'up to 12 digits', reads: { kind: 'uprn' } },
    },
    {
      ...{ name: 'gives', property: 'gives', label: 'What the interest gives' },
      write: 'what the interest gives the person',
      reads: {
        kind: 'choice',
        choices: {
          occupation: 'The right to occupy it',
          income: 'The income from it',
          both: 'Both',
          neither: 'Neither',
        },
      },
    },
    inArea,
    isHome,
  ],
  licences: [
    address,
    postcode,
    {
      ...{ name: 'from', property: 'from', label: 'First day of the licence', required: true, reads: date },
      write: 'the day on which the licence began',
    },
    {
      ...{
        name: 'to',
        property: 'to',
        label: 'Last day of the licence',
        reads: { kind: 'date', future: true },
      },
      write: 'the day on which the licence ends, or nothing where it runs on',
    },
    inArea,
    isHome,
  ],
  'corporate-tenancies': [
    {
      ...{ name: 'tenant', property: 'tenant', label: 'Tenant', required: true, reads: text(200) },
      write: 'the firm or body that is the council’s tenant',
    },
    address,
    postcode,
    companyNumber,
    {
      ...{
        name: 'tie',
        property: 'tie',
        label: 'Tie to the tenant',
        reads: { kind: 'choice', choices: TIES },
      },
      write: 'how the person is tied to the tenant',
    },
  ],
  securities: [
    {
      ...{ name: 'company', property: 'company', label: 'Company', required: true, reads: text(200) },
      write: 'the company or other body',
    },
    companyNumber,
    {
      ...{
        name: 'body-in-area',
        property: 'bodyInArea',
        label: 'Business or land in the area',
        reads: yesNo,
      },
      write: 'yes or no: has the body a place of business or land in the area of the council?',
    },
    {
      ...{ name: 'nominal-held', property: 'nominalHeldPence', label: 'Nominal value held', reads: money },
      write: 'the nominal value of all that is held in the body, in pounds',
    },
    {
      ...{ name: 'shares-held', property: 'sharesHeldPence', label: 'Nominal value of shares held' },
      ...{ write: 'the nominal value of the shares among it, in pounds', reads: money },
    },
    {
      ...{ name: 'issued-share-capital', property: 'issuedShareCapitalPence', label: 'Issued share capital' },
      ...{ write: 'the total issued share capital of the body, in pounds', reads: money },
    },
    {
      ...{ name: 'share-class', property: 'shareClassName', label: 'Class of shares', reads: text(100) },
      write: 'the class of shares that is held, where there is more than one',
    },
    {
      ...{ name: 'share-class-held', property: 'shareClassHeldPence', label: 'Held of the class' },
      ...{ write: 'the nominal value held of that class, in pounds', reads: money },
    },
    {
      ...{ name: 'share-class-issued', property: 'shareClassIssuedPence', label: 'Issued of the class' },
      ...{ write: 'the total issued share capital of that class, in pounds', reads: money },
    },
  ],
  'other-bodies': [
    {
      ...{ name: 'body', property: 'body', label: 'Body', required: true, reads: text(200) },
      write: 'the name of the body',
    },
    {
      ...{
        name: 'body-role',
        property: 'role',
        label: 'Place in the body',
        required: true,
        reads: text(200),
      },
      write: 'the place in it, such as Trustee or Member',
    },
    {
      ...{ name: 'body-number', property: 'bodyNumber', label: 'Number of the body' },
      ...{ write: 'a Companies House or Charity Commission number', reads: { kind: 'body-number' } },
    },
    {
      ...{ name: 'body-sort', property: 'sort', label: 'Sort of body' },
      write: 'why the code has it registered',
      reads: {
        kind: 'choice',
        choices: {
          'unpaid-directorship': 'An unpaid directorship',
          'appointed-by-the-authority': 'The council appointed the member to it',
          'public-functions': 'It carries out public functions',
          charitable: 'It is for charitable purposes',
          'influences-opinion': 'It influences public opinion or policy, such as a party or a trade union',
          'something-else': 'Something else',
        },
      },
    },
  ],
  gifts: [
    {
      ...{ name: 'what', property: 'what', label: 'Gift or hospitality', required: true, reads: text(500) },
      write: 'what was offered',
    },
    {
      ...{ name: 'donor', property: 'donor', label: 'Donor', required: true, reads: text(200) },
      write: 'who offered it',
    },
    {
      ...{ name: 'gift-value', property: 'valuePence', label: 'Value', required: true, reads: money },
      write: 'the value in pounds, such as 60 or 99.50',
    },
    {
      ...{ name: 'value-is', property: 'valueIs', label: 'How the value is known', required: true },
      write: 'how the value is known',
      reads: { kind: 'choice', choices: { known: 'It is known', 'an-estimate': 'It is an estimate' } },
    },
    {
      ...{
        name: 'offered-on',
        property: 'offeredOn',
        label: 'Date of the gift',
        required: true,
        reads: date,
      },
      write: 'the day of receipt, or of the offer where it was refused',
    },
    {
      ...{ name: 'accepted', property: 'accepted', label: 'Accepted', required: true, reads: yesNo },
      write: 'yes where it was accepted, no where it was refused',
    },
    {
      ...{ name: 'reason', property: 'reason', label: 'Reason', reads: text(500) },
      write: 'why it was accepted or refused',
    },
    {
      ...{ name: 'as-councillor', property: 'asCouncillor', label: 'Offered as a councillor', reads: yesNo },
      write: 'yes or no: was it offered to the member as a councillor?',
    },
    {
      ...{ name: 'significant', property: 'significant', label: 'Significant', reads: yesNo },
      write: 'yes or no: for one that was refused, was it significant?',
    },
  ],
};

/** The headings of the register, in the order of the regulations. */
export const CATEGORIES = Object.keys(FIELDS) as readonly RegisterCategory[];

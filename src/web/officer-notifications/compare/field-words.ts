import type { InterestDetails } from '../../../register/index.js';
import { civilDate } from '../../../law/index.js';
import { dateInWords, moneyInWords } from '../../../wording/index.js';

/** Every property that any category has. */
type Field = InterestDetails extends infer Each
  ? Each extends object
    ? Exclude<keyof Each, 'category'>
    : never
  : never;

/** What a property is called, in the words in which the member was asked for it. */
const NAMES: Readonly<Record<Field, string>> = {
  role: 'Role',
  employer: 'Employer',
  companyNumber: 'Company number',
  forProfitOrGain: 'For profit or gain',
  payer: 'Who paid',
  towards: 'Towards',
  madeOn: 'Day of the payment',
  amountPence: 'Amount',
  contractor: 'Who contracts',
  subject: 'What it is for',
  valuePence: 'Value',
  tie: 'Tie to the firm or body',
  fullyDischarged: 'Fully discharged',
  address: 'Address',
  postcode: 'Postcode',
  titleNumber: 'Title number',
  uprn: 'Property reference number',
  natureOfInterest: 'Interest in the land',
  gives: 'What it gives',
  inArea: 'In the council’s area',
  isHome: 'Usual home',
  from: 'From',
  to: 'Until',
  tenant: 'Tenant',
  company: 'Company or body',
  bodyInArea: 'Place of business or land in the council’s area',
  nominalHeldPence: 'Nominal value of all that is held',
  sharesHeldPence: 'Nominal value of the shares',
  issuedShareCapitalPence: 'Issued share capital',
  shareClass: 'Class of shares',
  body: 'Body',
  bodyNumber: 'Company or charity number',
  sort: 'Sort of body',
  donor: 'Donor',
  what: 'What was offered',
  valueIs: 'The value is',
  offeredOn: 'Day of the offer',
  accepted: 'Accepted',
  reason: 'Reason',
  asCouncillor: 'Offered as a councillor',
  significant: 'Significant',
};

/** What one property says in plain words, and how it said it before. Undefined where it was not said. */
export interface FieldChange {
  readonly field: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** The properties in which two details of one category differ, in the order in which they are asked for. */
export function fieldChanges(before: InterestDetails, after: InterestDetails): FieldChange[] {
  const old: Values = { ...before };
  const now: Values = { ...after };
  return (Object.entries(NAMES) as [Field, string][])
    .map(([field, name]) => ({
      field: name,
      from: inWords(field, old[field]),
      to: inWords(field, now[field]),
    }))
    .filter(({ from, to }) => from !== to);
}

/** What a property may hold, whatever the category. */
type Value = string | number | boolean | ShareClass | undefined;
type Values = Readonly<Record<string, Value>>;

function inWords(field: Field, value: Value): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return moneyInWords(value);
  if (typeof value === 'object') return shareClassInWords(value);
  if (DATES.includes(field)) return dateInWords(civilDate(value));
  return CHOICES[field]?.[value] ?? value;
}

const DATES: readonly Field[] = ['madeOn', 'from', 'to', 'offeredOn'];

const CHOICES: Readonly<Partial<Record<Field, Readonly<Record<string, string>>>>> = {
  towards: {
    'expenses-as-a-member': 'Expenses as a member',
    'election-expenses': 'Election expenses',
  },
  tie: {
    'the-person': 'The person contracts themselves',
    'partner-in-firm': 'Partner in the firm',
    director: 'Director',
    'committee-of-management': 'On the committee of management',
    'holds-securities': 'Holds securities in it',
    employee: 'Employee',
    other: 'Another tie',
  },
  gives: {
    occupation: 'A right to occupy it',
    income: 'Income from it',
    both: 'A right to occupy it, and income from it',
    neither: 'Neither a right to occupy it nor income from it',
  },
  sort: {
    'unpaid-directorship': 'Unpaid directorship',
    'appointed-by-the-authority': 'Appointed to it by the council',
    'public-functions': 'Exercises functions of a public nature',
    charitable: 'Directed to charitable purposes',
    'influences-opinion': 'Influences public opinion or policy',
    'something-else': 'Something else',
  },
  valueIs: { known: 'Known', 'an-estimate': 'An estimate' },
};

type ShareClass = NonNullable<Extract<InterestDetails, { category: 'securities' }>['shareClass']>;

const shareClassInWords = ({ name, heldPence, issuedPence }: ShareClass): string =>
  `${name}: ${moneyInWords(heldPence)} of ${moneyInWords(issuedPence)}`;

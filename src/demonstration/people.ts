import type { InterestDetails } from '../register/index.js';
import type { SeatRole, Standing, VotesOn } from '../members/index.js';

/** What a member of the demonstration council said in their notification. */
export interface Told {
  /** So many days before today. */
  readonly daysAgo: number;
  readonly own: readonly InterestDetails[];
  /** Undefined: there is no partner. */
  readonly partners?: readonly InterestDetails[];
  /** So many days before today; undefined: it waits to be entered. */
  readonly enteredDaysAgo?: number;
  /** The position among their own interests of one that is agreed to be sensitive. */
  readonly sensitive?: number;
}

/** One member: every state that a board can show is held by somebody. All of them are invented. */
export interface DemonstrationMember {
  readonly name: string;
  readonly login: string;
  readonly group?: string;
  readonly standing: Standing;
  readonly votesOn: VotesOn;
  readonly seat: SeatRole;
  readonly note?: string;
  /** Became a member so many days before today. */
  readonly tookOfficeDaysAgo: number;
  readonly told?: Told;
}

const councillor = { standing: 'elected', votesOn: 'any', seat: 'member' } as const;

export const MEMBERS: readonly DemonstrationMember[] = [
  {
    ...councillor,
    name: 'Mrs J R Thackeray',
    login: 'thackeray',
    group: 'Riverside Alliance',
    seat: 'chairman',
    tookOfficeDaysAgo: 200,
    told: {
      daysAgo: 190,
      enteredDaysAgo: 188,
      own: [
        { category: 'employment', role: 'Optician', employer: 'Thackeray and Moss, Wyreford' },
        {
          category: 'land',
          address: '12 Weir Bank, Wyreford',
          postcode: 'WV99 2RB',
          natureOfInterest: 'Owner',
        },
      ],
      partners: [{ category: 'employment', role: 'Partner', employer: 'Thackeray and Moss, Wyreford' }],
    },
  },
  {
    ...councillor,
    name: 'Mr D O Pemberton-Vale',
    login: 'pemberton-vale',
    group: 'Wyrefordshire First',
    seat: 'vice-chairman',
    tookOfficeDaysAgo: 200,
    told: {
      daysAgo: 180,
      enteredDaysAgo: 176,
      own: [
        {
          category: 'land',
          address: 'Tallow Lane Business Park, Severn Marsh',
          postcode: 'WV99 4QX',
          natureOfInterest: 'Receives the rent',
        },
        {
          category: 'securities',
          company: 'Pemberton Vale Holdings Ltd',
          bodyInArea: true,
          nominalHeldPence: 600_000,
          sharesHeldPence: 600_000,
          issuedShareCapitalPence: 10_000_000,
        },
      ],
    },
  },
  { ...councillor, name: 'Ms A Okonjo', login: 'okonjo', group: 'Riverside Alliance', tookOfficeDaysAgo: 10 },
  {
    ...councillor,
    name: 'Mr L Brackley',
    login: 'brackley',
    group: 'Wyrefordshire First',
    tookOfficeDaysAgo: 24,
  },
  {
    ...councillor,
    name: 'Mrs S T Varma',
    login: 'varma',
    group: 'Riverside Alliance',
    tookOfficeDaysAgo: 40,
  },
  {
    ...councillor,
    name: 'Mr H J Quillfeather',
    login: 'quillfeather',
    group: 'Independent',
    tookOfficeDaysAgo: 200,
    told: { daysAgo: 195, enteredDaysAgo: 188, own: [] },
  },
  {
    ...councillor,
    name: 'Ms E M Dunmore',
    login: 'dunmore',
    group: 'Riverside Alliance',
    tookOfficeDaysAgo: 12,
    told: {
      daysAgo: 1,
      own: [
        {
          category: 'land',
          address: '7 Chantry Row, Severn Marsh',
          postcode: 'WV99 4TT',
          natureOfInterest: 'Tenant',
        },
      ],
      partners: [
        { category: 'employment', role: 'Family worker', employer: 'Hartlebrook Family Support Ltd' },
      ],
    },
  },
  {
    ...councillor,
    name: 'Mr T P Rusk',
    login: 'rusk',
    group: 'Wyrefordshire First',
    tookOfficeDaysAgo: 200,
    told: {
      daysAgo: 186,
      enteredDaysAgo: 180,
      own: [
        {
          category: 'land',
          address: 'Quarry Cottage, Fallow Hill',
          postcode: 'WV99 7DN',
          natureOfInterest: 'Owner',
        },
        { category: 'employment', role: 'Farrier', employer: 'self-employed' },
      ],
      sensitive: 0,
    },
  },
  {
    ...councillor,
    name: 'Ms N Cotterell',
    login: 'cotterell',
    group: 'Independent',
    tookOfficeDaysAgo: 200,
    told: {
      daysAgo: 189,
      enteredDaysAgo: 188,
      own: [
        { category: 'employment', role: 'Director', employer: 'Hartlebrook Family Support Ltd' },
        {
          category: 'land',
          address: '31 Ropewalk, Wyreford',
          postcode: 'WV99 1KE',
          natureOfInterest: 'Owner',
        },
      ],
    },
  },
  {
    name: 'Canon Martin Ellwood',
    login: 'ellwood',
    standing: 'co-opted',
    votesOn: 'education',
    seat: 'church-representative',
    note: 'Church of England',
    tookOfficeDaysAgo: 100,
    told: {
      daysAgo: 60,
      enteredDaysAgo: 58,
      own: [{ category: 'employment', role: 'Canon', employer: 'Wyreford Cathedral Chapter' }],
    },
  },
  {
    name: 'Mrs R Adeyemi-Holt',
    login: 'adeyemi-holt',
    standing: 'co-opted',
    votesOn: 'education',
    seat: 'parent-governor-representative',
    note: 'Parent Governor',
    tookOfficeDaysAgo: 5,
  },
];

/** Officers, with the role each of them holds. */
export const OFFICERS = [
  { name: 'Helena Marsh', login: 'officer', role: 'monitoring-officer', title: 'Monitoring officer' },
  {
    name: 'Idris Vaughan-Lee',
    login: 'deputy',
    role: 'deputy-monitoring-officer',
    title: 'Deputy monitoring officer',
  },
  { name: 'Priya Lindqvist', login: 'clerk', role: 'democratic-services', title: 'Democratic services' },
  { name: 'Tobias Renner', login: 'auditor', role: 'auditor', title: 'Auditor' },
] as const;

export const ADMINISTRATOR = {
  name: 'Sunniva Clarke',
  login: 'administrator',
  title: 'Administrator',
} as const;

/** One password for everybody: nothing here is secret, and nothing of it exists in production. */
export const PASSWORD = 'demonstration';

export const emailOf = (login: string): string => `${login}@wyrefordshire.example`;

import { civilDate } from '../../time/civil-date.js';
import { sponsorship } from './sponsorship.js';
import { COUNTS, casesOf, not, waitsFor } from './prescribed-cases.js';
import type { DescriptionCases } from './prescribed-cases.js';

const gift = {
  category: 'sponsorship',
  heldBy: 'self',
  fromTheAuthority: false,
  towards: 'election-expenses',
  madeOn: civilDate('2021-04-20'),
  notificationGivenOn: civilDate('2021-05-20'),
} as const;
const CASES: DescriptionCases = [
  { name: 'a payment to election expenses', facts: gift, expected: COUNTS },
  {
    name: 'towards expenses as a member',
    facts: { ...gift, towards: 'expenses-as-a-member' },
    expected: COUNTS,
  },
  {
    name: 'towards something else',
    facts: { ...gift, towards: 'something-else' },
    expected: not('not-towards-such-expenses'),
  },
  {
    name: 'from the authority',
    facts: { ...gift, fromTheAuthority: true },
    expected: not('paid-by-the-authority'),
  },
  {
    name: 'on the first day of the twelve months',
    facts: { ...gift, madeOn: civilDate('2020-05-21') },
    expected: COUNTS,
  },
  {
    name: 'a day before them',
    facts: { ...gift, madeOn: civilDate('2020-05-20') },
    expected: not('outside-the-twelve-months'),
  },
  {
    name: 'on the day of the notification',
    facts: { ...gift, madeOn: civilDate('2021-05-20') },
    expected: COUNTS,
  },
  {
    name: 'a day after it',
    facts: { ...gift, madeOn: civilDate('2021-05-21') },
    expected: not('outside-the-twelve-months'),
  },
  {
    name: 'of a partner',
    facts: { ...gift, heldBy: 'partner', memberAware: true },
    expected: not('sponsorship-is-the-members-own'),
  },
  { name: 'on an unknown day', facts: { ...gift, madeOn: undefined }, expected: waitsFor('madeOn') },
  {
    name: 'for a notification not given yet',
    facts: { ...gift, notificationGivenOn: undefined },
    expected: waitsFor('notificationGivenOn'),
  },
];

export const SPONSORSHIP_CASES = casesOf(
  sponsorship,
  'A payment towards expenses, for a notification on 20 May 2021',
  CASES,
);

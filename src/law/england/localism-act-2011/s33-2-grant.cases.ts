import type { CaseTable } from '../../case-table.js';
import type { Finding } from '../../conclusion.js';
import { civilDate } from '../../time/civil-date.js';
import { valueAndPoints } from './finding-in-short.js';
import { s33_2 } from './s33-2-grant.js';
import type { GrantFacts } from './s33-2-grant.js';

/** Asked for in writing, for a year, in the interests of people in the area: every fact known. */
export const goodRequest = {
  request: 'written',
  ground: 'c',
  executiveArrangements: true,
  from: civilDate('2021-06-01'),
  to: civilDate('2022-05-31'),
  periodMonths: null,
} as const satisfies GrantFacts;

const inMonths = (periodMonths: number): GrantFacts => ({
  ...goodRequest,
  from: undefined,
  to: undefined,
  periodMonths,
});

const met = (length: string): readonly string[] => [
  'true',
  `asked-in-writing, a-ground-is-considered-met, ${length}`,
];
const WITHIN = met('grant-within-four-years');
const EXACTLY = met('grant-of-exactly-four-years');
const OVER = ['false', 'grant-over-four-years'];
const open = (fact: string, otherwise: string): readonly string[] => [
  `? ${fact}`,
  `asked-in-writing, a-ground-is-considered-met, grant-within-four-years, ${otherwise}`,
];

export const GRANT_CASES: CaseTable<GrantFacts, Finding<boolean>, readonly string[]> = {
  title: 'Whether a dispensation may be granted',
  rules: [s33_2.id],
  columns: ['May be granted', 'Because'],
  decide: (facts) => s33_2.decide(facts, civilDate('2021-05-20')),
  summary: valueAndPoints,
  cases: [
    { name: 'asked for in writing, on a ground, for a year', facts: goodRequest, expected: WITHIN },
    {
      name: 'asked for by word of mouth',
      facts: { ...goodRequest, request: 'oral' },
      expected: ['false', 'asked-but-not-in-writing'],
    },
    {
      name: 'for all members on an officer’s initiative, none of whom asked',
      facts: { ...goodRequest, request: 'none', ground: 'e' },
      expected: ['false', 'each-member-must-ask-in-writing'],
    },
    {
      name: 'with no ground considered met',
      facts: { ...goodRequest, ground: null },
      expected: ['false', 'no-ground-is-considered-met'],
    },
    {
      name: 'on ground (d), with executive arrangements',
      facts: { ...goodRequest, ground: 'd' },
      expected: WITHIN,
    },
    {
      name: 'on ground (d), without them',
      facts: { ...goodRequest, ground: 'd', executiveArrangements: false },
      expected: ['false', 'ground-d-needs-an-executive'],
    },
    {
      name: 'on another ground, executive arrangements do not matter',
      facts: { ...goodRequest, ground: 'e', executiveArrangements: undefined },
      expected: WITHIN,
    },
    {
      name: 'with a first day and no last day',
      facts: { ...goodRequest, to: null },
      expected: ['false', 'grant-states-no-period'],
    },
    {
      name: 'for one day less than four years',
      facts: { ...goodRequest, to: civilDate('2025-05-30') },
      expected: WITHIN,
    },
    {
      name: 'for four years to the day',
      facts: { ...goodRequest, to: civilDate('2025-05-31') },
      expected: EXACTLY,
    },
    {
      name: 'for four years and a day',
      facts: { ...goodRequest, to: civilDate('2025-06-01') },
      expected: OVER,
    },
    { name: 'for a single day', facts: { ...goodRequest, to: goodRequest.from }, expected: WITHIN },
    { name: 'for a month', facts: inMonths(1), expected: WITHIN },
    { name: 'for 47 months', facts: inMonths(47), expected: WITHIN },
    { name: 'for 48 months', facts: inMonths(48), expected: EXACTLY },
    { name: 'for 49 months', facts: inMonths(49), expected: OVER },
    {
      name: 'for months from a day, with no last day written out',
      facts: { ...inMonths(12), from: goodRequest.from, to: null },
      expected: WITHIN,
    },
    {
      name: 'stated in both ways, the longer too long',
      facts: { ...goodRequest, periodMonths: 12, to: civilDate('2025-06-01') },
      expected: OVER,
    },
    {
      name: 'by word of mouth, on no ground and without a period: each is said',
      facts: { ...goodRequest, request: 'oral', ground: null, to: null },
      expected: ['false', 'asked-but-not-in-writing, no-ground-is-considered-met, grant-states-no-period'],
    },
    {
      name: 'how it was asked for is not known: that is the question',
      facts: { ...goodRequest, request: undefined },
      expected: open('request', 'asked-but-not-in-writing'),
    },
    {
      name: 'on which ground is not known: that is the question',
      facts: { ...goodRequest, ground: undefined },
      expected: open('ground', 'no-ground-is-considered-met'),
    },
    {
      name: 'on ground (d), whether there is an executive is not known: that is the question',
      facts: { ...goodRequest, ground: 'd', executiveArrangements: undefined },
      expected: open('executiveArrangements', 'ground-d-needs-an-executive'),
    },
    {
      name: 'with no last day, whether it is stated in months is not known: that is the question',
      facts: { ...goodRequest, to: null, periodMonths: undefined },
      expected: open('periodMonths', 'grant-states-no-period'),
    },
    {
      name: 'until when is not known: that is the question',
      facts: { ...goodRequest, to: undefined },
      expected: open('to', 'grant-states-no-period'),
    },
    {
      name: 'from when is not known: that is the question',
      facts: { ...goodRequest, from: undefined },
      expected: open('from', 'grant-states-no-period'),
    },
    {
      name: 'a flaw settles it, and what is not known is not held against it',
      facts: { request: 'oral' },
      expected: ['false', 'asked-but-not-in-writing'],
    },
  ],
};

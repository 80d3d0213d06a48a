import type { CaseTable } from '../case-table.js';
import { findingInShort, whyInShort } from '../finding-in-short.js';
import { civilDate } from '../time/civil-date.js';
import { publicParticipation } from './public-participation.js';
import type { PublicParticipation, PublicParticipationFacts } from './public-participation.js';

const meeting = (day: string): PublicParticipationFacts => ({
  meetingDate: civilDate(day),
  bankHolidaysConsidered: true,
});
const WITHOUT_HOLIDAYS = 'notice-to-speak, notice-counts-bank-holidays';
const WEEKENDS_ONLY = 'notice-to-speak, notice-counts-weekends-only';

export const PUBLIC_PARTICIPATION_CASES: CaseTable<
  PublicParticipationFacts,
  PublicParticipation,
  readonly string[]
> = {
  title: 'Notice of wanting to speak at a meeting',
  rules: [publicParticipation.id],
  columns: ['By when, in London', 'Why'],
  decide: (facts) => publicParticipation.decide(facts, facts.meetingDate),
  summary: ({ deadlineLocal }) => [findingInShort(deadlineLocal), whyInShort(deadlineLocal)],
  always: ['meetingDate'],
  cases: [
    {
      name: 'the meeting of Tuesday 24 October 2017: Monday',
      facts: meeting('2017-10-24'),
      expected: ['2017-10-23T09:00', WITHOUT_HOLIDAYS],
    },
    {
      name: 'a Monday meeting, the day after the clocks went back: the Friday before',
      facts: meeting('2017-10-30'),
      expected: ['2017-10-27T09:00', WITHOUT_HOLIDAYS],
    },
    {
      name: 'the Tuesday after New Year’s Day',
      facts: meeting('2018-01-02'),
      expected: ['2017-12-29T09:00', WITHOUT_HOLIDAYS],
    },
    {
      name: 'the Tuesday after Easter',
      facts: meeting('2018-04-03'),
      expected: ['2018-03-29T09:00', WITHOUT_HOLIDAYS],
    },
    {
      name: 'a Saturday meeting',
      facts: meeting('2017-10-28'),
      expected: ['2017-10-27T09:00', WITHOUT_HOLIDAYS],
    },
    {
      name: 'the Tuesday after Easter where only weekends are left out',
      facts: { ...meeting('2018-04-03'), bankHolidaysConsidered: false },
      expected: ['2018-04-02T09:00', WEEKENDS_ONLY],
    },
    {
      name: 'a Monday where only weekends are left out',
      facts: { ...meeting('2017-10-30'), bankHolidaysConsidered: false },
      expected: ['2017-10-27T09:00', WEEKENDS_ONLY],
    },
    {
      name: 'it is not known whether bank holidays are left out, and it matters',
      facts: { ...meeting('2018-04-03'), bankHolidaysConsidered: undefined },
      expected: ['? bankHolidaysConsidered', ''],
    },
    {
      name: 'it is not known, and it does not matter',
      facts: { ...meeting('2017-10-24'), bankHolidaysConsidered: undefined },
      expected: ['2017-10-23T09:00', 'notice-to-speak'],
    },
    {
      name: 'a list of bank holidays is gone by instead of those known here',
      facts: { ...meeting('2017-10-24'), bankHolidays: [civilDate('2017-10-23')] },
      expected: ['2017-10-20T09:00', WITHOUT_HOLIDAYS],
    },
    {
      name: 'the list does not matter where only weekends are left out',
      facts: {
        ...meeting('2017-10-24'),
        bankHolidaysConsidered: false,
        bankHolidays: [civilDate('2017-10-23')],
      },
      expected: ['2017-10-23T09:00', WEEKENDS_ONLY],
    },
    {
      name: 'another hour and another number of days, where the authority has set them',
      facts: { ...meeting('2018-01-02'), hour: 12, workingDaysBefore: 2 },
      expected: ['2017-12-28T12:00', WITHOUT_HOLIDAYS],
    },
    {
      name: 'bank holidays that are not proclaimed yet can still change',
      facts: meeting('2028-05-02'),
      expected: ['2028-04-28T09:00', `${WITHOUT_HOLIDAYS}, bank-holidays-provisional`],
    },
    {
      name: 'they do not where only weekends are left out',
      facts: { ...meeting('2028-05-02'), bankHolidaysConsidered: false },
      expected: ['2028-05-01T09:00', WEEKENDS_ONLY],
    },
    {
      name: 'nobody knows the bank holidays of 2031 here',
      facts: meeting('2031-05-06'),
      expected: ['? bankHolidays', ''],
    },
    {
      name: 'nor, then, whether they would matter',
      facts: { ...meeting('2031-05-06'), bankHolidaysConsidered: undefined },
      expected: ['? bankHolidays', ''],
    },
    {
      name: 'weekends are known in any year',
      facts: { ...meeting('2031-05-06'), bankHolidaysConsidered: false },
      expected: ['2031-05-05T09:00', WEEKENDS_ONLY],
    },
  ],
};

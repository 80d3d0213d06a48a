import type { CaseTable } from '../../case-table.js';
import { findingInShort } from '../../finding-in-short.js';
import { civilDate } from '../../time/civil-date.js';
import { sch12_10_2 } from './sch12-10-parish-summons.js';
import type { ParishNotice, ParishSummonsFacts } from './sch12-10-parish-summons.js';

const summons = (meeting: string, summoned?: string): ParishSummonsFacts => ({
  meetingDate: civilDate(meeting),
  summonedOn: summoned === undefined ? undefined : civilDate(summoned),
});

export const PARISH_SUMMONS_CASES: CaseTable<ParishSummonsFacts, ParishNotice, readonly string[]> = {
  title: 'Three clear days for a parish council',
  rules: [sch12_10_2.id],
  columns: ['Clear days', 'In time', 'Latest day', 'Safe day'],
  decide: (facts) => sch12_10_2.decide(facts, facts.meetingDate),
  summary: ({ clearDays, compliant, latestDay, safeDay }) =>
    [clearDays, compliant, latestDay, safeDay].map(findingInShort),
  always: ['meetingDate'],
  cases: [
    {
      name: 'summoned on Friday for Thursday: Sunday does not count',
      facts: summons('2017-10-26', '2017-10-20'),
      expected: ['4', 'true', '2017-10-21', '2017-10-20'],
    },
    {
      name: 'summoned on Saturday for Thursday: Monday to Wednesday',
      facts: summons('2017-10-26', '2017-10-21'),
      expected: ['3', 'true', '2017-10-21', '2017-10-20'],
    },
    {
      name: 'summoned on Monday for Thursday: a day short',
      facts: summons('2017-10-26', '2017-10-23'),
      expected: ['2', 'false', '2017-10-21', '2017-10-20'],
    },
    {
      name: 'summoned on Thursday for Tuesday: Saturday counts by the Act, and not to be safe',
      facts: summons('2017-10-24', '2017-10-19'),
      expected: ['3', 'true', '2017-10-19', '2017-10-18'],
    },
    {
      name: 'summoned on Friday for Tuesday: a day short',
      facts: summons('2017-10-24', '2017-10-20'),
      expected: ['2', 'false', '2017-10-19', '2017-10-18'],
    },
    {
      name: 'a bank holiday Monday does not count',
      facts: summons('2018-05-08', '2018-05-02'),
      expected: ['3', 'true', '2018-05-02', '2018-05-01'],
    },
    {
      name: 'summoned the day after that: a day short',
      facts: summons('2018-05-08', '2018-05-03'),
      expected: ['2', 'false', '2018-05-02', '2018-05-01'],
    },
    {
      name: 'over Easter: neither Maundy Thursday nor Good Friday nor Easter Monday counts',
      facts: summons('2018-04-04', '2018-03-27'),
      expected: ['3', 'true', '2018-03-27', '2018-03-23'],
    },
    {
      name: 'over Christmas: Christmas Eve, Christmas Day and Boxing Day do not count',
      facts: summons('2018-12-31', '2018-12-22'),
      expected: ['3', 'true', '2018-12-22', '2018-12-19'],
    },
    {
      name: 'a day of mourning does not count',
      facts: { ...summons('2017-10-26', '2017-10-21'), mourningDays: [civilDate('2017-10-25')] },
      expected: ['2', 'false', '2017-10-20', '2017-10-19'],
    },
    {
      name: 'national mourning in doubt counts by the Act, and not to be safe',
      facts: summons('2022-09-21', '2022-09-15'),
      expected: ['3', 'true', '2022-09-15', '2022-09-05'],
    },
    {
      name: 'a list of bank holidays is gone by instead of those known here',
      facts: { ...summons('2018-05-08', '2018-05-03'), bankHolidays: [] },
      expected: ['3', 'true', '2018-05-03', '2018-05-02'],
    },
    {
      name: 'not summoned yet',
      facts: summons('2017-10-26'),
      expected: ['? summonedOn', '? summonedOn', '2017-10-21', '2017-10-20'],
    },
    {
      name: 'nobody knows the bank holidays of 2031 here',
      facts: summons('2031-05-13', '2031-05-07'),
      expected: ['? bankHolidays', '? bankHolidays', '? bankHolidays', '? bankHolidays'],
    },
  ],
};

import type { CaseTable } from '../../case-table.js';
import { findingInShort, whyInShort } from '../../finding-in-short.js';
import { civilDate } from '../../time/civil-date.js';
import { s16_3, s7_1, sch2_6_3 } from './s7-fourth-day.js';
import { comingIntoOffice } from './s7-taking-office.js';
import type { ComingIntoOffice, ComingIntoOfficeFacts } from './s7-taking-office.js';

const ASKED_ON = civilDate('2026-11-25');

type Table = CaseTable<ComingIntoOfficeFacts, ComingIntoOffice, readonly string[]>;

const table: Pick<Table, 'columns' | 'decide' | 'summary'> = {
  columns: ['Became a member on', 'Why', 'Some count from'],
  decide: (facts) => comingIntoOffice.decide(facts, ASKED_ON),
  summary: ({ becameMemberOn, earlierArguableStart }) => [
    findingInShort(becameMemberOn),
    whyInShort(becameMemberOn),
    findingInShort(earlierArguableStart),
  ],
};

const FOURTH = 'fourth-day-after-poll';
const PUT_OFF = 'fourth-day-after-poll, fourth-day-passed-over';

const polledOn = (day: string): ComingIntoOfficeFacts => ({
  cameInBy: 'ordinary-election',
  council: 'county-or-district',
  pollingDay: civilDate(day),
});

export const FOURTH_DAY_CASES: Table = {
  ...table,
  title: 'Into office after an ordinary election',
  rules: [comingIntoOffice.id, s7_1.id, s16_3.id, sch2_6_3.id],
  cases: [
    {
      name: 'the county election of Thursday 4 May 2017: Monday 8 May',
      facts: polledOn('2017-05-04'),
      expected: ['2017-05-08', FOURTH, '2017-05-04'],
    },
    {
      name: 'a fourth day that is a bank holiday Monday: Tuesday (2 May 2019)',
      facts: polledOn('2019-05-02'),
      expected: ['2019-05-07', PUT_OFF, '2019-05-02'],
    },
    {
      name: 'a fourth day that is the extra bank holiday of a coronation: Tuesday (4 May 2023)',
      facts: polledOn('2023-05-04'),
      expected: ['2023-05-09', PUT_OFF, '2023-05-04'],
    },
    {
      name: 'a bank holiday among the first three days changes nothing',
      facts: { ...polledOn('2017-05-04'), bankHolidays: [civilDate('2017-05-05')] },
      expected: ['2017-05-08', FOURTH, '2017-05-04'],
    },
    {
      name: 'a Saturday as fourth day stands',
      facts: polledOn('2017-05-09'),
      expected: ['2017-05-13', FOURTH, '2017-05-09'],
    },
    {
      name: 'a Sunday as fourth day is put off to Monday',
      facts: polledOn('2017-05-10'),
      expected: ['2017-05-15', PUT_OFF, '2017-05-10'],
    },
    {
      name: 'a Sunday before a bank holiday is put off to Tuesday',
      facts: { ...polledOn('2017-05-10'), bankHolidays: [civilDate('2017-05-15')] },
      expected: ['2017-05-16', PUT_OFF, '2017-05-10'],
    },
    {
      name: 'a list of bank holidays is gone by instead of those known here',
      facts: { ...polledOn('2019-05-02'), bankHolidays: [] },
      expected: ['2019-05-06', FOURTH, '2019-05-02'],
    },
    {
      name: 'a list that names the fourth day puts it off',
      facts: { ...polledOn('2017-05-04'), bankHolidays: [civilDate('2017-05-08'), civilDate('2017-05-29')] },
      expected: ['2017-05-09', PUT_OFF, '2017-05-04'],
    },
    {
      name: 'a day of mourning as fourth day is put off',
      facts: { ...polledOn('2017-05-04'), mourningDays: [civilDate('2017-05-08')] },
      expected: ['2017-05-09', PUT_OFF, '2017-05-04'],
    },
    {
      name: 'somebody has said that the fourth day is not passed over',
      facts: { ...polledOn('2019-05-02'), fourthDayIsPassedOver: false },
      expected: ['2019-05-06', FOURTH, '2019-05-02'],
    },
    {
      name: 'somebody has said that the fourth day is passed over',
      facts: { ...polledOn('2017-05-04'), fourthDayIsPassedOver: true },
      expected: ['2017-05-09', PUT_OFF, '2017-05-04'],
    },
    {
      name: 'and the day after it is a bank holiday',
      facts: {
        ...polledOn('2017-05-04'),
        fourthDayIsPassedOver: true,
        bankHolidays: [civilDate('2017-05-09')],
      },
      expected: ['2017-05-10', PUT_OFF, '2017-05-04'],
    },
    {
      name: 'bank holidays that are not proclaimed yet can still change',
      facts: polledOn('2029-05-03'),
      expected: ['2029-05-08', `${PUT_OFF}, bank-holidays-provisional`, '2029-05-03'],
    },
    {
      name: 'nobody knows the bank holidays of 2031 here',
      facts: polledOn('2031-05-01'),
      expected: ['? bankHolidays', '', '2031-05-01'],
    },
    {
      name: 'it does not matter to somebody who has said that the fourth day stands',
      facts: { ...polledOn('2031-05-01'), fourthDayIsPassedOver: false },
      expected: ['2031-05-05', FOURTH, '2031-05-01'],
    },
    {
      name: 'it does to somebody who has said that it is passed over',
      facts: { ...polledOn('2031-05-01'), fourthDayIsPassedOver: true },
      expected: ['? bankHolidays', '', '2031-05-01'],
    },
    {
      name: 'the day of the poll is not known',
      facts: { cameInBy: 'ordinary-election', council: 'parish' },
      expected: ['? pollingDay', '', '? pollingDay'],
    },
  ],
};

export const OTHER_WAYS_IN_CASES: Table = {
  ...table,
  title: 'Into office in another way',
  rules: [comingIntoOffice.id],
  cases: [
    {
      name: 'a by-election: the day on which the result is declared, the day after the poll',
      facts: {
        cameInBy: 'by-election',
        pollingDay: civilDate('2018-03-08'),
        declaredOn: civilDate('2018-03-09'),
      },
      expected: ['2018-03-09', 'in-office-on-declaration', '2018-03-08'],
    },
    {
      name: 'a by-election declared on the night of the poll',
      facts: {
        cameInBy: 'by-election',
        pollingDay: civilDate('2018-03-08'),
        declaredOn: civilDate('2018-03-08'),
      },
      expected: ['2018-03-08', 'in-office-on-declaration', '2018-03-08'],
    },
    {
      name: 'a by-election whose result is not declared yet',
      facts: { cameInBy: 'by-election', pollingDay: civilDate('2018-03-08') },
      expected: ['? declaredOn', '', '2018-03-08'],
    },
    {
      name: 'a by-election whose polling day is not known',
      facts: { cameInBy: 'by-election', declaredOn: civilDate('2018-03-09') },
      expected: ['2018-03-09', 'in-office-on-declaration', '? pollingDay'],
    },
    {
      name: 'a co-option: that day, even a Sunday',
      facts: { cameInBy: 'co-option', coOptedOn: civilDate('2017-10-22') },
      expected: ['2017-10-22', 'in-office-on-co-option', 'null'],
    },
    {
      name: 'a co-option on a day that is not known',
      facts: { cameInBy: 'co-option', appointedOn: civilDate('2017-10-24') },
      expected: ['? coOptedOn', '', 'null'],
    },
    {
      name: 'an appointment: that day',
      facts: { cameInBy: 'appointment', appointedOn: civilDate('2017-10-24') },
      expected: ['2017-10-24', 'in-office-on-appointment', 'null'],
    },
    {
      name: 'an appointment on a day that is not known',
      facts: { cameInBy: 'appointment', coOptedOn: civilDate('2017-10-24') },
      expected: ['? appointedOn', '', 'null'],
    },
    {
      name: 'how the person came in is not known',
      facts: { pollingDay: civilDate('2017-05-04') },
      expected: ['? cameInBy', '', '? cameInBy'],
    },
  ],
};

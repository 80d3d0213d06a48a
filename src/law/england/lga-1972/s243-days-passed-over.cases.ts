import type { CaseTable } from '../../case-table.js';
import type { Finding } from '../../conclusion.js';
import { findingInShort, whyInShort } from '../../finding-in-short.js';
import { civilDate } from '../../time/civil-date.js';
import type { CivilDate } from '../../time/civil-date.js';
import { s243_1, s243_4 } from './s243-days-passed-over.js';
import type { DayFacts } from './s243-days-passed-over.js';

const on = (day: string): DayFacts => ({ on: civilDate(day) });
const COUNTS = ['false', 'day-counts'];
const LEFT_OUT = ['true', 'day-left-out'];

export const LEFT_OUT_CASES: CaseTable<DayFacts, Finding<boolean>, readonly string[]> = {
  title: 'Days left out of a short period',
  rules: [s243_4.id],
  columns: ['Left out', 'Why'],
  decide: (facts) => s243_4.decide(facts, facts.on),
  summary: (leftOut) => [findingInShort(leftOut), whyInShort(leftOut)],
  always: ['on'],
  cases: [
    { name: 'an ordinary Friday counts', facts: on('2017-10-20'), expected: COUNTS },
    { name: 'a Saturday counts', facts: on('2017-10-21'), expected: COUNTS },
    { name: 'a Sunday is left out', facts: on('2017-10-22'), expected: LEFT_OUT },
    { name: 'a Monday counts', facts: on('2017-10-23'), expected: COUNTS },
    { name: 'a bank holiday is left out', facts: on('2018-05-07'), expected: LEFT_OUT },
    { name: 'the day after a bank holiday counts', facts: on('2018-05-08'), expected: COUNTS },
    { name: 'a bank holiday of Scotland only counts', facts: on('2018-01-02'), expected: COUNTS },
    { name: 'the Wednesday before Easter counts', facts: on('2018-03-28'), expected: COUNTS },
    { name: 'Maundy Thursday is left out', facts: on('2018-03-29'), expected: LEFT_OUT },
    { name: 'Good Friday is left out', facts: on('2018-03-30'), expected: LEFT_OUT },
    { name: 'the Saturday before Easter counts', facts: on('2018-03-31'), expected: COUNTS },
    { name: 'Easter Monday is a bank holiday', facts: on('2018-04-02'), expected: LEFT_OUT },
    { name: 'the Tuesday after Easter counts', facts: on('2018-04-03'), expected: COUNTS },
    { name: 'the day before Christmas Eve counts', facts: on('2020-12-23'), expected: COUNTS },
    { name: 'Christmas Eve is left out', facts: on('2020-12-24'), expected: LEFT_OUT },
    { name: 'Christmas Day is left out', facts: on('2020-12-25'), expected: LEFT_OUT },
    { name: 'Christmas Day on a Saturday is left out too', facts: on('2021-12-25'), expected: LEFT_OUT },
    {
      name: '24 and 25 are left out in December only',
      facts: on('2020-11-24'),
      expected: COUNTS,
    },
    {
      name: 'Good Friday is left out of a list of bank holidays that does not name it',
      facts: { on: civilDate('2018-03-30'), bankHolidays: [] },
      expected: LEFT_OUT,
    },
    {
      name: 'a day appointed for mourning is left out',
      facts: { on: civilDate('2017-10-20'), mourningDays: [civilDate('2017-10-20')] },
      expected: LEFT_OUT,
    },
    {
      name: 'the day after it counts',
      facts: { on: civilDate('2017-10-21'), mourningDays: [civilDate('2017-10-20')] },
      expected: COUNTS,
    },
    {
      name: 'national mourning that was announced and not plainly appointed counts',
      facts: on('2022-09-15'),
      expected: COUNTS,
    },
    { name: 'the state funeral was a bank holiday', facts: on('2022-09-19'), expected: LEFT_OUT },
    {
      name: 'bank holidays that are not proclaimed yet can still change',
      facts: on('2028-05-01'),
      expected: ['true', 'day-left-out, bank-holidays-provisional'],
    },
    {
      name: 'the last day of what is proclaimed is certain',
      facts: on('2027-12-31'),
      expected: COUNTS,
    },
    {
      name: 'nobody knows the bank holidays of 2031 here',
      facts: on('2031-05-05'),
      expected: ['? bankHolidays', ''],
    },
    {
      name: 'a Sunday of 2031 is left out all the same',
      facts: on('2031-05-04'),
      expected: ['true', 'day-left-out, bank-holidays-provisional'],
    },
    {
      name: 'a list of bank holidays settles it',
      facts: { on: civilDate('2031-05-05'), bankHolidays: [civilDate('2031-05-05')] },
      expected: LEFT_OUT,
    },
  ],
};

export const PUT_OFF_CASES: CaseTable<DayFacts, Finding<CivilDate>, readonly string[]> = {
  title: 'What falls on such a day is put off',
  rules: [s243_1.id],
  columns: ['May be done on', 'Why'],
  decide: (facts) => s243_1.decide(facts, facts.on),
  summary: (day) => [findingInShort(day), whyInShort(day)],
  always: ['on'],
  cases: [
    { name: 'an ordinary day stands', facts: on('2017-10-20'), expected: ['2017-10-20', 'day-counts'] },
    { name: 'a Saturday stands', facts: on('2017-10-21'), expected: ['2017-10-21', 'day-counts'] },
    {
      name: 'a Sunday is put off to Monday',
      facts: on('2017-10-22'),
      expected: ['2017-10-23', 'day-moved-on'],
    },
    {
      name: 'a Sunday before a bank holiday to Tuesday',
      facts: on('2018-05-06'),
      expected: ['2018-05-08', 'day-moved-on'],
    },
    {
      name: 'Maundy Thursday to the Saturday',
      facts: on('2018-03-29'),
      expected: ['2018-03-31', 'day-moved-on'],
    },
    {
      name: 'Christmas Eve past Boxing Day',
      facts: on('2018-12-24'),
      expected: ['2018-12-27', 'day-moved-on'],
    },
    {
      name: 'the years without known bank holidays',
      facts: on('2031-05-05'),
      expected: ['? bankHolidays', ''],
    },
    {
      name: 'the last Sunday before those years',
      facts: on('2030-12-29'),
      expected: ['2030-12-30', 'day-moved-on, bank-holidays-provisional'],
    },
  ],
};

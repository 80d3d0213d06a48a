import type { CaseTable } from '../../case-table.js';
import type { Finding } from '../../conclusion.js';
import { findingInShort, whyInShort } from '../../finding-in-short.js';
import { civilDate } from '../../time/civil-date.js';
import { s100B_3, s100B_4 } from './s100b-agenda.js';
import type { AgendaCount, AgendaFacts, AgendaNotice } from './s100b-agenda.js';

const agenda = (meeting: string, published?: string): AgendaFacts => ({
  meetingDate: civilDate(meeting),
  publishedOn: published === undefined ? undefined : civilDate(published),
  convenedAtShorterNoticeOn: null,
});

/** Called on the Wednesday before the Tuesday of the meeting: three clear working days, five by the calendar. */
const AT_SHORT_NOTICE = {
  ...agenda('2017-10-24', '2017-10-18'),
  convenedAtShorterNoticeOn: civilDate('2017-10-18'),
};

function countInShort({ clearDays, compliant, latestPublicationDay }: AgendaCount): readonly string[] {
  return [clearDays, compliant, latestPublicationDay].map(findingInShort);
}

export const AGENDA_CASES: CaseTable<AgendaFacts, AgendaNotice, readonly string[]> = {
  title: 'Five clear days for an agenda',
  rules: [s100B_3.id],
  columns: [
    'Clear working days',
    'In time',
    'Latest day',
    'Clear days of the calendar',
    'In time by the calendar',
    'Latest day by the calendar',
  ],
  decide: (facts) => s100B_3.decide(facts, facts.meetingDate),
  summary: (notice) => [...countInShort(notice), ...countInShort(notice.byCalendarDays)],
  always: ['meetingDate'],
  cases: [
    {
      name: 'published on Friday 13 October 2017 for Tuesday 24 October',
      facts: agenda('2017-10-24', '2017-10-13'),
      expected: ['6', 'true', '2017-10-16', '10', 'true', '2017-10-18'],
    },
    {
      name: 'published on the latest day',
      facts: agenda('2017-10-24', '2017-10-16'),
      expected: ['5', 'true', '2017-10-16', '7', 'true', '2017-10-18'],
    },
    {
      name: 'published a day too late',
      facts: agenda('2017-10-24', '2017-10-17'),
      expected: ['4', 'false', '2017-10-16', '6', 'true', '2017-10-18'],
    },
    {
      name: 'published on the latest day by the calendar',
      facts: agenda('2017-10-24', '2017-10-18'),
      expected: ['3', 'false', '2017-10-16', '5', 'true', '2017-10-18'],
    },
    {
      name: 'published a day too late by the calendar too',
      facts: agenda('2017-10-24', '2017-10-19'),
      expected: ['2', 'false', '2017-10-16', '4', 'false', '2017-10-18'],
    },
    {
      name: 'published on the day of the meeting',
      facts: agenda('2017-10-24', '2017-10-24'),
      expected: ['0', 'false', '2017-10-16', '0', 'false', '2017-10-18'],
    },
    {
      name: 'not published yet',
      facts: agenda('2017-10-24'),
      expected: [
        '? publishedOn',
        '? publishedOn',
        '2017-10-16',
        '? publishedOn',
        '? publishedOn',
        '2017-10-18',
      ],
    },
    {
      name: 'a bank holiday does not count: the Tuesday after the August holiday',
      facts: agenda('2023-08-29', '2023-08-18'),
      expected: ['5', 'true', '2023-08-18', '10', 'true', '2023-08-23'],
    },
    {
      name: 'published on the Monday before that: a day short',
      facts: agenda('2023-08-29', '2023-08-21'),
      expected: ['4', 'false', '2023-08-18', '7', 'true', '2023-08-23'],
    },
    {
      name: 'a list of bank holidays is gone by instead of those known here',
      facts: { ...agenda('2023-08-29', '2023-08-21'), bankHolidays: [] },
      expected: ['5', 'true', '2023-08-21', '7', 'true', '2023-08-23'],
    },
    {
      name: 'called at shorter notice, and published that day',
      facts: AT_SHORT_NOTICE,
      expected: ['3', 'true', '2017-10-16', '5', 'true', '2017-10-18'],
    },
    {
      name: 'called at shorter notice, and published the day before',
      facts: { ...AT_SHORT_NOTICE, publishedOn: civilDate('2017-10-17') },
      expected: ['4', 'true', '2017-10-16', '6', 'true', '2017-10-18'],
    },
    {
      name: 'called at shorter notice, and published the day after',
      facts: { ...AT_SHORT_NOTICE, publishedOn: civilDate('2017-10-19') },
      expected: ['2', 'false', '2017-10-16', '4', 'false', '2017-10-18'],
    },
    {
      name: 'called at shorter notice, and not published yet',
      facts: { ...AT_SHORT_NOTICE, publishedOn: undefined },
      expected: [
        '? publishedOn',
        '? publishedOn',
        '2017-10-16',
        '? publishedOn',
        '? publishedOn',
        '2017-10-18',
      ],
    },
    {
      name: 'late, and it is not known whether the meeting was called at shorter notice',
      facts: { ...agenda('2017-10-24', '2017-10-19'), convenedAtShorterNoticeOn: undefined },
      expected: [
        '2',
        '? convenedAtShorterNoticeOn',
        '2017-10-16',
        '4',
        '? convenedAtShorterNoticeOn',
        '2017-10-18',
      ],
    },
    {
      name: 'in time, whether or not it was called at shorter notice',
      facts: { ...agenda('2017-10-24', '2017-10-16'), convenedAtShorterNoticeOn: undefined },
      expected: ['5', 'true', '2017-10-16', '7', 'true', '2017-10-18'],
    },
    {
      name: 'nobody knows the bank holidays of 2031 here',
      facts: agenda('2031-05-13', '2031-05-02'),
      expected: ['? bankHolidays', '? bankHolidays', '? bankHolidays', '10', 'true', '2031-05-07'],
    },
  ],
};

const late = agenda('2017-10-24', '2017-10-17');

export const ITEM_CASES: CaseTable<AgendaFacts, Finding<boolean>, readonly string[]> = {
  title: 'An item that was not published in time',
  rules: [s100B_4.id],
  columns: ['May be considered', 'Why'],
  decide: (facts) => s100B_4.decide(facts, facts.meetingDate),
  summary: (may) => [findingInShort(may), whyInShort(may)],
  always: ['meetingDate'],
  cases: [
    {
      name: 'on an agenda published in time',
      facts: { ...agenda('2017-10-24', '2017-10-16'), urgent: false },
      expected: ['true', 'item-was-on-the-agenda'],
    },
    {
      name: 'on an agenda published in time, and urgent as well',
      facts: { ...agenda('2017-10-24', '2017-10-16'), urgent: true },
      expected: ['true', 'item-was-on-the-agenda'],
    },
    {
      name: 'on an agenda published in time, whether or not it is urgent',
      facts: agenda('2017-10-24', '2017-10-16'),
      expected: ['true', 'item-was-on-the-agenda'],
    },
    {
      name: 'late and not urgent',
      facts: { ...late, urgent: false },
      expected: ['false', 'late-item-not-urgent'],
    },
    { name: 'late and urgent', facts: { ...late, urgent: true }, expected: ['true', 'item-is-urgent'] },
    { name: 'late, and nobody has said whether it is urgent', facts: late, expected: ['? urgent', ''] },
    {
      name: 'urgent, and nobody has said when it was published',
      facts: { ...agenda('2017-10-24'), urgent: true },
      expected: ['true', 'item-is-urgent'],
    },
    {
      name: 'not urgent, and nobody has said when it was published',
      facts: { ...agenda('2017-10-24'), urgent: false },
      expected: ['? publishedOn', ''],
    },
    {
      name: 'open since a meeting at shorter notice was called',
      facts: { ...AT_SHORT_NOTICE, urgent: false },
      expected: ['true', 'item-was-on-the-agenda'],
    },
  ],
};

import { describe, expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { FOURTH_DAY_CASES, OTHER_WAYS_IN_CASES } from './s7-taking-office.cases.js';
import { comingIntoOffice } from './s7-taking-office.js';
import type { ComingIntoOffice, ComingIntoOfficeFacts } from './s7-taking-office.js';

caseTable(FOURTH_DAY_CASES);
caseTable(OTHER_WAYS_IN_CASES);

const POLLING_DAY = civilDate('2019-05-02');

function decide(facts: ComingIntoOfficeFacts): ComingIntoOffice {
  return comingIntoOffice.decide(facts, civilDate('2026-11-25'));
}

describe('An ordinary election', () => {
  it.each([
    ['county-or-district', 'LGA 1972 s.7(1)', 'https://www.legislation.gov.uk/ukpga/1972/70/section/7'],
    ['parish', 'LGA 1972 s.16(3)', 'https://www.legislation.gov.uk/ukpga/1972/70/section/16'],
    ['london-borough', 'LGA 1972 Sch 2 para 6(3)', 'https://www.legislation.gov.uk/ukpga/1972/70/schedule/2'],
    [undefined, 'LGA 1972 s.7(1)', 'https://www.legislation.gov.uk/ukpga/1972/70/section/7'],
  ] as const)(
    'to the council of a %s is cited to %s, and its putting off to s.243(1)',
    (council, text, url) => {
      const { becameMemberOn } = decide({ cameInBy: 'ordinary-election', council, pollingDay: POLLING_DAY });
      expect(becameMemberOn.reasons.map(({ citation }) => citation)).toEqual([
        { text, url },
        { text: 'LGA 1972 s.243(1)', url: 'https://www.legislation.gov.uk/ukpga/1972/70/section/243' },
      ]);
    },
  );
});

describe('The day from which some would count', () => {
  const why = (facts: ComingIntoOfficeFacts): readonly string[] =>
    decide(facts).earlierArguableStart.reasons.map(({ point }) => point);

  it.each(['ordinary-election', 'by-election'] as const)('is polling day after an %s', (cameInBy) => {
    expect(why({ cameInBy, pollingDay: POLLING_DAY })).toEqual(['some-count-from-polling-day']);
    expect(why({ cameInBy })).toEqual(['coming-into-office-not-known']);
  });

  it.each(['co-option', 'appointment'] as const)('is none after a %s', (cameInBy) => {
    expect(why({ cameInBy })).toEqual(['nothing-earlier-is-argued']);
  });
});

it('an answer that waits for the day names the point it is about', () => {
  const { becameMemberOn } = decide({ cameInBy: 'ordinary-election' });
  expect(becameMemberOn.reasons.map(({ point }) => point)).toEqual(['fourth-day-after-poll']);
});

describe('Facts that contradict each other', () => {
  it('are refused: a fourth day that is said to stand and listed as a bank holiday', () => {
    const facts = {
      cameInBy: 'ordinary-election',
      pollingDay: POLLING_DAY,
      fourthDayIsPassedOver: false,
      bankHolidays: [civilDate('2019-05-06')],
    } as const;
    expect(() => decide(facts)).toThrow(RangeError);
    expect(() => decide(facts)).toThrow('fourthDayIsPassedOver cannot be false: 2019-05-06');
    expect(() => decide({ ...facts, bankHolidays: [civilDate('2019-05-07')] })).not.toThrow();
    expect(() => decide({ ...facts, fourthDayIsPassedOver: true })).not.toThrow();
    expect(() => decide({ ...facts, pollingDay: undefined })).not.toThrow();
  });

  it('are refused: a result declared before the poll', () => {
    const facts = {
      cameInBy: 'by-election',
      pollingDay: POLLING_DAY,
      declaredOn: civilDate('2019-05-01'),
    } as const;
    expect(() => decide(facts)).toThrow(RangeError);
    expect(() => decide(facts)).toThrow('declaredOn is 2019-05-01, before the poll on 2019-05-02.');
    expect(() => decide({ ...facts, cameInBy: 'ordinary-election' })).not.toThrow();
  });
});

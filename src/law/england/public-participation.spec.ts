import { describe, expect, it } from '@jest/globals';
import { caseTable } from '../../../test/law/support/case-table.js';
import { civilDate } from '../time/civil-date.js';
import { PUBLIC_PARTICIPATION_CASES } from './public-participation.cases.js';
import { publicParticipation } from './public-participation.js';
import type { PublicParticipation, PublicParticipationFacts } from './public-participation.js';

caseTable(PUBLIC_PARTICIPATION_CASES);

const meetingDate = civilDate('2017-10-24');

function decide(changes: Partial<PublicParticipationFacts> = {}): PublicParticipation {
  return publicParticipation.decide({ meetingDate, bankHolidaysConsidered: true, ...changes }, meetingDate);
}

it('the answer is a time in London, by standing orders, of the agenda', () => {
  const { zone, deadlineLocal } = decide();
  expect(zone).toBe('Europe/London');
  expect(deadlineLocal.reasons[0]).toMatchObject({
    layer: 'standing-orders',
    citation: { text: 'Worcestershire County Council agenda of 24 October 2017, item 3' },
  });
});

describe('A practice that cannot be', () => {
  it.each([-1, 24, 9.5, Number.NaN])('is refused: the hour %p', (hour) => {
    expect(() => decide({ hour })).toThrow(RangeError);
    expect(() => decide({ hour })).toThrow('hour must be a whole hour from 0 to 23');
  });

  it.each([0, -1, 1.5, 21, Number.NaN])('is refused: %p working days before', (workingDaysBefore) => {
    expect(() => decide({ workingDaysBefore })).toThrow(RangeError);
    expect(() => decide({ workingDaysBefore })).toThrow(
      'workingDaysBefore must be a whole number from 1 to 20',
    );
  });

  it('is not: the first and the last hour, and twenty days', () => {
    expect(decide({ hour: 0 }).deadlineLocal).toMatchObject({ value: '2017-10-23T00:00' });
    expect(decide({ hour: 23 }).deadlineLocal).toMatchObject({ value: '2017-10-23T23:00' });
    expect(decide({ workingDaysBefore: 20 }).deadlineLocal).toMatchObject({ value: '2017-09-26T09:00' });
  });
});

import { describe, expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { CLOCK_STOPS_CASES, LAST_DAY } from './s30-1-clock-stops.cases.js';
import { clockStops } from './s30-1-clock-stops.js';

caseTable(CLOCK_STOPS_CASES);

const LATE = civilDate('2021-06-07');

describe('The reasons of a clock', () => {
  it.each([
    ['taking-office', 's.30(1)', 's.30(4)'],
    ['meeting', 's.31(3)', 's.31(9)'],
    ['acting-alone', 's.31(7)', 's.31(9)'],
  ] as const)('cite the duty, and what stops nothing: %s', (notifiedFor, duty, entering) => {
    const facts = { notifiedFor, lastDay: LAST_DAY, receivedByOfficerOn: LAST_DAY };
    expect(clockStops.decide(facts, LATE).reasons).toMatchObject([
      {
        point: 'notified-in-time',
        citation: { text: `Localism Act 2011 ${duty}` },
        facts: ['receivedByOfficerOn'],
        sanction: 'none',
        lastDay: LAST_DAY,
      },
      { point: 'publication-stops-no-clock', citation: { text: 'Localism Act 2011 s.29(5)' } },
      { point: 'entry-stops-no-clock', citation: { text: `Localism Act 2011 ${entering}` } },
    ]);
  });

  it.each([
    ['received late', LATE, 'criminal'],
    ['never received', null, 'criminal'],
  ])('say that being late is criminal: %s', (_, receivedByOfficerOn, sanction) => {
    const facts = { notifiedFor: 'taking-office', lastDay: LAST_DAY, receivedByOfficerOn } as const;
    expect(clockStops.decide(facts, LATE).reasons[0]).toMatchObject({ sanction, lastDay: LAST_DAY });
  });

  it('accuse nobody while the clock runs', () => {
    const facts = { notifiedFor: 'taking-office', lastDay: LAST_DAY, receivedByOfficerOn: null } as const;
    expect(clockStops.decide(facts, LAST_DAY).reasons[0]).toMatchObject({ sanction: 'none' });
  });
});

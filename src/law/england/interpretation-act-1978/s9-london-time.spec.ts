import { expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { LONDON_TIME_CASES } from './s9-london-time.cases.js';
import { s9 } from './s9-london-time.js';

caseTable(LONDON_TIME_CASES);

const ON = civilDate('2017-06-04');

it('says why, by the statute, whether the moment is known or not', () => {
  for (const facts of [{}, { receivedAt: new Date('2017-06-04T12:00:00Z') }]) {
    const { reasons } = s9.decide(facts, ON);
    expect(reasons).toEqual([
      expect.objectContaining({
        rule: 'england/interpretation-act-1978/s9',
        point: 'days-end-at-midnight-in-london',
        facts: ['receivedAt'],
        citation: s9.citation,
        layer: 'statute',
      }),
    ]);
  }
});

it('waits for the moment, with no list of what could be', () => {
  expect(s9.decide({}, ON)).toMatchObject({ kind: 'cannot-tell', couldBe: [], missing: ['receivedAt'] });
});

it('has been in force since 1979', () => {
  expect(s9.inForceFrom).toBe('1979-01-01');
});

import { describe, expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { TIME_LIMIT_CASES, UNKNOWN_TIME_LIMIT_CASES } from './s34-6-time-limits.cases.js';
import { s34_6 } from './s34-6-time-limits.js';
import type { ProceedingsFacts } from './s34-6-time-limits.js';

caseTable(TIME_LIMIT_CASES);
caseTable(UNKNOWN_TIME_LIMIT_CASES);

const ON = civilDate('2024-06-01');
const offenceOn = civilDate('2022-09-01');
const EVE = civilDate('2022-08-31');
const evidenceKnownOn = civilDate('2023-01-10');

describe('The time limits of s.34', () => {
  it('are explained by each subsection, with the day on which it ends', () => {
    const facts = { offenceOn, continuing: false, evidenceKnownOn, certifiedOn: evidenceKnownOn };
    const { reasons } = s34_6.decide(facts, ON).lastDay;
    expect(
      reasons.map(({ citation, lastDay, facts: about }) => [citation.text, lastDay, about.join()]),
    ).toEqual([
      ['Localism Act 2011 s.34(6)', '2024-01-09', 'evidenceKnownOn'],
      ['Localism Act 2011 s.34(8)', undefined, 'certifiedOn'],
      ['Localism Act 2011 s.34(7)', '2025-09-01', 'offenceOn,continuing'],
    ]);
  });

  it('say which of them has passed, and on which day', () => {
    const { inTime } = s34_6.decide(
      {
        offenceOn,
        continuing: false,
        evidenceKnownOn,
        certifiedOn: null,
        proceedingsOn: civilDate('2025-09-02'),
      },
      ON,
    );
    expect(inTime.reasons.map(({ citation, lastDay, facts }) => [citation.text, lastDay, facts])).toEqual([
      ['Localism Act 2011 s.34(6)', '2024-01-09', ['evidenceKnownOn', 'proceedingsOn']],
      ['Localism Act 2011 s.34(7)', '2025-09-01', ['offenceOn', 'proceedingsOn']],
    ]);
  });

  it('wait for every fact that could move them', () => {
    expect(s34_6.decide({}, ON)).toMatchObject({
      lastDay: { missing: ['evidenceKnownOn', 'certifiedOn', 'continuing', 'offenceOn'] },
      inTime: { missing: ['proceedingsOn', 'evidenceKnownOn', 'certifiedOn', 'continuing', 'offenceOn'] },
    });
    expect(s34_6.decide({ continuing: true, evidenceKnownOn, certifiedOn: null }, ON)).toMatchObject({
      lastDay: { missing: ['lastContinuedOn'] },
    });
    const settled = { offenceOn, continuing: false, evidenceKnownOn, certifiedOn: null };
    expect(s34_6.decide(settled, ON)).toMatchObject({ inTime: { missing: ['proceedingsOn'] } });
  });

  it.each<[string, ProceedingsFacts]>([
    ['lastContinuedOn', { continuing: true, lastContinuedOn: EVE }],
    ['evidenceKnownOn', { evidenceKnownOn: EVE }],
    ['certifiedOn', { certifiedOn: EVE }],
    ['proceedingsOn', { proceedingsOn: EVE }],
  ])('refuse %s before the offence', (field, facts) => {
    const decide = (day: ProceedingsFacts) => () => s34_6.decide({ ...facts, ...day }, ON);
    expect(decide({ offenceOn })).toThrow(RangeError);
    expect(decide({ offenceOn })).toThrow(`${field} is 2022-08-31, before offenceOn, 2022-09-01.`);
    expect(decide({ offenceOn: EVE })).not.toThrow();
    expect(decide({})).not.toThrow();
  });

  it('refuse a later last day of an offence that did not go on', () => {
    const decide = (lastContinuedOn: typeof ON, continuing?: boolean) => () =>
      s34_6.decide({ offenceOn, continuing, lastContinuedOn }, ON);
    expect(decide(civilDate('2022-09-02'), false)).toThrow(
      'lastContinuedOn is 2022-09-02, but continuing says that it was over at once.',
    );
    expect(decide(offenceOn, false)).not.toThrow();
    expect(decide(civilDate('2022-09-02'), true)).not.toThrow();
    expect(decide(civilDate('2022-09-02'))).not.toThrow();
  });
});

import { describe, expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { checkVersions } from '../../versions.js';
import { S34_3, fineFor } from './s34-3-fine.js';
import type { FineAnswer } from './s34-3-fine.js';
import { FINE_CASES } from './s34-3-fine.cases.js';

caseTable(FINE_CASES);

describe('The fine of s.34(3)', () => {
  it('has two versions that follow one another without a gap', () => {
    expect(() => {
      checkVersions(S34_3);
    }).not.toThrow();
    expect(S34_3.map(({ id, inForceFrom, inForceTo }) => [id, inForceFrom, inForceTo])).toEqual([
      ['england/localism-act-2011/s34(3)', '2012-07-01', '2015-03-11'],
      ['england/localism-act-2011/s34(3)', '2015-03-12', undefined],
    ]);
  });

  it.each(['2015-03-11', '2015-03-12'])(
    'on %s cites the section, the Act that changed it and its order',
    (day) => {
      const { maximumFine, triedSummarily } = fineFor({ offenceOn: civilDate(day) }) as FineAnswer;
      expect(maximumFine.reasons.map(({ citation }) => citation.text)).toEqual([
        'Localism Act 2011 s.34(3)',
        'LASPO 2012 s.85',
        'SI 2015/504',
      ]);
      expect(maximumFine.reasons.map(({ facts }) => facts)).toEqual(Array(3).fill(['offenceOn']));
      expect(maximumFine.reasons.map(({ sanction }) => sanction)).toEqual(['criminal', 'none', 'none']);
      expect(triedSummarily).toMatchObject({ value: true, reasons: [{ point: 'tried-by-magistrates' }] });
    },
  );

  it('is one of two while the day is not known, and tried summarily all the same', () => {
    const { maximumFine, triedSummarily } = fineFor({}) as FineAnswer;
    expect(maximumFine).toMatchObject({
      couldBe: [500_000, 'unlimited'],
      reasons: [{ point: 'fine-depends-on-the-day', facts: ['offenceOn'] }],
    });
    expect(triedSummarily).toMatchObject({ kind: 'decided', value: true });
  });
});

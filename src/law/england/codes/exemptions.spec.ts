import { describe, expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { inShort } from '../ordinary-meeting.js';
import { EXEMPTION_CASES } from './exemptions.cases.js';
import { exemptionFor, withExemption } from './exemptions.js';
import type { ExemptionFacts } from './exemptions.js';
import { lgaModel2020 } from './lga-model-2020/index.js';
import { underModelCode } from './lga-model-2020/ordinary-meeting.js';

EXEMPTION_CASES.forEach(caseTable);

const ON = civilDate('2021-03-16');
const allowances = { kind: 'nri', business: 'members-allowances', adopted: ['members-allowances'] } as const;

describe('Laid over a code’s answer, an exemption', () => {
  const barred = lgaModel2020.decide(underModelCode({ kind: 'nri' }), ON);
  const after = (facts: ExemptionFacts) => withExemption(barred, exemptionFor.decide(facts, ON).exempt);

  it('lifts the bars and leaves the declaration', () => {
    expect(inShort(after(allowances))).toEqual(['existence_and_nature', 'true', 'true', 'false', 'null']);
    expect(after(allowances).vote.reasons.map(({ point }) => point)).toEqual(['exempt-business']);
  });

  it('leaves everything where it does not hold', () => {
    expect(after({ ...allowances, adopted: [] })).toEqual(barred);
  });

  it('waits for what it waits for', () => {
    expect(inShort(after({ ...allowances, adopted: undefined }))).toEqual([
      'existence_and_nature',
      ...Array<string>(3).fill('? exemption.adopted'),
      'null',
    ]);
  });

  it('and needs nothing where nothing is barred', () => {
    const free = lgaModel2020.decide(underModelCode({ kind: 'nri' }, { relation: 'affects' }), ON);
    const { exempt } = exemptionFor.decide({ ...allowances, adopted: undefined }, ON);
    expect(inShort(withExemption(free, exempt))).toEqual(inShort(free));
  });
});

it('cites the Act, the code and the guide, each for what it says', () => {
  const dpi = exemptionFor.decide({ ...allowances, kind: 'dpi' }, ON);
  expect(dpi.exempt.reasons).toMatchObject([
    { citation: { text: 'Localism Act 2011 s.31(4)' }, layer: 'statute', facts: ['interest.kind'] },
  ]);
  expect(dpi.advice).toMatchObject([
    {
      citation: { text: 'DCLG guide, Openness and transparency on personal interests (2013)' },
      sanction: 'none',
    },
  ]);
  expect(exemptionFor.decide(allowances, ON).exempt.reasons).toMatchObject([
    { citation: { text: 'Code of conduct as adopted, exempt business' }, layer: 'code' },
  ]);
});

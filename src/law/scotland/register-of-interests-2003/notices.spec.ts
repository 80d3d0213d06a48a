import { describe, expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { ask } from '../../ask.js';
import { civilDate } from '../../time/civil-date.js';
import { CHANGE_NOTICE_CASES, FIRST_NOTICE_CASES } from './notices.cases.js';
import { reg4_2 } from './reg4-first-notice.js';
import { reg5 } from './reg5-notice-of-change.js';

caseTable(FIRST_NOTICE_CASES);
caseTable(CHANGE_NOTICE_CASES);

const facts = { declarationOfAcceptanceOn: civilDate('2022-05-10') };

describe('The first notice', () => {
  it('cites the regulation, how a month is counted, and what gave it its words', () => {
    expect(reg4_2.decide(facts, civilDate('2022-05-10')).reasons).toEqual([
      {
        rule: reg4_2.id,
        point: 'scotland-first-notice',
        facts: ['declarationOfAcceptanceOn'],
        citation: { text: 'SSI 2003/135 reg 4(2)', url: 'https://www.legislation.gov.uk/ssi/2003/135' },
        layer: 'statute',
        sanction: 'standards-complaint',
        lastDay: '2022-06-10',
      },
      expect.objectContaining({
        rule: 'scotland/common-law/corresponding-date',
        point: 'scotland-corresponding-date',
        layer: 'common-law',
      }),
      expect.objectContaining({
        rule: 'scotland/register-of-interests-amendment-2021/reg2(3)',
        point: 'scotland-as-substituted',
        citation: expect.objectContaining({ text: 'SSI 2021/438' }),
      }),
    ]);
  });

  it('stays open without a list of days while the day of acceptance is not known', () => {
    expect(reg4_2.decide({}, civilDate('2022-05-10'))).toMatchObject({
      couldBe: [],
      missing: ['declarationOfAcceptanceOn'],
      reasons: [{ point: 'scotland-first-notice', sanction: 'none' }, { point: 'scotland-as-substituted' }],
    });
  });

  it('is not encoded before its regulation was substituted', () => {
    expect(ask(reg4_2, facts, civilDate('2021-12-06'))).toMatchObject({ kind: 'not-encoded' });
    expect(ask(reg4_2, facts, civilDate('2021-12-07'))).toMatchObject({ kind: 'decided' });
  });
});

it('notice of a change cites its regulation and carries its last day', () => {
  const [reason] = reg5.decide({ interestsChangedOn: civilDate('2023-09-14') }, reg5.inForceFrom).reasons;
  expect(reason).toMatchObject({
    point: 'scotland-notice-of-change',
    citation: { text: 'SSI 2003/135 reg 5' },
    lastDay: '2023-10-14',
    layer: 'statute',
  });
});

import { describe, expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { PARISH_SUMMONS_CASES } from './sch12-10-parish-summons.cases.js';
import { sch12_10_2 } from './sch12-10-parish-summons.js';

caseTable(PARISH_SUMMONS_CASES);

describe('What an answer about a parish summons cites', () => {
  const meetingDate = civilDate('2017-10-26');
  const late = sch12_10_2.decide({ meetingDate, summonedOn: civilDate('2017-10-23') }, meetingDate);
  const inTime = sch12_10_2.decide({ meetingDate, summonedOn: civilDate('2017-10-21') }, meetingDate);
  const texts = ({ reasons }: typeof late.compliant): readonly string[] =>
    reasons.map(({ point, citation }) => `${point}: ${citation.text}`);

  it('is the schedule, and the section about days that do not count', () => {
    expect(texts(late.compliant)).toEqual([
      'summons-too-late: LGA 1972 Sch 12 para 10(2)',
      'three-clear-days: LGA 1972 Sch 12 para 10(2)',
      'some-days-left-out: LGA 1972 s.243(4)',
    ]);
    expect(late.compliant.reasons[0]).toMatchObject({ lastDay: '2017-10-21', sanction: 'none' });
    expect(texts(inTime.compliant)[0]).toBe('summons-in-time: LGA 1972 Sch 12 para 10(2)');
  });

  it('says of the safe day that doubts are left out', () => {
    expect(late.safeDay.reasons.map(({ point }) => point)).toEqual([
      'three-clear-days',
      'some-days-left-out',
      'days-in-doubt-left-out',
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { LEFT_OUT_CASES, PUT_OFF_CASES } from './s243-days-passed-over.cases.js';
import { passedOver, perhapsPassedOver } from './s243-days-passed-over.js';

caseTable(LEFT_OUT_CASES);
caseTable(PUT_OFF_CASES);

describe('Days that are perhaps passed over', () => {
  it.each([
    ['2017-10-20', false, 'an ordinary Friday'],
    ['2017-10-21', true, 'a Saturday'],
    ['2017-10-22', true, 'a Sunday'],
    ['2018-05-07', true, 'a bank holiday'],
    ['2018-05-08', false, 'the day after it'],
    ['2018-03-28', false, 'the Wednesday before Easter'],
    ['2018-03-29', true, 'Maundy Thursday'],
    ['2018-04-03', true, 'the Tuesday after Easter'],
    ['2018-04-04', false, 'the Wednesday after Easter'],
    ['2020-12-23', false, 'the day before Christmas Eve'],
    ['2020-12-24', true, 'Christmas Eve'],
    ['2020-12-28', true, 'the day kept for Boxing Day'],
    ['2020-12-29', true, 'the first day after the Christmas holidays'],
    ['2020-12-30', false, 'the second'],
    ['2018-12-21', false, 'the Friday before a Christmas Eve on a Monday'],
    ['2018-12-27', true, 'the first day after Boxing Day'],
    ['2018-12-28', false, 'the second day after it'],
    ['2022-12-22', false, 'the Thursday before a Christmas Day on a Sunday'],
    ['2022-12-23', true, 'the Friday before it'],
    ['2022-12-28', true, 'the first day after its holidays'],
    ['2022-12-29', false, 'the second'],
    ['2020-11-25', false, 'the 25th of another month'],
    ['2021-04-08', false, 'the eve of the mourning of April 2021'],
    ['2021-04-09', true, 'its first day'],
    ['2021-04-16', true, 'its last Friday'],
    ['2021-04-19', false, 'the Monday after it'],
    ['2022-09-07', false, 'the eve of the mourning of September 2022'],
    ['2022-09-08', true, 'its first day'],
    ['2022-09-20', false, 'the day after it'],
  ])('%s: %s (%s)', (day, is) => {
    expect(perhapsPassedOver({})(civilDate(day))).toBe(is);
  });

  it('are all that are passed over for certain, and more', () => {
    expect(passedOver({})(civilDate('2018-04-03'))).toBe(false);
    const mourning = { mourningDays: [civilDate('2017-10-20')] };
    expect(perhapsPassedOver(mourning)(civilDate('2017-10-20'))).toBe(true);
  });
});

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../time/civil-date.js';
import { RulebookError } from '../../versions.js';
import { exemptionsOn, giftThresholdOn } from './parameters.js';
import type { CodeParameters } from './parameters.js';

const council: CodeParameters = {
  giftThresholds: [
    { pence: 1500, registers: 'at-least', from: civilDate('2012-07-01'), to: civilDate('2019-05-31') },
    { pence: 2500, registers: 'more-than', from: civilDate('2019-06-01') },
  ],
  exemptions: [
    { exemption: 'setting-council-tax', from: civilDate('2012-07-01'), to: civilDate('2020-03-31') },
    { exemption: 'members-allowances', from: civilDate('2018-01-01') },
  ],
};

describe('A council’s own figure for gifts', () => {
  it.each([
    ['2012-06-30', null],
    ['2012-07-01', { pence: 1500, registers: 'at-least' }],
    ['2019-05-31', { pence: 1500, registers: 'at-least' }],
    ['2019-06-01', { pence: 2500, registers: 'more-than' }],
  ])('on %s is %j', (day, figure) => {
    expect(giftThresholdOn(council, civilDate(day))).toEqual(figure);
  });

  it('cannot be two at once', () => {
    const twice = { giftThresholds: [...council.giftThresholds, ...council.giftThresholds] };
    const ask = () => giftThresholdOn(twice, civilDate('2019-05-31'));
    expect(ask).toThrow(RulebookError);
    expect(ask).toThrow('Two figures for gifts are set for 2019-05-31.');
  });
});

it.each([
  ['2012-06-30', []],
  ['2012-07-01', ['setting-council-tax']],
  ['2020-03-31', ['setting-council-tax', 'members-allowances']],
  ['2020-04-01', ['members-allowances']],
])('what a council exempted on %s is %j', (day, exempted) => {
  expect(exemptionsOn(council, civilDate(day))).toEqual(exempted);
});

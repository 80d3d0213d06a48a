import type { Point } from '../../point.js';
import type { RuleSource } from '../../rule.js';

/** A definition that a description rests on: where it is written, and the point that it makes. */
export interface Definition {
  readonly source: RuleSource;
  readonly point: Point;
}

/** Reg 1(2) of SI 2012/1464, which defines the terms of the schedule. */
const REG_1_2: RuleSource = {
  id: 'england/dpi-regulations-2012/reg1(2)',
  citation: {
    text: 'SI 2012/1464 reg 1(2)',
    url: 'https://www.legislation.gov.uk/uksi/2012/1464/regulation/1/made',
  },
  source: 'regulations',
};

const MONTH: RuleSource = {
  id: 'england/interpretation-act-1978/month',
  citation: {
    text: 'Interpretation Act 1978 Sch 1 (month), s.23',
    url: 'https://www.legislation.gov.uk/ukpga/1978/30/schedule/1',
  },
  source: 'statute',
};

export const BODY_IN_WHICH: Definition = { source: REG_1_2, point: 'definition-of-body' };
export const LAND: Definition = { source: REG_1_2, point: 'definition-of-land' };
export const RELEVANT_PERIOD: Definition = { source: REG_1_2, point: 'definition-of-relevant-period' };
export const SECURITIES: Definition = { source: REG_1_2, point: 'definition-of-securities' };
export const CALENDAR_MONTH: Definition = { source: MONTH, point: 'month-is-a-calendar-month' };

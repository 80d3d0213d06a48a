import { describe, expect, it } from '@jest/globals';
import { ask } from './ask.js';
import type { Rule } from './rule.js';
import { civilDate } from './time/civil-date.js';
import { RulebookError } from './versions.js';

interface Facts {
  readonly present: boolean;
}

const version = (name: string, from: string, to?: string): Rule<Facts, string> => ({
  id: 'england/example',
  question: 'Which version is this?',
  citation: { text: 'An example' },
  source: 'guidance',
  says: 'Whatever the example needs.',
  inForceFrom: civilDate(from),
  ...(to === undefined ? {} : { inForceTo: civilDate(to) }),
  decide: ({ present }, asAt) => `${name} on ${asAt}, ${present ? 'present' : 'away'}`,
});

const old = version('old', '2012-07-01', '2013-06-30');
const current = version('current', '2013-07-01');
const facts = { present: true };

describe('Asking a rule', () => {
  it('gives the answer of the version in force on the day', () => {
    const versions = [old, current];
    expect(ask(versions, facts, civilDate('2013-06-30'))).toBe('old on 2013-06-30, present');
    expect(ask(versions, facts, civilDate('2013-07-01'))).toBe('current on 2013-07-01, present');
  });

  it('may be asked of one version alone', () => {
    expect(ask(current, { present: false }, civilDate('2020-01-01'))).toBe('current on 2020-01-01, away');
  });

  it('says which rule is not encoded on a day that no version covers', () => {
    const on = civilDate('2012-06-30');
    const notEncoded = { kind: 'not-encoded', what: 'england/example', on };
    expect(ask([old, current], facts, on)).toEqual(notEncoded);
    expect(ask(old, facts, on)).toEqual(notEncoded);
    expect(ask([], facts, on)).toEqual({ kind: 'not-encoded', what: 'no rule', on });
  });

  it('refuses to choose between two versions on one day', () => {
    const on = civilDate('2014-01-01');
    const askBoth = (): unknown => ask([current, version('another', '2014-01-01')], facts, on);
    expect(askBoth).toThrow(RulebookError);
    expect(askBoth).toThrow('england/example has two versions on 2014-01-01.');
  });
});

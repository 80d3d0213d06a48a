import { describe, expect, it } from '@jest/globals';
import { civilDate } from './time/civil-date.js';
import { checkVersions, covers, inForce, RulebookError } from './versions.js';
import type { AnyRule } from './versions.js';

const version = (id: string, from: string, to?: string): AnyRule => ({
  id,
  inForceFrom: civilDate(from),
  ...(to === undefined ? {} : { inForceTo: civilDate(to) }),
});

describe('A period', () => {
  const [from, to] = [civilDate('2012-07-01'), civilDate('2013-06-30')];

  it.each([
    ['2012-06-30', false],
    ['2012-07-01', true],
    ['2013-06-30', true],
    ['2013-07-01', false],
  ])('with both its ends in it, and %s: %s', (day, expected) => {
    expect(covers(from, to, civilDate(day))).toBe(expected);
  });

  it('without an end goes on', () => {
    expect(covers(from, undefined, civilDate('2099-12-31'))).toBe(true);
    expect(covers(from, undefined, civilDate('2012-06-30'))).toBe(false);
  });
});

describe('The versions in force', () => {
  it('are those that cover the day', () => {
    const old = version('a', '2012-07-01', '2013-06-30');
    const present = version('a', '2013-07-01');
    expect(inForce([old, present], civilDate('2013-06-30'))).toEqual([old]);
    expect(inForce([old, present], civilDate('2013-07-01'))).toEqual([present]);
    expect(inForce([old, present], civilDate('2012-06-30'))).toEqual([]);
  });
});

describe('The check of all versions', () => {
  const faultsOf = (...rules: readonly AnyRule[]): string | undefined => {
    try {
      checkVersions(rules);
      return undefined;
    } catch (error) {
      expect(error).toBeInstanceOf(RulebookError);
      expect(error).toHaveProperty('name', 'RulebookError');
      return (error as RulebookError).message;
    }
  };

  it('passes versions that follow one another in either order, and one of a single day', () => {
    const [old, present] = [version('a', '2012-07-01', '2013-06-30'), version('a', '2013-07-01')];
    expect(faultsOf(old, present, version('b', '2012-07-01', '2012-07-01'))).toBeUndefined();
    expect(faultsOf(present, old)).toBeUndefined();
  });

  it('passes different rules on the same days', () => {
    expect(faultsOf(version('a', '2012-07-01'), version('b', '2012-07-01'))).toBeUndefined();
  });

  it('names two versions that share a day, whichever comes first', () => {
    const [old, present] = [version('a', '2012-07-01', '2013-07-01'), version('a', '2013-07-01')];
    expect(faultsOf(old, present)).toBe(
      'a has two versions in force at once, from 2012-07-01 and 2013-07-01.',
    );
    expect(faultsOf(present, old)).toBe(
      'a has two versions in force at once, from 2013-07-01 and 2012-07-01.',
    );
  });

  it('names a version that ends before it begins', () => {
    expect(faultsOf(version('a', '2012-07-02', '2012-07-01'))).toBe(
      'a ends on 2012-07-01, before it begins on 2012-07-02.',
    );
  });

  it('lists every fault, each on a line', () => {
    const twice = [version('a', '2012-07-01'), version('a', '2013-07-01')];
    const faults = faultsOf(...twice, version('b', '2012-07-02', '2012-07-01'));
    expect(faults?.split('\n')).toEqual([
      'a has two versions in force at once, from 2012-07-01 and 2013-07-01.',
      'b ends on 2012-07-01, before it begins on 2012-07-02.',
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { all, any, condition, test } from './truth.js';

const yes = condition('present', true, 'not-present');
const no = condition('formalMeeting', false, 'not-a-formal-meeting');
const unknown = condition('interestIsInTheMatter', undefined, 'not-in-the-matter');

describe('A condition', () => {
  it('is as its fact has it, and unknown while that is', () => {
    expect(yes).toEqual({ is: 'yes', facts: ['present'], otherwise: 'not-present' });
    expect(no).toEqual({ is: 'no', facts: ['formalMeeting'], otherwise: 'not-a-formal-meeting' });
    expect(unknown).toMatchObject({ is: 'unknown', facts: ['interestIsInTheMatter'] });
  });

  it('with a test of its value is as the test has it, and never tests an unknown value', () => {
    const isLong = (text: string): boolean => text.length > 3;
    expect(test('code', 'long one', isLong, 'not-a-dpi')).toEqual(condition('code', true, 'not-a-dpi'));
    expect(test('code', 'not', isLong, 'not-a-dpi')).toEqual(condition('code', false, 'not-a-dpi'));
    expect(test('code', undefined, isLong, 'not-a-dpi')).toEqual(condition('code', undefined, 'not-a-dpi'));
  });
});

describe('Every one of several conditions', () => {
  it('holds when each does', () => {
    expect(all(yes, yes)).toEqual({ is: 'yes', facts: ['present'], otherwise: 'not-present' });
  });

  it('fails with the point of the one that fails, whatever is unknown beside it', () => {
    expect(all(unknown, no, yes)).toEqual(no);
  });

  it('is unknown while none fails and one is, and names what is missing', () => {
    expect(all(yes, unknown)).toEqual(unknown);
    const alsoUnknown = condition('memberAwareItIs', undefined, 'member-not-aware-it-is');
    expect(all(yes, unknown, alsoUnknown, unknown)).toEqual({
      ...unknown,
      facts: ['interestIsInTheMatter', 'memberAwareItIs'],
    });
  });

  it('needs at least one', () => {
    expect(() => all()).toThrow(new TypeError('all() needs at least one condition.'));
  });
});

describe('At least one of several conditions', () => {
  it('holds when one does, whatever is unknown beside it', () => {
    expect(any('not-a-dpi', unknown, yes)).toEqual({ ...yes, otherwise: 'not-a-dpi' });
  });

  it('is unknown while none holds and one is, and names what is missing', () => {
    expect(any('not-a-dpi', no, unknown)).toEqual({ ...unknown, otherwise: 'not-a-dpi' });
  });

  it('fails with its own point when none holds', () => {
    expect(any('not-a-dpi', no, no)).toEqual({ is: 'no', facts: ['formalMeeting'], otherwise: 'not-a-dpi' });
  });
});

import { describe, expect, it } from '@jest/globals';
import { all, any, condition } from './truth.js';

const yes = condition('present', true, 'not-present');
const no = condition('formalMeeting', false, 'not-a-formal-meeting');
const unknown = condition('interestIsInTheMatter', undefined, 'not-in-the-matter');

describe('Every one of several conditions', () => {
  it('holds when each does', () => {
    expect(all(yes, yes)).toEqual({ is: 'yes', facts: ['present'], otherwise: 'not-present' });
  });

  it('fails with the point of the one that fails, whatever is unknown beside it', () => {
    expect(all(unknown, no, yes)).toEqual(no);
  });

  it('is unknown while none fails and one is, and names what is missing', () => {
    expect(all(yes, unknown)).toEqual(unknown);
  });

  it('needs at least one', () => {
    expect(() => all()).toThrow(TypeError);
  });
});

describe('At least one of several conditions', () => {
  it('holds when one does, whatever is unknown beside it', () => {
    expect(any('not-a-dpi', unknown, yes).is).toBe('yes');
  });

  it('is unknown while none holds and one is, and names what is missing', () => {
    expect(any('not-a-dpi', no, unknown)).toEqual({ ...unknown, otherwise: 'not-a-dpi' });
  });

  it('fails with its own point when none holds', () => {
    expect(any('not-a-dpi', no, no)).toEqual({ is: 'no', facts: ['formalMeeting'], otherwise: 'not-a-dpi' });
  });
});

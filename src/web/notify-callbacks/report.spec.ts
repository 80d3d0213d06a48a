import { describe, expect, it } from '@jest/globals';
import { readReport } from './report.js';

const SENT = {
  ...{ id: 'ceb50d92', reference: '5f0c', to: 'ann.agar@council.example', status: 'delivered' },
  ...{ created_at: '2017-05-08T08:00:01.123456Z', completed_at: '2017-05-08T08:00:09Z' },
};
const AT = new Date('2017-05-08T08:00:09Z');

describe('what Notify reports', () => {
  it.each(['delivered', 'temporary-failure', 'permanent-failure', 'technical-failure'])('%s', (status) => {
    expect(readReport({ ...SENT, status })).toEqual({
      ...{ reference: '5f0c', providerId: 'ceb50d92', status, at: AT },
    });
  });
  it('of a message that never left has the time at which it was made', () => {
    const at = new Date('2017-05-08T08:00:01.123Z');
    expect(readReport({ ...SENT, completed_at: null })).toMatchObject({ at });
  });
  it('of a message that somebody else sent carries no reference', () => {
    expect(readReport({ ...SENT, reference: null })).toEqual({ reference: null });
  });
});

describe('what Notify does not report', () => {
  it.each([
    ['another status', { status: 'sending' }],
    ['no status', { status: undefined }],
    ['no name', { id: undefined }],
    ['an empty name', { id: '' }],
    ['a name that is a number', { id: 7 }],
    ['no reference at all', { reference: undefined }],
    ['a reference that is a list', { reference: ['5f0c'] }],
    ['a time in words', { completed_at: 'yesterday' }],
    ['a time that does not exist', { completed_at: '2017-13-45T00:00:00Z' }],
    ['no time', { completed_at: null, created_at: null }],
  ])('%s', (_, more) => {
    expect(readReport({ ...SENT, ...more })).toBeUndefined();
  });
  it.each([[[]], ['delivered'], [null], [undefined], [{}]])('%j for a body', (body) => {
    expect(readReport(body)).toBeUndefined();
  });
});

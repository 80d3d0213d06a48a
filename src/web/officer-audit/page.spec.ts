import { describe, expect, it } from '@jest/globals';
import type { AuditedEvent } from '../../audit/index.js';
import { actionInWords, systemInWords } from './action-words.js';
import { auditView, readPosition } from './page.js';

function event(position: string, more: Partial<AuditedEvent> = {}): AuditedEvent {
  const row: object = {
    ...{ authorityId: 'a', position, actorKind: 'person', actor: 'p1', action: 'seat.filled' },
    ...{ subjectType: 'member', subjectId: 'm1', payload: {} },
    applicationAt: new Date('2017-10-16T08:00:00Z'),
    machineAt: new Date('2026-11-22T10:11:12.345Z'),
    ...{ payloadHash: Buffer.alloc(32), previousHash: Buffer.alloc(32), hash: Buffer.alloc(32, 'ab', 'hex') },
    ...more,
  };
  return row as AuditedEvent;
}
const names = {
  people: new Map([['p1', 'Priya']]),
  things: new Map([
    ['m1', 'Ada'],
    ['b1', 'Panel'],
  ]),
};

describe('an audit event as a row', () => {
  it('says who did what to whom, at both times, with the beginning of its hash', () => {
    expect(auditView([event('7')], undefined, names).rows).toEqual([
      {
        ...{ position: '7', what: 'Seated a member on a body', about: 'Ada', who: 'Priya' },
        ...{
          applicationAt: '16 October 2017 at 9am',
          machineAt: '2026-11-22 10:11:12',
          hash: 'abababababab',
        },
      },
    ]);
  });
  it('names the member whom its payload tells of beside its subject, and nobody twice', () => {
    const [row] = auditView(
      [event('7', { subjectId: 'b1', payload: { memberId: 'm1' } })],
      undefined,
      names,
    ).rows;
    expect(row?.about).toBe('Panel; Ada');
    const [same] = auditView([event('7', { payload: { memberId: 'm1' } })], undefined, names).rows;
    expect(same?.about).toBe('Ada');
  });
  it('stands without its payload, which retention may have erased', () => {
    const [row] = auditView([event('7', { payload: undefined, subjectId: 'x' })], undefined, names).rows;
    expect(row?.about).toBe('');
  });
  it('of the system says which part of it', () => {
    expect(systemInWords('reminders')).toBe('Probity, sending reminders');
    expect(systemInWords('new-part')).toBe('Probity (new-part)');
  });
  it('of a kind that is new is shown by its own name', () => {
    expect(actionInWords('gift.recorded')).toBe('gift.recorded');
  });
});

describe('the pages of the audit', () => {
  it('lead on until the first event', () => {
    expect(auditView([event('9'), event('2')], undefined, names)).toMatchObject({
      ...{ newestHref: undefined, olderHref: '/officer/audit?before=2' },
    });
    expect(auditView([event('2'), event('1')], '3', names)).toMatchObject({
      ...{ newestHref: '/officer/audit', olderHref: undefined },
    });
  });
  it.each([
    ['25', '25'],
    ['0', undefined],
    ['-1', undefined],
    ['1e3', undefined],
    ['1'.repeat(18), '1'.repeat(18)],
    ['1'.repeat(19), undefined],
    [['1', '2'], undefined],
    [undefined, undefined],
  ])('begin before %j only where that is a position', (asked, position) => {
    expect(readPosition(asked)).toBe(position);
  });
});

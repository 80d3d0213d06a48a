import { describe, expect, it } from '@jest/globals';
import type { AuditedEvent } from '../../audit/index.js';
import { blankForm, validateForm } from '../form/index.js';
import { actionsOfKind, kindsByArea } from './action-areas.js';
import { actionInWords, KNOWN_ACTIONS, systemInWords } from './action-words.js';
import { FilterForm, filterIn } from './filter.js';
import type { NamedThing, Names } from './names.js';
import { auditView, readPosition, type AuditPage, type AuditView } from './page.js';

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
const names: Names = {
  people: new Map([['p1', 'Priya']]),
  things: new Map<string, NamedThing>([
    ['m1', { name: 'Ada', follow: 'member' }],
    ['b1', { name: 'Panel' }],
    ['g1', { name: 'Panel, 1 May 2017', follow: 'meeting' }],
    ['g2', { name: 'Panel, 2 May 2017', follow: 'meeting' }],
  ]),
};
const view = (events: readonly AuditedEvent[], more: Partial<AuditPage> = {}): AuditView =>
  auditView({ events, before: undefined, names, actors: ['p1', 'p2'], form: blankForm(), ...more });
const many = (from: number, count: number): AuditedEvent[] =>
  Array.from({ length: count }, (_, index) => event(`${from - index}`));

describe('an audit event as a row', () => {
  it('says who did what to whom, at both times, with the beginning of its hash', () => {
    expect(view([event('7')]).rows).toEqual([
      {
        ...{ position: '7', href: '/officer/audit/7', what: 'Seated a member on a body' },
        about: [{ text: 'Ada', href: '/officer/audit?member=m1' }],
        who: { text: 'Priya', href: '/officer/audit?person=p1' },
        applicationAt: '16 October 2017 at 9am',
        machineAt: '2026-11-22 10:11:12',
        hash: 'abababababab',
      },
    ]);
  });
  it('names the member and the meeting that it tells of beside its subject, and nobody twice', () => {
    const about = (more: Partial<AuditedEvent>): string[] =>
      view([event('7', more)]).rows[0]?.about.map(({ text }) => text) ?? [];
    expect(about({ subjectId: 'b1', payload: { memberId: 'm1', meetingId: 'g1' } })).toEqual([
      ...['Panel', 'Ada', 'Panel, 1 May 2017'],
    ]);
    expect(about({ payload: { memberId: 'm1' } })).toEqual(['Ada']);
  });
  it('stands without its payload, which retention may have erased', () => {
    expect(view([event('7', { payload: undefined, subjectId: 'x' })]).rows[0]?.about).toEqual([]);
  });
  it('of the system says which part of it, which nobody can follow', () => {
    const [row] = view([event('7', { actorKind: 'system', actor: 'reminders' })]).rows;
    expect(row?.who).toEqual({ text: 'Probity, sending reminders', href: undefined });
    expect(systemInWords('new-part')).toBe('Probity (new-part)');
  });
  it('of a kind that is new is shown by its own name', () => {
    expect(actionInWords('gift.recorded')).toBe('gift.recorded');
  });
});

describe('the pages of the audit', () => {
  it('lead on where there are older events, with what is asked for', () => {
    const form = blankForm({ kind: 'register', member: 'm1', to: '' });
    expect(view(many(60, 26), { form })).toMatchObject({
      ...{ newestHref: undefined, olderHref: '/officer/audit?kind=register&member=m1&before=36' },
    });
    expect(view(many(60, 26)).rows).toHaveLength(25);
    expect(view(many(25, 25), { before: '26', form })).toMatchObject({
      ...{ newestHref: '/officer/audit?kind=register&member=m1', olderHref: undefined },
    });
  });
  it('say what is followed, and how to go on without it', () => {
    const form = blankForm({ member: 'm1', meeting: 'g1', person: 'p2', kind: 'register' });
    expect(view([], { form }).following).toEqual([
      { text: 'Everything about Ada', href: '/officer/audit?kind=register&person=p2&meeting=g1' },
      {
        text: 'Everything about Panel, 1 May 2017',
        href: '/officer/audit?kind=register&person=p2&member=m1',
      },
      {
        text: 'Everything that A former account did',
        href: '/officer/audit?kind=register&member=m1&meeting=g1',
      },
    ]);
  });
  it('offer everybody who acted, every member, and the meetings from the newest on', () => {
    const { people, members, meetings } = view([]);
    expect(people.map(({ text }) => text)).toEqual(['A former account', 'Priya']);
    expect(members).toEqual([{ value: 'm1', text: 'Ada' }]);
    expect(meetings.map(({ value }) => value)).toEqual(['g2', 'g1']);
  });
  it('offer a hundred meetings, and the one that is chosen however old it is', () => {
    const things = new Map(
      Array.from({ length: 120 }, (_, n) => [`g${n}`, { name: `Meeting ${n}`, follow: 'meeting' }] as const),
    );
    const chosen = (meeting: string): AuditView =>
      view([], { names: { ...names, things }, form: blankForm({ meeting }) });
    expect(chosen('').meetings.map(({ value }) => value)).not.toContain('g3');
    expect(chosen('g3').meetings.map(({ value }) => value)).toContain('g3');
    expect(chosen('g3').meetings).toHaveLength(101);
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

describe('the kinds of event', () => {
  const all = kindsByArea();
  it('are each in one area, and every area has some', () => {
    const kinds = all.flatMap(({ kinds: [, ...ofArea] }) => ofArea.map(({ value }) => value));
    expect([...kinds].sort()).toEqual([...KNOWN_ACTIONS].sort());
    expect(all.filter(({ kinds: [, ...ofArea] }) => ofArea.length === 0)).toEqual([]);
  });
  it('stand for themselves, or for all of their area', () => {
    expect(actionsOfKind('seat.filled')).toEqual(['seat.filled']);
    expect(actionsOfKind('register')).toEqual(
      expect.arrayContaining(['notification.entered', 'sensitivity.read']),
    );
    expect(actionsOfKind('register')).not.toContain('register-setting.changed');
    expect(actionsOfKind('')).toBeUndefined();
    expect(actionsOfKind('no-such.kind')).toBeUndefined();
  });
});

describe('what is asked for', () => {
  const errorsOf = (words: Readonly<Record<string, unknown>>): string[] => {
    const form = validateForm(FilterForm, words);
    return form.ok ? [] : form.errors.map(({ field }) => field);
  };
  it.each([
    [{ from: '2017-10-16', to: '2017-10-15' }, ['to']],
    [{ from: '16 October', to: '2017-10-15' }, ['from']],
    [{ from: '2017-02-29', to: '0000-01-01' }, ['from', 'to']],
    [{ person: 'Priya', member: 'x', meeting: "1'", entry: '%' }, ['person', 'member', 'meeting', 'entry']],
    [{ kind: 'no-such.kind' }, ['kind']],
    [{ kind: ['register', 'meetings'] }, ['kind']],
    [{ kind: '', person: '', member: '', from: '', to: '', more: 'x' }, []],
    [{ from: '2017-10-16', to: '2017-10-16' }, []],
  ])('in %j is wrong at %j', (words, fields) => {
    expect(errorsOf(words)).toEqual(fields);
  });
  it('reaches from the first moment of a day in London to the last of another', () => {
    expect(filterIn({ from: '2017-03-26', to: '2017-06-01' }, [])).toEqual({
      ...{ from: new Date('2017-03-26T00:00:00Z'), before: new Date('2017-06-01T23:00:00Z') },
    });
  });
});

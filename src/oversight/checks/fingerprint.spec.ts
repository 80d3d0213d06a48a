import { expect, test } from '@jest/globals';
import { civilDate } from '../../law/index.js';
import { fingerprintOf, refOf } from './fingerprint.js';
import type { Found } from './finding.js';

const found: Found = {
  ...{ key: 'd1', memberIds: ['ann'], meetingId: 'm1', tags: ['clock-running', 'register-not-asked'] },
  ...{ lastDay: civilDate('2017-11-20'), sensitive: false },
  evidence: [
    {
      ...{ kind: 'interest', memberId: 'ann', id: 'e1', category: 'land', heldBy: 'self', sensitive: false },
      description: '3 Mill Lane',
    },
    { kind: 'item', id: 'i5', number: '5', title: 'Mill Lane' },
  ],
};
const print = (more: Partial<Found> = {}): string =>
  fingerprintOf('declared-not-registered', { ...found, ...more });

test('stays the same while time passes, and in whichever order the facts were found', () => {
  expect(print({ tags: ['register-not-asked', 'clock-over'] })).toBe(print());
  expect(print({ evidence: [...found.evidence].reverse() })).toBe(print());
});

test.each<[string, Partial<Found>]>([
  ['another tag', { tags: ['clock-running'] }],
  ['another last day', { lastDay: civilDate('2017-11-21') }],
  ['another interest', { evidence: found.evidence.slice(1) }],
  ['another title', { evidence: [{ kind: 'item', id: 'i5', number: '5', title: 'Weavers Row' }] }],
])('changes with %s', (_, more) => {
  expect(print(more)).not.toBe(print());
});

test('the words of an interest are no part of it, so that nobody can try which they are', () => {
  const [interest, item] = found.evidence;
  if (interest?.kind !== 'interest' || item === undefined) throw new Error('It is the first.');
  expect(print({ evidence: [{ ...interest, description: 'Somewhere else' }, item] })).toBe(print());
});

test('the name in an address tells no id, and is another one for another council', () => {
  const ref = refOf('council', 'matched-not-declared', 'ann/i5');
  expect(ref).toMatch(/^[0-9a-f]{32}$/);
  expect(refOf('other', 'matched-not-declared', 'ann/i5')).not.toBe(ref);
});

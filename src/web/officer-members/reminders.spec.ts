import { expect, it, test } from '@jest/globals';
import type { Reminder } from '../../reminders/index.js';
import { reminderRows } from './reminders.js';

const reminder = (more: Partial<Reminder>): Reminder => ({
  ...{ authorityId: 'a', id: 'r', memberId: 'm', rule: 'england/localism-act-2011/s30(1)', subject: 'term' },
  ...{ step: 'day-28', edition: 'e', state: 'planned', reason: null, messageId: null },
  dueAt: new Date('2017-06-04T08:00:00Z'),
  plannedAt: new Date('2017-05-08T08:00:00Z'),
  ...more,
});
const rowOf = (more: Partial<Reminder>, fromPollingDay = new Set<string>()) =>
  reminderRows([reminder(more)], [], new Map(), fromPollingDay)[0];

it('says from which day the days of a term are counted, where polling day is known', () => {
  expect(rowOf({})?.step).toBe('Day 28, the last day');
  expect(rowOf({}, new Set(['term']))?.step).toBe('Day 28, counted from polling day');
  expect(rowOf({ step: 'day-14' }, new Set(['term']))?.step).toBe('Day 14 of 28, counted from polling day');
  expect(rowOf({ step: 'week-1-after' }, new Set(['term']))?.step).toBe(
    '1 week after day 28, counted from polling day',
  );
});

test.each([
  'no-longer-owed',
  'no-longer-owed-or-changed',
  'something-else-is-told-now',
  'meeting-cancelled',
  'too-late',
  'member-has-no-mail-address',
])('a reminder withdrawn as %s says why in plain words', (reason) => {
  const outcome = rowOf({ state: 'withdrawn', reason })?.outcome;
  expect(outcome).toMatch(/^Not sent: [a-z]/);
  expect(outcome).not.toContain(reason);
});

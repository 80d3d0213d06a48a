import { expect, it, test } from '@jest/globals';
import { UNTIL_SET, type KnownReminder, type Outcome, type Reminder } from '../../reminders/index.js';
import { reminderRows } from './reminders.js';

const reminder = (more: Partial<Reminder>): Reminder => ({
  ...{ authorityId: 'a', id: 'r', memberId: 'm', accountId: null, rule: 'england/localism-act-2011/s30(1)' },
  ...{
    subject: 'term',
    step: 'day-28',
    edition: '2017-06-04',
    state: 'planned',
    reason: null,
    messageId: null,
  },
  ...{ usefulUntil: null, actBy: null, heldUntil: null, hurried: false },
  dueAt: new Date('2017-06-04T08:00:00Z'),
  plannedAt: new Date('2017-05-08T08:00:00Z'),
  ...more,
});
const known = (more: Partial<Reminder>, outcome: Outcome = 'planned'): KnownReminder => ({
  ...{ reminder: reminder(more), message: null, outcome },
});
const rowOf = (of: KnownReminder) => reminderRows([of], UNTIL_SET, new Map())[0];

it('calls the legal last day the last, and no day 28 that is counted from polling day', () => {
  expect(rowOf(known({}))?.step).toBe('Day 28, the last day');
  const earlier = { dueAt: new Date('2017-05-31T08:00:00Z') };
  expect(rowOf(known(earlier))?.step).toBe('Day 28, counted from polling day');
  expect(rowOf(known({ step: 'last-day' }))?.step).toBe('The last day');
});

test.each([
  'no-longer-owed',
  'no-longer-owed-or-changed',
  'something-else-is-told-now',
  'meeting-cancelled',
  'too-late',
  'turned-off',
  'reader-has-left',
  'no-mail-address',
  'member-has-no-mail-address',
])('a reminder withdrawn as %s says why in plain words', (reason) => {
  const outcome = rowOf(known({ state: 'withdrawn', reason }, 'withdrawn'))?.outcome;
  expect(outcome).toMatch(/^Not sent: [a-z]/);
  expect(outcome).not.toContain(reason);
});

it('says why one is held back: quiet hours, a message on that day already, or a pause', () => {
  const quiet = known({ heldUntil: new Date('2017-06-05T06:00:00Z') }, 'held');
  expect(rowOf(quiet)?.outcome).toBe('Held back until 5 June 2017 at 7am: nothing is sent in quiet hours');
  const second = known({ heldUntil: new Date('2017-06-04T16:00:00Z') }, 'held');
  expect(rowOf(second)?.outcome).toBe(
    'Held back until 4 June 2017 at 5pm: this reader has had a message on that day already',
  );
  const paused = { ...UNTIL_SET, pausedAt: new Date('2017-06-04T07:00:00Z') };
  expect(reminderRows([known({}, 'held')], paused, new Map())[0]?.outcome).toBe(
    'Held back since all reminders were paused, 4 June 2017 at 8am',
  );
});

import { describe, expect, test } from '@jest/globals';
import { addDays, civilDate, type Clock, type TakingOffice } from '../law/index.js';
import { dutyState, isOpen, type DutyState } from './duty-state.js';

const START = civilDate('2017-05-08');
const LAST = addDays(START, 27);
const CLOCK: Clock = { startsOn: START, lastDay: LAST, chaseFrom: START, chaseBy: LAST };
const OPEN: TakingOffice = {
  conclusion: { kind: 'cannot-tell', missing: ['answers'], question: 'answers', reasons: [] },
  clock: CLOCK,
  received: null,
  unanswered: [{ category: 'land', heldBy: 'self' }],
};
const notOwed = (more: Partial<TakingOffice>, point = 'notified-in-time'): TakingOffice => ({
  ...OPEN,
  unanswered: [],
  conclusion: {
    kind: 'not-owed',
    reasons: [
      { rule: 'r', point, facts: [], citation: { text: '' }, layer: 'statute', sanction: 'none' } as never,
    ],
  },
  ...more,
});

describe('an unanswered duty', () => {
  test.each<[string, DutyState]>([
    ['2017-05-08', 'on-time'],
    ['2017-05-28', 'on-time'],
    ['2017-05-29', 'due-soon'],
    ['2017-06-04', 'due-soon'],
    ['2017-06-05', 'overdue'],
  ])('is on %s "%s"', (day, state) => {
    expect(dutyState(OPEN, civilDate(day))).toBe(state);
  });

  test('is due soon by the day of the chase, and overdue by the legal last day alone', () => {
    const chased = {
      ...OPEN,
      clock: { ...CLOCK, chaseFrom: addDays(START, -4), chaseBy: addDays(LAST, -4) },
    };
    expect(dutyState(chased, civilDate('2017-05-24'))).toBe('on-time');
    expect(dutyState(chased, civilDate('2017-05-25'))).toBe('due-soon');
    expect(dutyState(chased, LAST)).toBe('due-soon');
    expect(dutyState(chased, addDays(LAST, 1))).toBe('overdue');
  });

  test('that is partly answered is as open as before', () => {
    expect(dutyState(notOwed({ unanswered: OPEN.unanswered }), addDays(LAST, 1))).toBe('overdue');
  });
});

describe('a duty that is settled', () => {
  test.each<[TakingOffice, DutyState]>([
    [notOwed({ received: 'in-time' }), 'met'],
    [notOwed({ received: 'late' }), 'met-late'],
    [notOwed({ received: null }, 'holds-nothing'), 'nothing-to-register'],
    [notOwed({ received: null }, 'all-entered-already'), 'met'],
    [notOwed({ unanswered: OPEN.unanswered }, 'left-office'), 'closed'],
    [notOwed({ clock: null }), 'not-owed'],
  ])('%# is settled on its last day and long after', (answer, state) => {
    expect([dutyState(answer, LAST), dutyState(answer, addDays(LAST, 400))]).toEqual([state, state]);
  });
});

test('the member has still something to do in three states, and in no other', () => {
  const states = [
    'on-time',
    'due-soon',
    'overdue',
    'met',
    'met-late',
    'nothing-to-register',
    'closed',
    'not-owed',
  ] as const;
  expect(states.filter(isOpen)).toEqual(['on-time', 'due-soon', 'overdue']);
});

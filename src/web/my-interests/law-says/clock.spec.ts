import { describe, expect, it } from '@jest/globals';
import { civilDate, rulebookFor, type Rulebook } from '../../../law/index.js';
import type { GiftDetails } from '../../../register/index.js';
import { clockAfter, clockBefore, clockOf, type Clocked } from './clock.js';

function law(code?: string): Rulebook {
  const codes = code === undefined ? [] : [{ code, from: civilDate('2012-07-01') }];
  const rulebook = rulebookFor(
    { jurisdiction: 'england', codes, standingOrdersExclude: [] },
    civilDate('2023-06-01'),
  );
  if (rulebook.kind !== 'rulebook') throw new Error('The law of 2023 is held here.');
  return rulebook;
}
const MODEL_CODE = law('lga-model-2020');
const JOB = { category: 'employment', role: 'Clerk', employer: 'Tarrow Build' } as const;
const change = (more: Partial<Clocked> = {}): Clocked => ({
  ...{ act: 'change', details: JOB, effectiveOn: '2023-05-01', awareOn: '2023-05-10' },
  ...more,
});
/** 28 days of 10 May: to 6 June if that day counts, to 7 June if not. */
const after = (receivedOn: string, told = change(), rulebook = MODEL_CODE): string =>
  clockAfter(told, rulebook, civilDate(receivedOn)).says.join(' ');

describe('whether a change was told in time by the code', () => {
  it.each([
    ['2023-06-06', 'You told of it in time. Your council’s code gave you until Tuesday 6 June 2023'],
    [
      '2023-06-07',
      'the last day if the first day is not counted. If it is counted, the last day by your council’s code was Tuesday 6 June 2023.',
    ],
    [
      '2023-06-08',
      'You told of it after the last day by your council’s code: Tuesday 6 June 2023 or, at the latest that can be argued for, Wednesday 7 June 2023.',
    ],
  ])('received on %s', (receivedOn, words) => {
    expect(after(receivedOn)).toContain(words);
  });
  it('is no offence when it is late', () => {
    expect(after('2023-06-08')).toContain('Being late with this is no offence.');
  });
});

describe('the day from which it is counted', () => {
  it('is, for an end, the day it ended, and that is said', () => {
    const end = change({ act: 'end', effectiveOn: '2023-05-10', awareOn: null });
    expect(after('2023-06-06', end)).toContain('in time');
    expect(after('2023-06-08', end)).toContain('after the last day');
    expect(after('2023-06-08', end)).toContain('We counted from the day on which it ended');
  });
  it('is, for a gift, the day it was received', () => {
    const gift: GiftDetails = {
      ...{ category: 'gifts', donor: 'A', what: 'B', valuePence: 5000, valueIs: 'known' },
      ...{ offeredOn: '2023-05-10', accepted: true, asCouncillor: true },
    };
    const told = change({ act: 'add', details: gift, effectiveOn: null, awareOn: null });
    expect(after('2023-06-06', told)).toContain('in time');
    expect(after('2023-06-08', told)).toContain('after the last day');
  });
});

describe('where there is no clock', () => {
  it('by statute alone, a change between meetings has no day to miss', () => {
    expect(after('2023-12-31', change(), law())).toContain('there was no day to miss');
    expect(clockBefore(change(), law(), civilDate('2023-06-01')).says[0]).toContain(
      'No law sets a day for telling of this change outside a meeting',
    );
  });
  it('a mistake is put right on any day', () => {
    expect(after('2023-12-31', change({ act: 'correct' }))).toContain(
      'No day is set for putting a mistake right',
    );
  });
});

it.each(['hold', 'correct'] as const)('%s has no clock for the officer either', (act) => {
  expect(clockOf(change({ act }), MODEL_CODE)).toBeNull();
});

it('says by when before it is sent', () => {
  expect(clockBefore(change(), MODEL_CODE, civilDate('2023-06-01')).says[0]).toContain(
    'To be safe, do it by Tuesday 6 June 2023; the latest day that can be argued for is Wednesday 7 June 2023.',
  );
});

import { describe, expect, it } from '@jest/globals';
import { civilDate, rulebookFor } from '../law/index.js';
import type { RegistrationFacts, Rulebook } from '../law/index.js';
import { changeClockInWords } from './index.js';
import type { ChangeClockWords } from './index.js';

function told(facts: RegistrationFacts, code: string | null, today = '2023-06-01'): ChangeClockWords {
  const on = civilDate('2023-06-01');
  const codes = code === null ? [] : [{ code, from: civilDate('2012-07-01') }];
  const book = rulebookFor({ jurisdiction: 'england', codes, standingOrdersExclude: [] }, on) as Rulebook;
  return changeClockInWords(book.aChange(facts), civilDate(today));
}

const aware: RegistrationFacts = { kind: 'dpi', becameAwareOfChangeOn: civilDate('2023-06-01') };
const SAFE = 'Wednesday 28 June 2023';
const LATEST = 'Thursday 29 June 2023';
const IN_TIME = `Your council’s code asks you to tell the monitoring officer of it. To be safe, do it by ${SAFE}; the latest day that can be argued for is ${LATEST}.`;

describe('The clock of a change', () => {
  it.each([
    ['gives both last days', '2023-06-01', IN_TIME],
    ['gives both on the safe last day too', '2023-06-28', IN_TIME],
    [
      'asks to tell at once between the two',
      '2023-06-29',
      `The safe last day by your council’s code was ${SAFE}. The latest day that can be argued for is today, ${LATEST}: tell the monitoring officer now.`,
    ],
    [
      'says that the day has passed only after both',
      '2023-06-30',
      `The last day by your council’s code was ${SAFE} or, at the latest that can be argued for, ${LATEST}. Tell the monitoring officer now.`,
    ],
  ])('%s', (_, today, says) => {
    expect(told(aware, 'lga-model-2020', today)).toEqual({
      kind: 'by-the-code',
      says,
      because: ['Missing the day is no offence: the duty is the code’s alone.'],
      citation: expect.objectContaining({ text: 'LGA Model Code 2020 App B para 1' }) as object,
    });
  });

  it.each<[string, RegistrationFacts, string | null, Partial<ChangeClockWords>]>([
    [
      'has no day by the Act alone, and says what follows until it is told',
      aware,
      null,
      {
        kind: 'no-day',
        says: 'No law sets a day for telling of this change outside a meeting. Tell it as soon as you can: until it is in the register you must disclose it at a meeting (Localism Act 2011 s.31(2)).',
        citation: expect.objectContaining({ text: 'Localism Act 2011 s.31(2)' }) as never,
      },
    ],
    [
      'has no day for what the code does not register',
      { ...aware, kind: 'ori' },
      'worcestershire-2012',
      {
        kind: 'no-day',
        says: 'Your council’s code sets no day for telling of this, and nor does the law outside a meeting.',
        because: ['The code does not ask you to register it.'],
      },
    ],
    [
      'waits for the day of becoming aware',
      { kind: 'dpi' },
      'lga-model-2020',
      {
        kind: 'cannot-tell',
        says: 'We cannot tell yet by when this has to be told. It depends on this: On which day did you become aware of the new interest, or of the change?',
        because: [],
      },
    ],
    [
      'is not denied where the code is not known here',
      aware,
      'a-code-of-our-own',
      {
        kind: 'cannot-tell',
        says: 'We cannot tell yet by when this has to be told. It depends on this: What does your council’s own code say?',
        because: ['Ask the monitoring officer.'],
      },
    ],
  ])('%s', (_, facts, code, expected) => {
    expect(told(facts, code)).toMatchObject(expected);
  });
});

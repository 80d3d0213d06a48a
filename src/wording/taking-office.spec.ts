import { describe, expect, it } from '@jest/globals';
import { civilDate, rulebookFor } from '../law/index.js';
import type { Rulebook, TakingOfficeFacts } from '../law/index.js';
import { takingOfficeInWords } from './index.js';
import type { TakingOfficeWords } from './index.js';

const LAST_DAY = civilDate('2017-06-04');
const DAY_AFTER = civilDate('2017-06-05');
const home = { category: 'land', heldBy: 'self', answer: 'holds', inRegister: false } as const;
const inOffice: TakingOfficeFacts = {
  person: 'member',
  becameMemberOn: civilDate('2017-05-08'),
  returning: false,
  leftOfficeOn: null,
  nothingElse: true,
};

function told(facts: TakingOfficeFacts, on = DAY_AFTER): TakingOfficeWords {
  const book = rulebookFor({ jurisdiction: 'england', codes: [], standingOrdersExclude: [] }, on) as Rulebook;
  return takingOfficeInWords(book.takingOffice({ ...inOffice, ...facts }), on);
}

describe('The duty on taking office in words', () => {
  it('is due to the end of the last day and overdue after it', () => {
    const owing = { answers: [{ ...home, receivedOn: null }] };
    expect(told(owing, LAST_DAY)).toMatchObject({
      state: 'due',
      headline: 'Notify the monitoring officer of your interests by Sunday 4 June 2017.',
    });
    expect(told(owing, DAY_AFTER)).toMatchObject({
      state: 'overdue',
      headline:
        'The last day to notify the monitoring officer of your interests was Sunday 4 June 2017. Notify them now.',
    });
  });

  it('is "not answered" for the silent, never overdue', () => {
    expect(told({ answers: [], nothingElse: false }, DAY_AFTER)).toMatchObject({
      state: 'not-answered',
      label: 'Not answered',
      headline:
        'Tell us whether you have interests to notify. If you had, the last day was Sunday 4 June 2017.',
    });
    expect(told({ answers: [], nothingElse: false }, LAST_DAY).headline).toContain(
      'If you have, the last day is',
    );
  });

  it('tells in time from late, and nothing to notify from nothing owed', () => {
    expect(told({ answers: [{ ...home, receivedOn: LAST_DAY }] }).label).toBe('Notified in time');
    expect(told({ answers: [{ ...home, receivedOn: DAY_AFTER }] }).label).toBe('Notified late');
    expect(told({ answers: [] }).label).toBe('Nothing to notify');
    expect(told({ answers: [], person: 'co-opted-no-vote' }).label).toBe('Nothing owed');
    expect(told({ answers: [{ ...home, receivedOn: null }], leftOfficeOn: LAST_DAY }).label).toBe(
      'Nothing owed',
    );
  });

  it('gives the reason with its source', () => {
    expect(told({ answers: [{ ...home, receivedOn: LAST_DAY }] }).because).toEqual([
      {
        text: 'Your notification was received in time. You had until Sunday 4 June 2017.',
        citations: [expect.objectContaining({ text: 'Localism Act 2011 s.30(1)' })],
      },
    ]);
  });

  it('asks the one question that is open', () => {
    expect(told({ answers: [], becameMemberOn: undefined }).headline).toBe(
      'On which day did you become a member?',
    );
  });
});

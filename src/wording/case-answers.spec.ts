import { describe, expect, it } from '@jest/globals';
import { ALL_CASE_TABLES } from '../law/index.js';
import { POINTS, caseAnswersInWords } from './index.js';

const inWords = (answer: string): string | undefined => caseAnswersInWords(answer)[0];

describe('What a worked case states, in words', () => {
  it.each([
    ['true', 'Yes'],
    ['false', 'No'],
    ['null', '–'],
    ['', '–'],
    ['none', 'Nothing'],
    ['existence_and_nature', 'The interest and what it is'],
    ['existence_only', 'Only that there is an interest'],
    ['as_public_only', 'Only as the public may'],
    ['vote_only', 'For the vote only'],
    ['discussion_only', 'For the discussion only'],
    ['criminal', 'Can be a crime'],
    ['standards-complaint', 'Can lead to a complaint'],
    ['excused: true', 'Yes, by a dispensation'],
    ['excused: vote_only', 'For the vote only, by a dispensation'],
    ['2017-11-20', '20\u00a0November\u00a02017'],
    ['no-vote', 'You must not vote.'],
    ['? interest.inRegister', 'Cannot tell: Is the interest in the register?'],
    ['? no.such.fact', 'Cannot tell: no.such.fact'],
    ['? present: true or false', 'Cannot tell (Yes or No): Will you be at any part of the meeting?'],
    [
      '? meetingDate: 2017-11-20 or null',
      'Cannot tell (20\u00a0November\u00a02017 or –): On which day is the meeting?',
    ],
    ['no-discussion, no-vote', 'You must not take part in the discussion. You must not vote.'],
    ['no-vote; no-vote', 'You must not vote.'],
    ['no-vote: Localism Act 2011 s.31(4)', 'You must not vote (Localism Act 2011 s.31(4)).'],
    ['the-authority, the-parish-council', 'The authority, the parish council'],
    ['not encoded', 'Not encoded'],
    ['no vote; and more', 'no vote; and more'],
    ['; ', '–'],
    ['5000', '5,000'],
    ['999', '999'],
    ['in-time', 'In time'],
    ['as_it_was', 'As it was'],
    ['13', '13'],
    ['2017-02-30', '2017-02-30'],
    ['Ward of Tarrow', 'Ward of Tarrow'],
  ])('%p is %p', (answer, words) => {
    expect(inWords(answer)).toBe(words);
  });

  it('gives a sentence the day that stands beside it', () => {
    expect(caseAnswersInWords(['false', '2017-06-04', 'late', 'notified-late'])[3]).toBe(
      'Your notification was received after the last day, Sunday 4 June 2017.',
    );
    expect(caseAnswersInWords(['notified-late', 'null', '2017-06-04', '2017-06-05'])[0]).toContain(
      'Sunday 4 June 2017',
    );
  });

  it('gives no reasons of several outcomes while all is open', () => {
    expect(caseAnswersInWords(['? present', 'no-vote, no-interest'])[1]).toBe('–');
    expect(caseAnswersInWords(['? present', 'has-not-answered'])[1]).toMatch(/^You have not answered/);
    expect(caseAnswersInWords(['false', '? present', 'no-vote, no-interest'])[2]).toMatch(/^You must not/);
    expect(caseAnswersInWords(['no-vote, no-interest'])[0]).toMatch(/^You must not/);
  });

  it('says “the last day” where no day stands beside it', () => {
    expect(inWords('notify-after-disclosure')).toBe(
      'You must notify the monitoring officer of it by the last day.',
    );
  });

  it('leaves no tag, no fact’s name and no gap in any table', () => {
    const tags = POINTS.filter((point) => point.includes('-'));
    const odd = ALL_CASE_TABLES.flatMap(({ title, cases }) =>
      cases.flatMap(({ name, expected }) =>
        caseAnswersInWords(expected)
          .filter(
            (words) =>
              /_|\b[a-z]+[A-Z]|undefined|^\?|: \w+\.\w|  | [.,]/.test(words) ||
              tags.some((tag) => words.includes(tag)),
          )
          .map((words) => `${title}: ${name}: ${words}`),
      ),
    );
    expect(odd).toEqual([]);
  });
});

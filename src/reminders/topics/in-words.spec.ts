import { describe, expect, it } from '@jest/globals';
import { ALL_RULES } from '../../law/index.js';
import { stepInWords, stepOfReminderInWords, topicInWords } from './in-words.js';
import * as rules from './rules.js';

const ours = [
  ...['england/localism-act-2011/s30(1)', 'briefing', rules.AFTER_DISCLOSURE, rules.CONFIRMATION],
  ...[...rules.CODES_ON_TAKING_OFFICE, ...rules.CODES_ON_A_CHANGE, ...rules.CODES_ON_GIFTS],
  ...[rules.DISPENSATION_ENDS, rules.SENSITIVE_REVIEW, rules.NOTICES_CLOSED, rules.MEETING_CANCELLED],
  ...[rules.TAKING_OFFICE_OVERDUE, rules.AFTER_DISCLOSURE_OVERDUE],
];

describe('what a reminder is for', () => {
  it.each(ours)('is said in plain sentences: %s', (rule) => {
    const { about, why } = topicInWords(rule);
    expect(about).toMatch(/^[A-Z]/);
    expect(about).not.toContain('/');
    expect(why).toMatch(/^[A-Z].*\.$/);
  });
  it('cites the law where there is one, and calls only the Act’s duties statutory', () => {
    expect(topicInWords('england/localism-act-2011/s30(1)')).toMatchObject({
      citation: 'Localism Act 2011 s.30(1)',
      statutory: true,
    });
    expect(topicInWords(rules.AFTER_DISCLOSURE)).toMatchObject({
      citation: 'Localism Act 2011 s.31(3)',
      statutory: true,
    });
    expect(topicInWords(rules.AFTER_DISCLOSURE_OVERDUE).citation).toBe('Localism Act 2011 s.31(3)');
    for (const rule of [
      ...rules.CODES_ON_TAKING_OFFICE,
      ...rules.CODES_ON_A_CHANGE,
      ...rules.CODES_ON_GIFTS,
    ]) {
      const law = ALL_RULES.find(({ id }) => id === rule);
      expect(topicInWords(rule)).toMatchObject({ citation: law?.citation.text, statutory: false });
    }
    for (const rule of ['briefing', rules.CONFIRMATION, rules.SENSITIVE_REVIEW, rules.MEETING_CANCELLED])
      expect(topicInWords(rule)).toMatchObject({ citation: null, statutory: false });
  });
  it('names a rule that this version does not know as it stands', () => {
    expect(topicInWords('mars/act').about).toBe('mars/act');
  });
});

describe('a step', () => {
  it.each([
    ['day-1', 'Day 1 of 28'],
    ['day-27', 'Day 27 of 28'],
    ['day-28', 'Day 28, the last day'],
    ['week-1-after', '1 week after the last day'],
    ['week-12-after', '12 weeks after the last day'],
    ['1-days-before-end', '1 day before the last day'],
    ['60-days-before-end', '60 days before the last day'],
    ['0-days-before-end', 'On the last day'],
    ['agenda-published', 'When the agenda was ready'],
    ['days-before', 'Some days before'],
    ['evening-before', 'The evening before'],
    ['morning-of', 'On the morning'],
    ['on-the-day', 'On the day'],
    ['last-day', 'The last day'],
    ['by-hand-1', 'Sent by hand'],
    ['by-hand-12', 'Sent by hand'],
    ['overdue', 'When the last day had passed'],
    ['notices-closed', 'When notices had closed'],
    ['cancelled', 'When it was cancelled'],
    ['another', 'another'],
  ])('%s: %s', (step, words) => {
    expect(stepInWords(step)).toBe(words);
  });
});

describe('the step of a reminder', () => {
  const of = (step: string, due: string, rule: string, edition = '2017-06-04'): string =>
    stepOfReminderInWords({ rule, step, edition, dueAt: new Date(`${due}T08:00:00Z`) });
  const onTakingOffice = 'england/localism-act-2011/s30(1)';

  it.each([
    ['day-14', '2017-05-21', 'Day 14 of 28'],
    ['day-14', '2017-05-17', 'Day 14 of 28, counted from polling day'],
    ['day-28', '2017-06-04', 'Day 28, the last day'],
    ['day-28', '2017-06-03', 'Day 28, counted from polling day'],
    ['day-28', '2017-05-31', 'Day 28, counted from polling day'],
    ['last-day', '2017-06-04', 'The last day'],
    ['week-1-after', '2017-06-11', '1 week after the last day'],
    ['by-hand-1', '2017-05-12', 'Sent by hand'],
  ])('on taking office says from which day it is counted: %s on %s', (step, due, words) => {
    expect(of(step, due, onTakingOffice)).toBe(words);
  });

  it('calls neither day of a code the last for certain', () => {
    for (const [rule = ''] of [rules.CODES_ON_TAKING_OFFICE, rules.CODES_ON_A_CHANGE, rules.CODES_ON_GIFTS]) {
      expect(of('day-28', '2017-06-04', rule)).toBe('Day 28, the last day to be safe');
      expect(of('last-day', '2017-06-05', rule)).toBe('The latest last day that can be argued for');
      expect(of('day-27', '2017-06-03', rule)).toBe('Day 27 of 28');
    }
  });

  it('of other rules is named as it is', () => {
    expect(of('day-28', '2017-06-04', rules.AFTER_DISCLOSURE)).toBe('Day 28, the last day');
    expect(of('morning-of', '2017-06-04', 'briefing', 'a fingerprint')).toBe('On the morning');
  });
});

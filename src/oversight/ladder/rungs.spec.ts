import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../law/index.js';
import { nextAfter, reachedBy, type Rung } from './rungs.js';

const letter = (state: Rung['letter']): Rung => ({ step: 'letter', happenedOn: '2017-07-03', letter: state });
const report: Rung = { step: 'report', happenedOn: '2017-08-01' };
const refused: Rung = { step: 'refused', happenedOn: '2017-07-10' };
const reminder: Rung = { step: 'reminder', happenedOn: '2017-06-10' };
const on = (day: string) => civilDate(day);

describe('the rung that was reached, and the next one', () => {
  it.each<[string, Rung[], number, string, object]>([
    ['nothing was done', [], 0, 'nothing', { step: 'reminder' }],
    ['a reminder went out', [], 1, 'reminded', { step: 'letter' }],
    ['an officer reminded in person', [reminder], 0, 'reminded', { step: 'letter' }],
    ['a letter that failed was not sent', [letter('failed')], 1, 'reminded', { step: 'letter' }],
    ['nor was one that was withdrawn', [letter('withdrawn')], 0, 'nothing', { step: 'reminder' }],
    ['a letter is under way', [letter('sending')], 1, 'letter', { step: 'wait', until: '2017-07-17' }],
    ['a letter was posted', [letter('posted')], 0, 'letter', { step: 'wait', until: '2017-07-17' }],
    ['a refusal is for the committee', [letter('sent'), refused], 1, 'refused', { step: 'report' }],
    ['a report was made', [letter('sent'), refused, report], 1, 'reported', { step: 'none' }],
  ])('%s', (_, rungs, reminders, reached, next) => {
    expect(reachedBy(rungs, reminders)).toBe(reached);
    expect(nextAfter(rungs, reminders, on('2017-07-17'))).toEqual(next);
  });

  it('the days of a letter are over on the day after the fourteenth', () => {
    expect(nextAfter([letter('sent')], 0, on('2017-07-17')).step).toBe('wait');
    expect(nextAfter([letter('sent')], 0, on('2017-07-18')).step).toBe('report');
  });
});

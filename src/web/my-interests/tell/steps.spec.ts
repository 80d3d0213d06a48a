import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../law/index.js';
import { RegisterEntry, type InterestDetails } from '../../../register/index.js';
import { firstTurn, nextTurn, type Turn } from './steps.js';
import { stepsOf, type Subject } from './subject.js';
import { keptWords } from './words-sent.js';

const today = civilDate('2017-05-20');
const JOB = { category: 'employment', role: 'Clerk', employer: 'Tarrow Build' } as const;
const LAND = { category: 'land', address: '3 Mill Lane', natureOfInterest: 'Owner', inArea: true } as const;

function about(
  act: 'change' | 'end' | 'correct',
  details: InterestDetails,
  beganOn: string | null = null,
  toldSince?: InterestDetails,
): Subject {
  const { category } = details;
  const entry = Object.assign(new RegisterEntry(), { id: 'e1', category, heldBy: 'self', beganOn });
  return { act, category, heldBy: 'self', about: { entry, details, toldSince } };
}
const newJob: Subject = { act: 'add', category: 'employment', heldBy: 'self' };

const day = (name: string, [year, month, date]: readonly [number, number, number]) => ({
  ...{ [`${name}-day`]: `${date}`, [`${name}-month`]: `${month}`, [`${name}-year`]: `${year}` },
});
const send = (subject: Subject, step: string, words: object, more: object = {}): Turn =>
  nextTurn(subject, { step, ...words, ...more }, today);
const errors = ({ form }: Turn): string[] => form.errorList.map(({ text }) => text);

describe('the pages of telling', () => {
  it.each([
    ['a new job', newJob, ['details', 'days', 'check']],
    [
      'new land, which asks more',
      { act: 'add', category: 'land', heldBy: 'self' },
      ['details', 'more', 'days', 'check'],
    ],
    [
      'a gift, which tells its own day',
      { act: 'add', category: 'gifts', heldBy: 'self' },
      ['details', 'more', 'check'],
    ],
    ['a change', about('change', JOB), ['details', 'days', 'check']],
    ['an end, which needs no details', about('end', JOB), ['days', 'check']],
    ['a correction, which has no day', about('correct', JOB), ['details', 'check']],
  ] as [string, Subject, string[]][])('of %s', (_, subject, steps) => {
    expect(stepsOf(subject)).toEqual(steps);
  });

  it('follow each other, and carry what was answered', () => {
    const first = send(newJob, 'details', { role: 'Clerk', employer: 'Tarrow Build' });
    expect([first.step, first.refused, first.form.errorList]).toEqual(['days', false, []]);
    const days = { ...day('effectiveOn', [2017, 5, 1]), ...day('awareOn', [2017, 5, 2]) };
    const second = send(newJob, 'days', days, { kept: keptWords(first.words) });
    expect(second.step).toBe('check');
    expect(second.said).toEqual({ details: JOB, effectiveOn: '2017-05-01', awareOn: '2017-05-02' });
    expect(second.send).toBe(false);
    const third = send(newJob, 'check', {}, { kept: keptWords(second.words) });
    expect([third.send, third.said]).toEqual([true, second.said]);
  });

  it('begin with what the register holds, the second page too', () => {
    const { step, form } = firstTurn(about('change', LAND));
    expect([step, form.words.address, form.words.inArea]).toEqual(['details', '3 Mill Lane', 'yes']);
  });

  it('that are gone back to from the check lead to it again', () => {
    const kept = keptWords({
      ...{ role: 'Clerk', employer: 'Tarrow Build' },
      ...{ ...day('effectiveOn', [2017, 5, 1]), ...day('awareOn', [2017, 5, 2]) },
    });
    const back = send(newJob, 'check', {}, { kept, go: 'details' });
    expect([back.step, back.returning, back.form.words.role]).toEqual(['details', true, 'Clerk']);
    const again = send(
      newJob,
      'details',
      { role: 'Typist', employer: 'Tarrow Build' },
      { kept, returning: 'yes' },
    );
    expect([again.step, again.said.details]).toEqual(['check', { ...JOB, role: 'Typist' }]);
  });
});

describe('what is not right', () => {
  it.each([
    ['a page that was not answered', 'details', {}, 'details'],
    [
      'details that were changed on the way, at a later page',
      'check',
      { role: '', employer: 'x' },
      'details',
    ],
    ['days that were left out, at the check', 'check', { role: 'Clerk', employer: 'x' }, 'days'],
  ])('%s is asked again', (_, step, words, asked) => {
    const turn = send(newJob, step, words);
    expect([turn.step, turn.refused, turn.send]).toEqual([asked, true, false]);
  });

  it.each([
    ['a list in place of a text', { role: ['a', 'b'], employer: 'x' }],
    ['what no page sends as kept', { kept: 'not JSON' }],
    ['a number as kept', { kept: '7' }],
    ['no body at all', undefined],
  ])('survives %s', (_, body) => {
    expect(nextTurn(newJob, body, today)).toMatchObject({ step: 'details', refused: true });
  });

  it.each([
    ['today', [2017, 5, 20], []],
    ['tomorrow', [2017, 5, 21], ['The day it ended must be today or in the past']],
    ['the day it began', [2016, 3, 1], []],
    [
      'the day before it began',
      [2016, 2, 29],
      ['The day it ended must be the same as or after the day it began, 1 March 2016'],
    ],
    ['a day before 1900', [1899, 12, 31], ['The day it ended must be the same as or after 1 January 1900']],
  ] as [string, [number, number, number], string[]][])('an end on %s', (_, on, texts) => {
    expect(errors(send(about('end', JOB, '2016-03-01'), 'days', day('effectiveOn', on)))).toEqual(texts);
  });
  it('an end before the licence itself began', () => {
    const licence = { category: 'licences', address: 'Plot 14', from: '2017-01-01' } as const;
    expect(errors(send(about('end', licence), 'days', day('effectiveOn', [2016, 12, 31])))).toHaveLength(1);
    expect(errors(send(about('end', licence), 'days', day('effectiveOn', [2017, 1, 1])))).toEqual([]);
  });
  it('awareness before there was anything to be aware of', () => {
    const aware = (on: [number, number, number]) =>
      errors(
        send(newJob, 'days', {
          ...{ role: 'Clerk', employer: 'x' },
          ...{ ...day('effectiveOn', [2017, 5, 2]), ...day('awareOn', on) },
        }),
      );
    expect(aware([2017, 5, 1])).toEqual([
      'The day you became aware must be the same as or after the day it began',
    ]);
    expect(aware([2017, 5, 2])).toEqual([]);
  });
  it('nothing, where it says what the register says and something else was told since', () => {
    const subject = about('change', JOB, null, { ...JOB, role: 'Typist' });
    expect(firstTurn(subject).form.words.role).toBe('Typist');
    expect(errors(send(subject, 'details', { role: 'Clerk', employer: 'Tarrow Build' }))).toEqual([]);
  });
  it.each(['change', 'correct'] as const)('a %s that says what the register says already', (act) => {
    const same = { role: ' Clerk ', employer: 'Tarrow Build' };
    expect(errors(send(about(act, JOB), 'details', same))).toHaveLength(1);
    expect(errors(send(about(act, JOB), 'details', { ...same, role: 'clerk' }))).toEqual([]);
  });
  it('is told of land only once its second page is answered', () => {
    const subject = about('correct', LAND);
    const first = send(subject, 'details', { address: '3 Mill Lane', natureOfInterest: 'Owner' });
    expect([first.step, errors(first)]).toEqual(['more', []]);
    const kept = keptWords(first.words);
    expect(errors(send(subject, 'more', { inArea: 'yes' }, { kept }))).toHaveLength(1);
    const wrong = send(subject, 'more', { inArea: 'no' }, { kept });
    expect([wrong.step, wrong.said.details]).toEqual(['check', { ...LAND, inArea: false }]);
  });
});

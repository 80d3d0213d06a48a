import { describe, expect, it } from '@jest/globals';
import {
  allTasksComplete,
  backPath,
  checkAnswers,
  nextPath,
  pageOf,
  pathInstead,
  taskStatus,
} from './index.js';
import type { Journey, TaskStatus } from './index.js';

interface Answers {
  readonly any?: 'yes' | 'no';
  readonly entries?: readonly string[];
  readonly partner?: 'yes' | 'no';
  readonly partnerLand?: 'yes' | 'no';
}

/** Two tasks as the notify journey has them: 'do you have any?', add an entry, the list of entries. */
const journey: Journey<Answers> = {
  startPath: '/start',
  listPath: '/list',
  tasks: [
    {
      id: 'land',
      title: 'Land',
      pages: [
        {
          id: 'any',
          path: '/land',
          title: 'Do you have any land?',
          complete: (a) => a.any !== undefined,
          rows: (a) => (a.any === 'no' ? [{ question: 'Do you have any land?', answer: 'No' }] : []),
        },
        {
          id: 'add',
          path: '/land/add',
          title: 'Add land',
          relevant: (a) => a.any === 'yes',
          complete: (a) => (a.entries ?? []).length > 0,
          listedOn: 'entries',
        },
        {
          id: 'entries',
          path: '/land/entries',
          title: 'Your land',
          relevant: (a) => a.any === 'yes' && (a.entries ?? []).length > 0,
          complete: () => true,
          rows: (a) =>
            (a.entries ?? []).map((entry) => ({
              question: 'Land',
              answer: entry,
              changePath: `/land/${entry}`,
            })),
        },
      ],
    },
    {
      id: 'partner',
      title: 'Your partner',
      relevant: (a) => a.partner !== 'no',
      pages: [
        {
          id: 'partner-land',
          path: '/partner',
          title: 'Partner',
          complete: (a) => a.partnerLand !== undefined,
        },
      ],
    },
  ],
  ending: [
    { id: 'check', path: '/check', title: 'Check your answers', complete: () => false },
    { id: 'done', path: '/done', title: 'Sent', complete: () => true },
  ],
};

/** The same pages in one line, for a journey without a task list. */
const line: Journey<Answers> = { startPath: '/start', tasks: journey.tasks, ending: journey.ending };

describe('the next page', () => {
  it('is the first relevant page after this one', () => {
    expect(nextPath(journey, { any: 'yes' }, 'any')).toBe('/land/add');
  });
  it('is the task list when the rest of the task is not relevant', () => {
    expect(nextPath(journey, { any: 'no' }, 'any')).toBe('/list');
  });
  it('after adding an entry is the list of entries', () => {
    expect(nextPath(journey, { any: 'yes', entries: ['1'] }, 'add')).toBe('/land/entries');
  });
  it('is the next task where there is no task list', () => {
    expect(nextPath(line, { any: 'no' }, 'any')).toBe('/partner');
  });
  it('passes over a task that is not relevant', () => {
    expect(nextPath(line, { any: 'no', partner: 'no' }, 'any')).toBe('/check');
  });
  it('after the last page of all is the start', () => {
    expect(nextPath(journey, {}, 'done')).toBe('/start');
    expect(nextPath(line, {}, 'done')).toBe('/start');
  });
});

describe('the back link', () => {
  it('goes to the relevant page before this one', () => {
    expect(backPath(journey, { any: 'yes' }, 'add')).toBe('/land');
  });
  it('goes to the list of entries once there is one', () => {
    expect(backPath(journey, { any: 'yes', entries: ['1'] }, 'add')).toBe('/land/entries');
  });
  it('goes from the first page of a task to the task list, or to the task before', () => {
    expect(backPath(journey, { any: 'no' }, 'partner-land')).toBe('/list');
    expect(backPath(line, { any: 'no' }, 'partner-land')).toBe('/land');
  });
  it('goes from the first page of the ending to the task list', () => {
    expect(backPath(journey, {}, 'check')).toBe('/list');
  });
  it('goes from the first page of a line to the start', () => {
    expect(backPath(line, {}, 'any')).toBe('/start');
  });
});

describe('may they be here?', () => {
  it('yes, on the first page of any task', () => {
    expect(pathInstead(journey, {}, 'any')).toBeUndefined();
    expect(pathInstead(journey, {}, 'partner-land')).toBeUndefined();
  });
  it('no, on a page whose question does not arise', () => {
    expect(pathInstead(journey, { any: 'no' }, 'add')).toBe('/list');
    expect(pathInstead(journey, { partner: 'no' }, 'partner-land')).toBe('/list');
  });
  it('no, on a page before which something is not answered', () => {
    expect(pathInstead(line, {}, 'partner-land')).toBe('/land');
    expect(pathInstead(line, { any: 'no' }, 'partner-land')).toBeUndefined();
  });
  it('no, at the end while a task is not complete', () => {
    expect(pathInstead(journey, { any: 'no' }, 'check')).toBe('/list');
    expect(pathInstead(line, { any: 'no' }, 'check')).toBe('/partner');
  });
  it('yes, at the end when every task that counts is complete', () => {
    expect(pathInstead(journey, { any: 'no', partner: 'no' }, 'check')).toBeUndefined();
    expect(pathInstead(line, { any: 'no', partnerLand: 'no' }, 'check')).toBeUndefined();
  });
  it('no, past the check while it is not confirmed', () => {
    expect(pathInstead(journey, { any: 'no', partner: 'no' }, 'done')).toBe('/check');
  });
});

describe('progress', () => {
  const land = journey.tasks[0];
  if (land === undefined) throw new Error('the journey above has a first task');

  it.each<[string, TaskStatus, Answers]>([
    ['nothing answered', 'Not yet started', {}],
    ['"yes", and no entry yet', 'In progress', { any: 'yes' }],
    ['"yes" with an entry', 'Completed', { any: 'yes', entries: ['1'] }],
    ['"no"', 'Completed', { any: 'no' }],
    ['"no" after entries were added', 'Completed', { any: 'no', entries: ['1'] }],
  ])('%s: %s', (_, status, answers) => {
    expect(taskStatus(land, answers)).toBe(status);
  });

  it('is complete only when every relevant task is', () => {
    expect(allTasksComplete(journey, { any: 'no' })).toBe(false);
    expect(allTasksComplete(journey, { any: 'no', partner: 'no' })).toBe(true);
  });
});

describe('check your answers', () => {
  it('shows the rows of relevant pages, each with the page that changes it', () => {
    expect(checkAnswers(journey, { any: 'yes', entries: ['Mill Lane'] })).toEqual([
      { title: 'Land', rows: [{ question: 'Land', answer: 'Mill Lane', changePath: '/land/Mill Lane' }] },
    ]);
  });
  it('leaves out what is no longer relevant, and names the page itself as the one to change', () => {
    expect(checkAnswers(journey, { any: 'no', entries: ['Mill Lane'] })).toEqual([
      { title: 'Land', rows: [{ question: 'Do you have any land?', answer: 'No', changePath: '/land' }] },
    ]);
  });
});

it('a page that does not exist is a mistake in the code', () => {
  expect(() => pageOf(journey, 'nowhere')).toThrow("the journey has no page 'nowhere'");
});

import { expect, test } from '@jest/globals';
import { titleOf } from './title.js';

test.each([
  ['a short line is all title', 'To accept apologies', 'To accept apologies', ''],
  [
    'a title ends where a sentence begins',
    'Declaration of Interest on any item below No declarations were made by those who were present at the meeting.',
    'Declaration of Interest on any item below',
    'No declarations were made by those who were present at the meeting.',
  ],
  [
    'instructions after a title are not part of it',
    'Public Participation Members of the public wishing to take part should ring the clerk before the meeting.',
    'Public Participation',
    'Members of the public wishing to take part should ring the clerk before the meeting.',
  ],
  [
    'capitals end where other letters begin',
    'BUDGET REVIEW The statement showed a balance.',
    'BUDGET REVIEW',
    'The statement showed a balance.',
  ],
  ['an acronym alone is no heading', 'GDPR notice for councillors', 'GDPR notice for councillors', ''],
  [
    'page references end a title',
    'Minutes of 9 December (Pages 1 - 4)',
    'Minutes of 9 December',
    '(Pages 1 - 4)',
  ],
  ['marks at the end are dropped', 'Policy Reviews -', 'Policy Reviews', ''],
  [
    'a long title without a sentence stays whole',
    'Installation of ground mounted solar panels, cabling and fencing at the Water Works, School Lane, Nether Brine',
    'Installation of ground mounted solar panels, cabling and fencing at the Water Works, School Lane, Nether Brine',
    '',
  ],
])('%s', (_name, words, title, remainder) => {
  expect(titleOf(words)).toEqual({ title, remainder });
});

test('the bold beginning of a line is its title', () => {
  expect(titleOf('Welcome. The chair opened the meeting.', 'Welcome.')).toEqual({
    title: 'Welcome',
    remainder: 'The chair opened the meeting.',
  });
});

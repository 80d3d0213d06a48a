import { expect, test } from '@jest/globals';
import { match, matchPrepared, prepareInterest } from '../matching/index.js';
import { MOST_COMPARED, PreparedItems } from './prepared-items.js';

const COMPANY = { text: 'Director, Hartlebrook Family Support Ltd', category: 'employment' };
const item = (title: string, text: string): { title: string; text: string } => ({ title, text });

test('an item that is kept answers as one that is made ready anew', () => {
  const items = new PreparedItems();
  const contract = item('Family Support', 'The work is done by Hartlebrook Family Support Ltd.');
  const prepared = items.of(contract);
  expect(items.of({ ...contract })).toBe(prepared);
  expect(matchPrepared(prepareInterest(COMPANY), prepared)).toEqual(match(COMPANY, contract));
});

test('another text or title is another item', () => {
  const items = new PreparedItems();
  const first = items.of(item('One', 'Two'));
  expect(items.of(item('One', 'Three'))).not.toBe(first);
  expect(items.of(item('OneT', 'wo'))).not.toBe(first);
});

test.each([
  ['within what is compared', 0, 'probable'],
  ['beyond it', 100, 'none'],
])('a name %s', (_, beyond, level) => {
  const name = 'Hartlebrook Family Support Ltd.';
  const text = `${'.\n'.repeat((MOST_COMPARED - name.length + beyond) / 2)}${name}`;
  const prepared = new PreparedItems().of(item('Early Help Report', text));
  expect(matchPrepared(prepareInterest(COMPANY), prepared).level).toBe(level);
});

import { describe, expect, it } from '@jest/globals';
import type { AgendaReading } from '../../agenda/index.js';
import type { Words } from '../form/index.js';
import { itemsIn, MOST_ROWS, rowsIn, withOneRowMore, wordsOfItems } from './review-items.js';

const reading: AgendaReading = {
  ...{ body: null, title: null, date: null, time: null, venue: null, warnings: [] },
  items: [
    { number: '1', title: 'Apologies' },
    {
      number: '2',
      title: 'School places',
      text: 'The report.',
      restricted: true,
      facts: { educationFunction: { value: 'yes', source: 'reader', words: 'School' } },
    },
  ],
};
const untouched = wordsOfItems(reading, undefined);
const read = (changes: Words = {}): ReturnType<typeof itemsIn> =>
  itemsIn({ ...untouched, ...changes }, reading, undefined);
const titles = (changes: Words): string[] => read(changes).items.map(({ title }) => title);

describe('the items of the form', () => {
  it('come back as they were read when the clerk changes nothing', () => {
    const { items, errors } = read();
    expect(errors).toEqual([]);
    expect(items).toMatchObject([
      { number: '1', title: 'Apologies', restricted: false },
      { number: '2', title: 'School places', text: 'The report.', restricted: true },
    ]);
    expect(items[1]?.facts.educationFunction).toEqual({ value: 'yes', source: 'reader', words: 'School' });
    expect(items[0]?.facts.educationFunction).toEqual({ value: 'unknown', source: 'reader' });
  });
  it('keep what the clerk says of a fact as said by the clerk', () => {
    const facts = read({ 'item-1-educationFunction': 'no', 'item-0-scrutiny': 'yes' }).items.map(
      (item) => item.facts,
    );
    expect(facts[1]?.educationFunction).toEqual({ value: 'no', source: 'clerk' });
    expect(facts[0]?.scrutiny).toEqual({ value: 'yes', source: 'clerk' });
  });
  it('take no answer that the page does not offer', () => {
    const [first] = read({ 'item-0-scrutiny': 'perhaps' }).items;
    expect(first?.facts.scrutiny).toEqual({ value: 'unknown', source: 'reader' });
  });
  it('leave out what the clerk leaves out, and rows that were added and stayed empty', () => {
    expect(titles({ 'item-0-leaveOut': 'yes', rows: '4', 'item-2-title': ' ' })).toEqual(['School places']);
  });
  it.each([
    ['', ['Apologies', 'School places', 'New']],
    ['1', ['New', 'Apologies', 'School places']],
    ['2', ['Apologies', 'New', 'School places']],
    ['99', ['Apologies', 'School places', 'New']],
  ])('put an added one in place %j', (place, expected) => {
    expect(titles({ rows: '3', 'item-2-title': 'New', 'item-2-place': place })).toEqual(expected);
  });
  it.each(['0', '-1', 'first', '1.5'])('refuse the place %j', (place) => {
    const { errors } = read({ rows: '3', 'item-2-title': 'New', 'item-2-place': place });
    expect(errors.map(({ field }) => field)).toEqual(['item-2-place']);
  });
  it('have a title of at most 1,000 characters and a number of at most 20', () => {
    expect(read({ 'item-0-title': 'x'.repeat(1000), 'item-0-number': '1'.repeat(20) }).errors).toEqual([]);
    const { errors } = read({ 'item-0-title': 'x'.repeat(1001), 'item-0-number': '1'.repeat(21) });
    expect(errors.map(({ field }) => field)).toEqual(['item-0-title', 'item-0-number']);
  });
  it('are refused when none is left', () => {
    const { errors } = read({ 'item-0-leaveOut': 'yes', 'item-1-leaveOut': 'yes' });
    expect(errors).toMatchObject([{ text: 'Keep at least one item of business' }]);
  });
});

describe('the number of rows', () => {
  it.each([
    ['3', 3],
    ['0', 0],
    ['-1', 0],
    ['1.5', 0],
    ['x', 0],
    [String(MOST_ROWS), MOST_ROWS],
    ['100000000', MOST_ROWS],
  ])('of a form that says %j is %d', (rows, expected) => {
    expect(rowsIn({ rows })).toBe(expected);
  });
  it('grows by one, up to the most that a form can carry', () => {
    expect(withOneRowMore({ rows: '2' })).toEqual({ rows: '3' });
    expect(withOneRowMore({ rows: String(MOST_ROWS) })).toEqual({ rows: String(MOST_ROWS) });
  });
});

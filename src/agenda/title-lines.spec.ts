import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readAgenda } from './index.js';

interface Page {
  readonly file: string;
  readonly expected: {
    readonly date: string;
    readonly time: string;
    readonly venue: string;
    readonly items: readonly { readonly number: string | null; readonly title: string }[];
  };
  readonly sub_items?: readonly number[];
}

const folder = 'test/fixtures/agendas/pages';
const pages = readFileSync(`${folder}/expected.jsonl`, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Page);

describe('titles that the edge of a column broke, told by where the lines stand on the page', () => {
  it.each(pages.map((page) => [page.file, page] as const))('%s', (file, { expected, sub_items = [] }) => {
    const { date, time, venue, items } = readAgenda(readFileSync(`${folder}/${file}`, 'utf8'));
    expect({ date, time, venue }).toEqual({
      date: expected.date,
      time: expected.time,
      venue: expected.venue,
    });
    const must = expected.items.filter((_, at) => !sub_items.includes(at));
    const mayBe = expected.items.filter((_, at) => sub_items.includes(at)).map(({ number }) => number);
    const read = items.filter(({ number }) => !mayBe.includes(number));
    expect(read.map(({ number, title }) => ({ number, title }))).toEqual(must);
  });
});

describe('a line below a title that is no more of it', () => {
  const cases: [string, string][] = [
    [
      'what is to be done',
      '1. Apologies\n2. Lease of the Old Customs House and the adjoining land at Quay Street\n   To consider the terms.\n3. Lamps\n',
    ],
    [
      'who reports',
      '1. Apologies\n2. Lease of the Old Customs House and the adjoining land at Quay Street\n   Report of the Surveyor\n3. Lamps\n',
    ],
    [
      'a sentence',
      '1. Apologies\n2. Lease of the Old Customs House and the adjoining land at Quay Street\n   Terms were agreed in May\n3. Lamps\n',
    ],
    [
      'a paragraph of its own',
      '1. Apologies\n\n2. Lease of the Old Customs House and the adjoining land at Quay Street\n\n   Quay Ward\n\n3. Lamps\n',
    ],
  ];
  it.each(cases)('%s', (_name, list) => {
    const { items } = readAgenda(`Pier Committee\n24 October 2017, 10.00 am, Pier House\nAgenda\n${list}`);
    expect(items.map(({ title }) => title)).toEqual([
      'Apologies',
      'Lease of the Old Customs House and the adjoining land at Quay Street',
      'Lamps',
    ]);
  });
});

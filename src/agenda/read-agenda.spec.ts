import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type AgendaReading, readAgenda } from './index.js';

const fixture = (name: string) => readFileSync(`test/fixtures/agendas/${name}`, 'utf8');
const outline = (reading: AgendaReading) =>
  reading.items.map((item) => `${item.number ?? '-'} ${item.title}`);
const byNumber = (reading: AgendaReading, number: string) =>
  reading.items.find((item) => item.number === number);

describe('an agenda with a front sheet, a list of members, a table of items and a report', () => {
  const reading = readAgenda(fixture('wyrefordshire-agenda-2017-10-24.txt'));

  it('says who meets, when and where', () => {
    expect(reading).toMatchObject({
      body: 'Children and Families Overview and Scrutiny Panel',
      title: 'Agenda',
      date: '2017-10-24',
      time: '10:00',
      venue: 'Assembly House, Wyreford',
      issuedOn: '2017-10-13',
      participationBy: '2017-10-23T09:00',
    });
  });

  it('has five items, and neither the numbered paragraphs of the report nor the run-on instructions are titles', () => {
    expect(outline(reading)).toEqual([
      '1 Welcome and Apologies for Absence',
      '2 Interests to be Declared, and any Party Whip',
      '3 Public Participation',
      "4 Minutes of the Panel's Meeting in September (sent out earlier)",
      '5 Family Support Contract - First Half-Year Report on Early Help in Severn Marsh',
    ]);
    expect(byNumber(reading, '3')?.text).toMatch(/^Anybody who would like to speak/);
  });

  it('gives the report on later pages to the item whose title it repeats, and to no other', () => {
    expect(byNumber(reading, '5')?.text).toContain('Hartlebrook Family Support Ltd');
    expect(byNumber(reading, '5')?.text).toContain('Annex B What families told us');
    expect(byNumber(reading, '4')?.text).toBeUndefined();
  });

  it('lists the members with their roles, a denomination and the vacancy', () => {
    expect(reading.membership).toEqual([
      { name: 'Mrs J R Thackeray', role: 'chairman' },
      { name: 'Mr D O Pemberton-Vale', role: 'vice-chairman' },
      { name: 'Ms A Okonjo', role: 'member' },
      { name: 'Mr L Brackley', role: 'member' },
      { name: 'Mrs S T Varma', role: 'member' },
      { name: 'Mr H J Quillfeather', role: 'member' },
      { name: 'Ms E M Dunmore', role: 'member' },
      { name: 'Mr T P Rusk', role: 'member' },
      { name: 'Ms N Cotterell', role: 'member' },
      { name: 'Canon Martin Ellwood', role: 'church-representative', note: 'Church of England' },
      { name: 'Mrs R Adeyemi-Holt', role: 'parent-governor-representative' },
      { name: null, role: 'parent-governor-representative' },
    ]);
  });

  it('suggests only the facts that its words support', () => {
    const scrutiny = { value: 'yes', source: 'reader', words: 'Overview and Scrutiny Panel' };
    expect(byNumber(reading, '5')?.facts).toEqual({ scrutiny });
    expect(byNumber(reading, '3')?.facts).toEqual({
      scrutiny,
      publicMaySpeak: { value: 'yes', source: 'reader', words: 'Public Participation' },
    });
  });

  it('has nothing to warn about', () => {
    expect(reading.warnings).toEqual([]);
  });
});

describe('the agenda of a parish, with numbers apart from their titles', () => {
  const reading = readAgenda(fixture('parish.txt'));

  it('takes the date of the meeting and not that of the summons', () => {
    expect(reading).toMatchObject({
      body: 'NETHER BRINE PARISH COUNCIL',
      date: '2017-11-09',
      time: '19:30',
      venue: 'Jubilee Hall',
    });
  });

  it('pairs numbers that stand together with the titles below them, in order', () => {
    expect(outline(reading)).toEqual([
      '1 To accept apologies',
      '2 To declare interests in any item below',
      '3 Minutes of 12 October 2017',
      '4 Footpath 7 behind Tallow Lane',
      '5 Application 17/00312/FUL: two houses at Brine Farm',
      '6 Finance',
    ]);
  });

  it('suggests that a planning application is a planning matter', () => {
    expect(byNumber(reading, '5')?.facts?.planningOrRegulatory).toEqual({
      value: 'yes',
      source: 'reader',
      words: '17/00312/FUL',
    });
  });
});

describe('what cannot be read is a warning for the clerk', () => {
  const cases: [string, string, RegExp][] = [
    ['no items', fixture('no-items.txt'), /No numbered items of business were found/],
    ['no date', fixture('no-date.txt'), /date of the meeting was not found/],
    ['nothing at all', '', /No numbered items of business were found/],
    [
      'a weekday that does not fit',
      'Agenda\nPier Committee\nMonday 24 October 2017, 10.00 am, Pier House\n1. Welcome\n2. Tolls\n',
      /says Monday, but 2017-10-24 is a Tuesday/,
    ],
    ['a number left out', 'Pier Committee\n1. Welcome\n2. Tolls\n4. Lamps\n', /numbers go from 2 to 4/],
    [
      'a deadline without a date',
      'Pier Committee\n24 October 2017 10.00 am\n1. Public Questions\nTell us by 9.00am on the day before.\n2. Tolls\n',
      /Item 1 gives a deadline for the public without a date/,
    ],
    [
      'a line among the members that is no name',
      'Pier Committee\nMembership\nMr A Bell, to be confirmed\n1. Welcome\n2. Tolls\n',
      /"to be confirmed" in the list of members was not understood/,
    ],
  ];
  it.each(cases)('%s', (_name, text, warning) => {
    expect(readAgenda(text).warnings.join('\n')).toMatch(warning);
  });

  it('without items the list is empty, so that the caller can refuse', () => {
    expect(readAgenda(fixture('no-items.txt')).items).toEqual([]);
  });

  it('without a date the rest is still read', () => {
    expect(readAgenda(fixture('no-date.txt'))).toMatchObject({
      body: 'Harbour and Ferries Committee',
      date: null,
      time: '10:00',
      venue: 'Assembly House, Wyreford',
    });
  });
});

describe('items that are not for the public', () => {
  it('are marked when the title says so, and otherwise unknown', () => {
    const reading = readAgenda('Pier Committee\n1. Lamps\n2. Lease of the kiosk (NOT FOR PUBLICATION)\n');
    expect(reading.items.map((item) => item.restricted)).toEqual([undefined, true]);
  });
});

const measured = '../shared/data/agendas/expected.jsonl';
const isHere = existsSync(measured);
(isHere ? describe : describe.skip)(
  `real agendas${isHere ? '' : ' (skipped: ../shared is not here)'}`,
  () => {
    interface Expected {
      file: string;
      expected: { items: { number: string | null; title: string }[] } & Record<string, unknown>;
    }
    const lines = isHere ? readFileSync(measured, 'utf8').trim().split('\n') : [];
    const documents = lines.map((line) => JSON.parse(line) as Expected);
    const read = (file: string) => readAgenda(readFileSync(`../shared/data/agendas/${file}`, 'utf8'));

    it('the document of origin is read perfectly', () => {
      const origin = documents.find((document) => document.file.startsWith('worcestershire'));
      const reading = read(origin?.file ?? '');
      const { items, ...head } = origin?.expected ?? { items: [] };
      expect(reading).toMatchObject(head);
      expect(reading.items.map(({ number, title }) => ({ number, title }))).toEqual(items);
      expect(reading.warnings).toEqual([]);
      expect(reading.membership).toHaveLength(12);
      expect(reading.participationBy).toBe('2017-10-23T09:00');
    });

    it('nine items in ten of the others are found with number and title', () => {
      const fold = (words: string) =>
        words
          .toLowerCase()
          .replace(/[^a-z0-9]+/g, ' ')
          .trim();
      // The scrambled minutes are a hope, and web pages come with a reader of their own.
      const others = documents.filter(({ file }) => !/northwold|_html/.test(file));
      let expected = 0;
      let found = 0;
      for (const document of others) {
        const titles = new Map(read(document.file).items.map((item) => [item.number, fold(item.title)]));
        for (const item of document.expected.items.filter((each) => each.number !== null)) {
          expected += 1;
          if (titles.get(item.number)?.startsWith(fold(item.title).slice(0, 20)) === true) found += 1;
        }
      }
      expect(expected).toBeGreaterThan(100);
      expect(found / expected).toBeGreaterThan(0.9);
    });
  },
);

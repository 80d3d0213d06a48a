import { expect, test } from '@jest/globals';
import {
  AlignmentType,
  Document,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  type IRunOptions,
} from 'docx';
import { readWord } from './read-word.js';

const BOLD: IRunOptions = { text: 'Minutes', bold: true };

type Format = (typeof LevelFormat)[keyof typeof LevelFormat];

const level = (at: number, format: Format, text: string, start = 1) => ({
  ...{ level: at, format, text, start, alignment: AlignmentType.LEFT },
});
const lists = [
  {
    reference: 'items',
    levels: [
      level(0, LevelFormat.DECIMAL, '%1.'),
      level(1, LevelFormat.LOWER_LETTER, '(%2)'),
      level(2, LevelFormat.LOWER_ROMAN, '%3)'),
    ],
  },
  { reference: 'minutes', levels: [level(0, LevelFormat.DECIMAL, '%1/25', 41)] },
  {
    reference: 'levels',
    levels: [level(0, LevelFormat.DECIMAL, '%1'), level(1, LevelFormat.DECIMAL, '%1.%2')],
  },
  { reference: 'bullets', levels: [level(0, LevelFormat.BULLET, '•')] },
];
const listed = (text: string, reference: string, at = 0) =>
  new Paragraph({ text, numbering: { reference, level: at } });

async function textsOf(children: (Paragraph | Table)[]): Promise<string[]> {
  const bytes = await Packer.toBuffer(
    new Document({ numbering: { config: lists }, sections: [{ children }] }),
  );
  const document = await readWord(bytes);
  if (!('blocks' in document)) throw new Error('This is no Word document.');
  return document.blocks.map(({ text }) => text);
}

test('a list goes on after a paragraph that is none of it', async () => {
  const texts = await textsOf([
    listed('Apologies', 'items'),
    new Paragraph('To receive apologies.'),
    listed('Minutes', 'items'),
    new Paragraph(''),
    listed('Finance', 'items'),
  ]);
  expect(texts).toEqual(['1. Apologies', 'To receive apologies.', '2. Minutes', '3. Finance']);
});

test('lists within an item begin anew in each, with letters and roman numerals as Word prints them', async () => {
  const texts = await textsOf([
    listed('Planning', 'items'),
    listed('Mill Road', 'items', 1),
    listed('Ferry Lane', 'items', 1),
    listed('Conditions', 'items', 2),
    listed('Finance', 'items'),
    listed('Precept', 'items', 1),
  ]);
  expect(texts).toEqual([
    '1. Planning',
    '(a) Mill Road',
    '(b) Ferry Lane',
    'i) Conditions',
    '2. Finance',
    '(a) Precept',
  ]);
});

test('numbers begin where the list begins, and hold what the list puts around them', async () => {
  const texts = await textsOf([
    listed('Apologies', 'minutes'),
    listed('Minutes', 'minutes'),
    listed('Reports', 'levels'),
    listed('Police', 'levels', 1),
    listed('Clerk', 'levels', 1),
  ]);
  expect(texts).toEqual(['41/25 Apologies', '42/25 Minutes', '1 Reports', '1.1 Police', '1.2 Clerk']);
});

test('bullets have no number, and bold words lead', async () => {
  const bytes = await Packer.toBuffer(
    new Document({
      numbering: { config: lists },
      sections: [
        {
          children: [
            listed('a bullet', 'bullets'),
            new Paragraph({
              numbering: { reference: 'items', level: 0 },
              children: [new TextRun(BOLD), new TextRun(' To approve them.')],
            }),
          ],
        },
      ],
    }),
  );
  expect(await readWord(bytes)).toMatchObject({
    blocks: [{ text: 'a bullet' }, { text: '1. Minutes To approve them.', lead: '1. Minutes' }],
  });
});

test('the cells of a table stay apart, with the numbers that Word counts in them', async () => {
  const cell = (paragraph: Paragraph) => new TableCell({ children: [paragraph] });
  const row = (title: string) =>
    new TableRow({
      children: [cell(listed('', 'items')), cell(new Paragraph(title)), cell(new Paragraph('1 - 4'))],
    });
  const bytes = await Packer.toBuffer(
    new Document({
      numbering: { config: lists },
      sections: [{ children: [new Table({ rows: [row('Apologies'), row('Minutes')] })] }],
    }),
  );
  expect(await readWord(bytes)).toMatchObject({
    blocks: [{ cells: ['1.', 'Apologies', '1 - 4'] }, { cells: ['2.', 'Minutes', '1 - 4'] }],
  });
});

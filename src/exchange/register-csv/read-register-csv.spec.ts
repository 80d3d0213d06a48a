import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../law/index.js';
import {
  COLUMNS,
  MOST_CHARACTERS,
  MOST_ROWS,
  readRegisterCsv,
  templateCsv,
  type CsvReading,
} from './index.js';

const today = civilDate('2026-03-10');
const HEAD = 'member,has-partner,category,held-by,nothing,role,employer,company';
const line = (...cells: string[]): string => cells.join(',');
const JOB = line('A Person', '', 'employment', 'member', '', 'Nurse', 'Ashford Hospital', '');

function read(...lines: string[]): CsvReading {
  const reading = readRegisterCsv([HEAD, ...lines].join('\r\n'), today);
  if ('refused' in reading) throw new Error(`${reading.refused} ${reading.detail}`);
  return reading;
}
/** What is wrong, as 'row column: wrong'. */
const problems = (...lines: string[]): string[] =>
  read(...lines).problems.map(({ row, column, wrong }) => `${row} ${column}: ${wrong}`);
const refusal = (text: string): unknown => {
  const reading = readRegisterCsv(text, today);
  return 'refused' in reading ? [reading.refused, reading.detail] : 'read';
};

describe('a file in order', () => {
  it('is read with quoted commas, line breaks and quotation marks', () => {
    const text = readFileSync(
      new URL('../../../test/fixtures/registers/register.csv', import.meta.url),
      'utf8',
    );
    const reading = readRegisterCsv(text, today);
    expect(reading).toMatchObject({ total: 5, problems: [] });
    expect('rows' in reading && reading.rows.map(({ row, details }) => [row, details])).toEqual([
      [2, { category: 'employment', role: 'Site manager', employer: 'Tarrow Build Ltd, Ashford' }],
      [3, null],
      [
        4,
        expect.objectContaining({
          address: '14 Mill Lane\nAshford Magna',
          postcode: 'WR5 2NP',
          isHome: true,
        }),
      ],
      [5, expect.objectContaining({ valuePence: 6000, offeredOn: '2017-02-03', accepted: true })],
      [6, { category: 'employment', role: 'Director', employer: 'Hartlebrook Family Support Ltd' }],
    ]);
  });
  it.each([
    ['a byte order mark', `\ufeff${HEAD}\r\n${JOB}`],
    ['line feeds alone', `${HEAD}\n${JOB}\n`],
    ['capitals and blanks in its columns', `${HEAD.toUpperCase().replaceAll('-', ' ')}\r\n${JOB}`],
    ['a byte order mark before a quoted column', `\ufeff"member"${HEAD.slice(6)}\r\n${JOB}`],
    ['blank lines', `${HEAD}\r\n\r\n,,,,\r\n${JOB}\r\n\r\n`],
    ['fewer cells at the end of a row', `${HEAD}\r\nA Person,,employment,member,,Nurse,Ashford Hospital`],
  ])('may have %s', (_, text) => {
    expect(readRegisterCsv(text, today)).toMatchObject({ rows: [{ member: 'A Person' }], problems: [] });
  });
  it('has the template for its first line, with every column once', () => {
    expect(refusal(templateCsv())).toEqual(['no-rows', '']);
    expect(new Set(COLUMNS.map(({ name }) => name)).size).toBe(COLUMNS.length);
  });
});

describe('a file that is refused whole', () => {
  it.each([
    ['nothing', '', ['empty', '']],
    ['blank lines', '\r\n\r\n', ['empty', '']],
    ['semicolons', `${HEAD}\r\n${JOB}`.replaceAll(',', ';'), ['semicolons', '']],
    ['tabs', `${HEAD}\r\n${JOB}`.replaceAll(',', '\t'), ['tabs', '']],
    [
      'a quotation mark that is not closed',
      `${HEAD}\r\n${JOB}\r\nA,,"employment,member`,
      ['malformed', 'line 3'],
    ],
    ['a quotation mark within a cell', `${HEAD}\r\nA "B" C,,land`, ['malformed', 'line 2']],
    ['no column for the member', `category,held-by\r\nland,member`, ['missing-columns', 'member']],
    ['a column that is not known', `${HEAD},salary\r\n${JOB}`, ['unknown-columns', 'salary']],
    ['a column twice', `${HEAD},role\r\n${JOB}`, ['repeated-columns', 'role']],
  ])('for %s', (_, text, expected) => {
    expect(refusal(text)).toEqual(expected);
  });
  it(`has up to ${MOST_ROWS} rows`, () => {
    const rows = Array.from({ length: MOST_ROWS }, (_, n) => JOB.replace('Nurse', `Nurse ${n}`));
    expect(refusal([HEAD, ...rows].join('\n'))).toBe('read');
    expect(refusal([HEAD, ...rows, JOB].join('\n'))).toEqual(['too-many-rows', '']);
    expect(refusal([HEAD, ...rows, ...rows, ...rows].join('\n'))).toEqual(['too-many-rows', '']);
  });
  it(`has up to ${MOST_CHARACTERS} characters in a cell`, () => {
    const cell = 'x'.repeat(MOST_CHARACTERS);
    expect(problems(JOB.replace('Nurse', cell))).toEqual(['2 role: Job has 10,000 characters']);
    expect(refusal(`${HEAD}\n${JOB.replace('Nurse', `${cell}x`)}`)).toEqual([
      'cell-too-long',
      'row 2, cell 6',
    ]);
    expect(refusal(`${HEAD}\n${JOB.replace('Nurse', cell.repeat(61))}`)).toMatchObject([
      'cell-too-long',
      expect.anything(),
    ]);
  });
});

describe('a row with something wrong is named by its number and column', () => {
  it.each([
    ['no member', JOB.replace('A Person', ''), ['2 member: member is empty']],
    [
      'a heading that is none',
      JOB.replace('employment', 'jobs'),
      ['2 category: category is no heading of the register'],
    ],
    [
      'nobody who holds it',
      JOB.replace('member,,', ',,'),
      ['2 held-by: held-by is neither member nor partner'],
    ],
    [
      'a partner perhaps',
      JOB.replace('A Person,', 'A Person,maybe'),
      ['2 has-partner: has-partner is neither yes nor no'],
    ],
    ['no employer', JOB.replace('Ashford Hospital', ''), ['2 employer: Employer is empty']],
    ['a company in a job', `${JOB}Tarrow`, ['2 company: company is not asked for employment']],
    [
      'nothing and yet something',
      JOB.replace('member,,', 'member,yes,'),
      [
        '2 role: role is filled although there is nothing',
        '2 employer: employer is filled although there is nothing',
      ],
    ],
    [
      'a comma without quotation marks',
      `${JOB},more`,
      ['2 member: The row has more cells than the first line has columns'],
    ],
    [
      'characters that turn the text',
      JOB.replace('A Person', 'A\u202ePerson'),
      ['2 member: member holds a character that turns the direction of the text'],
    ],
  ])('%s', (_, row, expected) => {
    expect(problems(row)).toEqual(expected);
  });
  it('counted as a spreadsheet counts, also after blank rows and cells of several lines', () => {
    const bad = JOB.replace('employment', 'jobs');
    expect(problems(JOB.replace('Nurse', '"Nurse\r\nand cook"'), '', bad)[0]).toMatch(/^4 category/);
  });
  it('all of them at once', () => {
    expect(problems(JOB.replace('employment', 'jobs'), JOB, JOB.replace('Nurse', ''))).toHaveLength(2);
  });
});

describe('rows that cannot hold together', () => {
  const nothing = line('A Person', 'yes', 'employment', 'partner', 'yes', '', '', '');
  it.each([
    [
      'has-partner is yes, then no',
      [
        JOB.replace('A Person,', 'A Person,yes'),
        nothing.replace('yes,', 'no,').replace('partner', 'member').replace('employment', 'land'),
      ],
      '3 has-partner',
    ],
    [
      'a partner’s row where there is none',
      [JOB.replace('A Person,', 'A Person,no').replace('member,,', 'partner,,')],
      '2 held-by',
    ],
    ['nothing and something under one heading', [nothing, JOB.replace('member,,', 'partner,,')], '2 nothing'],
    ['nothing where it is not said that all is told', [nothing.replace('yes,', ',')], '2 has-partner'],
    ['the same row twice', [JOB, JOB.replace('A Person', 'a  person')], '3 category'],
  ])('%s', (_, rows, expected) => {
    const [first, ...others] = problems(...rows);
    expect(first?.startsWith(`${expected}:`)).toBe(true);
    expect(others).toEqual([]);
  });
  it('the same job of two people is no repetition', () => {
    expect(problems(JOB, JOB.replace('A Person', 'B Person'), JOB.replace('member,,', 'partner,,'))).toEqual(
      [],
    );
  });
});

it('reads 5,000 rows of which 3 are bad and names the 3', () => {
  const rows = Array.from({ length: 5_000 }, (_, n) => JOB.replace('Nurse', `Nurse ${n}`));
  rows[10] = line('A Person', '', 'employment', 'member', '', '', 'Ashford Hospital', '');
  rows[2_500] = JOB.replace('employment', 'work');
  rows[4_999] = JOB.replace('member,,', 'wife,,');
  expect(read(...rows).problems.map(({ row }) => row)).toEqual([12, 2_502, 5_001]);
});

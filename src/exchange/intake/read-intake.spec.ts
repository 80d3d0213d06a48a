import { describe, expect, test } from '@jest/globals';
import { civilDate } from '../../law/index.js';
import type { CouncilOfIntake, IntakeProblem } from './intake-row.js';
import { readIntake, type IntakeReading } from './read-intake.js';
import { INTAKE_MOST_ROWS, readIntakeText } from './read-text.js';
import { INTAKE_COLUMNS, intakeTemplateCsv } from './template.js';

const COUNCILS: readonly CouncilOfIntake[] = [
  { id: 'county-id', slug: 'wyre', name: 'Wyrefordshire', kind: 'county' },
  { id: 'parish-id', slug: 'brine', name: 'Nether Brine', kind: 'parish' },
];
const HEAD =
  'council,name,email,standing,by-election,votes-on,polling-day,became-member-on,group,external-id,continues';
const read = (lines: readonly string[], wholeCouncil = false, head = HEAD): ReturnType<typeof readIntake> =>
  readIntake([head, ...lines].join('\r\n'), {
    ...{ councils: COUNCILS, today: civilDate('2025-05-08'), wholeCouncil },
  });
function reading(lines: readonly string[], wholeCouncil = false): IntakeReading {
  const answer = read(lines, wholeCouncil);
  if ('refused' in answer) throw new Error(answer.refused);
  return answer;
}
/** A row by its columns; the rest is in order. */
function row(cells: Readonly<Record<string, string>>): string {
  const good: Record<string, string> = {
    ...{ council: 'wyre', name: 'Adaeze Okonjo', standing: 'elected', 'polling-day': '2025-05-01' },
    ...cells,
  };
  return HEAD.split(',')
    .map((column) => good[column] ?? '')
    .join(',');
}
const told = ({ problems }: IntakeReading): (readonly [number, string])[] =>
  problems.map(({ row: at, column }: IntakeProblem) => [at, column]);

describe('the text of a file', () => {
  const TEXT = 'council,name,standing\r\nwyre,Séamus Ó Briain,elected\r\n';
  test('is read in UTF-8, with or without its mark', () => {
    expect(readIntakeText(Buffer.from(TEXT))).toEqual({ text: TEXT });
    expect(readIntakeText(Buffer.from(`\ufeff${TEXT}`))).toMatchObject({
      text: expect.stringContaining('Séamus Ó Briain') as unknown,
    });
  });
  const big = Buffer.from(TEXT, 'utf16le').swap16();
  test.each<[string, Uint8Array, string]>([
    ['Windows-1252, in which accents are other bytes', Buffer.from(TEXT, 'latin1'), 'not-utf8'],
    ['UTF-16 with its mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le'), 'utf-16'],
    ['UTF-16 without one', Buffer.from(TEXT, 'utf16le'), 'utf-16'],
    ['UTF-16 the other way round', big, 'utf-16'],
    ['a spreadsheet’s own file', Buffer.from('PK\u0003\u0004....', 'latin1'), 'workbook'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'pdf'],
    ['a web page', Buffer.from('<html><p>wyre'), 'web-page'],
    ['noughts among letters', Buffer.from('wyre,elected\0\r\n'), 'not-text'],
    ['nothing', Buffer.alloc(0), 'empty'],
    ['more than five megabytes', Buffer.alloc(5 * 1024 * 1024 + 1, 'a'), 'too-large'],
  ])('is refused as %s', (_, bytes, refused) => {
    expect(readIntakeText(bytes)).toEqual({ refused });
  });
});

describe('the first line', () => {
  test('is that of the template, in any order and any way of writing', () => {
    expect(intakeTemplateCsv()).toBe(`\ufeff${INTAKE_COLUMNS.map(({ name }) => name).join(',')}\r\n`);
    const answer = read(
      ['elected,Adaeze Okonjo,wyre,2025-05-01'],
      false,
      'Standing,NAME,council,Polling Day',
    );
    expect(answer).toMatchObject({ problems: [], total: 1 });
  });
  test.each([
    ['council,name', { refused: 'missing-columns', detail: 'standing' }],
    [`${HEAD},shoe-size`, { refused: 'unknown-columns', detail: 'shoe-size' }],
    [`${HEAD},name`, { refused: 'repeated-columns', detail: 'name' }],
    ['council;name;standing', { refused: 'semicolons', detail: '' }],
  ])('%s is refused', (head, refused) => {
    expect(read(['x,y,z'], false, head)).toEqual(refused);
  });
  test('without a row below it is refused, and so are more rows than are read', () => {
    expect(read([])).toMatchObject({ refused: 'no-rows' });
    const many = Array.from({ length: INTAKE_MOST_ROWS + 1 }, () => 'a,b');
    expect(read(many)).toMatchObject({ refused: 'too-many-rows' });
  });
});

describe('a row in order', () => {
  test('has the legal day worked out from the poll: a bank holiday Monday is passed over', () => {
    const { rows, problems } = reading([
      row({ email: ' Adaeze@Members.example ', group: 'Harbour Group', 'external-id': 'E7' }),
    ]);
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      {
        ...{ row: 2, authorityId: 'county-id', name: 'Adaeze Okonjo', email: 'adaeze@members.example' },
        ...{ standing: 'elected', votesOn: 'any', pollingDay: '2025-05-01', becameMemberOn: '2025-05-06' },
        ...{ group: 'Harbour Group', externalId: 'E7', continues: [] },
      },
    ]);
  });
  test.each<[string, Record<string, string>, { becameMemberOn: string; pollingDay: string | null }]>([
    [
      'both days that agree',
      { 'became-member-on': '06/05/2025' },
      { becameMemberOn: '2025-05-06', pollingDay: '2025-05-01' },
    ],
    [
      'the legal day alone',
      { 'polling-day': '', 'became-member-on': '2025-05-06' },
      { becameMemberOn: '2025-05-06', pollingDay: null },
    ],
    [
      'a by-election with the day of its result',
      { 'by-election': 'yes', 'became-member-on': '2025-05-02' },
      { becameMemberOn: '2025-05-02', pollingDay: '2025-05-01' },
    ],
    [
      'a co-option with its own day',
      { standing: 'co-opted', 'votes-on': 'education', 'polling-day': '', 'became-member-on': '2025-04-10' },
      { becameMemberOn: '2025-04-10', pollingDay: null },
    ],
  ])('%s', (_, cells, expected) => {
    const { rows, problems } = reading([row(cells)]);
    expect(problems).toEqual([]);
    expect(rows).toMatchObject([expected]);
  });
});

describe('a row that is not in order is told with its column', () => {
  test.each<[string, Record<string, string>, string]>([
    ['a council that is not here', { council: 'nowhere' }, 'council'],
    ['no name', { name: '' }, 'name'],
    ['a name that turns the direction of the text', { name: 'Ann \u202ekooL' }, 'name'],
    ['no address of mail', { email: 'adaeze at members' }, 'email'],
    ['two addresses', { email: '"a@b.example;c@d.example"' }, 'email'],
    ['a standing that there is not', { standing: 'chosen' }, 'standing'],
    ['votes on what there is not', { 'votes-on': 'planning' }, 'votes-on'],
    ['a day that is none', { 'polling-day': '31/04/2025' }, 'polling-day'],
    ['a day in the wrong century', { 'polling-day': '1925-05-01' }, 'polling-day'],
    ['a day far ahead', { 'polling-day': '2027-05-06' }, 'polling-day'],
    ['a legal day before the one by law', { 'became-member-on': '2025-05-05' }, 'became-member-on'],
    ['a legal day after the one by law', { 'became-member-on': '2025-05-07' }, 'became-member-on'],
    ['neither day', { 'polling-day': '' }, 'polling-day'],
    ['a by-election without the day of its result', { 'by-election': 'yes' }, 'became-member-on'],
    ['a co-option with a poll', { standing: 'co-opted', 'became-member-on': '2025-05-06' }, 'polling-day'],
    ['an appointment without its day', { standing: 'appointed', 'polling-day': '' }, 'became-member-on'],
    ['what no list gave', { continues: 'somebody' }, 'continues'],
  ])('%s', (_, cells, column) => {
    const { rows, problems } = reading([row(cells)]);
    expect(rows).toEqual([]);
    expect(problems.map((one) => one.column)).toEqual([column]);
  });
  test('where both days are given, with the day by law and the provision that says so', () => {
    const [problem] = reading([row({ council: 'brine', 'became-member-on': '2025-05-05' })]).problems;
    expect(problem).toMatchObject({ row: 2, value: '2025-05-05' });
    expect(problem?.wrong).toBe(
      'became-member-on is 2025-05-05, and by law it is 2025-05-06: the fourth day after the poll on 2025-05-01, days that are passed over left out (LGA 1972 s.16(3) with LGA 1972 s.243(1))',
    );
  });
  test('and everything that is wrong in a file is told at once, row by row', () => {
    expect(
      told(
        reading([
          row({ standing: 'chosen', email: 'none', name: 'Bryn Cotterell' }),
          row({}),
          row({ council: 'x', name: 'C' }),
        ]),
      ),
    ).toEqual([
      [2, 'email'],
      [2, 'standing'],
      [4, 'council'],
    ]);
  });
});

describe('rows against each other', () => {
  const other = { name: 'Bryn Cotterell' };
  test.each<[string, Record<string, string>[], (readonly [number, string])[]]>([
    ['one name twice at one council', [{}, { name: 'adaeze  OKONJO' }], [[3, 'name']]],
    ['one address twice', [{ email: 'a@b.example' }, { ...other, email: 'A@b.example' }], [[3, 'email']]],
    [
      'one external id twice',
      [{ 'external-id': '7' }, { ...other, 'external-id': '7' }],
      [[3, 'external-id']],
    ],
    ['one name at two councils', [{}, { council: 'brine' }], []],
    [
      'one address of one person at two councils',
      [{ email: 'a@b.example' }, { council: 'brine', email: 'a@b.example' }],
      [],
    ],
    [
      'one address of two people at two councils',
      [{ email: 'a@b.example' }, { ...other, council: 'brine', email: 'a@b.example' }],
      [[3, 'email']],
    ],
  ])('%s', (_, rows, expected) => {
    expect(told(reading(rows.map(row)))).toEqual(expected);
  });
  test('a council that was elected as a whole was elected on one day', () => {
    const rows = [row({}), row({ ...other, 'polling-day': '2025-04-24' })];
    expect(told(reading(rows))).toEqual([]);
    expect(told(reading(rows, true))).toEqual([[3, 'polling-day']]);
  });
});

import { describe, expect, test } from '@jest/globals';
import type { Likeness } from '../company-officer.js';
import { likenessOf } from './likeness.js';
import { officersTemplate, readOfficers } from './read-officers.js';

const HEAD = 'company_number,company_name,officer_name,role,appointed_on,resigned_on,date_of_birth,postcode';
const file = (...rows: string[]): Uint8Array => new TextEncoder().encode([HEAD, ...rows].join('\r\n'));
const ROW = '1234567,HARTLEBROOK LIMITED,"AGAR, Ann Elizabeth",director,2016-01-31,,1964-03,WR9 9AB';

describe('a file of company officers', () => {
  test('is read whole, whichever way dates are written', () => {
    const other = 'SC123456,WEIR LLP,"O\'LOCK, Bob",member,31/01/2016,1/2/2017,03/1964,';
    expect(readOfficers(file(ROW, other))).toEqual([
      {
        ...{ row: 2, companyNumber: '01234567', company: 'HARTLEBROOK LIMITED' },
        ...{ officer: 'AGAR, Ann Elizabeth', role: 'director', appointedOn: '2016-01-31', resignedOn: null },
        ...{ bornIn: '1964-03', postcode: 'WR9 9AB' },
      },
      {
        ...{ row: 3, companyNumber: 'SC123456', company: 'WEIR LLP', officer: "O'LOCK, Bob", role: 'member' },
        ...{ appointedOn: '2016-01-31', resignedOn: '2017-02-01', bornIn: '1964-03', postcode: null },
      },
    ]);
  });

  test('has the columns of the template, two of which may be left out, and others are let be', () => {
    expect(officersTemplate()).toBe(`\ufeff${HEAD}\r\n`);
    const short = `${HEAD.replace(',date_of_birth,postcode', '')},etag\r\n${ROW.replace(',1964-03,WR9 9AB', '')},x`;
    expect(readOfficers(new TextEncoder().encode(short))).toMatchObject([{ bornIn: null, postcode: null }]);
  });

  test.each<[string, Uint8Array, object]>([
    ['nothing in it', new Uint8Array(), { file: 'empty' }],
    ['a web page', new TextEncoder().encode('<html></html>'), { file: 'page' }],
    [
      'another encoding',
      Buffer.from(`${HEAD}\r\n${ROW.replace('Ann', 'Zoë')}`, 'latin1'),
      { file: 'not-utf8' },
    ],
    ['no rows', file(), { csv: { refused: 'no-rows', detail: '' } }],
    [
      'columns missing',
      new TextEncoder().encode(`company_number,role\r\n1,x`),
      {
        csv: { refused: 'missing-columns', detail: 'company_name, officer_name, appointed_on, resigned_on' },
      },
    ],
    [
      'semicolons',
      new TextEncoder().encode(`${HEAD.replaceAll(',', ';')}\r\nx`),
      { csv: { refused: 'semicolons', detail: '' } },
    ],
  ])('is refused whole with %s', (_, bytes, refused) => {
    expect(readOfficers(bytes)).toEqual({ refused });
  });

  test('is refused whole with every row and column that is wrong', () => {
    const read = readOfficers(
      file(ROW, 'no number,,Ann Agar,director,31 January,2017-02-30,march,', `${ROW},more`),
    );
    if (!('refused' in read) || !('problems' in read.refused)) throw new Error('It was taken.');
    expect(read.refused.total).toBe(3);
    expect(read.refused.problems.map(({ row, column }) => `${row} ${column}`)).toEqual([
      ...['3 company_number', '3 company_name', '3 officer_name', '3 appointed_on', '3 resigned_on'],
      ...['3 date_of_birth', '4 officer_name'],
    ]);
  });
});

describe('how much speaks for one person behind two names', () => {
  const like = (
    officer: string,
    member: string,
    postcode: string | null = null,
    homes: readonly string[] = [],
  ): Likeness | undefined =>
    likenessOf({ officer, postcode }, { id: 'm', name: member, homePostcodes: homes });

  test.each<[string, Likeness | undefined, Parameters<typeof like>]>([
    ['the name alone', 'only-the-name', ['AGAR, Ann', 'Ann Agar']],
    ['titles and letters aside', 'only-the-name', ['AGAR, Ann, Dr', 'Cllr Mrs Ann Agar OBE']],
    ['a second forename too', 'possible', ['AGAR, Ann Elizabeth', 'Ann Elizabeth Agar']],
    ['a second initial too', 'possible', ['AGAR, Ann E', 'Ann Elizabeth Agar']],
    ['a namesake in Bolton', 'only-the-name', ['AGAR, Ann', 'Ann Agar', 'BL1 1AA', ['WR9 9AB']]],
    [
      'a namesake in Bolton to the second forename',
      'only-the-name',
      ['AGAR, Ann Elizabeth', 'Ann Elizabeth Agar', 'BL1 1AA', ['WR9 9AB']],
    ],
    ['the same district', 'possible', ['AGAR, Ann', 'Ann Agar', 'WR9 1ZZ', ['WR9 9AB']]],
    ['the home itself', 'likely', ['AGAR, Ann', 'Ann Agar', 'wr99ab', ['WR9 9AB']]],
    ['the home, and an initial', 'likely', ['AGAR, A', 'Ann Agar', 'WR9 9AB', ['WR9 9AB']]],
    ['an initial in the same district', 'only-the-name', ['AGAR, A', 'Ann Agar', 'WR9 1ZZ', ['WR9 9AB']]],
    ['an initial alone', undefined, ['AGAR, A', 'Ann Agar']],
    ['another forename at the same home', undefined, ['AGAR, Bob', 'Ann Agar', 'WR9 9AB', ['WR9 9AB']]],
    ['another second forename', undefined, ['AGAR, Ann Jane', 'Ann Elizabeth Agar', 'WR9 9AB', ['WR9 9AB']]],
    ['another surname', undefined, ['AGARD, Ann', 'Ann Agar', 'WR9 9AB', ['WR9 9AB']]],
    ['a surname of two words', 'only-the-name', ['VAN DYKE, Ann', 'Ann van Dyke']],
    ['a surname with marks and accents', 'only-the-name', ["O'BRÍEN-LOCK, Ann", 'Ann O’Brien-Lock']],
    ['half of a double surname', 'only-the-name', ['LOCK, Ann', 'Ann Brien-Lock']],
  ])('%s', (_, expected, given) => {
    expect(like(...given)).toBe(expected);
  });
});

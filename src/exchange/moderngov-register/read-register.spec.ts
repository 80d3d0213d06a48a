import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { MOST_ROWS, readModernGovRegister, type ModernGovRegister } from './read-register.js';

const fixture = (name: string): string =>
  readFileSync(new URL(`../../../test/fixtures/registers/${name}`, import.meta.url), 'utf8');

/** Reads a page that must not be refused. */
function read(html: string): ModernGovRegister {
  const reading = readModernGovRegister(html);
  if ('refused' in reading) throw new Error(reading.refused);
  return reading.register;
}

/** A page with one table of interests. */
const page = (table: string, caption = 'Employment'): string =>
  `<h2 class="mgSubTitleTxt">Councillor A Person</h2><ul class="mgActionList"><li>This register of interests was published on Tuesday, 10 March 2026, 11.00 a.m.</li></ul>
   <div class="mgDeclarations"><table class="mgInterestsTable"><caption>${caption}</caption>${table}</table></div>`;

/** The rows of the one table as [whose, text, filler]. */
const rows = (table: string, caption?: string): unknown[] =>
  read(page(table, caption)).categories.flatMap((category) =>
    category.rows.map(({ heldBy, text, filler }) => [heldBy, text, filler]),
  );

describe('a whole page', () => {
  const register = read(fixture('moderngov-okonjo.html'));

  it('names the member and the day on which it was published, from its own lines and no others', () => {
    expect(register.memberName).toBe('Councillor Adaeze Okonjo');
    expect(register.publishedOn).toBe('2026-03-10');
  });
  it('has every table in its order with the heading that its caption means', () => {
    expect(register.categories.map(({ category }) => category)).toEqual([
      ...['employment', 'sponsorship', 'contracts', 'land', 'licences', 'corporate-tenancies', 'securities'],
      ...['gifts', 'other-bodies', null],
    ]);
  });
  it('has one row for each cell that is filled, whose it is beside it', () => {
    expect(register.categories[0]?.rows).toEqual([
      { heldBy: 'self', text: 'Site manager, Tarrow Build Ltd', filler: null },
      { heldBy: 'partner', text: 'Teacher at Ashford Magna School', filler: null },
      { heldBy: 'self', text: 'Retired nurse', filler: null },
    ]);
  });
  it('marks fillers and takes none of them for an answer', () => {
    expect(register.categories[1]?.rows.map(({ heldBy, filler }) => [heldBy, filler])).toEqual([
      ['self', 'says-nothing'],
      ['partner', 'says-nothing'],
    ]);
    expect(register.categories[2]?.rows.map(({ filler }) => filler)).toEqual([
      'says-nothing',
      'says-nothing',
    ]);
  });
  it('says what "As above" may stand for', () => {
    expect(register.categories[3]?.rows).toEqual([
      { heldBy: 'self', text: '14 Mill Lane,\nAshford Magna\nWR5 2NP', filler: null },
      {
        ...{ heldBy: 'partner', text: 'As above', filler: 'refers-elsewhere' },
        mayMean: ['14 Mill Lane,\nAshford Magna\nWR5 2NP'],
      },
    ]);
  });
  it('reads a filler over both columns as one for each', () => {
    expect(register.categories[4]?.rows.map(({ heldBy }) => heldBy)).toEqual(['self', 'partner']);
  });
  it('has nothing where the page has nothing: that is no nil return', () => {
    expect(register.categories[5]?.rows).toEqual([]);
  });
  it('parts the items of a list, and decodes entities', () => {
    expect(register.categories[6]?.rows.map(({ text }) => text)).toEqual([
      ...['Tarrow Build plc', 'Pendle & Vale Water plc', 'Not applicable'],
    ]);
  });
  it('reads gifts as the member’s own, with the date as it is printed', () => {
    expect(register.categories[7]?.rows).toEqual([
      {
        heldBy: 'self',
        text: 'Two theatre tickets from Ashford Players',
        filler: null,
        dateText: '3 February 2026',
      },
      {
        heldBy: 'self',
        text: 'Conference dinner, Severn Trade Forum',
        filler: null,
        dateText: '2-3 February 2017',
      },
    ]);
  });
  it('asks about the caption that it does not know, and about nothing else', () => {
    expect(register.warnings).toEqual(['“10. Allotments” is no heading that is known. Choose what it is.']);
  });
  it('never reads what a script writes', () => {
    expect(JSON.stringify(register)).not.toContain('Written by a script');
  });
});

describe('a Welsh page', () => {
  const register = read(fixture('moderngov-welsh.html'));
  it('has its day, its name, its columns and its filler', () => {
    expect(register.publishedOn).toBe('2026-03-10');
    expect(register.memberName).toBe('Y Cynghorydd Gwen Penrhos');
    expect(register.categories[0]?.rows.map(({ heldBy, filler }) => [heldBy, filler])).toEqual([
      ['self', null],
      ['partner', 'says-nothing'],
    ]);
  });
});

describe('the headings of two columns', () => {
  it.each([
    ['Me', 'Partner'],
    ['You', 'Spouse/partner'],
    ['Member', 'Spouse / Partner'],
    ['Member', 'Spouse/Civil Partner/Living as such'],
    ['Yourself', 'Your spouse or civil partner'],
    ['Yourself', 'Person you live with as such, cohabiting'],
    ['Councillor', 'Councillor’s partner'],
    ['ME', 'PARTNER'],
    ['Fi', 'Priod/partner'],
  ])('%s | %s tell the member from the partner', (self, partner) => {
    const table = `<tr><th>${self}</th><th>${partner}</th></tr><tr><td>Nurse</td><td>Cook</td></tr>`;
    expect(rows(table)).toEqual([
      ['self', 'Nurse', null],
      ['partner', 'Cook', null],
    ]);
  });
  it('may be ordinary cells', () => {
    expect(rows('<tr><td>Me</td><td>Partner</td></tr><tr><td>Nurse</td><td>Cook</td></tr>')).toEqual([
      ['self', 'Nurse', null],
      ['partner', 'Cook', null],
    ]);
  });
  it('may stand the other way round', () => {
    expect(rows('<tr><th>Partner</th><th>Me</th></tr><tr><td>Cook</td><td>Nurse</td></tr>')).toEqual([
      ['partner', 'Cook', null],
      ['self', 'Nurse', null],
    ]);
  });
  it('that are one for both leave open whose it is, and say so', () => {
    const html = page('<tr><th>You and your partner</th></tr><tr><td>Nurse</td></tr>');
    expect(read(html).categories[0]?.rows[0]?.heldBy).toBeNull();
    expect(read(html).warnings.join()).toContain('does not say of every interest whose it is');
  });
  it.each([
    ['Member', 'self'],
    ['Spouse', 'partner'],
    ['The family', null],
  ])('"Entry in respect of" %s tells whose it is', (respect, heldBy) => {
    const table = `<tr><th>Category 1</th><th>Entry in respect of</th><th>Subject</th></tr><tr><td>1</td><td>${respect}</td><td>Nurse</td></tr>`;
    expect(rows(table)).toEqual([[heldBy, 'Nurse', null]]);
  });
  it('that are missing leave open whose it is', () => {
    expect(rows('<tr><td>Nurse</td></tr>')).toEqual([[null, 'Nurse', null]]);
  });
  it('keep the words of further columns, with their heading', () => {
    const table =
      '<tr><th>Me</th><th>Partner</th><th>Since</th></tr><tr><td>Nurse</td><td>None</td><td>2001</td></tr>';
    expect(rows(table)).toEqual([
      ['self', 'Nurse\nSince: 2001', null],
      ['partner', 'None', 'says-nothing'],
    ]);
  });
});

describe('"As above"', () => {
  it('may stand for the row above in the same column too', () => {
    const table =
      '<tr><th>Me</th><th>Partner</th></tr><tr><td>Nurse</td><td>Cook</td></tr><tr><td>Ditto</td><td></td></tr>';
    expect(read(page(table)).categories[0]?.rows[2]?.mayMean).toEqual(['Nurse']);
  });
  it('with nothing to point to stands for nothing', () => {
    const table = '<tr><th>Me</th><th>Partner</th></tr><tr><td>None</td><td>As above</td></tr>';
    expect(read(page(table)).categories[0]?.rows[1]?.mayMean).toEqual([]);
  });
});

describe('a page that is not in order', () => {
  it.each([
    ['an empty page', ''],
    ['a page without tables', '<h2 class="mgSubTitleTxt">Councillor A Person</h2>'],
    ['a page with other tables', '<table class="mgStatsTable"><tr><td>None</td></tr></table>'],
    ['a page whose table only a script writes', `<script>"${page('<tr><td>x</td></tr>')}"</script>`],
    ['a comment', `<!-- ${page('<tr><td>x</td></tr>')} -->`],
  ])('%s has no register', (_, html) => {
    expect(readModernGovRegister(html)).toMatchObject({ refused: 'no-tables' });
  });
  it('is read without the ends of its cells and rows', () => {
    expect(rows('<tr><th>Me<th>Partner<tr><td>Nurse<td>Cook<tr><td>Pilot<td>None')).toEqual([
      ['self', 'Nurse', null],
      ['partner', 'Cook', null],
      ['self', 'Pilot', null],
      ['partner', 'None', 'says-nothing'],
    ]);
  });
  it('says so where a table has no end', () => {
    const cut = page('<tr><th>Me</th></tr><tr><td>Nurse</td></tr>').replace('</table></div>', '');
    const twice = `${cut}<table class="mgInterestsTable"><caption>Land</caption><tr><th>Me</th></tr><tr><td>A field</td></tr>`;
    const register = read(twice);
    expect(register.categories.map(({ category, rows: of }) => [category, of.length])).toEqual([
      ['employment', 1],
      ['land', 1],
    ]);
    expect(register.warnings.join()).toContain('damaged or was cut short');
  });
  it('keeps the words of a table within a cell in that cell', () => {
    const inner = '<table><tr><td>One</td><td>Two</td></tr></table>';
    expect(rows(`<tr><th>Me</th><th>Partner</th></tr><tr><td>${inner}</td><td>Cook</td></tr>`)).toEqual([
      ['self', 'One Two', null],
      ['partner', 'Cook', null],
    ]);
  });
  it('has script tags in a cell without their words', () => {
    const table =
      '<tr><th>Me</th></tr><tr><td>Nurse<script>alert("x")</script><style>p{}</style> at home</td></tr>';
    expect(rows(table)).toEqual([['self', 'Nurse at home', null]]);
  });
  it('keeps escaped marks as the words that they are', () => {
    expect(rows('<tr><th>Me</th></tr><tr><td>&lt;script&gt;alert(1)&lt;/script&gt;</td></tr>')).toEqual([
      ['self', '<script>alert(1)</script>', null],
    ]);
  });
  it('of two members says that it is', () => {
    const two = `${page('<tr><th>Me</th></tr><tr><td>Nurse</td></tr>')}<h2 class="mgSubTitleTxt">Councillor B</h2>`;
    expect(read(two).warnings[0]).toContain('more than one title');
  });
  it('without a day says so', () => {
    const html = page('<tr><th>Me</th></tr><tr><td>Nurse</td></tr>').replace('10 March', '31 February');
    expect(read(html).publishedOn).toBeNull();
    expect(read(html).warnings).toEqual(['The page does not say when the register was published.']);
  });
});

describe('a page that is too much', () => {
  const lines = (count: number): string =>
    `<tr><th>Me</th></tr>${Array.from({ length: count }, (_, n) => `<tr><td>Job ${n}</td></tr>`).join('')}`;
  it(`is read with ${MOST_ROWS} rows and refused with one more`, () => {
    expect(rows(lines(MOST_ROWS))).toHaveLength(MOST_ROWS);
    expect(readModernGovRegister(page(lines(MOST_ROWS + 1)))).toMatchObject({ refused: 'too-many' });
  });
  it('has a cell cut at 10,000 characters, and says so', () => {
    const register = read(page(`<tr><th>Me</th></tr><tr><td>${'x'.repeat(10_001)}</td></tr>`));
    expect(register.categories[0]?.rows[0]?.text).toHaveLength(10_000);
    expect(register.warnings.join()).toContain('more than 10,000 characters');
  });
  it.each([
    ['1 MB of nested blocks', '<div>'.repeat(200_000)],
    ['1 MB of bold that is never closed', '<b><p>'.repeat(170_000)],
    ['100,000 rows', '<tr><td>x'.repeat(100_000)],
    ['1 MB of one word', 'x'.repeat(1_000_000)],
  ])('%s is read in less than five seconds', (_, inside) => {
    const began = performance.now();
    readModernGovRegister(page(`<tr><td>${inside}</td></tr>`));
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { entryLine, nothingLine, withheldLine } from '../../test/support/public-lines.js';
import { civilDate } from '../law/index.js';
import type { InterestDetails } from '../register/index.js';
import { categorySource, withheldInWords } from '../wording/index.js';
import { changesAsAtom } from './as-atom.js';
import { csvCell, CSV_COLUMNS, registerAsCsv } from './as-csv.js';
import { registerAsJson } from './as-json.js';
import { registerAsPdf } from './as-pdf.js';
import { composeMembers } from './compose.js';
import type { PublicRegister } from './public-register.js';

const schemaFile = new URL('../../test/fixtures/schemas/regmem-register.json', import.meta.url);
const fitsSchema = new Ajv({ allErrors: true, strict: false }).compile(
  JSON.parse(readFileSync(schemaFile, 'utf8')) as object,
);

/** One of every category, so that each field of each goes through every form. */
const HELD: readonly InterestDetails[] = [
  { category: 'employment', role: '=Director', employer: 'Hartle "& Sons", Ltd', companyNumber: '01234567' },
  { category: 'sponsorship', payer: 'A Union', towards: 'election-expenses', madeOn: '2017-04-01' },
  { category: 'contracts', contractor: 'B Ltd', subject: 'Grass', valuePence: 120_050 },
  { category: 'land', address: '3 Mill Lane\nFallow', postcode: 'WR1 1AA', natureOfInterest: 'Owner' },
  { category: 'licences', address: 'A field', from: '2017-01-01', to: '2018-01-01' },
  { category: 'corporate-tenancies', tenant: 'C Ltd', address: 'Unit 1' },
  { category: 'securities', company: 'D plc', companyNumber: '07654321' },
  { category: 'other-bodies', body: 'A trust', role: 'Trustee', bodyNumber: '1234' },
  {
    ...{ category: 'gifts', donor: 'E', what: 'A meal', valuePence: 5_000, valueIs: 'an-estimate' },
    ...{ offeredOn: '2017-05-01', accepted: false, reason: 'Too dear' },
  },
];

const register: PublicRegister = {
  authority: { slug: 'wyre', name: 'Wyre & Teme', kind: 'county' },
  asAt: civilDate('2017-06-10'),
  isToday: true,
  members: composeMembers({
    members: [
      { id: 'anna', name: 'Anna Hartle' },
      { id: 'ben', name: 'Gwŷn ap Ŵyre' },
      { id: 'cara', name: 'Cara Lund' },
    ],
    lines: [
      ...HELD.map((details) =>
        entryLine(details, `words of ${details.category}`, { thing: details.category }),
      ),
      nothingLine('land', { member: 'ben' }),
      withheldLine('practice', 'licences', { member: 'ben' }),
      withheldLine('s32', null, { member: 'cara' }),
      nothingLine('land', { member: 'cara' }),
    ],
    keptBack: { members: new Set(['cara']), things: new Set() },
    sourceOf: (category) => categorySource(category),
  }),
};

describe('JSON', () => {
  interface Entry {
    readonly id: string;
    readonly null_entry: boolean;
    readonly details: readonly { slug: string; type: string; value: unknown; common_key?: string }[];
    readonly annotations: readonly { type: string; content: string }[];
  }
  interface Person {
    readonly person_name: string;
    readonly annotations: readonly { type: string; content: string }[];
    readonly categories: readonly {
      category_id: string;
      legislation_or_rule_name: string;
      legislation_or_rule_url?: string;
      entries: Entry[];
    }[];
  }
  const json = JSON.parse(registerAsJson(register)) as {
    chamber: string;
    annotations: object[];
    persons: Person[];
  };
  const [anna, ben, cara] = json.persons;
  const entries = (person: Person | undefined, category: string): Entry[] =>
    person?.categories.find(({ category_id }) => category_id === category)?.entries ?? [];

  it('has the shape of the universal register', () => {
    fitsSchema(json);
    expect(fitsSchema.errors).toBeNull();
    expect(json.chamber).toBe('local-authority/wyre');
    expect(JSON.stringify(json.annotations)).toContain('Open Government Licence v3.0');
  });

  it('would be refused by the schema without a name, or with a detail of the wrong type', () => {
    const wrong = JSON.parse(registerAsJson(register)) as { persons: Record<string, unknown>[] };
    delete wrong.persons[0]?.person_name;
    expect(fitsSchema(wrong)).toBe(false);
    expect(fitsSchema({ ...json, chamber: 'house-of-commons' })).toBe(false);
  });

  it('has stable ids and typed details', () => {
    expect(entries(anna, 'contracts')).toMatchObject([
      {
        id: 'contracts',
        null_entry: false,
        details: [{}, {}, { slug: 'value', type: 'decimal', value: 1200.5 }],
      },
    ]);
    expect(entries(anna, 'securities')[0]?.details[1]).toMatchObject({ common_key: 'companies_house' });
    expect(entries(anna, 'gifts')[0]?.details).toContainEqual(
      expect.objectContaining({ slug: 'accepted', type: 'boolean', value: false }),
    );
  });

  it('names the regulations of a heading, with their address', () => {
    const land = anna?.categories.find(({ category_id }) => category_id === 'land');
    expect(land?.legislation_or_rule_name).toContain('Disclosable Pecuniary Interests');
    expect(land?.legislation_or_rule_url).toContain('legislation.gov.uk');
  });

  it('has nil entries and withheld markers', () => {
    expect(entries(ben, 'land')).toMatchObject([{ null_entry: true }]);
    expect(entries(ben, 'licences')).toMatchObject([
      { null_entry: false, annotations: [{ type: 'withheld', content: withheldInWords('practice') }] },
    ]);
    expect(cara?.annotations).toMatchObject([{ type: 'withheld', content: withheldInWords('s32') }]);
    expect(cara?.categories.flatMap((category) => category.entries)).toEqual([]);
  });
});

describe('CSV', () => {
  const csv = registerAsCsv(register);
  const lines = csv.slice(1).split('\r\n');

  it('begins with a byte order mark and its columns, and ends every line with CR LF', () => {
    expect(csv.startsWith('\uFEFFauthority,authority_name,as_at,')).toBe(true);
    expect(lines[0]).toBe(CSV_COLUMNS.join(','));
    expect(csv.endsWith('\r\n')).toBe(true);
  });

  it('has a row for each entry, nil return, notice and heading without details', () => {
    const kinds = (member: string): string[] =>
      lines
        .filter((line) => line.includes(`,${member},`))
        .flatMap((line) => /,(entry|nothing|withheld|none-shown),/.exec(line)?.[1] ?? []);
    expect(kinds('anna').filter((kind) => kind === 'entry')).toHaveLength(9);
    expect(kinds('ben').sort()).toEqual([...Array<string>(5).fill('none-shown'), 'nothing', 'withheld']);
    expect(kinds('cara').sort()).toEqual([...Array<string>(7).fill('none-shown'), 'withheld']);
  });

  it('quotes as RFC 4180 says, and shows formulas instead of working them out', () => {
    expect(csv).toContain(`"Hartle ""& Sons"", Ltd",'=Director`);
    expect(csv).toContain(',1200.50,');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+44', "'+44"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', `"'\tx"`],
    ['a;b', '"a;b"'],
    ['a\tb', '"a\tb"'],
    ['a;=1', `"a;'=1"`],
    ['a; @x;b-c', `"a;' @x;b-c"`],
    ['=1;+2', `"'=1;'+2"`],
    ['\rx', `"'\rx"`],
    ['  =1', "'  =1"],
    ['＝1', "'＝1"],
    ['a=1', 'a=1'],
    ['', ''],
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
  ])('%j becomes %j', (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });
});

describe('Atom', () => {
  const change = {
    ...{ id: 'line-1/published', on: civilDate('2017-06-10'), at: new Date('2017-06-10T09:00:00Z') },
    ...{
      memberId: 'anna',
      memberName: 'Anna <Hartle>',
      category: 'land' as const,
      words: 'Land: added “A & B\u0001”.',
    },
  };
  const feed = (changes: Parameters<typeof changesAsAtom>[1]): string =>
    changesAsAtom(register.authority, changes, 'https://p.example/register/wyre', civilDate('2017-03-12'));

  it('tells each change, escaped, with an address and a moment', () => {
    const text = feed([change]);
    expect(text).toContain('<title>Anna &lt;Hartle&gt;</title>');
    expect(text).toContain('Land: added “A &amp; B\uFFFD”.');
    expect(text).toContain('<updated>2017-06-10T09:00:00.000Z</updated>');
    expect(text).toContain('href="https://p.example/register/wyre/anna"');
  });

  it('says when it was last changed even where nothing has', () => {
    expect(feed([])).toContain('<updated>2017-03-12T00:00:00Z</updated>');
  });

  it('is no longer than a reader asks for', () => {
    const many = Array.from({ length: 300 }, (_, index) => ({ ...change, id: `line-${index}` }));
    expect(feed(many).match(/<entry>/g)).toHaveLength(200);
  });
});

describe('PDF', () => {
  it('is tagged, has a language, a title and the identifier of PDF/UA, and fonts of its own', async () => {
    const pdf = (await registerAsPdf(register)).toString('latin1');
    expect(pdf.startsWith('%PDF-1.7')).toBe(true);
    for (const mark of [
      '/MarkInfo',
      '/StructTreeRoot',
      '/Lang (en-GB)',
      'pdfuaid:part',
      '/DisplayDocTitle true',
      '/FontFile2',
    ]) {
      expect({ mark, there: pdf.includes(mark) }).toEqual({ mark, there: true });
    }
    for (const tag of ['/S /H1', '/S /H2', '/S /H3', '/S /L', '/S /LI', '/S /P']) {
      expect({ tag, there: pdf.includes(tag) }).toEqual({ tag, there: true });
    }
  });

  it('runs over as many pages as it needs', async () => {
    const [anna] = register.members;
    if (anna === undefined) throw new Error('nobody');
    const pdf = (await registerAsPdf({ ...register, members: Array<typeof anna>(20).fill(anna) })).toString(
      'latin1',
    );
    expect((pdf.match(/\/Type \/Page$/gm) ?? []).length).toBeGreaterThan(5);
  });
});

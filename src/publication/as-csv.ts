import type { InterestDetails } from '../register/index.js';
import { isEmpty, NO_DETAILS } from './compose.js';
import { LICENCE } from './licence.js';
import type { PublicCategory, PublicEntry, PublicMember, PublicRegister } from './public-register.js';

/** The columns, in their order. Names stay; new ones are added at the end. */
export const CSV_COLUMNS = [
  'authority',
  'authority_name',
  'as_at',
  'member_id',
  'member_name',
  'category',
  'category_name',
  'kind',
  'entry_id',
  'text',
  'published_on',
  'organisation',
  'role_or_subject',
  'company_number',
  'address',
  'postcode',
  'value_pounds',
  'value_is',
  'from',
  'to',
  'accepted',
  'reason',
  'rule',
  'licence',
] as const;

type Row = Partial<Record<(typeof CSV_COLUMNS)[number], string>>;

/**
 * The register as a table: a row for each entry, each nil return, each notice that details are withheld, and each
 * heading under which nothing is shown. RFC 4180 in UTF-8, with a byte order mark for spreadsheets.
 */
export function registerAsCsv(register: PublicRegister): string {
  const { authority, asAt } = register;
  const common = {
    authority: authority.slug,
    authority_name: authority.name,
    as_at: asAt,
    licence: LICENCE.name,
  };
  const rows = register.members.flatMap(rowsOf).map((row) => ({ ...common, ...row }));
  return `\uFEFF${[CSV_COLUMNS.join(','), ...rows.map(asLine)].join('\r\n')}\r\n`;
}

function rowsOf(member: PublicMember): Row[] {
  const whose = { member_id: member.id, member_name: member.name };
  return [
    ...member.withheld.map(({ words, publishedOn, id }) => ({
      ...whose,
      kind: 'withheld',
      entry_id: id,
      text: words,
      published_on: publishedOn,
    })),
    ...member.categories.flatMap((heading) => headingRows(heading).map((row) => ({ ...whose, ...row }))),
  ];
}

function headingRows(heading: PublicCategory): Row[] {
  const common = { category: heading.category, category_name: heading.name, rule: heading.source.name };
  const rows: Row[] = [
    ...heading.entries.map(entryRow),
    ...heading.withheld.map(({ id, words, publishedOn }) => ({
      kind: 'withheld',
      entry_id: id,
      text: words,
      published_on: publishedOn,
    })),
    ...(heading.nothing === undefined
      ? []
      : [
          {
            kind: 'nothing',
            entry_id: heading.nothing.id,
            text: 'Nothing to register',
            published_on: heading.nothing.publishedOn,
          },
        ]),
    ...(isEmpty(heading) ? [{ kind: 'none-shown', text: NO_DETAILS }] : []),
  ];
  return rows.map((row) => ({ ...common, ...row }));
}

function entryRow({ id, words, publishedOn, details }: PublicEntry): Row {
  return { kind: 'entry', entry_id: id, text: words, published_on: publishedOn, ...columnsOf(details) };
}

/** Where each field of the typed details goes. */
const COLUMN_OF: Readonly<Record<string, (typeof CSV_COLUMNS)[number]>> = {
  employer: 'organisation',
  payer: 'organisation',
  contractor: 'organisation',
  tenant: 'organisation',
  company: 'organisation',
  body: 'organisation',
  donor: 'organisation',
  role: 'role_or_subject',
  subject: 'role_or_subject',
  towards: 'role_or_subject',
  natureOfInterest: 'role_or_subject',
  what: 'role_or_subject',
  companyNumber: 'company_number',
  bodyNumber: 'company_number',
  address: 'address',
  postcode: 'postcode',
  valueIs: 'value_is',
  madeOn: 'from',
  offeredOn: 'from',
  from: 'from',
  to: 'to',
  reason: 'reason',
};

function columnsOf(details: InterestDetails): Row {
  const row: Row = {};
  for (const [field, value] of Object.entries(details) as [string, unknown][]) {
    const column = COLUMN_OF[field];
    if (field === 'valuePence') row.value_pounds = (Number(value) / 100).toFixed(2);
    else if (field === 'accepted') row.accepted = value === true ? 'yes' : 'no';
    else if (column !== undefined) row[column] = String(value);
  }
  return row;
}

const asLine = (row: Row): string => CSV_COLUMNS.map((column) => csvCell(row[column] ?? '')).join(',');

/**
 * One cell. What a spreadsheet would take for a formula is given an apostrophe first, so that it is shown and not
 * worked out (OWASP, CSV injection); also after spaces, which spreadsheets skip. A spreadsheet that is set to part cells
 * at semicolons or tabs must find no cell inside this one: such a cell is quoted, and a formula after them is made safe too.
 */
export function csvCell(text: string): string {
  const safe = text.replace(/(^|[;\t])(?=\s*[=+\-@\t\r\n＝＋－＠])/gu, "$1'");
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

import { londonWallClock } from '../platform/clock/index.js';
import { disclosedKindInWords, notToldInWords, saidIntentionInWords } from '../wording/index.js';
import { csvCell } from './as-csv.js';
import type { CorrectedDeclaration, PublicDeclaration, PublicDeclarations } from './declarations.js';
import { LICENCE } from './licence.js';

/** The columns, in their order. Names stay; new ones are added at the end. */
const DECLARATION_COLUMNS = [
  'committee',
  'member_name',
  'item',
  'item_title',
  'receive_date',
  'verbal_declaration',
  'verbal_declaration_date',
  'kind',
  'interest_type',
  'nature',
  'withheld',
  'action',
  'left_at',
  'returned_at',
  'authority',
  'authority_name',
  'member_id',
  'meeting_id',
  'declaration_id',
  'licence',
  'corrected_on',
  'said_at_meeting',
] as const;

type Row = Readonly<Record<(typeof DECLARATION_COLUMNS)[number], string>>;

/** What was declared as a table: RFC 4180 in UTF-8, with a byte order mark for spreadsheets. */
export function declarationsAsCsv({ authority, declarations }: PublicDeclarations): string {
  const rows = declarations.map((one): Row => ({
    ...rowOf(one),
    ...{ authority: authority.slug, authority_name: authority.name, licence: LICENCE.name },
  }));
  const lines = rows.map((row) => DECLARATION_COLUMNS.map((column) => csvCell(row[column])).join(','));
  return `\uFEFF${[DECLARATION_COLUMNS.join(','), ...lines].join('\r\n')}\r\n`;
}

function rowOf(one: PublicDeclaration): Omit<Row, 'authority' | 'authority_name' | 'licence'> {
  return {
    ...{ committee: one.bodyName, member_name: one.memberName, item: one.itemNumber ?? '' },
    item_title: one.itemTitle ?? NOT_OPEN,
    receive_date: timeOf(one.saidAt),
    ...{ verbal_declaration: 'yes', verbal_declaration_date: one.meetsOn, kind: one.kind },
    interest_type: one.interestKind === null ? '' : disclosedKindInWords(one.interestKind),
    nature: natureOf(one),
    withheld: one.notTold === undefined ? 'no' : 'yes',
    action: one.intends === null ? '' : saidIntentionInWords(one.intends),
    ...{ left_at: timeOf(one.leftAt), returned_at: timeOf(one.returnedAt) },
    ...{ member_id: one.memberId, meeting_id: one.meetingId, declaration_id: one.id },
    corrected_on: one.corrected.map(({ correctedOn }) => correctedOn).join('; '),
    said_at_meeting: one.corrected.map(correctedInWords).join('; '),
  };
}

/** What stands in the place of the title of an exempt item. */
export const NOT_OPEN = 'An item that is not open to the public';

function natureOf({ nature = '', notTold, group }: PublicDeclaration): string {
  const told = notTold === undefined ? nature : notToldInWords(notTold);
  return group === undefined ? told : `${group}: ${told}`;
}

/** What stood before a correction: 'other disclosable interest: My aunt rents it'. */
export function correctedInWords({ interestKind, nature = '', notTold }: CorrectedDeclaration): string {
  const kind = interestKind === null ? '' : `${disclosedKindInWords(interestKind)}: `;
  return `${kind}${notTold === undefined ? nature : notToldInWords(notTold)}`;
}

/** On the clock in London. */
function timeOf(instant: Date | undefined): string {
  if (instant === undefined) return '';
  const { date, time } = londonWallClock(instant);
  return `${date}T${time}`;
}

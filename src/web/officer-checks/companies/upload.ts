import {
  OFFICER_COLUMNS,
  type OfficerProblem,
  type OfficersReceived,
  type OfficersRefused,
} from '../../../oversight/index.js';
import { refusedForm, type FormState } from '../../form/index.js';
import { csvRefusalInWords } from '../../page/index.js';

const TOO_MANY_ROWS = 'The file must have 5,000 rows or fewer. Divide it';
const NUMBERS = new Intl.NumberFormat('en-GB');
/** So many rows with something wrong are told of on one page. */
const MOST_PROBLEMS = 100;

/** Why a file was not taken, in one sentence beside the field; rows with something wrong have a list of their own. */
export function refusalInWords(refused: OfficersRefused): string {
  if ('file' in refused) return OF_FILE[refused.file];
  if ('csv' in refused) return csvRefusalInWords(refused.csv, TOO_MANY_ROWS);
  const rows = new Set(refused.problems.map(({ row }) => row)).size;
  return `${NUMBERS.format(rows)} of ${NUMBERS.format(refused.total)} rows ${rows === 1 ? 'has' : 'have'} something wrong. Nothing was kept: put them right in the file and give it again`;
}

const OF_FILE: Readonly<Record<Extract<OfficersRefused, { file: unknown }>['file'], string>> = {
  empty: 'The file is empty',
  'too-large': 'The file must be smaller than 5 MB',
  workbook: 'This is a spreadsheet’s own file. Save it as “CSV UTF-8 (comma delimited)” and give that file',
  pdf: 'This is a PDF. Give a CSV file',
  page: 'This is a web page. Give a CSV file',
  'not-text': 'This is not a CSV file',
  'not-utf8':
    'The file is not in UTF-8, so accents in names would be read wrongly. Save it as “CSV UTF-8 (comma delimited)”',
};

export function uploadView(form: FormState, problems: readonly OfficerProblem[] = []): object {
  return {
    ...{ title: 'Company officers', backHref: '/officer/checks', upload: true, button: 'Compare', form },
    problems: problems.slice(0, MOST_PROBLEMS),
    moreProblems:
      problems.length > MOST_PROBLEMS ? NUMBERS.format(problems.length - MOST_PROBLEMS) : undefined,
    columns: OFFICER_COLUMNS.map(({ name, write, required }) => ({
      ...{ name, required, write: write.charAt(0).toUpperCase() + write.slice(1) },
    })),
  };
}

export const refusedUpload = (text: string): FormState =>
  refusedForm({ words: {}, errors: [{ field: 'file', href: '#file', text }] });

/** What became of a file, as the address tells it after it was given. */
export function receivedIn(query: Readonly<Record<string, unknown>>): OfficersReceived | undefined {
  const count = (word: unknown): number | undefined =>
    typeof word === 'string' && /^\d{1,6}$/.test(word) ? Number(word) : undefined;
  const [rows, alike, known] = [count(query.rows), count(query.alike), count(query.known)];
  return rows === undefined || alike === undefined || known === undefined
    ? undefined
    : { rows, alike, known };
}

/** The same in words. The numbers stand in the address, and tell nothing of anybody. */
export function receivedInWords({ rows, alike, known }: OfficersReceived): string {
  const read = `${NUMBERS.format(rows)} ${rows === 1 ? 'row was' : 'rows were'} read`;
  if (alike === 0) return `${read}. None looks like a member, and none was kept.`;
  const before = known === 0 ? '' : `, ${NUMBERS.format(known)} of them known before`;
  return `${read}. ${NUMBERS.format(alike)} ${alike === 1 ? 'looks' : 'look'} like a member${before}; no other was kept.`;
}

import {
  COLUMNS,
  IMPORT_MOST_BYTES,
  type ImportRefusal,
  type RegisterImport,
  type RowProblem,
} from '../../exchange/index.js';
import { refusedForm, type FormState } from '../form/index.js';
import { csvRefusalInWords, instantInWords } from '../page/index.js';

/** The most rows with something wrong that one page tells of. */
const MOST_PROBLEMS = 100;
const TOO_MANY_ROWS =
  'The file must have 5,000 rows or fewer. Divide it, with all rows of a member in one file';
const NUMBERS = new Intl.NumberFormat('en-GB');

/** Why a file was not taken, in one sentence beside the field; rows with something wrong have a list of their own. */
export function uploadRefusal(refusal: ImportRefusal): string {
  if ('file' in refusal) return OF_FILE[refusal.file];
  if ('page' in refusal) return OF_PAGE[refusal.page];
  if ('csv' in refusal) return csvRefusalInWords(refusal.csv, TOO_MANY_ROWS);
  const rows = new Set(refusal.problems.map(({ row }) => row)).size;
  return `${NUMBERS.format(rows)} of ${NUMBERS.format(refusal.total)} rows ${rows === 1 ? 'has' : 'have'} something wrong. Nothing was kept: put them right in the file and give it again`;
}

const OF_FILE: Readonly<Record<Extract<ImportRefusal, { file: unknown }>['file'], string>> = {
  empty: 'The file is empty',
  'too-large': `The file must be smaller than ${IMPORT_MOST_BYTES / 1024 / 1024} MB`,
  workbook: 'This is a spreadsheet’s own file. Save it as “CSV UTF-8 (comma delimited)” and give that file',
  pdf: 'This is a PDF. Give the page of the register itself, saved as HTML, or a CSV file',
  'not-text': 'This is neither a web page nor a CSV file',
  'not-utf8':
    'The CSV file is not in UTF-8, so pounds and accents would be read wrongly. Save it as “CSV UTF-8 (comma delimited)”',
};

const OF_PAGE: Readonly<Record<Extract<ImportRefusal, { page: unknown }>['page'], string>> = {
  'no-tables':
    'No register of interests was found on this page. Open the member’s register of interests in ModernGov and save that page',
  'too-many': 'The page has more than 80 rows, too many to check at once. Put them into a CSV file',
};

/** The page that asks for a file, or asks for it again. */
export function uploadView(
  waiting: readonly RegisterImport[],
  form: FormState,
  problems: readonly RowProblem[] = [],
): object {
  return {
    title: 'Import a register',
    backHref: '/officer',
    upload: true,
    button: 'Read the file',
    form,
    problems: problems.slice(0, MOST_PROBLEMS),
    moreProblems:
      problems.length > MOST_PROBLEMS ? NUMBERS.format(problems.length - MOST_PROBLEMS) : undefined,
    waiting: waiting.map(({ id, form: kind, total, state, madeAt }) => ({
      href: `/officer/register/import/${id}`,
      text: `${kind === 'csv' ? 'CSV file' : 'Page of ModernGov'}, ${NUMBERS.format(total)} ${total === 1 ? 'row' : 'rows'}, read ${instantInWords(madeAt)}`,
      state: STATES[state],
    })),
  };
}

const STATES: Readonly<Record<RegisterImport['state'], string>> = {
  read: 'To be checked',
  'taking-over': 'Being taken over',
  'taken-over': 'Taken over',
  failed: 'Not taken over',
  discarded: 'Thrown away',
};

export function refusedUpload(text: string): FormState {
  return refusedForm({ words: {}, errors: [{ field: 'file', href: '#file', text }] });
}

/** What each column of the file is for. */
export function columnsView(): object {
  return {
    title: 'Columns of the CSV file',
    backHref: '/officer/register/import',
    columns: COLUMNS.map(({ name, write, choices = [], askedFor, requiredFor }) => ({
      name,
      write,
      choices: choices.join(', '),
      askedFor: askedFor.length === 0 ? 'every row' : askedFor.join(', '),
      requiredFor: requiredFor.join(', '),
    })),
  };
}

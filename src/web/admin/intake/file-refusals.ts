import { IMPORT_MOST_BYTES, INTAKE_MOST_ROWS, type IntakeRefusal } from '../../../exchange/index.js';
import { csvRefusalInWords } from '../../page/index.js';

const NUMBERS = new Intl.NumberFormat('en-GB');
const TOO_MANY_ROWS = `The file must have ${NUMBERS.format(INTAKE_MOST_ROWS)} rows or fewer. Divide it, with all rows of a council in one file`;
const AS_UTF_8 =
  'In Excel choose File, Save as, “CSV UTF-8 (comma delimited)”; in LibreOffice choose the character set “Unicode (UTF-8)”';

/** Why a file was not read, and how to save it right; one sentence, without its full stop. */
export function refusalInWords(refusal: Exclude<IntakeRefusal, { knownAs: string }>): string {
  return 'text' in refusal ? OF_TEXT[refusal.text] : csvRefusalInWords(refusal.csv, TOO_MANY_ROWS);
}

const OF_TEXT: Readonly<Record<Extract<IntakeRefusal, { text: unknown }>['text'], string>> = {
  empty: 'The file is empty',
  'too-large': `The file must be smaller than ${IMPORT_MOST_BYTES / 1024 / 1024} MB`,
  workbook: `This is a spreadsheet’s own file, not a CSV file. ${AS_UTF_8}`,
  pdf: 'This is a PDF. Give a CSV file',
  'not-text': 'This is no CSV file',
  'not-utf8': `The file is not in UTF-8, so accents in names would be read wrongly. ${AS_UTF_8}`,
  'utf-16': `The file is in UTF-16 (“Unicode text”), and must be in UTF-8. ${AS_UTF_8}`,
  'web-page': 'This is a web page. Give a CSV file',
};

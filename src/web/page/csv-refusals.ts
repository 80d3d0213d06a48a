import type { CsvRefusal } from '../../exchange/index.js';

/**
 * Why a CSV file was not read, in one sentence without its full stop. How many rows there may be, and how to divide a
 * file that has more, is for the page to say.
 */
export function csvRefusalInWords({ refused, detail }: CsvRefusal, tooManyRows: string): string {
  switch (refused) {
    case 'empty':
    case 'no-rows':
      return 'The file has no rows below its first line';
    case 'semicolons':
      return 'The cells are parted by semicolons. Save the file as CSV with commas';
    case 'tabs':
      return 'The cells are parted by tabs. Save the file as CSV with commas';
    case 'malformed':
      return `The file breaks off or has a quotation mark out of place at ${detail}`;
    case 'too-many-rows':
      return tooManyRows;
    case 'cell-too-long':
      return `A cell must have 10,000 characters or fewer: ${detail}`;
    case 'unknown-columns':
      return `The first line names columns that are not known: ${detail}`;
    case 'repeated-columns':
      return `The first line names a column twice: ${detail}`;
    case 'missing-columns':
      return `The first line must name the columns of the template. Missing: ${detail}`;
  }
}

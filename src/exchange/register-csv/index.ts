/** PURE. A register of many members from a CSV file of our own form. */
export { MOST_CHARACTERS, MOST_ROWS, readLines, type CsvRefusal, type Line } from './read-lines.js';
export {
  memberKey,
  readRegisterCsv,
  type CsvReading,
  type CsvRow,
  type RowProblem,
} from './read-register-csv.js';
export { COLUMNS, templateCsv, type Column } from './template.js';

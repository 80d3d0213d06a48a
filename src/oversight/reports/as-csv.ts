import { csvCell } from '../../publication/index.js';
import type { ReportDocument } from './report-document.js';

/**
 * A report as one table without merged cells, blank rows or totals, so that programs and screen readers read it. RFC 4180 in
 * UTF-8, with a byte order mark for spreadsheets. A report of one table keeps its columns; of several, each figure is a row.
 */
export function reportAsCsv(report: ReportDocument): string {
  const [only] = report.sections;
  const rows =
    report.sections.length === 1 && only !== undefined ? [only.columns, ...only.rows] : figureRows(report);
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function figureRows({ sections, period, authorityName }: ReportDocument): (readonly string[])[] {
  const head = ['council', 'from', 'to', 'section', 'line', 'counted', 'figure', 'source'];
  const rows = sections.flatMap(({ title, citation, columns, rows: lines }) =>
    lines.flatMap(([line = '', ...values]) =>
      values.map((value, index) => [
        ...[authorityName, period.from, period.to, title, line, columns[index + 1] ?? '', value],
        citation?.text ?? '',
      ]),
    ),
  );
  return [head, ...rows];
}

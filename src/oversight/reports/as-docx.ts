import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx';
import { dateInWords } from '../../wording/index.js';
import type { ReportDocument, ReportSection } from './report-document.js';

/** In half points: 12 point, which councils print. */
const SIZE = 24;
/** In twentieths of a point: within the cells of a table. */
const CELL = { top: 60, bottom: 60, left: 100, right: 100 };

const TABLE_HEAD = 'TableHead';

/** A report as a Word document, with headings and tables that a screen reader finds, in British English. */
export async function reportAsDocx(report: ReportDocument): Promise<Buffer> {
  const { title, authorityName, period, notes, sections } = report;
  const document = new Document({
    title: `${title}, ${authorityName}`,
    creator: authorityName,
    styles: {
      paragraphStyles: [{ id: TABLE_HEAD, name: 'Head of a table', run: { bold: true } }],
      default: {
        document: {
          run: { font: 'Arial', size: SIZE, language: { value: 'en-GB' } },
          paragraph: { spacing: { after: 160 } },
        },
        title: { run: { size: 40, bold: true } },
        heading1: { run: { size: 28, bold: true }, paragraph: { spacing: { before: 320, after: 120 } } },
      },
    },
    sections: [
      {
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          new Paragraph({ text: authorityName }),
          new Paragraph({ text: `${dateInWords(period.from)} to ${dateInWords(period.to)}` }),
          ...notes.map((text) => new Paragraph({ text })),
          ...sections.flatMap(partsOf),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function partsOf(section: ReportSection): (Paragraph | Table)[] {
  const { title, note, citation, columns, rows } = section;
  return [
    new Paragraph({ text: title, heading: HeadingLevel.HEADING_1, keepNext: true }),
    ...(note === undefined ? [] : [new Paragraph({ text: note, keepNext: true })]),
    rows.length === 0 ? new Paragraph({ text: 'None.' }) : tableOf(columns, rows),
    ...(citation === undefined ? [] : [new Paragraph({ text: citation.text, spacing: { before: 80 } })]),
  ];
}

/** The first row is repeated on each page, and a row is not parted. */
function tableOf(columns: readonly string[], rows: readonly (readonly string[])[]): Table {
  const row = (cells: readonly string[], isHead: boolean): TableRow =>
    new TableRow({
      ...{ tableHeader: isHead, cantSplit: true },
      children: cells.map(
        (text) =>
          new TableCell({
            margins: CELL,
            children: [new Paragraph({ text, spacing: { after: 0 }, ...(isHead && { style: TABLE_HEAD }) })],
          }),
      ),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(columns, true), ...rows.map((cells) => row(cells, false))],
  });
}

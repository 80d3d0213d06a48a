/** PDF and Word documents made of the text of an agenda, in the ways that people make them. */
import {
  AlignmentType,
  Document,
  Footer,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import PDFDocument from 'pdfkit';

/** A page for each stretch of text, a paragraph for each line. */
export function pdfOfLines(text: string, { footers = false } = {}): Promise<Buffer> {
  return pdf(footers, (page) => {
    for (const line of text.split('\n')) {
      if (line.trim() === '') page.moveDown(0.7);
      else page.font('Helvetica').text(line.replaceAll('\t', '     '));
    }
  });
}

/** Numbers in a column of their own, titles bold and hanging, as committee systems print them. */
export function pdfInColumns(text: string): Promise<Buffer> {
  return pdf(true, (page) => {
    const bottom = page.page.height - 120;
    for (const line of text.split('\n')) {
      if (page.y > bottom) page.addPage();
      const [, number, words = ''] =
        /^((?:[A-Z]?\d{1,3}|[A-Z]{1,3}|[IVX]+)[.)]?)[ \t]+(\S.*)$/.exec(line) ?? [];
      if (line.trim() === '') page.moveDown(0.7);
      else if (number === undefined)
        page.font('Helvetica').text(line.trim().replaceAll('\t', '     '), /^\s{2,}/.test(line) ? 110 : 72);
      else {
        const { y } = page;
        page.font('Helvetica').text(number, 72, y);
        const [title = '', ...columns] = words.split('\t').filter((cell) => cell.trim() !== '');
        for (const [at, column] of columns.entries())
          page.font('Helvetica').text(column, 400 + 80 * at, y, { width: 76 });
        page.font('Helvetica-Bold').text(title, 110, y, { width: columns.length === 0 ? 420 : 280 });
        page.moveDown(0.5);
      }
      page.x = 72;
    }
  });
}

type Page = InstanceType<typeof PDFDocument>;

function pdf(footers: boolean, write: (page: Page) => void): Promise<Buffer> {
  return new Promise((resolve) => {
    const document = new PDFDocument({ size: 'A4', margin: 72, bufferPages: true });
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    document.fontSize(11);
    write(document);
    const { count } = document.bufferedPageRange();
    for (let page = 0; footers && page < count; page += 1) {
      document.switchToPage(page);
      document.page.margins.bottom = 0;
      document
        .font('Helvetica')
        .fontSize(9)
        .text(`Page ${page + 1} of ${count}`, 72, document.page.height - 40, { lineBreak: false });
    }
    document.end();
  });
}

/** A paragraph for each line. */
export function wordOfLines(text: string): Promise<Buffer> {
  const children = text.split('\n').map((line) => new Paragraph({ children: [new TextRun(line)] }));
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

const NUMBERED = /^(\d{1,3})[.)][ \t]+(\S.*)$/;
const LETTERED = /^\s*\(?([a-z])[.)][ \t]+(\S.*)$/;

/** Numbers that Word counts itself, and rows of a table where the text has tabs. The list begins with the first number. */
export function wordWithNumbers(text: string): Promise<Buffer> {
  const lines = text.split('\n');
  const first = Number(NUMBERED.exec(lines.find((line) => NUMBERED.test(line)) ?? '')?.[1] ?? 1);
  let counted = first - 1;
  let letters = 0;
  const children = lines.map((line) => {
    // A number that Word would not count to at this place is text.
    const found = line.includes('\t') ? null : NUMBERED.exec(line);
    const numbered = Number(found?.[1]) === counted + 1 && first === 1 ? found : null;
    if (numbered !== null) counted += 1;
    const letter = line.includes('\t') ? null : LETTERED.exec(line);
    const lettered = letter?.[1] === String.fromCharCode(97 + letters) ? letter : null;
    letters = lettered === null ? 0 : letters + 1;
    if (numbered !== null)
      return new Paragraph({ text: numbered[2] ?? '', numbering: { reference: 'items', level: 0 } });
    if (lettered !== null)
      return new Paragraph({ text: lettered[2] ?? '', numbering: { reference: 'items', level: 1 } });
    if (line.includes('\t')) return tableOf(line);
    return new Paragraph({ children: [new TextRun(line.trim())] });
  });
  const level = (
    at: number,
    format: (typeof LevelFormat)[keyof typeof LevelFormat],
    words: string,
    start: number,
  ) => ({
    ...{ level: at, format, text: words, start, alignment: AlignmentType.LEFT },
  });
  const numbering = {
    config: [
      {
        reference: 'items',
        levels: [level(0, LevelFormat.DECIMAL, '%1.', first), level(1, LevelFormat.LOWER_LETTER, '(%2)', 1)],
      },
    ],
  };
  const footers = { default: new Footer({ children: [new Paragraph('The Guildhall, Market Square')] }) };
  return Packer.toBuffer(new Document({ numbering, sections: [{ children, footers }] }));
}

function tableOf(line: string): Table {
  const cells = line.split('\t').map((cell) => new TableCell({ children: [new Paragraph(cell)] }));
  return new Table({ rows: [new TableRow({ children: cells })] });
}

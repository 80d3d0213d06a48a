import { createRequire } from 'node:module';
import type PDFDocument from 'pdfkit';
import { lineInWords } from '../../wording/index.js';
import type { CaseDocument, Part, TimelineLine } from './case-document.js';
import { momentInWords } from './moments.js';

const MARGIN = 56;
/** Fonts with the letters of every name, Welsh and Polish ones too, which the fonts built into PDF have not. */
const fontFile = (name: string): string =>
  createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);

type Document = InstanceType<typeof PDFDocument>;
type Struct = ReturnType<Document['struct']>;
type Mark = 'H1' | 'H2' | 'H3' | 'P' | 'LBody' | 'BlockQuote';

/** The case file as a tagged PDF, which a screen reader reads as it reads the page. */
export async function caseAsPdf(file: CaseDocument): Promise<Buffer> {
  // Loaded when the first PDF is made: a process that makes none starts sooner, and holds less.
  const { default: Pdf } = await import('pdfkit');
  const document = new Pdf({
    pdfVersion: '1.7',
    // The types know the archive forms alone.
    subset: 'PDF/UA' as unknown as 'PDF/A-2a',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    size: 'A4',
    margin: MARGIN,
    bufferPages: true,
    info: { Title: file.title, Author: file.authorityName, CreationDate: file.gatheredAt },
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => document.on('end', resolve).on('error', reject));
  document.registerFont('plain', fontFile('DejaVuSans')).registerFont('bold', fontFile('DejaVuSans-Bold'));
  writeAll(document, file);
  numberPages(document, file.reference);
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

function writeAll(document: Document, file: CaseDocument): void {
  const root = document.struct('Document');
  document.addStructure(root);
  const write = writer(document, root);
  write('H1', file.title);
  write('P', `${file.authorityName}. Gathered ${momentInWords(file.gatheredAt)}.`);
  write(
    'P',
    `When it was gathered, the audit chain of this council ended at position ${file.head.position} with the hash ${file.head.hash}.`,
  );
  if (file.withheld)
    write(
      'P',
      'Something is left out of this copy that whoever made it may not read: details of sensitive interests.',
    );
  for (const section of file.sections) {
    const into = document.struct('Sect');
    root.add(into);
    writer(document, into)('H2', section.title);
    for (const part of section.parts) writePart(document, into, part);
    into.end();
  }
  writeTimeline(document, root, file.timeline);
  root.end();
}

function writePart(document: Document, into: Struct, part: Part): void {
  const write = writer(document, into);
  switch (part.kind) {
    case 'heading':
      write('H3', part.text);
      break;
    case 'paragraph':
      write('P', part.text);
      break;
    case 'words':
      write('P', `${part.title}:`);
      for (const line of part.lines) write('BlockQuote', line);
      break;
    case 'quote':
      for (const line of part.lines) write('BlockQuote', line);
      break;
    default:
      writeList(document, into, itemsOf(part));
  }
}

/** What stands in a list: facts, sentences, or sentences with their sources. */
function itemsOf(part: Extract<Part, { kind: 'facts' | 'list' | 'lines' }>): readonly string[] {
  if (part.kind === 'facts') return part.rows.map(({ name, value }) => `${name}: ${value}`);
  return part.kind === 'list' ? part.items : part.lines.map(lineInWords);
}

function writeList(document: Document, into: Struct, items: readonly string[]): void {
  if (items.length === 0) return;
  const list = document.struct('L');
  into.add(list);
  for (const text of items) {
    const item = document.struct('LI');
    list.add(item);
    writer(document, item)('LBody', `• ${text}`);
    item.end();
  }
  list.end();
  document.y += 4;
}

function writeTimeline(document: Document, root: Struct, timeline: readonly TimelineLine[]): void {
  const into = document.struct('Sect');
  root.add(into);
  writer(document, into)('H2', 'Everything in the order of time');
  writeList(
    document,
    into,
    timeline.map(
      ({ at, what, source: { table, id, position } }) =>
        `${momentInWords(at)}. ${what}. [${table} ${id}${position === null ? '' : `, audit ${position}`}]`,
    ),
  );
  into.end();
}

/** Text marked as what it is. A page's number is no part of what is read, so it is marked as an artefact. */
function numberPages(document: Document, reference: string): void {
  const { start, count } = document.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    document.switchToPage(page);
    const { margins, height } = document.page;
    const bottom = margins.bottom;
    // Below the margin pdfkit would begin another page.
    margins.bottom = 0;
    document.markContent('Artifact', { type: 'Pagination' });
    document
      .font('plain')
      .fontSize(8)
      .text(`Case file ${reference}, page ${page + 1} of ${count}`, MARGIN, height - 36, {
        lineBreak: false,
      });
    document.endMarkedContent();
    margins.bottom = bottom;
  }
}

const STYLES: Readonly<
  Record<Mark, { font: 'plain' | 'bold'; points: number; before: number; indent: number }>
> = {
  H1: { font: 'bold', points: 20, before: 0, indent: 0 },
  H2: { font: 'bold', points: 15, before: 16, indent: 0 },
  H3: { font: 'bold', points: 11, before: 8, indent: 0 },
  P: { font: 'plain', points: 10, before: 2, indent: 0 },
  LBody: { font: 'plain', points: 10, before: 0, indent: 0 },
  BlockQuote: { font: 'plain', points: 10, before: 0, indent: 16 },
};

/** Writes one piece of text into a part of the document, marked as what it is. */
function writer(document: Document, into: Struct) {
  return (mark: Mark, text: string): void => {
    const { font, points, before, indent } = STYLES[mark];
    into.add(
      document.struct(mark, {}, () => {
        document.font(font).fontSize(points);
        // A heading stays with what follows it.
        if (mark.startsWith('H') && document.y > document.page.height - MARGIN - points * 5)
          document.addPage();
        document.y += before;
        const width = document.page.width - 2 * MARGIN - indent;
        document.text(text, MARGIN + indent, document.y, { paragraphGap: 3, width });
      }),
    );
  };
}

import { createRequire } from 'node:module';
import type PDFDocument from 'pdfkit';
import { dateInWords } from '../wording/index.js';
import { isEmpty, NO_DETAILS } from './compose.js';
import { LICENCE } from './licence.js';
import type { PublicCategory, PublicMember, PublicRegister } from './public-register.js';

const MARGIN = 56;
/** In points. */
const SIZE = { text: 12, heading: 14, member: 18, title: 24 };
/** Fonts with the letters of every name, Welsh and Polish ones too, which the fonts built into PDF have not. */
const fontFile = (name: string): string =>
  createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);

type Document = InstanceType<typeof PDFDocument>;
type Part = ReturnType<Document['struct']>;

/**
 * The register as a tagged PDF: headings, paragraphs and lists are marked as such, the language and the title are set,
 * so that a screen reader reads it as it reads the page.
 */
export async function registerAsPdf(register: PublicRegister): Promise<Buffer> {
  const [only] = register.members;
  const ofOne = register.members.length === 1 && only !== undefined;
  const title = ofOne
    ? `Register of interests of ${only.name}, ${register.authority.name}`
    : `Register of interests of ${register.authority.name}`;
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
    info: { Title: title, Author: register.authority.name },
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => document.on('end', resolve).on('error', reject));
  document.registerFont('plain', fontFile('DejaVuSans')).registerFont('bold', fontFile('DejaVuSans-Bold'));
  writeAll(document, register, title);
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

function writeAll(document: Document, register: PublicRegister, title: string): void {
  const root = document.struct('Document');
  document.addStructure(root);
  const write = writer(document, root);
  write('H1', title);
  write('P', `As published ${register.isToday ? 'on' : 'at the end of'} ${dateInWords(register.asAt)}.`);
  write('P', `You may use it under the ${LICENCE.name}: ${LICENCE.url}`);
  for (const member of register.members) writeMember(document, root, member);
  root.end();
}

function writeMember(document: Document, root: Part, member: PublicMember): void {
  const section = document.struct('Sect');
  root.add(section);
  const write = writer(document, section);
  write('H2', member.name);
  for (const { words } of member.withheld) write('P', words);
  for (const heading of member.categories) {
    write('H3', heading.name);
    writeHeading(document, section, heading);
  }
  section.end();
}

function writeHeading(document: Document, section: Part, heading: PublicCategory): void {
  const write = writer(document, section);
  if (isEmpty(heading)) write('P', NO_DETAILS);
  if (heading.nothing !== undefined)
    write('P', `Nothing to register, as at ${dateInWords(heading.nothing.publishedOn)}.`);
  for (const { words } of heading.withheld) write('P', words);
  if (heading.entries.length === 0) return;
  const list = document.struct('L');
  section.add(list);
  for (const { words, publishedOn } of heading.entries) {
    const item = document.struct('LI');
    list.add(item);
    writer(document, item)('LBody', `• ${words} (published ${dateInWords(publishedOn)})`);
    item.end();
  }
  list.end();
}

/** Writes one piece of text into a part of the document, marked as what it is. */
function writer(document: Document, into: Part) {
  return (mark: 'H1' | 'H2' | 'H3' | 'P' | 'LBody', text: string): void => {
    const [font, points, before] = {
      H1: ['bold', SIZE.title, 0],
      H2: ['bold', SIZE.member, 18],
      H3: ['bold', SIZE.heading, 8],
      P: ['plain', SIZE.text, 2],
      LBody: ['plain', SIZE.text, 2],
    }[mark] as ['bold' | 'plain', number, number];
    into.add(
      document.struct(mark, {}, () => {
        document.font(font).fontSize(points);
        // A heading stays with what follows it.
        if (mark.startsWith('H') && document.y > document.page.height - MARGIN - points * 4)
          document.addPage();
        document.y += before;
        document.text(text, { paragraphGap: 4 });
      }),
    );
  };
}

import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import { Document, Packer, Paragraph } from 'docx';
import { strToU8, zipSync } from 'fflate';
import PDFDocument from 'pdfkit';
import { extract } from './extract.js';
import { kindOfFile, LIMITS, readFile, refusalInWords } from './index.js';
import type { FileRefusal, TextBlock } from './document.js';

const read = (bytes: Uint8Array) => extract(kindOfFile(bytes), bytes);

function pdf(options: PDFKit.PDFDocumentOptions, write: (page: PDFKit.PDFDocument) => void): Promise<Buffer> {
  return new Promise((resolve) => {
    const document = new PDFDocument(options);
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    write(document);
    document.end();
  });
}

const DOCUMENT_XML = (body: string) =>
  `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
const CONTENT_TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELATIONSHIPS =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

const word = (documentXml: Uint8Array, others: Record<string, Uint8Array> = {}) =>
  zipSync({
    '[Content_Types].xml': strToU8(CONTENT_TYPES),
    '_rels/.rels': strToU8(RELATIONSHIPS),
    'word/document.xml': documentXml,
    ...others,
  });

describe('a file that is not read is refused with the reason', () => {
  const cases: [string, () => Uint8Array | Promise<Uint8Array>, FileRefusal][] = [
    [
      'a PDF that wants a password',
      () => pdf({ userPassword: 'tallow' }, (page) => page.text('1. Apologies for absence')),
      'encrypted',
    ],
    [
      'a PDF of pictures',
      () =>
        pdf({}, (page) =>
          page.rect(50, 50, 300, 300).fill('grey').addPage().rect(9, 9, 99, 99).fill('black'),
        ),
      'image-only',
    ],
    [
      'a PDF that is cut off',
      async () => (await pdf({}, (page) => page.text('Agenda'))).subarray(0, 200),
      'damaged',
    ],
    [
      'a Word document that unpacks to 64 MB',
      () => word(new Uint8Array(64 * 1024 * 1024).fill(97)),
      'inflates-too-much',
    ],
    ['a Word document that says it unpacks to two gigabytes', () => bomb(2048), 'inflates-too-much'],
    [
      'a Word document whose XML declares entities',
      () => word(strToU8(`<!DOCTYPE x [<!ENTITY a "b">]>${DOCUMENT_XML('')}`)),
      'entities',
    ],
    ['a zip of something else', () => zipSync({ 'agenda.txt': strToU8('1. Apologies') }), 'other-zip'],
    ['a spreadsheet', () => zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), 'spreadsheet'],
    ['a zip with a password', () => withEncryptionBit(word(strToU8(DOCUMENT_XML('')))), 'encrypted'],
    ['a zip that is cut off', () => word(strToU8(DOCUMENT_XML(''))).subarray(0, 300), 'damaged'],
    ['old Word, or Word with a password', () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'old-word'],
    ['rich text', () => strToU8('{\\rtf1 Agenda}'), 'rich-text'],
    [
      'XML with an entity',
      () => strToU8('<?xml version="1.0"?><!DOCTYPE m [<!ENTITY a "&b;">]><meeting>&a;</meeting>'),
      'entities',
    ],
    [
      'XML with an outer entity',
      () => strToU8('<!DOCTYPE m [<!ENTITY a SYSTEM "file:///etc/passwd">]><meeting>&a;</meeting>'),
      'entities',
    ],
    [
      'XML that is cut off',
      () => strToU8('<?xml version="1.0"?><meeting><agendaitems><agendaitem>'),
      'damaged',
    ],
    ['text in another encoding', () => Uint8Array.from([0x41, 0xa3, 0x35]), 'not-utf-8'],
    ['UTF-16', () => Uint8Array.from([0xff, 0xfe, 0x41, 0x00]), 'not-utf-8'],
    [
      'a picture',
      () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]),
      'unknown-format',
    ],
  ];
  it.each(cases)('%s', async (_name, make, refused) => {
    expect(await read(await make())).toEqual({ refused });
    expect(refusalInWords(refused)).toMatch(/^[A-Z].*[^.]$/);
  });

  it('a file without a byte, and one that is too large', async () => {
    expect(await readFile(new Uint8Array())).toEqual({ refused: 'empty' });
    expect(await readFile(new Uint8Array(LIMITS.packedBytes + 1))).toEqual({ refused: 'too-large' });
    expect(await readFile(new Uint8Array(LIMITS.plainBytes + 1).fill(65))).toEqual({ refused: 'too-large' });
  });

  it('a zip that says less than it unpacks to is cut at what it says', async () => {
    const packed = word(strToU8(DOCUMENT_XML(`<w:p><w:r><w:t>${'a'.repeat(3_000_000)}</w:t></w:r></w:p>`)));
    // The size in the list of contents, which stands behind the name's own entry, is made small.
    const at = indexOfLast(packed, [0x50, 0x4b, 0x01, 0x02]);
    new DataView(packed.buffer).setUint32(at + 24, 5_000, true);
    expect(await read(packed)).toEqual({ refused: 'damaged' });
  });

  it('macros and pictures in a Word document are never unpacked', async () => {
    const macro = deflateRawSync(Buffer.alloc(1024));
    const made = word(strToU8(DOCUMENT_XML('<w:p><w:r><w:t>1. Apologies</w:t></w:r></w:p>')), {
      'word/vbaProject.bin': macro,
    });
    expect(await read(made)).toMatchObject({ format: 'docx', blocks: [{ text: '1. Apologies' }] });
  });
});

function bomb(megabytes: number): Uint8Array {
  const packed = word(strToU8('x'));
  const at = indexOfLast(packed, [0x50, 0x4b, 0x01, 0x02]);
  new DataView(packed.buffer).setUint32(at + 24, megabytes * 1024 * 1024, true);
  return packed;
}

function withEncryptionBit(zip: Uint8Array): Uint8Array {
  zip[6] = (zip[6] ?? 0) | 1;
  return zip;
}

function indexOfLast(bytes: Uint8Array, mark: readonly number[]): number {
  for (let at = bytes.length - mark.length; at >= 0; at -= 1) {
    if (mark.every((byte, offset) => bytes[at + offset] === byte)) return at;
  }
  return -1;
}

describe('a file is opened in a process of its own', () => {
  let pack: Buffer;
  beforeAll(async () => {
    pack = await packOfPages(300);
  });
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
  afterAll(() => {
    clearInterval(watch);
  });

  test('a pack of 300 pages is read within the limits, and what it took is printed', async () => {
    const before = process.memoryUsage().rss;
    const started = performance.now();
    const document = await readFile(pack);
    const seconds = (performance.now() - started) / 1000;
    expect(document).toMatchObject({ format: 'pdf', notes: [] });
    const blocks = (document as { blocks: TextBlock[] }).blocks;
    process.stdout.write(
      `300 pages, ${(pack.length / 1024 / 1024).toFixed(1)} MB, ${blocks.length} blocks: ${seconds.toFixed(1)} s; ` +
        `this process grew by ${Math.max(0, (most - before) / 1024 / 1024).toFixed(0)} MB ` +
        `(limits: ${LIMITS.milliseconds / 1000} s, ${LIMITS.memoryBytes / 1024 / 1024} MB for the process that reads)\n`,
    );
    expect(blocks.some(({ text }) => text.includes('paragraph 300.12 '))).toBe(true);
    expect(blocks.some(({ text }) => text.startsWith('Wyrefordshire reports pack'))).toBe(false);
    expect(seconds).toBeLessThan(LIMITS.milliseconds / 1000);
  });

  test('one that takes too long is stopped', async () => {
    const limits = { milliseconds: 100, heapMegabytes: 256, memoryBytes: 2 ** 31 };
    expect(await readFile(pack, limits)).toEqual({ refused: 'took-too-long' });
  });

  test('one that takes too much memory is stopped, and this process lives on', async () => {
    const limits = { milliseconds: 30_000, heapMegabytes: 12, memoryBytes: 2 ** 31 };
    expect(await readFile(pack, limits)).toEqual({ refused: 'took-too-much-memory' });
  });
});

const SUBJECTS = 'ferry library harbour school bridge market orchard chapel quarry museum garden'.split(' ');

function packOfPages(pages: number): Promise<Buffer> {
  return pdf({ margin: 60, autoFirstPage: false }, (document) => {
    for (let page = 1; page <= pages; page += 1) {
      document.addPage().fontSize(9).text(`Wyrefordshire reports pack, page ${page}`, 60, 30);
      document.fontSize(11).text(page === 1 ? 'Agenda' : 'Report', 60, 70);
      for (let line = 1; line <= 12; line += 1) {
        const [what, who] = [
          SUBJECTS[(page * 7 + line) % SUBJECTS.length],
          SUBJECTS[(page + line * 5) % SUBJECTS.length],
        ];
        document.text(
          `paragraph ${page}.${line} tells at some length what the ${what} did for the ${who} in the year, and what it is to cost.`,
        );
      }
    }
  });
}

test('a Word document of many paragraphs is read whole', async () => {
  const children = Array.from({ length: 3_000 }, (_, at) => new Paragraph(`paragraph ${at}`));
  const bytes = await Packer.toBuffer(new Document({ sections: [{ children }] }));
  const document = await readFile(bytes);
  expect((document as { blocks: TextBlock[] }).blocks).toHaveLength(3_000);
});

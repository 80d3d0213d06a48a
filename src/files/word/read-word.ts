import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import type { ReadDocument, RefusedFile } from '../document.js';
import { blocksOfHtml } from '../html/blocks-of-html.js';
import { textOf } from '../kind-of-file.js';
import { withPrintedNumbers } from './printed-numbers.js';
import { unpacked } from './zip.js';

/** The parts that hold words. Pictures, macros and embedded files are never unpacked. */
const WANTED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:document\d*|numbering|styles|footnotes|endnotes|comments)\.xml|word\/_rels\/document\d*\.xml\.rels)$/;

/** Reads a Word document: mammoth makes HTML of it, and the numbers that Word would print are written into it before. */
export async function readWord(bytes: Uint8Array): Promise<ReadDocument | RefusedFile> {
  const zip = unpacked(bytes, (name) => WANTED.test(name));
  if ('refused' in zip) return zip;
  const { parts, names } = zip;
  if (!names.some((name) => /^word\/document\d*\.xml$/.test(name))) {
    return { refused: names.some((name) => name.startsWith('xl/')) ? 'spreadsheet' : 'other-zip' };
  }
  const texts = Object.values(parts).map((part) => textOf(part));
  if (texts.some((text) => text !== undefined && /<!(?:DOCTYPE|ENTITY)/i.test(text))) {
    return { refused: 'entities' };
  }
  try {
    const packed = zipSync(withPrintedNumbers(parts), { level: 0 });
    const options = {
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      externalFileAccess: false,
      ignoreEmptyParagraphs: false,
    };
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(packed) }, options);
    return { format: 'docx', blocks: blocksOfHtml(value, { tabsPartCells: true }), notes: [] };
  } catch {
    return { refused: 'damaged' };
  }
}

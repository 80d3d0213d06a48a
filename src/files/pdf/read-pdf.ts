import { getDocumentProxy } from 'unpdf';
import type { ReadDocument, RefusedFile } from '../document.js';
import { LIMITS } from '../limits.js';
import { blocksOfPages, type Page } from './blocks-of-pages.js';
import { linesOf, type Piece } from './lines.js';

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Fewer letters a page than this are the stamp of a scanner and no text. */
const LETTERS_OF_A_PAGE = 15;

/** Reads the text layer of a PDF. Pictures are not looked at. */
export async function readPdf(bytes: Uint8Array): Promise<ReadDocument | RefusedFile> {
  const document = await opened(bytes);
  if ('refused' in document) return document;
  try {
    const { pages, letters, notes } = await linesOfPages(document);
    if (letters < LETTERS_OF_A_PAGE * Math.max(1, pages.length)) return { refused: 'image-only' };
    return { format: 'pdf', blocks: blocksOfPages(pages), notes };
  } catch {
    return { refused: 'damaged' };
  } finally {
    await document.destroy();
  }
}

async function opened(bytes: Uint8Array): Promise<Document | RefusedFile> {
  try {
    // verbosity 0: what a PDF is like inside is nobody's log.
    return await getDocumentProxy(Uint8Array.from(bytes), {
      verbosity: 0,
      isEvalSupported: false,
      useSystemFonts: false,
      disableFontFace: true,
    });
  } catch (error) {
    const isEncrypted = error instanceof Error && error.name === 'PasswordException';
    return { refused: isEncrypted ? 'encrypted' : 'damaged' };
  }
}

async function linesOfPages(
  document: Document,
): Promise<{ pages: Page[]; letters: number; notes: string[] }> {
  const pages: Page[] = [];
  const notes: string[] = [];
  let letters = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    if (number > LIMITS.pages || letters > LIMITS.characters) {
      notes.push(
        `Only the first ${number - 1} of ${document.numPages} pages were read. Check that all items are here.`,
      );
      break;
    }
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const pieces = items.flatMap((item) => ('str' in item ? pieceOf(item) : []));
    letters += pieces.reduce((sum, { text }) => sum + text.trim().length, 0);
    const [left = 0, , right = 0] = page.view;
    pages.push({ lines: linesOf(pieces), width: right - left });
    page.cleanup();
  }
  return { pages, letters, notes };
}

/** Text that runs up or down the page is a stamp or a watermark. */
function pieceOf(item: { str: string; transform: unknown[]; width: number; fontName: string }): Piece[] {
  const [a, b, c, d, x, y] = item.transform.map(Number);
  if (x === undefined || y === undefined || Math.abs(b ?? 0) > Math.abs(a ?? 0)) return [];
  if (item.str.trim() === '') return [];
  const size = Math.hypot(c ?? 0, d ?? 0);
  const face = `${item.fontName} ${size.toFixed(1)}`;
  const letter = item.width / item.str.length;
  // Columns that are made with blanks come as one piece.
  return [...item.str.matchAll(/\S+(?: {1,2}\S+)*/g)].map(({ 0: text, index }) => ({
    ...{ text, y, size, face },
    x: x + index * letter,
    width: text.length * letter,
    isApart: index > 2 && /\S/.test(item.str.slice(0, index)),
  }));
}

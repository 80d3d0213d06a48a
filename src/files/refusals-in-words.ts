import type { FileRefusal } from './document.js';
import { LIMITS } from './limits.js';

const megabytes = (bytes: number) => `${bytes / 1024 / 1024} MB`;

/** Why a file is not read, and what to do about it: one sentence or two, for the page and for the command line. */
const WORDS: Readonly<Record<FileRefusal, string>> = {
  'too-large': `The file is too large: a PDF or Word document may have ${megabytes(LIMITS.packedBytes)}, other files ${megabytes(LIMITS.plainBytes)}. Give the agenda without its appendices`,
  empty: 'The file is empty',
  'unknown-format':
    'This is no format that can be read. Give the agenda as a PDF, a Word document (.docx), a web page, ModernGov XML or plain text',
  'not-utf-8':
    'The text is not in UTF-8, so its letters cannot be told. Save it again as UTF-8, or paste its words',
  'old-word':
    'This is a Word document of the old kind, or one that is protected by a password. Open it in Word, take the password away, and save it as .docx',
  'rich-text': 'This is rich text (.rtf). Open it in Word and save it as .docx, or paste its words',
  'other-zip': 'This is a zip file and no Word document. Unpack it, and give the agenda that is in it',
  spreadsheet: 'This is a spreadsheet. Give the agenda as a PDF, a Word document or plain text',
  encrypted:
    'The file is protected by a password, so it cannot be read. Save a copy without the password, and give that',
  'image-only':
    'The pages are pictures, such as a scan, and hold no text. Give the document that was printed, have the text recognised first (OCR), or paste the words',
  'inflates-too-much':
    'The file unpacks to far more than an agenda can be, so it was not opened. Save the agenda again from Word, or give it as a PDF',
  entities:
    'The XML declares entities or a document type, which an agenda needs not and which can do harm. Give it as ModernGov answers it',
  damaged: 'The file is damaged and cannot be opened. Save or download it again',
  'took-too-long': `Reading took longer than ${LIMITS.milliseconds / 1000} seconds and was stopped. Give the agenda without its reports and appendices`,
  'took-too-much-memory':
    'Reading took too much memory and was stopped. Give the agenda without its reports and appendices',
};

/** Without its last full stop, as error messages on pages are. */
export function refusalInWords(refusal: FileRefusal): string {
  return WORDS[refusal];
}

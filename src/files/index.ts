/**
 * Files that people give: what they say, by maintained libraries, within limits. A file is hostile until it is read, so
 * PDF, Word, HTML and XML are opened in a process of their own, which can be stopped and whose end ends nothing else.
 */
export type { FileRefusal, ReadDocument, RefusedFile, TextBlock, XmlElement } from './document.js';
export { plainText } from './html/plain-text.js';
export { kindOfFile, type FileKind } from './kind-of-file.js';
export { LIMITS } from './limits.js';
export { readFile } from './read-file.js';
export { refusalInWords } from './refusals-in-words.js';
export { readXml } from './xml.js';

import { expect, test } from '@jest/globals';
import { looksLikeText } from './index.js';

const bytes = (text: string) => new TextEncoder().encode(text);

test.each([
  ['plain text', bytes('Agenda\r\n1\tWelcome\f'), true],
  ['text with accents, pounds and dashes', bytes('Café – £5 “now”'), true],
  ['text with a byte order mark', bytes('\uFEFFAgenda'), true],
  ['an empty file', new Uint8Array(), true],
  ['a PDF', bytes('%PDF-1.7\n1 0 obj'), false],
  ['a Word document, which is a zip', bytes('PK\u0003\u0004word/document.xml'), false],
  ['rich text', bytes('{\\rtf1 Agenda}'), false],
  ['a NUL in the middle', bytes('Agenda\u00001. Welcome'), false],
  ['UTF-16', Uint8Array.from([0xff, 0xfe, 0x41, 0x00, 0x67, 0x00]), false],
  ['a pound sign in an old Windows encoding', Uint8Array.from([0x41, 0xa3, 0x35]), false],
  ['a sequence that is cut off', Uint8Array.from([0x41, 0xe2, 0x80]), false],
])('%s', (_name, content, expected) => {
  expect(looksLikeText(content)).toBe(expected);
});

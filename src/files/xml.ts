import { XMLParser } from 'fast-xml-parser';
import { Parser } from 'htmlparser2';
import type { RefusedFile, XmlElement } from './document.js';
import { textOf } from './kind-of-file.js';

/** Elements that stand once or many times: always a list, so that one is read as many are. */
const REPEATED = new Set([
  'committee',
  'meeting',
  'agendaitem',
  'linkeddoc',
  'attendee',
  'ward',
  'councillor',
  'termofoffice',
  'member',
]);
/** Where people live is nobody's business here: it is dropped at the door and never stored. */
const DROPPED = new Set(['homeaddress']);
/** Elements that hold HTML, which some installations escape and some do not. */
const HOLD_HTML = ['*.agendatext', '*.minutesnonemptyhtmlbody'];

/**
 * Reads XML into plain data. A document type or an entity declaration is refused before anything is parsed, and no
 * entity but the five of XML itself means anything.
 */
export function readXml(bytes: Uint8Array): { readonly root: XmlElement } | RefusedFile {
  const text = textOf(bytes);
  if (text === undefined) return { refused: 'not-utf-8' };
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return { refused: 'entities' };
  if (!isWhole(text)) return { refused: 'damaged' };
  try {
    const root = parser().parse(text.replace(/^\uFEFF/, '')) as XmlElement;
    return Object.keys(root).length === 0 ? { refused: 'damaged' } : { root };
  } catch {
    return { refused: 'damaged' };
  }
}

/** True when the outermost element is opened and closed: one that was cut off would be read as if it were all. */
function isWhole(text: string): boolean {
  let depth = 0;
  let isClosed = false;
  const reader = new Parser(
    {
      onopentag: () => {
        depth += 1;
      },
      onclosetag: (_name, isImplied) => {
        depth -= 1;
        if (depth === 0) isClosed = !isImplied;
      },
    },
    { xmlMode: true },
  );
  reader.end(text);
  return isClosed;
}

function parser(): XMLParser {
  return new XMLParser({
    processEntities: false,
    parseTagValue: false,
    parseAttributeValue: false,
    ignoreAttributes: false,
    ignoreDeclaration: true,
    attributeNamePrefix: '@',
    stopNodes: HOLD_HTML,
    transformTagName: (name) => name.toLowerCase(),
    // A list of one meeting and a meeting by itself are told apart by where they stand.
    isArray: (name, path) => REPEATED.has(name) && String(path) !== name,
    updateTag: (name) => (DROPPED.has(name.toLowerCase()) ? false : name),
  });
}

import { parseCivilDate } from '../law/index.js';
import type { KnownAnchor } from './anchors.js';

/** An anchor as it is mailed: a few words, and four lines that a program reads again. */
export function anchorInWords(anchor: KnownAnchor, chainName: string, address: string): string {
  return [
    'This is where one audit chain of Probity stood. Keep this message where nobody who runs Probity can change it.',
    '',
    `of: ${chainName}`,
    ...LINES.map((line) => `${line}: ${lineOf(anchor, line)}`),
    '',
    'At the end of that day’s anchoring the event at this position had this hash. Whoever changes that event or one before it, or writes the chain anew, cannot make them fit again.',
    '',
    `To compare: save this message as a file, several of them one after another if you like, and ask for \`probity audit verify --anchors FILE\`. Without Probity: ask the council for an export of its audit, which has a manual and a short script. All anchors: ${address}`,
  ].join('\n');
}

/** As one line of JSON Lines. */
export function anchorAsJson({ authorityId, day, position, hash }: KnownAnchor): string {
  return JSON.stringify({ chain: authorityId, day, position, hash });
}

const LINES = ['chain', 'day', 'position', 'hash'] as const;
type Line = (typeof LINES)[number];

const lineOf = ({ authorityId, ...anchor }: KnownAnchor, line: Line): string =>
  line === 'chain' ? authorityId : anchor[line];

const HOLDS: Readonly<Record<Line, (text: string) => boolean>> = {
  chain: (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text),
  day: (text) => parseCivilDate(text) !== undefined,
  position: (text) => /^[1-9]\d{0,14}$/.test(text),
  hash: (text) => /^[0-9a-f]{64}$/.test(text),
};

/** A file of anchors that cannot be read; the message is a sentence for whoever gave it. */
export class AnchorsUnreadable extends Error {}

/**
 * The anchors in a text: JSON Lines as they are published and exported, or mails as they were sent, quoted or not, with
 * whatever stands between them.
 * @throws AnchorsUnreadable where there is none, or where one is not whole: what is passed over would compare nothing
 */
export function anchorsIn(text: string): KnownAnchor[] {
  const found: KnownAnchor[] = [];
  let begun: Partial<Record<Line, string>> = {};
  text.split(/\r?\n/).forEach((whole, index) => {
    const line = whole.replace(/^[>\s]+/, '').trimEnd();
    const fields = line.startsWith('{') ? fieldsOf(line) : fieldsIn(line);
    if (fields === undefined) throw unreadable(index, 'is no JSON');
    for (const [name, value] of fields) {
      if (begun[name] !== undefined) throw unreadable(index, `begins another anchor before one is whole`);
      if (!HOLDS[name](value)) throw unreadable(index, `has a ${name} that is none`);
      begun[name] = value;
    }
    const { chain: authorityId, day, position, hash } = begun;
    if (!authorityId || !day || !position || !hash) return;
    found.push({ authorityId, day, position, hash });
    begun = {};
  });
  if (Object.keys(begun).length > 0) throw new AnchorsUnreadable('The last anchor is not whole.');
  if (found.length === 0) throw new AnchorsUnreadable('There is no anchor in it.');
  return found;
}

const unreadable = (index: number, what: string): AnchorsUnreadable =>
  new AnchorsUnreadable(`Line ${index + 1} ${what}.`);

/** 'hash: 3b1c…' and nothing else of our four lines. */
function fieldsIn(line: string): [Line, string][] {
  const [, name = '', value = ''] = /^(chain|day|position|hash): *(\S+)$/i.exec(line) ?? [];
  const known = LINES.find((one) => one === name.toLowerCase());
  return known === undefined ? [] : [[known, value.toLowerCase()]];
}

function fieldsOf(line: string): [Line, string][] | undefined {
  let parsed: Readonly<Record<string, unknown>>;
  try {
    parsed = JSON.parse(line) as typeof parsed;
  } catch {
    return undefined;
  }
  return LINES.map((name) => {
    const value = parsed[name];
    return [name, typeof value === 'string' || typeof value === 'number' ? `${value}` : ''];
  });
}

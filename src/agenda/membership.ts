/** The printed list of members: roles come from the headings and from the brackets after a name. */
import type { Block } from './block.js';
import type { ReadMember, ReadRole } from './reading.js';

export interface Membership {
  members: ReadMember[];
  warnings: string[];
}

const OPENS = /^(?:membership|members of the (?:committee|panel|board|council))\b ?:?/i;
const CLOSES = /^(?:a ?g ?e ?n ?d ?a|item\b|quorum|contact|business|part (?:i|1|a)\b|apologies|notes?:|\d)/i;
/** No list of members is longer; a document that never closes its list must not be read as one. */
const LONGEST_LIST = 60;

/** The headings of a list, the most telling first. */
const HEADINGS: [RegExp, ReadRole][] = [
  [/\bchurch\b.*\brepresentatives?\b|\bdiocesan\b/i, 'church-representative'],
  [/\bparent[- ]governors?\b/i, 'parent-governor-representative'],
  [/\bsubstitutes?\b|\breserves?\b/i, 'substitute'],
  [/\bco-?opted\b/i, 'co-opted-member'],
  [/\bcouncill?ors\b|\bmembers\b/i, 'member'],
];

/** Reads the list below the heading "Membership"; no heading, no list. */
export function readMembership(blocks: Block[]): Membership {
  const found: Membership = { members: [], warnings: [] };
  const opens = blocks.findIndex((block) => OPENS.test(block.text) && block.text.length < 100);
  if (opens === -1) return found;
  let role: ReadRole = 'member';
  for (const block of blocks.slice(opens, opens + LONGEST_LIST)) {
    const isFirst = block === blocks[opens];
    const line = isFirst ? block.text.replace(OPENS, '').trim() : block.text;
    if (!isFirst && CLOSES.test(line)) break;
    const { heading, names } = partsOf(line);
    role = roleOfHeading(heading) ?? role;
    for (const piece of piecesOf(names)) addMember(found, piece, role);
  }
  return found;
}

/** "Councillors: Mrs A, Mr B" -> heading and names; a line without a colon is one or the other. */
function partsOf(line: string): { heading: string; names: string } {
  const colon = line.indexOf(':');
  if (colon !== -1) return { heading: line.slice(0, colon), names: line.slice(colon + 1) };
  const titled = /^(?:county |town |parish )?(?:councillors|cllrs\.?) (?=\p{Lu})/iu.exec(line)?.[0];
  if (titled !== undefined) return { heading: titled, names: line.slice(titled.length) };
  const outsideBrackets = line.replace(/\([^()]{0,200}\)/g, '');
  const isHeading = !outsideBrackets.includes(',') && roleOfHeading(outsideBrackets) !== undefined;
  return isHeading ? { heading: line, names: '' } : { heading: '', names: line };
}

function roleOfHeading(heading: string): ReadRole | undefined {
  return HEADINGS.find(([pattern]) => pattern.test(heading.slice(0, 200)))?.[1];
}

/** Parts a line at commas, semicolons and "and", but not inside brackets. */
function piecesOf(names: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let piece = '';
  for (const word of names.split(/(?<=[,;])| /)) {
    depth += count(word, '(') - count(word, ')');
    const closes = depth <= 0 && (word === 'and' || word === '&');
    if (!closes) piece += `${word.replace(depth <= 0 ? /[,;]$/ : /^$/, '')} `;
    if (closes || (depth <= 0 && /[,;]$/.test(word))) {
      parts.push(piece);
      piece = '';
    }
  }
  return [...parts, piece].map((part) => part.trim()).filter((part) => part !== '');
}

function count(word: string, mark: string): number {
  return word.split(mark).length - 1;
}

function addMember(found: Membership, piece: string, role: ReadRole): void {
  const bracket = piece.indexOf('(');
  const name = (bracket === -1 ? piece : piece.slice(0, bracket)).trim();
  const note =
    bracket === -1
      ? ''
      : piece
          .slice(bracket + 1)
          .replace(/\)\.?$/, '')
          .trim();
  if (/^\(?(?:\d+ )?vacanc(?:y|ies)\b/i.test(piece)) {
    found.members.push({ name: null, role });
  } else if (looksLikeName(name)) {
    found.members.push({ name, ...roleAndNote(role, note) });
  } else {
    found.warnings.push(
      `"${piece.slice(0, 80)}" in the list of members was not understood. Compare the list with the council's own.`,
    );
  }
}

/** "(Chairman)" is a role; "(Parent Governor)" only repeats the heading; what is left, such as a denomination, is a note. */
function roleAndNote(role: ReadRole, note: string): { role: ReadRole; note?: string } {
  if (/^(?:vice|deputy)[- ]?chair/i.test(note)) return { role: 'vice-chairman' };
  if (/^chair/i.test(note)) return { role: 'chairman' };
  const repeatsTheRole = role !== 'member' && roleOfHeading(note) === role;
  return note === '' || repeatsTheRole ? { role } : { role, note };
}

/** Two to seven words, the first and last with a capital; initials and particles between them may be small. */
function looksLikeName(name: string): boolean {
  const words = name.split(' ');
  const capital = /^\p{Lu}/u;
  return (
    words.length >= 2 && words.length <= 7 && capital.test(words[0] ?? '') && capital.test(words.at(-1) ?? '')
  );
}

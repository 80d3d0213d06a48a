import { readFile, type FileRefusal } from '../../files/index.js';
import { withoutPersonalParts } from './at-the-door.js';
import { readCommittees } from './read-committees.js';
import { readCouncillors } from './read-councillors.js';
import { readMeetings } from './read-meetings.js';
import { MOST_ENTRIES, type DirectoryReading } from './reading.js';

/** Why a file is not taken. `no-directory`: it is XML of another kind; `no-entries`: nothing in it could be read. */
export type DirectoryRefusal = FileRefusal | 'not-xml' | 'no-directory' | 'no-entries' | 'too-many';

export type ReadAnswer =
  | { readonly reading: DirectoryReading }
  /** The answer of `GetMeeting`: an agenda, which has a reader and a page of its own. */
  | { readonly agenda: Uint8Array }
  | { readonly refused: DirectoryRefusal };

/** Ten megabytes, as for other text. */
const MOST_BYTES = 10 * 1024 * 1024;

/** Reads an answer of ModernGov's web service. What it is, its root element says; a name of a file says nothing. */
export async function readDirectory(bytes: Uint8Array): Promise<ReadAnswer> {
  if (bytes.length === 0) return { refused: 'empty' };
  if (bytes.length > MOST_BYTES) return { refused: 'too-large' };
  const text = decoded(bytes);
  if (text === undefined) return { refused: 'not-utf-8' };
  if (!text.trimStart().startsWith('<')) return { refused: 'not-xml' };
  // An agenda has no such parts, and is handed on as it came.
  if (/^\s*(?:<\?xml[^>]*>)?\s*<meeting[\s>]/i.test(text)) return { agenda: bytes };
  const document = await readFile(Buffer.from(withoutPersonalParts(text)));
  if ('refused' in document) return document;
  if (document.format !== 'xml') return { refused: 'not-xml' };
  const { committees, getmeetings, councillorsbyward } = document.root;
  if (typeof committees === 'object') return checked(readCommittees(one(committees)));
  if (typeof getmeetings === 'object') return checked(readMeetings(one(getmeetings)));
  if (typeof councillorsbyward === 'object') return checked(readCouncillors(one(councillorsbyward)));
  return { refused: 'no-directory' };
}

type Root = Parameters<typeof readCommittees>[0];
/** A root stands once. */
const one = (root: unknown): Root => (Array.isArray(root) ? (root[0] as Root) : (root as Root));

function checked(reading: DirectoryReading): ReadAnswer {
  const entries = entriesIn(reading);
  if (entries === 0) return { refused: 'no-entries' };
  return entries > MOST_ENTRIES ? { refused: 'too-many' } : { reading };
}

/** How many committees, meetings or councillors were read. */
export function entriesIn(reading: DirectoryReading): number {
  switch (reading.kind) {
    case 'bodies':
      return reading.bodies.length;
    case 'meetings':
      return reading.meetings.length;
    case 'members':
      return reading.members.length;
  }
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

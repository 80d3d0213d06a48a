import { strFromU8, unzipSync } from 'fflate';
import type { Response } from 'supertest';
import { pdfWords } from './pdf-words.js';
import type { Visitor } from './visitor.js';

/** One answer, with every word that it holds. */
export interface Opened {
  readonly address: string;
  readonly status: number;
  readonly text: string;
  /** The route is not for this reader: their role does not include it, or they are to sign in first. */
  readonly refused: boolean;
}

/** What is answered when a route’s permission is lacking; whatever refuses for a reason of its own says that. */
const NOT_THEIR_ROLE = ['your role at this council does not include it', '"title":"Forbidden","status":403}'];

/** The addresses that each path of the application stands for. */
export type Addresses = ReadonlyMap<string, readonly string[]>;

export async function open(visitor: Visitor, address: string): Promise<Opened> {
  const response: Response = await visitor
    .open(address)
    .buffer(true)
    .parse((stream, give) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        give(null, Buffer.concat(parts));
      });
    });
  const { status, headers } = response as { status: number; headers: Readonly<Record<string, string>> };
  const body = response.body as Buffer;
  const text = `${wordsIn(body)}\n${JSON.stringify(headers)}`;
  const asksToSignIn = status === 303 && (headers.location ?? '').startsWith('/sign-in');
  const lacksRole = status === 403 && NOT_THEIR_ROLE.some((words) => text.includes(words));
  const refused = asksToSignIn || status === 401 || lacksRole;
  return { address, status, text, refused };
}

/** What a file says, whatever it is packed in: a folder and a Word document are looked into part by part. */
function wordsIn(body: Buffer): string {
  if (body.subarray(0, 5).toString() === '%PDF-') return pdfWords(body);
  if (body.subarray(0, 4).toString('latin1') !== 'PK\u0003\u0004') return body.toString('utf8');
  const parts = Object.values(unzipSync(new Uint8Array(body)));
  return parts
    .map((part) =>
      strFromU8(part.subarray(0, 5)) === '%PDF-' ? pdfWords(Buffer.from(part)) : strFromU8(part),
    )
    .join('\n');
}

/** Opens each address once, a few at a time. */
export async function openAll(visitor: Visitor, addresses: Iterable<string>): Promise<Opened[]> {
  const waiting = [...new Set(addresses)];
  const all: Opened[] = [];
  const walker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      all.push(await open(visitor, next));
  };
  await Promise.all([walker(), walker(), walker(), walker()]);
  return all;
}

/**
 * Opens every address that a reader may use. A route refuses whoever lacks its permission before it looks at what is
 * asked for: where the first address of a path is refused, it stands for the others. `refusedAndNot` finds where that
 * would not hold.
 */
export async function walk(visitor: Visitor, addresses: Addresses): Promise<Opened[]> {
  const firsts = await openAll(visitor, firstOfEach(addresses));
  const refused = new Set(firsts.filter((page) => page.refused).map(({ address }) => address));
  const done = new Set(firsts.map(({ address }) => address));
  const rest = [...addresses.values()]
    .filter(([first = '']) => !refused.has(first))
    .flat()
    .filter((address) => !done.has(address));
  return [...firsts, ...(await openAll(visitor, rest))];
}

/**
 * The permissions of which one reader was refused some paths and not others: then it was not the route that refused, and
 * its other addresses ought to have been opened. Paths with one address are left out, since nothing of them was.
 * @param accessOf what the route of a path requires
 */
export function refusedAndNot<T>(
  pages: readonly Opened[],
  addresses: Addresses,
  accessOf: (path: string) => T,
): T[] {
  const refused = new Map(pages.map((page) => [page.address, page.refused]));
  const several = [...addresses].filter(([, some]) => some.length > 1);
  const where = (was: boolean): T[] =>
    several.filter(([, [first = '']]) => refused.get(first) === was).map(([path]) => accessOf(path));
  const open = new Set(where(false));
  return [...new Set(where(true))].filter((access) => open.has(access));
}

const firstOfEach = (addresses: Addresses): string[] =>
  [...addresses.values()].flatMap((some) => some.slice(0, 1));

import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AuditExport, MOST_EVENTS, type Period } from '../audit/index.js';
import { addDays, parseCivilDate } from '../law/index.js';
import { londonInstant } from '../platform/clock/index.js';
import { Database, INSTALLATION, type Acting } from '../platform/database/index.js';
import { onAuditRooms } from './audit-rooms.js';
import { CommandFailure } from './command-failure.js';
import { write, type Streams } from './streams.js';

export interface ExportOptions {
  /** A council’s slug, or 'installation'. */
  readonly authority: string;
  /** The file to write. */
  readonly to: string;
  /** The first and the last day, as 2026-11-27; the whole record unless told. */
  readonly from?: string;
  readonly until?: string;
}

/** `probity audit export`: a ZIP for an auditor. Prints one JSON object of which events are in it. */
export async function runAuditExport(streams: Streams, options: ExportOptions): Promise<number> {
  const period = periodOf(options);
  const range = await onAuditRooms(streams, async (rooms) => {
    const acting: Acting = {
      authorityId: await chainOf(rooms.get(Database), options.authority),
      actor: { kind: 'system', name: 'audit-export' },
    };
    const exports = rooms.get(AuditExport);
    const found = await exports.begin(acting, period);
    if ('refused' in found) {
      throw new CommandFailure(
        found.refused === 'nothing-there'
          ? 'There are no events in that time. No file was written.'
          : `These are more than ${MOST_EVENTS} events. Choose fewer days.`,
      );
    }
    await save(exports.zip(acting, found), options.to);
    return found;
  });
  const { first, last } = range;
  await write(
    streams.stdout,
    `${JSON.stringify({ file: options.to, firstEvent: first, lastEvent: last })}\n`,
  );
  return 0;
}

/** A file that is there already may be evidence: it is never written over. Half a file is removed. */
async function save(pieces: AsyncIterable<Uint8Array>, file: string): Promise<void> {
  const target = createWriteStream(file, { flags: 'wx' });
  try {
    await pipeline(Readable.from(pieces), target);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EEXIST') await rm(file, { force: true });
    if (code === undefined) throw error;
    throw new CommandFailure(
      code === 'EEXIST'
        ? `${file} is there already: give another name.`
        : `${file} cannot be written (${code}).`,
    );
  }
}

async function chainOf(database: Database, slug: string): Promise<string> {
  const all = await database.acrossAuthorities((manager) =>
    manager.query<{ id: string; slug: string }[]>('select id, slug from authorities_on_this_installation()'),
  );
  const id = all.find((one) => one.slug === slug)?.id ?? (slug === 'installation' ? INSTALLATION : undefined);
  if (id === undefined) {
    const known = [...all.map((one) => one.slug), 'installation'].sort().join(', ');
    throw new CommandFailure(`There is no authority called ${slug}. There are: ${known}.`);
  }
  return id;
}

function periodOf({ from, until }: ExportOptions): Period {
  const day = (name: string, text: string | undefined) => {
    if (text === undefined) return undefined;
    const date = parseCivilDate(text);
    if (date === undefined)
      throw new CommandFailure(`--${name} must be a day such as 2026-11-27, not "${text}".`);
    return date;
  };
  const [first, last] = [day('from', from), day('until', until)];
  if (first !== undefined && last !== undefined && last < first)
    throw new CommandFailure('--until must be the same day as --from, or later.');
  return {
    ...(first && { from: londonInstant(first, '00:00') }),
    ...(last && { before: londonInstant(addDays(last, 1), '00:00') }),
  };
}

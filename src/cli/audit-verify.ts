import { readFileSync } from 'node:fs';
import { anchorsIn, AnchorsUnreadable, AuditVerifier, type KnownAnchor } from '../audit/index.js';
import { onAuditRooms } from './audit-rooms.js';
import { CommandFailure } from './command-failure.js';
import { write, type Streams } from './streams.js';

export interface VerifyOptions {
  /** A file of anchors that were kept elsewhere: mails, or JSON Lines. */
  readonly anchors?: string;
}

/** Said on standard error so that a long run is not taken for one that hangs. */
const PROGRESS_EVERY = 100_000;

/** `probity audit verify`: one JSON object of counts and the first broken link; 1 when a chain is broken. */
export async function runAuditVerify(streams: Streams, options: VerifyOptions = {}): Promise<number> {
  const anchors = options.anchors === undefined ? [] : readAnchors(options.anchors);
  const { firstBroken, ...counts } = await onAuditRooms(streams, (rooms) =>
    rooms.get(AuditVerifier).verify({ anchors, progress: sayEvery(PROGRESS_EVERY, streams) }),
  );
  await write(streams.stdout, `${JSON.stringify({ ...counts, firstBroken: firstBroken ?? null })}\n`);
  return firstBroken === undefined ? 0 : 1;
}

/** @throws CommandFailure with a sentence that names the file */
function readAnchors(file: string): KnownAnchor[] {
  try {
    return anchorsIn(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof AnchorsUnreadable) throw new CommandFailure(`${file}: ${error.message}`);
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new CommandFailure(
      code === 'ENOENT' ? `${file}: there is no such file.` : `${file}: this file cannot be read (${code}).`,
    );
  }
}

/** Says how many events were worked out, each time so many more were. */
export function sayEvery(events: number, { stderr }: Pick<Streams, 'stderr'>): (done: number) => void {
  let said = 0;
  return (done) => {
    if (done - said < events) return;
    said = done - (done % events);
    stderr.write(`${said} events hold so far\n`);
  };
}

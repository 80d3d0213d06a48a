import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { Clock } from '../platform/clock/index.js';
import { Database, INSTALLATION, type Acting, type UnitOfWork } from '../platform/database/index.js';
import { anchorAsJson } from './anchor-words.js';
import { keptAnchors, type KnownAnchor } from './anchors.js';
import { Audit } from './audit.js';
import { canonical } from './chain.js';
import { asHashed, nextLinks, type LinkAsText } from './links.js';

/** A period of application time; what is not given has no end. */
export interface Period {
  readonly from?: Date;
  readonly before?: Date;
}

/** What an export holds: links that follow one another without a gap. */
export interface ExportedRange {
  readonly first: number;
  readonly last: number;
  /** The anchors as they were before the last link was looked for, so that none of a whole export lies beyond it. */
  readonly anchors: readonly KnownAnchor[];
}

/** So many links are read and packed at once: a few hundredths of a second in which nothing else is answered. */
const BATCH = 500;
/** So many events a file: what people's own programs still open. */
const EVENTS_A_FILE = 250_000;
/** A ZIP without extensions holds 4 GB. */
export const MOST_EVENTS = 4_000_000;

/** A chain, or a part of it, as files that somebody can check who has none of our programs. */
@Injectable()
export class AuditExport {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  /**
   * Records that somebody takes the record with them, and gives which links they take: all from the first to the last of
   * the period, so that none is missing between them. The last of a whole export is the event that tells of it.
   */
  async begin(
    acting: Acting,
    period: Period,
  ): Promise<ExportedRange | { refused: 'nothing-there' | 'too-many' }> {
    const isWhole = period.from === undefined && period.before === undefined;
    const range = await this.database.unitOfWork(acting, async (uow) => {
      const anchors = await keptAnchors(uow);
      const range = await rangeOf(uow, period);
      const found = range && { ...range, anchors };
      if (found === undefined) return { refused: 'nothing-there' as const };
      if (found.last - found.first + 1 > MOST_EVENTS) return { refused: 'too-many' as const };
      this.audit.record(uow, {
        action: 'audit.exported',
        subject: {
          type: uow.authorityId === INSTALLATION ? 'installation' : 'authority',
          id: uow.authorityId,
        },
        payload: {
          ...{ firstEvent: found.first, ...(!isWhole && { lastEvent: found.last }) },
          ...(period.from && { from: period.from.toISOString() }),
          ...(period.before && { before: period.before.toISOString() }),
        },
      });
      return found;
    });
    if ('refused' in range || !isWhole) return range;
    const whole = await this.database.unitOfWork(acting, (uow) => rangeOf(uow, {}));
    return { ...range, ...whole };
  }

  /**
   * The ZIP in pieces, as its reader asks for them. Every batch is read in a transaction of its own: a reader who is slow
   * keeps none open, and what was written once does not change.
   */
  async *zip(acting: Acting, range: ExportedRange): AsyncGenerator<Uint8Array> {
    const pieces: Uint8Array[] = [];
    const zip = new Zip((failure, piece) => {
      if (failure !== null) throw failure;
      pieces.push(piece);
    });
    const addFile = (name: string): ZipDeflate => {
      // Packs quickly rather than small: two thirds of it are hashes and salts, which nothing makes smaller.
      const file = new ZipDeflate(name, { level: 1 });
      file.mtime = this.clock.machineNow();
      zip.add(file);
      return file;
    };
    for (const [name, text] of outsideFiles()) addFile(name).push(strToU8(text), true);
    const { first, last, anchors } = range;
    const told = { chain: acting.authorityId, first: `${first}`, last: `${last}` };
    addFile('export.json').push(strToU8(`${JSON.stringify(told)}\n`), true);
    const lines = anchors.map((anchor) => `${anchorAsJson(anchor)}\n`);
    addFile('anchors.jsonl').push(strToU8(lines.join('')), true);
    yield* pieces.splice(0);

    let file: ZipDeflate | undefined;
    let inFile = 0;
    let files = 0;
    for await (const batch of this.#links(acting, range)) {
      if (file === undefined || inFile >= EVENTS_A_FILE) {
        file?.push(new Uint8Array(0), true);
        files += 1;
        file = addFile(`events${files === 1 ? '' : `-${files}`}.jsonl`);
        inFile = 0;
      }
      file.push(strToU8(batch.map((link) => linkLine(acting.authorityId, link)).join('')));
      inFile += batch.length;
      yield* pieces.splice(0);
    }
    file?.push(new Uint8Array(0), true);
    zip.end();
    yield* pieces.splice(0);
  }

  async *#links(acting: Acting, { first, last }: ExportedRange): AsyncGenerator<LinkAsText[]> {
    for (let after = first - 1; after < last;) {
      const from = { authorityId: acting.authorityId, after, last };
      const batch = await this.database.unitOfWork(acting, ({ manager }) => nextLinks(manager, from, BATCH));
      const newest = batch.at(-1);
      // A chain that was tampered with may end too soon: what is there is given, and checking it tells.
      if (newest === undefined) return;
      yield batch;
      after = Number(newest.position);
    }
  }
}

/** From the first event of a period to its last one. A clock that was set back leaves nothing out between them. */
async function rangeOf(
  { manager, authorityId }: UnitOfWork,
  { from, before }: Period,
): Promise<Pick<ExportedRange, 'first' | 'last'> | undefined> {
  const [found] = await manager.query<{ first: string | null; last: string | null }[]>(
    `select min(position) as first, max(position) as last from audit_event
     where authority_id = $1 and ($2::timestamptz is null or application_at >= $2)
       and ($3::timestamptz is null or application_at < $3)`,
    [authorityId, from ?? null, before ?? null],
  );
  if (found?.first == null || found.last === null) return undefined;
  return { first: Number(found.first), last: Number(found.last) };
}

/**
 * One link as a line of JSON. Every field is text, as it goes into the hash; `payload` is itself the text that was hashed
 * with the salt, so that nobody has to know how we write JSON.
 */
function linkLine(authorityId: string, link: LinkAsText): string {
  const { salt, payload, application_at, machine_at, position, ...rest } = link;
  const line = {
    ...{ authority_id: authorityId, position, ...rest },
    ...{ application_at: asHashed(application_at), machine_at: asHashed(machine_at), salt },
    payload: payload === null ? null : canonical(JSON.parse(payload)),
  };
  return `${JSON.stringify(line)}\n`;
}

const DOCS = 'docs/auditing-without-probity';

/** The manual and the script, from the project’s documentation, which lies beside src and above dist/src. */
function outsideFiles(): [string, string][] {
  const above = [join(import.meta.dirname, '../..'), join(import.meta.dirname, '../../..')];
  const root = above.find((folder) => existsSync(join(folder, `${DOCS}.md`))) ?? '.';
  return [
    ['MANUAL.md', readFileSync(join(root, `${DOCS}.md`), 'utf8')],
    ['verify.py', readFileSync(join(root, `${DOCS}.py`), 'utf8')],
  ];
}

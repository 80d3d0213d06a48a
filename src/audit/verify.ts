import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, type UnitOfWork } from '../platform/database/index.js';
import { keptAnchors, type KnownAnchor } from './anchors.js';
import { Audit } from './audit.js';
import { BEGINNING, hashPayloadText } from './chain.js';
import { linksInBatches, linkText, nextLinks, type LinkAsText } from './links.js';

/** The first place where a chain does not hold, in a sentence. */
export interface BrokenLink {
  readonly authorityId: string;
  readonly position: string;
  readonly sentence: string;
}

export interface Verification {
  readonly chains: number;
  readonly events: number;
  /** Payloads that retention has erased: the chain holds without them. */
  readonly erased: number;
  /** Anchors that were compared: those the database keeps, and those that were given. */
  readonly anchors: number;
  readonly firstBroken: BrokenLink | undefined;
}

export interface WhatToVerify {
  /** The chains of these authorities alone; all of them unless told. */
  readonly only?: readonly string[];
  /** Anchors that were kept elsewhere, which nobody could change here. */
  readonly anchors?: readonly KnownAnchor[];
  /** Told how many events were worked out, again and again. */
  readonly progress?: (events: number) => void;
}

/** Reads every chain from its first link and works each hash out again, in memory that does not grow with it. */
@Injectable()
export class AuditVerifier {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  async verify({ only, anchors = [], progress }: WhatToVerify = {}): Promise<Verification> {
    const known = await this.audit.chains();
    // A chain of which nothing is left here is known by an anchor that was kept elsewhere.
    const all = only ?? [...new Set([...known, ...anchors.map(({ authorityId }) => authorityId)])].sort();
    const counts = { chains: all.length, events: 0, erased: 0, anchors: 0 };
    for (const authorityId of all) {
      const given = anchors.filter((anchor) => anchor.authorityId === authorityId);
      const chain = await this.database.unitOfWork(
        { authorityId, actor: { kind: 'system', name: 'audit-verify' } },
        (uow) => verifyChain(uow, given, (events) => progress?.(counts.events + events)),
      );
      counts.events += chain.events;
      counts.erased += chain.erased;
      counts.anchors += chain.anchors;
      if (chain.broken !== undefined) return { ...counts, firstBroken: { authorityId, ...chain.broken } };
    }
    return { ...counts, firstBroken: undefined };
  }

  /** What does not hold about one link and its step from the one before, in a sentence. */
  async whatIsWrong({ manager, authorityId }: UnitOfWork, position: string): Promise<string | undefined> {
    const last = Number(position);
    const links = await nextLinks(manager, { authorityId, after: last - 2, last }, 2);
    const link = links.at(-1);
    const before = last === 1 ? BEGINNING.toString('hex') : links.at(-2)?.hash;
    if (link?.position !== position || before === undefined) return `Event ${last - 1} is missing.`;
    return whatIsWrong(authorityId, link, before);
  }
}

interface ChainResult {
  events: number;
  erased: number;
  readonly anchors: number;
  broken: Omit<BrokenLink, 'authorityId'> | undefined;
}

async function verifyChain(
  uow: UnitOfWork,
  given: readonly KnownAnchor[],
  progress: (events: number) => void,
): Promise<ChainResult> {
  // Before the end is read: the chain goes on growing, and an anchor made meanwhile would lie beyond it.
  const anchors = [...given, ...(await keptAnchors(uow))];
  const ends = await endsOf(uow);
  const result: ChainResult = { events: 0, erased: 0, anchors: anchors.length, broken: undefined };
  const broken = (position: number, sentence: string): ChainResult => ({
    ...result,
    broken: { position: `${position}`, sentence },
  });
  const anchored = anchorsByPosition(anchors);
  let previous = BEGINNING.toString('hex');
  for await (const batch of linksInBatches(uow.manager, { ...uow, after: 0, last: ends.last })) {
    for (const link of batch) {
      const expected = result.events + 1;
      if (link.position !== `${expected}`) {
        return broken(expected, `Event ${expected} is missing: the next one is ${link.position}.`);
      }
      const wrong =
        whatIsWrong(uow.authorityId, link, previous) ?? notAsAnchored(link, anchored.get(expected));
      if (wrong !== undefined) return broken(expected, wrong);
      if (link.salt === null) result.erased += 1;
      result.events = expected;
      previous = link.hash;
    }
    progress(result.events);
  }
  const short = endTooSoon(result.events, previous, ends, anchors);
  return short === undefined ? result : broken(result.events + 1, short);
}

/** The newest event and what the head says of it, in one statement: one moment of a chain that goes on growing. */
async function endsOf({ manager, authorityId }: UnitOfWork): Promise<Ends> {
  const [ends] = await manager.query<[Ends<string>]>(
    `select coalesce((select max(position) from audit_event where authority_id = $1), 0) as last,
       (select position from audit_head where authority_id = $1) as head,
       (select encode(hash, 'hex') from audit_head where authority_id = $1) as hash`,
    [authorityId],
  );
  return { ...ends, last: Number(ends.last) };
}

interface Ends<Count = number> {
  readonly last: Count;
  readonly head: string | null;
  readonly hash: string | null;
}

/** A link by itself, and after the one before it. */
function whatIsWrong(authorityId: string, link: LinkAsText, previous: string): string | undefined {
  if (link.previous_hash !== previous) return `Event ${link.position} does not follow the one before it.`;
  if (hash('sha256', linkText(authorityId, link)) !== link.hash)
    return `Event ${link.position} was changed after it was written.`;
  if (
    link.salt !== null &&
    link.payload !== null &&
    hashPayloadText(link.salt, link.payload) !== link.payload_hash
  ) {
    return `What event ${link.position} said was changed after it was written.`;
  }
  return undefined;
}

function anchorsByPosition(anchors: readonly KnownAnchor[]): ReadonlyMap<number, readonly KnownAnchor[]> {
  const found = new Map<number, KnownAnchor[]>();
  for (const anchor of anchors) {
    const position = Number(anchor.position);
    found.set(position, [...(found.get(position) ?? []), anchor]);
  }
  return found;
}

/** A chain that was written anew holds in itself: only somebody who knew it before can tell. */
function notAsAnchored(link: LinkAsText, anchors: readonly KnownAnchor[] | undefined): string | undefined {
  const other = anchors?.find((anchor) => anchor.hash !== link.hash);
  return other && `Event ${link.position} is not the one that was anchored on ${other.day}.`;
}

function endTooSoon(
  events: number,
  hashOfLast: string,
  { head, hash: headHash }: Ends,
  anchors: readonly KnownAnchor[],
): string | undefined {
  const beyond = anchors.find(({ position }) => Number(position) > events);
  if (events === 0 && head === null && beyond === undefined) return 'The chain has no events.';
  if (events > 0 || head !== null) {
    if (head !== `${events}` || headHash !== hashOfLast)
      return `The chain ends at ${events}, but its head says ${head ?? 'nothing'}.`;
  }
  return beyond && `The chain ends at ${events}, but it was anchored at ${beyond.position} on ${beyond.day}.`;
}

import { Injectable } from '@nestjs/common';
import { Database, type UnitOfWork } from '../platform/database/index.js';
import { AuditEvent, AuditHead, AuditPayload } from './audit-event.entity.js';
import { Audit } from './audit.js';
import { BEGINNING, hashLink, hashPayload } from './chain.js';

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
  readonly firstBroken: BrokenLink | undefined;
}

const BATCH = 1_000;

/** Reads every chain from its first link and works each hash out again. */
@Injectable()
export class AuditVerifier {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  async verify(): Promise<Verification> {
    let events = 0;
    let erased = 0;
    const chains = await this.audit.chains();
    for (const authorityId of chains) {
      const chain = await this.database.unitOfWork(
        { authorityId, actor: { kind: 'system', name: 'audit-verify' } },
        (uow) => verifyChain(uow),
      );
      events += chain.events;
      erased += chain.erased;
      if (chain.broken) return { chains: chains.length, events, erased, firstBroken: chain.broken };
    }
    return { chains: chains.length, events, erased, firstBroken: undefined };
  }
}

interface ChainResult {
  events: number;
  erased: number;
  broken: BrokenLink | undefined;
}

async function verifyChain(uow: UnitOfWork): Promise<ChainResult> {
  const { authorityId } = uow;
  const result: ChainResult = { events: 0, erased: 0, broken: undefined };
  const broken = (position: string, sentence: string): ChainResult => ({
    ...result,
    broken: { authorityId, position, sentence },
  });
  let expected = 1n;
  let previous: Buffer = BEGINNING;
  for (;;) {
    const batch = await nextBatch(uow, String(expected));
    for (const { event, payload } of batch) {
      if (event.position !== String(expected)) {
        return broken(String(expected), `Event ${expected} is missing: the next one is ${event.position}.`);
      }
      const wrong = checkLink(event, payload, previous);
      if (wrong !== undefined) return broken(event.position, wrong);
      if (payload === undefined) result.erased += 1;
      result.events += 1;
      previous = event.hash;
      expected += 1n;
    }
    if (batch.length < BATCH) break;
  }
  const head = await uow.manager.findOneBy(AuditHead, { authorityId });
  if (head?.position !== String(expected - 1n) || !head.hash.equals(previous)) {
    return broken(
      String(expected),
      `The chain ends at ${expected - 1n}, but its head says ${head?.position ?? 'nothing'}.`,
    );
  }
  return result;
}

async function nextBatch(
  uow: UnitOfWork,
  from: string,
): Promise<{ event: AuditEvent; payload: AuditPayload | undefined }[]> {
  const { entities, raw } = await uow.manager
    .createQueryBuilder(AuditEvent, 'event')
    .leftJoin(
      AuditPayload,
      'payload',
      'payload.authorityId = event.authorityId and payload.position = event.position',
    )
    .addSelect('payload.salt', 'salt')
    .addSelect('payload.payload', 'payload')
    .where('event.authorityId = :authorityId and event.position >= :from', {
      authorityId: uow.authorityId,
      from,
    })
    .orderBy('event.position')
    .limit(BATCH)
    .getRawAndEntities<{ salt: Buffer | null; payload: AuditPayload['payload'] }>();
  return entities.map((event, index) => {
    const row = raw[index];
    const payload = row?.salt ? { ...event, salt: row.salt, payload: row.payload } : undefined;
    return { event, payload };
  });
}

function checkLink(
  event: AuditEvent,
  payload: AuditPayload | undefined,
  previous: Buffer,
): string | undefined {
  if (!event.previousHash.equals(previous))
    return `Event ${event.position} does not follow the one before it.`;
  if (!hashLink(event).equals(event.hash)) return `Event ${event.position} was changed after it was written.`;
  if (payload && !hashPayload(payload.salt, payload.payload).equals(event.payloadHash)) {
    return `What event ${event.position} said was changed after it was written.`;
  }
  return undefined;
}

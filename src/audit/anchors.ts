import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { addDays } from '../law/index.js';
import { Clock } from '../platform/clock/index.js';
import { Database, type Acting, type UnitOfWork } from '../platform/database/index.js';
import { AuditAnchor, AuditAnchorMail } from './anchor.entity.js';

/** Where a chain stood on a day, as it is told outside: what must be found there again for ever. */
export interface KnownAnchor {
  /** Whose chain; the chain’s name. */
  readonly authorityId: string;
  /** The civil date in London. */
  readonly day: string;
  readonly position: string;
  /** The hash of the event at that position, in hexadecimal. */
  readonly hash: string;
}

/** An anchor and an address that it was not yet mailed to. */
export interface UnmailedAnchor {
  readonly authorityId: string;
  readonly day: string;
  readonly address: string;
}

/** So many days an anchor is tried again that could not be mailed. */
const TRIED_FOR_DAYS = 14;

/** The anchors of one chain, the first one first. */
export async function keptAnchors({ manager, authorityId }: UnitOfWork): Promise<KnownAnchor[]> {
  const rows = await manager.find(AuditAnchor, { where: { authorityId }, order: { anchoredOn: 'ASC' } });
  return rows.map(known);
}

/**
 * The daily anchors: where the head of each chain stands, kept, published and mailed, so that a chain which somebody
 * with the owner’s password writes anew no longer fits what others have.
 */
@Injectable()
export class Anchors {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  /** Anchors each chain that has no anchor of today. Gives how many there were; asked again, it does nothing. */
  async anchorToday(): Promise<number> {
    const today = this.clock.today();
    const chains = await this.#across<{ authority_id: string }>('select * from chains_without_anchor($1)', [
      today,
    ]);
    for (const { authority_id: authorityId } of chains) {
      await this.database.unitOfWork(anchoring(authorityId), ({ manager }) =>
        manager.query(
          `insert into audit_anchor (authority_id, anchored_on, position, hash, made_at)
           select authority_id, $2, position, hash, $3 from audit_head where authority_id = $1 and position > 0
           on conflict do nothing`,
          [authorityId, today, this.clock.machineNow()],
        ),
      );
    }
    return chains.length;
  }

  /** The newest anchor of each chain. Public. */
  async newest(): Promise<KnownAnchor[]> {
    const rows = await this.#across<{ authority_id: string; day: string; position: string; hash: string }>(
      `select authority_id, anchored_on::text as day, position, encode(hash, 'hex') as hash from newest_anchors()`,
    );
    return rows.map(({ authority_id: authorityId, ...anchor }) => ({ authorityId, ...anchor }));
  }

  /** The anchors of one chain, the newest first, of days before one when it is given. Public. */
  async of(authorityId: string, atMost: number, before?: string): Promise<KnownAnchor[]> {
    return this.database.unitOfWork(anchoring(authorityId), async ({ manager }) => {
      const where = { authorityId, ...(before !== undefined && { anchoredOn: LessThan(before) }) };
      const rows = await manager.find(AuditAnchor, { where, order: { anchoredOn: 'DESC' }, take: atMost });
      return rows.map(known);
    });
  }

  async find(authorityId: string, day: string): Promise<KnownAnchor | undefined> {
    return this.database.unitOfWork(anchoring(authorityId), async ({ manager }) => {
      const row = await manager.findOneBy(AuditAnchor, { authorityId, anchoredOn: day });
      return row === null ? undefined : known(row);
    });
  }

  /** What is still to be mailed to these addresses. */
  async unmailed(addresses: readonly string[]): Promise<UnmailedAnchor[]> {
    if (addresses.length === 0) return [];
    const since = addDays(this.clock.today(), -TRIED_FOR_DAYS);
    const rows = await this.#across<{ authority_id: string; day: string; address: string }>(
      `select authority_id, anchored_on::text as day, to_address as address from anchors_not_mailed($1, $2)`,
      [addresses, since],
    );
    return rows.map(({ authority_id: authorityId, ...rest }) => ({ authorityId, ...rest }));
  }

  /** Whether it was handed over to be mailed there. */
  async wasMailed({ authorityId, day, address }: UnmailedAnchor): Promise<boolean> {
    return this.database.unitOfWork(anchoring(authorityId), ({ manager }) =>
      manager.existsBy(AuditAnchorMail, { authorityId, anchoredOn: day, toAddress: address }),
    );
  }

  /** Keeps that it was. */
  async mailed({ authorityId, day, address }: UnmailedAnchor): Promise<void> {
    await this.database.unitOfWork(anchoring(authorityId), ({ manager }) =>
      manager.query(
        `insert into audit_anchor_mail (authority_id, anchored_on, to_address, handed_over_at)
         values ($1, $2, $3, $4) on conflict do nothing`,
        [authorityId, day, address, this.clock.machineNow()],
      ),
    );
  }

  async #across<T>(query: string, parameters: readonly unknown[] = []): Promise<T[]> {
    return this.database.acrossAuthorities((manager) => manager.query<T[]>(query, [...parameters]));
  }
}

const anchoring = (authorityId: string): Acting => ({
  authorityId,
  actor: { kind: 'system', name: 'audit-anchors' },
});

const known = ({ authorityId, anchoredOn, position, hash }: AuditAnchor): KnownAnchor => ({
  ...{ authorityId, day: anchoredOn, position },
  hash: hash.toString('hex'),
});

import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Any } from 'typeorm';
import { Audit } from '../audit/index.js';
import { Clock } from '../platform/clock/index.js';
import { grouped, type UnitOfWork } from '../platform/database/index.js';
import { Sealer } from '../platform/sealing/index.js';
import { AssociationRow } from './association.entity.js';

export const ASSOCIATION_KINDS = ['family', 'close-associate', 'body'] as const;
export type AssociationKind = (typeof ASSOCIATION_KINDS)[number];

/** What a member writes down of one. */
export interface AssociationDetails {
  readonly kind: AssociationKind;
  readonly name: string;
  /** Other names by which an agenda may call them. */
  readonly otherNames: readonly string[];
  /** How the member is tied to them, in their own words; '' where they do not say. */
  readonly connection: string;
}

export interface Association extends AssociationDetails {
  readonly id: string;
}

/** More than anybody keeps by hand; the limit holds what one member can make a briefing compare. */
export const MOST_ASSOCIATIONS = 200;

/**
 * Family, close associates and bodies that a member writes down so that agendas are read for them too. It is no
 * register: the code registers none of these, and nobody but the member ever reads the list. So every call names the
 * member, and an audit event says that the list changed and nothing of what stands on it.
 */
@Injectable()
export class Associations {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly sealer: Sealer,
  ) {}

  /** In the order in which they were written down. */
  async list(uow: UnitOfWork, memberId: string): Promise<Association[]> {
    return (await this.listOf(uow, [memberId]))(memberId);
  }

  /** The same of many members, in one reading. A list is opened when its own member is asked about. */
  async listOf(uow: UnitOfWork, memberIds: readonly string[]): Promise<(memberId: string) => Association[]> {
    const rows = await uow.manager.find(AssociationRow, {
      where: { authorityId: uow.authorityId, memberId: Any(memberIds) },
      order: { recordedAt: 'ASC', id: 'ASC' },
    });
    const ofMember = grouped(rows, (row) => row.memberId);
    return (memberId) => ofMember(memberId).map((row) => this.#opened(row));
  }

  /** One of this member’s; another member’s is not found. */
  async find(uow: UnitOfWork, memberId: string, id: string): Promise<Association | undefined> {
    const where = { authorityId: uow.authorityId, memberId, id };
    const row = await uow.manager.findOneBy(AssociationRow, where);
    return row === null ? undefined : this.#opened(row);
  }

  async add(
    uow: UnitOfWork,
    memberId: string,
    details: AssociationDetails,
  ): Promise<{ id: string } | { refused: 'too-many' }> {
    const { authorityId } = uow;
    const kept = await uow.manager.countBy(AssociationRow, { authorityId, memberId });
    if (kept >= MOST_ASSOCIATIONS) return { refused: 'too-many' };
    const id = randomUUID();
    const recordedAt = this.clock.now();
    const sealed = this.#sealed(authorityId, id, details);
    await uow.manager.insert(AssociationRow, { authorityId, id, memberId, details: sealed, recordedAt });
    this.#changed(uow, memberId);
    return { id };
  }

  async change(
    uow: UnitOfWork,
    memberId: string,
    { id, ...details }: Association,
  ): Promise<{ id: string } | { refused: 'not-found' }> {
    const where = { authorityId: uow.authorityId, memberId, id };
    const sealed = this.#sealed(uow.authorityId, id, details);
    const { affected } = await uow.manager.update(AssociationRow, where, { details: sealed });
    if (affected !== 1) return { refused: 'not-found' };
    this.#changed(uow, memberId);
    return { id };
  }

  /** Gone for good: it is the member’s own list, and nobody is owed its history. */
  async remove(
    uow: UnitOfWork,
    memberId: string,
    id: string,
  ): Promise<{ id: string } | { refused: 'not-found' }> {
    const where = { authorityId: uow.authorityId, memberId, id };
    const { affected } = await uow.manager.delete(AssociationRow, where);
    if (affected !== 1) return { refused: 'not-found' };
    this.#changed(uow, memberId);
    return { id };
  }

  #sealed(
    authorityId: string,
    id: string,
    { kind, name, otherNames, connection }: AssociationDetails,
  ): string {
    return this.sealer.seal({ kind, name, otherNames, connection }, ownerOf(authorityId, id));
  }

  #opened({ authorityId, id, details }: AssociationRow): Association {
    return { id, ...(this.sealer.open(details, ownerOf(authorityId, id)) as AssociationDetails) };
  }

  /** One event for every change, whatever it was: even that somebody was taken off the list would tell of them. */
  #changed(uow: UnitOfWork, memberId: string): void {
    this.audit.record(uow, {
      action: 'associations.changed',
      subject: { type: 'member', id: memberId },
      payload: {},
    });
  }
}

const ownerOf = (authorityId: string, id: string): { authorityId: string; row: string } => ({
  authorityId,
  row: `association:${id}`,
});
